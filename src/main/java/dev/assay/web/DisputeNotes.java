package dev.assay.web;

import dev.assay.article.ArticleId;
import dev.assay.brief.CheckedNumber;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.ledger.Wording;
import dev.assay.topic.ledger.Disputes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What of a page is in dispute, in the words of the page.
///
/// @param count entries of the topic that differ
/// @param entries those that stand beside the page
/// @param notes disputed figures by article, one of each entry
public record DisputeNotes(
    long count, List<EntryView> entries, Map<ArticleId, List<Note>> notes, Disputes disputes) {

  /// A card shows no more.
  private static final int NOTES_ON_A_CARD = 2;

  /// One figure that another contradicts.
  ///
  /// @param title what the figures are of
  /// @param figure address of the entry
  /// @param said the figure here, in words that the reader of the page reads
  /// @param denied the one against it
  public record Note(
      String title,
      String figure,
      Disputes.Side here,
      Disputes.Side against,
      String said,
      String denied) {}

  public static DisputeNotes of(Disputes disputes, Wording wording, Messages say) {
    Map<ArticleId, Map<String, Note>> byEntry = new LinkedHashMap<>();
    for (Disputes.Figure figure : disputes.figures()) {
      byEntry
          .computeIfAbsent(figure.here().article(), _ -> new LinkedHashMap<>())
          .putIfAbsent(figure.entry().value(), note(figure, wording));
    }
    Map<ArticleId, List<Note>> notes = new LinkedHashMap<>();
    byEntry.forEach(
        (article, found) ->
            notes.put(article, found.values().stream().limit(NOTES_ON_A_CARD).toList()));
    return new DisputeNotes(
        disputes.count(),
        disputes.entries().stream().map(entry -> EntryView.of(entry, wording, say)).toList(),
        notes,
        disputes);
  }

  private static Note note(Disputes.Figure figure, Wording wording) {
    return new Note(
        wording.title(figure.here().claim()),
        Links.figure(figure.entry().value()),
        figure.here(),
        figure.against(),
        written(figure.here(), wording),
        written(figure.against(), wording));
  }

  private static String written(Disputes.Side side, Wording wording) {
    return wording.written(side.claim(), side.written(), side.language());
  }

  /// The notes under an article's brief.
  public List<Note> of(ArticleId article) {
    return notes.getOrDefault(article, List.of());
  }

  /// The dispute that a number of a brief stands in, by where the article has it.
  Optional<Disputes.Figure> of(CheckedNumber number) {
    Citation evidence = number.evidence();
    return evidence == null
        ? Optional.empty()
        : disputes.figures().stream().filter(figure -> stands(figure.here(), evidence)).findFirst();
  }

  private static boolean stands(Disputes.Side side, Citation evidence) {
    Span span = side.claim().value().span();
    return side.article().equals(evidence.article())
        && side.claim().paragraph() == evidence.paragraph()
        && span.start() < evidence.span().end()
        && evidence.span().start() < span.end();
  }
}
