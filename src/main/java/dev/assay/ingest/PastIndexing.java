package dev.assay.ingest;

import dev.assay.article.ArticleId;
import dev.assay.index.IndexedArticle;
import dev.assay.index.KnownThen;
import dev.assay.index.SearchIndex;
import dev.assay.ledger.kept.LedgerTable;
import dev.assay.lexicon.Names;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The index as it was known at a moment: of the present one what is as it was, and anew what is
/// not.
public final class PastIndexing {

  /// Articles that are taken into memory as they were: a second's work. Where more are in another
  /// group, or came into dispute since, they are found as they are; their texts are those of then.
  private static final int MOST_OTHERWISE = 5_000;

  private PastIndexing() {}

  /// The index as of a moment.
  ///
  /// @param past `present` as of `at`
  /// @param names as they were then
  public static SearchIndex of(
      Store present, Store past, SearchIndex index, Names names, Instant at) {
    Set<ArticleId> known = new HashSet<>(past.readOnce(session -> session.articles().ids()));
    List<ArticleId> otherwise =
        otherwise(present, past, at).stream()
            .filter(known::contains)
            .limit(MOST_OTHERWISE)
            .toList();
    otherwise.forEach(known::remove);
    List<IndexedArticle> forms =
        past.read(
            session ->
                IndexFollower.indexed(
                    session, List.copyOf(session.articles().find(otherwise).values()), names));
    return index.asOf(new KnownThen(KnownThen.Ids.of(known), forms));
  }

  /// What was in another form then, what had another text first.
  private static Set<ArticleId> otherwise(Store present, Store past, Instant at) {
    Set<ArticleId> otherwise =
        present.read(
            session -> {
              Set<ArticleId> found = new LinkedHashSet<>(session.articles().inAnotherFormAt(at));
              if (session.names().lastSaid().isAfter(at)) {
                found.addAll(session.tags().otherThanAt(at));
              }
              return found;
            });
    Set<ArticleId> now = disputed(present);
    Set<ArticleId> then = disputed(past);
    List<ArticleId> turned = new ArrayList<>();
    now.stream().filter(id -> !then.contains(id)).forEach(turned::add);
    then.stream().filter(id -> !now.contains(id)).forEach(turned::add);
    turned.sort(null);
    otherwise.addAll(turned);
    return otherwise;
  }

  private static Set<ArticleId> disputed(Store store) {
    return store.<Set<ArticleId>>readOnce(
        (Session session) -> new LedgerTable(session).inDispute());
  }
}
