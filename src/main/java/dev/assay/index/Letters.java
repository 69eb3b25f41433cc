package dev.assay.index;

import dev.assay.lexicon.HanScript;
import java.text.Normalizer;

/// One spelling for each letter: half width, lower case, without accents, simplified.
final class Letters {

  private static final int FULL_WIDTH_SHIFT = 0xfee0;

  private Letters() {}

  /// The folded form of `c`; more than one letter for a ligature.
  static String fold(int c) {
    if (c < 0x80) {
      return ASCII[Character.toLowerCase(c)];
    }
    if (c > Character.MAX_VALUE) {
      return Character.toString(Character.toLowerCase(c));
    }
    char half = halfWidth((char) c);
    if (half < 0x80) {
      return ASCII[Character.toLowerCase(half)];
    }
    return HanScript.isHan(half)
        ? String.valueOf(HanScript.simplify(half))
        : withoutAccents(Character.toLowerCase(half));
  }

  /// [#fold] of the letters that are folded to one of their own width, without making a text of it:
  /// ASCII and the common Chinese characters. 0 for others.
  static char plain(int c) {
    if (c < 0x80) {
      return (char) Character.toLowerCase(c);
    }
    return c <= Character.MAX_VALUE && HanScript.isHan((char) c) ? HanScript.simplify((char) c) : 0;
  }

  private static final String[] ASCII = ascii();

  private static String[] ascii() {
    String[] letters = new String[0x80];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = String.valueOf((char) i);
    }
    return letters;
  }

  private static String withoutAccents(char c) {
    return switch (c) {
      case 'ß' -> "ss";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'đ' -> "d";
      case 'ı' -> "i";
      default -> isAccented(c) ? base(c) : String.valueOf(c);
    };
  }

  private static boolean isAccented(char c) {
    return c >= 0xc0 && c <= 0x24f || c >= 0x1e00 && c <= 0x1eff;
  }

  private static String base(char c) {
    return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).substring(0, 1);
  }

  /// The half-width form of a full-width letter, digit or mark; else `c`.
  static char halfWidth(char c) {
    return c >= '\uff01' && c <= '\uff5e' ? (char) (c - FULL_WIDTH_SHIFT) : c;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLatin(char c) {
    return Character.isLetter(c) && c < 0x250;
  }

  /// Whether `c` belongs to a script that is written without spaces between words.
  static boolean isUnspaced(int c) {
    if (c < 0x1100) {
      return c >= 0x0e01 && c <= 0x0eff; // Thai, Lao
    }
    return c >= 0x3041 && c <= 0x30ff && c != '・'
        || c >= 0x31f0 && c <= 0x31ff
        || c == '々'
        || c == '〇'
        || c >= 0x3400 && c <= 0x9fff
        || c >= 0xac00 && c <= 0xd7a3
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0x20000 && c <= 0x3ffff;
  }
}
