package dev.assay.api.account;

import dev.assay.access.AccessToken;
import dev.assay.access.Actor;
import dev.assay.access.Doors;
import dev.assay.access.FeedAddress;
import dev.assay.access.ReachedAt;
import dev.assay.access.Refusal;
import dev.assay.access.SessionPlaces;
import dev.assay.access.Sessions;
import dev.assay.access.SignedIn;
import dev.assay.access.TokenScope;
import dev.assay.access.Tokens;
import dev.assay.access.Visitor;
import dev.assay.access.passkey.Passkey;
import dev.assay.api.JsonBody;
import dev.assay.api.ListPage;
import dev.assay.api.Parameters;
import dev.assay.api.Routes;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.TooManyRequestsResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The API's routes for a person's own account: what lets them and their programs in. Safe for use
/// by many threads.
public final class AccountRoutes {

  private static final String ACCOUNT = Routes.PREFIX + "/account";
  private static final int LONGEST_LABEL = 100;
  private static final int LONGEST_FEED = 2_000;
  private static final int MOST_DAYS = 9_999;
  private static final String WORDS =
      Arrays.stream(TokenScope.values())
          .filter(TokenScope::isForPrograms)
          .map(TokenScope::word)
          .collect(Collectors.joining(", "));

  private final Doors doors;
  private final InstantSource clock;

  public AccountRoutes(Doors doors, InstantSource clock) {
    this.doors = doors;
    this.clock = clock;
  }

  public void register(JavalinConfig config) {
    config.routes.get(
        ACCOUNT,
        context -> Routes.answer(context, AccountShapes.OwnAccount.of(Visitor.of(context))));
    config.routes.post(ACCOUNT + "/password", this::setPassword);
    config.routes.get(ACCOUNT + "/tokens", this::tokens);
    config.routes.post(ACCOUNT + "/tokens", this::makeToken);
    config.routes.post(ACCOUNT + "/tokens/{id}/remove", this::removeToken);
    config.routes.post(ACCOUNT + "/feeds", this::makeFeedAddress);
    config.routes.get(ACCOUNT + "/sessions", this::sessions);
    config.routes.post(ACCOUNT + "/sessions/{id}/end", this::endSession);
    config.routes.get(ACCOUNT + "/passkeys", this::passkeys);
    config.routes.post(ACCOUNT + "/passkeys/{id}/remove", this::removePasskey);
  }

  /// Whoever has an account here; a desk without accounts has nothing to look after.
  private static Visitor known(Context context) {
    Visitor visitor = Visitor.of(context);
    if (visitor.way() == Visitor.Way.HERE) {
      throw new BadRequestResponse(Refusal.NO_ACCOUNTS);
    }
    return visitor;
  }

  private Actor actor(Context context) {
    return Actor.of(context, doors.settings());
  }

  private Sessions.Place place(Context context) {
    return SessionPlaces.of(context, doors.settings());
  }

  private void setPassword(Context context) {
    Visitor visitor = known(context);
    JsonNode body = JsonBody.of(context);
    doors
        .sessions()
        .wait(visitor.reader(), place(context))
        .ifPresent(
            wait -> {
              context.header("Retry-After", Long.toString(wait.toSeconds() + 1));
              throw new TooManyRequestsResponse(
                  "Too many wrong passwords. Wait as long as Retry-After says.");
            });
    if (!doors
        .sessions()
        .isPassword(visitor.reader(), JsonBody.text(body, "old"), place(context))) {
      throw new BadRequestResponse("\"old\" is not the password of your account.");
    }
    UserRoutes.done(
        doors.accounts().setPassword(visitor.reader(), JsonBody.text(body, "new"), actor(context)),
        visitor.reader().value());
    Routes.answer(context, AccountShapes.OwnAccount.of(visitor));
  }

  private void tokens(Context context) {
    Parameters asked = new Parameters(context, "limit", "page");
    List<AccessToken> all = doors.tokens().of(Visitor.of(context).reader());
    Routes.answer(
        context,
        AccountShapes.OwnTokens.of(
            ListPage.within(all, token -> Long.toString(token.id()), asked)));
  }

