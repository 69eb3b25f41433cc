package dev.assay.export;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The figures of a pack as a table: a row each, the same in both forms.
final class FigureTable {

  private static final List<String> COLUMNS =
      List.of(
          "entry",
          "title",
          "verdict",
          "written",
          "low",
          "high",
          "unit",
          "modifier",
          "scope",
          "time_from",
          "time_until",
          "time_stated",
          "stance",
          "standing",
          "source",
          "published",
          "fetched",
          "quote",
          "article",
          "paragraph",
          "address",
          "link",
          "sha256");

  private FigureTable() {}

  /// What stands in a cell.
  sealed interface Cell {
    record Text(String text) implements Cell {}

    record Number(BigDecimal number) implements Cell {}

    record Link(String address) implements Cell {}
  }

  static List<String> columns() {
    return COLUMNS;
  }

  /// @param sums of the texts, by file
  static List<List<Cell>> rows(List<PackFigure> figures, Map<String, String> sums) {
    return figures.stream().map(figure -> row(figure, sums)).toList();
  }

  private static List<Cell> row(PackFigure figure, Map<String, String> sums) {
    Evidence evidence = figure.row().evidence();
    Claim claim = evidence.claim();
    Optional<Quantity> read = claim.quantity();
    Period period = figure.row().period();
    PackSource source = figure.quote().source();
    String address = source.address() == null ? "" : source.address().toASCIIString();
    List<Cell> cells = new ArrayList<>();
    cells.add(text(figure.entry().value()));
    cells.add(text(figure.title()));
    cells.add(text(figure.verdict()));
    cells.add(text(evidence.written()));
    cells.add(number(read.map(Quantity::low).orElse(null)));
    cells.add(number(read.map(Quantity::high).orElse(null)));
    cells.add(text(read.map(one -> one.unit().code()).orElse("date")));
    cells.add(text(read.map(one -> one.modifier().word()).orElse("exact")));
    cells.add(text(figure.scope()));
    cells.add(text(period.first() == null ? "" : period.first().toString()));
    cells.add(text(period.last() == null ? "" : period.last().toString()));
    cells.add(text(String.valueOf(period.stated())));
    cells.add(text(claim.stance().word()));
    cells.add(text(figure.standing()));
    cells.add(text(source.outlet()));
    cells.add(text(source.published()));
    cells.add(text(PackWords.minute(source.article().fetchedAt())));
    cells.add(text(figure.quote().exact()));
    cells.add(text(source.id().toString()));
    cells.add(new Cell.Number(BigDecimal.valueOf(figure.quote().paragraph())));
    cells.add(link(address));
    cells.add(link(Markup.fragment(figure.quote())));
    cells.add(text(sums.getOrDefault(source.file(), "")));
    return cells;
  }

  private static Cell text(String text) {
    return new Cell.Text(text);
  }

  private static Cell number(@Nullable BigDecimal number) {
    return number == null ? text("") : new Cell.Number(number);
  }

  private static Cell link(String address) {
    return address.isEmpty() ? text("") : new Cell.Link(address);
  }

  /// The table for spreadsheets that read text.
  static String csv(List<List<Cell>> rows) {
    StringBuilder out = new StringBuilder(Csv.line(COLUMNS));
    for (List<Cell> row : rows) {
      out.append(
          Csv.line(
              row.stream()
                  .map(
                      cell ->
                          switch (cell) {
                            case Cell.Text(String text) -> Csv.text(text);
                            case Cell.Number(BigDecimal number) ->
                                number.stripTrailingZeros().toPlainString();
                            case Cell.Link(String address) -> address;
                          })
                  .toList()));
    }
    return out.toString();
  }
}
