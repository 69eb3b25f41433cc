package dev.assay.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.assay.article.RawDocument;
import dev.assay.fetch.FetchRequest.Permission;
import dev.assay.fetch.FetchResult.Failed;
import dev.assay.fetch.FetchResult.Fetched;
import dev.assay.fetch.FetchResult.Refused;
import dev.assay.fetch.FetchResult.Rule;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceOption;
import dev.assay.source.SourceSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What servers do that they should not, and what is made of it.
final class MisbehavingOriginTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html";
  private static final FetchSettings LOCAL =
      new FetchSettings(
          Duration.ofSeconds(3),
          100_000,
          5,
          PrivateAddresses.ALLOWED,
          Duration.ZERO,
          "https://example.org/assay");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private Origin origin;
  private Fetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    origin = new Origin();
    fetcher = new Fetcher(LOCAL, now::get);
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    origin.close();
  }

  private FetchResult fetch(String path) {
    return fetcher.fetch(origin.address(path));
  }

  private FetchResult feed(String path, Validators validators) {
    return fetcher.fetch(FetchRequest.source(origin.address(path)).unless(validators));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Failed failed(FetchResult result) {
    assertThat(result).isInstanceOf(Failed.class);
    return (Failed) result;
  }

  private static Fetched fetched(FetchResult result) {
    assertThat(result).isInstanceOf(Fetched.class);
    return (Fetched) result;
  }

  @Test
  void asksForGzipAndSaysWhoAsks() throws IOException {
    origin.on("/a", OK + "\r\nContent-Encoding: gzip", gzip(text("稀土出口")));

    assertThat(fetched(fetch("/a")).document().bytes()).isEqualTo(text("稀土出口"));
    assertThat(origin.asked("/a").getFirst().headers())
        .containsEntry("accept-encoding", "gzip")
        .containsEntry("user-agent", "Assay/0.1 (+https://example.org/assay)")
        .doesNotContainKeys("cookie", "referer");
  }

  @Test
  void givesUpOnABombOfGzipAfterTheLimit() throws IOException {
    origin.on("/bomb", OK + "\r\nContent-Encoding: gzip", gzip(new byte[50_000_000]));
    origin.on("/bomb/twice", OK + "\r\nContent-Encoding: gzip", gzip(gzip(new byte[50_000_000])));

    for (String path : List.of("/bomb", "/bomb/twice")) {
      assertThat(failed(fetch(path)).reason()).isEqualTo("The page is larger than 100,000 bytes.");
    }
  }

  /// A server that packs before another that packs; one that says nothing of it.
  @Test
  void unpacksTextsThatWerePackedMoreOftenThanSaid() throws IOException {
    byte[] page = text("<html>稀土出口");
    String gzip = "\r\nContent-Encoding: gzip";
    origin.on("/twice", OK + gzip, gzip(gzip(page)));
    origin.on("/said", OK + gzip + ", gzip", gzip(gzip(page)));
    origin.on("/unsaid", OK, gzip(page));
    origin.on("/no-bytes", OK, new byte[0]);
    origin.on(
        "/archive", "HTTP/1.1 200 OK\r\nContent-Type: application/gzip" + gzip, gzip(gzip(page)));

    for (String path : List.of("/twice", "/said", "/unsaid")) {
      assertThat(fetched(fetch(path)).document().bytes()).as(path).isEqualTo(page);
    }
    assertThat(fetched(fetch("/archive")).document().bytes()).isEqualTo(gzip(page));
  }

  @Test
  void refusesTextsThatWerePackedAgainAndAgain() throws IOException {
    byte[] packed = text("<html>稀土出口");
    for (int time = 0; time < 2_000; time++) {
      packed = gzip(packed);
    }
    origin.on("/often", OK + "\r\nContent-Encoding: gzip" + ",gzip".repeat(1_999), packed);

    assertThat(failed(fetch("/often")).reason())
        .isEqualTo("The answer broke off: it was packed more than 3 times.");
  }

  @Test
  void saysThatAnAnswerBrokeOff() throws IOException {
    byte[] packed = gzip(text("a text that is long enough to be cut ".repeat(50)));
    origin.on("/cut", OK + "\r\nContent-Length: 500", "only this");
    origin.on(
        "/cut-gzip",
        OK + "\r\nContent-Encoding: gzip",
        java.util.Arrays.copyOf(packed, packed.length / 2));
    origin.on("/not-gzip", OK + "\r\nContent-Encoding: gzip", "<html>plain");
    origin.on("/brotli", OK + "\r\nContent-Encoding: br", "xx");
    origin.on("/chunks", OK + "\r\nTransfer-Encoding: chunked", "zz\r\nno number\r\n");

    for (String path : List.of("/cut", "/cut-gzip", "/not-gzip", "/brotli", "/chunks")) {
      assertThat(failed(fetch(path)).failure()).as(path).isEqualTo(Failure.SOFT);
      assertThat(failed(fetch(path)).reason()).as(path).startsWith("The answer broke off:");
    }
  }

  @Test
  void givesUpOnAnswersThatDoNotEnd() {
    origin.on(
        "/drip",
        out -> {
          out.write((OK + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 100; i++) {
            out.write('x');
            out.flush();
            Thread.sleep(200);
          }
        });
    origin.on(
        "/endless",
        out -> {
          out.write((OK + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write(new byte[8192]);
          }
        });
    origin.on("/silent", _ -> Thread.sleep(20_000));
    origin.on(
        "/headers",
        out -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write("X-More: and more\r\n".getBytes(StandardCharsets.US_ASCII));
          }
        });

    assertThat(failed(fetch("/drip")).failure()).isEqualTo(Failure.NO_ANSWER);
    assertThat(failed(fetch("/endless")).reason()).contains("larger than 100,000 bytes");
    assertThat(failed(fetch("/silent")).reason()).isEqualTo("No whole answer within 3 seconds.");
    assertThat(failed(fetch("/headers")).failure()).isEqualTo(Failure.NO_ANSWER);
  }

  @Test
  void printsNothingThatATerminalWouldObey() {
    origin.on(
        "/escape", out -> out.write(text("HTTP/1.1 \u001b[2J\u001b]0;owned\u0007 no\r\n\r\n")));
    origin.on("/close", _ -> {});
    origin.on("/noise", out -> out.write(text("SSH-2.0-OpenSSH\r\n")));

    for (String path : List.of("/escape", "/close", "/noise")) {
      Failed failed = failed(fetch(path));
      assertThat(failed.failure()).isEqualTo(Failure.NO_ANSWER);
      assertThat(failed.reason()).doesNotContainPattern("\\p{Cntrl}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, SOFT", "403, SOFT", "404, SOFT", "408, SOFT", "410, GONE", "418, HARD", "429, SOFT",
    "451, HARD", "500, SOFT", "502, SOFT", "503, SOFT", "504, SOFT", "520, SOFT", "204, SOFT",
    "206, SOFT", "305, SOFT"
  })
  void knowsEachStatusForWhatItIs(int status, Failure failure) {
    origin.on("/x", "HTTP/1.1 %d No\r\nContent-Type: text/html".formatted(status), "");

    assertThat(failed(fetch("/x")))
        .isEqualTo(
            new Failed(
                origin.address("/x"),
                failure,
                status,
                "The site answered %d.".formatted(status),
                null));
  }

  @Test
  void namesACheckForBots() {
    origin.on(
        "/x",
        "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\ncf-mitigated: challenge",
        "<title>Just a moment...</title>");

    assertThat(failed(fetch("/x")).failure()).isEqualTo(Failure.BOT_CHECK);
    assertThat(failed(fetch("/x")).reason())
        .isEqualTo("The site answered 403 with a check for bots; Assay does not get around it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | Retry-After: 120 | PT2M",
        "503 | Retry-After: 120 | PT2M",
        "429 | Retry-After: Sun, 23 Nov 2025 00:10:00 GMT | PT10M",
        "429 | Retry-After: Sat, 22 Nov 2025 00:10:00 GMT | PT0S",
        "429 | Retry-After: 99999999 | PT24H",
        "429 | Cache-Control: private, max-age=900 | PT15M",
        "429 | Retry-After: soon | ",
        "429 | Cache-Control: max-age=0 | ",
        "404 | Retry-After: 120 | "
      })
  void waitsAsLongAsTheSiteAsks(int status, String header, Duration wait) {
    origin.on("/x", "HTTP/1.1 %d No\r\n%s".formatted(status, header), "");

    assertThat(failed(fetch("/x")).retryAfter()).isEqualTo(wait);
  }

  @Test
  void leavesTheWholeDomainAloneWhenItAsksForThat() {
    origin.on("/x", "HTTP/1.1 429 No\r\nRetry-After: 600", "");
    origin.on("/y", OK, "page");
    fetch("/x");

    assertThat(failed(fetch("/y")).reason())
        .isEqualTo("The site asked to be left alone until 2025-11-23T00:10:00Z.");
    assertThat(origin.asked("/y")).isEmpty();
    now.set(NOW.plus(Duration.ofMinutes(11)));
    fetched(fetch("/y"));
  }

  @Test
  void sendsValidatorsBackByteForByte() {
    Validators odd = new Validators("W/\"ä,\\ x\"", "yesterday, about noon");
    origin.on("/feed", "HTTP/1.1 304 Not Modified\r\nETag: \"new\"", "");

    assertThat(feed("/feed", odd))
        .isInstanceOfSatisfying(
            FetchResult.NotModified.class,
            unchanged ->
                assertThat(odd.updatedBy(unchanged.answer().validators()))
                    .isEqualTo(new Validators("\"new\"", "yesterday, about noon")));
    assertThat(origin.asked("/feed").getFirst().headers())
        .containsEntry("if-modified-since", "yesterday, about noon")
        .hasEntrySatisfying(
            "if-none-match", tag -> assertThat(tag).startsWith("W/\"").endsWith("x\""));
  }

  @Test
  void takesA304ThatWasNotAskedForAsAFailure() {
    origin.on("/x", "HTTP/1.1 304 Not Modified", "");
    assertThat(failed(fetch("/x")).status()).isEqualTo(304);
  }

  @Test
  void keepsNoValidatorsOfAnAnswerThatIsOldAtOnce() {
    origin.on("/x", OK + "\r\nETag: \"a\"\r\nExpires: 0", "x");
    origin.on("/y", OK + "\r\nETag: \"a\"\r\nLast-Modified: x", "x");

    assertThat(fetched(fetch("/x")).answer().validators()).isEqualTo(Validators.NONE);
    assertThat(fetched(fetch("/y")).answer().validators()).isEqualTo(new Validators("\"a\"", "x"));
  }

  @Test
  void tellsMovesForGoodFromOthers() {
    origin.on("/old", "HTTP/1.1 301 Moved\r\nLocation: /new", "");
    origin.on("/older", "HTTP/1.1 308 Moved\r\nLocation: old", "");
    origin.on("/login", "HTTP/1.1 302 Found\r\nLocation: /old", "");
    origin.on("/half", "HTTP/1.1 301 Moved\r\nLocation: /login", "");
    origin.on("/new", OK, "page");

    assertThat(fetched(fetch("/older")).answer().movedTo()).isEqualTo(origin.address("/new"));
    assertThat(fetched(fetch("/login")).answer().movedTo()).isNull();
    assertThat(fetched(fetch("/half")).answer().movedTo()).isEqualTo(origin.address("/login"));
    assertThat(fetched(fetch("/new")).answer().movedTo()).isNull();
  }

  @Test
  void refusesToBeSentToOddPlaces() {
    origin.on("/script", "HTTP/1.1 302 Found\r\nLocation: javascript:alert(1)", "");
    origin.on("/file", "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd", "");
    origin.on("/broken", "HTTP/1.1 302 Found\r\nLocation: http://[x", "");
    origin.on("/loop", "HTTP/1.1 302 Found\r\nLocation: /loop", "");
    origin.on("/nowhere", "HTTP/1.1 302 Found", "");

    assertThat(((Refused) fetch("/script")).rule()).isEqualTo(Rule.ADDRESS);
    assertThat(((Refused) fetch("/file")).rule()).isEqualTo(Rule.ADDRESS);
    assertThat(failed(fetch("/broken")).reason()).contains("cannot be read");
    assertThat(failed(fetch("/loop")).reason()).contains("too many times");
    assertThat(origin.asked("/loop")).hasSize(6);
    assertThat(failed(fetch("/nowhere")).status()).isEqualTo(302);
  }

  private Fetcher publicOnly(Dns names) {
    return new Fetcher(
        new FetchSettings(
            Duration.ofSeconds(3), 1000, 5, PrivateAddresses.REFUSED, Duration.ZERO, "test"),
        now::get,
        Pauses.FORGOTTEN,
        names,
        _ -> {});
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1",
    "::1",
    "::ffff:127.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "10.0.0.1",
    "169.254.169.254",
    "::ffff:169.254.169.254",
    "2001::1",
    "fd00::1"
  })
  void asksNoNameThatLeadsHome(String address) {
    Dns names = _ -> List.of(InetAddress.getByName(address));
    try (Fetcher careful = publicOnly(names)) {
      assertThat(careful.fetch(URI.create("http://news.example:%d/x".formatted(origin.port()))))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.rule()).isEqualTo(Rule.PRIVATE));
    }
    assertThat(origin.asked("/x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1", "http://[::1]", "http://[::ffff:127.0.0.1]", "http://0x7f.1",
    "http://2130706433", "http://127.1", "http://localhost", "http://017700000001"
  })
  void asksNoAddressThatIsHere(String site) {
    try (Fetcher careful = publicOnly(CheckedNames::platform)) {
      assertThat(careful.fetch(URI.create("%s:%d/x".formatted(site, origin.port()))))
          .isNotInstanceOf(Fetched.class);
    }
    assertThat(origin.asked("/x")).isEmpty();
  }

  /// A name is looked up anew for every connection, and the connection goes where the check looked.
  @Test
  void isNotFooledByANameThatMovesBetweenTwoLooks() throws UnknownHostException {
    InetAddress outside = InetAddress.getByName("192.0.9.9");
    AtomicInteger looks = new AtomicInteger();
    Dns moving =
        _ -> List.of(looks.getAndIncrement() == 0 ? outside : InetAddress.getLoopbackAddress());
    try (Fetcher careful = publicOnly(moving)) {
      careful.fetch(
          FetchRequest.page(URI.create("http://news.example:%d/x".formatted(origin.port())))
              .with(Permission.BY_OWNER));
    }
    assertThat(origin.asked("/x")).isEmpty();
  }

  @Test
  void readsRobotsBehindRedirects() {
    origin.on("/robots.txt", "HTTP/1.1 301 Moved\r\nLocation: /robots-2.txt", "");
    origin.on("/robots-2.txt", OK, "User-agent: *\nDisallow: /no");
    origin.on("/no", OK, "x");

    assertThat(((Refused) fetch("/no")).rule()).isEqualTo(Rule.ROBOTS);
    assertThat(fetcher.fetch(FetchRequest.page(origin.address("/no")).with(Permission.BY_OWNER)))
        .isInstanceOf(Fetched.class);
  }

  @Test
  void leavesASiteAloneWhoseRobotsCannotBeHad() {
    origin.on("/robots.txt", "HTTP/1.1 503 Busy", "");
    origin.on("/x", OK, "x");

    assertThat(failed(fetch("/x")).retryAfter()).isEqualTo(Duration.ofHours(1));
    origin.on("/robots.txt", OK, "User-agent: *\nDisallow:");
    assertThat(failed(fetch("/x")).reason()).contains("robots.txt cannot be read");
    now.set(NOW.plus(Duration.ofMinutes(61)));
    fetched(fetch("/x"));
  }

  @Test
  void forgetsRobotsAfterSixHoursAndGoesOnWithOldOnesWhileTheSiteIsDown() {
    origin.on("/robots.txt", OK, "User-agent: *\nDisallow: /no");
    origin.on("/x", OK, "x");
    origin.on("/no", OK, "x");
    fetched(fetch("/x"));
    fetched(fetch("/x"));
    assertThat(origin.asked("/robots.txt")).hasSize(1);

    origin.on("/robots.txt", "HTTP/1.1 500 Broken", "");
    now.set(NOW.plus(Duration.ofHours(7)));
    fetched(fetch("/x"));
    assertThat(fetch("/no")).isInstanceOf(Refused.class);
    assertThat(origin.asked("/robots.txt")).hasSize(2);

    origin.on("/robots.txt", "HTTP/1.1 404 None", "");
    now.set(NOW.plus(Duration.ofHours(9)));
    fetched(fetch("/no"));
  }

  @Test
  void readsOnlyTheFeedOfASiteThatWantsLongWaits() {
    origin.on("/robots.txt", OK, "User-agent: *\nCrawl-delay: 600");
    origin.on("/x", OK, "x");

    assertThat(((Refused) fetch("/x")).reason()).contains("only its feed is read");
    assertThat(feed("/x", Validators.NONE)).isInstanceOf(Fetched.class);
  }

  @Test
  void keepsAGapBetweenTwoRequestsToOneDomain() {
    FetchSettings polite =
        new FetchSettings(
            Duration.ofSeconds(3),
            1000,
            5,
            PrivateAddresses.ALLOWED,
            Duration.ofSeconds(2),
            "test");
    origin.on("/x", OK, "x");
    origin.on("/y", OK, "y");
    List<Duration> waits = new ArrayList<>();
    try (Fetcher slow =
        new Fetcher(polite, now::get, Pauses.FORGOTTEN, CheckedNames::platform, waits::add)) {
      slow.fetch(origin.address("/x"));
      waits.clear();
      slow.fetch(origin.address("/y"));
    }
    assertThat(waits).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void knowsWhichPartOfANameItsOwnerRegistered() {
    assertThat(Turns.nameOf(URI.create("https://a.news.example.co.uk/x")))
        .isEqualTo("example.co.uk");
    assertThat(Turns.nameOf(URI.create("https://www.caixin.com.cn/"))).isEqualTo("caixin.com.cn");
    assertThat(Turns.nameOf(URI.create("https://127.0.0.1/"))).isEqualTo("127.0.0.1");
    assertThat(Turns.nameOf(URI.create("https://me.github.io/"))).isEqualTo("me.github.io");
  }

  @Test
  void keepsWhatASiteReservesInItsOwnWords() {
    origin.on(
        "/robots.txt", OK, "User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /");
    origin.on(
        "/.well-known/tdmrep.json",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json",
        "[{\"location\":\"/news/*\",\"tdm-reservation\":1}]");
    origin.on("/news/a", OK, "<meta name=\"robots\" content=\"index, noai, noarchive\">");
    origin.on("/news/b", OK + "\r\ntdm-reservation: 0\r\nX-Robots-Tag: noimageai", "x");
    origin.on(
        "/c", OK + "\r\nContent-Usage: train-ai=n", "<META content='1' name='TDM-Reservation'>");

    assertThat(reserved("/news/a"))
        .isEqualTo(
            "content-signal: search=yes, ai-train=no; tdmrep.json: tdm-reservation: 1; meta robots: noai; meta robots: noarchive");
    assertThat(reserved("/news/b"))
        .isEqualTo("content-signal: search=yes, ai-train=no; x-robots-tag: noimageai");
    assertThat(reserved("/c"))
        .isEqualTo(
            "content-signal: search=yes, ai-train=no; content-usage: train-ai=n; meta tdm-reservation: 1");
  }

  private String reserved(String path) {
    return fetched(fetch(path)).document().header(RawDocument.RESERVED).orElse("");
  }

  private Source source(String options) {
    Source source =
        new Source(
            1,
            new SourceKind.OfFeed(),
            origin.address("/feed").toString(),
            "",
            "",
            "",
            "",
            SourceSettings.DEFAULTS,
            NOW,
            "");
    for (String option : options.lines().toList()) {
      String[] parts = option.split("=", 2);
      source = SourceOption.of(parts[0]).orElseThrow().set(source, parts[1]);
    }
    return source;
  }

  @Test
  void sendsASecretOnlyWhereItBelongs() throws IOException {
    try (Origin other = new Origin()) {
      Secrets secrets =
          Secrets.parse(
              List.of(
                  "# what I pay for",
                  origin.address("/paid") + "  cookie  session=s3cret",
                  origin.address("/feed") + " basic me:word"));
      Manner manner = Manner.of(source(""), secrets);
      origin.on("/paid/a", "HTTP/1.1 302 Found\r\nLocation: " + other.address("/paid/b"), "");
      origin.on("/free", OK, "x");
      origin.on("/feed", OK, "x");
      other.on("/paid/b", OK, "x");
      for (String path : List.of("/paid/a", "/free", "/feed")) {
        fetched(fetcher.fetch(FetchRequest.page(origin.address(path)).with(manner)));
      }

      assertThat(origin.asked("/paid/a").getFirst().headers())
          .containsEntry("cookie", "session=s3cret");
      assertThat(origin.asked("/feed").getFirst().headers())
          .containsEntry("authorization", "Basic bWU6d29yZA==");
      assertThat(other.asked("/paid/b").getFirst().headers())
          .doesNotContainKeys("cookie", "authorization");
      assertThat(origin.asked("/free").getFirst().headers())
          .doesNotContainKeys("cookie", "authorization");
      assertThat(secrets.of(source("")) + secrets.toString() + manner).doesNotContain("s3cret");
      assertThat(secrets.of(URI.create("https://carrow.example/feed"))).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://carrow.example/ cookie | line 1 must be an address, a kind",
        "carrow.example cookie a=b | line 1 must begin with an address",
        "http://carrow.example/ cookie a=s3cret | line 1 would go over the network unencrypted",
        "https://carrow.example/ login a:s3cret | login is not for such an address",
        "imaps://mail.carrow.example/ basic a:s3cret | basic is not for such an address",
        "imaps://mail.carrow.example/ login s3cret | line 1 must be NAME:PASSWORD"
      })
  void saysWhatIsWrongWithSecretsAndNeverASecret(String line, String fault) {
    assertThatThrownBy(() -> Secrets.parse(List.of(line)))
        .hasMessageContaining(fault)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void asksAsItsOwnerWants() {
    origin.on("/x", OK, "x");
    fetched(
        fetcher.fetch(
            FetchRequest.page(origin.address("/x"))
                .with(Manner.of(source("user-agent=Carrow/2"), Secrets.NONE))));

    assertThat(origin.asked("/x").getFirst().headers()).containsEntry("user-agent", "Carrow/2");
  }

  @Test
  void isNotSentOnWhenItOnlyLooksWhetherAFileIsThere() {
    origin.on("/feed.xml", "HTTP/1.1 302 Found\r\nLocation: /", "");
    origin.on("/", OK, "welcome");

    assertThat(
            failed(
                    fetcher.fetch(
                        FetchRequest.source(origin.address("/feed.xml"))
                            .with(FetchRequest.Redirects.REFUSED)))
                .status())
        .isEqualTo(302);
    assertThat(origin.asked("/")).isEmpty();
  }

  /// As after a process that was killed while a site wanted to be left alone.
  @Test
  void theNextProcessLeavesADomainAloneToo() {
    Map<String, Instant> kept = new HashMap<>();
    Pauses pauses =
        new Pauses() {
          @Override
          public Map<String, Instant> known() {
            return kept;
          }

          @Override
          public void pause(String domain, Instant until) {
            kept.put(domain, until);
          }
        };
    origin.on("/x", "HTTP/1.1 429 No", "");
    origin.on("/y", OK, "page");
    try (Fetcher first = new Fetcher(LOCAL, now::get, pauses)) {
      first.fetch(origin.address("/x"));
    }
    try (Fetcher next = new Fetcher(LOCAL, now::get, pauses)) {
      assertThat(failed(next.fetch(origin.address("/y"))).retryAfter())
          .isEqualTo(Duration.ofHours(1));
    }
    assertThat(origin.asked("/y")).isEmpty();
  }

  @Test
  void asksProgramsOfOnesOwnOnlyAtTheirPorts() throws IOException {
    try (Origin other = new Origin();
        Fetcher careful =
            new Fetcher(
                FetchSettings.DEFAULTS.with(Set.of("127.0.0.1:" + origin.port()), Map.of()),
                now::get,
                Pauses.FORGOTTEN,
                CheckedNames::platform,
                _ -> {})) {
      origin.on("/feed", OK, "x");
      origin.on("/on", "HTTP/1.1 302 Found\r\nLocation: " + other.address("/x"), "");
      other.on("/x", OK, "x");

      fetched(careful.fetch(origin.address("/feed")));
      assertThat(((Refused) careful.fetch(other.address("/x"))).rule()).isEqualTo(Rule.PRIVATE);
      assertThat(((Refused) careful.fetch(origin.address("/on"))).rule()).isEqualTo(Rule.PRIVATE);
    }
  }

  @Test
  void asksThroughAProxyThatTheSettingsName() throws IOException {
    Dns names =
        host -> {
          if (host.equals("inside.example")) {
            return List.of(InetAddress.getByName("10.0.0.1"));
          }
          throw new UnknownHostException(host);
        };
    Dns all =
        host ->
            host.equals("proxy.test")
                ? List.of(InetAddress.getLoopbackAddress())
                : names.lookup(host);
    URI proxy = URI.create("http://proxy.test:" + origin.port());
    origin.on("http://news.example/a", OK, "through");
    try (Fetcher behind =
        new Fetcher(
            FetchSettings.DEFAULTS.with(Set.of(), Map.of("office", proxy)),
            now::get,
            Pauses.FORGOTTEN,
            all,
            _ -> {})) {
      Manner manner = Manner.of(source("proxy=office"), Secrets.NONE);
      FetchRequest request = FetchRequest.page(URI.create("http://news.example/a")).with(manner);

      assertThat(fetched(behind.fetch(request)).document().bytes()).isEqualTo(text("through"));
      assertThat(origin.asked("http://news.example/robots.txt")).hasSize(1);
      assertThat(((Refused) behind.fetch(request.at(URI.create("http://inside.example/a")))).rule())
          .isEqualTo(Rule.PRIVATE);
    }
  }

  @Test
  void believesNoCertificateUnlessItsOwnerSaysSo() {
    WireMockServer secure = new WireMockServer(WireMockConfiguration.options().dynamicHttpsPort());
    secure.start();
    try {
      secure.stubFor(WireMock.get("/x").willReturn(WireMock.ok("secret")));
      FetchRequest request =
          FetchRequest.page(URI.create("https://127.0.0.1:" + secure.httpsPort() + "/x"));

      assertThat(failed(fetcher.fetch(request)).reason())
          .startsWith("The connection is not secure:");
      now.set(NOW.plus(Duration.ofMinutes(2))); // robots.txt was silent too
      assertThat(
              fetched(
                      fetcher.fetch(
                          request.with(Manner.of(source("certificates=any"), Secrets.NONE))))
                  .document()
                  .bytes())
          .isEqualTo(text("secret"));
    } finally {
      secure.stop();
    }
  }

  /// Who waits for a gap takes no place from the others: eight domains at once, whatever the ninth
  /// wants.
  @Test
  void aDomainThatWantsLongWaitsHoldsUpNoOther() throws Exception {
    CountDownLatch waiting = new CountDownLatch(8);
    CountDownLatch ended = new CountDownLatch(1);
    Dns loopback = _ -> List.of(InetAddress.getLoopbackAddress());
    Consumer<Duration> sleep =
        _ -> {
          waiting.countDown();
          await(ended);
        };
    origin.on("/robots.txt", OK, "User-agent: *\nCrawl-delay: 100");
    origin.on("/x", OK, "x");
    try (Fetcher fetcher = new Fetcher(LOCAL, now::get, Pauses.FORGOTTEN, loopback, sleep);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        URI slow = URI.create("http://slow%d.test:%d/x".formatted(i, origin.port()));
        threads.execute(() -> fetcher.fetch(slow));
      }
      assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
      FetchRequest ninth =
          FetchRequest.page(URI.create("http://quick.test:%d/x".formatted(origin.port())))
              .with(Permission.BY_OWNER);
      fetched(threads.submit(() -> fetcher.fetch(ninth)).get(30, TimeUnit.SECONDS));
      ended.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
