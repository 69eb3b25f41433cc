package dev.assay.topic.time;

import dev.assay.analyze.name.Aboutness;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.text.Dateline;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.BriefTable;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.event.DatedSentence;
import dev.assay.event.EventReader;
import dev.assay.event.EventText;
import dev.assay.event.kept.DatedTable;
import dev.assay.event.kept.EventTable;
import dev.assay.fold.Independence;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Names;
import dev.assay.search.Search;
import dev.assay.store.ArticleHead;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.TopicSubject;
import dev.assay.topic.TopicTable;
import dev.assay.topic.Topics;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes timelines of topics and events out of the sentences that say on which day something
/// happened. Safe for use by many threads.
public final class Timelines {

  /// The newest texts of a topic, of which a timeline is made.
  private static final int MOST_TEXTS = 300;

  /// Rows of a page.
  private static final int MOST_ROWS = 100;

  /// Rows that one article has at most.
  private static final int MOST_OF_ONE = 3;

  /// A sentence that names the topic tells more of it, as a weight of [DatedSentence].
  private static final int NAMING = 5;

  /// A sentence with less weight is left out: from here on nine of ten tell a happening of their
  /// day, and five of six of those that name the topic (`docs/measurements/time.md`).
  private static final int LEAST_WEIGHT = 15;

  /// How much two sentences of one day must tell of the same to be one happening; of two texts of
  /// one event less is enough.
  private static final double ALIKE = 0.34;

  private static final double ALIKE_IN_EVENT = 0.2;

  /// Sentences that name other days than this apart are of other happenings.
  private static final int DAYS_APART = 3;

  private final Store store;
  private final Search search;
  private final Supplier<Names> names;
  private final Supplier<TagMatcher> matcher;
  private final Supplier<EventReader> reader;
  private final Outlets outlets;

  /// @param reader asked only when texts are read: what it knows takes time to load
  public Timelines(
      Store store,
      Search search,
      Supplier<Names> names,
      Supplier<TagMatcher> matcher,
      Supplier<EventReader> reader,
      Outlets outlets) {
    this.store = store;
    this.search = search;
    this.names = names;
    this.matcher = matcher;
    this.reader = reader;
    this.outlets = outlets;
  }

  /// The timeline of a topic.
  ///
  /// @param before only days before this one; null for all
  public Timeline ofTopic(String topic, @Nullable LocalDate before, Language language) {
    return store.read(
        session -> {
          TopicSubject subject = Topics.subject(session, topic, names.get(), search);
          double least = Topics.least(session, subject);
          List<ArticleId> ids =
              subject.isQuery()
                  ? Topics.ids(subject, search).stream().limit(MOST_TEXTS).toList()
                  : new TopicTable(session).newestTexts(subject.entityIds(), least, MOST_TEXTS);
          return new Making(session, naming(subject), least < Aboutness.ABOUT, language)
              .timeline(Topics.heading(session, subject, language).name().label(), ids, before);
        });
  }

  /// The timeline of the event that an article tells of.
  ///
  /// @return empty if the article is not there
  public Optional<Timeline> ofEvent(ArticleId any) {
    return store.read(
        session -> {
          EventTable table = new EventTable(session);
          List<ArticleId> ids =
              table
                  .event(any)
                  .map(event -> table.members(List.of(event)))
                  .orElse(List.of())
                  .stream()
                  .map(EventTable.Member::article)
                  .toList();
          List<ArticleId> texts =
              ids.isEmpty()
                  ? session.articles().heads(List.of(any)).values().stream()
                      .map(ArticleHead::canonical)
                      .toList()
                  : ids;
          return session.articles().heads(texts).values().stream()
              .min(Comparator.comparing(ArticleHead::orderedBy).thenComparing(ArticleHead::id))
              .map(
                  first ->
                      new Making(session, Timelines::all, false, Language.UNKNOWN)
                          .timeline(first.title(), texts, null));
        });
  }

  /// Which of some sentences, from 1, name what a timeline is of.
  private interface Naming extends Function<List<String>, Set<Integer>> {}

  private Naming naming(TopicSubject subject) {
    if (subject.isQuery()) {
      Predicate<String> holds = search.holding(subject.query());
      return sentences -> numbers(sentences, holds);
    }
    Set<String> things = Set.copyOf(subject.entityIds());
    return sentences ->
        matcher.get().places(sentences).stream()
            .filter(tag -> things.contains(tag.entity()))
            .flatMap(tag -> tag.mentions().stream())
            .map(Tag.Mention::paragraph)
            .collect(Collectors.toSet());
  }

  /// Of an event each sentence of its texts tells.
  private static Set<Integer> all(List<String> sentences) {
    return numbers(sentences, _ -> true);
  }

