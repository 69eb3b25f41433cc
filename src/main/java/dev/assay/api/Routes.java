package dev.assay.api;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.UnknownPage;
import dev.assay.brief.Brief;
import dev.assay.ingest.Upkeep;
import dev.assay.lexicon.Reasons;
import dev.assay.search.Filters;
import dev.assay.search.SearchRequest;
import dev.assay.topic.ArticlePage;
import dev.assay.topic.Mementos;
import dev.assay.topic.Selection;
import dev.assay.topic.Topics;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.time.Past;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// The routes of the JSON API. Safe for use by many threads.
public final class Routes {

  /// Where the API begins.
  public static final String PREFIX = "/api/v1";

  public static final JsonMapper JSON = JsonMapper.shared();

  private final Topics topics;
  private final Upkeep upkeep;
  private final Past past;

  public Routes(Topics topics, Upkeep upkeep, Past past) {
    this.topics = topics;
    this.upkeep = upkeep;
    this.past = past;
  }

  /// The features as of the moment that a request asks for.
  private Past.At at(Context context) {
    return past.at(Parameters.asOf(context));
  }

  public void register(JavalinConfig config) {
    Unchanged.register(config, PREFIX + "/*");
    config.routes.get("/health", this::health);
    config.routes.get(PREFIX + "/openapi.yaml", Routes::openApi);
    config.routes.get(
        PREFIX + "/status", context -> answer(context, Shapes.State.of(upkeep.status())));
    config.routes.get(
        PREFIX + "/topics",
        context -> answer(context, Shapes.Topics.of(topics.home(reader(context)))));
    config.routes.get(PREFIX + "/topics/{name}", this::topic);
    config.routes.get(PREFIX + "/search", this::search);
    config.routes.get(
        PREFIX + "/articles/{id}", context -> answer(context, Shapes.Whole.of(memento(context))));
    config.routes.get(PREFIX + "/articles/{id}/brief", this::brief);
    config.routes.get(PREFIX + "/articles/{id}/disputes", this::disputes);
    config.routes.exception(
        UnknownPage.class,
        (e, context) -> fail(context, HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage())));
    config.routes.get(
        PREFIX + "/*",
        context -> {
          throw new NotFoundResponse(noRoute(context));
        });
  }

  /// Whether a request is the API's to answer, errors too.
  public static boolean owns(Context context) {
    return context.path().startsWith(PREFIX);
  }

  /// Answers any error of the API in its one shape, and in the language that a request prefers.
  public static void fail(Context context, HttpStatus status, String message) {
    context.status(status).header("Vary", "Accept-Language");
    boolean unknown =
        status == HttpStatus.NOT_FOUND && context.endpoints().matchedHttpEndpoint() == null;
    String said = unknown ? noRoute(context) : message;
    answer(context, Shapes.Failure.of(code(status), told(context, said)));
  }

  private static String noRoute(Context context) {
    return "The API has no route %s %s. See %s/openapi.yaml"
        .formatted(context.method(), context.path(), PREFIX);
  }

  private static String told(Context context, String message) {
    Language language =
        Optional.ofNullable(context.queryParam("reader"))
            .flatMap(Language::asked)
            .orElseGet(() -> Language.preferred(context.header("Accept-Language")));
    return language.isChinese() ? Reasons.inChinese(message) : message;
  }

  private static String code(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "not_found";
      case BAD_REQUEST -> "bad_request";
      case METHOD_NOT_ALLOWED -> "method_not_allowed";
      case UNAUTHORIZED -> "unauthorized";
      case FORBIDDEN -> "forbidden";
      default -> status.getCode() < 500 ? "bad_request" : "internal";
    };
  }

  /// Answers with `value` as JSON.
  public static void answer(Context context, Object value) {
    context.contentType("application/json; charset=utf-8").result(JSON.writeValueAsBytes(value));
  }

  /// For what watches the server: it tells nobody anything else.
  private void health(Context context) {
    Upkeep.Health health = upkeep.health();
    context.status(
        health == Upkeep.Health.FAILING ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
    answer(context, Map.of("status", health.name().toLowerCase(Locale.ROOT)));
  }

  private static void openApi(Context context) {
    context
        .contentType("application/yaml; charset=utf-8")
        .result(Objects.requireNonNull(Routes.class.getResourceAsStream("/api/openapi.yaml")));
  }

  private void topic(Context context) {
    Parameters asked =
        new Parameters(
            context,
            "language",
            "kind",
            "source",
            "from",
            "until",
            "copies",
            "mentions",
            "page",
            "reader",
            Parameters.AS_OF);
    answer(
        context,
        Shapes.Topic.of(
            at(context)
                .topics()
                .page(
                    context.pathParam("name"),
                    new Selection(
                        asked.languages(),
                        asked.kinds(),
                        asked.values("source"),
                        asked.day("from"),
                        asked.day("until"),
                        asked.choice("copies", "folded", "shown").equals("shown")
                            ? Selection.Copies.SHOWN
                            : Selection.Copies.FOLDED,
                        asked.choice("mentions", "apart", "shown").equals("shown")
                            ? Selection.Mentions.SHOWN
                            : Selection.Mentions.APART),
                    asked.page(),
                    reader(context))));
  }

  private void search(Context context) {
    Parameters asked =
        new Parameters(
            context,
            "q",
            "language",
            "source",
            "kind",
            "tag",
            "month",
            "fact",
            "from",
            "until",
            "sort",
            "copies",
            "mode",
            "limit",
            "page",
            Parameters.AS_OF);
    String query = asked.query();
    Filters filters =
        new Filters(
            asked.languages(),
            asked.values("source"),
            asked.kinds(),
            asked.values("tag"),
            asked.months(),
            asked.values("fact", Filters.DISPUTED),
            Set.of(),
            asked.from(),
            asked.until());
    SearchRequest request =
        new SearchRequest(
            query,
            filters,
            asked.choice("sort", "relevance", "newest").equals("newest")
                ? SearchRequest.Sort.NEWEST
                : SearchRequest.Sort.RELEVANCE,
            asked.choice("copies", "folded", "shown").equals("shown")
                ? SearchRequest.Copies.SHOWN
                : SearchRequest.Copies.FOLDED,
            asked.page(),
            asked.limit(),
            mode(asked));
    answer(context, Shapes.Found.of(query, at(context).search().find(request)));
  }

  private void brief(Context context) {
    Brief brief = article(context).brief();
    if (brief == null) {
      throw new NotFoundResponse("The article has no brief: it holds no sentence.");
    }
    answer(context, Shapes.Summary.of(brief));
  }

  /// What of the article another contradicts.
  private void disputes(Context context) {
    new Parameters(context, "reader", Parameters.AS_OF);
    ArticleId id = article(context).article().id();
    Ledgers then = at(context).ledgers();
    answer(
        context,
        LedgerShapes.ArticleDisputes.of(id, then.disputes(id), then.wording(reader(context))));
  }

  /// The article, with what RFC 7089 has said of it in headers.
  private ArticlePage memento(Context context) {
    ArticlePage page = article(context);
    context.header("Link", Mementos.of(page).links());
    if (Parameters.asOf(context).isPresent()) {
      context.header("Memento-Datetime", Mementos.date(page.article().fetchedAt()));
    }
    return page;
  }

  private ArticlePage article(Context context) {
    String name = context.pathParam("id");
    Optional<ArticleId> id = upkeep.find(name);
    return id.flatMap(found -> at(context).topics().article(found, reader(context)))
        .orElseThrow(() -> new NotFoundResponse("No article is called %s.".formatted(name)));
  }

  public static Language reader(Context context) {
    return Language.parse(Optional.ofNullable(context.queryParam("reader")).orElse("en"));
  }

  private static SearchRequest.Mode mode(Parameters asked) {
    return SearchRequest.Mode.valueOf(
        asked.choice("mode", "smart", "keyword", "semantic").toUpperCase(Locale.ROOT));
  }
}
