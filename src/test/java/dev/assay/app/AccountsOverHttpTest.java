package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.access.Accounts;
import dev.assay.access.Actor;
import dev.assay.access.AuditLine;
import dev.assay.access.Role;
import dev.assay.access.Sessions;
import dev.assay.access.TokenScope;
import dev.assay.article.ReaderId;
import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Accounts, tokens and sessions, as programs look after them.
final class AccountsOverHttpTest {

  private static final ReaderId WEI = new ReaderId("wei");
  private static final String PASSWORD = "碧海青天夜夜心，人间别久不成悲";

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  private Desk desk;
  private Desk.Serving serving;

  @BeforeEach
  void start() {
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    desk = opener.toWrite(folder);
    serving = opener.serve(desk, Desk.Listening.here(0));
  }

  @AfterEach
  void stop() {
    serving.close();
    desk.close();
  }

  private String token(String name, Role role, TokenScope... scopes) {
    desk.doors().accounts().add(name, role, PASSWORD, Actor.CONSOLE);
    return desk.doors()
        .tokens()
        .make(new ReaderId(name), "script", Set.of(scopes), null, Actor.CONSOLE)
        .orElseThrow();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serving.port() + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path, String token)
      throws IOException, InterruptedException {
    return send("GET", "/api/v1" + path, "", "Authorization", "Bearer " + token);
  }

