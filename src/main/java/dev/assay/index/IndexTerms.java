package dev.assay.index;

import dev.assay.article.Paragraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts text into the terms that are indexed and asked for; the same on both sides, for every
/// index.
/// - Latin (and any other spaced) words: lower case, without accents, an English stem (Porter 2),
///   and the word itself where it differs from its stem.
/// - Codes keep whole: `F-35`, `688077.SH`, `NdFeB`, `3.2%` are one term each, and their parts are
///   terms too. Commas in numbers are dropped: `1,000` is `1000`.
/// - Chinese, and kana and hangul: single characters and overlapping pairs, traditional as
///   simplified, so that every word of two characters is found and a longer one is a run of pairs.
/// - Full-width forms are their half-width ones.
///
/// Linear in the text; a word is cut at 64 characters. Safe for use by many threads.
public final class IndexTerms {

  /// Changes whenever the same article would give other terms: an index of another version is
  /// rebuilt.
  public static final int VERSION = 5;

  /// Before the word as written, to tell it from a stem of the same letters.
  public static final char EXACT_MARK = '=';

  private static final int LONGEST = 64;

  /// The title counts as if the text said it so many times.
  private static final int TITLE_TIMES = 2;

  /// UTF-16 units of a value that is one term: Lucene takes no term of more than 32,766 bytes, and
  /// a character of UTF-16 is three at most.
  private static final int LONGEST_VALUE = 8_000;

  private IndexTerms() {}

  /// What a term is.
  public enum Kind {
    /// A spaced word as its stem, or a number.
    STEM,
    /// The word as written, after [#EXACT_MARK].
    EXACT,
    /// A run with inner marks, joined: `f35` of F-35.
    CODE,
    /// One Chinese character.
    CHARACTER,
    /// Two neighbouring Chinese characters.
    PAIR;

    /// Whether terms of this kind come from text written without spaces.
    public boolean isHan() {
      return this == CHARACTER || this == PAIR;
    }
  }

  /// One term and its place.
  ///
  /// @param position counts words and characters from 0; terms of one place share it
  /// @param start offset in the text, UTF-16
  /// @param end offset after its last unit
  public record Word(Kind kind, String term, int position, int start, int end) {}

  /// What an article's text is found by: the words of its title, so often as they count, and of
  /// each paragraph.
  public static List<List<Word>> texts(List<Word> title, List<Paragraph> paragraphs) {
    List<List<Word>> texts = new ArrayList<>();
    for (int i = 0; i < TITLE_TIMES && !paragraphs.isEmpty(); i++) {
      texts.add(title);
    }
    paragraphs.forEach(paragraph -> texts.add(of(paragraph.text())));
    return texts;
  }

  /// The one term of a value that is asked for as a whole, such as a source or a tag.
  public static String value(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
  }

  /// The terms of `text` in order of position.
  public static List<Word> of(String text) {
    return new Reader(text, null).read();
  }

  /// Those of the terms of `text` that begin as one of `sought` does, in order of position: a text
  /// is passed over several times as fast as it is cut.
  public static List<Word> among(String text, Sought sought) {
    return new Reader(text, sought).read();
  }

  /// The letters that some terms begin with. Immutable.
  public static final class Sought {
    private final BitSet first = new BitSet();

    /// @param terms as [Word#term] has them
    public Sought(Collection<String> terms) {
      for (String term : terms) {
        int at = term.charAt(0) == EXACT_MARK && term.length() > 1 ? 1 : 0;
        first.set(term.charAt(at));
      }
    }

    /// Whether a term may begin with the letter `c`; a stem begins as its word does.
    private boolean holds(int c) {
      char plain = Letters.plain(c);
      return plain == 0 ? holds(Letters.fold(c)) : first.get(plain);
    }

    private boolean holds(String folded) {
      return !folded.isEmpty() && first.get(folded.charAt(0));
    }
  }

