package dev.assay.web;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Thing;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Row;
import dev.assay.ledger.Wording;
import dev.assay.lexicon.HanScript;
import dev.assay.web.EntryView.Line;
import dev.assay.web.EntryView.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Puts the rows of one entry into the words of a page.
///
/// @param beyondTitle what a row says of its scope that the entry's title does not
record EntryLines(Function<Row, List<Claim.Part>> beyondTitle, Wording wording, Messages say) {

  static EntryLines of(LedgerEntry entry, Wording wording, Messages say) {
    return new EntryLines(wording.beyondTitle(entry), wording, say);
  }

  List<Line> of(List<Row> rows) {
    return rows.stream().map(this::of).toList();
  }

  Line of(Row row) {
    LocalDate day = row.evidence().day();
    Thing speaker = row.evidence().claim().speaker();
    return new Line(
        row,
        wording.range(row.figure()),
        scope(row),
        row.period().stated() ? wording.period(row.period()) : say.text("ledger.no-time"),
        wording.apart(row.standing()).orElse(""),
        Piece.of(row.evidence().quote(), marks(row)),
        isUnnamed(row) ? say.text("article.unnamed-source") : row.evidence().source(),
        isUnnamed(row) ? say.language() : sourceLanguage(row),
        day,
        day == null ? "" : say.day(day),
        speaker == null ? "" : say.text("ledger.says", wording.thing(speaker)));
  }

  private List<Said> scope(Row row) {
    List<Said> said = new ArrayList<>();
    for (Claim.Part part : beyondTitle.apply(row)) {
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

  private static boolean isUnnamed(Row row) {
    return row.evidence().source().isEmpty();
  }

  /// The language of the outlet's name, as its script shows it.
  private static Language sourceLanguage(Row row) {
    boolean han = row.evidence().source().chars().anyMatch(c -> HanScript.isHan((char) c));
    Language language = row.evidence().language();
    return !han ? Language.EN : language.isChinese() ? language : Language.ZH_HANS;
  }
}