  private static Set<Integer> numbers(List<String> sentences, Predicate<String> chosen) {
    return IntStream.range(0, sentences.size())
        .filter(i -> chosen.test(sentences.get(i)))
        .mapToObj(i -> i + 1)
        .collect(Collectors.toSet());
  }

  /// A sentence on its way to a row.
  private record Told(
      ArticleHead head,
      BriefSentence sentence,
      LocalDate first,
      LocalDate last,
      Timeline.Basis basis,
      int weight,
      EventText text) {

    LocalDate published() {
      return day(head);
    }
  }

  private static LocalDate day(ArticleHead head) {
    return head.publishedAt() == null
        ? LocalDate.ofInstant(head.orderedBy(), ZoneOffset.UTC)
        : head.publishedAt().local().toLocalDate();
  }

  /// Sentences of one happening, the best first.
  private static final class Happening {
    final List<Told> told = new ArrayList<>();

    Happening(Told first) {
      told.add(first);
    }

    Told best() {
      return told.getFirst();
    }
  }

  private final class Making {
    private final Session session;
    private final Naming naming;
    private final boolean inPassing;
    private final Language language;

    /// @param inPassing whether the texts may name the topic in passing: then one whose title does
    ///   not name it has only such sentences to tell as do
    Making(Session session, Naming naming, boolean inPassing, Language language) {
      this.session = session;
      this.naming = naming;
      this.inPassing = inPassing;
      this.language = language;
    }

    Timeline timeline(String title, List<ArticleId> ids, @Nullable LocalDate before) {
      List<Told> told = told(ids);
      List<Happening> happenings = happenings(told, ids);
      Map<ArticleId, List<TopicTable.Row>> rows =
          new TopicTable(session)
              .rowsOfTexts(ids).stream().collect(Collectors.groupingBy(TopicTable.Row::canonical));
      List<Timeline.Row> all =
          happenings.stream()
              .map(happening -> row(happening, rows))
              .filter(row -> before == null || row.first().isBefore(before))
              .sorted(
                  Comparator.comparing(Timeline.Row::first)
                      .thenComparing(row -> row.article().orderedBy())
                      .reversed())
              .toList();
      return new Timeline(title, all.stream().limit(MOST_ROWS).toList(), all.size() > MOST_ROWS);
    }

    private List<Told> told(List<ArticleId> ids) {
      Map<ArticleId, ArticleHead> heads = session.articles().heads(ids);
      Map<ArticleId, List<DatedSentence>> dated = new DatedTable(session).of(ids);
      Map<ArticleId, Brief> briefs = new BriefTable(session).of(ids);
      List<ArticleHead> texts =
          ids.stream()
              .map(heads::get)
              .filter(Objects::nonNull)
              .filter(head -> !head.isCopy())
              .toList();
      List<Told> told =
          texts.stream()
              .flatMap(head -> dated(head, dated.getOrDefault(head.id(), List.of())).stream())
              .toList();
      return told.isEmpty()
          ? texts.stream().flatMap(head -> lead(head, briefs.get(head.id())).stream()).toList()
          : told;
    }

    private List<Told> dated(ArticleHead head, List<DatedSentence> sentences) {
      List<String> texts = sentences.stream().map(DatedSentence::text).toList();
      Set<Integer> named = naming.apply(texts);
      boolean isAbout = !inPassing || names(head.title());
      List<Told> told = new ArrayList<>();
      for (int i = 0; i < sentences.size(); i++) {
        DatedSentence one = sentences.get(i);
        boolean isOfTopic = named.contains(i + 1);
        int weight = one.weight() + (isOfTopic ? NAMING : 0);
        if (weight >= LEAST_WEIGHT && (isOfTopic || isAbout)) {
          told.add(
              new Told(
                  head,
                  said(head, one),
                  one.first(),
                  one.last(),
                  Timeline.Basis.STATED,
                  weight,
                  reader.get().weighed(one.text())));
        }
      }
      return told.stream()
          .sorted(Comparator.comparingInt(Told::weight).reversed())
          .limit(MOST_OF_ONE)
          .toList();
    }

    /// A sentence without the headline and the dateline before its first words.
    private static BriefSentence said(ArticleHead head, DatedSentence one) {
      int from = one.span().start() == 0 ? Dateline.end(one.text()) : 0;
      Span words = new Span(one.span().start() + from, one.span().end());
      return new BriefSentence(
          one.text().substring(from), List.of(new Citation(head.id(), one.paragraph(), words)));
    }

    private boolean names(String text) {
      return !naming.apply(List.of(text)).isEmpty();
    }

