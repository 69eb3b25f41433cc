package dev.assay.watch.send;

import static dev.assay.watch.WatchDesk.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.article.Language;
import dev.assay.watch.Channel;
import dev.assay.watch.Delivery;
import dev.assay.watch.WatchDesk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Messages as programs take them that others wrote: Debian's ntfy, and Debian's Apprise behind the
/// one route of its API, which hands what it gets on to that ntfy. `.ci/run` installs both.
final class RealReceiversTest {

  private static final Path NTFY = Path.of("/usr/bin/ntfy");
  private static final Path APPRISE = Path.of("/usr/bin/apprise");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// `POST /notify` with `urls`, `title`, `body` and `format`, as the API of Apprise has it.
  private static final String APPRISE_API =
      """
      import apprise, http.server, json, sys
      class Notify(http.server.BaseHTTPRequestHandler):
          def do_GET(self):
              self.send_response(200); self.end_headers()
          def do_POST(self):
              given = json.loads(self.rfile.read(int(self.headers['Content-Length'])))
              told = apprise.Apprise()
              known = told.add(given['urls'])
              done = known and told.notify(title=given['title'], body=given['body'], body_format=given['format'])
              self.send_response(200 if done else 424); self.end_headers()
      http.server.HTTPServer(('127.0.0.1', int(sys.argv[1])), Notify).serve_forever()
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> started = new ArrayList<>();

  @TempDir private Path folder;
  private WatchDesk desk;
  private int ntfy;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    assumeTrue(Files.exists(NTFY), "Debian's ntfy");
    ntfy = freePort();
    run(
        ntfy,
        NTFY.toString(),
        "serve",
        "--listen-http",
        "127.0.0.1:" + ntfy,
        "--base-url",
        "http://127.0.0.1:" + ntfy,
        "--cache-file",
        folder.resolve("ntfy.db").toString());
    desk = new WatchDesk(folder.resolve("data"));
  }

  @AfterEach
  void stop() {
    started.forEach(Process::destroy);
    if (desk != null) {
      desk.close();
    }
    client.shutdownNow();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Starts a program and waits until its port answers.
  private void run(int port, String... command) throws IOException, InterruptedException {
    started.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log" + port).toFile())
            .start());
    HttpRequest look = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port)).build();
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      try {
        client.send(look, BodyHandlers.discarding());
        return;
      } catch (IOException e) {
        Thread.sleep(100); // it is not there yet
      }
    }
    throw new IllegalStateException(Files.readString(folder.resolve("log" + port)));
  }

  /// What ntfy has of a topic.
  private List<JsonNode> published(String topic) throws IOException, InterruptedException {
    URI poll = URI.create("http://127.0.0.1:%d/%s/json?poll=1".formatted(ntfy, topic));
    return client
        .send(HttpRequest.newBuilder(poll).build(), BodyHandlers.ofString())
        .body()
        .lines()
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  private void told(Channel channel) {
    desk.rule("everything", "", List.of(channel.id()), "article.created");
    desk.comes("zh", "北岸财经", "镓的许可少了两张", "镓的出口许可本周又少了两张。松岭矿业的一位经理说，客户正在把订单推到明年春天，仓库里的镓还够用四个月。");
    desk.watch.firing().round();
    assertThat(desk.sending.run()).isEqualTo(1);
    assertThat(desk.watch.outbox().of(ANA, 1).getFirst().state()).isEqualTo(Delivery.State.SENT);
  }

  @Test
  void ntfyShowsTheMessageWithALink() throws IOException, InterruptedException {
    told(desk.channel("ntfy", "http://127.0.0.1:%d/desk".formatted(ntfy), ""));

    assertThat(published("desk"))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.path("title").asString()).isEqualTo("all: 镓的许可少了两张");
              assertThat(message.path("message").asString())
                  .startsWith("New article: 镓的许可少了两张 – 北岸财经\n镓的出口许可");
              assertThat(message.path("click").asString())
                  .startsWith("https://desk.example.org/alerts/");
              assertThat(message.path("tags").path(0).asString()).isEqualTo("newspaper");
            });
  }

  @Test
  void appriseHandsTheMessageOn() throws IOException, InterruptedException {
    assumeTrue(Files.exists(APPRISE), "Debian's apprise");
    int port = freePort();
    Path script = Files.writeString(folder.resolve("api.py"), APPRISE_API);
    run(port, "/usr/bin/python3", script.toString(), Integer.toString(port));
    Channel channel =
        desk.channel(
            "apprise",
            "http://127.0.0.1:%d/notify".formatted(port),
            "ntfy://127.0.0.1:%d/team".formatted(ntfy));

    told(channel);

    assertThat(published("team"))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.path("title").asString()).isEqualTo("all: 镓的许可少了两张");
              assertThat(message.path("message").asString()).contains("仓库里的镓还够用四个月");
            });
    desk.watch.channels().test(ANA, channel.id(), Language.ZH_HANS);
    desk.sending.run();
    assertThat(published("team")).hasSize(2);
  }
}
