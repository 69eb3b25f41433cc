package dev.assay.watch;

import dev.assay.article.ArticleId;
import dev.assay.article.RawDocument;
import dev.assay.event.kept.EventTable;
import dev.assay.fold.Outlets;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Row;
import dev.assay.source.SourceSettings.Activity;
import dev.assay.store.Happening;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.source.SourceTable.Followed;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.ledger.ShownEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One happening with what it is about, read once for all the rules that look at it. Used by one
/// thread.
final class Scene {

  /// What was published longer before it came is no news.
  private static final Duration FRESH = Duration.ofDays(3);

  /// Rows of an entry that are looked at to tell whether it moved by news.
  private static final int LAST_ROWS = 4;

  private final Happening happening;
  private final Store store;
  private final Ledgers ledgers;
  private final Map<RuleScope, Boolean> scopes = new HashMap<>();
  private Optional<Optional<StoredArticle>> article = Optional.empty();
  private Optional<Optional<StoredArticle>> first = Optional.empty();
  private Optional<Optional<LedgerEntry>> entry = Optional.empty();
  private Optional<Boolean> news = Optional.empty();
  private int sources = -1;

  Scene(Happening happening, Store store, Ledgers ledgers) {
    this.happening = happening;
    this.store = store;
    this.ledgers = ledgers;
  }

  Happening happening() {
    return happening;
  }

  /// Whether a scope holds it, asked once.
  boolean isIn(RuleScope scope, Supplier<Boolean> ask) {
    return scopes.computeIfAbsent(scope, _ -> ask.get());
  }

  /// The article that it is about, or that brought it about.
  Optional<StoredArticle> article() {
    if (article.isEmpty()) {
      ArticleId id = happening.about().article();
      article =
          Optional.of(
              id == null
                  ? Optional.empty()
                  : store.readOnce(session -> session.articles().find(id)));
    }
    return article.get();
  }

  /// The source that named its article; empty if somebody brought it in.
  Optional<Followed> origin() {
    ArticleId id = happening.about().article();
    return id == null
        ? Optional.empty()
        : store.readOnce(session -> session.sources().thatNamed(id));
  }

  /// How many independent sources tell of what its article tells: outlets of one owner are one, and
  /// so are all copies of a text. 0 if it has no article.
  int sources(Outlets outlets) {
    if (sources < 0) {
      sources =
          article()
              .map(stored -> store.read(session -> sources(session, stored, outlets)))
              .orElse(0);
    }
    return sources;
  }

  private static int sources(Session session, StoredArticle stored, Outlets outlets) {
    EventTable events = new EventTable(session);
    List<ArticleId> texts =
        events
            .event(stored.canonical())
            .map(id -> events.members(List.of(id)))
            .orElse(List.of())
            .stream()
            .map(EventTable.Member::article)
            .toList();
    long owners =
        session.articles().heads(texts).values().stream()
            .map(head -> outlets.owner(head.source()))
            .distinct()
            .count();
    return Math.max(1, (int) owners);
  }

  /// The first text of the happening that it is about.
  Optional<StoredArticle> first() {
    if (first.isEmpty()) {
      first =
          Optional.of(
              ArticleId.parse(happening.about().subject())
                  .flatMap(id -> store.readOnce(session -> session.articles().find(id))));
    }
    return first.get();
  }

  /// The entry of the ledger that it happened to.
  Optional<LedgerEntry> entry() {
    if (entry.isEmpty()) {
      entry =
          Optional.of(
              ledgers
                  .entry(new EntryId(happening.about().subject()))
                  .map(ShownEntry::entry)
                  .filter(found -> !found.rows().isEmpty()));
    }
    return entry.get();
  }

  /// The row of the entry that its figure stands in; empty if it is a copy, or counts for nothing.
  Optional<Row> row() {
    return entry().stream()
        .flatMap(found -> found.tellings().stream())
        .flatMap(telling -> Stream.concat(Stream.of(telling.first()), telling.repeats().stream()))
        .filter(row -> row.evidence().id().value().equals(happening.about().detail()))
        .findFirst();
  }

  /// The source that is failing, or can be read again.
  Optional<Followed> source() {
    int id = Integer.parseInt(happening.about().subject());
    return store.readOnce(session -> session.sources().find(id));
  }

  /// Whether it came by itself, from a source that is followed and not muted, and was fresh when it
  /// came: what somebody brings in by hand they know of.
  boolean isNews() {
    if (news.isEmpty()) {
      news =
          Optional.of(
              switch (happening.kind()) {
                case ARTICLE_CREATED, ARTICLE_EDITED, FIGURE_CREATED, EVENT_CREATED ->
                    article().filter(this::isNews).isPresent();
                case DISPUTE_OPENED, DISPUTE_CLOSED ->
                    entry().filter(this::isMovedByNews).isPresent();
                case EDIT_FOUND, EVENT_JOINED, NAME_RISING, SOURCE_FAILING, SOURCE_RECOVERED ->
                    true;
              });
    }
    return news.get();
  }

  private boolean isMovedByNews(LedgerEntry moved) {
    List<ArticleId> last =
        moved.rows().stream()
            .map(Row::evidence)
            .filter(evidence -> evidence.orderedBy() != null)
            .sorted(
                Comparator.comparing(
                        Evidence::orderedBy,
                        Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                    .reversed())
            .limit(LAST_ROWS)
            .map(evidence -> evidence.article())
            .toList();
    return store
        .<Map<ArticleId, StoredArticle>>readOnce(session -> session.articles().find(last))
        .values()
        .stream()
        .anyMatch(this::isNews);
  }

  private boolean isNews(StoredArticle stored) {
    Instant came = stored.article().fetchedAt();
    boolean fresh =
        stored.article().publishedAt() == null
            || !stored.article().orderedBy().isBefore(came.minus(FRESH));
    return fresh && store.<Boolean>read(session -> isFollowed(session, stored.id()));
  }

  private static boolean isFollowed(Session session, ArticleId id) {
    boolean named =
        session
            .articles()
            .origin(id)
            .filter(origin -> origin.headers().containsKey(RawDocument.COMPLETENESS))
            .isPresent();
    boolean muted =
        session
            .sources()
            .thatNamed(id)
            .filter(source -> source.source().settings().activity() == Activity.MUTED)
            .isPresent();
    return named && !muted;
  }
}
