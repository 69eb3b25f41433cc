package dev.assay.desk.note;

import dev.assay.article.Article;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A note, and where its words stand in the article's text of now.
///
/// @param place null if they are gone from it
public record PlacedNote(Note note, Article article, Anchor.@Nullable Place place) {

  static final Comparator<PlacedNote> IN_ORDER =
      Comparator.comparingInt(
              (PlacedNote placed) ->
                  placed.place == null ? Integer.MAX_VALUE : placed.place.paragraph())
          .thenComparingInt(placed -> placed.place == null ? 0 : placed.place.span().start())
          .thenComparing(placed -> placed.note.id());

  PlacedNote(Note note, Article article) {
    this(note, article, note.anchor().in(article.paragraphs()).orElse(null));
  }

  public Standing standing() {
    return place == null
        ? Standing.ORPHANED
        : place.equals(note.anchor().at()) ? Standing.IN_PLACE : Standing.MOVED;
  }

  /// Whether the words still stand where they stood.
  public enum Standing {
    IN_PLACE,
    MOVED,
    ORPHANED;

    public String word() {
      return switch (this) {
        case IN_PLACE -> "in_place";
        case MOVED -> "moved";
        case ORPHANED -> "orphaned";
      };
    }
  }
}
