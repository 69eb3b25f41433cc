package dev.assay.web;

import dev.assay.article.Paragraph;
import java.util.List;
import java.util.stream.IntStream;

/// A table's paragraph as rows of cells.
///
/// @param head whether this is the first of several rows, which names the columns in most tables
public record TableRow(List<String> cells, boolean head) {

  public TableRow {
    cells = List.copyOf(cells);
  }

  /// The rows of a paragraph of kind `TABLE`.
  public static List<TableRow> of(Paragraph table) {
    List<String> rows = table.text().lines().toList();
    return IntStream.range(0, rows.size())
        .mapToObj(i -> new TableRow(cells(rows.get(i)), i == 0 && rows.size() > 1))
        .toList();
  }

  private static List<String> cells(String row) {
    return List.of(row.split(Paragraph.CELL, -1));
  }
}
