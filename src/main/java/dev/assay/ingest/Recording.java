package dev.assay.ingest;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ExpectedFailure;
import dev.assay.article.Identity;
import dev.assay.article.Outcome;
import dev.assay.article.RawDocument;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefTable;
import dev.assay.brief.Maker;
import dev.assay.brief.work.ModelTextTable;
import dev.assay.event.kept.DatedTable;
import dev.assay.event.kept.EventTable;
import dev.assay.fold.EditKind;
import dev.assay.fold.Edits;
import dev.assay.fold.Origins;
import dev.assay.index.IndexedArticle;
import dev.assay.ingest.input.Given;
import dev.assay.store.ArticleTable;
import dev.assay.store.EditTable;
import dev.assay.store.FailureTable.Failure;
import dev.assay.store.Happening;
import dev.assay.store.Happening.Kind;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.TagTable.TagRow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes prepared documents, many in one transaction, and says what became of each.
final class Recording {

  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

  /// How many changed articles are read back at once for the index.
  private static final int MOST_CHANGED = 10_000;

  private final Store store;
  private final Stages stages;
  private final Origins origins;
  private final Settler settling;
  private final InstantSource clock;

  /// Whether each document was noted as felled before it was read.
  private final boolean isNoted;

  Recording(Store store, Stages stages, InstantSource clock) {
    this.store = store;
    this.stages = stages;
    this.origins = Origins.of(stages.names().lexicon());
    this.settling = new Settler(store, stages);
    this.clock = clock;
    this.isNoted = false;
  }

  private Recording(Recording other, boolean isNoted) {
    this.store = other.store;
    this.stages = other.stages;
    this.origins = other.origins;
    this.settling = other.settling;
    this.clock = other.clock;
    this.isNoted = isNoted;
  }

  /// As this one, for documents that were each noted as felled before they were read: one that runs
  /// out of time is not noted again, since that was one try.
  Recording ofNoted() {
    return new Recording(this, true);
  }

  /// What a transaction did.
  ///
  /// @param outcomes one for each document, in their order
  /// @param changed the articles that the index must take in: the documents' own, and those whose
  ///   group got another canonical
  /// @param before the store's sequence before the transaction; -1 if there were several
  /// @param after the store's sequence at its end: `changed` is all that lies between
  record Recorded(List<Outcome> outcomes, List<IndexedArticle> changed, long before, long after) {

    static Recorded of(List<Recorded> parts) {
      return new Recorded(
          parts.stream().flatMap(part -> part.outcomes().stream()).toList(),
          parts.stream().flatMap(part -> part.changed().stream()).toList(),
          -1,
          parts.getLast().after());
    }
  }

  /// Returns when the transaction is on the disk.
  Recorded record(List<Prepared> batch) {
    return recorded(batch, this::outcome);
  }

  /// As [#record], for documents that were read again.
  Recorded recordAgain(List<Prepared> batch) {
    return recorded(batch, this::outcomeAgain);
  }

  /// As [#record], beside other processes. What is new is stored and left to the [Settler]; what
  /// comes in the place of something, or cannot be stored with the others, is decided here.
  List<Outcome> recordBeside(List<Prepared> batch) {
    IdentityHashMap<Prepared, Outcome> done = new IdentityHashMap<>();
    try {
      done.putAll(store.writeBeside(session -> besides(session, batch)));
    } catch (ExpectedFailure e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.debug("{} documents are written one by one", batch.size(), e);
    }
    List<Prepared> rest = batch.stream().filter(one -> !done.containsKey(one)).toList();
    if (!rest.isEmpty()) {
      List<Outcome> decided = record(rest).outcomes();
      IntStream.range(0, rest.size()).forEach(i -> done.put(rest.get(i), decided.get(i)));
    }
    return batch.stream().map(one -> Objects.requireNonNull(done.get(one))).toList();
  }

