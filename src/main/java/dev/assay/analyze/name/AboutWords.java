package dev.assay.analyze.name;

import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private final Map<Sort, Again> again = new EnumMap<>(Sort.class);
  private final Set<String> small;
  private final Anywhere creditBefore;
  private final Pattern creditBehind;
  private final Anywhere sourceBefore;
  private final Pattern sourceBehind;

  AboutWords(Lexicon lexicon) {
    LexiconFile file = lexicon.once("names/about-words.tsv");
    for (Sort sort : Sort.values()) {
      again.put(
          sort, Again.of(words(file, "not-again", sort.word()), words(file, "again", sort.word())));
    }
    small =
        file.rows().stream()
            .filter(row -> row.cell(0).equals("small"))
            .flatMap(row -> Arrays.stream(row.cell(2).split(",")))
            .collect(Collectors.toUnmodifiableSet());
    creditBefore = Anywhere.of(words(file, "credit", "before"), "");
    creditBehind = Pattern.compile("\\s?/?(?:" + any(file, "credit", "behind") + ")");
    sourceBefore = Anywhere.of(words(file, "source", "before"), "[：:\\s]*《?$");
    sourceBehind = Pattern.compile("[》」”\\s]*(?:" + any(file, "source", "behind") + ")");
  }

  private static List<String> words(LexiconFile file, String kind, String of) {
    return file.rows().stream()
        .filter(row -> row.cell(0).equals(kind) && row.cell(1).equals(of))
        .flatMap(row -> Arrays.stream(row.cell(2).split(",")))
        .toList();
  }

  private static String any(LexiconFile file, String kind, String of) {
    return any(words(file, kind, of));
  }

  private static String any(List<String> words) {
    return words.stream().map(AboutWords::pattern).collect(Collectors.joining("|"));
  }

  private static String pattern(String word) {
    String quoted = Pattern.quote(word);
    return word.charAt(0) < 0x80 ? "\\b" + quoted + "\\b" : quoted;
  }

  /// Where a sentence first means again a thing of this sort; -1 if it does not.
  int again(Sort sort, CharSequence sentence) {
    return Objects.requireNonNull(again.get(sort)).first(sentence);
  }

  /// Words that mean a thing again. All sentences of all articles are looked through for them, so
  /// they are tried only where one of their first characters stands.
  ///
  /// @param first the characters that such words, and those that only hold them, begin with
  private record Again(Pattern words, BitSet first) {

    static Again of(List<String> not, List<String> again) {
      BitSet first = new BitSet();
      for (String word : Stream.of(not, again).flatMap(List::stream).toList()) {
        first.set(Character.toLowerCase(word.charAt(0)));
        first.set(Character.toUpperCase(word.charAt(0)));
      }
      String passed = not.isEmpty() ? "" : "(?:" + any(not) + ")|";
      return new Again(Pattern.compile("(?i)" + passed + "(?<again>" + any(again) + ")"), first);
    }

    int first(CharSequence sentence) {
      Matcher found = words.matcher(sentence).useTransparentBounds(true);
      for (int i = 0; i < sentence.length(); i++) {
        if (mayBegin(first, sentence, i) && found.region(i, sentence.length()).lookingAt()) {
          if (found.group("again") != null) {
            return i;
          }
          i = found.end() - 1;
        }
      }
      return -1;
    }
  }

  /// Whether one of the words with such first characters may begin there: English ones do at no
  /// letter inside a word.
  private static boolean mayBegin(BitSet first, CharSequence text, int at) {
    char c = text.charAt(at);
    return first.get(c) && !(at > 0 && isAsciiWord(c) && isAsciiWord(text.charAt(at - 1)));
  }

  private static boolean isAsciiWord(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
  }

  /// Words that stand anywhere in a text, with what must follow them.
  ///
  /// @param first the characters that they begin with
  private record Anywhere(Pattern words, BitSet first) {

    static Anywhere of(List<String> words, String behind) {
      BitSet first = new BitSet();
      words.forEach(word -> first.set(word.charAt(0)));
      return new Anywhere(Pattern.compile("(?:" + any(words) + ")" + behind), first);
    }

    boolean in(CharSequence text) {
      Matcher found = words.matcher(text).useTransparentBounds(true);
      for (int i = 0; i < text.length(); i++) {
        if (mayBegin(first, text, i) && found.region(i, text.length()).lookingAt()) {
          return true;
        }
      }
      return false;
    }
  }

  /// Words that are in every text and echo nothing.
  Set<String> small() {
    return small;
  }

  /// Whether a name between these texts is that of who wrote, drew or sent the article.
  boolean isCredit(CharSequence before, CharSequence behind) {
    return creditBefore.in(before) || creditBehind.matcher(behind).lookingAt();
  }

  /// Whether a name between these texts is that of who told the article something.
  boolean isSource(CharSequence before, CharSequence behind) {
    return sourceBefore.in(before) || sourceBehind.matcher(behind).lookingAt();
  }
}