  private void makeToken(Context context) {
    Visitor visitor = known(context);
    JsonNode body = JsonBody.of(context);
    String label = JsonBody.text(body, "label").strip();
    if (label.isEmpty() || label.length() > LONGEST_LABEL) {
      throw new BadRequestResponse(
          "\"label\" must have 1 to %d characters.".formatted(LONGEST_LABEL));
    }
    String token =
        doors
            .tokens()
            .make(visitor.reader(), label, scopes(body, visitor), end(body), actor(context))
            .orElseThrow(AccountRoutes::full);
    context.status(HttpStatus.CREATED);
    Routes.answer(context, new AccountShapes.TokenMade(token));
  }

  /// A token gives none that opens more than itself.
  private static Set<TokenScope> scopes(JsonNode body, Visitor visitor) {
    Set<TokenScope> scopes = new HashSet<>();
    for (String word : JsonBody.texts(body, "scopes")) {
      scopes.add(
          TokenScope.ofPrograms(word)
              .orElseThrow(
                  () ->
                      new BadRequestResponse(
                          "\"scopes\" must be of %s, got %s.".formatted(WORDS, word))));
    }
    if (scopes.isEmpty()) {
      throw new BadRequestResponse(
          "\"scopes\" must be a list of at least one of %s.".formatted(WORDS));
    }
    if (visitor.way() == Visitor.Way.TOKEN && !visitor.scopes().containsAll(scopes)) {
      throw new ForbiddenResponse("A token makes no token with a scope that it has not itself.");
    }
    return scopes;
  }

  private @Nullable Instant end(JsonNode body) {
    JsonNode days = body.path("days");
    if (days.isMissingNode() || days.isNull()) {
      return null;
    }
    if (!days.isInt() || days.asInt() < 1 || days.asInt() > MOST_DAYS) {
      throw new BadRequestResponse(
          "\"days\" must be a whole number from 1 to %d.".formatted(MOST_DAYS));
    }
    return clock.instant().plus(Duration.ofDays(days.asInt()));
  }

  private static BadRequestResponse full() {
    return new BadRequestResponse(
        "An account has at most %d tokens. Remove one that is no longer used."
            .formatted(Tokens.MOST));
  }

  private void removeToken(Context context) {
    Visitor visitor = known(context);
    String id = context.pathParam("id");
    boolean removed =
        id.matches("[0-9]{1,18}")
            && doors.tokens().remove(visitor.reader(), Long.parseLong(id), actor(context));
    ended(context, removed);
  }

  /// The address of one feed for a program that can send nothing else.
  private void makeFeedAddress(Context context) {
    Visitor visitor = known(context);
    String feed = JsonBody.text(JsonBody.of(context), "feed");
    if (feed.length() > LONGEST_FEED || !FeedAddress.isFeed(feed)) {
      throw new BadRequestResponse(
          "\"feed\" must be the address of a feed of this desk from the path on, such as /atom?topic=Nd or /opml, got %s."
              .formatted(feed));
    }
    String token =
        doors
            .tokens()
            .makeForFeed(visitor.reader(), feed, actor(context))
            .orElseThrow(AccountRoutes::full);
    context.status(HttpStatus.CREATED);
    Routes.answer(
        context,
        new AccountShapes.FeedAddressMade(ReachedAt.of(context) + FeedAddress.with(feed, token)));
  }

  private void sessions(Context context) {
    Parameters asked = new Parameters(context, "limit", "page");
    List<SignedIn> all = doors.sessions().of(Visitor.of(context).reader());
    Routes.answer(
        context, AccountShapes.OwnSessions.of(ListPage.within(all, SignedIn::hash, asked)));
  }

  private void endSession(Context context) {
    ended(context, doors.sessions().end(known(context).reader(), context.pathParam("id")));
  }

  private void passkeys(Context context) {
    Parameters asked = new Parameters(context, "limit", "page");
    Visitor visitor = Visitor.of(context);
    List<Passkey> all =
        visitor.way() == Visitor.Way.HERE ? List.of() : doors.passkeys().of(visitor.reader());
    Routes.answer(context, AccountShapes.OwnPasskeys.of(ListPage.within(all, Passkey::id, asked)));
  }

  private void removePasskey(Context context) {
    Visitor visitor = known(context);
    ended(
        context,
        doors.passkeys().remove(visitor.reader(), context.pathParam("id"), actor(context)));
  }

  private static void ended(Context context, boolean ended) {
    String id = context.pathParam("id");
    if (!ended) {
      throw new NotFoundResponse("Nothing of yours is called %s.".formatted(id));
    }
    Routes.answer(context, new AccountShapes.Ended(id));
  }
}
