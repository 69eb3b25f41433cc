package dev.assay.api;

import dev.assay.follow.Pushes;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/// What the hubs of feeds call (WebSub): each feed has an address of its own that nobody can guess.
/// Safe for use by many threads.
public final class PushRoutes {

  private final Pushes pushes;

  public PushRoutes(Pushes pushes) {
    this.pushes = pushes;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/websub/{path}", this::confirm);
    config.routes.post("/websub/{path}", this::deliver);
  }

  private void confirm(Context context) {
    Optional<String> challenge =
        pushes.confirm(
            context.pathParam("path"),
            parameter(context, "hub.mode"),
            parameter(context, "hub.topic"),
            parameter(context, "hub.challenge"),
            parameter(context, "hub.lease_seconds"));
    context.contentType("text/plain; charset=utf-8");
    if (challenge.isPresent()) {
      context.result(challenge.get());
    } else {
      context.status(HttpStatus.NOT_FOUND).result("not wanted");
    }
  }

  private static String parameter(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).orElse("");
  }

  /// Whatever it was, the hub has done its part: only one that nobody knows is told so.
  private void deliver(Context context) {
    context.contentType("text/plain; charset=utf-8");
    if (context.contentLength() > Pushes.MOST_BYTES) {
      context.status(HttpStatus.CONTENT_TOO_LARGE).result("too large");
      return;
    }
    Pushes.Delivery delivery =
        pushes.deliver(
            context.pathParam("path"),
            Optional.ofNullable(context.header("X-Hub-Signature")).orElse(""),
            context.bodyAsBytes());
    switch (delivery) {
      case UNKNOWN -> context.status(HttpStatus.GONE).result("unknown");
      case IGNORED, TAKEN -> context.status(HttpStatus.ACCEPTED).result("taken");
    }
  }
}
