package dev.assay.topic.event;

import dev.assay.analyze.name.Tag;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.BriefSentence;
import dev.assay.event.EventReader;
import dev.assay.event.kept.EventTable;
import dev.assay.event.kept.EventTable.Member;
import dev.assay.fold.Independence;
import dev.assay.fold.Independence.Heard;
import dev.assay.fold.Origin;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Names;
import dev.assay.search.Search;
import dev.assay.store.ArticleHead;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.From;
import dev.assay.topic.NamingSentences;
import dev.assay.topic.TopicSubject;
import dev.assay.topic.TopicTable;
import dev.assay.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Different texts on one happening: who has it, who was first, and who alone says what. Safe for
/// use by many threads.
public final class Events {

  /// Texts of an event that are shown; of more, the first ones.
  private static final int MOST_TEXTS = 60;

  /// Texts that are read for what they share, and for what they alone say: some milliseconds each.
  private static final int MOST_READ = 24;

  private static final int MOST_ALONE = 2;
  private static final int MOST_NAMES = 6;
  private static final int MOST_SILENT = 8;

  /// Events of a list.
  private static final int MOST_EVENTS = 50;

  /// The newest articles of a topic in which its events are looked for.
  private static final int LOOKED_AT = 600;

  /// An outlet that reports on a thing does so within this time before or after.
  private static final Duration NEAR = Duration.ofDays(30);

  private final Store store;
  private final Search search;
  private final Supplier<Names> names;
  private final Supplier<EventReader> reader;
  private final ComparedFigures figures;
  private final Outlets outlets;

  /// @param reader asked only when texts are read: what it knows takes time to load
  public Events(
      Store store,
      Search search,
      Supplier<Names> names,
      Supplier<EventReader> reader,
      ComparedFigures figures,
      Outlets outlets) {
    this.store = store;
    this.search = search;
    this.names = names;
    this.reader = reader;
    this.figures = figures;
    this.outlets = outlets;
  }

  /// The event that an article tells of.
  ///
  /// @param any of its articles
  /// @return empty if the article is not there; an article alone is an event of one text
  public Optional<EventPage> page(ArticleId any, Language language) {
    return store.read(session -> page(session, any, language));
  }

  private Optional<EventPage> page(Session session, ArticleId any, Language language) {
    EventTable table = new EventTable(session);
    Optional<ArticleId> event = table.event(any);
    List<Member> members =
        event.map(id -> table.members(List.of(id))).orElse(List.of()).stream()
            .limit(MOST_TEXTS)
            .toList();
    List<ArticleId> ids =
        members.isEmpty()
            ? session.articles().heads(List.of(any)).values().stream()
                .map(ArticleHead::canonical)
                .toList()
            : members.stream().map(Member::article).toList();
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(new Making(session, members, ids, language).page());
  }

  /// The events of those articles that do not stand alone, each by the article's id.
  public Map<ArticleId, EventLine> of(Collection<ArticleId> articles) {
    return store.read(session -> of(session, articles));
  }

  private Map<ArticleId, EventLine> of(Session session, Collection<ArticleId> articles) {
    Map<ArticleId, EventTable.Line> lines = new EventTable(session).lines(articles);
    Map<ArticleId, EventLine> known =
        lines(session, new LinkedHashSet<>(events(lines.values()))).stream()
            .collect(Collectors.toMap(EventLine::id, Function.identity()));
    Map<ArticleId, EventLine> of = new HashMap<>();
    lines.forEach(
        (article, line) -> {
          EventLine event = known.get(line.event());
          if (event != null) {
            of.put(article, event);
          }
        });
    return of;
  }

  private static List<ArticleId> events(Collection<EventTable.Line> lines) {
    return lines.stream()
        .filter(line -> line.texts() > 1)
        .map(EventTable.Line::event)
        .distinct()
        .toList();
  }

  /// What another report on its event states otherwise than an article.
  public List<EventPage.Compared> against(ArticleId article) {
    return store.read(session -> against(session, article));
  }

  /// The same within a session.
  public List<EventPage.Compared> against(Session session, ArticleId article) {
    EventTable table = new EventTable(session);
    List<ArticleId> members =
        table.event(article).map(id -> table.members(List.of(id))).orElse(List.of()).stream()
            .limit(MOST_TEXTS)
            .map(Member::article)
            .toList();
    Map<ArticleId, ArticleHead> heads = session.articles().heads(members);
    List<ArticleHead> texts = members.stream().map(heads::get).filter(Objects::nonNull).toList();
    return figures.against(session, texts, article);
  }

