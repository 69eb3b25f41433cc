package dev.assay.api;

import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.ingest.Upkeep;
import dev.assay.search.Filters;
import dev.assay.search.Search;
import dev.assay.search.SearchRequest;
import dev.assay.topic.ArticlePage;
import dev.assay.topic.Selection;
import dev.assay.topic.Topics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The routes of the JSON API. Safe for use by many threads.
public final class Routes {

  /// Where the API begins.
  public static final String PREFIX = "/api/v1";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Topics topics;
  private final Search search;
  private final Upkeep upkeep;

  public Routes(Topics topics, Search search, Upkeep upkeep) {
    this.topics = topics;
    this.search = search;
    this.upkeep = upkeep;
  }

  public void register(JavalinConfig config) {
    config.routes.get(PREFIX + "/openapi.yaml", Routes::openApi);
    config.routes.get(
        PREFIX + "/status", context -> answer(context, Shapes.State.of(upkeep.status())));
    config.routes.get(
        PREFIX + "/topics",
        context -> answer(context, Shapes.Topics.of(topics.home(reader(context)))));
    config.routes.get(PREFIX + "/topics/{name}", this::topic);
    config.routes.get(PREFIX + "/search", this::search);
    config.routes.get(
        PREFIX + "/articles/{id}", context -> answer(context, Shapes.Whole.of(article(context))));
    config.routes.get(PREFIX + "/articles/{id}/brief", this::brief);
    config.routes.get(
        PREFIX + "/*",
        context -> {
          throw new NotFoundResponse(
              "The API has no route %s. See %s/openapi.yaml".formatted(context.path(), PREFIX));
        });
  }

  /// Whether a request is the API's to answer, errors too.
  public static boolean owns(Context context) {
    return context.path().startsWith(PREFIX);
  }

  /// Answers any error of the API in its one shape.
  public static void fail(Context context, HttpStatus status, String message) {
    context.status(status);
    answer(context, Shapes.Failure.of(code(status), message));
  }

  private static String code(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "not_found";
      case BAD_REQUEST -> "bad_request";
      case METHOD_NOT_ALLOWED -> "method_not_allowed";
      case FORBIDDEN -> "forbidden";
      default -> status.getCode() < 500 ? "bad_request" : "internal";
    };
  }

  static void answer(Context context, Object value) {
    context.contentType("application/json; charset=utf-8").result(JSON.writeValueAsBytes(value));
  }

  private static void openApi(Context context) {
    context
        .contentType("application/yaml; charset=utf-8")
        .result(Objects.requireNonNull(Routes.class.getResourceAsStream("/api/openapi.yaml")));
  }

  private void topic(Context context) {
    answer(
        context,
        Shapes.Topic.of(
            topics.page(
                context.pathParam("name"),
                new Selection(
                    values(context, "lang", Language::parse),
                    kinds(context),
                    values(context, "source", Function.identity()),
                    day(context, "from"),
                    day(context, "until"),
                    choice(context, "copies", "folded", "shown").equals("shown")
                        ? Selection.Copies.SHOWN
                        : Selection.Copies.FOLDED),
                context.queryParam("page"),
                reader(context))));
  }

  private void search(Context context) {
    String query = Optional.ofNullable(context.queryParam("q")).orElse("");
    Filters filters =
        new Filters(
            values(context, "lang", Routes::filterLanguage),
            values(context, "source", Function.identity()),
            kinds(context),
            values(context, "tag", Function.identity()),
            months(context),
            values(context, "fact", Function.identity()),
            moment(context, "from", 0),
            moment(context, "until", 1));
    SearchRequest request =
        new SearchRequest(
            query,
            filters,
            choice(context, "sort", "relevance", "newest").equals("newest")
                ? SearchRequest.Sort.NEWEST
                : SearchRequest.Sort.RELEVANCE,
            choice(context, "copies", "folded", "shown").equals("shown")
                ? SearchRequest.Copies.SHOWN
                : SearchRequest.Copies.FOLDED,
            context.queryParam("page"),
            limit(context),
            mode(context));
    answer(context, Shapes.Found.of(query, search.find(request)));
  }

  private void brief(Context context) {
    Brief brief = article(context).brief();
    if (brief == null) {
      throw new NotFoundResponse("The article has no brief: it holds no sentence.");
    }
    answer(context, Shapes.Summary.of(brief));
  }

  private ArticlePage article(Context context) {
    String name = context.pathParam("id");
    Optional<ArticleId> id = upkeep.find(name);
    return id.flatMap(found -> topics.article(found, reader(context)))
        .orElseThrow(() -> new NotFoundResponse("No article is called %s.".formatted(name)));
  }

  static Language reader(Context context) {
    return Language.parse(Optional.ofNullable(context.queryParam("reader")).orElse("en"));
  }

  /// `zh` stands for both scripts.
  private static Language filterLanguage(String tag) {
    return tag.equals("zh") ? new Language("zh") : Language.parse(tag);
  }

  private static Set<ArticleKind> kinds(Context context) {
    try {
      return values(context, "kind", ArticleKind::of);
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(
          "kind must be one of %s."
              .formatted(List.of(ArticleKind.values()).stream().map(ArticleKind::word).toList()));
    }
  }

  private static Set<YearMonth> months(Context context) {
    try {
      return values(context, "month", YearMonth::parse);
    } catch (DateTimeParseException e) {
      throw new BadRequestResponse("month must be a year and month, such as 2025-11.");
    }
  }

  private static <T> Set<T> values(Context context, String name, Function<String, T> reader) {
    return context.queryParams(name).stream()
        .filter(value -> !value.isBlank())
        .map(reader)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static SearchRequest.Mode mode(Context context) {
    String word = Optional.ofNullable(context.queryParam("mode")).orElse("smart");
    return switch (word) {
      case "smart" -> SearchRequest.Mode.SMART;
      case "keyword" -> SearchRequest.Mode.KEYWORD;
      case "semantic" -> SearchRequest.Mode.SEMANTIC;
      default ->
          throw new BadRequestResponse(
              "mode must be smart, keyword or semantic, got %s.".formatted(word));
    };
  }

  private static String choice(Context context, String name, String usual, String other) {
    String value = Optional.ofNullable(context.queryParam(name)).orElse(usual);
    if (!value.equals(usual) && !value.equals(other)) {
      throw new BadRequestResponse(
          "%s must be %s or %s, got %s.".formatted(name, usual, other, value));
    }
    return value;
  }

  private static int limit(Context context) {
    String value = context.queryParam("limit");
    if (value == null) {
      return SearchRequest.DEFAULT_HITS;
    }
    try {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= SearchRequest.MOST_HITS) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number out of bounds
    }
    throw new BadRequestResponse(
        "limit must be 1 to %d, got %s.".formatted(SearchRequest.MOST_HITS, value));
  }

  private static @Nullable LocalDate day(Context context, String name) {
    String value = context.queryParam(name);
    try {
      return value == null || value.isBlank() ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new BadRequestResponse(
          "%s must be a day such as 2025-11-22, got %s.".formatted(name, value));
    }
  }

  /// A moment in ISO 8601, or a day: then its start, or with `days` 1 its end.
  private static @Nullable Instant moment(Context context, String name, int days) {
    String value = context.queryParam(name);
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      return value.length() == 10
          ? LocalDate.parse(value).plusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC)
          : Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw new BadRequestResponse(
          "%s must be a day such as 2025-11-22 or a moment such as 2025-11-22T07:10:00Z, got %s."
              .formatted(name, value));
    }
  }
}