  private HttpResponse<String> post(String path, String token, String body)
      throws IOException, InterruptedException {
    return send("POST", "/api/v1" + path, body, "Authorization", "Bearer " + token);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void tellsAProgramWhoItIs() throws Exception {
    assertThat(send("GET", "/api/v1/account", "").body())
        .isEqualTo("{\"name\":\"local\",\"role\":\"admin\",\"by\":\"here\",\"scopes\":null}");

    String token = token("wei", Role.EDITOR, TokenScope.READ, TokenScope.MCP);
    assertThat(get("/account", token).body())
        .isEqualTo(
            "{\"name\":\"wei\",\"role\":\"editor\",\"by\":\"token\",\"scopes\":[\"mcp\",\"read\"]}");
  }

  @Test
  void makesListsAndEndsTokensThatOpenNoMoreThanTheOneThatMakesThem() throws Exception {
    String token = token("wei", Role.READER, TokenScope.ADMIN, TokenScope.READ);

    HttpResponse<String> made =
        post("/account/tokens", token, "{\"label\":\"周报\",\"scopes\":[\"read\"],\"days\":90}");
    assertThat(made.statusCode()).isEqualTo(201);
    String other = json(made).path("token").asString();
    assertThat(get("/status", other).statusCode()).isEqualTo(200);
    assertThat(get("/account/tokens", other).statusCode()).as("read alone").isEqualTo(403);

    JsonNode first = json(get("/account/tokens?limit=1", token));
    assertThat(first.at("/tokens/0/label").asString()).isEqualTo("周报");
    assertThat(first.at("/tokens/0/used_from").asString()).isEqualTo("127.0.0.1");
    JsonNode second =
        json(get("/account/tokens?limit=1&page=" + first.path("next_token").asString(), token));
    assertThat(second.at("/tokens/0/label").asString()).isEqualTo("script");
    assertThat(second.path("next_token").isNull()).isTrue();

    String id = first.at("/tokens/0/id").asString();
    assertThat(post("/account/tokens/" + id + "/remove", token, "").statusCode()).isEqualTo(200);
    assertThat(get("/status", other).statusCode()).isEqualTo(401);
    assertThat(post("/account/tokens/" + id + "/remove", token, "").statusCode()).isEqualTo(404);

    assertThat(
            post("/account/tokens", token, "{\"label\":\"x\",\"scopes\":[\"write\"]}").statusCode())
        .isEqualTo(403);
    for (String wrong :
        List.of(
            "{\"label\":\"x\",\"scopes\":[]}",
            "{\"label\":\"x\",\"scopes\":\"read\"}",
            "{\"label\":\"x\",\"scopes\":[\"feed\"]}",
            "{\"label\":\"\",\"scopes\":[\"read\"]}",
            "{\"label\":7,\"scopes\":[\"read\"]}",
            "{\"label\":\"x\",\"scopes\":[\"read\"],\"days\":0}",
            "{\"label\":\"x\",\"scopes\":[\"read\"],\"days\":\"9\"}",
            "[]",
            "")) {
      assertThat(post("/account/tokens", token, wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void changesAPasswordForWhomKnowsTheOldOneAndEndsSessions() throws Exception {
    String token = token("wei", Role.READER, TokenScope.ADMIN);
    var here = new Sessions.Place("192.0.2.1", "a browser");
    desk.doors().sessions().signIn("wei", PASSWORD, here);
    desk.doors().sessions().signIn("wei", PASSWORD, here);
    JsonNode sessions = json(get("/account/sessions", token)).path("sessions");
    assertThat(sessions.size()).isEqualTo(2);
    String id = sessions.path(0).path("id").asString();
    assertThat(post("/account/sessions/" + id + "/end", token, "").statusCode()).isEqualTo(200);
    assertThat(desk.doors().sessions().of(WEI)).hasSize(1);

    String wrong = "{\"old\":\"no, not that one\",\"new\":\"a wholly new one\"}";
    assertThat(post("/account/password", token, wrong).statusCode()).isEqualTo(400);
    String weak = "{\"old\":\"%s\",\"new\":\"short\"}".formatted(PASSWORD);
    assertThat(post("/account/password", token, weak).statusCode()).isEqualTo(400);
    assertThat(desk.doors().sessions().of(WEI)).as("none begins by it").hasSize(1);
    String right = "{\"old\":\"%s\",\"new\":\"a wholly new one\"}".formatted(PASSWORD);
    assertThat(post("/account/password", token, right).statusCode()).isEqualTo(200);
    assertThat(desk.doors().sessions().of(WEI)).isEmpty();

    for (int i = 0; i < 5; i++) {
      post("/account/password", token, wrong);
    }
    HttpResponse<String> guessed = post("/account/password", token, wrong);
    assertThat(guessed.statusCode()).isEqualTo(429);
    assertThat(guessed.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void letsAdministratorsLookAfterAccounts() throws Exception {
    String admin = token("李", Role.ADMIN, TokenScope.ADMIN);
    String reader = token("wei", Role.READER, TokenScope.ADMIN);
    assertThat(get("/users", reader).statusCode()).isEqualTo(403);

    String ana = "{\"name\":\"ana\",\"role\":\"reader\",\"password\":\"a long enough one\"}";
    assertThat(post("/users", admin, ana).statusCode()).isEqualTo(201);
    assertThat(post("/users", admin, ana).statusCode()).as("taken").isEqualTo(409);
    List<String> names = new ArrayList<>();
    JsonNode page = json(get("/users?limit=2", admin));
    page.path("users").forEach(user -> names.add(user.path("name").asString()));
    page = json(get("/users?limit=2&page=" + page.path("next_token").asString(), admin));
    page.path("users").forEach(user -> names.add(user.path("name").asString()));
    assertThat(names).containsExactly("ana", "wei", "李");

    assertThat(
            json(post("/users/ana/role", admin, "{\"role\":\"editor\"}")).path("role").asString())
        .isEqualTo("editor");
    assertThat(post("/users/ana/role", admin, "{\"role\":\"owner\"}").statusCode()).isEqualTo(400);
    assertThat(post("/users/wei/disable", admin, "").statusCode()).isEqualTo(200);
    assertThat(get("/account/tokens", reader).statusCode()).isEqualTo(401);
    assertThat(post("/users/wei/enable", admin, "").statusCode()).isEqualTo(200);
    assertThat(get("/account/tokens", reader).statusCode()).isEqualTo(200);
    assertThat(post("/users/ana/password", admin, "{\"password\":\"x\"}").statusCode())
        .isEqualTo(400);
    assertThat(
            post("/users/ana/password", admin, "{\"password\":\"another long one\"}").statusCode())
        .isEqualTo(200);
    assertThat(
            post("/users/ana/link", admin, "{\"subject\":\"https://id.example 7\"}").statusCode())
        .isEqualTo(200);
    assertThat(post("/users/%E6%9D%8E/role", admin, "{\"role\":\"reader\"}").statusCode())
        .as("nobody could look after the desk")
        .isEqualTo(409);
    assertThat(post("/users/%E6%9D%8E/remove", admin, "").statusCode()).isEqualTo(400);
    assertThat(post("/users/ana/remove", admin, "").statusCode()).isEqualTo(200);
    assertThat(get("/users/ana", admin).statusCode()).isEqualTo(404);

    List<AuditLine> audit = desk.doors().accounts().audit().newest(7);
    assertThat(audit)
        .extracting(line -> line.who() + " " + line.what() + " " + line.target())
        .containsExactly(
            "李 user remove ana",
            "李 user subject ana https://id.example 7",
            "李 user password ana",
            "李 user enable wei",
            "李 user disable wei",
            "李 user role ana editor",
            "李 user add ana reader");
    assertThat(audit).allMatch(line -> line.address().equals("127.0.0.1"));
  }

  @Test
  void makesTheFirstAccountOnTheCommandLineAlone() throws Exception {
    String ana = "{\"name\":\"ana\",\"role\":\"admin\",\"password\":\"a long enough one\"}";
    for (String path : List.of("/users", "/account/tokens", "/account/feeds")) {
      HttpResponse<String> answer = send("POST", "/api/v1" + path, ana, "Accept-Language", "zh");
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.body()).contains("本站没有账户").contains("assay user add");
    }
    assertThat(desk.doors().accounts().exist()).isFalse();
    for (String name : List.of("local", "console", "provider")) {
      assertThat(desk.doors().accounts().add(name, Role.ADMIN, PASSWORD, Actor.CONSOLE))
          .as(name)
          .isEqualTo(Accounts.Change.NO_NAME);
    }
  }

  @Test
  void givesTheListOfTopicsWithFeedsThatItsOwnAddressOpens() throws Exception {
    desk.topics().saved().save("镓");
    desk.topics().saved().save("R&D");
    String token = token("wei", Role.READER, TokenScope.ADMIN, TokenScope.READ);
    String plain = send("GET", "/opml", "", "Authorization", "Bearer " + token).body();
    assertThat(plain).contains("/atom?topic=%E9%95%93\"").doesNotContain("assay_");

    HttpResponse<String> made = post("/account/feeds", token, "{\"feed\":\"/opml\"}");
    String address = json(made).path("address").asString();
    assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+/opml\\?token=assay_\\w{49}");
    String list =
        send("GET", URI.create(address).getPath() + "?" + URI.create(address).getQuery(), "")
            .body();
    Matcher feeds = Pattern.compile("xmlUrl=\"http://[^/]+([^\"]+)\"").matcher(list);
    List<String> found = feeds.results().map(feed -> feed.group(1).replace("&amp;", "&")).toList();
    assertThat(found).hasSize(2);
    for (String feed : found) {
      assertThat(send("GET", feed, "").statusCode()).as(feed).isEqualTo(200);
      assertThat(send("GET", feed.replace("topic=", "q="), "").statusCode())
          .as("a search is not on the list")
          .isEqualTo(303);
    }
    String secret = address.substring(address.indexOf("token=") + 6);
    assertThat(send("GET", "/?token=" + secret, "").statusCode()).isEqualTo(303);
    assertThat(post("/account/feeds", token, "{\"feed\":\"/account\"}").statusCode())
        .isEqualTo(400);
    String https = send("GET", "/opml?token=" + secret, "", "X-Forwarded-Proto", "https").body();
    assertThat(https).contains("xmlUrl=\"https://127.0.0.1:");
  }
}
