package dev.assay.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.clean.CleanResult;
import dev.assay.clean.Cleaner;
import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import dev.assay.fetch.Fetcher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Articles told on several pages come in whole.
class FurtherPagesTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");
  private static final FetchSettings LOCAL =
      new FetchSettings(
          Duration.ofSeconds(5), 100_000, 2, PrivateAddresses.ALLOWED, Duration.ZERO, "test");

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(404, -1));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void joinsThePagesThatAnArticleNames() {
    serve(
        "/metal",
        StandardCharsets.UTF_8,
        page("Prices", "One", "<a href='/metal/2'>Next page</a>"));
    serve(
        "/metal/2",
        StandardCharsets.UTF_8,
        page("Prices", "Two", "<a rel=next href='/metal/3'>3</a>"));
    serve(
        "/metal/3", StandardCharsets.UTF_8, page("Prices", "Three", "<a href='/metal/9'>Next</a>"));

    assertThat(texts("/metal")).containsExactly(english("One"), english("Two"), english("Three"));
  }

  @Test
  void joinsChinesePagesInTheirOwnEncoding() {
    Charset gbk = Charset.forName("GB18030");
    serve("/c/t1121_88.html", gbk, page("价格", chinese("第一页"), "<a href='t1121_88_1.html'>下一页</a>"));
    serve("/c/t1121_88_1.html", gbk, page("价格", chinese("第二页"), "<a href='t1121_88.html'>上一页</a>"));

    assertThat(texts("/c/t1121_88.html"))
        .containsExactly(english(chinese("第一页")), english(chinese("第二页")));
  }

  @Test
  void endsWhereAPageIsMissingOrLeadsBack() {
    serve("/lost", StandardCharsets.UTF_8, page("Lost", "One", "<a href='/lost/2'>Next page</a>"));
    server.createContext(
        "/ring",
        exchange ->
            answer(
                exchange,
                page("Ring", "One", "<a href='?page=2'>Next page</a>")
                    .getBytes(StandardCharsets.UTF_8)));

    assertThat(texts("/lost")).containsExactly(english("One"));
    assertThat(texts("/ring")).containsExactly(english("One"));
  }

  private List<String> texts(String path) {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    try (Fetcher fetcher = new Fetcher(LOCAL, () -> NOW)) {
      List<Given> given = new Inputs(fetcher, () -> NOW).of(address).toList();
      Given.Document document = (Given.Document) given.getFirst();
      Article article = ((CleanResult.Cleaned) new Cleaner().clean(document.document())).article();
      return article.paragraphs().stream().map(Paragraph::text).toList();
    }
  }

  private static String english(String text) {
    return text
        + " begins a paragraph of its own, on what the mills of the region pay for their metal and how long they mean to go on paying it, as they told us.";
  }

  private static String chinese(String text) {
    return text + "的内容是本地区各家工厂为金属支付的价格，以及它们打算按这一价格采购多久，数据来自对二十家工厂的调查。";
  }

  private static String page(String title, String text, String link) {
    return "<html><title>%s</title><body><h1>%s</h1><article><p>%s</p></article><div>%s</div></body></html>"
        .formatted(title, title, english(text), link);
  }

  private void serve(String path, Charset charset, String html) {
    server.createContext(path, exchange -> answer(exchange, html.getBytes(charset)));
  }

  private static void answer(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