  /// In one order for all workers, so that no two of them wait for each other in a circle.
  private IdentityHashMap<Prepared, Outcome> besides(Session session, List<Prepared> batch) {
    IdentityHashMap<Prepared, Outcome> done = new IdentityHashMap<>();
    for (Prepared one :
        batch.stream().sorted(Comparator.comparing(one -> one.given().identity().key())).toList()) {
      Optional<Outcome> outcome = beside(session, one);
      if (outcome.isPresent()) {
        session.outcomes().record(one.given().identity(), outcome.get(), clock.instant());
        done.put(one, outcome.get());
      }
    }
    return done;
  }

  /// What came of a document that is new, or none; empty for one that is to be decided.
  private Optional<Outcome> beside(Session session, Prepared prepared) {
    ArticleId id = prepared.given().identity().articleId();
    if (session.failures().isSuspect(id)
        || session.failures().isFailed(prepared.given().identity())) {
      return Optional.empty();
    }
    return switch (prepared) {
      case Prepared.Ready ready when session.articles().rawHash(id).isEmpty() -> {
        putBytes(session, ready);
        session
            .articles()
            .insertUnsettled(ready.article(), origin(ready), session.unsettled().add(id));
        own(session, ready, ready.brief());
        yield Optional.of(new Outcome.Imported(id));
      }
      case Prepared.NotTaken(_, String reason) -> Optional.of(new Outcome.Refused(reason));
      case Prepared.Same(Given.Document given) -> Optional.of(unchanged(session, given.document()));
      case Prepared.Ready _, Prepared.Failed _ -> Optional.empty();
    };
  }

  /// All in one transaction; if that fails on what one of them holds, each in its own.
  private Recorded recorded(List<Prepared> batch, BiFunction<Session, Prepared, Outcome> stored) {
    try {
      return store.write(session -> record(session, batch, stored));
    } catch (ExpectedFailure e) {
      throw e;
    } catch (RuntimeException | Error e) {
      return batch.size() == 1
          ? failed(batch.getFirst(), stored, e)
          : Recorded.of(batch.stream().map(one -> recorded(List.of(one), stored)).toList());
    }
  }

  private Recorded failed(
      Prepared prepared, BiFunction<Session, Prepared, Outcome> stored, Throwable thrown) {
    Prepared failed = new Prepared.Failed(prepared.given(), Mishap.of(thrown));
    return store.write(session -> record(session, List.of(failed), stored));
  }

  private Recorded record(
      Session session, List<Prepared> batch, BiFunction<Session, Prepared, Outcome> stored) {
    long before = session.articles().lastSequence();
    List<Outcome> outcomes =
        batch.stream().map(prepared -> stored.apply(session, prepared)).toList();
    Tagging.recorded(session, stages.analyzer().namesVersion(), before == 0);
    List<StoredArticle> changed = session.articles().changedAfter(before, MOST_CHANGED);
    return new Recorded(
        outcomes,
        IndexFollower.indexed(session, changed, stages.names()),
        before,
        changed.isEmpty() ? before : changed.getLast().sequence());
  }

  private Outcome outcome(Session session, Prepared prepared) {
    Outcome outcome = written(session, prepared);
    session.outcomes().record(prepared.given().identity(), outcome, clock.instant());
    return outcome;
  }

  private Outcome outcomeAgain(Session session, Prepared prepared) {
    return switch (prepared) {
      case Prepared.Failed(_, Mishap mishap) -> new Outcome.Refused(mishap.reason());
      case Prepared.NotTaken(_, String reason) -> new Outcome.Refused(reason);
      case Prepared.Same(Given.Document given) ->
          new Outcome.Unchanged(given.identity().articleId());
      case Prepared.Ready ready ->
          session.failures().isFailed(ready.given().identity())
              ? outcome(session, ready)
              : rewrite(session, ready);
    };
  }

