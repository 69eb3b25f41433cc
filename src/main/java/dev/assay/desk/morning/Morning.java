package dev.assay.desk.morning;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.desk.Mark;
import dev.assay.desk.Marks;
import dev.assay.desk.Mute;
import dev.assay.desk.MutedTopics;
import dev.assay.desk.ReadingScope;
import dev.assay.desk.Unread;
import dev.assay.desk.Visit;
import dev.assay.desk.morning.Edition.TopicNews;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Home;
import dev.assay.topic.Mentioning;
import dev.assay.topic.Topics;
import dev.assay.topic.event.EventLine;
import dev.assay.topic.event.EventList;
import dev.assay.topic.event.Events;
import dev.assay.topic.ledger.LedgerNews;
import dev.assay.topic.ledger.Ledgers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes the first page of what the features know. Safe for use by many threads.
public final class Morning {

  /// Unread articles are counted up to here.
  private static final int MOST_UNREAD = 999;

  private static final int LINES = 2;

  /// The newest articles that are looked through for the page.
  private static final int CANDIDATES = 40;

  /// Topics with unread articles first, then by what they lead with, the newest first.
  private static final Comparator<TopicNews> BY_LEAD =
      Comparator.comparing((TopicNews topic) -> topic.unread().count() == 0)
          .thenComparing(Morning::newest, Comparator.reverseOrder());

  private static final int NEWEST = 12;
  private static final int UNDATED = 20;

  /// The newest events that are looked through for those whose reports differ.
  private static final int EVENTS = 20;

  private static final int DISPUTED = 5;

  private final Topics topics;
  private final Ledgers ledgers;
  private final Events events;
  private final Marks marks;

  public Morning(Topics topics, Ledgers ledgers, Events events, Marks marks) {
    this.topics = topics;
    this.ledgers = ledgers;
    this.events = events;
    this.marks = marks;
  }

  /// The first page for a reader, at this moment. That it was looked at is kept by
  /// [Marks#look][dev.assay.desk.Marks#look].
  ///
  /// @param language for names of things, and for briefs that a model wrote
  public Edition edition(ReaderId reader, Language language) {
    Visit visit = marks.visitNow(reader);
    Instant since = visit.since();
    Home home = topics.home(language);
    List<Mute> mutes = marks.mutes().of(reader);
    List<EventLine> newest = events();
    Set<ArticleId> muted =
        mutes.isEmpty() ? Set.of() : marks.mutes().among(reader, shown(home, newest)).keySet();
    Told told = new Told(muted, events.of(candidates(home)));
    List<TopicNews> news = news(reader, home, mutes, told);
    return new Edition(
        home.made(),
        since,
        since == null ? 0 : marks.arrivedAfter(reader, since),
        since == null ? LedgerNews.NONE : ledgers.newsSince(since),
        marks.unread(reader, new ReadingScope.Everything(), MOST_UNREAD),
        home.articles(),
        home.independent(),
        news,
        disputed(newest, muted),
        topics.openings(newest(home, told), language),
        home.undated().stream().filter(line -> !muted.contains(line.id())).limit(UNDATED).toList(),
        home.names(),
        told.events(),
        mutes);
  }

  private static List<ArticleId> shown(Home home, List<EventLine> events) {
    return Stream.of(
            ids(home.topics()).stream(),
            Stream.concat(home.newest().stream(), home.undated().stream()).map(ArticleLine::id),
            events.stream().map(event -> event.lead().id()))
        .flatMap(ids -> ids)
        .distinct()
        .toList();
  }

  private List<EventLine> events() {
    return events.newest("", null, EVENTS).map(EventList::events).orElse(List.of());
  }

  private static List<EventLine> disputed(List<EventLine> newest, Set<ArticleId> muted) {
    return newest.stream()
        .filter(event -> event.differing() > 0 && !muted.contains(event.lead().id()))
        .limit(DISPUTED)
        .toList();
  }

  private static List<ArticleLine> newest(Home home, Told told) {
    return candidates(home.newest()).filter(line -> told.tell(line.id())).limit(NEWEST).toList();
  }

  /// Those of the newest articles that are looked through for the page.
  private static Stream<ArticleLine> candidates(List<ArticleLine> newest) {
    return newest.stream().filter(line -> line.publishedAt() != null).limit(CANDIDATES);
  }

  private static List<ArticleId> candidates(Home home) {
    return Stream.concat(
            ids(home.topics()).stream(), candidates(home.newest()).map(ArticleLine::id))
        .distinct()
        .toList();
  }

  /// What stands on the page already: an article, and whatever tells of the same happening.
  private static final class Told {

