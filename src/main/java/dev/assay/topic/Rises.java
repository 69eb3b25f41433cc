package dev.assay.topic;

import dev.assay.analyze.name.Aboutness;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.event.kept.RiseFinder;
import dev.assay.event.kept.RiseFinder.Scored;
import dev.assay.event.kept.RiseTable;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Names;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Outlets outlets;
  private final InstantSource clock;

  public Rises(
      Store store,
      Supplier<Names> names,
      Supplier<TagMatcher> matcher,
      Outlets outlets,
      InstantSource clock) {
    this.store = store;
    this.names = names;
    this.naming = new NamingSentences(matcher);
    this.outlets = outlets;
    this.clock = clock;
  }

  /// The names that rise now, the farthest above what is expected first, then those that fell
  /// quiet.
  public List<Rise> now(Language language) {
    return store.read(session -> new Making(session, clock.instant(), language).rises());
  }

  private final class Making {
    private final Session session;
    private final RiseFinder finder;
    private final Language language;

    Making(Session session, Instant now, Language language) {
      this.session = session;
      this.finder = new RiseFinder(session, outlets, now);
      this.language = language;
    }

    List<Rise> rises() {
      return Stream.concat(
              finder.rising().stream().limit(MOST).map(one -> rise(one, Rise.Direction.RISING)),
              finder.quiet().stream().map(one -> rise(one, Rise.Direction.QUIET)))
          .toList();
    }

    private Rise rise(Scored one, Rise.Direction direction) {
      List<ArticleId> ids =
          new RiseTable(session)
              .newest(one.entity(), finder.from(), finder.until(), Aboutness.ABOUT, MOST_TEXTS);
      List<Name> with =
          new TopicTable(session)
              .entitiesOf(ids, MOST_WITH + 1).stream()
                  .map(TopicTable.Beside::entityId)
                  .filter(id -> !id.equals(one.entity()))
                  .flatMap(id -> TopicSubject.nameOf(id, names.get(), language).stream())
                  .toList();
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
          with,
          said(one.entity(), ids));
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
