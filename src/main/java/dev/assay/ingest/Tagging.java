package dev.assay.ingest;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.name.Tag;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefTable;
import dev.assay.brief.Maker;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.work.ModelTextTable;
import dev.assay.index.SearchIndex;
import dev.assay.ledger.kept.LedgerTable;
import dev.assay.store.ClaimTable.DrawnClaim;
import dev.assay.store.ClaimTable.Reading;
import dev.assay.store.NameLinkTable.Link;
import dev.assay.store.NameTable.Tagged;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.StoredClaim;
import dev.assay.store.TagTable.TagRow;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tags the stored articles again when names changed: a new version of the program or of a pack, or
/// a word of the user. What follows from tags follows: the claims are read again with them, key
/// figures and the ledger's entries brought up to the claims. What is stored is then what a fresh
/// import would store.
///
/// Goes through the articles in the order of their ids, some at a time, and remembers how far it
/// came; whatever stops it, it goes on from there. Only what changed is written and indexed again.
/// Safe for use by many threads.
public final class Tagging {

  /// Articles to one transaction. They are read before it, so that it only writes.
  private static final int STEP = 100;

  private final Store store;
  private final SearchIndex index;
  private final NameBook book;
  private final Supplier<Stages> stages;

  /// @param stages with the names as they are when it is asked; asked only when articles wait
  public Tagging(Store store, SearchIndex index, NameBook book, Supplier<Stages> stages) {
    this.store = store;
    this.index = index;
    this.book = book;
    this.stages = stages;
  }

  /// How many articles are not yet tagged with the names as they are now, of how many.
  public record State(long waiting, long articles) {}

  public State state() {
    String version = book.matcher().version();
    return store.read(
        session -> {
          long articles = session.articles().countAfter(-1);
          return new State(waiting(session, version, articles), articles);
        });
  }

  private static long waiting(Session session, String version, long articles) {
    return session
        .names()
        .tagged()
        .filter(tagged -> tagged.version().equals(version))
        .map(tagged -> session.articles().countAfter(tagged.lastId()))
        .orElse(articles);
  }

  /// Tags every article that waits, then makes the entries of the ledger anew that are stale.
  ///
  /// @param progress hears how many articles were looked at so far; may be called again with the
  ///   same number while entries are made
  public void run(LongConsumer progress) {
    long seen = 0;
    int step = step();
    while (step > 0) {
      seen += step;
      progress.accept(seen);
      step = step();
    }
    keepBooks(seen, progress);
  }

  private void keepBooks(long seen, LongConsumer progress) {
    boolean isDone =
        store.read(session -> session.claims().stale(1).isEmpty() && !AlikeJoin.isAwaited(session));
    if (isDone) {
      return;
    }
    stages.get().bringToLedger(store, () -> progress.accept(seen));
    Indexing.catchUp(store, index, book::names);
  }

  /// Tags the next articles that wait, and makes the index durable after the last.
  ///
  /// @return how many were looked at; 0 if none waits
  int step() {
    if (isDone()) {
      return 0;
    }
    Stages now = stages.get();
    List<Redone> ahead =
        store.<List<Input>>read(session -> next(session, now)).stream()
            .map(input -> redone(input, now))
            .toList();
    synchronized (index) { // see Ingest
      int seen = store.write(session -> write(session, ahead, now));
      index.refresh();
      if (seen < STEP) {
        index.commit(store.read(session -> session.articles().lastSequence()));
      }
      return seen;
    }
  }

  private boolean isDone() {
    String version = book.matcher().version();
    return store
        .<Optional<Tagged>>read(session -> session.names().tagged())
        .filter(tagged -> tagged.version().equals(version) && tagged.isDone())
        .isPresent();
  }

  /// What is read again.
  ///
  /// @param brief null if the article has none
  /// @param reading the figures that a model read in it
  private record Input(Article article, @Nullable Brief brief, Optional<ModelReading> reading) {}

  /// What was found in it.
  ///
  /// @param brief null if there is none to put in the place of the one that is stored
  private record Redone(
      Input input, List<TagRow> tags, List<Link> links, Reading claims, @Nullable Brief brief) {

    Redone apart(Map<String, String> split) {
      return split.isEmpty()
          ? this
          : new Redone(input, Tagging.apart(tags, split), links, claims, brief);
    }
  }

  private static List<Input> next(Session session, Stages stages) {
    List<Article> articles = session.articles().after(from(session, stages), STEP);
    Map<ArticleId, Brief> briefs =
        new BriefTable(session).of(articles.stream().map(Article::id).toList());
    ModelTextTable texts = new ModelTextTable(session);
    return articles.stream()
        .map(one -> new Input(one, briefs.get(one.id()), texts.reading(one)))
        .toList();
  }

  private static long from(Session session, Stages stages) {
    return session
        .names()
        .tagged()
        .filter(tagged -> tagged.version().equals(stages.analyzer().namesVersion()))
        .map(Tagged::lastId)
        .orElse(-1L);
  }

  private static Redone redone(Input input, Stages stages) {
    Article article = input.article();
    Analysis analysis = stages.analyzed(article, input.reading());
    return new Redone(
        input,
        rows(analysis.tags()),
        NameLinks.of(article, analysis.tags()),
        stages.filed(analysis),
        fresh(input.brief(), analysis, stages));
  }

