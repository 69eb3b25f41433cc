package dev.assay.check;

import dev.assay.article.Paragraph;
import java.util.ArrayList;
import java.util.List;

/// Tells what belongs to a number of a table: the first cell of its row and the head of its column.
final class TableContext {

  /// In a longer row the words of the row's head tell enough.
  private static final int LONGEST_ROW = 4_000;

  private final String table;
  private final List<Stretch> heads;
  private int row;

  TableContext(String table) {
    this.table = table;
    int end = table.indexOf('\n');
    this.heads = cells(0, end < 0 ? table.length() : end);
  }

  /// `[start, end)` of the table's text.
  record Stretch(int start, int end) {}

  /// The heads that belong to the number at `at`.
  List<Stretch> of(int at) {
    int start = rowStart(at);
    int bar = table.indexOf(Paragraph.CELL, start);
    List<Stretch> found = new ArrayList<>();
    if (bar >= 0 && bar < at) {
      found.add(new Stretch(start, bar));
    }
    if (at - start <= LONGEST_ROW) {
      int column = cells(start, at).size() - 1;
      if (start > 0 && column > 0 && column < heads.size()) {
        found.add(heads.get(column));
      }
    }
    return found;
  }

  /// Where the row of `at` begins; asked in rising order, so that a long table is gone through
  /// once.
  private int rowStart(int at) {
    int next = table.indexOf('\n', row);
    while (next >= 0 && next < at) {
      row = next + 1;
      next = table.indexOf('\n', row);
    }
    return row;
  }

  private List<Stretch> cells(int from, int to) {
    List<Stretch> cells = new ArrayList<>();
    int start = from;
    int bar = table.indexOf(Paragraph.CELL, from);
    while (bar >= 0 && bar + Paragraph.CELL.length() <= to) {
      cells.add(new Stretch(start, bar));
      start = bar + Paragraph.CELL.length();
      bar = table.indexOf(Paragraph.CELL, start);
    }
    cells.add(new Stretch(start, to));
    return cells;
  }
}
