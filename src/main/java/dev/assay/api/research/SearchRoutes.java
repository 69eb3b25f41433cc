package dev.assay.api.research;

import static dev.assay.api.Routes.answer;

import dev.assay.access.Visitor;
import dev.assay.article.Article;
import dev.assay.article.ArticleKind;
import dev.assay.cite.Span;
import dev.assay.search.Filters;
import dev.assay.search.Passage;
import dev.assay.search.Search;
import dev.assay.search.SearchHit;
import dev.assay.search.SearchPage;
import dev.assay.search.SearchRequest;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Searches, and lists of documents: a list is a search for nothing, newest first.
final class SearchRoutes {

  private static final int MOST_DOCS = 100;
  private static final int USUAL_DOCS = 10;

  /// Which kinds each search looks at.
  private static final Map<String, Set<ArticleKind>> SEARCHES =
      Map.of(
          "", Set.of(),
          "/news", Set.of(ArticleKind.NEWS, ArticleKind.ANALYSIS),
          "/reports", Set.of(ArticleKind.REPORT),
          "/filings", Set.of(ArticleKind.FILING),
          "/minutes", Set.of(ArticleKind.TRANSCRIPT),
          "/socials", Set.of(ArticleKind.SOCIAL),
          "/webpages", Set.of());

  private final Search search;
  private final Documents documents;
  private final Wanted wanted;
  private final Lists lists;
  private final InstantSource clock;

  SearchRoutes(
      Search search, Documents documents, Wanted wanted, Lists lists, InstantSource clock) {
    this.search = search;
    this.documents = documents;
    this.wanted = wanted;
    this.lists = lists;
    this.clock = clock;
  }

  void register(JavalinConfig config) {
    SEARCHES.forEach(
        (name, kinds) ->
            config.routes.post("/v2/search" + name, context -> find(context, name, kinds)));
    config.routes.post("/v1/docs", context -> list(context, Body.of(context)));
    config.routes.post("/v1/docs/symbols", context -> listBy(context, "symbols"));
    config.routes.post("/v1/docs/tags", context -> listBy(context, "tags"));
    config.routes.post("/v1/search", this::search);
    config.routes.post("/v1/search/chunks", this::chunks);
    config.routes.post("/v1/tools/kb/search", this::chunks);
  }

  private void find(Context context, String name, Set<ArticleKind> kinds) {
    Instant began = clock.instant();
    Body body = Body.of(context);
    body.required("query");
    if (name.equals("/filings") && body.at("symbols").isMissingNode()) {
      throw new Body.Unfit("symbols", "Field required");
    }
    int limit = body.number("num", USUAL_DOCS, MOST_DOCS);
    Optional<SearchPage> page =
        wanted
            .filters(body, Visitor.of(context).reader(), kinds)
            .map(
                filters ->
                    search.find(
                        SearchRequest.of(body.query()).withFilters(filters).withLimit(limit)));
    answer(
        context,
        new ResearchShapes.FoundDocs(
            page.map(found -> documents.found(found.hits())).orElse(List.of()),
            page.map(found -> found.total().count()).orElse(0L),
            Duration.between(began, clock.instant()).toMillis()));
  }

  private void listBy(Context context, String field) {
    Body body = Body.of(context);
    if (!body.asks(field)) {
      throw new Body.Unfit(field, "Field required");
    }
    list(context, body);
  }

  private void list(Context context, Body body) {
    Optional<Filters> filters = wanted.filters(body, Visitor.of(context).reader(), Set.of());
    answer(
        context,
        lists.page(
            filters.map(asked -> Lists.newest(asked)),
            Lists.Asked.of(body),
            Documents.Highlights.WITHOUT));
  }

  private void search(Context context) {
    Body body = Body.of(context);
    Optional<SearchRequest> request =
        wanted.filters(body, Visitor.of(context).reader(), Set.of()).map(f -> request(body, f));
    answer(
        context,
        lists.page(
            request,
            Lists.Asked.of(body),
            body.yes("should_highlight")
                ? Documents.Highlights.WITH
                : Documents.Highlights.WITHOUT));
  }

  private static SearchRequest request(Body body, Filters filters) {
    SearchRequest.Sort sort =
        switch (body.text("sort")) {
          case "", "smart" -> SearchRequest.Sort.RELEVANCE;
          case "latest" -> SearchRequest.Sort.NEWEST;
          default -> throw new Body.Unfit("sort", "sort must be smart or latest.");
        };
    SearchRequest.Mode mode =
        switch (body.text("mode")) {
          case "", "smart" -> SearchRequest.Mode.SMART;
          case "semantic" -> SearchRequest.Mode.SEMANTIC;
          case "keywords" -> SearchRequest.Mode.KEYWORD;
          default -> throw new Body.Unfit("mode", "mode must be smart, semantic or keywords.");
        };
    return SearchRequest.of(body.query()).withFilters(filters).withSort(sort).withMode(mode);
  }

  private void chunks(Context context) {
    Body body = Body.of(context);
    body.required("query");
    int limit = body.number("num", USUAL_DOCS, MOST_DOCS);
    List<SearchHit> hits =
        wanted
            .filters(body, Visitor.of(context).reader(), Set.of())
            .map(
                filters ->
                    search
                        .find(
                            SearchRequest.of(body.query())
                                .withFilters(filters)
                                .withMode(SearchRequest.Mode.SMART)
                                .withLimit(limit))
                        .hits())
            .orElse(List.of());
    boolean whole = body.yes("include_doc_extra_details");
    List<ResearchShapes.Document> docs =
        whole ? documents.list(hits, Documents.Highlights.WITHOUT) : List.of();
    answer(
        context,
        new ResearchShapes.Chunks(
            Stream.iterate(0, i -> i < hits.size(), i -> i + 1)
                .flatMap(
                    i -> {
                      Article article = hits.get(i).article();
                      return chunks(hits.get(i), whole ? docs.get(i) : Documents.name(article));
                    })
                .limit(limit)
                .toList()));
  }

  /// Where the words stand, best first; of an article found by its title or a name, its beginning.
  private static Stream<ResearchShapes.Chunk> chunks(SearchHit hit, Object doc) {
    Article article = hit.article();
    List<Passage> passages = hit.passages();
    return passages.isEmpty()
        ? article.paragraphs().stream()
            .limit(1)
            .map(
                first ->
                    Documents.chunk(
                        article, first.number(), new Span(0, first.text().length()), doc))
        : passages.stream()
            .map(passage -> Documents.chunk(article, passage.paragraph(), passage.span(), doc));
  }
}
