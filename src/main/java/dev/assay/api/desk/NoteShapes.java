package dev.assay.api.desk;

import dev.assay.api.ListPage;
import dev.assay.api.Shapes;
import dev.assay.desk.note.Anchor;
import dev.assay.desk.note.ArticleCollection;
import dev.assay.desk.note.Note;
import dev.assay.desk.note.PlacedNote;
import dev.assay.topic.ArticleLine;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The published JSON of a reader's notes and collections.
public final class NoteShapes {

  private NoteShapes() {}

  /// Where words stand.
  ///
  /// @param start UTF-16 units within the paragraph
  public record NotePlace(int paragraph, int start, int end) {
    static @Nullable NotePlace of(Anchor.@Nullable Place place) {
      return place == null
          ? null
          : new NotePlace(place.paragraph(), place.span().start(), place.span().end());
    }
  }

  /// A note.
  ///
  /// @param made where the words stood when it was made
  /// @param now where they stand; null if they are gone from the text
  /// @param standing in_place, moved or orphaned
  /// @param note empty for a highlight alone
  public record ReaderNote(
      String id,
      String article,
      String title,
      String quote,
      String prefix,
      String suffix,
      NotePlace made,
      @Nullable NotePlace now,
      String standing,
      String note,
      List<String> tags,
      String created_at,
      String changed_at) {
    public static ReaderNote of(PlacedNote placed) {
      Note note = placed.note();
      Anchor anchor = note.anchor();
      return new ReaderNote(
          note.id(),
          note.article().toString(),
          placed.article().title(),
          anchor.exact(),
          anchor.prefix(),
          anchor.suffix(),
          new NotePlace(
              anchor.at().paragraph(), anchor.at().span().start(), anchor.at().span().end()),
          NotePlace.of(placed.place()),
          placed.standing().word(),
          note.text(),
          note.tags(),
          note.createdAt().toString(),
          note.changedAt().toString());
    }
  }

  /// A page of a reader's notes, the newest first.
  public record ReaderNotes(List<ReaderNote> notes, long total, @Nullable String next_token) {
    public static ReaderNotes of(List<PlacedNote> notes, long total, @Nullable String next) {
      return new ReaderNotes(notes.stream().map(ReaderNote::of).toList(), total, next);
    }
  }

  /// Articles that a reader put together.
  public record ReaderCollection(String id, String name, long articles, String created_at) {
    public static ReaderCollection of(ArticleCollection collection) {
      return new ReaderCollection(
          collection.id(),
          collection.name(),
          collection.articles(),
          collection.createdAt().toString());
    }
  }

  /// A page of a reader's collections, by name.
  public record ReaderCollections(List<ReaderCollection> collections, @Nullable String next_token) {
    public static ReaderCollections of(Collection<ArticleCollection> collections) {
      return new ReaderCollections(collections.stream().map(ReaderCollection::of).toList(), null);
    }

    static ReaderCollections of(ListPage<ArticleCollection> page) {
      return new ReaderCollections(of(page.items()).collections(), page.next());
    }
  }

  /// A collection with its articles; what was put in last comes first.
  ///
  /// @param next_token asks for the next page; null on the last
  public record CollectedArticles(
      ReaderCollection collection, List<Shapes.Line> articles, @Nullable String next_token) {
    public static CollectedArticles of(
        ArticleCollection collection, List<ArticleLine> articles, @Nullable String next) {
      return new CollectedArticles(ReaderCollection.of(collection), Shapes.Line.of(articles), next);
    }
  }

  /// A note or collection that was taken away.
  public record NoteRemoved(String id) {}
}