  private static final class Reader {
    private final String text;
    private final @Nullable Sought sought;
    private final List<Word> words;
    private int position;

    Reader(String text, @Nullable Sought sought) {
      this.text = text;
      this.sought = sought;
      this.words = sought == null ? new ArrayList<>(text.length() / 3 + 4) : new ArrayList<>();
    }

    private boolean isSought(int c) {
      return sought == null || sought.holds(c);
    }

    List<Word> read() {
      int at = 0;
      while (at < text.length()) {
        int c = text.codePointAt(at);
        if (Letters.isUnspaced(c)) {
          at = readUnspaced(at);
        } else if (Character.isLetterOrDigit(c)) {
          at = readSpaced(at);
        } else {
          at += Character.charCount(c);
        }
      }
      return words;
    }

    /// A run of Chinese characters: each alone, and each with its follower.
    private int readUnspaced(int from) {
      int at = from;
      int c = text.codePointAt(at);
      String folded = "";
      while (true) {
        int next = at + Character.charCount(c);
        boolean last = next >= text.length() || !Letters.isUnspaced(text.codePointAt(next));
        int follower = last ? 0 : text.codePointAt(next);
        String second = "";
        if (isSought(c)) {
          String character = folded.isEmpty() ? Letters.fold(c) : folded;
          words.add(new Word(Kind.CHARACTER, character, position, at, next));
          if (!last) {
            second = Letters.fold(follower);
            int end = next + Character.charCount(follower);
            words.add(new Word(Kind.PAIR, character.concat(second), position, at, end));
          }
        }
        position++;
        if (last) {
          return next;
        }
        at = next;
        c = follower;
        folded = second;
      }
    }

    /// A run of letters, digits and the marks that hold a code together.
    private int readSpaced(int from) {
      List<int[]> parts = new ArrayList<>(2);
      int start = from;
      int end = endOfPart(start);
      parts.add(new int[] {start, end});
      while (end < text.length() && end - from < LONGEST && joins(start, end)) {
        start = end + 1;
        end = endOfPart(start);
        parts.add(new int[] {start, end});
      }
      if (parts.size() > 1 && isSought(text.codePointAt(from))) {
        words.add(new Word(Kind.CODE, joined(parts), position, from, end));
      }
      for (int[] part : parts) {
        addPart(part[0], part[1]);
      }
      return end;
    }

    private int endOfPart(int from) {
      int at = from;
      while (at < text.length() && at - from < LONGEST && inPart(from, at)) {
        at += Character.charCount(text.codePointAt(at));
      }
      return at;
    }

    private boolean inPart(int from, int at) {
      int c = text.codePointAt(at);
      if (Character.isLetterOrDigit(c)) {
        return !Letters.isUnspaced(c);
      }
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        return at > from;
      }
      return at > from && isInnerMark(c, at);
    }

    /// The apostrophe of `don't`, the comma of `1,000` and the point of `3.2`.
    private boolean isInnerMark(int c, int at) {
      if (at + 1 >= text.length()) {
        return false;
      }
      char before = Letters.halfWidth(text.charAt(at - 1));
      char after = Letters.halfWidth(text.charAt(at + 1));
      return switch (c) {
        case '\'', '’' -> Letters.isLatin(before) && Letters.isLatin(after);
        case ',' -> Letters.isDigit(before) && groupOfThree(at + 1);
        case '.', '．' -> Letters.isDigit(before) && Letters.isDigit(after);
        default -> false;
      };
    }

    private boolean groupOfThree(int from) {
      for (int i = from; i < from + 3; i++) {
        if (i >= text.length() || !Letters.isDigit(Letters.halfWidth(text.charAt(i)))) {
          return false;
        }
      }
      return from + 3 >= text.length()
          || !Letters.isDigit(Letters.halfWidth(text.charAt(from + 3)));
    }

