package dev.assay.topic;

import dev.assay.analyze.name.Aboutness;
import dev.assay.analyze.name.ReadId;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.work.ModelTextTable;
import dev.assay.check.Arithmetic;
import dev.assay.desk.ReadingScope;
import dev.assay.evaluate.TwoReaders;
import dev.assay.fold.Outlets;
import dev.assay.ledger.Wording;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Names;
import dev.assay.search.Filters;
import dev.assay.search.Search;
import dev.assay.search.SearchPage;
import dev.assay.search.SearchRequest;
import dev.assay.store.ArticleHead;
import dev.assay.store.ArticleTable;
import dev.assay.store.ArticleTable.Place;
import dev.assay.store.NameTable;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.TagTable.TagRow;
import dev.assay.topic.TopicSubject.Looked;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Topic pages for any name, the first page, and articles with what is known of them. The core
/// public access point to topics.
///
/// A name that the lexicon has, in any script, finds the articles that mention it; any other, and
/// one that no article is tagged with, the articles that have it as it is written, or all of its
/// words; a query in the language of search, what search finds for it. Safe for use by many
/// threads.
public final class Topics {

  /// Cards on a page: the screenful that a reader takes in, and few enough to send at once.
  private static final int CARDS = 10;

  private static final int RELATED_NAMES = 8;

  /// Related names are counted in no more articles than this, the newest.
  private static final int LOOKED_AT_FOR_NAMES = 300;

  /// A query's articles are counted up to here; search's own bound.
  private static final int MOST_COUNTED = SearchRequest.MOST_HITS;

  private static final int HOME_ARTICLES = 40;
  private static final int HOME_WEEKS = 12;
  private static final int HOME_ARTICLES_OF_A_TOPIC = 10;

  private final Store store;
  private final Search search;
  private final Supplier<Names> currentNames;
  private final TopicLists lists;
  private final Cards cards;
  private final Supplier<Arithmetic> arithmetic;
  private final InstantSource clock;
  private final SavedTopics saved;
  private final RecentFacts<Facts> recent;
  private final Outlets outlets;

  /// @param names as they are at each moment
  /// @param matcher finds them; asked for when a topic is shown
  /// @param arithmetic asked for when an article is shown, since making it takes a while
  /// @param outlets who owns which outlet
  public Topics(
      Store store,
      Search search,
      Supplier<Names> names,
      Supplier<TagMatcher> matcher,
      Supplier<Arithmetic> arithmetic,
      InstantSource clock,
      Outlets outlets) {
    this.store = store;
    this.search = search;
    this.currentNames = names;
    this.lists = new TopicLists(search, new NamingSentences(matcher));
    this.cards = new Cards(names, outlets);
    this.arithmetic = arithmetic;
    this.clock = clock;
    this.outlets = outlets;
    this.saved = new SavedTopics(store, names, clock);
    this.recent = new RecentFacts<>(clock);
  }

  private Names names() {
    return currentNames.get();
  }

  /// One page of the topic called `name`, newest first.
  ///
  /// @param after the [TopicPage#next] of the page before; null for the first page
  /// @param reader the language for names of other things
  /// @throws IllegalArgumentException if `after` is no token of this topic
  public TopicPage page(String name, Selection selection, @Nullable String after, Language reader) {
    return store.read(
        session -> {
          TopicSubject subject = subject(session, name);
          return page(session, subject, shown(session, subject, selection), after, reader);
        });
  }

  /// How much an article must be about a topic to be one of its own, as an [Aboutness#score]: where
  /// none is about it, and where it is looked for by its words, what names it is all there is.
  public static double least(Session session, TopicSubject subject) {
    return !subject.isQuery() && new TopicTable(session).isSubjectOfAny(subject.entityIds())
        ? Aboutness.ABOUT
        : 0;
  }

  private static Selection shown(Session session, TopicSubject subject, Selection asked) {
    return subject.isQuery() || least(session, subject) > 0
        ? asked
        : asked.with(Selection.Mentions.SHOWN);
  }

  private TopicPage page(
      Session session,
      TopicSubject subject,
      Selection selection,
      @Nullable String after,
      Language reader) {
    TopicLists.Listed listed = lists.listed(session, subject, selection, after, CARDS);
    List<Place> passing =
        after == null ? TopicLists.passing(session, subject, selection) : List.of();
    return new TopicPage(
        heading(session, subject, reader),
        facts(session, subject, reader),
        selection,
        cards.of(
            session, lists.saying(session, listed, subject), subject.ownIds(), selection, reader),
        lists.mentions(session, subject, passing),
        passing.size(),
        listed.next());
  }

  /// The articles about the topic called `name`, not those that name it in passing, for asking
  /// which of them are unread. Of a name that is looked for by its words the newest ones, as many
  /// as are counted.
  public ReadingScope scope(String name) {
    return store.read(session -> scope(session, subject(session, name)));
  }

