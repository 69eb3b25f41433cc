package dev.assay.fold;

import dev.assay.lexicon.Lexicon;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What outlets put around a text: bylines of editors, advertisements, disclaimers, calls to read
/// on. The phrases that give it away stand in `lexicon/copies/furniture.tsv`.
public final class Furniture {

  /// A stretch with such a phrase is not longer than this, or it is the text itself.
  private static final int LONGEST = 160;

  /// A name after `来源：` is not longer than this.
  private static final int LONGEST_WORD = 16;

  private Furniture() {}

  private record Phrase(String open, String close) {}

  private static final class Table {
    static final List<Phrase> PHRASES =
        Lexicon.shipped().table("copies/furniture.tsv").rows().stream()
            .map(row -> new Phrase(row.cell(0), row.cell(1)))
            .toList();

    /// The phrases by their first character, so that one look at most characters is enough.
    static final Map<Character, List<Phrase>> BY_FIRST =
        PHRASES.stream().collect(Collectors.groupingBy(phrase -> phrase.open.charAt(0)));

    static final BitSet FIRST = new BitSet();

    static {
      BY_FIRST.keySet().forEach(FIRST::set);
    }
  }

  /// `text` with spaces in place of its furniture, of the same length.
  public static String blanked(String text) {
    StringBuilder blanked = null;
    for (int at = 0; at < text.length(); at++) {
      if (!Table.FIRST.get(text.charAt(at))) {
        continue;
      }
      int end = end(text, at);
      if (end > at) {
        blanked = blanked == null ? new StringBuilder(text) : blanked;
        blank(blanked, at, end);
        at = end - 1;
      }
    }
    return blanked == null ? text : blanked.toString();
  }

  /// Where the furniture that opens at `at` ends, or -1 if none opens there.
  private static int end(String text, int at) {
    for (Phrase phrase : Table.BY_FIRST.getOrDefault(text.charAt(at), List.of())) {
      if (text.startsWith(phrase.open, at)) {
        int end = end(text, at + phrase.open.length(), phrase.close);
        if (end > 0) {
          return end;
        }
      }
    }
    return -1;
  }

  /// Where the stretch that opened before `from` ends, or -1 if that is too far away.
  private static int end(String text, int from, String close) {
    return switch (close) {
      case "here" -> from;
      case "word" -> wordEnd(text, from);
      case "sentence" -> endAtOneOf("。！？\n", text, from);
      case "line" -> endAtOneOf("\n", text, from);
      default -> endWith(close, text, from);
    };
  }

  private static int wordEnd(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    while (i < text.length() && i - from < LONGEST_WORD && isOfWord(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int endAtOneOf(String ends, String text, int from) {
    int last = Math.min(text.length(), from + LONGEST);
    for (int i = from; i < last; i++) {
      if (ends.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return last == text.length() ? last : -1;
  }

  private static int endWith(String close, String text, int from) {
    int last = Math.min(text.length() - close.length(), from + LONGEST);
    for (int i = from; i <= last; i++) {
      if (text.startsWith(close, i)) {
        return i + close.length();
      }
    }
    return -1;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '·' || c == '-';
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      text.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
    }
  }

  /// Words of a kind in the table of what stands in one place of two texts.
  static Set<String> words(String kind) {
    return Lexicon.shipped().table("copies/replaced.tsv").rows().stream()
        .filter(row -> row.cell(0).equals(kind))
        .flatMap(row -> Arrays.stream(row.cell(1).split(" ")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