  /// Writes what was read again, if the article was not deleted in the meantime.
  private Outcome rewrite(Session session, Prepared.Ready ready) {
    Article article = ready.article();
    Optional<StoredArticle> known = session.articles().find(article.id());
    if (known.isEmpty()) {
      return new Outcome.Unchanged(article.id());
    }
    boolean same = isSameText(known.get().article(), article);
    Set<ArticleId> left = same ? Set.of() : leave(session, article);
    ArticleId canonical = same ? known.get().canonical() : article.id();
    session.articles().rewrite(article, origin(ready), canonical);
    session.claims().markStale(article.id(), article.fetchedAt());
    derived(
        session,
        ready,
        same ? modelBrief(session, article.id()).orElse(ready.brief()) : ready.brief());
    stages.events().follow(session, left, article.fetchedAt());
    return same
        ? new Outcome.Unchanged(article.id())
        : new Outcome.Updated(article.id(), known.get().revision());
  }

  private Outcome written(Session session, Prepared prepared) {
    if (!(prepared instanceof Prepared.Failed)) {
      session.failures().delete(prepared.given().identity());
      session.failures().clear(prepared.given().identity().articleId());
    }
    return switch (prepared) {
      case Prepared.Failed(Given given, Mishap mishap) -> failed(session, given, mishap);
      case Prepared.NotTaken(_, String reason) -> new Outcome.Refused(reason);
      case Prepared.Same(Given.Document given) -> unchanged(session, given.document());
      case Prepared.Ready ready -> write(session, ready);
    };
  }

  /// The text stands at its source as it did.
  private static Outcome unchanged(Session session, RawDocument document) {
    ArticleId id = document.identity().articleId();
    if (document.identity() instanceof Identity.OfAddress) {
      session.articles().seen(id, document.fetchedAt());
    }
    return new Outcome.Unchanged(id);
  }

  private Outcome failed(Session session, Given given, Mishap mishap) {
    if (given instanceof Given.Document(RawDocument document)) {
      byte[] hash = RawDocumentTable.hash(document.bytes());
      session
          .rawDocuments()
          .put(
              hash,
              document.mediaType(),
              document.bytes().length,
              RawDocumentTable.deflated(document.bytes()));
      session
          .failures()
          .put(
              document,
              hash,
              new Failure(document.identity(), mishap.stage(), mishap.detail(), clock.instant()));
      switch (mishap.kind()) {
        case THROWN, STORE -> session.failures().clear(document.identity().articleId());
        case TIME -> late(session, document.identity().articleId());
        case HEAP, FELLED -> {}
      }
    }
    return new Outcome.Refused(mishap.reason());
  }

  private void late(Session session, ArticleId id) {
    if (!isNoted) {
      session.failures().felled(id, clock.instant());
    }
  }

  /// Notes in the place of which line of its batch this one stands.
  private static void supersede(Session session, RawDocument line) {
    if (line.header(RawDocument.BATCH_REPLACES).isPresent()) {
      ArticleId id = line.identity().articleId();
      session.articles().rawHash(id).ifPresent(hash -> session.failures().superseded(id, hash));
    }
  }

  private Outcome write(Session session, Prepared.Ready ready) {
    Article article = ready.article();
    Optional<StoredArticle> known = session.articles().find(article.id());
    if (known.isPresent() && isSameText(known.get().article(), article)) {
      return unchanged(session, ready.given().document());
    }
    if (known.isPresent() && article.fetchedAt().isBefore(known.get().article().fetchedAt())) {
      return new Outcome.Refused(
          "A text of it that was fetched later (%s) is here already."
              .formatted(known.get().article().fetchedAt()));
    }
    putBytes(session, ready);
    ArticleTable.Origin origin = origin(ready);
    if (known.isPresent()) {
      supersede(session, ready.given().document());
      Set<ArticleId> left = leave(session, article);
      int revision = session.articles().replace(article, origin, article.id());
      session.claims().markStale(article.id(), article.fetchedAt());
      derived(session, ready, ready.brief());
      stages.events().follow(session, left, article.fetchedAt());
      tell(session, Kind.ARTICLE_EDITED, article, String.valueOf(revision - 1));
      keep(session, new SourceEdit(known.get().article(), article, revision - 1));
      return new Outcome.Updated(article.id(), revision);
    }
    session.articles().insert(article, origin, article.id());
    ArticleId canonical = derived(session, ready, ready.brief());
    return Settler.told(session, article, canonical);
  }

