package dev.assay.topic;

import dev.assay.analyze.name.Aboutness;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.event.kept.RiseFinder.Scored;
import dev.assay.event.kept.RiseTable;
import dev.assay.event.kept.Risings;
import dev.assay.lexicon.Names;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Which names rise: independent texts of three days against the four weeks before, each name
/// against its own past. No score without its articles. Safe for use by many threads.
public final class Rises {

  private static final int MOST = 30;
  private static final int MOST_SAID = 3;
  private static final int MOST_WITH = 5;
  private static final int MOST_TEXTS = 200;

  private final Store store;
  private final Supplier<Names> names;
  private final NamingSentences naming;
  private final Risings risings;
  private volatile Around around = new Around(Risings.Found.NOTHING, Map.of());

  /// What stands around the names of one finding.
  private record Around(Risings.Found found, Map<String, Texts> byEntity) {}

  /// @param newest texts about a name, the newest first
  /// @param with ids of what stands beside it
  private record Texts(List<ArticleId> newest, List<String> with) {}

  public Rises(Store store, Supplier<Names> names, Supplier<TagMatcher> matcher, Risings risings) {
    this.store = store;
    this.names = names;
    this.naming = new NamingSentences(matcher);
    this.risings = risings;
  }

  /// The names that rise now, the farthest above what is expected first, then those that fell
  /// quiet.
  public List<Rise> now(Language language) {
    Risings.Found found = risings.now(store);
    return store.read(session -> new Making(session, found, language).rises());
  }

  private Map<String, Texts> around(Risings.Found found) {
    Around known = around;
    if (!known.found().equals(found)) {
      known = new Around(found, new ConcurrentHashMap<>());
      around = known;
    }
    return known.byEntity();
  }

  private final class Making {
    private final Session session;
    private final Risings.Found found;
    private final Language language;
    private final Map<String, Texts> around;

    Making(Session session, Risings.Found found, Language language) {
      this.session = session;
      this.found = found;
      this.language = language;
      this.around = around(found);
    }

    List<Rise> rises() {
      return Stream.concat(
              found.rising().stream().limit(MOST).map(one -> rise(one, Rise.Direction.RISING)),
              found.quiet().stream().map(one -> rise(one, Rise.Direction.QUIET)))
          .toList();
    }

    private Rise rise(Scored one, Rise.Direction direction) {
      Texts texts = around.computeIfAbsent(one.entity(), this::texts);
      return new Rise(
          TopicSubject.nameOf(one.entity(), names.get(), language)
              .orElse(new Name(one.entity(), Language.UNKNOWN)),
          one.entity(),
          direction,
          one.isNew(),
          one.texts(),
          one.sources(),
          one.expected(),
          one.score(),
          texts.with().stream()
              .flatMap(id -> TopicSubject.nameOf(id, names.get(), language).stream())
              .toList(),
          said(one.entity(), texts.newest()));
    }

    private Texts texts(String entity) {
      List<ArticleId> ids =
          new RiseTable(session)
              .newest(entity, found.from(), found.until(), Aboutness.ABOUT, MOST_TEXTS);
      List<String> with =
          new TopicTable(session)
              .entitiesOf(ids, MOST_WITH + 1).stream()
                  .map(TopicTable.Beside::entityId)
                  .filter(id -> !id.equals(entity))
                  .toList();
      return new Texts(ids, with);
    }

    private List<Mentioning> said(String entity, List<ArticleId> ids) {
      List<ArticleId> some = ids.stream().limit(MOST_SAID).toList();
      Map<ArticleId, StoredArticle> found = session.articles().find(some);
      return some.stream()
          .map(found::get)
          .filter(Objects::nonNull)
          .map(
              stored ->
                  new Mentioning(
                      ArticleLine.of(stored.article()),
                      naming.of(stored, List.of(entity)).stream().limit(1).toList()))
          .toList();
    }
  }
}
