package dev.assay.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Why something was not done or not taken, told in Chinese. Reasons are made, stored and published
/// in English; a face tells them in its reader's language. Safe for use by many threads.
public final class Reasons {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final Map<String, String> whole;
  private final List<Form> forms;

  /// A reason with places for other words.
  private record Form(Pattern english, String chinese) {

    static Form of(LexiconFile.Row row) {
      StringBuilder pattern = new StringBuilder();
      String english = row.cell(0);
      Matcher place = PLACE.matcher(english);
      int at = 0;
      while (place.find()) {
        pattern.append(Pattern.quote(english.substring(at, place.start()))).append("(.*?)");
        at = place.end();
      }
      pattern.append(Pattern.quote(english.substring(at)));
      return new Form(Pattern.compile(pattern.toString(), Pattern.DOTALL), row.cell(1));
    }

    /// The reason in Chinese, also where it holds another reason.
    Optional<String> of(String reason, UnaryOperator<String> told) {
      Matcher found = english.matcher(reason);
      return found.matches()
          ? Optional.of(
              PLACE
                  .matcher(chinese)
                  .replaceAll(
                      place ->
                          Matcher.quoteReplacement(
                              told.apply(found.group(1 + Integer.parseInt(place.group(1)))))))
          : Optional.empty();
    }
  }

  /// Read when the first reason is told.
  private static final class Told {
    static final Reasons REASONS = Reasons.of(Lexicon.shipped());
  }

  private Reasons(Map<String, String> whole, List<Form> forms) {
    this.whole = Map.copyOf(whole);
    this.forms = List.copyOf(forms);
  }

  private static Reasons of(Lexicon lexicon) {
    List<LexiconFile.Row> rows = lexicon.table("zh/reasons.tsv").rows();
    return new Reasons(
        rows.stream()
            .filter(row -> !hasPlace(row))
            .collect(Collectors.toMap(row -> row.cell(0), row -> row.cell(1))),
        rows.stream().filter(Reasons::hasPlace).map(Form::of).toList());
  }

  private static boolean hasPlace(LexiconFile.Row row) {
    return PLACE.matcher(row.cell(0)).find();
  }

  /// The reason in simplified Chinese; as it is if nobody has put it into Chinese.
  public static String inChinese(String reason) {
    return Told.REASONS.told(reason);
  }

  private String told(String reason) {
    String known = whole.get(reason);
    return known != null
        ? known
        : forms.stream()
            .flatMap(form -> form.of(reason, this::told).stream())
            .findFirst()
            .orElseGet(() -> list(reason));
  }

  /// Reasons in a row, if all of them have their Chinese.
  private String list(String reason) {
    List<String> parts = List.of(reason.split(", "));
    return whole.keySet().containsAll(parts)
        ? parts.stream().map(whole::get).collect(Collectors.joining("、"))
        : reason;
  }
}
