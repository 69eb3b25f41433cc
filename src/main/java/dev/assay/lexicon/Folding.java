package dev.assay.lexicon;

import java.text.Normalizer;

/// One form for each character, whatever its case, width, accent or script, so that offsets stay
/// true: `Ｌｙｎａｓ`, `LYNAS` and `lynas` are one, as are 釹 and 钕, `rare-earth` and `rare earth`.
///
/// Each UTF-16 unit becomes exactly one. Safe for use by many threads.
///
/// Texts are folded otherwise in three places, each for a reason: [#letters] leaves signs as they
/// are, since the check of a sentence tells its clauses by them; `analyze.text.FoldedText` keeps
/// hyphens, accents and the Chinese comma, which mean something beside a number (-5, 3-5, 1,500);
/// `index.Letters` makes several letters of a ligature, which a search may and an offset must not.
public final class Folding {

  private static final int SMALL = 0x250;
  private static final char[] LATIN = latin();

  private Folding() {}

  private static char[] latin() {
    char[] table = new char[SMALL];
    for (char c = 0; c < SMALL; c++) {
      String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      char base = Character.isLetter(c) ? bare.charAt(0) : c;
      table[c] = Character.toLowerCase(base);
    }
    table['-'] = ' ';
    table['\t'] = ' ';
    table['\n'] = ' ';
    table['\u00a0'] = ' ';
    table['\u00ad'] = ' ';
    return table;
  }

  /// The folded form of `text`, of the same length.
  public static char[] fold(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = fold(chars[i]);
    }
    return chars;
  }

  /// `text` of the same length with only its letters folded: small ones in place of capitals of
  /// ASCII, and simplified Chinese.
  public static char[] letters(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      chars[i] = c < 128 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : HanScript.simplify(c);
    }
    return chars;
  }

  /// The folded form of `c`.
  public static char fold(char c) {
    if (c < SMALL) {
      return LATIN[c];
    }
    if (HanScript.isHan(c)) {
      return HanScript.simplify(c);
    }
    if (c >= '\uff01' && c <= '\uff5e') {
      return fold((char) (c - '\uff01' + '!'));
    }
    return switch (c) {
      case '\u2018', '\u2019', '\u02bc' -> '\'';
      case '\u201c', '\u201d' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> ' ';
      case '\u3000', '\u2002', '\u2003', '\u2009', '\u202f' -> ' ';
      case '\u30fb', '\u2022', '\u2027' -> '·';
      default -> Character.toLowerCase(c);
    };
  }

  /// Whether `c`, folded or not, belongs to a word that is written with spaces around it.
  public static boolean isWordCharacter(char c) {
    if (c < SMALL) {
      return Character.isLetterOrDigit(c);
    }
    boolean fullWidth = c >= '\uff10' && c <= '\uff5a';
    return (c < '\u2e80' || fullWidth) && Character.isLetterOrDigit(c);
  }
}
