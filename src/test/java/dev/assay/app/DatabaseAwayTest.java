package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Identity;
import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import dev.assay.store.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk whose database cannot be reached for a while, such as in a restart.
final class DatabaseAwayTest {

  private static final Pattern PORT = Pattern.compile(":(\\d+)/");
  private static final Pattern STYLES = Pattern.compile("/assets/[^\"]+\\.css");

  @TempDir private Path folder;

  /// The line between a desk and its database.
  private static final class Line implements AutoCloseable {
    private final ServerSocket here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int there;
    private volatile boolean cut;

    Line(int there) throws IOException {
      this.there = there;
      Thread.startVirtualThread(this::carryAll);
    }

    int port() {
      return here.getLocalPort();
    }

    void cut() {
      cut = true;
      open.forEach(Line::end);
    }

    void mend() {
      cut = false;
    }

    private void carryAll() {
      while (!here.isClosed()) {
        try {
          Socket client = here.accept();
          Socket server = new Socket(InetAddress.getLoopbackAddress(), there);
          open.addAll(Set.of(client, server));
          Thread.startVirtualThread(() -> carry(client, server));
          Thread.startVirtualThread(() -> carry(server, client));
          if (cut) {
            cut();
          }
        } catch (IOException e) {
          cut();
        }
      }
    }

    private static void carry(Socket from, Socket to) {
      try (from;
          to) {
        from.getInputStream().transferTo(to.getOutputStream());
      } catch (IOException e) {
        end(to); // the line was cut
      }
    }

    private static void end(Socket socket) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      here.close();
      cut();
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();

  private CompletableFuture<HttpResponse<String>> ask(
      Desk.Serving serving, String path, String language) {
    URI address = URI.create("http://127.0.0.1:%d%s".formatted(serving.port(), path));
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Accept-Language", language).build();
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  @Test
  void tellsReadersInWordsAnswersThatItLivesAndGoesOnWhenTheDatabaseIsBack() throws IOException {
    String store = PostgresServer.shared().address(folder).shown();
    Matcher port = PORT.matcher(store);
    assertThat(port.find()).isTrue();
    Desk.Opener desks = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    try (Line line = new Line(Integer.parseInt(port.group(1)))) {
      Desk.Opener away = desks.at(port.replaceFirst(":" + line.port() + "/"));
      try (Desk desk = away.toWrite(folder);
          Desk.Serving serving = away.serve(desk, Desk.Listening.here(0))) {
        HttpResponse<String> page = ask(serving, "/", "en").join();
        assertThat(page.statusCode()).isEqualTo(200);
        Matcher styles = STYLES.matcher(page.body());
        assertThat(styles.find()).isTrue();

        line.cut();
        var chinese = ask(serving, "/", "zh");
        var english = ask(serving, "/", "en");
        var program = ask(serving, "/api/v1/today", "zh");
        var health = ask(serving, "/health", "en");
        assertThat(ask(serving, "/live", "en").join().body()).isEqualTo("alive\n");
        assertThat(ask(serving, styles.group(), "en").join().statusCode()).isEqualTo(200);
        assertThat(health.join().statusCode()).isEqualTo(503);
        assertThat(health.join().body()).isEqualTo("{\"status\":\"failing\"}");
        assertThat(chinese.join().statusCode()).isEqualTo(503);
        assertThat(chinese.join().headers().firstValue("Retry-After")).isPresent();
        assertThat(chinese.join().body()).contains("暂时读不到已存的内容", "请稍后再试");
        assertThat(english.join().body()).contains("The desk cannot reach what it keeps");
        assertThat(program.join().statusCode()).isEqualTo(503);
        assertThat(program.join().body()).contains("本台暂时读不到已存的内容。");

        line.mend();
        assertThat(ask(serving, "/", "en").join().statusCode()).isEqualTo(200);
        assertThat(ask(serving, "/health", "en").join().statusCode()).isEqualTo(200);
      }
    }
  }

  /// Trying again would not help.
  @Test
  void tellsOfAnArticleThatIsDamagedAsOfAFault() throws SQLException {
    Desk.Opener desks = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    try (Desk desk = desks.toWrite(folder);
        Desk.Serving serving = desks.serve(desk, Desk.Listening.here(0))) {
      Map<String, String> article =
          Map.of("id", "weir", "title", "Weir repaired", "text", "The weir at Carrow is repaired.");
      BatchLines.take(desk, Instant.parse("2026-03-01T08:00:00Z"), article, Map.of());
      try (Connection connection =
              DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("assay.db"));
          Statement statement = connection.createStatement()) {
        statement.execute("update article set body = x'00'");
      }
      String path = "/articles/" + new Identity.OfExternal("", "weir").articleId();

      HttpResponse<String> answer = ask(serving, path, "en").join();

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
      assertThat(answer.body()).contains("Something went wrong");
    }
  }
}
