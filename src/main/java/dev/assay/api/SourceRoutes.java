package dev.assay.api;

import dev.assay.access.Visitor;
import dev.assay.follow.Health;
import dev.assay.follow.Sources;
import dev.assay.follow.Sources.Following;
import dev.assay.follow.Sources.Wish;
import dev.assay.follow.Steps;
import dev.assay.source.Source;
import dev.assay.source.SourceOption;
import dev.assay.source.SourceSettings.Activity;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API's routes for what is followed. Safe for use by many threads.
public final class SourceRoutes {

  private static final String PREFIX = Routes.PREFIX;

  private final Sources sources;

  public SourceRoutes(Sources sources) {
    this.sources = sources;
  }

  public void register(JavalinConfig config) {
    config.routes.get(
        PREFIX + "/sources",
        context -> {
          Parameters asked = new Parameters(context, "limit", "page");
          ListPage<Health> page =
              ListPage.of(
                  this::behind,
                  health -> Integer.toString(health.source().id()),
                  asked.page(),
                  asked.limit(ListPage.DEFAULT));
          Routes.answer(context, SourceShapes.SourceList.of(page.items(), page.next()));
        });
    config.routes.post(PREFIX + "/sources", this::follow);
    config.routes.get(PREFIX + "/sources.opml", this::opml);
    config.routes.get(PREFIX + "/sources/{id}", this::one);
    config.routes.patch(PREFIX + "/sources/{id}", this::change);
    config.routes.delete(PREFIX + "/sources/{id}", this::remove);
    config.routes.post(PREFIX + "/sources/{id}/fetch", this::ask);
    config.routes.post(
        PREFIX + "/sources/{id}/pause", context -> activity(context, Activity.PAUSED));
    config.routes.post(
        PREFIX + "/sources/{id}/resume", context -> activity(context, Activity.FOLLOWED));
  }

  private Optional<List<Health>> behind(@Nullable String id, int limit) {
    return id == null
        ? Optional.of(sources.behind(0, limit))
        : Optional.of(id)
            .filter(number -> number.matches("[0-9]{1,9}"))
            .map(number -> sources.behind(Integer.parseInt(number), limit));
  }

  private void follow(Context context) {
    JsonNode body = body(context);
    String address = JsonBody.text(body, "address");
    if (!address.startsWith("http://") && !address.startsWith("https://")) {
      throw new BadRequestResponse("\"address\" must start with http:// or https://.");
    }
    switch (sources.follow(
        address,
        new Wish(
            JsonBody.text(body, "folder"),
            Visitor.of(context).reader().value(),
            options(body.path("options"))),
        Steps.UNHEARD)) {
      case Following.Done(Source source, _, _) -> {
        context.status(HttpStatus.CREATED);
        Routes.answer(context, SourceShapes.FollowedSource.of(source));
      }
      case Following.Already(Source source) ->
          Routes.answer(context, SourceShapes.FollowedSource.of(source));
      case Following.Nothing(String reason) -> throw new NotFoundResponse(reason);
    }
  }

  private void opml(Context context) {
    context.contentType("text/x-opml; charset=utf-8").result(sources.opml().xml());
  }

  private static int id(Context context) {
    try {
      return Integer.parseInt(context.pathParam("id"));
    } catch (NumberFormatException e) {
      throw unknown(context);
    }
  }

  private static NotFoundResponse unknown(Context context) {
    return new NotFoundResponse("No source has the number %s.".formatted(context.pathParam("id")));
  }

  private void one(Context context) {
    Routes.answer(
        context,
        SourceShapes.SourceDetail.of(
            sources.find(id(context)).orElseThrow(() -> unknown(context))));
  }

  private void remove(Context context) {
    if (!sources.remove(id(context))) {
      throw unknown(context);
    }
    context.status(HttpStatus.NO_CONTENT);
  }

  /// What is to be set, as an object of the options' names.
  private void change(Context context) {
    set(context, options(body(context)));
  }

  private static Map<String, String> options(JsonNode object) {
    Map<String, String> options = new LinkedHashMap<>();
    object
        .properties()
        .forEach(option -> options.put(option.getKey(), option.getValue().asString("")));
    return options;
  }

  private void activity(Context context, Activity activity) {
    set(context, Map.of(SourceOption.ACTIVITY.word(), activity.word()));
  }

  private void set(Context context, Map<String, String> options) {
    try {
      if (sources.set(id(context), options).isEmpty()) {
        throw unknown(context);
      }
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
    one(context);
  }

  private void ask(Context context) {
    if (sources.askNow(id(context), Steps.UNHEARD).isEmpty()) {
      throw new BadRequestResponse("The source is not there, or was asked less than a minute ago.");
    }
    one(context);
  }

  private static JsonNode body(Context context) {
    try {
      JsonNode body = JsonMapper.shared().readTree(context.bodyAsBytes());
      if (body.isObject()) {
        return body;
      }
    } catch (JacksonException e) {
      // said below
    }
    throw new BadRequestResponse("The body must be a JSON object.");
  }
}
