package dev.assay.analyze.name;

import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of `names/about-words.tsv`: by which a text means again what it named, and those
/// around who wrote it or told it something.
final class AboutWords {

  /// What sort of thing a word like `he` or `the firm` can mean again.
  enum Sort {
    PERSON,
    BODY,
    PLACE,
    THING;

    static Sort of(EntityType type) {
      return switch (type) {
        case PERSON -> PERSON;
        case ORGANISATION, COMPANY -> BODY;
        case PLACE -> PLACE;
        case INDUSTRY, PRODUCT, EVENT, CONCEPT -> THING;
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Map<Sort, Pattern> again = new EnumMap<>(Sort.class);
  private final Set<String> small;
  private final Pattern creditBefore;
  private final Pattern creditBehind;
  private final Pattern sourceBefore;
  private final Pattern sourceBehind;

  AboutWords(Lexicon lexicon) {
    LexiconFile file = lexicon.once("names/about-words.tsv");
    for (Sort sort : Sort.values()) {
      String not = any(file, "not-again", sort.word());
      String first = not.isEmpty() ? "" : "(?:" + not + ")|";
      again.put(
          sort,
          Pattern.compile("(?i)" + first + "(?<again>" + any(file, "again", sort.word()) + ")"));
    }
    small =
        file.rows().stream()
            .filter(row -> row.cell(0).equals("small"))
            .flatMap(row -> Arrays.stream(row.cell(2).split(",")))
            .collect(Collectors.toUnmodifiableSet());
    creditBefore = Pattern.compile("(?:" + any(file, "credit", "before") + ")");
    creditBehind = Pattern.compile("\\s?/?(?:" + any(file, "credit", "behind") + ")");
    sourceBefore = Pattern.compile("(?:" + any(file, "source", "before") + ")[：:\\s]*《?$");
    sourceBehind = Pattern.compile("[》」”\\s]*(?:" + any(file, "source", "behind") + ")");
  }

  private static String any(LexiconFile file, String kind, String of) {
    return file.rows().stream()
        .filter(row -> row.cell(0).equals(kind) && row.cell(1).equals(of))
        .flatMap(row -> Arrays.stream(row.cell(2).split(",")))
        .map(AboutWords::pattern)
        .collect(Collectors.joining("|"));
  }

  private static String pattern(String word) {
    String quoted = Pattern.quote(word);
    return word.charAt(0) < 0x80 ? "\\b" + quoted + "\\b" : quoted;
  }

  /// Where a sentence first means again a thing of this sort; -1 if it does not.
  int again(Sort sort, CharSequence sentence) {
    Matcher found = Objects.requireNonNull(again.get(sort)).matcher(sentence);
    while (found.find()) {
      if (found.group("again") != null) {
        return found.start();
      }
    }
    return -1;
  }

  /// Words that are in every text and echo nothing.
  Set<String> small() {
    return small;
  }

  /// Whether a name between these texts is that of who wrote, drew or sent the article.
  boolean isCredit(CharSequence before, CharSequence behind) {
    return creditBefore.matcher(before).find() || creditBehind.matcher(behind).lookingAt();
  }

  /// Whether a name between these texts is that of who told the article something.
  boolean isSource(CharSequence before, CharSequence behind) {
    return sourceBefore.matcher(before).find() || sourceBehind.matcher(behind).lookingAt();
  }
}