  /// The brief with the key figures of this analysis; null if there is none to put in the place of
  /// the one that is stored.
  static @Nullable Brief fresh(@Nullable Brief brief, Analysis analysis, Stages stages) {
    if (brief == null || brief.maker() instanceof Maker.Model) {
      return null;
    }
    Brief fresh = stages.keyFigures().add(brief, analysis);
    return brief.equals(fresh) ? null : fresh;
  }

  /// The index takes the articles before the transaction ends: it may be ahead of the store for a
  /// moment, never behind what it says it has.
  ///
  /// @param ahead what was read before the transaction; what changed since is read again
  private int write(Session session, List<Redone> ahead, Stages stages) {
    long before = session.articles().lastSequence();
    Map<Input, Redone> known =
        ahead.stream().collect(Collectors.toMap(Redone::input, redone -> redone));
    List<Input> inputs = next(session, stages);
    List<ArticleId> ids = inputs.stream().map(input -> input.article().id()).toList();
    Map<ArticleId, List<TagRow>> tags = session.tags().of(ids);
    Map<ArticleId, List<StoredClaim>> claims = session.claims().of(ids);
    Map<ArticleId, Map<String, String>> splits = session.names().splits(ids);
    Instant said = session.names().lastSaid();
    for (Input input : inputs) {
      ArticleId id = input.article().id();
      Redone redone =
          Optional.ofNullable(known.get(input))
              .orElseGet(() -> redone(input, stages))
              .apart(splits.getOrDefault(id, Map.of()));
      Before was =
          new Before(
              tags.getOrDefault(id, List.of()), read(claims.getOrDefault(id, List.of())), said);
      write(session, redone, was);
    }
    List<StoredArticle> changed = session.articles().changedAfter(before, STEP);
    if (!changed.isEmpty()) {
      index.put(IndexFollower.indexed(session, changed, stages.names()));
    }
    if (inputs.size() < STEP) {
      session.names().taggedAll(stages.analyzer().namesVersion());
    } else {
      session
          .names()
          .tagged(stages.analyzer().namesVersion(), inputs.getLast().article().id().value());
    }
    return inputs.size();
  }

  /// The claims that were read in an article itself.
  private static List<StoredClaim> read(List<StoredClaim> all) {
    return all.stream().filter(one -> !one.claim().isAlike()).toList();
  }

  /// What an article had been read as.
  ///
  /// @param said when a person last said anything of names
  private record Before(List<TagRow> tags, List<StoredClaim> claims, Instant said) {

    /// Since when the new reading is known: what a person said changed nothing before they did.
    Instant from(Article article) {
      return said.isAfter(article.fetchedAt()) ? said : article.fetchedAt();
    }
  }

  private static void write(Session session, Redone redone, Before was) {
    Article article = redone.input().article();
    Instant from = was.from(article);
    boolean sameTags = isSame(redone.tags(), was.tags());
    if (!sameTags) {
      session.tags().put(article.id(), article.orderedBy(), redone.tags(), from);
      session.nameLinks().put(article.id(), redone.links());
      session.articles().touch(article.id());
    }
    if (!isSame(redone.claims(), was.claims())) {
      putClaims(session, article.id(), redone.claims(), from);
    } else if (!sameTags) {
      session.claims().markStale(article.id(), from); // a topic finds entries by articles' tags
    }
    if (redone.brief() != null) {
      new BriefTable(session).put(redone.brief(), from);
    }
  }

  /// Puts a reading in the place of the one that an article had. Says of an article in dispute that
  /// it changed, so that the index follows: its place in the entries goes with its claims.
  static void putClaims(Session session, ArticleId id, Reading reading, Instant from) {
    if (!new LedgerTable(session).inDispute(List.of(id)).isEmpty()) {
      session.articles().touch(id);
    }
    session.claims().put(id, reading, from);
    AlikeJoin.await(session, id);
  }

  /// The tags of an article in which a person told names apart.
  ///
  /// @param split what its tags stand for there, for those that mean something else
  static List<TagRow> apart(List<TagRow> tags, Map<String, String> split) {
    Map<String, TagRow> apart = new LinkedHashMap<>();
    for (TagRow tag : tags) {
      String thing = split.getOrDefault(tag.entityId(), tag.entityId());
      apart.putIfAbsent(thing, new TagRow(thing, tag.about()));
    }
    return List.copyOf(apart.values());
  }

  static List<TagRow> rows(List<Tag> tags) {
    return tags.stream().map(tag -> new TagRow(tag.entity(), tag.about())).toList();
  }

  private static boolean isSame(Collection<TagRow> some, Collection<TagRow> others) {
    return new HashSet<>(some).equals(new HashSet<>(others));
  }

  private static boolean isSame(Reading reading, List<StoredClaim> stored) {
    return reading.claims().stream()
        .map(one -> new DrawnClaim(one.claim(), one.drawer(), "", one.sentence()))
        .toList()
        .equals(
            stored.stream()
                .map(one -> new DrawnClaim(one.claim(), one.drawer(), "", one.sentence()))
                .toList());
  }

  /// Keeps account of articles that were just taken in with tags of `version`: tags of another
  /// version than the last run's leave it to be done anew.
  static void recorded(Session session, String version, boolean first) {
    Tagged tagged = session.names().tagged().orElse(null);
    if (tagged == null && first) {
      session.names().taggedAll(version);
    } else if (tagged != null && !tagged.version().equals(version)) {
      session.names().tagged(tagged.version(), -1);
    }
  }
}
