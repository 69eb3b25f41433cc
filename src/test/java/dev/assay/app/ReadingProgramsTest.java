package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.access.Actor;
import dev.assay.access.Role;
import dev.assay.access.TokenScope;
import dev.assay.article.ReaderId;
import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What programs that speak to Google Reader ask of a desk with accounts, in the words in which
/// they ask it; and one of them, if it is installed.
final class ReadingProgramsTest {

  private static final ReaderId WEI = new ReaderId("wei");
  private static final String API = "/reader/api/0";
  private static final String READ = "user/-/state/com.google/read";
  private static final String STARRED = "user/-/state/com.google/starred";
  private static final String ALL = "user/-/state/com.google/reading-list";
  private static final Path NEWSBOAT = Path.of("/usr/bin/newsboat");
  private static final Path TMUX = Path.of("/usr/bin/tmux");

  private static final String ARTICLES =
      """
      {"id":"one","title":"分离线明年投产","source":"北岸财经","url":"https://north.example/1","published":"2025-11-01T08:00:00Z","text":"南屏矿业周二说，新的分离线将于明年三月投产，每年可出氧化镨钕4200吨。原料来自北岸的两座矿山，运距不到90公里。"}
      {"id":"two","title":"Lynas opens a plant","source":"Harbour Daily","url":"https://harbour.example/2","published":"2025-11-02T08:00:00Z","text":"Lynas said on Tuesday that its new plant will open in March. It will make 4,200 tonnes of neodymium & praseodymium a year <as planned>."}
      {"id":"three","title":"磁材厂减产","source":"北岸财经","url":"https://north.example/3","published":"2025-11-03T08:00:00Z","text":"磁材厂今年多用了一成氧化镨钕，订单却少了。厂长周三说，明年要换配方，产量将减到800吨。"}
      """;

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  private Desk desk;
  private Desk.Serving serving;
  private String password;

  @BeforeEach
  void start() {
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    Commands.run(
        opener,
        InstantSource.system(),
        Path.of("samples"),
        new Streams(
            new ByteArrayInputStream(ARTICLES.getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream(),
            false),
        new String[] {"import", "--batch", "--data", folder.resolve("data").toString()});
    desk = opener.toWrite(folder.resolve("data"));
    desk.doors().accounts().add("wei", Role.EDITOR, "a long enough password", Actor.CONSOLE);
    password =
        desk.doors()
            .tokens()
            .make(WEI, "phone", Set.of(TokenScope.READER_API), null, Actor.CONSOLE)
            .orElseThrow();
    desk.topics().saved().save("Nd");
    serving = opener.serve(desk, Desk.Listening.here(0));
  }

  @AfterEach
  void stop() {
    serving.close();
    desk.close();
  }

  private String root() {
    return "http://127.0.0.1:" + serving.port() + "/api/greader";
  }

  private HttpResponse<String> send(String method, String path, String form)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(root() + path))
            .header("Authorization", "GoogleLogin auth=" + password)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("GET", API + path, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private List<String> ids(String fields) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    get("/stream/items/ids?output=json&" + fields)
        .path("itemRefs")
        .forEach(item -> ids.add(item.path("id").asString()));
    return ids;
  }

  @Test
  void signInWithATokenAsPassword() throws IOException, InterruptedException {
    assertThat(send("POST", "/accounts/ClientLogin", "Email=wei&Passwd=" + password).body())
        .isEqualTo("SID=%1$s\nLSID=%1$s\nAuth=%1$s\n".formatted(password));
    HttpResponse<String> refused =
        send("POST", "/accounts/ClientLogin", "Email=wei&Passwd=a+long+enough+password");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).startsWith("BadAuthentication");

