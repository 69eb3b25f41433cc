package dev.assay.api.research;

import static dev.assay.api.research.ResearchRoutes.answer;

import dev.assay.article.Language;
import dev.assay.search.Filters;
import dev.assay.search.Search;
import dev.assay.search.SearchPage;
import dev.assay.topic.Name;
import dev.assay.topic.Topics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names that are said more often in the last days than in the four weeks before.
final class ConceptRoutes {

  private static final Duration TODAY = Duration.ofDays(1);
  private static final Duration LATELY = Duration.ofDays(3);
  private static final Duration BEFORE = Duration.ofDays(28);

  /// Fewer texts, or one source alone, say little.
  private static final int LEAST_TEXTS = 3;

  private static final int LEAST_SOURCES = 2;
  private static final int MOST = 20;
  private static final int DOCS = 3;

  private final Topics topics;
  private final Search search;
  private final Documents documents;
  private final InstantSource clock;

  ConceptRoutes(Topics topics, Search search, Documents documents, InstantSource clock) {
    this.topics = topics;
    this.search = search;
    this.documents = documents;
    this.clock = clock;
  }

  void register(JavalinConfig config) {
    config.routes.get("/v1/concepts/today", context -> tell(context, TODAY));
    config.routes.get("/v1/concepts/latest", context -> tell(context, LATELY));
  }

  private void tell(Context context, Duration days) {
    boolean withDocs = !"false".equals(context.queryParam("include_docs"));
    Instant since = clock.instant().minus(days);
    List<ResearchShapes.Concept> concepts =
        rising(since, days).stream()
            .flatMap(rising -> concept(rising, since, withDocs).stream())
            .limit(MOST)
            .toList();
    answer(context, new ResearchShapes.Concepts(concepts, concepts.size()));
  }

  /// @param name in the reader's language
  private record Rising(String entity, Name name, long texts, double expected) {

    /// How far above what was expected, in standard deviations of counts by chance.
    double score() {
      return (texts - expected) / Math.sqrt(expected + 1);
    }
  }

  private List<Rising> rising(Instant since, Duration days) {
    Map<String, Long> said =
        newest(Filters.NONE.between(since, null), 1).counts().tags().stream()
            .filter(count -> count.articles() >= LEAST_TEXTS)
            .collect(Collectors.toMap(SearchPage.Count::value, SearchPage.Count::articles));
    double share = (double) days.toSeconds() / BEFORE.toSeconds();
    return topics.labels(said.keySet(), Language.EN).entrySet().stream()
        .map(
            label ->
                new Rising(
                    label.getKey(),
                    label.getValue(),
                    said.getOrDefault(label.getKey(), 0L),
                    before(label.getKey(), since) * share))
        .filter(rising -> rising.score() > 0)
        .sorted(Comparator.comparingDouble(Rising::score).reversed().thenComparing(Rising::entity))
        .toList();
  }

  private SearchPage newest(Filters filters, int limit) {
    return search.find(Lists.newest(filters).withLimit(limit));
  }

  private long before(String entity, Instant since) {
    return newest(of(entity, since.minus(BEFORE), since), 1).total().count();
  }

  private static Filters of(String entity, Instant from, @Nullable Instant until) {
    return Filters.NONE.withTags(Set.of(entity)).between(from, until);
  }

  private Optional<ResearchShapes.Concept> concept(Rising rising, Instant since, boolean withDocs) {
    SearchPage page = newest(of(rising.entity(), since, null), DOCS);
    int sources = page.counts().sources().size();
    return sources < LEAST_SOURCES
        ? Optional.empty()
        : Optional.of(
            new ResearchShapes.Concept(
                rising.entity(),
                rising.name().label(),
                rising.texts(),
                rounded(rising.expected()),
                rounded(rising.score()),
                sources,
                withDocs ? documents.list(page.hits(), Documents.Highlights.WITHOUT) : null));
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