  /// Takes an article whose text changes out of its group.
  ///
  /// @return those that it leaves
  private static Set<ArticleId> leave(Session session, Article article) {
    return new CopyJoin(session, article.fetchedAt()).leave(article.id());
  }

  /// A text that a source put in the place of another.
  ///
  /// @param number of the one that was replaced
  private record SourceEdit(Article before, Article after, int number) {}

  /// Keeps what the source changed, and tells of it if it is more than the look.
  private void keep(Session session, SourceEdit one) {
    EditTable.Row row = row(stages, one.before(), one.after(), one.number());
    session.edits().put(row);
    if (!row.kinds().isEmpty()) {
      String kinds = row.kinds().stream().map(EditKind::word).collect(Collectors.joining(","));
      tell(
          session,
          Kind.EDIT_FOUND,
          one.after(),
          row.number() + " " + kinds + (row.silent() ? " silent" : ""));
    }
  }

  /// What was changed from one text of an article to its next.
  static EditTable.Row row(Stages stages, Article before, Article after, int number) {
    Edits.Edit edit = stages.edits().between(before, after);
    boolean stamped = after.updatedAt() != null && !after.updatedAt().equals(before.updatedAt());
    return new EditTable.Row(
        after.id(),
        number,
        after.source(),
        after.fetchedAt(),
        edit.kinds(),
        edit.parts().size(),
        !edit.noted() && !stamped);
  }

  private static void tell(Session session, Kind kind, Article article, String detail) {
    session
        .happenings()
        .add(kind, article.fetchedAt(), Happening.About.article(article.id(), detail));
  }

  private static void putBytes(Session session, Prepared.Ready ready) {
    session
        .rawDocuments()
        .put(
            ready.hash(),
            ready.given().document().mediaType(),
            ready.given().document().bytes().length,
            ready.deflated());
  }

  private static ArticleTable.Origin origin(Prepared.Ready ready) {
    return new ArticleTable.Origin(
        ready.given().identity(), ready.hash(), ready.given().document().headers());
  }

  /// Stores what was found in the article's text, in place of what was found before, whose drawers
  /// are stale already.
  ///
  /// @return the article that stands for its group
  private ArticleId derived(Session session, Prepared.Ready ready, Brief brief) {
    own(session, ready, brief);
    return settling.settle(session, ready.article(), ready.fingerprint());
  }

  /// Stores what needs no other document.
  private void own(Session session, Prepared.Ready ready, Brief brief) {
    Article article = ready.article();
    Instant from = article.fetchedAt();
    session.fingerprints().put(article.id(), ready.fingerprint().bytes());
    session.tags().put(article.id(), article.orderedBy(), tags(session, ready), from);
    session.nameLinks().put(article.id(), NameLinks.of(article, ready.tags()));
    session.origins().put(article.id(), origins.of(article));
    session.claims().keep(article.id(), ready.claims(), from);
    new EventTable(session).put(article.id(), ready.spoken());
    new DatedTable(session).put(article.id(), ready.dated());
    new BriefTable(session).put(brief, from);
    new ModelTextTable(session).forgetOthers(article);
  }

  /// What an article is tagged with, as a person told its names apart before.
  private static List<TagRow> tags(Session session, Prepared.Ready ready) {
    ArticleId id = ready.article().id();
    Map<String, String> split = session.names().splits(List.of(id)).getOrDefault(id, Map.of());
    return Tagging.apart(Tagging.rows(ready.tags()), split);
  }

  /// The brief that a model wrote, which costs more than to make it anew.
  private static Optional<Brief> modelBrief(Session session, ArticleId id) {
    return Optional.ofNullable(new BriefTable(session).of(List.of(id)).get(id))
        .filter(brief -> brief.maker() instanceof Maker.Model);
  }

  private static boolean isSameText(Article known, Article article) {
    return known.title().equals(article.title()) && known.paragraphs().equals(article.paragraphs());
  }
}