  /// What a search finds for a topic that is looked for by its words, as many as are counted.
  public static List<ArticleId> ids(TopicSubject subject, Search search) {
    return subject.in(search).ids(subject.query(), MOST_COUNTED);
  }

  private ReadingScope scope(Session session, TopicSubject subject) {
    return subject.isQuery()
        ? new ReadingScope.Among(ids(subject, search))
        : new ReadingScope.About(subject.entityIds(), least(session, subject));
  }

  /// Those of `ids` that the topic called `name` has: that are about it, or, of a name that is
  /// looked for by its words, that have them as they are written.
  ///
  /// @param ids articles that the index has
  public Set<ArticleId> among(String name, Collection<ArticleId> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return store.read(
        session -> {
          TopicSubject subject = subject(session, name);
          return subject.isQuery()
              ? found(subject, session.articles().heads(ids).values())
              : new TopicTable(session).among(subject.entityIds(), least(session, subject), ids);
        });
  }

  /// An article is looked for among those of its own second, so that it is found wherever it ranks.
  private Set<ArticleId> found(TopicSubject subject, Collection<ArticleHead> heads) {
    Set<ArticleId> found = new HashSet<>();
    for (ArticleHead head : heads) {
      Instant second = head.orderedBy().truncatedTo(ChronoUnit.SECONDS);
      SearchRequest request =
          new SearchRequest(
              subject.query(),
              Filters.NONE.between(second, second.plusSeconds(1)),
              SearchRequest.Sort.NEWEST,
              SearchRequest.Copies.SHOWN,
              null,
              MOST_COUNTED,
              SearchRequest.Mode.KEYWORD);
      SearchPage page = search.asWritten().find(request);
      boolean has = has(page, head);
      while (!has && page.nextToken() != null) {
        page = search.asWritten().find(request.withPageToken(page.nextToken()));
        has = has(page, head);
      }
      if (has) {
        found.add(head.id());
      }
    }
    return found;
  }

  private static boolean has(SearchPage page, ArticleHead head) {
    return page.hits().stream().anyMatch(hit -> hit.article().id().equals(head.id()));
  }

  /// The cards of those of `ids` that are stored, in their order, with their copies folded.
  public List<Card> cards(Collection<ArticleId> ids, Language reader) {
    return store.read(
        session -> {
          TopicLists.Listed listed = TopicLists.of(session, ids);
          return cards.of(session, listed, Set.of(), Selection.all(), reader);
        });
  }

  /// The cards of the articles about the topic called `name`, the newest first.
  ///
  /// @param most 1 to [SearchRequest#MOST_HITS]
  public List<Card> cards(String name, int most, Language reader) {
    return store.read(
        session -> {
          TopicSubject subject = subject(session, name);
          Selection selection = shown(session, subject, Selection.all());
          TopicLists.Listed listed = lists.listed(session, subject, selection, null, most);
          return cards.of(
              session, lists.saying(session, listed, subject), subject.ownIds(), selection, reader);
        });
  }

  /// `articles` as they are, each with the first sentence of its brief, if it has one.
  public List<Mentioning> openings(List<ArticleLine> articles, Language reader) {
    List<ArticleId> ids = articles.stream().map(ArticleLine::id).toList();
    Map<ArticleId, Brief> briefs = store.read(session -> Cards.briefs(session, ids, reader));
    return articles.stream()
        .map(article -> new Mentioning(article, opening(briefs.get(article.id()))))
        .toList();
  }

  private static List<BriefSentence> opening(@Nullable Brief brief) {
    return brief == null ? List.of() : brief.viewpoint().stream().limit(1).toList();
  }

  /// What a topic is called.
  public Heading heading(String name, Language reader) {
    return store.read(session -> heading(session, subject(session, name), reader));
  }

  /// The topics that a reader keeps.
  public SavedTopics saved() {
    return saved;
  }

  /// The entities that the saved topics are of.
  public Set<String> savedEntities() {
    return store.readOnce(
        session ->
            new TopicTable(session)
                .all().stream()
                    .map(topic -> subject(session, topic.name()))
                    .filter(subject -> !subject.isQuery())
                    .flatMap(subject -> subject.entityIds().stream())
                    .collect(Collectors.toSet()));
  }

  /// Which companies each of `ids` names, most important first.
  public Map<ArticleId, List<Name>> companies(Collection<ArticleId> ids, Language reader) {
    Map<ArticleId, List<TagRow>> tags = store.readOnce(session -> session.tags().of(ids));
    Map<ArticleId, List<Name>> companies = new HashMap<>();
    tags.forEach(
        (id, rows) ->
            companies.put(
                id, cards.names(rows.stream().filter(this::isCompany).toList(), Set.of(), reader)));
    return companies;
  }

