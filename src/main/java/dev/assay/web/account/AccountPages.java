package dev.assay.web.account;

import dev.assay.access.AccessToken;
import dev.assay.access.Accounts;
import dev.assay.access.Actor;
import dev.assay.access.Doors;
import dev.assay.access.FeedAddress;
import dev.assay.access.ProviderSignIn;
import dev.assay.access.ReachedAt;
import dev.assay.access.SessionCookie;
import dev.assay.access.SessionPlaces;
import dev.assay.access.Sessions;
import dev.assay.access.SignIn;
import dev.assay.access.SignedIn;
import dev.assay.access.TokenScope;
import dev.assay.access.Tokens;
import dev.assay.access.Visitor;
import dev.assay.article.ReaderId;
import dev.assay.web.Frame;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.TooManyRequestsResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Signing in and out, and a person's own account. Safe for use by many threads.
public final class AccountPages {

  private static final String ACCOUNT = "/account";
  private static final int MOST_LABEL = 100;
  private static final int MOST_FEED = 2_000;

  /// What a token can be made for, in the order of the form.
  public static final List<TokenScope> SCOPES =
      List.of(
          TokenScope.READ,
          TokenScope.WRITE,
          TokenScope.READER_API,
          TokenScope.MCP,
          TokenScope.WEBHOOK,
          TokenScope.ADMIN);

  private final Doors doors;
  private final InstantSource clock;
  private final PageWriter writer = new PageWriter();

  public AccountPages(Doors doors, InstantSource clock) {
    this.doors = doors;
    this.clock = clock;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/sign-in", context -> signInPage(context, null, HttpStatus.OK));
    config.routes.post("/sign-in", this::signIn);
    config.routes.post("/sign-out", this::signOut);
    config.routes.get(ACCOUNT, context -> accountPage(context, Map.of()));
    config.routes.post(ACCOUNT + "/password", this::setPassword);
    config.routes.post(ACCOUNT + "/tokens", this::makeToken);
    config.routes.post(ACCOUNT + "/feeds", this::makeFeedToken);
    config.routes.post(ACCOUNT + "/tokens/remove", this::removeToken);
    config.routes.post(ACCOUNT + "/sessions/end", this::endSession);
  }

  /// Sends whoever has to sign in first to where they can, and back afterwards.
  public static void toSignIn(Context context) {
    boolean page = context.method().name().equals("GET") && context.header("HX-Request") == null;
    String query = context.queryString();
    String wanted = context.path() + (query == null ? "" : "?" + query);
    context.redirect(
        page && !wanted.equals("/")
            ? "/sign-in?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
            : "/sign-in",
        HttpStatus.SEE_OTHER);
  }

  private void signInPage(Context context, @Nullable String problem, HttpStatus status) {
    Frame frame = writer.frame(context, Frame.Part.ELSEWHERE);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", frame);
    parameters.put("to", wanted(context));
    parameters.put("problem", problem);
    parameters.put("provider", doors.provider().map(ProviderSignIn::label).orElse(null));
    parameters.put("farewell", context.queryParam("left") == null ? null : farewell());
    context.status(status);
    writer.write(context, "sign-in", parameters);
  }

  private @Nullable String farewell() {
    return doors
        .provider()
        .flatMap(ProviderSignIn::farewell)
        .map(address -> address.toString())
        .orElse(null);
  }

  /// Where somebody wanted to go: an address of this server only.
  static String wanted(Context context) {
    String asked = Optional.ofNullable(context.formParam("to")).orElse(context.queryParam("to"));
    return asked != null && asked.matches("/(?![/\\\\])[^\\s\\p{Cntrl}]*") ? asked : "/";
  }

  private void signIn(Context context) {
    Messages say = writer.frame(context, Frame.Part.ELSEWHERE).say();
    SignIn result =
        doors
            .sessions()
            .signIn(
                field(context, "name").strip(),
                field(context, "password"),
                SessionPlaces.of(context, doors.settings()));
    switch (result) {
      case SignIn.Entered(String secret, _) -> {
        SessionCookie.give(context, secret);
        context.redirect(wanted(context), HttpStatus.SEE_OTHER);
      }
      case SignIn.Refused _ ->
          signInPage(context, say.text("sign-in.refused"), HttpStatus.UNAUTHORIZED);
      case SignIn.Wait(Duration wait) ->
          signInPage(
              context,
              say.text("sign-in.wait", say.number(wait.toMinutes() + 1)),
              HttpStatus.TOO_MANY_REQUESTS);
    }
  }

  private void signOut(Context context) {
    doors.sessions().end(context);
    SessionCookie.take(context);
    context.redirect(doors.provider().isPresent() ? "/sign-in?left" : "/", HttpStatus.SEE_OTHER);
  }

