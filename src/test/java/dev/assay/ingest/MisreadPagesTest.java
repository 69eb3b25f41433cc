package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import dev.assay.fetch.Fetcher;
import dev.assay.ingest.input.Inputs;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages that somebody hands in by their address and that show something else than an article.
final class MisreadPagesTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");
  private static final FetchSettings LOCAL =
      new FetchSettings(
          Duration.ofSeconds(3), 1_000_000, 0, PrivateAddresses.ALLOWED, Duration.ZERO, "test");

  @TempDir Path folder;

  private Store store;
  private Preparation stages;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    store = Stores.openToWrite(folder);
    stages = new Preparation(store, ShippedStages.of(Names.load(Lexicon.shipped())));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    store.close();
  }

  private Prepared read(String title, String text) {
    String html =
        "<html><head><meta charset=utf-8><title>%s</title></head><body><article><h1>%s</h1><p>%s</p></article></body></html>"
            .formatted(title, title, text);
    server.createContext(
        "/page",
        exchange -> {
          byte[] body = html.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/page";
    try (Fetcher fetcher = new Fetcher(LOCAL, () -> NOW)) {
      return stages.prepare(new Inputs(fetcher, () -> NOW).of(address).toList().getFirst());
    } finally {
      server.removeContext("/page");
    }
  }

  private static String reason(Prepared prepared) {
    return ((Prepared.NotTaken) prepared).reason();
  }

  @Test
  void areRefusedAndNotShownAsArticles() {
    String english =
        "Please subscribe to continue reading this story, or sign in to your account if you have one with us.";
    String chinese = "请登录后查看全文。登录即表示同意本站的用户协议与隐私政策，如有疑问请联系客服人员处理。";

    assertThat(reason(read("Separation line at Port Halden to open in spring", english)))
        .contains("in the place of its article");
    assertThat(reason(read("北岸新建分离线将于明年春季投产运行", chinese))).contains("in the place of its article");
  }

  @Test
  void areRefusedWhereTheTextIsOfAnotherStory() {
    String other =
        "The ferry between the two islands was cancelled on Friday after waves of four metres had been measured at the harbour wall, its owner said. ";
    assertThat(reason(read("Separation line at Port Halden to open next spring", other.repeat(3))))
        .isEqualTo("The text of the page shares no word with its title.");
  }

  @Test
  void areTakenWhereTheyAreWhatTheySay() {
    String english =
        "The separation line at Port Halden will open in spring, and it will make 1,200 tonnes of oxides a year, its owner said on Friday. ";
    String chinese = "北岸新建的分离线将于明年春季投产，每年生产氧化物一千二百吨，业主在周五的公告里说。";

    assertThat(read("Separation line at Port Halden to open in spring", english.repeat(3)))
        .isInstanceOf(Prepared.Ready.class);
    assertThat(read("北岸新建分离线将于明年春季投产运行", chinese.repeat(3))).isInstanceOf(Prepared.Ready.class);
  }
}