    password = "wrong";
    HttpResponse<String> stranger = send("GET", API + "/subscription/list", "");
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.headers().firstValue("X-Reader-Google-Bad-Token")).contains("true");
  }

  @Test
  void showOutletsAndTopicsAsFeedsInFolders() throws IOException, InterruptedException {
    assertThat(feeds()).containsExactly("Sources 北岸财经", "Sources Harbour Daily", "Topics Nd");

    JsonNode feeds = get("/subscription/list?output=json").path("subscriptions");
    String topic = feeds.path(2).path("id").asString();
    assertThat(feeds.valueStream().map(feed -> feed.path("id").asString()))
        .containsExactly("feed/1", "feed/2", "feed/3");
    desk.topics().saved().remove("Nd");
    assertThat(get("/subscription/list").path("subscriptions")).hasSize(2);
    desk.topics().saved().save("镓");
    desk.topics().saved().save("Nd");
    assertThat(
            get("/subscription/list")
                .path("subscriptions")
                .valueStream()
                .map(feed -> feed.path("title").asString() + " " + feed.path("id").asString()))
        .as("the same for ever")
        .contains("Nd feed/3", "镓 feed/4");
    desk.topics().saved().remove("镓");
    assertThat(
            get("/unread-count")
                .path("unreadcounts")
                .valueStream()
                .map(count -> count.path("id").asString()))
        .contains("feed/3", "user/-/label/Topics", ALL);
    String encoded = topic.replace("/", "%2F");
    assertThat(get("/stream/contents/" + encoded + "?n=9").path("items")).hasSize(1);
    assertThat(get("/stream/contents?s=" + encoded).path("items")).hasSize(1);
    assertThat(ids("s=user/1/label/Topics")).hasSize(1);
    assertThat(send("GET", "//reader//api/0/tag/list/?output=json", "").body())
        .contains("user/-/label/Sources");
    assertThat(send("GET", API + "/subscription/export", "").body())
        .contains("text=\"北岸财经\"")
        .contains("/atom?topic=Nd");
  }

  @Test
  void showTheCitedCardAsTheItem() throws IOException, InterruptedException {
    JsonNode item =
        get("/stream/contents?n=3&r=o")
            .path("items")
            .valueStream()
            .filter(one -> one.path("title").asString().startsWith("Lynas"))
            .findFirst()
            .orElseThrow();
    assertThat(item.path("canonical").path(0).path("href").asString())
        .isEqualTo("https://harbour.example/2");
    assertThat(item.path("summary").propertyNames().iterator().next()).isEqualTo("content");
    assertThat(item.path("summary").path("content").asString())
        .contains("neodymium &amp; praseodymium a year &lt;as planned&gt;.")
        .containsPattern("<a href=\"http://127.0.0.1:\\d+/articles/\\w{13}#p1\">\\[1]</a>");
    assertThat(item.path("published").asLong()).isEqualTo(1762070400);
    assertThat(item.path("origin").path("title").asString()).isEqualTo("Harbour Daily");
    assertThat(item.path("id").asString()).startsWith("tag:google.com,2005:reader/item/");
  }

  @Test
  void markAndStarWhatWasRead() throws IOException, InterruptedException {
    List<String> all = ids("s=" + ALL + "&n=10000");
    assertThat(all).hasSize(3);
    String first = all.getFirst();
    String hex = "%016x".formatted(Long.parseLong(first));

    assertThat(send("POST", API + "/edit-tag", "i=" + hex + "&a=" + READ + "&T=assay").body())
        .isEqualTo("OK");
    send("POST", API + "/edit-tag", "i=tag:google.com,2005:reader/item/" + hex + "&a=" + STARRED);
    assertThat(ids("s=" + STARRED)).containsExactly(first);
    assertThat(ids("s=" + READ)).containsExactly(first);
    assertThat(ids("s=" + ALL + "&xt=" + READ)).containsExactlyElementsOf(all.subList(1, 3));
    assertThat(ids("s=" + ALL + "&it=" + READ)).containsExactly(first);
    assertThat(send("POST", API + "/stream/items/contents", "i=" + first).body())
        .contains("\"categories\":[\"%s\",\"%s\",\"%s\"]".formatted(ALL, READ, STARRED));
    assertThat(get("/unread-count?output=json").path("unreadcounts").toString())
        .contains("{\"id\":\"" + ALL + "\",\"count\":2,");

    send("POST", API + "/edit-tag", "i=" + first + "&r=" + READ + "&r=" + STARRED);
    assertThat(ids("s=" + READ)).isEmpty();
    assertThat(ids("s=" + STARRED)).isEmpty();

    long after = Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
    send("POST", API + "/mark-all-as-read", "s=" + ALL + "&ts=" + after + "000000");
    assertThat(ids("s=" + ALL + "&xt=" + READ)).isEmpty();
  }

  @Test
  void turnPages() throws IOException, InterruptedException {
    JsonNode first = get("/stream/items/ids?s=" + ALL + "&n=2");
    String next = first.path("continuation").asString();
    assertThat(first.path("itemRefs")).hasSize(2);
    assertThat(ids("s=" + ALL + "&n=2&c=" + next)).hasSize(1);
    assertThat(get("/stream/items/ids?s=" + ALL + "&n=2&c=" + next).has("continuation")).isFalse();
  }

  @Test
  void hearInWordsWhatIsNotThere() throws IOException, InterruptedException {
    assertThat(send("GET", API + "/preference/list", "").body())
        .isEqualTo("Assay does not answer /api/greader/reader/api/0/preference/list.\n");
    assertThat(send("GET", API + "/stream/items/ids?s=feed/9", "").statusCode()).isEqualTo(404);
    HttpResponse<String> astray = send("GET", API + "/stream/items/ids?s=" + ALL + "&c=astray", "");
    assertThat(astray.statusCode()).isEqualTo(400);
    assertThat(astray.body()).startsWith("c is no continuation of this stream.");
    assertThat(
            send("POST", API + "/subscription/edit", "ac=subscribe&s=feed/http://127.0.0.1:9/")
                .statusCode())
        .isEqualTo(404);
    assertThat(send("POST", API + "/subscription/quickadd", "quickadd=").body())
        .isEqualTo("Name an address to follow, or a topic.\n");
    assertThat(send("POST", API + "/subscription/import", "no list").body())
        .isEqualTo("This is no OPML list of feeds.\n");
  }

  /// Titles and folders of the feeds.
  private List<String> feeds() throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    get("/subscription/list?output=json")
        .path("subscriptions")
        .forEach(
            feed ->
                lines.add(
                    feed.path("categories").path(0).path("label").asString()
                        + " "
                        + feed.path("title").asString()));
    return lines;
  }

  @Test
  void fileAndGiveUpWhatIsFollowed() throws IOException, InterruptedException {
    String list =
        "<opml version=\"2.0\"><body><outline text=\"能源\"><outline text=\"Harbour Daily\""
            + " type=\"rss\" xmlUrl=\"https://harbour.example/feed\"/></outline></body></opml>";
    assertThat(send("POST", API + "/subscription/import", list).body()).isEqualTo("OK");
    assertThat(feeds()).containsExactly("Sources 北岸财经", "能源 Harbour Daily", "Topics Nd");

    JsonNode feed = get("/subscription/list").path("subscriptions").path(1);
    assertThat(feed.path("url").asString()).isEqualTo("https://harbour.example/feed");
    String stream = feed.path("id").asString();
    assertThat(ids("s=" + stream)).isEmpty();
    send("POST", API + "/subscription/edit", "ac=edit&t=Harbour&a=user/-/label/Ports&s=" + stream);
    assertThat(feeds()).contains("Ports Harbour", "Sources Harbour Daily");
    send("POST", API + "/rename-tag", "s=user/-/label/Ports&dest=user/-/label/Docks");
    assertThat(feeds()).contains("Docks Harbour");
    send("POST", API + "/disable-tag", "s=user/1/label/Docks");
    assertThat(feeds()).contains("Sources Harbour");
    assertThat(send("GET", API + "/subscription/export", "").body())
        .contains("xmlUrl=\"https://harbour.example/feed\"");
    send("POST", API + "/subscription/edit", "ac=unsubscribe&s=" + stream);
    assertThat(feeds()).containsExactly("Sources 北岸财经", "Sources Harbour Daily", "Topics Nd");
  }

  /// Newsboat under a terminal of its own: it fetches, opens an article, which makes it read, and
  /// stars it.
  @Test
  @Tag("browser")
  void workWithNewsboat() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.exists(NEWSBOAT) && Files.exists(TMUX));
    Files.writeString(
        folder.resolve("config"),
        """
        urls-source "freshrss"
        freshrss-url "%s"
        freshrss-login "wei"
        freshrss-password "%s"
        freshrss-flag-star "s"
        freshrss-show-special-feeds no
        show-read-feeds no
        """
            .formatted(root(), password));
    String newsboat = "%s -C config -c cache.db -u urls".formatted(NEWSBOAT);
    assertThat(run((newsboat + " -x reload print-unread").split(" ")))
        .contains("3 unread articles");

    String socket = "assay" + serving.port();
    run(TMUX.toString(), "-L", socket, "new-session", "-d", "-x", "100", "-y", "30", newsboat);
    try {
      keys(socket, "Enter", "Enter", "C-e", "s", "Enter", "q", "q");
      awaitOne(STARRED);
      awaitOne(READ);
    } finally {
      run(TMUX.toString(), "-L", socket, "kill-server");
    }
    assertThat(ids("s=" + STARRED)).isEqualTo(ids("s=" + READ));
  }

  private void keys(String socket, String... keys) throws IOException, InterruptedException {
    for (String key : keys) {
      Thread.sleep(1_500); // a screen is drawn before the next key means something
      run(TMUX.toString(), "-L", socket, "send-keys", key);
    }
  }

  private void awaitOne(String stream) throws IOException, InterruptedException {
    for (int i = 0; i < 60 && ids("s=" + stream).isEmpty(); i++) {
      Thread.sleep(500);
    }
    assertThat(ids("s=" + stream)).hasSize(1);
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("TERM", "xterm");
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }
}