  private boolean isCompany(TagRow tag) {
    return isCompany(tag.entityId());
  }

  /// Whether an entity id is that of a company.
  public boolean isCompany(String entityId) {
    return names()
        .entity(entityId)
        .filter(entity -> entity.type() == EntityType.COMPANY)
        .isPresent();
  }

  /// Articles that there are, in the order of `ids`.
  public List<Article> articles(List<ArticleId> ids) {
    Map<ArticleId, StoredArticle> found = store.read(session -> session.articles().find(ids));
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(found.get(id)))
        .map(StoredArticle::article)
        .toList();
  }

  /// Those of `ids` that are stored, without their text.
  public Map<ArticleId, ArticleLine> lines(Collection<ArticleId> ids) {
    Map<ArticleId, ArticleLine> lines = new HashMap<>();
    store
        .<Map<ArticleId, ArticleHead>>readOnce(session -> session.articles().heads(ids))
        .forEach((id, head) -> lines.put(id, ArticleLine.of(head)));
    return lines;
  }

  /// The text of the article with this id alone, if it is there.
  public Optional<Article> text(ArticleId id) {
    return store.read(session -> session.articles().find(id).map(StoredArticle::article));
  }

  /// The article with this id, if it is there.
  public Optional<ArticlePage> article(ArticleId id, Language reader) {
    return store.read(
        session -> session.articles().find(id).map(found -> page(session, found, reader)));
  }

  private ArticlePage page(Session session, StoredArticle stored, Language reader) {
    ArticleId id = stored.id();
    return new ArticlePage(
        stored.article(),
        Differences.editions(session, stored, outlets, reader),
        Cards.briefs(session, List.of(id), reader).get(id),
        new ModelTextTable(session).withheld(id, reader),
        new ModelTextTable(session).titles(List.of(id), reader).get(id),
        new ModelTextTable(session)
            .reading(stored.article())
            .map(reading -> readers(session, id, reading, reader))
            .orElse(null),
        arithmetic.get().findings(stored.article()),
        cards.names(session.tags().of(List.of(id)).getOrDefault(id, List.of()), Set.of(), reader),
        session
            .articles()
            .origin(id)
            .map(origin -> Arrival.of(origin.headers()))
            .orElse(Arrival.WHOLE));
  }

  private TwoReaders readers(Session session, ArticleId id, ModelReading reading, Language reader) {
    return TwoReaders.of(
        reading,
        session.claims().of(List.of(id)).getOrDefault(id, List.of()),
        Wording.of(names(), reader));
  }

  /// The first page.
  public Home home(Language reader) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return store.read(
        session -> {
          ArticleTable.Counts counts = session.articles().count();
          List<ArticleHead> newest = session.articles().newest(Place.START, LOOKED_AT_FOR_NAMES);
          return new Home(
              now,
              counts.articles(),
              counts.independent(),
              savedTopics(session, today, reader),
              lines(newest, head -> head.publishedAt() != null),
              lines(newest, head -> head.publishedAt() == null),
              related(session, newest.stream().map(ArticleHead::id).toList(), Set.of(), reader));
        });
  }

  private static List<ArticleLine> lines(List<ArticleHead> newest, Predicate<ArticleHead> chosen) {
    return newest.stream().filter(chosen).limit(HOME_ARTICLES).map(ArticleLine::of).toList();
  }

  private List<Home.TopicLine> savedTopics(Session session, LocalDate today, Language reader) {
    return new TopicTable(session)
        .all().stream()
            .map(saved -> topicLine(session, saved, today, reader))
            .sorted(Comparator.comparing(Topics::newestFirst).reversed())
            .toList();
  }

  private static Instant newestFirst(Home.TopicLine line) {
    return line.newest().isEmpty() ? Instant.MIN : line.newest().getFirst().article().orderedBy();
  }

  private Home.TopicLine topicLine(
      Session session, TopicTable.SavedTopic saved, LocalDate today, Language reader) {
    TopicSubject subject = subject(session, saved.name());
    TopicLists.Listed listed =
        lists.listed(
            session,
            subject,
            shown(session, subject, Selection.all()),
            null,
            HOME_ARTICLES_OF_A_TOPIC);
    Heading heading = heading(session, subject, reader);
    return new Home.TopicLine(
        heading.name(),
        heading.otherNames(),
        FactsOf.upTo(today, HOME_WEEKS, facts(session, subject, reader).weeks()),
        mentions(session, listed, subject),
        about(session, listed.heads(), subject),
        scope(session, subject));
  }

  /// How likely a reader takes each article to be about the topic; of words, the title tells.
  private Map<ArticleId, Double> about(
      Session session, List<ArticleHead> heads, TopicSubject subject) {
    if (!subject.isQuery()) {
      return new TopicTable(session)
          .salience(subject.entityIds(), heads.stream().map(ArticleHead::id).toList());
    }
    Predicate<String> holds = search.holding(subject.query());
    return heads.stream()
        .filter(head -> holds.test(head.title()))
        .collect(Collectors.toMap(ArticleHead::id, _ -> 1.0));
  }

  private List<Mentioning> mentions(
      Session session, TopicLists.Listed listed, TopicSubject subject) {
    Map<ArticleId, List<BriefSentence>> said = lists.saying(session, listed, subject).said();
    return listed.heads().stream()
        .map(head -> new Mentioning(ArticleLine.of(head), said.getOrDefault(head.id(), List.of())))
        .toList();
  }

  private TopicSubject subject(Session session, String name) {
    return subject(session, name, names(), search);
  }

  public static TopicSubject subject(Session session, String name, Names names, Search search) {
    String asked = name.strip();
    TopicTable table = new TopicTable(session);
    TopicSubject subject = TopicSubject.of(asked, SavedTopics.find(table, asked, names), names);
    return switch (subject.looked()) {
      case BY_QUERY, BY_ALL_WORDS -> subject;
      case BY_SPELLING -> asItStands(read(session, subject), search);
      case BY_ENTITY ->
          table.hasArticles(subject.entityIds())
              ? subject
              : asItStands(subject.found(Looked.BY_SPELLING), search);
    };
  }

  /// What articles are tagged with under a name that no pack has.
  private static TopicSubject read(Session session, TopicSubject subject) {
    List<String> ids = new TopicTable(session).tagged(ReadId.all(subject.name().label()));
    return ids.isEmpty() ? subject : subject.read(ids, session.nameLinks().of(ids));
  }

  private static TopicSubject asItStands(TopicSubject subject, Search search) {
    return isFound(subject, search) ? subject : subject.found(Looked.BY_ALL_WORDS);
  }

  private static boolean isFound(TopicSubject subject, Search search) {
    return !subject.in(search).ids(subject.query(), 1).isEmpty();
  }

  /// Whether this is a name of something, rather than words or a query.
  public boolean isName(String text) {
    return names().lookup(text.strip()).isPresent();
  }

  public static Heading heading(Session session, TopicSubject subject, Language reader) {
    return subject.heading(
        reader,
        session.names().of(subject.entityIds()).stream()
            .filter(name -> name.use() != NameTable.Use.NOT)
            .map(name -> new Name(name.name(), name.language()))
            .toList());
  }

  /// The outlets whose articles are stored, those with most articles first, and who owns them.
  public List<OutletLine> outlets() {
    return store.read(session -> session.articles().countBySource()).entrySet().stream()
        .map(
            source ->
                new OutletLine(source.getKey(), outlets.owner(source.getKey()), source.getValue()))
        .toList();
  }

  /// What a reader calls these entities, by id, in the order given; those that no pack knows are
  /// left out.
  public Map<String, Name> labels(Collection<String> entityIds, Language reader) {
    Map<String, Name> labels = new LinkedHashMap<>();
    for (String id : entityIds) {
      TopicSubject.nameOf(id, names(), reader).ifPresent(name -> labels.put(id, name));
    }
    return labels;
  }

  private Facts facts(Session session, TopicSubject subject, Language reader) {
    return recent.get(
        List.of(subject.isQuery() ? subject.query() : subject.entityIds(), reader),
        session.articles().lastSequence(),
        () -> store.read(own -> count(own, subject, reader)));
  }

  private Facts count(Session session, TopicSubject subject, Language reader) {
    TopicTable table = new TopicTable(session);
    List<TopicTable.Row> rows =
        subject.isQuery()
            ? table.rowsOf(ids(subject, search))
            : table.rowsAbout(subject.entityIds());
    List<ArticleId> newest =
        rows.stream().limit(LOOKED_AT_FOR_NAMES).map(TopicTable.Row::id).toList();
    return FactsOf.of(
        rows,
        !subject.isQuery() || rows.size() < MOST_COUNTED,
        outlets,
        reader,
        related(session, newest, subject.ownIds(), reader));
  }

  private List<Facts.Related> related(
      Session session, Collection<ArticleId> ids, Set<String> without, Language reader) {
    Map<String, Facts.Related> byLabel = new LinkedHashMap<>();
    for (TopicTable.Beside beside :
        new TopicTable(session).entitiesOf(ids, 2 * RELATED_NAMES + without.size())) {
      if (!without.contains(beside.entityId())) {
        TopicSubject.nameOf(beside.entityId(), names(), reader)
            .map(name -> new Facts.Related(name, beside.articles(), beside.about()))
            .ifPresent(related -> byLabel.putIfAbsent(related.name().label(), related));
      }
    }
    return byLabel.values().stream()
        .limit(RELATED_NAMES)
        .sorted(Comparator.comparingLong(Facts.Related::articles).reversed()) // as the number shown
        .toList();
  }
}
