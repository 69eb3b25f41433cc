package dev.assay.analyze.name;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What tells a son from his father of the same name, `Jr.`, by the rows `generation` of
/// `not-names.tsv`.
final class Generation {

  private static final String MARK =
      String.join("|", NameRecogniser.shipped().words().of("generation"));

  private static final Pattern END =
      Pattern.compile(",? (?<mark>" + MARK + ")\\.?$", Pattern.CASE_INSENSITIVE);

  private static final Pattern BEHIND = Pattern.compile(",? (" + MARK + ")\\b");

  private Generation() {}

  /// A name without its mark; written or in folded letters.
  static String without(String name) {
    return END.matcher(name).replaceFirst("");
  }

  /// The mark at the end of a name, or nothing.
  static String of(String name) {
    Matcher end = END.matcher(name);
    return end.find() ? end.group("mark") : "";
  }

  /// The mark right behind a name that ends at `end`, or nothing.
  static String behind(String text, int end) {
    Matcher mark = BEHIND.matcher(text).region(end, text.length());
    return mark.lookingAt() ? mark.group(1) : "";
  }
}