  /// The newest events of a topic; of all the desk has, if `topic` is empty.
  public List<EventLine> newest(String topic) {
    return newest(topic, null, MOST_EVENTS).orElseThrow().events();
  }

  /// A page of the events of a topic, or of all, the newest first.
  ///
  /// @param behind the last event of the page before; null for the first page
  /// @return empty if there is no such event any more
  public Optional<EventList> newest(String topic, @Nullable ArticleId behind, int limit) {
    return store.read(
        session -> {
          EventTable table = new EventTable(session);
          EventTable.Line line = behind == null ? null : table.line(behind).orElse(null);
          if (behind != null && line == null) {
            return Optional.empty();
          }
          List<ArticleId> found = events(newest(session, topic, line, limit + 1));
          List<ArticleId> page = found.subList(0, Math.min(limit, found.size()));
          return Optional.of(
              new EventList(lines(session, page), found.size() > limit ? page.getLast() : null));
        });
  }

  private List<EventTable.Line> newest(
      Session session, String topic, EventTable.@Nullable Line behind, int limit) {
    EventTable table = new EventTable(session);
    if (topic.isBlank()) {
      return table.newestEvents(behind, limit);
    }
    TopicSubject subject = Topics.subject(session, topic, names.get(), search);
    return subject.isQuery()
        ? table.lines(Topics.ids(subject, search)).values().stream()
            .distinct()
            .sorted(EventTable.Line.NEWEST)
            .filter(line -> behind == null || EventTable.Line.NEWEST.compare(line, behind) > 0)
            .limit(limit)
            .toList()
        : table.about(
            subject.entityIds(), Topics.least(session, subject), LOOKED_AT, behind, limit);
  }

  private List<EventLine> lines(Session session, Collection<ArticleId> events) {
    Map<ArticleId, List<Member>> members =
        new EventTable(session)
            .members(events).stream().collect(Collectors.groupingBy(Member::event));
    List<ArticleId> ids =
        members.values().stream().flatMap(List::stream).map(Member::article).toList();
    Map<ArticleId, ArticleHead> heads = session.articles().heads(ids);
    Map<ArticleId, List<TopicTable.Row>> rows = rows(session, ids);
    List<EventLine> lines = new ArrayList<>();
    for (ArticleId event : events) {
      List<ArticleHead> texts =
          members.getOrDefault(event, List.of()).stream()
              .map(member -> heads.get(member.article()))
              .filter(Objects::nonNull)
              .toList();
      if (texts.size() > 1) {
        lines.add(line(session, event, texts, rows));
      }
    }
    return lines;
  }

  private EventLine line(
      Session session,
      ArticleId event,
      List<ArticleHead> texts,
      Map<ArticleId, List<TopicTable.Row>> rows) {
    ArticleHead lead = lead(texts, rows);
    return new EventLine(
        event,
        ArticleLine.of(lead),
        texts.stream().filter(text -> !text.equals(lead)).map(ArticleLine::of).toList(),
        voices(texts, rows).size(),
        figures.differing(session, texts),
        texts.getLast().orderedBy());
  }

  /// All articles of some texts, by text.
  private static Map<ArticleId, List<TopicTable.Row>> rows(
      Session session, Collection<ArticleId> texts) {
    return new TopicTable(session)
        .rowsOfTexts(texts).stream().collect(Collectors.groupingBy(TopicTable.Row::canonical));
  }

  /// The text that most independent sources have; of several the first.
  private ArticleHead lead(List<ArticleHead> texts, Map<ArticleId, List<TopicTable.Row>> rows) {
    ArticleHead lead = texts.getFirst();
    for (ArticleHead text : texts) {
      if (outlets(text, rows) > outlets(lead, rows)) {
        lead = text;
      }
    }
    return lead;
  }

  private long outlets(ArticleHead text, Map<ArticleId, List<TopicTable.Row>> rows) {
    return rows.getOrDefault(text.id(), List.of()).stream()
        .map(row -> outlets.owner(row.source()))
        .distinct()
        .count();
  }

