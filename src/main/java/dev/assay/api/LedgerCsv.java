package dev.assay.api;

import dev.assay.api.LedgerShapes.Entry;
import dev.assay.api.LedgerShapes.LedgerFigure;
import dev.assay.api.LedgerShapes.ScopePart;
import dev.assay.api.LedgerShapes.Term;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    return String.join(",", COLUMNS) + "\r\n";
  }

  /// The lines of one entry, with their ends.
  public static String lines(Entry entry) {
    return entry.rows().stream().map(row -> line(entry, row)).collect(Collectors.joining());
  }

  private static String line(Entry entry, LedgerFigure row) {
    Term speaker = row.speaker();
    return Stream.of(
                entry.id(),
                text(entry.title()),
                entry.verdict(),
                text(entry.reason()),
                text(entry.entity().label()),
                entry.property(),
                text(row.scope().stream().map(ScopePart::label).collect(Collectors.joining("; "))),
                text(row.written()),
                number(row.read_as().low(), row.read_as().time()),
                number(row.read_as().high(), row.read_as().time()),
                row.read_as().unit(),
                row.read_as().modifier(),
                text(row.allows_in_words()),
                row.allows() == null ? "" : number(row.allows().low(), null),
                row.allows() == null ? "" : number(row.allows().high(), null),
                row.allows() == null ? "" : row.allows().unit(),
                nullable(row.time_from()),
                nullable(row.time_until()),
                String.valueOf(row.time_stated()),
                row.standing(),
                text(nullable(row.why())),
                text(row.source()),
                nullable(row.published()),
                row.language(),
                text(speaker == null ? "" : speaker.label()),
                row.stance(),
                row.figure().article(),
                String.valueOf(row.figure().paragraph()),
                text(row.quote()),
                String.valueOf(row.copies().size()))
            .map(LedgerCsv::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String number(@Nullable String number, @Nullable String time) {
    return number == null ? nullable(time) : number;
  }

  private static String nullable(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// How a spreadsheet knows a formula, in full width too.
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  /// A spreadsheet takes text that begins like a formula for one, and runs it: it gets a mark
  /// before it (OWASP, CSV injection). Some pass over spaces before it.
  static String text(String text) {
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
