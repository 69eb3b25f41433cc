package dev.assay.web;

import dev.assay.analyze.Claim;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Reason;
import dev.assay.ledger.Row;
import dev.assay.ledger.Standing;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.Wording;
import dev.assay.lexicon.HanScript;
import dev.assay.topic.ShownEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of the ledger in the words of a page.
///
/// @param title of what the figures are
/// @param verdictWord in the reader's language
/// @param tally how many figures from how many sources
/// @param unit in which they are drawn; empty if it is told by every figure
/// @param lines the figures that are shown
public record EntryView(
    ShownEntry shown,
    String title,
    String verdictWord,
    String tally,
    String reason,
    String unit,
    EntryPlot plot,
    List<Line> lines) {

  /// Words of a source, or of the reader's language.
  public record Said(String text, Language language) {}

  /// One figure in the words of a page.
  ///
  /// @param range what its words allow
  /// @param scope what it says of its scope beyond the entry's title
  /// @param time that it holds for
  /// @param apart why it is not compared; empty if it is
  /// @param quote its sentence, the figure marked
  /// @param day of publication; null if nobody knows
  /// @param dayInWords empty without a day
  /// @param speaker who says so by the text's own words; empty if the text says it itself
  public record Line(
      Row row,
      String range,
      List<Said> scope,
      String time,
      String apart,
      List<Piece> quote,
      Language sourceLanguage,
      @Nullable LocalDate day,
      String dayInWords,
      String speaker) {

    public String written() {
      return row.evidence().written();
    }

    /// The language of the text.
    public String lang() {
      return row.evidence().language().tag();
    }

    public boolean isWithdrawn() {
      return row.standing() instanceof Standing.Withdrawn;
    }

    public String id() {
      return row.evidence().id().value();
    }

    public int paragraph() {
      return row.evidence().claim().paragraph();
    }
  }

  public EntryView {
    lines = List.copyOf(lines);
  }

  static EntryView of(ShownEntry shown, Wording wording, Words say) {
    return of(shown, shown.entry().rows(), wording, say);
  }

  /// The entry with some of its rows.
  static EntryView of(ShownEntry shown, List<Row> rows, Wording wording, Words say) {
    LedgerEntry entry = shown.entry();
    String figures = say.count("ledger.figures", shown.figures());
    return new EntryView(
        shown,
        wording.title(entry),
        wording.verdict(entry.verdict()),
        say.count("ledger.from-sources", entry.independent(), figures),
        wording.reason(entry.reason()),
        wording.unitAlone(entry.unit()),
        EntryPlot.of(entry, wording, say),
        rows.stream().map(row -> line(entry, row, wording, say)).toList());
  }

  static Line line(LedgerEntry entry, Row row, Wording wording, Words say) {
    Instant published = row.evidence().published();
    LocalDate day = published == null ? null : published.atOffset(ZoneOffset.UTC).toLocalDate();
    Claim.Thing speaker = row.evidence().claim().speaker();
    return new Line(
        row,
        wording.range(row.figure()),
        scope(entry, row, wording, say),
        row.period().stated() ? wording.period(row.period()) : say.text("ledger.no-time"),
        wording.apart(row.standing()).orElse(""),
        Piece.of(row.evidence().quote(), marks(row)),
        sourceLanguage(row),
        day,
        day == null ? "" : say.day(day),
        speaker == null ? "" : say.text("ledger.says", wording.thing(speaker)));
  }

  private static List<Said> scope(LedgerEntry entry, Row row, Wording wording, Words say) {
    List<Said> said = new ArrayList<>();
    for (Claim.Part part : wording.beyondTitle(entry, row)) {
      String label = wording.part(part);
      boolean ofSource = part.id() == null && label.equals(part.words());
      said.add(new Said(label, ofSource ? row.evidence().language() : say.language()));
    }
    return said;
  }

  private static List<Span> marks(Row row) {
    Claim claim = row.evidence().claim();
    int from = claim.value().span().start() - claim.sentence().start();
    int to = claim.value().span().end() - claim.sentence().start();
    return from >= 0 && to > from ? List.of(new Span(from, to)) : List.of();
  }

  /// The language of the outlet's name, as its script shows it.
  private static Language sourceLanguage(Row row) {
    boolean han = row.evidence().source().chars().anyMatch(c -> HanScript.isHan((char) c));
    Language language = row.evidence().language();
    return !han ? Language.EN : language.isChinese() ? language : Language.ZH_HANS;
  }

  public LedgerEntry entry() {
    return shown.entry();
  }

  /// Class of the verdict's word: a dispute has a colour, what is not compared a dashed edge.
  public String verdictClass() {
    return switch (entry().verdict()) {
      case DIFFER -> "differ";
      case AGREE -> "agree";
      case NOT_COMPARABLE, NONE -> "apart";
    };
  }

  public Verdict verdict() {
    return entry().verdict();
  }

  public boolean isOverruled() {
    return entry().reason() instanceof Reason.Overruled;
  }
}
