package dev.assay.api.research;

import dev.assay.api.Shapes;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefSentence;
import dev.assay.search.Filters;
import dev.assay.search.Search;
import dev.assay.search.SearchHit;
import dev.assay.search.SearchPage;
import dev.assay.search.SearchRequest;
import dev.assay.topic.ArticlePage;
import dev.assay.topic.Card;
import dev.assay.topic.Topics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The routes of the API that clients of commercial research desks know. Safe for use by many
/// threads.
public final class ResearchRoutes {

  private static final JsonMapper JSON = JsonMapper.shared();
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

  /// Filters that need market data, which Assay has not: asked for, they find nothing.
  private static final List<String> MARKET = List.of("symbols", "industries");

  private final Topics topics;
  private final Search search;
  private final InstantSource clock;

  public ResearchRoutes(Topics topics, Search search, InstantSource clock) {
    this.topics = topics;
    this.search = search;
    this.clock = clock;
  }

  public void register(JavalinConfig config) {
    SEARCHES.forEach(
        (name, kinds) ->
            config.routes.post("/v2/search" + name, context -> find(context, name, kinds)));
    config.routes.get("/v1/docs/{id}", context -> answer(context, whole(found(context))));
    config.routes.get("/v1/docs/{id}/summary", context -> answer(context, summary(found(context))));
    config.routes.get(
        "/v1/docs/{id}/raw-content", context -> answer(context, text(found(context))));
  }

  /// Whether a request is this API's to answer, errors too.
  public static boolean owns(Context context) {
    return context.path().startsWith("/v1/") || context.path().startsWith("/v2/");
  }

  /// Answers any error in the one shape of this API.
  public static void fail(Context context, HttpStatus status, String message) {
    answer(
        context.status(status),
        new ResearchShapes.Failure(status.getCode(), status.getCode(), message, message));
  }

  private static void answer(Context context, Object value) {
    context.contentType("application/json; charset=utf-8").result(JSON.writeValueAsBytes(value));
  }

  /// A field of the body that is wrong, as these clients are told of it.
  private static void wrong(Context context, String field, String message) {
    HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
    answer(
        context.status(status),
        new ResearchShapes.Failure(
            status.getCode(),
            status.getCode(),
            message,
            List.of(new ResearchShapes.Problem(List.of("body", field), message, "value_error"))));
  }

  private void find(Context context, String name, Set<ArticleKind> kinds) {
    Instant began = clock.instant();
    JsonNode body = body(context);
    String query = body.path("query").asString("").strip();
    boolean needsSymbols = name.equals("/filings") && !body.has("symbols");
    if (query.isEmpty() || needsSymbols) {
      wrong(context, needsSymbols ? "symbols" : "query", "Field required");
      return;
    }
    int limit = body.path("num").asInt(USUAL_DOCS);
    if (limit < 1 || limit > MOST_DOCS) {
      wrong(context, "num", "num must be 1 to %d".formatted(MOST_DOCS));
      return;
    }
    Instant from;
    Instant until;
    try {
      from = moment(body.path("start_datetime").asString(""), false);
      until = moment(body.path("end_datetime").asString(""), true);
    } catch (DateTimeException e) {
      wrong(context, "start_datetime", "a day such as 2025-11-22, or 2025-11-22 07:10:00, of UTC");
      return;
    }
    boolean ofMarkets = MARKET.stream().anyMatch(field -> !body.path(field).isEmpty());
    Filters filters =
        Filters.NONE
            .withKinds(kinds)
            .withSources(texts(body.path("channel_ids")))
            .between(from, until);
    answer(
        context, ofMarkets ? docs(began) : docs(began, query, filters, Math.min(limit, MOST_DOCS)));
  }

  private ResearchShapes.Docs docs(Instant began) {
    return new ResearchShapes.Docs(List.of(), 0, took(began));
  }

  private ResearchShapes.Docs docs(Instant began, String query, Filters filters, int limit) {
    SearchPage page = search.find(SearchRequest.of(query).withFilters(filters).withLimit(limit));
    List<ArticleId> ids = page.hits().stream().map(hit -> hit.article().id()).toList();
    Map<ArticleId, Card> cards =
        topics.cards(ids, Language.EN).stream()
            .collect(Collectors.toMap(card -> card.article().id(), Function.identity()));
    return new ResearchShapes.Docs(
        page.hits().stream().map(hit -> doc(hit, cards.get(hit.article().id()))).toList(),
        page.total().count(),
        took(began));
  }

  private long took(Instant began) {
    return Duration.between(began, clock.instant()).toMillis();
  }

  private static ResearchShapes.Doc doc(SearchHit hit, @Nullable Card card) {
    Article article = hit.article();
    Brief brief = card == null ? null : card.brief();
    return new ResearchShapes.Doc(
        id(article),
        id(article),
        article.title(),
        address(article),
        viewpoint(brief),
        category(article),
        millis(article.publishedAt()),
        List.of(),
        Map.of("source", article.source()),
        hit.score(),
        added(article, hit.copies(), brief));
  }

