package dev.assay.access;

import dev.assay.article.ReaderId;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells who a request comes from: by its token, by the session in its cookie, by the word of a
/// proxy that we believe; at a desk without accounts it is whoever sits there. Safe for use by many
/// threads.
public final class Recognition {

  private static final String BEARER = "Bearer ";

  /// As reading programs send it that learned to speak to Google Reader.
  private static final String GOOGLE_LOGIN = "GoogleLogin auth=";

  private final Doors doors;
  private final FormTokens formTokens;

  /// Once there was an account, the desk stays closed as long as the process runs.
  private volatile boolean closed;

  public Recognition(Doors doors) {
    this.doors = doors;
    this.formTokens = doors.formTokens();
  }

  public Visitor of(Context context) {
    if (!closed) {
      closed = doors.accounts().exist();
    }
    if (!closed) {
      return Visitor.here(formTokens.of(""));
    }
    String token = token(context.header("Authorization"));
    if (token != null) {
      return byToken(token, context).orElseGet(this::unknown);
    }
    return bySession(context)
        .or(() -> byProxy(context))
        .or(() -> byAddress(context))
        .orElseGet(this::unknown);
  }

  /// Whether the desk is known to have accounts.
  public boolean isClosed() {
    return closed;
  }

  /// Who is not looked up.
  public Visitor unknown() {
    return Visitor.unknown(formTokens.of(""));
  }

  private static @Nullable String token(@Nullable String header) {
    if (header == null) {
      return null;
    }
    if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return header.substring(BEARER.length()).strip();
    }
    // what its clients repeat is the account's name, a slash and the token
    return header.startsWith(GOOGLE_LOGIN)
        ? header.substring(Math.max(GOOGLE_LOGIN.length(), header.lastIndexOf('/') + 1)).strip()
        : null;
  }

  private Optional<Visitor> byToken(String token, Context context) {
    if (!Secrets.isToken(token)) {
      return doors.provider().flatMap(provider -> provider.byToken(token));
    }
    return doors
        .tokens()
        .find(token, address(context))
        .filter(row -> row.token().isFor(feed(context)))
        .map(
            row ->
                new Visitor(
                    row.token().account(),
                    row.role(),
                    Visitor.Way.TOKEN,
                    row.token().scopes(),
                    ""));
  }

  /// What programs that read feeds can send is an address alone: a token in it opens that feed.
  private Optional<Visitor> byAddress(Context context) {
    String token = context.queryParam(FeedAddress.TOKEN);
    return token == null || !doors.tokens().isOfFeed(token)
        ? Optional.empty()
        : byToken(token, context);
  }

  private static String feed(Context context) {
    return FeedAddress.of(context.path(), context.queryString());
  }

  private Optional<Visitor> bySession(Context context) {
    return SessionCookie.of(context)
        .flatMap(doors.sessions()::find)
        .map(
            row ->
                new Visitor(
                    row.session().account(),
                    row.role(),
                    Visitor.Way.SESSION,
                    Set.of(),
                    formTokens.of(row.session().hash())));
  }

  private Optional<Visitor> byProxy(Context context) {
    AccessSettings settings = doors.settings();
    String name = settings.header().isEmpty() ? null : context.header(settings.header());
    if (name == null || !Account.isName(name) || !settings.proxies().hold(context.ip())) {
      return Optional.empty();
    }
    return doors
        .accounts()
        .find(new ReaderId(name))
        .filter(Account::enabled)
        .map(
            account ->
                new Visitor(
                    account.name(),
                    account.role(),
                    Visitor.Way.PROXY,
                    Set.of(),
                    formTokens.of("proxy " + name)));
  }

  /// Where a request comes from.
  public String address(Context context) {
    return SessionPlaces.address(context, doors.settings());
  }
}