  private List<Independence.Voice> voices(
      List<ArticleHead> texts, Map<ArticleId, List<TopicTable.Row>> rows) {
    List<Heard> heard =
        texts.stream()
            .flatMap(text -> rows.getOrDefault(text.id(), List.of()).stream())
            .sorted(Comparator.comparing(TopicTable.Row::orderedBy))
            .map(TopicTable.Row::heard)
            .toList();
    return Independence.of(heard, outlets);
  }

  /// One page.
  private final class Making {
    private final Session session;
    private final Map<ArticleId, Member> members;
    private final List<ArticleId> ids;
    private final Language language;
    private final Map<ArticleId, ArticleHead> heads;
    private final Map<ArticleId, Article> read;

    Making(Session session, List<Member> members, List<ArticleId> ids, Language language) {
      this.session = session;
      this.members =
          members.stream().collect(Collectors.toMap(Member::article, Function.identity()));
      this.ids = ids;
      this.language = language;
      this.heads = session.articles().heads(ids);
      this.read =
          session.articles().find(ids.stream().limit(MOST_READ).toList()).values().stream()
              .collect(Collectors.toMap(StoredArticle::id, StoredArticle::article));
    }

    EventPage page() {
      List<ArticleHead> texts = ids.stream().map(heads::get).filter(Objects::nonNull).toList();
      Map<ArticleId, List<ArticleHead>> copies = session.articles().copies(ids);
      Map<ArticleId, Origin> origins = session.origins().of(ids);
      Map<ArticleId, List<BriefSentence>> alone = alone();
      Map<ArticleId, List<TopicTable.Row>> rows = rows(session, ids);
      List<EventPage.Text> shown = new ArrayList<>();
      for (ArticleHead text : texts) {
        Origin origin = origins.get(text.id());
        shown.add(
            new EventPage.Text(
                ArticleLine.of(text),
                copies.getOrDefault(text.id(), List.of()).stream().map(ArticleLine::of).toList(),
                origin == null ? null : From.of(origin, outlets, language),
                text.equals(texts.getFirst()) ? null : joined(text),
                alone.getOrDefault(text.id(), List.of())));
      }
      List<String> about =
          new TopicTable(session)
              .entitiesOf(ids, MOST_NAMES).stream().map(TopicTable.Beside::entityId).toList();
      return new EventPage(
          ArticleLine.of(lead(texts, rows)),
          shown,
          voices(texts, rows).stream().map(voice -> voice.forReader(outlets, language)).toList(),
          about.stream()
              .flatMap(id -> TopicSubject.nameOf(id, names.get(), language).stream())
              .toList(),
          figures.shown(session, texts, _ -> read),
          about.isEmpty() ? List.of() : silent(about.getFirst(), texts, rows),
          ids.stream().anyMatch(id -> session.handEvents().isSaid(id)));
    }

    private EventPage.@Nullable Joined joined(ArticleHead text) {
      Member member = members.get(text.id());
      ArticleHead like = member == null ? null : heads.get(member.like());
      if (member == null || like == null) {
        return null;
      }
      Article own = read.get(text.id());
      Article other = read.get(like.id());
      return new EventPage.Joined(
          ArticleLine.of(like),
          (int) Math.round(100 * member.likeness()),
          member.byHand(),
          own == null || other == null ? List.of() : reader.get().shared(own, other));
    }

    private Map<ArticleId, List<BriefSentence>> alone() {
      if (ids.size() < 2) {
        return Map.of();
      }
      Map<ArticleId, List<BriefSentence>> alone = new HashMap<>();
      Map<Article, List<Tag.Mention>> places = reader.get().alone(List.copyOf(read.values()));
      places.forEach(
          (article, mentions) ->
              alone.put(
                  article.id(),
                  NamingSentences.naming(article, mentions).stream().limit(MOST_ALONE).toList()));
      return alone;
    }

    private List<String> silent(
        String main, List<ArticleHead> texts, Map<ArticleId, List<TopicTable.Row>> rows) {
      Set<String> speak =
          rows.values().stream()
              .flatMap(List::stream)
              .map(TopicTable.Row::source)
              .collect(Collectors.toSet());
      Instant from = texts.getFirst().orderedBy().minus(NEAR);
      Instant until = texts.getLast().orderedBy().plus(NEAR);
      return new TopicTable(session)
          .outletsAbout(main, from, until, MOST_SILENT + speak.size()).stream()
              .filter(source -> !speak.contains(source))
              .limit(MOST_SILENT)
              .toList();
    }
  }
}
