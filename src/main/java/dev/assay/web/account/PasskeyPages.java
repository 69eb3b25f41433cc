package dev.assay.web.account;

import dev.assay.access.Actor;
import dev.assay.access.Doors;
import dev.assay.access.SessionCookie;
import dev.assay.access.SessionPlaces;
import dev.assay.access.SignIn;
import dev.assay.access.Visitor;
import dev.assay.web.Frame;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the script of the sign-in and account pages asks for when a passkey is made or used.
/// Without scripts there are no passkeys: browsers offer them to scripts alone. Safe for use by
/// many threads.
public final class PasskeyPages {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_LABEL = 100;

  private final Doors doors;
  private final PageWriter writer = new PageWriter();

  public PasskeyPages(Doors doors) {
    this.doors = doors;
  }

  public void register(JavalinConfig config) {
    config.routes.post(
        "/sign-in/passkey/options", context -> answer(context, doors.passkeys().request(context)));
    config.routes.post("/sign-in/passkey", this::signIn);
    config.routes.post(
        "/account/passkeys/options",
        context ->
            answer(
                context,
                doors.passkeys().creation(context, AccountPages.mustBeKnown(context).reader())));
    config.routes.post("/account/passkeys", this::add);
    config.routes.post("/account/passkeys/remove", this::remove);
  }

  private static void answer(Context context, Map<String, Object> value) {
    context.contentType("application/json").result(JSON.writeValueAsBytes(value));
  }

  private void signIn(Context context) {
    Messages say = writer.frame(context, Frame.Part.ELSEWHERE).say();
    SignIn tried =
        doors
            .passkeys()
            .signIn(context, context.body(), SessionPlaces.of(context, doors.settings()));
    switch (tried) {
      case SignIn.Entered(String secret, _) -> {
        SessionCookie.give(context, secret);
        answer(context, Map.of("to", AccountPages.wanted(context)));
      }
      case SignIn.Refused _ -> {
        context.status(HttpStatus.UNAUTHORIZED);
        answer(context, Map.of("problem", say.text("sign-in.passkey-refused")));
      }
      case SignIn.Wait(var wait) -> {
        context.status(HttpStatus.TOO_MANY_REQUESTS);
        answer(
            context, Map.of("problem", say.text("sign-in.wait", say.number(wait.toMinutes() + 1))));
      }
    }
  }

  private void add(Context context) {
    Messages say = writer.frame(context, Frame.Part.ELSEWHERE).say();
    Visitor visitor = AccountPages.mustBeKnown(context);
    Optional<JsonNode> body = body(context);
    String label = body.map(node -> node.path("label").asString("").strip()).orElse("");
    boolean kept =
        body.isPresent()
            && !label.isEmpty()
            && label.length() <= MOST_LABEL
            && doors
                .passkeys()
                .add(
                    context,
                    visitor.reader(),
                    label,
                    body.get().path("response").toString(),
                    SessionPlaces.of(context, doors.settings()));
    if (kept) {
      answer(context, Map.of("to", "/account"));
    } else {
      context.status(HttpStatus.BAD_REQUEST);
      answer(context, Map.of("problem", say.text("account.passkey-refused")));
    }
  }

  private static Optional<JsonNode> body(Context context) {
    try {
      return Optional.of(JSON.readTree(context.body()));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private void remove(Context context) {
    String id = Optional.ofNullable(context.formParam("id")).orElse("");
    doors
        .passkeys()
        .remove(
            AccountPages.mustBeKnown(context).reader(), id, Actor.of(context, doors.settings()));
    context.redirect("/account", HttpStatus.SEE_OTHER);
  }
}
