package dev.assay.watch;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.event.kept.EventTable;
import dev.assay.fold.Outlets;
import dev.assay.store.ArticleHead;
import dev.assay.store.Store;
import dev.assay.watch.Message.Line;
import dev.assay.watch.Message.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes messages of what rules found. Safe for use by many threads.
final class Composer {

  /// Things in one message.
  private static final int MOST = 20;

  /// Stories in a digest, each a line.
  private static final int STORIES = 8;

  private static final int OTHER_OUTLETS = 4;

  private final Store store;
  private final ItemWords.InLanguages languages;
  private final Outlets outlets;

  Composer(Store store, ItemWords.InLanguages languages, Outlets outlets) {
    this.store = store;
    this.languages = languages;
    this.outlets = outlets;
  }

  /// The message of what a rule found; empty if nothing of it is left.
  ///
  /// @param token which ends the rule at the place that it goes to
  Optional<Message> of(OutboxTable.Due due, Rule rule, List<Alert> alerts, String token) {
    if (alerts.isEmpty()) {
      return Optional.empty();
    }
    ItemWords words = languages.of(rule.language());
    List<Item> items = alerts.stream().map(Alert::item).toList();
    Told told = rule.schedule().isDigest() ? digest(rule, items, words) : plain(rule, items, words);
    long left = told.total() - told.sections().stream().mapToInt(s -> s.lines().size()).sum();
    return Optional.of(
        new Message(
            due.message(),
            rule.schedule().isDigest() ? "digest" : "alert",
            due.delivery().madeAt(),
            rule.id(),
            rule.name(),
            words.tag(),
            told.title(),
            told.sections(),
            left > 0 ? words.say("more", String.valueOf(left)) : "",
            words.say("more.open"),
            "/alerts/" + rule.id(),
            words.say("why", rule.name()),
            words.say("end"),
            token));
  }

  /// A word of the desk's own.
  Message notice(OutboxTable.Due due) {
    boolean chinese = Language.ZH_HANS.equals(Language.parse(due.notice().substring(0, 2)));
    String text = due.notice().substring(due.notice().indexOf(' ') + 1);
    return new Message(
        due.message(),
        "notice",
        due.delivery().madeAt(),
        null,
        "",
        chinese ? Language.ZH_HANS.tag() : Language.EN.tag(),
        text,
        List.of(),
        "",
        languages.of(chinese ? Language.ZH_HANS : Language.EN).say("notice.open"),
        "/alerts",
        "",
        "",
        null);
  }

  /// A word of the desk's own as it is kept: its language, a blank, the word.
  String notice(Language language, String key, String... values) {
    ItemWords words = languages.of(language);
    return (words.isChinese() ? "zh" : "en") + " " + words.say(key, values);
  }

  /// @param total things, also those that are not shown
  private record Told(String title, List<Section> sections, long total) {}

  /// An article, and that it tells of a happening as a second one, is one thing.
  private Told plain(Rule rule, List<Item> found, ItemWords words) {
    Happened happened = happened(found);
    List<Item> items = happened.withoutWhatAnArticleTells(found);
    List<Line> lines =
        items.stream()
            .limit(MOST)
            .map(item -> new Line(words.what(item.what()), item, happened.saidOf(item)))
            .toList();
    String first = items.getFirst().title();
    String title =
        items.size() == 1
            ? words.say("title.one", rule.name(), first)
            : words.say("title.several", rule.name(), first, String.valueOf(items.size() - 1));
    return new Told(title, List.of(new Section("", lines)), items.size());
  }

  /// What is found of each kind; articles folded by what they tell of.
  private Told digest(Rule rule, List<Item> items, ItemWords words) {
    List<Item> articles = of(items, When.ARTICLE);
    List<Section> sections = new ArrayList<>();
    Stories stories = stories(articles, words);
    add(sections, words.say("digest.stories"), stories.lines());
    add(sections, words.say("digest.figures"), lines(items, When.FIGURE, When.OUTSIDE));
    add(
        sections,
        words.say("digest.disputes"),
        lines(items, When.DISPUTE_OPENED, When.DISPUTE_CHANGED));
    add(sections, words.say("digest.edits"), lines(items, When.EDITED, When.FIGURES_EDITED));
    add(
        sections,
        words.say("digest.events"),
        lines(happened(items).withoutWhatAnArticleTells(items), When.EVENT));
    add(sections, words.say("digest.names"), lines(items, When.RISING));
    add(sections, words.say("digest.sources"), lines(items, When.FAILING, When.RECOVERED));
    String title =
        articles.isEmpty()
            ? counted(words, "digest.title-other", rule.name(), items.size())
            : counted(
                words,
                "digest.title",
                rule.name(),
                stories.articles(),
                sources(words, stories.independent()));
    long folded = (long) articles.size() - stories.all();
    return new Told(title, sections, items.size() - folded);
  }

  /// What of some things is of one happening.
  ///
  /// @param events of each article that is named: its event
  /// @param told by event, what is said of its having come to a second source
  /// @param named the events of which an article is told
  private record Happened(
      Map<String, ArticleId> events, Map<ArticleId, String> told, Set<ArticleId> named) {

    List<Item> withoutWhatAnArticleTells(List<Item> items) {
      return items.stream()
          .filter(item -> !isOf(item, When.EVENT) || !named.contains(event(item)))
          .toList();
    }

    String saidOf(Item item) {
      return isOf(item, When.ARTICLE) ? told.getOrDefault(event(item), "") : "";
    }

    private @Nullable ArticleId event(Item item) {
      return item.article() == null ? null : events.get(item.article());
    }
  }