  private void accountPage(Context context, Map<String, Object> news) {
    Frame frame = writer.frame(context, Frame.Part.ELSEWHERE);
    Visitor visitor = Visitor.of(context);
    List<SignedIn> sessions = doors.sessions().of(visitor.reader());
    List<AccessToken> tokens = doors.tokens().of(visitor.reader());
    Map<String, Object> parameters = new HashMap<>(news);
    parameters.putAll(
        Map.of("frame", frame, "visitor", visitor, "sessions", sessions, "tokens", tokens));
    parameters.put("provider", doors.provider().map(ProviderSignIn::label).orElse(null));
    parameters.put(
        "passkeys",
        visitor.way() == Visitor.Way.HERE ? List.of() : doors.passkeys().of(visitor.reader()));
    writer.write(context, "account", parameters);
  }

  private Actor actor(Context context) {
    return Actor.of(context, doors.settings());
  }

  private void setPassword(Context context) {
    Messages say = writer.frame(context, Frame.Part.ELSEWHERE).say();
    Visitor visitor = mustBeKnown(context);
    Sessions.Place place = SessionPlaces.of(context, doors.settings());
    doors
        .sessions()
        .wait(visitor.reader(), place)
        .ifPresent(
            wait -> {
              throw new TooManyRequestsResponse(
                  say.text("sign-in.wait", say.number(wait.toMinutes() + 1)));
            });
    if (!doors.sessions().isPassword(visitor.reader(), field(context, "old"), place)) {
      throw new BadRequestResponse(say.text("account.old-password"));
    }
    Accounts.Change change =
        doors.accounts().setPassword(visitor.reader(), field(context, "new"), actor(context));
    if (change != Accounts.Change.DONE) {
      throw new BadRequestResponse(say.text("account.weak-password"));
    }
    SessionCookie.take(context);
    context.redirect("/", HttpStatus.SEE_OTHER);
  }

  private void makeToken(Context context) {
    Messages say = writer.frame(context, Frame.Part.ELSEWHERE).say();
    Visitor visitor = mustBeKnown(context);
    Set<TokenScope> scopes =
        SCOPES.stream()
            .filter(scope -> context.formParams("scope").contains(scope.word()))
            .collect(Collectors.toSet());
    String label = field(context, "label").strip();
    if (scopes.isEmpty() || label.isEmpty() || label.length() > MOST_LABEL) {
      throw new BadRequestResponse(say.text("account.token-how"));
    }
    Optional<String> token =
        doors
            .tokens()
            .make(visitor.reader(), label, scopes, expiry(field(context, "days")), actor(context));
    accountPage(context, Map.of("token", token.orElseThrow(() -> full(say))));
  }

  /// A token for one feed, in the address that a reading program asks for. Where there is one
  /// already, which cannot be shown again, another is made only if that is what was asked for.
  private void makeFeedToken(Context context) {
    String feed = field(context, "feed");
    if (feed.length() > MOST_FEED || !FeedAddress.isFeed(feed)) {
      throw new NotFoundResponse();
    }
    Messages say = writer.frame(context, Frame.Part.ELSEWHERE).say();
    ReaderId reader = mustBeKnown(context).reader();
    List<AccessToken> made = doors.tokens().forFeed(reader, feed);
    if (!made.isEmpty() && context.formParam("another") == null) {
      accountPage(context, Map.of("feed", feed, "made", made));
      return;
    }
    String token =
        doors.tokens().makeForFeed(reader, feed, actor(context)).orElseThrow(() -> full(say));
    accountPage(context, Map.of("token", ReachedAt.of(context) + FeedAddress.with(feed, token)));
  }

  private static BadRequestResponse full(Messages say) {
    return new BadRequestResponse(say.text("account.full", say.number(Tokens.MOST)));
  }

  private @Nullable Instant expiry(String days) {
    return days.matches("\\d{1,4}")
        ? clock.instant().plus(Duration.ofDays(Long.parseLong(days)))
        : null;
  }

  private void removeToken(Context context) {
    String id = field(context, "id");
    if (id.matches("\\d{1,18}")) {
      doors.tokens().remove(mustBeKnown(context).reader(), Long.parseLong(id), actor(context));
    }
    context.redirect(ACCOUNT, HttpStatus.SEE_OTHER);
  }

  private void endSession(Context context) {
    doors.sessions().end(mustBeKnown(context).reader(), field(context, "hash"));
    context.redirect(ACCOUNT, HttpStatus.SEE_OTHER);
  }

  /// On a desk without accounts there is nothing to look after.
  static Visitor mustBeKnown(Context context) {
    Visitor visitor = Visitor.of(context);
    if (visitor.way() == Visitor.Way.HERE) {
      throw new BadRequestResponse(Reader.words(context).text("account.off"));
    }
    return visitor;
  }

  private static String field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("");
  }
}
