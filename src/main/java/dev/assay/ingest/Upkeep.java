package dev.assay.ingest;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ExpectedFailure;
import dev.assay.article.Identity;
import dev.assay.article.Paragraph;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefTable;
import dev.assay.brief.work.ModelTextTable;
import dev.assay.cite.Citation;
import dev.assay.event.kept.EventJoin;
import dev.assay.index.SearchIndex;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Names;
import dev.assay.store.ArticleHead;
import dev.assay.store.ArticleTable.Counts;
import dev.assay.store.FailureTable;
import dev.assay.store.OutcomeTable.Refusal;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Care of what is stored: what is there, whether it is sound, and taking things away.
public final class Upkeep {

  private static final int STEP = 500;
  private static final int MOST_PROBLEMS = 100;
  private static final int SHOWN_REFUSALS = 10;

  private final Store store;
  private final SearchIndex index;
  private final Supplier<Names> names;
  private final Supplier<Bookkeeping> bookkeeping;
  private final Supplier<EventJoin> events;

  /// @param names asked for when an article is deleted: what it was folded with is indexed anew
  /// @param bookkeeping made when an article is deleted
  /// @param events made when an article is deleted
  public Upkeep(
      Store store,
      SearchIndex index,
      Supplier<Names> names,
      Supplier<Bookkeeping> bookkeeping,
      Supplier<EventJoin> events) {
    this.store = store;
    this.index = index;
    this.names = names;
    this.bookkeeping = bookkeeping;
    this.events = events;
  }

  /// What a data folder holds.
  ///
  /// @param indexed articles that the index has
  /// @param outcomes documents by the word of their last outcome
  /// @param bytes of all files in the folder
  public record Status(
      Path folder,
      Counts counts,
      long indexed,
      Map<String, Long> languages,
      Map<String, Long> outcomes,
      List<Refusal> refusals,
      long bytes) {}

  public Status status() {
    return store.read(
        session ->
            new Status(
                store.folder(),
                session.articles().count(),
                index.size(),
                session.articles().countByLanguage(),
                session.outcomes().counts(),
                session.outcomes().refusals(SHOWN_REFUSALS),
                size(store.folder())));
  }

  /// Whether no article is stored.
  public boolean isEmpty() {
    return store.read(session -> session.articles().count().articles() == 0);
  }

  /// How a running desk is.
  public enum Health {
    OK,
    /// The index is not at the store's last change yet.
    BEHIND,
    /// The store or the index cannot be read.
    FAILING
  }

  public Health health() {
    try {
      return isCurrent() && index.size() >= 0 ? Health.OK : Health.BEHIND;
    } catch (ExpectedFailure e) {
      return Health.FAILING;
    }
  }

  /// Documents on which Assay itself failed.
  ///
  /// @param kept documents that a stage failed on, whose bytes are kept
  /// @param setAside documents that are not tried again, since Assay ended while it read them
  public record Failures(long kept, long setAside) {}

  public Failures failures() {
    return store.read(
        session ->
            new Failures(
                session.failures().count(),
                session.failures().felled().values().stream()
                    .filter(times -> times >= FailureTable.SET_ASIDE)
                    .count()));
  }

  /// How much there is, and how much waits.
  ///
  /// @param unsettled articles that workers stored and nobody settled yet
  /// @param stale drawers of the ledger to be made anew
  /// @param lag changes of the store that the index lacks
  /// @param outcomes documents by the word of their last outcome
  public record Load(
      long articles,
      long unsettled,
      long stale,
      long lag,
      Map<String, Long> outcomes,
      Failures failures) {}

  public Load load() {
    long committed = index.committedSequence();
    Failures failures = failures();
    return store.read(
        session ->
            new Load(
                session.articles().count().articles(),
                session.unsettled().count(),
                session.claims().countStale(),
                Math.max(0, session.articles().lastSequence() - committed),
                session.outcomes().counts(),
                failures));
  }

  /// What the folder holds, in numbers and kinds that tell nothing of its documents.
  public Map<String, Object> counts() {
    return store.read(
        session -> {
          Map<String, Object> counts = new LinkedHashMap<>();
          counts.put("articles", session.articles().count().articles());
          counts.put("independent", session.articles().count().independent());
          counts.put("indexed", index.size());
          counts.put("megabytes", size(store.folder()) >> 20);
          counts.put("languages", session.articles().countByLanguage());
          counts.put("outcomes", session.outcomes().counts());
          counts.put("failed", session.failures().countByPlace());
          return counts;
        });
  }

