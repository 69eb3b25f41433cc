package dev.assay.web.reading;

import dev.assay.article.Article;
import dev.assay.article.ReaderId;
import dev.assay.cite.Span;
import dev.assay.desk.note.ArticleCollection;
import dev.assay.desk.note.PlacedNote;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// What a reader keeps of one article.
///
/// @param notes in the order of the text; those whose words are gone come last
/// @param in the collections that hold it
/// @param others the reader's other collections
public record OwnNotes(
    List<PlacedNote> notes, List<ArticleCollection> in, List<ArticleCollection> others) {

  public OwnNotes {
    notes = List.copyOf(notes);
    in = List.copyOf(in);
    others = List.copyOf(others);
  }

  static OwnNotes of(ReadersOwn own, ReaderId reader, Article article) {
    List<ArticleCollection> in = own.collections().of(reader, article.id());
    List<ArticleCollection> others =
        own.collections().all(reader).stream().filter(one -> !in.contains(one)).toList();
    return new OwnNotes(own.notes().on(reader, article), in, others);
  }

  /// The notes on one paragraph.
  public List<PlacedNote> on(int paragraph) {
    return notes.stream()
        .filter(note -> note.place() != null && note.place().paragraph() == paragraph)
        .toList();
  }

  /// Their words, as [Piece][dev.assay.web.Piece] wants them.
  public List<Span> spans(int paragraph) {
    return on(paragraph).stream()
        .map(note -> Objects.requireNonNull(note.place()).span())
        .sorted(Comparator.comparingInt(Span::start))
        .toList();
  }

  /// Those whose words are gone from the text.
  public List<PlacedNote> orphaned() {
    return notes.stream().filter(note -> note.place() == null).toList();
  }
}
