package dev.assay.api;

import dev.assay.api.LedgerShapes.Entry;
import dev.assay.api.LedgerShapes.LedgerFigure;
import dev.assay.api.LedgerShapes.ScopePart;
import dev.assay.api.LedgerShapes.Term;
import dev.assay.export.Csv;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The ledger as a table for spreadsheets: RFC 4180, UTF-8, a line for each figure.
public final class LedgerCsv {

  private static final List<String> COLUMNS =
      List.of(
          "entry",
          "title",
          "verdict",
          "reason",
          "entity",
          "property",
          "scope",
          "written",
          "low",
          "high",
          "unit",
          "modifier",
          "allows",
          "allows_low",
          "allows_high",
          "allows_unit",
          "time_from",
          "time_until",
          "time_stated",
          "standing",
          "why",
          "source",
          "published",
          "language",
          "speaker",
          "stance",
          "article",
          "paragraph",
          "quote",
          "copies");

  private LedgerCsv() {}

  /// The first line, with its end.
  public static String head() {
    return Csv.line(COLUMNS);
  }

  /// The lines of one entry, with their ends.
  public static String lines(Entry entry) {
    return entry.rows().stream().map(row -> line(entry, row)).collect(Collectors.joining());
  }

  private static String line(Entry entry, LedgerFigure row) {
    Term speaker = row.speaker();
    return Csv.line(
        List.of(
            entry.id(),
            Csv.text(entry.title()),
            entry.verdict(),
            Csv.text(entry.reason()),
            Csv.text(entry.entity().label()),
            entry.property(),
            Csv.text(row.scope().stream().map(ScopePart::label).collect(Collectors.joining("; "))),
            Csv.text(row.written()),
            number(row.read_as().low(), row.read_as().time()),
            number(row.read_as().high(), row.read_as().time()),
            row.read_as().unit(),
            row.read_as().modifier(),
            Csv.text(row.allows_in_words()),
            row.allows() == null ? "" : number(row.allows().low(), null),
            row.allows() == null ? "" : number(row.allows().high(), null),
            row.allows() == null ? "" : row.allows().unit(),
            nullable(row.time_from()),
            nullable(row.time_until()),
            String.valueOf(row.time_stated()),
            row.standing(),
            Csv.text(nullable(row.why())),
            Csv.text(row.source()),
            nullable(row.published()),
            row.language(),
            Csv.text(speaker == null ? "" : speaker.label()),
            row.stance(),
            row.figure().article(),
            String.valueOf(row.figure().paragraph()),
            Csv.text(row.quote()),
            String.valueOf(row.copies().size())));
  }

  private static String number(@Nullable String number, @Nullable String time) {
    return number == null ? nullable(time) : number;
  }

  private static String nullable(@Nullable String text) {
    return text == null ? "" : text;
  }
}