  /// How many articles the store has, and how many of them the index.
  ///
  /// @param current whether the index is at the store's last change
  public record IndexState(long stored, long indexed, boolean current) {}

  public IndexState indexState() {
    long stored = store.read(session -> session.articles().count().articles());
    return new IndexState(stored, index.size(), isCurrent());
  }

  private static long size(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(Upkeep::fileSize).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file may go while we look: then it has no size.
  private static long fileSize(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  /// Takes an article away with everything that was derived from it.
  ///
  /// @return whether it was there
  public boolean delete(ArticleId id) {
    return deleteAll(List.of(id)) > 0;
  }

  /// Takes away all articles that are known by what is `unwanted`, with everything that was derived
  /// from them. Looks at every article.
  ///
  /// @return how many there were
  public int delete(Predicate<Identity> unwanted) {
    return deleteAll(store.read(session -> session.articles().knownAs(unwanted)));
  }

  private int deleteAll(List<ArticleId> ids) {
    int deleted = 0;
    for (ArticleId id : ids) {
      deleted += store.write(session -> delete(session, id)) ? 1 : 0;
    }
    if (deleted > 0) {
      bookkeeping.get().refresh(store);
      new IndexFollower(store, index, names).catchUp(_ -> {});
    }
    return deleted;
  }

  private boolean delete(Session session, ArticleId id) {
    boolean failed = session.failures().delete(id);
    if (session.articles().rawHash(id).isEmpty()) {
      return failed;
    }
    Instant ever = Instant.EPOCH; // as if it had never been there
    Set<ArticleId> left = new HashSet<>(new CopyJoin(session, ever).leave(id));
    left.addAll(events.get().beside(session, id));
    boolean deleted = session.articles().delete(id);
    events.get().follow(session, left, ever);
    // of a copy no figure was held against others: its text was
    session.articles().heads(left).keySet().forEach(one -> AlikeJoin.await(session, one));
    return deleted;
  }

  /// The article that `name` means: an id, or the id that a batch gave.
  public Optional<ArticleId> find(String name) {
    Optional<ArticleId> id =
        ArticleId.parse(name)
            .filter(parsed -> store.read(s -> s.articles().rawHash(parsed)).isPresent());
    return id.isPresent()
        ? id
        : store.read(session -> session.articles().byExternalId(name)).stream().findFirst();
  }

  /// The articles that `names` mean, as [#find(String)] reads each, by name; names of nothing are
  /// left out.
  public Map<String, ArticleId> find(Collection<String> names) {
    Map<String, ArticleId> parsed = new HashMap<>();
    names.forEach(name -> ArticleId.parse(name).ifPresent(id -> parsed.put(name, id)));
    return store.read(
        session -> {
          Set<ArticleId> known = session.articles().heads(parsed.values()).keySet();
          parsed.values().retainAll(known);
          List<String> others = names.stream().filter(name -> !parsed.containsKey(name)).toList();
          Map<String, ArticleId> found = new HashMap<>(session.articles().byExternalIds(others));
          found.putAll(parsed);
          return found;
        });
  }

  /// The ids that batches gave to these articles; those that have none are left out.
  public Map<ArticleId, String> externalIds(Collection<ArticleId> ids) {
    Map<ArticleId, String> found = new HashMap<>();
    Map<ArticleId, ArticleHead> heads = store.read(session -> session.articles().heads(ids));
    heads.forEach(
        (id, head) -> {
          String externalId = head.externalId();
          if (externalId != null) {
            found.put(id, externalId);
          }
        });
    return found;
  }

  /// What is wrong in the data folder, each a line for a person; empty if everything agrees.
  ///
  /// Checks the database file, that raw bytes are what their name says, that every citation stands
  /// where it says, that groups have a canonical article, and that index and store hold the same.
  ///
  /// @param progress hears how many articles were looked at so far
  public List<String> verify(LongConsumer progress) {
    List<String> problems = new ArrayList<>();
    store.integrityProblems().forEach(line -> problems.add("database: " + line));
    long seen = 0;
    Map<ArticleId, Long> step = after(0);
    while (!step.isEmpty() && problems.size() < MOST_PROBLEMS) {
      problems.addAll(problems(List.copyOf(step.keySet())));
      seen += step.size();
      progress.accept(seen);
      step = after(Collections.max(step.values()));
    }
    problems.addAll(indexProblems());
    return List.copyOf(problems);
  }

  private Map<ArticleId, Long> after(long sequence) {
    return store.read(session -> session.articles().sequencesAfter(sequence, STEP));
  }

  /// Those of some articles together; where one of them cannot be read, those of each by itself.
  private List<String> problems(List<ArticleId> ids) {
    try {
      return store.read(
          session -> problems(session, List.copyOf(session.articles().find(ids).values())));
    } catch (ExpectedFailure e) {
      return ids.size() == 1
          ? List.of("article %s: %s".formatted(ids.getFirst(), e.getMessage()))
          : ids.stream().flatMap(id -> problems(List.of(id)).stream()).toList();
    }
  }

  /// Whether the index is at the store's last change. What it lacks, the next writing command puts.
  private boolean isCurrent() {
    long last = store.read(session -> session.articles().lastSequence());
    return index.committedSequence() == last;
  }

  private List<String> indexProblems() {
    List<String> problems = new ArrayList<>(index.problems());
    long stored = store.read(session -> session.articles().count().articles());
    if (problems.isEmpty() && (!isCurrent() || index.size() != stored)) {
      problems.add(
          "index: it holds %d of %d articles and is not at the store's last change; the next writing command brings it there, such as assay import or assay serve"
              .formatted(index.size(), stored));
    }
    return problems;
  }

  private static List<String> problems(Session session, List<StoredArticle> articles) {
    List<ArticleId> ids = articles.stream().map(StoredArticle::id).toList();
    Map<ArticleId, Brief> briefs = new BriefTable(session).of(ids);
    Map<ArticleId, List<Brief>> written =
        new ModelTextTable(session)
            .all(ids).stream().collect(Collectors.groupingBy(Brief::article));
    Map<ArticleId, ArticleHead> canonicals =
        session
            .articles()
            .heads(articles.stream().map(StoredArticle::canonical).distinct().toList());
    List<String> problems = new ArrayList<>();
    for (StoredArticle stored : articles) {
      ArticleHead canonical = canonicals.get(stored.canonical());
      if (canonical == null || canonical.isCopy()) {
        problems.add("article %s: its group has no canonical article".formatted(stored.id()));
      }
      Brief brief = briefs.get(stored.id());
      problems.addAll(
          brief == null
              ? List.of("article %s: it has no brief".formatted(stored.id()))
              : problems(stored.article(), brief));
      written
          .getOrDefault(stored.id(), List.of())
          .forEach(model -> problems.addAll(problems(stored.article(), model)));
      rawProblem(session, stored.id()).ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<String> rawProblem(Session session, ArticleId id) {
    byte[] hash = session.articles().origin(id).orElseThrow().rawHash();
    return isSound(session, hash)
        ? Optional.empty()
        : Optional.of(
            "article %s: its raw bytes are missing or damaged; import it again, or restore a backup"
                .formatted(id));
  }

  private static boolean isSound(Session session, byte[] hash) {
    try {
      return session
          .rawDocuments()
          .find(hash)
          .map(raw -> Arrays.equals(RawDocumentTable.hash(raw.bytes()), hash))
          .orElse(false);
    } catch (ExpectedFailure e) {
      return false; // they cannot even be inflated
    }
  }

  private static List<String> problems(Article article, Brief brief) {
    return brief
        .sentences()
        .flatMap(sentence -> sentence.citations().stream())
        .filter(citation -> !stands(article, citation))
        .map(
            citation ->
                "article %s: its brief cites paragraph %d, characters %d to %d, which it does not have"
                    .formatted(
                        article.id(),
                        citation.paragraph(),
                        citation.span().start(),
                        citation.span().end()))
        .toList();
  }

  private static boolean stands(Article article, Citation citation) {
    if (!citation.article().equals(article.id())
        || citation.paragraph() > article.paragraphs().size()) {
      return false;
    }
    Paragraph paragraph = article.paragraph(citation.paragraph());
    return citation.span().end() <= paragraph.text().length();
  }

  /// Writes all that cannot be derived, as one file.
  ///
  /// @param target must not exist
  public void backup(Path target) {
    store.copyTo(target);
  }
}
