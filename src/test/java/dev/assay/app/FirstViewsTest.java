package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class FirstViewsTest {

  private static final String FIRST =
      "<a href=\"/sources\">Sources</a> <a href=\"/topics/%E9%95%93\">镓</a>"
          + " <a href=\"/topics/gallium\">gallium</a> <a href=\"/articles/0abc#p2\">An article</a>";

  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

  private final Set<String> purposes = ConcurrentHashMap.newKeySet();

  private HttpServer server(String first) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          purposes.add(String.valueOf(exchange.getRequestHeaders().getFirst("Sec-Purpose")));
          byte[] page = first.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          try (var out = exchange.getResponseBody()) {
            out.write(page);
          }
        });
    server.start();
    return server;
  }

  private List<String> looked(String first, int pages) throws IOException, InterruptedException {
    HttpServer server = server(first);
    List<String> paths = new ArrayList<>();
    try (FirstViews _ = FirstViews.start("127.0.0.1", server.getAddress().getPort())) {
      for (int i = 0; i < pages; i++) {
        paths.add(asked.poll(60, TimeUnit.SECONDS));
      }
    } finally {
      server.stop(0);
    }
    return paths;
  }

  @Test
  void looksAtTheFirstTopicAndArticleThatTheFirstPageNames()
      throws IOException, InterruptedException {
    assertThat(looked(FIRST, 5))
        .containsExactly("/", "/topics/%E9%95%93", "/articles/0abc", "/search?q=a", "/ledger");
    assertThat(purposes).as("else the article would count as read").containsExactly("prefetch");
  }

  @Test
  void looksAtWhatAnEmptyDeskHas() throws IOException, InterruptedException {
    assertThat(looked("<p>没有文章。</p>", 3)).containsExactly("/", "/search?q=a", "/ledger");
  }
}
