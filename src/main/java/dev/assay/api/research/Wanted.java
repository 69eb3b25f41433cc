package dev.assay.api.research;

import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.ReaderId;
import dev.assay.desk.ReadingScope;
import dev.assay.desk.note.ArticleCollection;
import dev.assay.desk.note.Collections;
import dev.assay.follow.Sources;
import dev.assay.search.Filters;
import dev.assay.search.Search;
import dev.assay.search.SearchRequest;
import dev.assay.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which documents a request lets through. A filter that Assay cannot serve lets nothing through:
/// an answer without it would look as if it had been served.
final class Wanted {

  /// The words of these clients for kinds; `financials` are market data, which Assay has not.
  private static final Map<String, Set<ArticleKind>> CATEGORIES =
      Map.of(
          "news", Set.of(ArticleKind.NEWS, ArticleKind.ANALYSIS),
          "reports", Set.of(ArticleKind.REPORT),
          "filings", Set.of(ArticleKind.FILING),
          "transcripts", Set.of(ArticleKind.TRANSCRIPT),
          "socials", Set.of(ArticleKind.SOCIAL),
          "files", Set.of(ArticleKind.FILE),
          "financials", Set.of());

  private static final List<String> UNSERVED = List.of("markets", "industries", "extended_filters");

  private static final Map<String, Duration> AGES =
      Map.of(
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7),
          "m", Duration.ofDays(31),
          "y", Duration.ofDays(366));

  /// Of one source the articles that came last.
  static final int MOST_OF_A_SOURCE = 20_000;

  private final Topics topics;
  private final Search search;
  private final Sources sources;
  private final Collections collections;
  private final InstantSource clock;

  Wanted(ResearchRoutes.Rooms rooms, InstantSource clock) {
    this.topics = rooms.topics();
    this.search = rooms.search();
    this.sources = rooms.sources();
    this.collections = rooms.collections();
    this.clock = clock;
  }

  /// Their word for a kind.
  static String category(ArticleKind kind) {
    return CATEGORIES.entrySet().stream()
        .filter(category -> category.getValue().contains(kind))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /// What the filters of `body` let through; empty for nothing.
  ///
  /// @param kinds that the route looks at, empty for all
  Optional<Filters> filters(Body body, ReaderId reader, Set<ArticleKind> kinds) {
    if (UNSERVED.stream().anyMatch(body::asks)) {
      return Optional.empty();
    }
    Set<ArticleKind> asked = categories(body);
    if (body.asks("categories") && asked.isEmpty()) {
      return Optional.empty();
    }
    Filters plain =
        Filters.NONE
            .withKinds(asked.isEmpty() ? kinds : asked)
            .withSources(Set.copyOf(body.texts("institutions")))
            .between(body.from(start(body)), body.until(end(body)));
    return aged(body, plain)
        .flatMap(filters -> fromChannels(body.texts("channel_ids"), filters))
        .flatMap(filters -> among(filters, body.asks("doc_ids"), ids(body.texts("doc_ids"))))
        .flatMap(filters -> inFolders(body, reader, filters))
        .flatMap(filters -> about(names(body), filters));
  }

  private static String start(Body body) {
    return body.asks("start_datetime") ? "start_datetime" : "start_date";
  }

  private static String end(Body body) {
    return body.asks("end_datetime") ? "end_datetime" : "end_date";
  }

  private static Set<ArticleKind> categories(Body body) {
    Set<ArticleKind> kinds = new HashSet<>();
    for (String category : body.texts("categories")) {
      if (!CATEGORIES.containsKey(category)) {
        throw new Body.Unfit(
            "categories", "categories must be any of %s.".formatted(sorted(CATEGORIES.keySet())));
      }
      kinds.addAll(CATEGORIES.getOrDefault(category, Set.of()));
    }
    return kinds;
  }

  private static String sorted(Collection<String> words) {
    return words.stream().sorted().collect(Collectors.joining(", "));
  }

  private Optional<Filters> aged(Body body, Filters filters) {
    if (!body.asks("date_range")) {
      return Optional.of(filters);
    }
    Duration age = AGES.get(body.text("date_range"));
    if (age == null) {
      throw new Body.Unfit("date_range", "date_range must be any of h, d, w, m, y.");
    }
    Instant aged = clock.instant().minus(age);
    Instant from = filters.from();
    return Optional.of(
        filters.between(from == null || from.isBefore(aged) ? aged : from, filters.until()));
  }

  /// A channel is a followed source by its number, or an outlet by its name.
  private Optional<Filters> fromChannels(List<String> channels, Filters filters) {
    Set<String> outlets = new HashSet<>();
    List<Integer> numbers = new ArrayList<>();
    for (String channel : channels) {
      if (channel.matches("\\d{1,9}")) {
        numbers.add(Integer.parseInt(channel));
      } else {
        outlets.add(channel);
      }
    }
    if (numbers.isEmpty()) {
      return outlets.isEmpty() ? Optional.of(filters) : fromOutlets(outlets, filters);
    }
    Set<ArticleId> ids = new HashSet<>(sources.articles(numbers, MOST_OF_A_SOURCE));
    if (!outlets.isEmpty()) {
      ids.addAll(newest(Filters.NONE.withSources(outlets)));
    }
    return among(filters, true, ids);
  }

  private static Optional<Filters> fromOutlets(Set<String> outlets, Filters filters) {
    Set<String> left = new HashSet<>(outlets);
    if (!filters.sources().isEmpty()) {
      left.retainAll(filters.sources());
    }
    return left.isEmpty() ? Optional.empty() : Optional.of(filters.withSources(left));
  }

  private static Set<ArticleId> ids(List<String> names) {
    return names.stream()
        .flatMap(name -> DocumentIds.parse(name).stream())
        .collect(Collectors.toSet());
  }

  private Optional<Filters> inFolders(Body body, ReaderId reader, Filters filters) {
    List<String> folders = body.texts("folder_ids");
    Set<ArticleId> ids = new HashSet<>();
    for (String folder : folders) {
      Optional<ArticleCollection> collection = collections.find(reader, folder);
      collection.ifPresent(found -> ids.addAll(collections.articles(found, reader)));
    }
    return among(filters, !folders.isEmpty(), ids);
  }

  /// Lets only these through, of those that `filters` lets through.
  private static Optional<Filters> among(Filters filters, boolean asked, Set<ArticleId> ids) {
    if (!asked) {
      return Optional.of(filters);
    }
    Set<ArticleId> left = new HashSet<>(ids);
    if (!filters.articles().isEmpty()) {
      left.retainAll(filters.articles());
    }
    return left.isEmpty() ? Optional.empty() : Optional.of(filters.withArticles(left));
  }

  /// The things of each of these lists are asked for: any of a list, and one of every list. A
  /// symbol counts as a name, which a reader can give to a thing.
  private List<List<String>> names(Body body) {
    List<List<String>> names = new ArrayList<>(body.tags());
    List<String> symbols = body.texts("symbols");
    if (!symbols.isEmpty()) {
      names.add(symbols);
    }
    return names;
  }

  private Optional<Filters> about(List<List<String>> names, Filters filters) {
    Optional<Filters> left = Optional.of(filters);
    for (List<String> any : names) {
      left = left.flatMap(before -> naming(any, before));
    }
    return left;
  }

  private Optional<Filters> naming(List<String> any, Filters filters) {
    Set<String> things =
        any.stream()
            .filter(topics::isName)
            .map(topics::scope)
            .flatMap(
                scope ->
                    scope instanceof ReadingScope.About about
                        ? about.entities().stream()
                        : Stream.of())
            .collect(Collectors.toSet());
    if (things.isEmpty()) {
      return Optional.empty();
    }
    return filters.tags().isEmpty()
        ? Optional.of(filters.withTags(things))
        : among(filters, true, newest(filters.withTags(things)));
  }

  /// The newest articles of a filter, as many as one search gives.
  Set<ArticleId> newest(Filters filters) {
    return search
        .find(
            SearchRequest.of("")
                .withFilters(filters)
                .withSort(SearchRequest.Sort.NEWEST)
                .withLimit(SearchRequest.MOST_HITS))
        .hits()
        .stream()
        .map(hit -> hit.article().id())
        .collect(Collectors.toSet());
  }
}
