package dev.assay.clean.text;

/// Text as a reader sees it: runs of white space are one space, characters that have no shape are
/// gone.
///
/// Gone are zero-width and bidirectional controls (which can hide a text or reverse it), soft
/// hyphens, byte order marks, other control characters, and the invisible tag characters of plane
/// 14\. The sizes used in `clean` count a Chinese, Japanese or Korean character as [#WIDE] letters,
/// about what it carries in an English text.
public final class VisibleText {

  /// Letters of an alphabet that one ideograph is worth.
  static final int WIDE = 3;

  private VisibleText() {}

  public static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00a0'
        || c == '\u3000'
        || c >= '\u2000' && c <= '\u200a'
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202f'
        || c == '\u205f'
        || c == '\u1680'
        || c == '\u0085';
  }

  static boolean isInvisible(char c) {
    if (c < '\u00ad') {
      return c >= '\u007f' && c < '\u00a0';
    }
    return c == '\u00ad'
        || c >= '\u200b' && c <= '\u200f'
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2060' && c <= '\u206f'
        || c == '\ufeff'
        || c == '\ufff9'
        || c == '\ufffa'
        || c == '\ufffb'
        || c == '\u061c'
        || c == '\u180e'
        || c == '\uffff'
        || c == '\ufffe';
  }

  /// Whether the character at `i` is a joiner between letters of a script that writes with it, from
  /// Arabic to Sinhala: there it tells words apart.
  private static boolean joins(String text, int i) {
    char c = text.charAt(i);
    return (c == '\u200c' || c == '\u200d')
        && i > 0
        && i + 1 < text.length()
        && isJoined(text.charAt(i - 1))
        && isJoined(text.charAt(i + 1));
  }

  private static boolean isJoined(char c) {
    return c >= '\u0600' && c <= '\u0dff';
  }

  /// Whether a character is a printed one of ASCII, as most are.
  private static boolean isPlain(char c) {
    return c > ' ' && c < '\u007f';
  }

  public static boolean isWide(char c) {
    return c >= '\u2e80' && c <= '\u9fff'
        || c >= '\uac00' && c <= '\ud7a3'
        || c >= '\uf900' && c <= '\ufaff';
  }

  /// Appends `raw` to `out` in the visible form, and returns the size of what was added.
  public static int append(String raw, StringBuilder out) {
    int size = 0;
    int length = raw.length();
    for (int i = 0; i < length; i++) {
      char c = raw.charAt(i);
      if (isPlain(c)) {
        int start = i;
        while (i + 1 < length && isPlain(raw.charAt(i + 1))) {
          i++;
        }
        out.append(raw, start, i + 1);
        size += i + 1 - start;
      } else if (isSpace(c)) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
          size++;
        }
      } else if (!isInvisible(c) || joins(raw, i)) {
        if (c == '\udb40' && i + 1 < length && raw.charAt(i + 1) < '\udc80') {
          i++;
          continue;
        }
        out.append(c);
        size += isWide(c) ? WIDE : 1;
      }
    }
    return size;
  }

  /// `raw` in the visible form, without space at either end.
  public static String of(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    append(raw, out);
    return out.toString().strip();
  }

  /// The size of a text that is in the visible form.
  public static int size(CharSequence text) {
    int size = text.length();
    for (int i = 0; i < text.length(); i++) {
      if (isWide(text.charAt(i))) {
        size += WIDE - 1;
      }
    }
    return size;
  }
}