    /// Whether the mark at `mark` holds the part from `start` and what follows in one code.
    private boolean joins(int start, int mark) {
      if (mark + 1 >= text.length() || !isSpacedLetter(text.codePointAt(mark + 1))) {
        return false;
      }
      return switch (text.charAt(mark)) {
        case '-', '‐', '‑', '–' -> true;
        case '.' ->
            mark - start == 1 && oneLetterAt(mark + 1) || endsInDigit(mark) || codeAt(mark + 1);
        case '&' -> mark - start <= 2;
        default -> false;
      };
    }

    private boolean oneLetterAt(int at) {
      return at + 1 >= text.length() || !isSpacedLetter(text.codePointAt(at + 1));
    }

    private boolean endsInDigit(int end) {
      return Letters.isDigit(Letters.halfWidth(text.charAt(end - 1)));
    }

    private boolean codeAt(int at) {
      return Letters.isDigit(Letters.halfWidth(text.charAt(at)));
    }

    private static boolean isSpacedLetter(int c) {
      return Character.isLetterOrDigit(c) && !Letters.isUnspaced(c);
    }

    private String joined(List<int[]> parts) {
      StringBuilder code = new StringBuilder();
      parts.forEach(part -> code.append(folded(part[0], part[1])));
      return code.toString();
    }

    private void addPart(int start, int end) {
      if (isAsciiLetter(text.charAt(start)) && !isSought(text.charAt(start))) {
        position++;
        return;
      }
      String word = folded(start, end);
      if (word.isEmpty()) {
        return;
      }
      String stem = Stems.of(word);
      words.add(new Word(Kind.STEM, stem, position, start, end));
      if (!Letters.isDigit(word.charAt(0))) {
        words.add(new Word(Kind.EXACT, EXACT_MARK + word, position, start, end));
      }
      addPercent(word, start, end);
      addUnit(word, start, end);
      position++;
    }

    private static boolean isAsciiLetter(char c) {
      return c < 0x80 && !Letters.isDigit(c);
    }

    private void addPercent(String word, int start, int end) {
      if (endsInDigit(end) && end < text.length() && Letters.halfWidth(text.charAt(end)) == '%') {
        words.add(new Word(Kind.CODE, word + "%", position, start, end + 1));
      }
    }

    /// Of `100mw` also `100` and `mw`, so that the spaced spelling finds it.
    private void addUnit(String word, int start, int end) {
      int digits = 0;
      while (digits < word.length()
          && (Letters.isDigit(word.charAt(digits)) || word.charAt(digits) == '.')) {
        digits++;
      }
      boolean unit = digits > 0 && word.length() - digits >= 2;
      for (int i = digits; unit && i < word.length(); i++) {
        unit = Letters.isLatin(word.charAt(i));
      }
      if (unit && word.length() == end - start) {
        words.add(new Word(Kind.STEM, word.substring(0, digits), position, start, start + digits));
        words.add(
            new Word(Kind.STEM, Stems.of(word.substring(digits)), position, start + digits, end));
      }
    }

    private String folded(int start, int end) {
      return isFolded(start, end) ? text.substring(start, end) : spelledOut(start, end);
    }

    private boolean isFolded(int start, int end) {
      for (int i = start; i < end; i++) {
        char c = text.charAt(i);
        if ((c < 'a' || c > 'z') && !Letters.isDigit(c)) {
          return false;
        }
      }
      return true;
    }

    private String spelledOut(int start, int end) {
      StringBuilder word = new StringBuilder(end - start);
      for (int i = start; i < end; ) {
        int c = text.codePointAt(i);
        i += Character.charCount(c);
        if (c == '\'' || c == '’') {
          if (i == end - 1 && Character.toLowerCase(text.charAt(i)) == 's') {
            break;
          }
        } else if (c != ',' && Character.getType(c) != Character.NON_SPACING_MARK) {
          word.append(Letters.fold(c));
        }
      }
      return word.toString();
    }
  }
}
