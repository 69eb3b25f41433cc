package dev.assay.desk.note;

import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.store.Store;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The collections of readers. Safe for use by many threads.
public final class Collections {

  private final Store store;
  private final InstantSource clock;

  /// @param store opened to write, for what changes collections
  public Collections(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public List<ArticleCollection> all(ReaderId reader) {
    return store.read(session -> new CollectionTable(session, reader).all());
  }

  /// Those that hold an article.
  public List<ArticleCollection> of(ReaderId reader, ArticleId article) {
    return store.read(session -> new CollectionTable(session, reader).of(article));
  }

  /// The collection of that id, or else of that name.
  public Optional<ArticleCollection> find(ReaderId reader, String idOrName) {
    return store.read(session -> new CollectionTable(session, reader).find(idOrName));
  }

  /// Its articles; what was put in last comes first.
  public List<ArticleId> articles(ArticleCollection collection, ReaderId reader) {
    return first(collection, reader, Integer.MAX_VALUE);
  }

  /// Those that were put in last.
  public List<ArticleId> first(ArticleCollection collection, ReaderId reader, int limit) {
    return store.read(
        session -> new CollectionTable(session, reader).articles(collection.id(), limit));
  }

  /// The next behind one; empty if it is not in the collection.
  public Optional<List<ArticleId>> behind(
      ArticleCollection collection, ReaderId reader, ArticleId article, int limit) {
    return store.read(
        session ->
            new CollectionTable(session, reader).articlesBehind(collection.id(), article, limit));
  }

  /// Puts articles into a collection, which is made if there is none of the name. Those that are
  /// not stored are passed over.
  ///
  /// @param name blanks around it are left out
  /// @return empty if the name is blank or too long
  public Optional<ArticleCollection> put(
      ReaderId reader, String name, Collection<ArticleId> articles) {
    String plain = name.replaceAll("\\s+", " ").strip();
    if (plain.isEmpty() || plain.length() > ArticleCollection.LONGEST_NAME) {
      return Optional.empty();
    }
    return store.write(
        session -> {
          CollectionTable table = new CollectionTable(session, reader);
          if (table.find(plain).isEmpty()) {
            table.add(Notes.newId(), plain, clock.instant());
          }
          table.find(plain).ifPresent(found -> table.put(found.id(), articles, clock.instant()));
          return table.find(plain);
        });
  }

  /// Takes articles out of a collection of the reader's.
  public void take(ReaderId reader, String id, Collection<ArticleId> articles) {
    store.change(
        session -> {
          CollectionTable table = new CollectionTable(session, reader);
          table.find(id).ifPresent(found -> table.take(found.id(), articles));
        });
  }

  /// Takes a collection away; its articles stay. False if the reader has none of that id.
  public boolean remove(ReaderId reader, String id) {
    return store.write(session -> new CollectionTable(session, reader).remove(id));
  }
}
