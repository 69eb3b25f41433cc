package dev.assay.brief.vet;

import dev.assay.analyze.text.EnglishBase;
import dev.assay.analyze.text.WordCutter;
import dev.assay.cite.Span;
import dev.assay.lexicon.Bilingual;
import dev.assay.lexicon.HanScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names and words of a sentence that a dictionary has in the other language, where the cited lines
/// have them: Ganymede of 木卫三, 自卫队 of *Self-Defense Force*. Immutable.
final class TranslatedNames {

  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z']+");

  /// One character stands in too many words, and means too many things.
  private static final int FEWEST_HAN = 2;

  /// A longer one is no name; there are many ways to cut it.
  private static final int MOST_WORDS = 8;

  private static final Pattern GAP = Pattern.compile("[ -]");

  private final Bilingual dictionary;

  /// The lines in simplified characters.
  private final String han;

  /// The stems of the English words of the lines, in order, apart by spaces.
  private final String stems;

  TranslatedNames(Bilingual dictionary, List<ReadText> lines) {
    this.dictionary = dictionary;
    String all = lines.stream().map(ReadText::text).collect(Collectors.joining("\n"));
    this.han = HanScript.simplify(all);
    this.stems = stems(all);
  }

  /// Whether the lines have `name`, or each phrase of it.
  boolean stand(String name) {
    return stands(name)
        || (isHan(name)
            ? eachWordStands(name)
            : GAP.split(name).length <= MOST_WORDS && phrasesStand(name, 0));
  }

  /// Of two words or more; one character tells too little to ask for.
  private boolean eachWordStands(String name) {
    List<String> words =
        WordCutter.of(name, new Span(0, name.length())).stream()
            .map(word -> word.in(name))
            .filter(word -> word.length() >= FEWEST_HAN)
            .toList();
    return words.size() > 1 && words.stream().allMatch(this::stands);
  }

  /// Whether what begins at `from` can be cut into phrases that stand there: *Maritime* and
  /// *Self-Defense Force*.
  private boolean phrasesStand(String name, int from) {
    for (int end = name.length(); end > from; end = lastGap(name, from, end)) {
      if (stands(name.substring(from, end))
          && (end == name.length() || phrasesStand(name, end + 1))) {
        return true;
      }
    }
    return false;
  }

  /// Where the last space or hyphen between the two stands; `from` if there is none.
  private static int lastGap(String name, int from, int end) {
    int gap = Math.max(name.lastIndexOf(' ', end - 1), name.lastIndexOf('-', end - 1));
    return Math.max(gap, from);
  }

  private static boolean isHan(String text) {
    return !text.isEmpty() && HanScript.isHan(text.charAt(0));
  }

  private boolean stands(String words) {
    return isHan(words)
        ? words.length() >= FEWEST_HAN
            && dictionary.inEnglish(HanScript.simplify(words)).stream()
                .map(TranslatedNames::stems)
                .anyMatch(english -> english.length() > 2 && stems.contains(english))
        : dictionary.inChinese(words).stream()
            .anyMatch(chinese -> chinese.length() >= FEWEST_HAN && han.contains(chinese));
  }

  /// With a space before each word and behind the last.
  private static String stems(String text) {
    return Arrays.stream(NO_LETTERS.split(text.toLowerCase(Locale.ROOT).replace('’', '\'')))
        .filter(word -> !word.isEmpty())
        .map(EnglishBase::stem)
        .collect(Collectors.joining(" ", " ", " "));
  }
}
