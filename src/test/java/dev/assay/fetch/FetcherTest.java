package dev.assay.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.article.Identity;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FetcherTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");
  private static final FetchSettings LOCAL =
      new FetchSettings(
          Duration.ofSeconds(5), 1000, 2, PrivateAddresses.ALLOWED, Duration.ZERO, "test");

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, 200, "text/html; charset=gbk", "页面"));
    server.createContext(
        "/robots.txt",
        exchange -> answer(exchange, 200, "text/plain", "User-agent: *\nDisallow: /private"));
    server.createContext("/moved", exchange -> redirect(exchange, "/page"));
    server.createContext("/loop", exchange -> redirect(exchange, "/loop"));
    server.createContext("/script", exchange -> redirect(exchange, "javascript:alert(1)"));
    server.createContext(
        "/large", exchange -> answer(exchange, 200, "text/html", "x".repeat(2000)));
    server.createContext("/gone", exchange -> answer(exchange, 410, "text/html", ""));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int code, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, String target) throws IOException {
    exchange.getResponseHeaders().add("Location", target);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private FetchResult fetch(FetchSettings settings, String path) {
    try (Fetcher fetcher = new Fetcher(settings, () -> NOW)) {
      return fetcher.fetch(address(path));
    }
  }

  @Test
  void fetchesAPageUnderTheAddressThatWasAskedFor() {
    assertThat(fetch(LOCAL, "/moved"))
        .isInstanceOfSatisfying(
            FetchResult.Fetched.class,
            fetched -> {
              assertThat(fetched.document().identity())
                  .isEqualTo(new Identity.OfAddress(address("/moved")));
              assertThat(fetched.document().mediaType()).isEqualTo("text/html");
              assertThat(fetched.document().header("content-type"))
                  .contains("text/html; charset=gbk");
              assertThat(fetched.document().fetchedAt()).isEqualTo(NOW);
            });
  }

  @Test
  void refusesPrivateAddresses() {
    assertThat(fetch(FetchSettings.DEFAULTS, "/page"))
        .isInstanceOfSatisfying(
            FetchResult.Refused.class,
            refused -> assertThat(refused.reason()).contains("private address"));
  }

  @Test
  void obeysRobotsRules() {
    assertThat(fetch(LOCAL, "/private/page"))
        .isEqualTo(
            new FetchResult.Refused(
                address("/private/page"),
                FetchResult.Rule.ROBOTS,
                "The site's robots.txt does not allow /private/page."));
  }

  @Test
  void givesUpOnLoopsLargePagesAndErrorsWithAReason() {
    assertThat(fetch(LOCAL, "/loop"))
        .isEqualTo(
            failed("/loop", Failure.SOFT, 302, "The page sends visitors on too many times."));
    assertThat(fetch(LOCAL, "/script")).isInstanceOf(FetchResult.Refused.class);
    assertThat(fetch(LOCAL, "/large"))
        .isEqualTo(failed("/large", Failure.SOFT, 200, "The page is larger than 1,000 bytes."));
    assertThat(fetch(LOCAL, "/gone"))
        .isEqualTo(failed("/gone", Failure.GONE, 410, "The site answered 410."));
  }

  private FetchResult failed(String path, Failure failure, int status, String reason) {
    return new FetchResult.Failed(address(path), failure, status, reason, null);
  }

  @Test
  void knowsWhatIsNotPublic() throws IOException {
    for (String address :
        new String[] {
          "10.1.2.3",
          "172.20.0.1",
          "192.168.1.1",
          "169.254.169.254",
          "100.64.0.1",
          "192.88.99.1",
          "0.0.0.0",
          "255.255.255.255",
          "::1",
          "::",
          "::7f00:1",
          "::10.0.0.1",
          "::ffff:127.0.0.1",
          "::ffff:0:7f00:1",
          "64:ff9b::7f00:1",
          "64:ff9b:1::1",
          "100::1",
          "2001::1",
          "2001:2::1",
          "2001:10::1",
          "2001:db8::1",
          "2002:7f00:1::",
          "3fff::1",
          "5f00::1",
          "fd00::1",
          "fe80::1",
          "fec0::1",
          "ff02::1"
        }) {
      assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).as(address).isFalse();
    }
    for (String address :
        new String[] {"93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e", "2a00::1"}) {
      assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).as(address).isTrue();
    }
    byte[] mapped = new byte[16];
    mapped[10] = mapped[11] = (byte) 0xff;
    mapped[12] = 127;
    mapped[15] = 1;
    assertThat(PublicAddresses.isPublic(Inet6Address.getByAddress("x", mapped, -1))).isFalse();
  }
}