    /// What an article says in short, where no text says of a day that something happened on it; of
    /// a topic, only what names it. Without a day of publication there is none for it.
    private Optional<Told> lead(ArticleHead head, @Nullable Brief brief) {
      if (brief == null || brief.viewpoint().isEmpty() || head.publishedAt() == null) {
        return Optional.empty();
      }
      BriefSentence first = brief.viewpoint().getFirst();
      if (!names(first.text())) {
        return Optional.empty();
      }
      LocalDate day = day(head);
      return Optional.of(
          new Told(
              head,
              first,
              day,
              day,
              Timeline.Basis.PUBLISHED,
              0,
              reader.get().weighed(head.title() + "\n" + first.text())));
    }

    private List<Happening> happenings(List<Told> told, Collection<ArticleId> ids) {
      Map<ArticleId, EventTable.Member> events = new EventTable(session).of(ids);
      List<Happening> happenings = new ArrayList<>();
      List<Told> best =
          told.stream()
              .sorted(
                  Comparator.comparingInt(Told::weight)
                      .reversed()
                      .thenComparing(one -> one.head().orderedBy())
                      .thenComparing(one -> one.head().id()))
              .toList();
      for (Told one : best) {
        Happening own =
            happenings.stream()
                .filter(happening -> isOne(happening.best(), one, events))
                .findFirst()
                .orElse(null);
        if (own == null) {
          happenings.add(new Happening(one));
        } else if (own.told.stream().noneMatch(known -> known.head().equals(one.head()))) {
          own.told.add(one);
        }
      }
      return happenings;
    }

    private static boolean isOne(Told one, Told other, Map<ArticleId, EventTable.Member> events) {
      if (Math.abs(ChronoUnit.DAYS.between(one.first(), other.first())) > DAYS_APART) {
        return false;
      }
      EventTable.Member first = events.get(one.head().id());
      EventTable.Member second = events.get(other.head().id());
      boolean inEvent = first != null && second != null && first.event().equals(second.event());
      double alike = one.text().likeness(other.text());
      return one.head().equals(other.head())
          ? one.first().equals(other.first()) && alike >= ALIKE
          : alike >= (inEvent ? ALIKE_IN_EVENT : ALIKE);
    }

    private Timeline.Row row(Happening happening, Map<ArticleId, List<TopicTable.Row>> rows) {
      Told shown = shown(happening, rows);
      List<Told> others =
          happening.told.stream()
              .filter(one -> !one.equals(shown))
              .sorted(Comparator.comparing(one -> one.head().orderedBy()))
              .toList();
      return new Timeline.Row(
          shown.first(),
          shown.last(),
          shown.basis(),
          shown.basis() == Timeline.Basis.STATED && shown.first().isAfter(shown.published()),
          shown.sentence(),
          ArticleLine.of(shown.head()),
          independent(happening.told, rows),
          others.stream().map(one -> ArticleLine.of(one.head())).toList(),
          others.stream()
              .filter(one -> one.basis() == Timeline.Basis.STATED)
              .filter(one -> shown.basis() == Timeline.Basis.STATED)
              .filter(
                  one -> one.first().isAfter(shown.last()) || one.last().isBefore(shown.first()))
              .map(
                  one ->
                      new Timeline.Telling(
                          one.first(), one.last(), one.sentence(), ArticleLine.of(one.head())))
              .toList());
    }

    /// The best sentence with the day that most independent sources name, in the reader's language
    /// if there is one.
    private Told shown(Happening happening, Map<ArticleId, List<TopicTable.Row>> rows) {
      Map<LocalDate, List<Told>> byDay = new LinkedHashMap<>();
      happening.told.stream()
          .filter(one -> one.basis() == Timeline.Basis.STATED)
          .forEach(one -> byDay.computeIfAbsent(one.first(), _ -> new ArrayList<>()).add(one));
      Told shown = happening.best();
      int most = 0;
      for (List<Told> same : byDay.values()) {
        int sources = independent(same, rows);
        if (sources > most) {
          most = sources;
          shown =
              same.stream()
                  .filter(one -> one.head().language().isChinese() == language.isChinese())
                  .findFirst()
                  .orElse(same.getFirst());
        }
      }
      return shown;
    }

    private int independent(List<Told> told, Map<ArticleId, List<TopicTable.Row>> rows) {
      Set<ArticleId> texts = new LinkedHashSet<>();
      told.forEach(one -> texts.add(one.head().id()));
      return Independence.count(
          texts.stream()
              .map(rows::get)
              .filter(Objects::nonNull)
              .flatMap(List::stream)
              .sorted(Comparator.comparing(TopicTable.Row::orderedBy))
              .map(TopicTable.Row::heard)
              .toList(),
          outlets);
    }
  }
}