  private static ResearchShapes.Added added(Article article, int copies, @Nullable Brief brief) {
    return new ResearchShapes.Added(
        article.id().toString(),
        article.language().tag(),
        copies,
        brief == null ? null : Shapes.Summary.of(brief));
  }

  private static String id(Article article) {
    return Long.toString(article.id().value());
  }

  private static String address(Article article) {
    return article.address() == null ? "/articles/" + article.id() : article.address().toString();
  }

  private static String viewpoint(@Nullable Brief brief) {
    return brief == null
        ? ""
        : brief.viewpoint().stream().map(BriefSentence::text).collect(Collectors.joining(" "));
  }

  /// Their word for the kind.
  private static String category(Article article) {
    return switch (article.kind()) {
      case NEWS, ANALYSIS -> "news";
      case REPORT -> "reports";
      case FILING -> "filings";
      case TRANSCRIPT -> "transcripts";
      case SOCIAL -> "socials";
      case FILE -> "files";
    };
  }

  private static @Nullable Long millis(@Nullable PublicationTime time) {
    return time == null ? null : time.orderedBy().toEpochMilli();
  }

  private static JsonNode body(Context context) {
    try {
      return JSON.readTree(context.body());
    } catch (JacksonException e) {
      throw new HttpResponseException(
          HttpStatus.UNPROCESSABLE_CONTENT.getCode(), "The body must be JSON.", Map.of());
    }
  }

  private static Set<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }

  /// A day or a second of UTC; a day as an end is its end.
  private static @Nullable Instant moment(String text, boolean end) {
    if (text.isBlank()) {
      return null;
    }
    if (text.contains(" ") || text.contains("T")) {
      return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
    LocalDate day = LocalDate.parse(text);
    return (end ? day.plusDays(1) : day).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /// Whether it is a whole number of at most 63 bits.
  private static boolean isDecimal(String id) {
    return id.length() <= 19
        && !id.isEmpty()
        && id.chars().allMatch(c -> c >= '0' && c <= '9')
        && new BigInteger(id).bitLength() < Long.SIZE;
  }

  /// By their decimal id, or by ours.
  private ArticlePage found(Context context) {
    String name = context.pathParam("id");
    Optional<ArticleId> id =
        ArticleId.parse(name)
            .or(
                () ->
                    isDecimal(name)
                        ? Optional.of(new ArticleId(Long.parseLong(name)))
                        : Optional.empty());
    return id.flatMap(known -> topics.article(known, Language.EN))
        .orElseThrow(() -> new NotFoundResponse("No document is called %s.".formatted(name)));
  }

  private static ResearchShapes.Whole whole(ArticlePage page) {
    Article article = page.article();
    return new ResearchShapes.Whole(
        id(article),
        id(article),
        article.title(),
        address(article),
        article.source(),
        String.join(", ", article.authors()),
        millis(article.publishedAt()),
        category(article),
        List.of(),
        Map.of("names", page.names().stream().map(name -> name.label()).toList()),
        Map.of(),
        content(article),
        article.paragraphs().stream()
            .map(
                paragraph -> {
                  Map<String, Object> place = new LinkedHashMap<>();
                  place.put("paragraph", paragraph.number());
                  place.put("start", 0);
                  place.put("end", paragraph.text().length());
                  return new ResearchShapes.Chunk(
                      id(article) + "-" + paragraph.number(), "text", paragraph.text(), "", place);
                })
            .toList(),
        added(article, page.group().size(), page.brief()));
  }

  private static String content(Article article) {
    return article.paragraphs().stream()
        .map(paragraph -> paragraph.text())
        .collect(Collectors.joining("\n\n"));
  }

  private static ResearchShapes.Text text(ArticlePage page) {
    return new ResearchShapes.Text(
        id(page.article()), address(page.article()), content(page.article()));
  }

  private static ResearchShapes.Summary summary(ArticlePage page) {
    Brief brief = page.brief();
    if (brief == null) {
      throw new NotFoundResponse("The document has no summary: it holds no sentence.");
    }
    Shapes.Summary ours = Shapes.Summary.of(brief);
    return new ResearchShapes.Summary(
        id(page.article()),
        page.article().title(),
        markdown(brief),
        brief.groups().stream()
            .flatMap(group -> group.bullets().stream())
            .map(BriefSentence::text)
            .toList(),
        Stream.concat(
                ours.viewpoint().stream(),
                ours.groups().stream().flatMap(group -> group.bullets().stream()))
            .toList());
  }

  private static String markdown(Brief brief) {
    StringBuilder text = new StringBuilder(viewpoint(brief)).append("\n");
    brief
        .groups()
        .forEach(
            group -> {
              if (!group.heading().isEmpty()) {
                text.append("\n## ").append(group.heading()).append("\n");
              }
              text.append("\n");
              group
                  .bullets()
                  .forEach(bullet -> text.append("- ").append(bullet.text()).append("\n"));
            });
    return text.toString();
  }
}
