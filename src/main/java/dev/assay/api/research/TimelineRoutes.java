package dev.assay.api.research;

import static dev.assay.api.Routes.answer;

import dev.assay.api.Routes;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.desk.ReadingScope;
import dev.assay.search.Filters;
import dev.assay.search.Search;
import dev.assay.search.SearchHit;
import dev.assay.search.SearchPage;
import dev.assay.topic.Topics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is new: of the saved topics, of those that are companies, of each sort of source.
final class TimelineRoutes {

  private static final int MOST = 100;
  private static final int USUAL = 10;

  private final Topics topics;
  private final Search search;
  private final Documents documents;
  private final InstantSource clock;

  TimelineRoutes(Topics topics, Search search, Documents documents, InstantSource clock) {
    this.topics = topics;
    this.search = search;
    this.documents = documents;
    this.clock = clock;
  }

  void register(JavalinConfig config) {
    String root = "/v1/tools/timeline/";
    config.routes.post(root + "companies", context -> ofTopics(context, this::companies));
    config.routes.post(root + "topics", context -> ofTopics(context, entities -> entities));
    config.routes.post(
        root + "institutes", context -> ofKinds(context, Set.of(ArticleKind.REPORT)));
    config.routes.post(
        root + "public-media",
        context -> ofKinds(context, Set.of(ArticleKind.NEWS, ArticleKind.ANALYSIS)));
    config.routes.post(
        root + "social-media", context -> ofKinds(context, Set.of(ArticleKind.SOCIAL)));
  }

  private static int num(Context context) {
    return Body.of(context).number("num", USUAL, MOST);
  }

  private void ofKinds(Context context, Set<ArticleKind> kinds) {
    int num = num(context);
    Instant began = clock.instant();
    answer(context, began, found(Filters.NONE.withKinds(kinds), num));
  }

  private SearchPage found(Filters filters, int limit) {
    return search.find(Lists.newest(filters).withLimit(limit));
  }

  private void answer(Context context, Instant began, SearchPage page) {
    answer(context, began, page.hits(), page.total().count());
  }

  private void answer(Context context, Instant began, List<SearchHit> hits, long total) {
    Routes.answer(
        context,
        new ResearchShapes.Timeline(
            documents.dated(hits), total, Duration.between(began, clock.instant()).toMillis()));
  }

  private Set<String> companies(Set<String> entities) {
    return entities.stream().filter(topics::isCompany).collect(Collectors.toSet());
  }

  /// The newest articles of any saved topic.
  ///
  /// @param which of the things that topics are about count
  private void ofTopics(Context context, Function<Set<String>, Set<String>> which) {
    int num = num(context);
    Instant began = clock.instant();
    Set<String> entities = new HashSet<>();
    Set<ArticleId> others = new HashSet<>();
    for (String name : topics.saved().names()) {
      switch (topics.scope(name)) {
        case ReadingScope.About about -> entities.addAll(about.entities());
        case ReadingScope.Among(List<ArticleId> articles) -> others.addAll(articles);
        case ReadingScope scope -> throw new IllegalStateException("no topic has " + scope);
      }
    }
    Set<String> counted = which.apply(entities);
    boolean all = counted.equals(entities);
    List<SearchPage> pages = new ArrayList<>();
    if (!counted.isEmpty()) {
      pages.add(found(Filters.NONE.withTags(counted), num));
    }
    if (all && !others.isEmpty()) {
      pages.add(found(Filters.NONE.withArticles(others), num));
    }
    List<SearchHit> hits =
        pages.stream()
            .flatMap(page -> page.hits().stream())
            .sorted(Comparator.comparing((SearchHit hit) -> hit.article().orderedBy()).reversed())
            .filter(distinct())
            .limit(num)
            .toList();
    answer(
        context,
        began,
        hits,
        pages.stream().mapToLong(page -> page.total().count()).max().orElse(0));
  }

  private static Predicate<SearchHit> distinct() {
    Set<ArticleId> seen = new HashSet<>();
    return hit -> seen.add(hit.article().id());
  }
}
