package dev.assay.analyze.text;

import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.WordTable;

/// A text beside a folded copy of the same length, so that offsets stay true: lower case, half
/// width, simplified, every kind of space a space.
public final class FoldedText {

  private static final class Table {
    static final char[] FOLDED = folded();

    private static char[] folded() {
      char[] table = new char[Character.MAX_VALUE + 1];
      for (int c = 0; c <= Character.MAX_VALUE; c++) {
        table[c] = fold((char) c);
      }
      return table;
    }

    private static char fold(char c) {
      return switch (c) {
        case '，', '：', '；' -> c; // a Chinese comma joins clauses, not the groups of a number
        case '\u00a0', '\u2007', '\u2009', '\u202f', '\u3000', '\t' -> ' ';
        case '餘', '馀' -> '余';
        case '\u2012', '\u2013', '\u2212', '\u2010', '\u2011', '\uff0d' -> '-';
        case '～', '〜', '∼' -> '~';
        case '’', '‘' -> '\'';
        case '“', '”' -> '"';
        case '￥' -> '¥';
        case '￡' -> '£';
        default ->
            c > '\uff00' && c < '\uff5f'
                ? Character.toLowerCase((char) (c - 0xfee0))
                : HanScript.simplify(lower(c));
      };
    }

    /// Letters only: the Kelvin and Angstrom signs stay apart from k and å.
    private static char lower(char c) {
      return c < '\u0250' ? Character.toLowerCase(c) : c;
    }
  }

  public final String original;
  public final char[] chars;
  public final int length;

  public FoldedText(String text) {
    this.original = text;
    this.length = text.length();
    this.chars = text.toCharArray();
    char[] table = Table.FOLDED;
    for (int i = 0; i < length; i++) {
      chars[i] = table[chars[i]];
    }
  }

  public static String fold(String text) {
    return new String(new FoldedText(text).chars);
  }

  /// The folded character at `i`, or a line end outside the text.
  public char at(int i) {
    return i >= 0 && i < length ? chars[i] : '\n';
  }

  public boolean isDigit(int i) {
    char c = at(i);
    return c >= '0' && c <= '9';
  }

  /// The number of two digits at `i`, where two stand.
  public int twoDigits(int i) {
    return 10 * (at(i) - '0') + at(i + 1) - '0';
  }

  /// Whether three digits and no fourth follow `i`, as after the comma of 1,500.
  public boolean isGroup(int i) {
    return isDigit(i + 1) && isDigit(i + 2) && isDigit(i + 3) && !isDigit(i + 4);
  }

  public boolean isLatin(int i) {
    return WordTable.isLatin(at(i));
  }

  public boolean isHan(int i) {
    return HanScript.isHan(at(i));
  }

  public boolean isUpper(int i) {
    return i >= 0 && i < length && Character.isUpperCase(original.charAt(i));
  }

  /// Whether the capitals of `word` stand at `i` as in `word`; that its letters do is known.
  public boolean isSpelled(String word, int i) {
    for (int k = 0; k < word.length(); k++) {
      char expected = word.charAt(k);
      if (Character.isLetter(expected) && Character.isUpperCase(expected) != isUpper(i + k)) {
        return false;
      }
    }
    return true;
  }

  /// Whether no word stands in the text beside `[start, end)`, as far as 40 characters.
  public boolean isAlone(int start, int end) {
    for (int i = Math.max(0, start - 40); i < Math.min(length, end + 40); i++) {
      boolean inside = i >= start && i < end;
      if (!inside && (isHan(i) || isLatin(i))) {
        return false;
      }
    }
    return start <= 40 && length - end <= 40;
  }

  /// The first place from `i` on that is no space.
  public int skipSpaces(int i) {
    int at = i;
    while (at < length && chars[at] == ' ') {
      at++;
    }
    return at;
  }

  /// The place after the last character before `i` that is no space.
  public int skipSpacesBack(int i) {
    int at = i;
    while (at > 0 && chars[at - 1] == ' ') {
      at--;
    }
    return at;
  }

  /// Whether `word`, itself folded, stands at `i`.
  public boolean startsWith(String word, int i) {
    if (i < 0 || i + word.length() > length) {
      return false;
    }
    for (int k = 0; k < word.length(); k++) {
      if (chars[i + k] != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /// Whether `word` stands before `i`.
  public boolean endsWith(String word, int i) {
    return startsWith(word, i - word.length());
  }

  /// Whether `word` stands at `i` and is no part of a longer Latin word.
  public boolean hasWord(String word, int i) {
    return startsWith(word, i) && !isLatin(i + word.length()) && !isLatin(i - 1);
  }

  /// Whether the letters `suffix` stand at `i`, after a number, and no further letter.
  public boolean hasSuffix(String suffix, int i) {
    return startsWith(suffix, i) && !isLatin(i + suffix.length());
  }

  /// Where the Latin word that ends before `i` begins; `i` if there is none.
  public int wordStart(int i) {
    int at = i;
    while (at > 0 && WordTable.isLatin(chars[at - 1])) {
      at--;
    }
    return at;
  }

  /// Where the Latin word that begins at `i` ends; `i` if there is none.
  public int wordEnd(int i) {
    int at = i;
    while (at < length && WordTable.isLatin(chars[at])) {
      at++;
    }
    return at;
  }

  public String folded(int from, int to) {
    return new String(chars, from, to - from);
  }
}
