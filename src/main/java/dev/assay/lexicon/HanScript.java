package dev.assay.lexicon;

import java.util.Arrays;

/// Traditional and simplified Chinese as one, character by character, so that offsets stay true.
///
/// The table, `lexicon/zh/simplified.tsv`, is ICU's `Traditional-Simplified` transform applied to
/// each character of the Unified Ideographs blocks alone. A character whose reading depends on its
/// neighbours (乾, 後) goes to its commonest simplified form; this is for comparing texts, not for
/// printing them. Safe for use by many threads.
public final class HanScript {

  /// The first and the last character of the Unified Ideographs blocks of the basic plane.
  static final char FIRST = '\u3400';

  static final char LAST = '\u9fff';

  private HanScript() {}

  /// Read on first use from a file, because running ICU's transform takes a third of a second.
  private static final class Table {
    static final char[] SIMPLIFIED = read();

    private static char[] read() {
      char[] table = new char[LAST - FIRST + 1];
      for (int i = 0; i < table.length; i++) {
        table[i] = (char) (FIRST + i);
      }
      for (LexiconFile.Row row : Lexicon.shipped().table("zh/simplified.tsv").rows()) {
        for (int i = 0; i < row.cell(0).length(); i++) {
          table[row.cell(0).charAt(i) - FIRST] = row.cell(1).charAt(i);
        }
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

  /// Characters that names keep in simplified texts: 俱 of 俱乐部 would become 具, 阪 of 大阪 坂.
  private static final String KEPT = "乾俱吒姊苎著藉跤阪麴";

  /// `name` in simplified characters, as it is shown.
  public static String simplifyName(String name) {
    char[] chars = name.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = KEPT.indexOf(chars[i]) < 0 ? simplify(chars[i]) : chars[i];
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

  /// A copy of the table, for tests: the character at index i is the form of `'\u3400' + i`.
  static char[] table() {
    return Arrays.copyOf(Table.SIMPLIFIED, Table.SIMPLIFIED.length);
  }
}
