package dev.assay.source.archive;

import java.util.ArrayList;
import java.util.List;

/// Rows of a table in text (RFC 4180): commas, quotes, quotes doubled within quotes.
final class Csv {

  private Csv() {}

  static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == ',') {
        row.add(end(cell));
      } else if (c == '\n') {
        row.add(end(cell));
        rows.add(row);
        row = new ArrayList<>();
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (!row.isEmpty() || !cell.isEmpty()) {
      row.add(end(cell));
      rows.add(row);
    }
    return rows;
  }

  private static String end(StringBuilder cell) {
    String text = cell.toString();
    cell.setLength(0);
    return text;
  }
}
