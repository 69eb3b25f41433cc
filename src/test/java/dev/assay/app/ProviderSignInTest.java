package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.access.Actor;
import dev.assay.access.Role;
import dev.assay.access.TokenScope;
import dev.assay.app.MadeProvider.Fault;
import dev.assay.article.ReaderId;
import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signs in by an OpenID provider as a browser does, and as whoever would like to be taken for
/// another.
final class ProviderSignInTest {

  private static final Pattern COOKIE = Pattern.compile("([\\w-]+)=([^;]*)");

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  private MadeProvider provider;
  private Desk desk;
  private Desk.Serving serving;
  private String home;

  @BeforeEach
  void start() throws IOException {
    provider = new MadeProvider();
  }

  private void serve(String... settings) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    home = "http://127.0.0.1:" + port;
    Path file = folder.resolve("access.properties");
    Files.writeString(
        file,
        """
        public.url=%s
        auth.oidc.issuer=%s
        auth.oidc.client=%s
        auth.oidc.secret=%s
        auth.oidc.label=Example
        %s
        """
            .formatted(
                home,
                provider.issuer(),
                MadeProvider.CLIENT,
                MadeProvider.SECRET,
                String.join("\n", settings)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    desk = opener.toWrite(folder);
    serving = opener.serve(desk, Desk.Listening.here(port));
    desk.doors().accounts().add("wei", Role.EDITOR, "a password of twelve", Actor.CONSOLE);
  }

  @AfterEach
  void stop() {
    serving.close();
    desk.close();
    provider.close();
  }

  /// One browser with its cookies.
  private final class Browser {
    private final java.util.Map<String, String> cookies = new java.util.HashMap<>();

    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
      return send(HttpRequest.newBuilder(address).GET());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return get(URI.create(home + path));
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
      return send(
          HttpRequest.newBuilder(URI.create(home + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      if (!cookies.isEmpty()) {
        request.header(
            "Cookie",
            cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(java.util.stream.Collectors.joining("; ")));
      }
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      for (String given : answer.headers().allValues("Set-Cookie")) {
        Matcher cookie = COOKIE.matcher(given);
        if (cookie.lookingAt()) {
          cookies.put(cookie.group(1), cookie.group(2));
        }
      }
      return answer;
    }

    String formToken() throws IOException, InterruptedException {
      Matcher token =
          Pattern.compile("name=\"form-token\" content=\"([\\w-]+)\"")
              .matcher(get("/sign-in").body());
      assertThat(token.find()).isTrue();
      return token.group(1);
    }

    /// Leaves for the provider and comes back, without asking what it came back with.
    URI thereAndBack() throws IOException, InterruptedException {
      return MadeProvider.next(get(MadeProvider.next(get("/sign-in/provider?to=/ledger"))));
    }

    Optional<String> signedInAs() throws IOException, InterruptedException {
      HttpResponse<String> account = get("/account");
      Matcher name = Pattern.compile("<b>([^<]+)</b> ").matcher(account.body());
      return account.statusCode() == 200 && name.find()
          ? Optional.of(name.group(1))
          : Optional.empty();
    }

    void signInByPassword() throws IOException, InterruptedException {
      assertThat(
              post("/sign-in", "name=wei&password=a+password+of+twelve&csrf=" + formToken())
                  .statusCode())
          .isEqualTo(303);
    }
  }

  @Test
  void signsInTheAccountThatIsTheirs() throws IOException, InterruptedException {
    serve();
    desk.doors()
        .accounts()
        .setSubject(new ReaderId("wei"), provider.issuer() + " 1001", Actor.CONSOLE);
    Browser browser = new Browser();

    assertThat(browser.get("/sign-in?to=/ledger").body())
        .contains("href=\"/sign-in/provider?to=/ledger\">Sign in with Example<");
    HttpResponse<String> answer = browser.get(browser.thereAndBack());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(MadeProvider.next(answer)).hasToString("/ledger");
    assertThat(browser.signedInAs()).contains("wei");
    assertThat(MadeProvider.next(browser.post("/sign-out", "csrf=" + browser.formToken())))
        .hasToString("/sign-in?left");
    assertThat(browser.get("/sign-in?left").body())
        .contains(provider.issuer() + "/leave?")
        .contains("Sign out of Example too");
    assertThat(browser.signedInAs()).isEmpty();
  }

  @Test
  void makesNoAccountAndTakesNoneByItsNameUnlessItIsTold()
      throws IOException, InterruptedException {
    serve();
    Browser browser = new Browser();

    HttpResponse<String> answer = browser.get(browser.thereAndBack());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("no account of this desk is yours");
    assertThat(browser.signedInAs()).isEmpty();
    assertThat(desk.doors().accounts().all()).hasSize(1);
  }

  @Test
  void makesAccountsWithRolesByTheirGroupsIfItIsTold() throws IOException, InterruptedException {
    serve("auth.oidc.create=true", "auth.oidc.editors=desk, news", "auth.oidc.admins=root");
    provider.groups = List.of("news", "canteen");
    Browser browser = new Browser();
    browser.get(browser.thereAndBack());

    assertThat(browser.signedInAs()).contains("wei-2");
    assertThat(role("wei-2")).isEqualTo(Role.EDITOR);
    assertThat(role("wei")).isEqualTo(Role.EDITOR);

    provider.groups = List.of();
    browser.get(browser.thereAndBack());
    assertThat(browser.signedInAs()).contains("wei-2");
    assertThat(role("wei-2")).isEqualTo(Role.READER);

    provider.subject = "1002";
    provider.name = "<script> 王 伟";
    Browser another = new Browser();
    another.get(another.thereAndBack());
    assertThat(another.signedInAs()).contains("script王伟");
  }

  private Role role(String name) {
    return desk.doors().accounts().find(new ReaderId(name)).orElseThrow().role();
  }

  @Test
  void connectsAnAccountOnlyInTheBrowserOfItsOwner() throws IOException, InterruptedException {
    serve();
    Browser owner = new Browser();
    owner.signInByPassword();
    assertThat(owner.post("/account/provider", "").statusCode()).isEqualTo(403);
    HttpResponse<String> page = owner.post("/account/provider", "csrf=" + owner.formToken());
    Matcher onward = Pattern.compile("href=\"(http[^\"]+authorize[^\"]+)\"").matcher(page.body());
    assertThat(onward.find()).isTrue();
    URI back = MadeProvider.next(owner.get(URI.create(onward.group(1).replace("&amp;", "&"))));

    Browser thief = new Browser();
    assertThat(thief.get(back).statusCode()).isEqualTo(403);
    thief.cookies.put("assay-way", owner.cookies.get("assay-way"));
    assertThat(thief.get(back).statusCode()).isEqualTo(403);
    assertThat(thief.signedInAs()).isEmpty();

    URI again = MadeProvider.next(owner.get(URI.create(onward.group(1).replace("&amp;", "&"))));
    owner.get(again);
    Browser later = new Browser();
    later.get(later.thereAndBack());
    assertThat(later.signedInAs()).contains("wei");
  }

  @Test
  void letsNobodyInByAnAnswerThatDoesNotHold() throws IOException, InterruptedException {
    serve("auth.oidc.create=true");
    for (Fault fault : Fault.values()) {
      provider.fault = fault;
      Browser browser = new Browser();
      HttpResponse<String> answer = browser.get(browser.thereAndBack());

      boolean holds = fault == Fault.NONE;
      assertThat(answer.statusCode()).as(fault.name()).isEqualTo(holds ? 303 : 403);
      assertThat(browser.signedInAs().isPresent()).as(fault.name()).isEqualTo(holds);
    }
    assertThat(desk.doors().accounts().all()).as("wei, and the one that held").hasSize(2);
    assertThat(desk.doors().accounts().audit().newest(1).getFirst().what())
        .isEqualTo("sign-in refused");
  }

  @Test
  void takesAnAnswerOnceAndFromTheBrowserThatAsked() throws IOException, InterruptedException {
    serve("auth.oidc.create=true");
    Browser victim = new Browser();
    Browser attacker = new Browser();
    URI attackersAnswer = attacker.thereAndBack();

    victim.thereAndBack();
    assertThat(victim.get(attackersAnswer).statusCode()).as("another's state").isEqualTo(403);
    assertThat(victim.get("/sign-in/provider/back").statusCode()).isEqualTo(403);
    assertThat(victim.get("/sign-in/provider/back?code=x&state=y").statusCode()).isEqualTo(403);
    assertThat(victim.signedInAs()).isEmpty();

    URI answer = victim.thereAndBack();
    String way = victim.cookies.get("assay-way");
    victim.get(answer);
    assertThat(victim.signedInAs()).contains("wei-2");
    Browser replaying = new Browser();
    replaying.cookies.put("assay-way", way);
    assertThat(replaying.get(answer).statusCode()).as("the code was used").isEqualTo(403);
  }

  @Test
  void saysThatTheProviderCannotBeReached() throws IOException, InterruptedException {
    serve();
    provider.close();

    HttpResponse<String> answer = new Browser().get("/sign-in/provider");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).contains("Example cannot be reached. Try again in a while");
  }

  @Test
  void letsAssistantsInByTokensThatTheProviderMadeForThisDesk()
      throws IOException, InterruptedException {
    serve();
    desk.doors()
        .accounts()
        .setSubject(new ReaderId("wei"), provider.issuer() + " 1001", Actor.CONSOLE);

    assertThat(new Browser().get("/.well-known/oauth-protected-resource/mcp").body())
        .contains("\"authorization_servers\":[\"" + provider.issuer() + "\"]")
        .contains("\"resource\":\"" + home + "/mcp\"");
    assertThat(mcp("")).isEqualTo(401);
    assertThat(mcp(provider.accessToken(home + "/mcp", "openid mcp"))).isEqualTo(200);
    assertThat(mcp(provider.accessToken(home, "mcp"))).isEqualTo(200);
    assertThat(mcp(provider.accessToken(home + "/mcp", "openid"))).as("scope").isEqualTo(403);
    assertThat(mcp(provider.accessToken("https://elsewhere.example/mcp", "mcp"))).isEqualTo(401);
    provider.fault = Fault.OTHER_KEY;
    assertThat(mcp(provider.accessToken(home + "/mcp", "mcp"))).isEqualTo(401);
    provider.fault = Fault.NONE;
    provider.subject = "1002";
    assertThat(mcp(provider.accessToken(home + "/mcp", "mcp"))).as("nobody here").isEqualTo(401);
    assertThat(
            mcp(
                desk.doors()
                    .tokens()
                    .make(new ReaderId("wei"), "t", Set.of(TokenScope.MCP), null, Actor.CONSOLE)
                    .orElseThrow()))
        .isEqualTo(200);
  }

  private int mcp(String token) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(home + "/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}"));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() == 401) {
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
          .contains("resource_metadata=\"" + home + "/.well-known/oauth-protected-resource/mcp\"");
    }
    return answer.statusCode();
  }
}
