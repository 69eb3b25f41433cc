package dev.assay.analyze.text;

import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Cuts a paragraph into sentences, in Chinese and in languages that end a sentence with a full
/// stop.
///
/// A Chinese sentence ends at `。！？` or at a line break, together with the quotation marks and
/// brackets that close there. Elsewhere a full stop ends a sentence only if what follows begins
/// like one and what stands before is no abbreviation, initial or number. An item of a list that
/// was set in a line (`... built. - The mine ...`, `• The mine`) is a sentence of its own. Linear
/// in the text; spans cover the sentences without the space and the item's mark around them, in
/// order, and never overlap.
public final class Sentences {

  private static final String HAN_ENDS = "。！？";
  private static final String LATIN_ENDS = ".!?…";
  private static final String CLOSERS = "”’」』）)】》]\"'";

  /// Before an item of a list: a dash counts only behind the end of a sentence or clause.
  private static final String BULLETS = "•●▪◆■";

  private static final String DASHES = "-–*";
  private static final String ITEM_ENDS = ":;：；";

  /// What stands before the last full stop of *J. Abrams*, *J.J. Abrams* and *N.S.A.*
  private static final Pattern INITIALS = Pattern.compile("\\p{Lu}(\\.\\p{Lu})*");

  private static final class Table {
    static final Set<String> ABBREVIATIONS = of("abbreviation");
    static final Set<String> MAY_END = of("may-end");
    static final Set<String> BEFORE_LETTERS = of("before-letters");
    static final Set<String> STARTERS = of("starter");

    private static Set<String> of(String kind) {
      return Lexicon.shipped().table("en/sentence-words.tsv").rows().stream()
          .filter(row -> row.cell(0).equals(kind))
          .flatMap(row -> Stream.of(row.cell(1).split(" ")))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private Sentences() {}

  /// The sentences of `text`, in order.
  public static List<Span> of(String text) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (endsAt(text, i)) {
        int end = afterClosers(text, i + 1);
        add(text, start, end, sentences);
        start = end;
        i = end - 1;
      }
    }
    add(text, start, text.length(), sentences);
    return List.copyOf(sentences);
  }

  private static void add(String text, int from, int to, List<Span> sentences) {
    int start = from;
    int end = to;
    while (start < end && (isSpace(text.charAt(start)) || isItemMark(text, start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      sentences.add(new Span(start, end));
    }
  }

  private static boolean endsAt(String text, int i) {
    char c = text.charAt(i);
    if (c == '\n') {
      return true;
    }
    boolean repeated = i + 1 < text.length() && isEnd(text.charAt(i + 1));
    if (HAN_ENDS.indexOf(c) >= 0) {
      return !repeated;
    }
    return LATIN_ENDS.indexOf(c) >= 0 && !repeated && endsLatin(text, i)
        || ITEM_ENDS.indexOf(c) >= 0 && isBeforeItem(text, i + 1)
        || isSpace(c) && i + 1 < text.length() && isBullet(text, i + 1);
  }

  private static boolean isBullet(String text, int i) {
    return BULLETS.indexOf(text.charAt(i)) >= 0 && isItemMark(text, i);
  }

  /// Whether space, a mark and the head of an item stand at `from`.
  private static boolean isBeforeItem(String text, int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i > from && i < text.length() && isItemMark(text, i);
  }

  /// Whether a mark at `i` stands before space and a capital, a quotation or a Chinese character,
  /// or alone at the end of the text.
  private static boolean isItemMark(String text, int i) {
    char mark = text.charAt(i);
    int next = i + 1;
    while (next < text.length() && isSpace(text.charAt(next))) {
      next++;
    }
    return (DASHES.indexOf(mark) >= 0 || BULLETS.indexOf(mark) >= 0)
        && (next == text.length() || next > i + 1 && opensItem(text.charAt(next)));
  }

  private static boolean opensItem(char c) {
    return Character.isUpperCase(c) || c > '\u2e80' || c == '“' || c == '"';
  }

  private static boolean isEnd(char c) {
    return HAN_ENDS.indexOf(c) >= 0 || LATIN_ENDS.indexOf(c) >= 0;
  }

  private static boolean endsLatin(String text, int i) {
    int next = afterClosers(text, i + 1);
    if (next == text.length()) {
      return true;
    }
    if (!isSpace(text.charAt(next))) {
      return false;
    }
    while (next < text.length() && isSpace(text.charAt(next))) {
      next++;
    }
    return next == text.length()
        || isItemMark(text, next)
        || beginsSentence(text.charAt(next))
            && !(text.charAt(i) == '.' && continues(text, i, next));
  }

  private static boolean beginsSentence(char c) {
    return !Character.isLowerCase(c) && ",;:)-–".indexOf(c) < 0;
  }

  /// Whether the full stop at `stop` belongs to an abbreviation, and the sentence goes on at
  /// `next`.
  private static boolean continues(String text, int stop, int next) {
    int start = stop;
    while (start > 0 && stop - start < 12 && isWordOrStop(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, stop);
    String lower = word.toLowerCase(Locale.ROOT);
    boolean initials = INITIALS.matcher(word).matches();
    boolean run = initials && word.length() > 1;
    boolean mayEnd = run || Table.MAY_END.contains(lower);
    boolean letters = run && Table.BEFORE_LETTERS.contains(wordBefore(text, start));
    return (initials || mayEnd || Table.ABBREVIATIONS.contains(lower))
        && !(mayEnd && opensSentence(text, next))
        && (!letters || Table.MAY_END.contains(lower));
  }

  private static String wordBefore(String text, int start) {
    int end = start;
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    int from = end;
    while (from > 0 && end - from < 12 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, end);
  }

  /// Whether one of the words that open sentences stands there; *A* of A.M. Orr is none.
  private static boolean opensSentence(String text, int at) {
    String word = wordAt(text, at);
    int end = at + word.length();
    return Table.STARTERS.contains(word) && (end == text.length() || text.charAt(end) != '.');
  }

  private static String wordAt(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 12 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }

  private static boolean isWordOrStop(char c) {
    return c == '.' || Character.isLetter(c);
  }

  private static int afterClosers(String text, int from) {
    int i = from;
    while (i < text.length() && CLOSERS.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u3000' || c == '\u00a0';
  }
}
