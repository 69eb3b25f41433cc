package dev.assay.lexicon;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;

/// Traditional and simplified Chinese as one, character by character, so that offsets stay true.
///
/// The table is ICU's `Traditional-Simplified` transform applied to each character of the Unified
/// Ideographs blocks alone. A character whose reading depends on its neighbours (乾, 後) goes to its
/// commonest simplified form; this is for comparing texts, not for printing them. Safe for use by
/// many threads.
public final class HanScript {

  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9fff';

  private HanScript() {}

  /// Read on first use: some 27,000 characters in one pass.
  private static final class Table {
    static final char[] SIMPLIFIED = simplifiedForms();

    private static char[] simplifiedForms() {
      Transliterator transform = Transliterator.getInstance("Traditional-Simplified");
      int count = LAST - FIRST + 1;
      char[] alone = new char[2 * count];
      for (int i = 0; i < count; i++) {
        alone[2 * i] = (char) (FIRST + i);
        alone[2 * i + 1] = '\n'; // keeps rules on neighbours from reaching across
      }
      String converted = transform.transliterate(new String(alone));
      char[] table = new char[count];
      int at = 0;
      for (int i = 0; i < count; i++) {
        int end = converted.indexOf('\n', at);
        table[i] = end - at == 1 ? converted.charAt(at) : (char) (FIRST + i);
        at = end + 1;
      }
      return table;
    }
  }

  /// The simplified form of `c`, or `c` itself.
  public static char simplify(char c) {
    return c < FIRST || c > LAST ? c : Table.SIMPLIFIED[c - FIRST];
  }

  /// `text` in simplified characters, of the same length.
  public static String simplify(String text) {
    int at = firstTraditional(text);
    if (at < 0) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (int i = at; i < chars.length; i++) {
      chars[i] = simplify(chars[i]);
    }
    return new String(chars);
  }

  private static int firstTraditional(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != simplify(c)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether `c` is a Chinese character of the Unified Ideographs blocks.
  public static boolean isHan(char c) {
    return c >= FIRST && c <= LAST;
  }

  /// Han characters of `text` that differ from their simplified form.
  public static int traditionalCount(String text) {
    return (int) text.chars().filter(c -> c != simplify((char) c)).count();
  }

  /// A copy of the table, for tests: the character at index i is the form of `'\u3400' + i`.
  static char[] table() {
    return Arrays.copyOf(Table.SIMPLIFIED, Table.SIMPLIFIED.length);
  }
}
