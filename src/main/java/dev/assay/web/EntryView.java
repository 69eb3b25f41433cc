package dev.assay.web;

import dev.assay.article.Language;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Reason;
import dev.assay.ledger.Row;
import dev.assay.ledger.RowStanding;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.Wording;
import dev.assay.topic.ledger.ShownEntry;
import java.time.LocalDate;
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

  /// Messages of a source, or of the reader's language.
  public record Said(String text, Language language) {}

  /// One figure in the words of a page.
  ///
  /// @param range what its words allow
  /// @param scope what it says of its scope beyond the entry's title
  /// @param time that it holds for
  /// @param apart why it is not compared; empty if it is
  /// @param quote its sentence, the figure marked
  /// @param outlet its name, or that none is named
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
      String outlet,
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
      return row.standing() instanceof RowStanding.Withdrawn;
    }

    public String id() {
      return row.evidence().id().value();
    }

    public int paragraph() {
      return row.evidence().claim().paragraph();
    }

    /// The sentence; of a title there is none.
    public CitedParagraph cited() {
      return new CitedParagraph(
          row.evidence().article(), paragraph(), List.of(row.evidence().claim().sentence()));
    }
  }

  public EntryView {
    lines = List.copyOf(lines);
  }

  public static EntryView of(ShownEntry shown, Wording wording, Messages say) {
    return of(shown, shown.entry().rows(), wording, say);
  }

  /// The entry with some of its rows.
  static EntryView of(ShownEntry shown, List<Row> rows, Wording wording, Messages say) {
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
        EntryLines.of(entry, wording, say).of(rows));
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
