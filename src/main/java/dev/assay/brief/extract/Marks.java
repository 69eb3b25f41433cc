package dev.assay.brief.extract;

import java.util.Arrays;

/// Quotation marks and brackets that come in pairs.
final class Marks {

  private static final String OPEN = "“‘「『（(《〈【[";
  private static final String CLOSE = "”’」』）)》〉】]";
  private static final int APOSTROPHE = CLOSE.indexOf('’');

  private Marks() {}

  /// Whether every mark that opens in `[start, end)` also closes there, and the reverse. An
  /// apostrophe is no quotation mark.
  static boolean areBalanced(String text, int start, int end) {
    int[] open = new int[OPEN.length()];
    int straight = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int opens = OPEN.indexOf(c);
      int closes = CLOSE.indexOf(c);
      if (c == '"') {
        straight++;
      } else if (opens >= 0) {
        open[opens]++;
      } else if (closes >= 0 && !(closes == APOSTROPHE && open[closes] == 0)) {
        if (--open[closes] < 0) {
          return false;
        }
      }
    }
    return straight % 2 == 0 && Arrays.stream(open).allMatch(count -> count == 0);
  }

  /// Whether a round bracket that opens after `from` is still open at `at`.
  static boolean isInBrackets(String text, int from, int at) {
    int open = 0;
    for (int i = from; i < at; i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '（') {
        open++;
      } else if ((c == ')' || c == '）') && open > 0) {
        open--;
      }
    }
    return open > 0;
  }
}