  private Happened happened(List<Item> items) {
    List<ArticleId> ids = articles(items);
    Map<ArticleId, EventTable.Member> members =
        store.readOnce(session -> new EventTable(session).of(ids));
    Map<String, ArticleId> events = new HashMap<>();
    members.forEach((id, member) -> events.put(id.toString(), member.event()));
    Map<ArticleId, String> told = new HashMap<>();
    Set<ArticleId> named = new HashSet<>();
    for (Item item : items) {
      ArticleId event = item.article() == null ? null : events.get(item.article());
      if (event != null && isOf(item, When.EVENT)) {
        told.put(event, item.said());
      } else if (event != null && isOf(item, When.ARTICLE)) {
        named.add(event);
      }
    }
    return new Happened(events, told, named);
  }

  private static boolean isOf(Item item, When when) {
    return item.what().equals(when.word());
  }

  private static List<ArticleId> articles(List<Item> items) {
    return items.stream()
        .flatMap(item -> Stream.ofNullable(item.article()))
        .flatMap(id -> ArticleId.parse(id).stream())
        .toList();
  }

  private static String sources(ItemWords words, long count) {
    return count == 1
        ? words.say("digest.sources-one")
        : words.say("digest.sources-several", String.valueOf(count));
  }

  private static String counted(
      ItemWords words, String key, String name, long count, String... rest) {
    return count == 1
        ? words.say(key + "-one", name)
        : words.say(
            key,
            Stream.concat(Stream.of(name, String.valueOf(count)), Stream.of(rest))
                .toArray(String[]::new));
  }

  private static void add(List<Section> sections, String heading, List<Line> lines) {
    if (!lines.isEmpty()) {
      sections.add(new Section(heading, lines.subList(0, Math.min(MOST, lines.size()))));
    }
  }

  private static List<Item> of(List<Item> items, When... wanted) {
    Set<String> words = new HashSet<>();
    Stream.of(wanted).map(When::word).forEach(words::add);
    return items.stream().filter(item -> words.contains(item.what())).toList();
  }

  private static List<Line> lines(List<Item> items, When... wanted) {
    return of(items, wanted).stream().map(item -> new Line("", item, "")).toList();
  }

  /// The articles of a digest.
  ///
  /// @param all how many stories there are
  /// @param articles copies too
  /// @param independent sources behind these: outlets of one owner are one
  private record Stories(List<Line> lines, int all, long articles, long independent) {}

  private Stories stories(List<Item> items, ItemWords words) {
    List<ArticleId> ids = articles(items);
    Map<ArticleId, EventTable.Member> events =
        store.readOnce(session -> new EventTable(session).of(ids));
    Map<ArticleId, List<ArticleHead>> copies =
        store.readOnce(session -> session.articles().copies(ids));
    Map<ArticleId, List<Item>> byEvent = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      EventTable.Member member = events.get(ids.get(i));
      ArticleId event = member == null ? ids.get(i) : member.event();
      byEvent.computeIfAbsent(event, _ -> new ArrayList<>()).add(items.get(i));
    }
    List<List<Item>> largest =
        byEvent.values().stream()
            .sorted((a, b) -> Integer.compare(b.size(), a.size()))
            .limit(STORIES)
            .toList();
    long all = ids.size() + copies.values().stream().mapToLong(List::size).sum();
    return new Stories(
        largest.stream().map(story -> story(story, copies, words)).toList(),
        byEvent.size(),
        all,
        independent(items));
  }

  private long independent(List<Item> items) {
    Set<String> owners = new HashSet<>();
    items.forEach(item -> owners.add(outlets.owner(item.outlet())));
    return owners.size();
  }

  private static Line story(
      List<Item> story, Map<ArticleId, List<ArticleHead>> copies, ItemWords words) {
    Item first = story.getFirst();
    Set<String> others = new LinkedHashSet<>();
    story.stream().skip(1).map(Item::outlet).forEach(others::add);
    story.stream()
        .flatMap(item -> Stream.ofNullable(item.article()))
        .flatMap(id -> ArticleId.parse(id).stream())
        .flatMap(id -> copies.getOrDefault(id, List.of()).stream())
        .map(ArticleHead::source)
        .forEach(others::add);
    others.remove(first.outlet());
    others.remove("");
    String also = others.isEmpty() ? "" : words.say("digest.also", joined(others, words));
    int more = story.size() - 1;
    return new Line(
        "",
        first,
        also.isEmpty() && more > 0 ? words.say("digest.again", String.valueOf(more)) : also);
  }

  private static String joined(Collection<String> outlets, ItemWords words) {
    String named =
        String.join(words.isChinese() ? "、" : ", ", outlets.stream().limit(OTHER_OUTLETS).toList());
    int rest = outlets.size() - OTHER_OUTLETS;
    return rest > 0
        ? named + (words.isChinese() ? "；" : "; ") + words.say("more", String.valueOf(rest))
        : named;
  }
}
