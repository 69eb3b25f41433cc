package dev.assay.analyze.reading;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.Marker;
import dev.assay.analyze.sentence.SentenceLexicon;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The claims of a table: each figure of its cells with the headings of its row and its column,
/// what stands in the corner, and the line above the table. [HeadedFigure] says when that is
/// enough.
///
/// Columns belong to headings only if each row has as many cells: a row with more or fewer is left
/// out, and a table whose head has joined cells is not read.
final class TableClaims {

  /// Larger tables are lists of data and no part of what an article tells.
  private static final int MOST_CELLS = 600;

  private final SentenceLexicon lexicon;
  private final FoldedText text;
  private final Marker marker;
  private final int paragraph;
  private final List<HeadWords> around;
  private final List<Part> materials;
  private final List<Row> rows = new ArrayList<>();

  private record Cell(Span span, List<Mark> marks) {}

  private record Row(Span span, List<Cell> cells) {}

  /// @param around what stands above the table, the nearest first
  /// @param materials those that the article's title names
  TableClaims(
      SentenceLexicon lexicon,
      FoldedText text,
      Marker marker,
      int paragraph,
      List<HeadWords> around,
      List<Part> materials) {
    this.lexicon = lexicon;
    this.text = text;
    this.marker = marker;
    this.paragraph = paragraph;
    this.around = around;
    this.materials = materials;
  }

  /// Adds the claims in the order of the text.
  void addTo(List<Claim> claims) {
    readRows();
    int head = headRows();
    int columns = head == 0 ? 0 : rows.get(head - 1).cells().size();
    List<HeadWords> far = new ArrayList<>();
    List<HeadWords> heads = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      heads.add(head(head, column));
    }
    if (columns > 0) {
      far.add(heads.getFirst());
    }
    rows.stream()
        .filter(row -> row.cells().size() == 1 && !row.cells().getFirst().marks().isEmpty())
        .forEach(row -> far.add(words(row.cells())));
    far.addAll(around);
    for (int i = head; i < rows.size(); i++) {
      if (columns == 0 || rows.get(i).cells().size() == columns) {
        addRow(rows.get(i), heads, far, claims);
      }
    }
  }

  private void readRows() {
    int cells = 0;
    int start = 0;
    while (start < text.length && cells < MOST_CELLS) {
      int end = text.original.indexOf('\n', start);
      end = end < 0 ? text.length : end;
      if (end > start) {
        rows.add(row(start, end));
        cells += rows.getLast().cells().size();
      }
      start = end + 1;
    }
  }

  private Row row(int start, int end) {
    List<Cell> cells = new ArrayList<>();
    int from = start;
    while (from <= end) {
      int bar = text.original.indexOf(Paragraph.CELL, from);
      int to = bar < 0 || bar > end ? end : bar;
      cells.add(
          from < to
              ? new Cell(new Span(from, to), marker.marks(new Span(from, to)))
              : new Cell(new Span(start, end), List.of()));
      from = bar < 0 || bar > end ? end + 1 : to + Paragraph.CELL.length();
    }
    return new Row(new Span(start, end), cells);
  }

  /// How many rows stand over the first that holds a figure; 0 if none does, or if their cells are
  /// not those of the rows under them.
  private int headRows() {
    for (int i = 0; i < rows.size(); i++) {
      List<Cell> cells = rows.get(i).cells();
      for (int column = 1; column < cells.size(); column++) {
        if (opensWithNumber(cells.get(column).marks())) {
          return i;
        }
      }
    }
    return Math.min(1, rows.size());
  }

  private static boolean opensWithNumber(List<Mark> marks) {
    return !marks.isEmpty() && marks.getFirst() instanceof Mark.Number;
  }

  private HeadWords head(int rowsOfHead, int column) {
    List<Cell> over = new ArrayList<>();
    int columns = rows.get(rowsOfHead - 1).cells().size();
    for (int i = 0; i < rowsOfHead; i++) {
      List<Cell> cells = rows.get(i).cells();
      if (cells.size() == columns) {
        over.add(cells.get(column));
      } else if (cells.size() > 1) {
        return UNCLEAR;
      }
    }
    return words(over);
  }

  private static final HeadWords UNCLEAR =
      new HeadWords(List.of(), List.of(), List.of(), List.of(), List.of(), true);

  private HeadWords words(List<Cell> cells) {
    List<Mark> marks = new ArrayList<>();
    for (Cell cell : cells) {
      Optional<Mark.Moment> year = year(cell);
      if (year.isPresent()) {
        marks.add(year.get());
      } else {
        marks.addAll(cell.marks());
      }
    }
    return HeadWords.of(lexicon, text, marks);
  }

  /// 2024, 2024年, 2024A: a year that is over. An estimate for a year (2024E) is left unread, and so
  /// its column.
  private Optional<Mark.Moment> year(Cell cell) {
    int start = cell.span().start();
    String written = text.folded(start, cell.span().end());
    if (cell.marks().isEmpty() || !YEAR.matcher(written).matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(written.substring(0, 4));
    TimeExpression time =
        new TimeExpression(
            new Span(start, start + 4),
            year,
            0,
            0,
            0,
            -1,
            TimeExpression.Grain.YEAR,
            true,
            LocalDate.of(year, 1, 1),
            LocalDate.of(year, 12, 31));
    return Optional.of(new Mark.Moment(start, cell.span().end(), time));
  }

  private static final Pattern YEAR = Pattern.compile("(19|20)[0-9][0-9] ?(年|a)?");

  private void addRow(Row row, List<HeadWords> heads, List<HeadWords> far, List<Claim> claims) {
    List<Cell> cells = row.cells();
    if (hasNumber(cells.getFirst().marks())) {
      return;
    }
    HeadWords label = words(List.of(cells.getFirst()));
    for (int column = 1; column < cells.size(); column++) {
      HeadWords over = heads.isEmpty() ? HeadWords.NONE : heads.get(column);
      List<TimeExpression> times = timesBeside(cells, column);
      if (times.size() < 2) {
        HeadedFigure.Heads told =
            new HeadedFigure.Heads(
                List.of(label, over), far, times.isEmpty() ? null : times.getFirst(), materials);
        HeadedFigure.claims(lexicon, text, cells.get(column).marks(), told, paragraph, row.span())
            .forEach(claims::add);
      }
    }
  }

  /// When a row's figures hold, told in a cell of their own ("2023, approved limit").
  private static List<TimeExpression> timesBeside(List<Cell> cells, int column) {
    List<TimeExpression> times = new ArrayList<>();
    for (int i = 1; i < cells.size(); i++) {
      List<Mark> marks = cells.get(i).marks();
      if (i != column && !hasNumber(marks)) {
        marks.stream()
            .filter(mark -> mark instanceof Mark.Moment)
            .forEach(mark -> times.add(((Mark.Moment) mark).time()));
      }
    }
    return times;
  }

  private static boolean hasNumber(List<Mark> marks) {
    return marks.stream().anyMatch(mark -> mark instanceof Mark.Number);
  }
}
