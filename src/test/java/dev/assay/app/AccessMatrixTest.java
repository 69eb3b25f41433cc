package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.access.Actor;
import dev.assay.access.Proof;
import dev.assay.access.Role;
import dev.assay.access.Route;
import dev.assay.access.TokenScope;
import dev.assay.access.guard.RouteTable;
import dev.assay.article.ReaderId;
import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import dev.assay.source.Opml;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asks every route of the table as everybody: as a stranger, as each role by session with and
/// without form token, as each role by a token of each scope. Who may is as the table says.
final class AccessMatrixTest {

  private static final List<Role> ROLES = List.of(Role.READER, Role.EDITOR, Role.ADMIN);
  private static final List<TokenScope> SCOPES =
      List.of(
          TokenScope.READ,
          TokenScope.WRITE,
          TokenScope.ADMIN,
          TokenScope.READER_API,
          TokenScope.MCP,
          TokenScope.WEBHOOK);
  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"form-token\" content=\"([\\w-]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Role, Browser> browsers = new EnumMap<>(Role.class);

  /// Others of the same people, whose sessions the test ends.
  private final Map<Role, Browser> leaving = new EnumMap<>(Role.class);

  @TempDir Path folder;

  private Desk desk;
  private Desk.Serving serving;

  /// What a browser holds that is signed in.
  private record Browser(String cookie, String formToken) {}

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("access.properties"), "requests-per-minute=1000000");
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    desk = opener.toWrite(folder);
    serving = opener.serve(desk, Desk.Listening.here(0));
    for (Role role : ROLES) {
      desk.doors().accounts().add(name(role), role, password(role), Actor.CONSOLE);
    }
  }

  @AfterEach
  void stop() {
    serving.close();
    desk.close();
  }

  private static String name(Role role) {
    return "a-" + role;
  }

  private static String password(Role role) {
    return "the password of " + role;
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serving.port() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private String formToken(String... headers) throws IOException, InterruptedException {
    Matcher token = FORM_TOKEN.matcher(send("GET", "/sign-in", "", headers).body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private Browser signIn(Role role) throws IOException, InterruptedException {
    String form =
        "name=%s&password=%s&csrf=%s"
            .formatted(
                name(role), URLEncoder.encode(password(role), StandardCharsets.UTF_8), formToken());
    HttpResponse<String> answer = send("POST", "/sign-in", form);
    assertThat(answer.statusCode()).isEqualTo(303);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    return new Browser(cookie, formToken("Cookie", cookie));
  }

  @Test
  void aPageShowsNobodyAFormThatTheyMayNotSend() throws IOException, InterruptedException {
    desk.sources()
        .follow(
            new Opml(List.of(new Opml.Outline("松岭早报", "http://127.0.0.1:9/feed", "", "", "feed"))),
            "",
            "");
    RouteTable routes = RouteTable.shipped();
    Map<Role, Set<String>> shown = new HashMap<>();
    for (Role role : List.of(Role.READER, Role.EDITOR, Role.ADMIN)) {
      Browser browser = signIn(role);
      for (String path :
          List.of("/", "/sources", "/sources/1", "/names", "/topics/qqqqq", "/alerts", "/models")) {
        String page = send("GET", path, "", "Cookie", browser.cookie()).body();
        for (String action :
            Jsoup.parse(page).select("form[method=post]:not([hidden])").eachAttr("action")) {
          Route route = routes.answering("POST", action.replaceFirst("\\?.*", "")).orElseThrow();
          assertThat(role.covers(route.role())).as("%s on %s as %s", action, path, role).isTrue();
          shown.computeIfAbsent(role, _ -> new HashSet<>()).add(action);
        }
      }
    }
    String begins = send("GET", "/", "", "Cookie", signIn(Role.READER).cookie()).body();
    assertThat(begins).contains("The library is empty.").doesNotContain("/import");
    assertThat(shown.get(Role.READER)).contains("/alerts").doesNotContain("/sources", "/names/add");
    assertThat(shown.get(Role.EDITOR)).contains("/sources", "/sources/1/pause", "/names/add");
    assertThat(shown.get(Role.ADMIN)).contains("/models/find");
  }

  private boolean isLetIn(Route route, String... headers) throws IOException, InterruptedException {
    String path = route.path().replaceAll("\\{\\w+}|<\\w+>|\\*", "x");
    HttpResponse<String> answer = send(route.method(), path, "", headers);
    boolean toSignIn =
        answer.headers().firstValue("Location").filter(to -> to.startsWith("/sign-in")).isPresent();
    boolean unknown = answer.statusCode() == 401 && !asksWhoIsThere(route);
    return answer.statusCode() != 403 && !toSignIn && !unknown;
  }

  /// A sign-in, whose refusal of an empty name and password is no refusal of the route.
  private static boolean asksWhoIsThere(Route route) {
    return route.path().equals("/sign-in")
        || route.path().equals("/sign-in/passkey")
        || route.path().endsWith("/accounts/ClientLogin");
  }

  private void isAsTheTableSays(Route route, String who, boolean may, String... headers)
      throws IOException, InterruptedException {
    assertThat(isLetIn(route, headers)).as("%s as %s", route.name(), who).isEqualTo(may);
  }

  private static boolean isOpen(Route route) {
    return route.scope().isOpen();
  }

  @Test
  void letsInWhomTheTableNames() throws IOException, InterruptedException {
    for (Role role : ROLES) {
      browsers.put(role, signIn(role));
      leaving.put(role, signIn(role));
    }
    String strangersToken = formToken();
    List<Route> routes = new ArrayList<>(RouteTable.shipped().routes());
    for (Route route : routes) {
      isAsTheTableSays(route, "a stranger", isOpen(route) && route.proof() != Proof.TOKEN);
      isAsTheTableSays(
          route, "a stranger with form token", isOpen(route), "X-CSRF-Token", strangersToken);
      for (Role role : ROLES) {
        askBySession(route, role);
      }
    }
    assertThat(routes).hasSizeGreaterThan(60);
  }

  private void askBySession(Route route, Role role) throws IOException, InterruptedException {
    Browser browser = (route.path().equals("/sign-out") ? leaving : browsers).get(role);
    boolean may = isOpen(route) || role.covers(route.role());
    isAsTheTableSays(
        route,
        role + " without form token",
        may && route.proof() == Proof.NONE,
        "Cookie",
        browser.cookie());
    isAsTheTableSays(
        route,
        role + " with form token",
        may,
        "Cookie",
        browser.cookie(),
        "X-CSRF-Token",
        browser.formToken());
  }

  @Test
  void letsInTokensAsFarAsTheyReach() throws IOException, InterruptedException {
    for (Role role : ROLES) {
      for (TokenScope scope : SCOPES) {
        String token =
            desk.doors()
                .tokens()
                .make(new ReaderId(name(role)), "test", Set.of(scope), null, Actor.CONSOLE)
                .orElseThrow();
        for (Route route : RouteTable.shipped().routes()) {
          boolean may =
              route.proof() != Proof.TOKEN
                  && (isOpen(route) || opens(scope, route.scope()) && role.covers(route.role()));
          isAsTheTableSays(
              route, role + " by a token to " + scope, may, "Authorization", "Bearer " + token);
        }
      }
    }
  }

  /// Who reads everything reads feeds too, and who changes everything their alerts.
  private static boolean opens(TokenScope scope, TokenScope asked) {
    return scope == asked
        || scope == TokenScope.READ && asked == TokenScope.FEED
        || scope == TokenScope.WRITE && asked == TokenScope.WEBHOOK;
  }

  @Test
  void letsAProgramReadOneFeedByItsAddressAlone() throws IOException, InterruptedException {
    Browser browser = signIn(Role.READER);
    String[] signedIn = {"Cookie", browser.cookie(), "X-CSRF-Token", browser.formToken()};
    String made =
        send("POST", "/account/feeds", "feed=%2Fatom%3Ftopic%3D%25E9%2595%2593", signedIn).body();
    Matcher token = Pattern.compile("topic=%E9%95%93&amp;token=(assay_\\w+)").matcher(made);
    assertThat(token.find()).isTrue();
    String with = "token=" + token.group(1);

    HttpResponse<String> feed = send("GET", "/atom?topic=%E9%95%93&" + with, "");
    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.body()).contains("<title>镓</title>").doesNotContain(token.group(1));
    String mark = feed.headers().firstValue("ETag").orElseThrow();
    assertThat(send("GET", "/atom?topic=%E9%95%93&" + with, "", "If-None-Match", mark).statusCode())
        .isEqualTo(304);
    assertThat(send("GET", "/feed.json?" + with + "&topic=镓", "").statusCode()).isEqualTo(200);
    for (String other :
        List.of("/atom?topic=%E9%95%93x&", "/atom?q=a&topic=%E9%95%93&", "/alerts/1/atom?", "/?")) {
      assertThat(send("GET", other + with, "").statusCode()).as(other).isEqualTo(303);
    }
    assertThat(send("GET", "/api/v1/status?" + with, "").statusCode()).isEqualTo(401);
    String[] asBearer = {"Authorization", "Bearer " + token.group(1)};
    assertThat(send("GET", "/atom?topic=x", "", asBearer).statusCode()).isEqualTo(303);
    assertThat(send("POST", "/account/feeds", "feed=%2Faccount", signedIn).statusCode())
        .isEqualTo(404);
    assertThat(send("POST", "/account/feeds", "feed=%2Falerts%2F0a3v%2Fatom", signedIn).body())
        .contains("/alerts/0a3v/atom?token=assay_");

    desk.doors().tokens().remove(new ReaderId(name(Role.READER)), 1, Actor.CONSOLE);
    assertThat(send("GET", "/atom?topic=%E9%95%93&" + with, "").statusCode()).isEqualTo(303);
  }

  @Test
  void tellsAdministratorsWhoDidWhat() throws IOException, InterruptedException {
    Browser admin = signIn(Role.ADMIN);
    ReaderId reader = new ReaderId(name(Role.READER));
    desk.doors().accounts().disable(reader, new Actor(name(Role.ADMIN), ""));
    String token =
        desk.doors()
            .tokens()
            .make(
                new ReaderId(name(Role.ADMIN)),
                "script",
                Set.of(TokenScope.ADMIN),
                null,
                Actor.CONSOLE)
            .orElseThrow();
    String[] byToken = {"Authorization", "Bearer " + token};

    send(
        "POST",
        "/topics/follow",
        "name=%E9%95%93&csrf=" + admin.formToken(),
        "Cookie",
        admin.cookie());

    String page = send("GET", "/audit", "", "Cookie", admin.cookie()).body();
    assertThat(page).contains("/topics/follow name=镓").doesNotContain("csrf=" + admin.formToken());
    assertThat(Jsoup.parse(page).select("[aria-label=Audit]")).as("one region").hasSize(1);
    assertThat(page).containsSubsequence("token made", "script", "user disable", "sign-in");
    String first = send("GET", "/api/v1/audit?limit=1", "", byToken).body();
    Matcher next = Pattern.compile("\"next_token\":\"(\\w+)\"").matcher(first);
    assertThat(first).contains("topics/follow");
    assertThat(next.find()).isTrue();
    assertThat(send("GET", "/api/v1/audit?limit=1&page=" + next.group(1), "", byToken).body())
        .contains("token made");
  }

  @Test
  void takesNoTokenFromAnAddressAndNoneThatIsBroken() throws IOException, InterruptedException {
    String token =
        desk.doors()
            .tokens()
            .make(
                new ReaderId(name(Role.ADMIN)),
                "test",
                Set.of(TokenScope.READ),
                null,
                Actor.CONSOLE)
            .orElseThrow();
    Route status = RouteTable.shipped().find("GET", "/api/v1/status").orElseThrow();

    assertThat(isLetIn(status, "Authorization", "Bearer " + token)).isTrue();
    assertThat(isLetIn(status, "Authorization", "Bearer " + token + "x")).isFalse();
    assertThat(isLetIn(status, "Authorization", "bearer " + token.replace("a", "b"))).isFalse();
    assertThat(isLetIn(status, "Remote-User", name(Role.ADMIN))).isFalse();
    for (String field : List.of("token", "access_token", "T", "auth")) {
      assertThat(send("GET", "/api/v1/status?" + field + "=" + token, "").statusCode())
          .isEqualTo(401);
    }
    desk.doors().accounts().disable(new ReaderId(name(Role.READER)), Actor.CONSOLE);
    desk.doors().tokens().remove(new ReaderId(name(Role.ADMIN)), 1, Actor.CONSOLE);
    assertThat(isLetIn(status, "Authorization", "Bearer " + token)).isFalse();
  }

  @Test
  void asksWhoAsksTooFastToWait() throws IOException, InterruptedException {
    stop();
    Files.writeString(folder.resolve("access.properties"), "requests-per-minute=20");
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    desk = opener.toWrite(folder);
    serving = opener.serve(desk, Desk.Listening.here(0));
    String token =
        desk.doors()
            .tokens()
            .make(
                new ReaderId(name(Role.READER)),
                "test",
                Set.of(TokenScope.READ),
                null,
                Actor.CONSOLE)
            .orElseThrow();
    String[] asReader = {"Authorization", "Bearer " + token};
    for (int i = 0; i < 20; i++) {
      assertThat(send("GET", "/api/v1/status", "", asReader).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> answer = send("GET", "/api/v1/status", "", asReader);
    while (answer.statusCode() == 200) { // a slow machine gives some back meanwhile
      answer = send("GET", "/api/v1/status", "", asReader);
    }

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[1-4]");
    assertThat(answer.body()).contains("Wait as long as Retry-After says");
    assertThat(send("GET", "/sign-in", "").statusCode()).as("others").isEqualTo(200);
  }

  @Test
  void endsAStolenSessionWithThePassword() throws IOException, InterruptedException {
    Browser own = signIn(Role.ADMIN);
    Browser stolen = signIn(Role.ADMIN);
    assertThat(own.cookie()).isNotEqualTo(stolen.cookie());
    assertThat(send("GET", "/account", "", "Cookie", stolen.cookie()).statusCode()).isEqualTo(200);

    String form =
        "old=%s&new=a+wholly+new+one&csrf=%s"
            .formatted(
                URLEncoder.encode(password(Role.ADMIN), StandardCharsets.UTF_8), own.formToken());
    assertThat(send("POST", "/account/password", form, "Cookie", own.cookie()).statusCode())
        .isEqualTo(303);
    assertThat(send("GET", "/account", "", "Cookie", stolen.cookie()).statusCode()).isEqualTo(303);
    assertThat(desk.doors().accounts().audit().newest(1).getFirst().what())
        .isEqualTo("user password");
  }

  @Test
  void sendsBackToThePageThatWasWantedAndNowhereElse() throws IOException, InterruptedException {
    assertThat(send("GET", "/search?q=%E9%92%95", "").headers().firstValue("Location"))
        .contains("/sign-in?to=%2Fsearch%3Fq%3D%25E9%2592%2595");
    for (String elsewhere : List.of("//evil.example", "https://evil.example", "/%5Cevil.example")) {
      assertThat(send("GET", "/sign-in?to=" + elsewhere, "").body())
          .contains("name=\"to\" value=\"/\"");
    }
    HttpResponse<String> page = send("GET", "/sign-in?to=/ledger", "", "Accept-Language", "zh");
    assertThat(page.body()).contains("name=\"to\" value=\"/ledger\"").contains("登录");
  }
}
