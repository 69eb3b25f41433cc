package dev.assay.export;

import java.util.List;
import java.util.stream.Collectors;

/// Lines of a table for spreadsheets: RFC 4180.
public final class Csv {

  /// How a spreadsheet knows a formula, in full width too.
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private Csv() {}

  /// A line, with its end.
  public static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /// Words of somebody else's in a cell. A spreadsheet takes text that begins like a formula for
  /// one, and runs it: it gets a mark before it (OWASP, CSV injection). Some pass over spaces
  /// before it.
  public static String text(String text) {
    String begin = text.stripLeading();
    boolean formula =
        !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
            || !begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