    private final Set<ArticleId> never;
    private final Set<ArticleId> articles;
    private final Map<ArticleId, EventLine> known;
    private final Map<ArticleId, EventLine> events = new HashMap<>();

    /// @param never what must not stand there
    /// @param known of articles: the event that they tell of with others
    Told(Set<ArticleId> never, Map<ArticleId, EventLine> known) {
      this.never = never;
      this.articles = new HashSet<>(never);
      this.known = known;
    }

    /// Whether it may no longer be told: it, or another that tells of the same, stands there, or it
    /// never may.
    boolean tells(ArticleId id) {
      return articles.contains(id);
    }

    /// Whether it, or another that tells of the same, stands there.
    boolean shows(ArticleId id) {
      return articles.contains(id) && !never.contains(id);
    }

    /// False if it, or another that tells of the same, stands there already.
    boolean tell(ArticleId id) {
      if (!articles.add(id)) {
        return false;
      }
      EventLine event = known.get(id);
      if (event != null) {
        events.put(id, event);
        articles.add(event.lead().id());
        event.others().forEach(other -> articles.add(other.id()));
      }
      return true;
    }

    Map<ArticleId, EventLine> events() {
      return events;
    }
  }

  /// Topics with unread articles come first, and choose first.
  private List<TopicNews> news(ReaderId reader, Home home, List<Mute> mutes, Told told) {
    record Counted(Home.TopicLine topic, Unread unread) {}
    MutedTopics muted =
        mutes.isEmpty() ? new MutedTopics(Set.of(), Set.of()) : marks.mutes().topics(reader);
    List<Counted> counted =
        home.topics().stream()
            .filter(topic -> !muted.has(topic.name().label(), topic.scope()))
            .map(topic -> new Counted(topic, marks.unread(reader, topic.scope(), MOST_UNREAD)))
            .sorted(Comparator.comparing((Counted one) -> one.unread().count() == 0))
            .toList();
    Map<ArticleId, Mark> known = marks.of(reader, ids(home.topics()));
    List<TopicNews> news = new ArrayList<>();
    for (Counted one : counted) {
      news.add(news(one.topic(), one.unread(), known, told));
    }
    news.sort(BY_LEAD);
    return news;
  }

  private static Instant newest(TopicNews topic) {
    Mentioning lead = topic.lead();
    return lead == null ? Instant.MIN : lead.article().orderedBy();
  }

  private static List<ArticleId> ids(Collection<Home.TopicLine> topics) {
    return topics.stream()
        .flatMap(topic -> topic.newest().stream())
        .map(mention -> mention.article().id())
        .distinct()
        .toList();
  }

  private static TopicNews news(
      Home.TopicLine topic, Unread unread, Map<ArticleId, Mark> known, Told told) {
    List<Mentioning> unreadFirst =
        topic.newest().stream()
            .filter(mention -> mention.article().publishedAt() != null)
            .sorted(Comparator.comparing(mention -> isRead(mention, known)))
            .toList();
    Mentioning lead = lead(topic, unreadFirst, known, told).orElse(null);
    List<ArticleLine> lines =
        unreadFirst.stream()
            .map(Mentioning::article)
            .filter(line -> told.tell(line.id()))
            .limit(LINES)
            .toList();
    ArticleLine above =
        unreadFirst.stream()
            .map(Mentioning::article)
            .filter(line -> lead == null && told.shows(line.id()))
            .findFirst()
            .orElse(null);
    return new TopicNews(
        topic.name(),
        topic.otherNames(),
        topic.newest().isEmpty(),
        topic.weeks(),
        unread,
        lead,
        lines,
        above);
  }

  /// Of the unread articles that stand nowhere yet the newest that matters, or else of the others.
  private static Optional<Mentioning> lead(
      Home.TopicLine topic, List<Mentioning> unreadFirst, Map<ArticleId, Mark> known, Told told) {
    List<Mentioning> left =
        unreadFirst.stream().filter(mention -> !told.tells(mention.article().id())).toList();
    List<Mentioning> unread = left.stream().filter(mention -> !isRead(mention, known)).toList();
    List<Mentioning> among = unread.isEmpty() ? left : unread;
    return among.stream()
        .map(mention -> mention.article().orderedBy())
        .max(Comparator.naturalOrder())
        .flatMap(newest -> among.stream().min(new Leads(topic.about(), told.known, newest).first()))
        .filter(lead -> told.tell(lead.article().id()));
  }

  private static boolean isRead(Mentioning mention, Map<ArticleId, Mark> known) {
    return known.getOrDefault(mention.article().id(), Mark.NONE).read();
  }
}
