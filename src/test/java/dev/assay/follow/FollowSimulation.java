package dev.assay.follow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.fetch.Failure;
import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import dev.assay.fetch.Fetcher;
import dev.assay.fetch.Secrets;
import dev.assay.fetch.SimulatedTime;
import dev.assay.follow.Schedule.Listed;
import dev.assay.follow.Schedule.Next;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.ShippedStages;
import dev.assay.ingest.Stages;
import dev.assay.ingest.input.Inputs;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.source.Opml;
import dev.assay.source.SourceState;
import dev.assay.store.Store;
import dev.assay.store.sqlite.SqliteStore;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/// Days of a desk that follows many sites, by a clock of its own, and that is killed every day.
///
/// Each day is a process: it opens the folder that the one before left behind, asks what is due by
/// the program's own schedule, over HTTP, and when the day is over it halts in the middle of
/// whatever it does then, without closing anything. What was asked when is written down; the
/// results are compared with what the sites published, and with the requests that the schedule alone
/// would make.
///
/// A run that was stopped goes on where it was; with UNTIL it ends with that day.
///
///     java dev.assay.follow.FollowSimulation FOLDER [SITES DAYS [UNTIL]]
public final class FollowSimulation {

  private static final Instant BEGINS = Instant.parse("2025-11-01T00:00:00Z");
  private static final Duration TICK = Duration.ofMinutes(1);
  private static final Duration RESTART = Duration.ofMinutes(1);
  private static final FetchSettings SETTINGS =
      new FetchSettings(
          Duration.ofSeconds(20),
          1_000_000,
          5,
          PrivateAddresses.ALLOWED,
          FetchSettings.DEFAULTS.gap(),
          "simulation");

  private final Path folder;
  private final List<SimulatedSite> sites;
  private final int days;
  private final int until;

  FollowSimulation(Path folder, int count, int days) {
    this(folder, count, days, days);
  }

  /// @param days over which what happens to sites is spread
  /// @param until the last of them that is run
  private FollowSimulation(Path folder, int count, int days, int until) {
    this.folder = folder;
    this.days = days;
    this.until = until;
    this.sites =
        IntStream.range(0, count).mapToObj(i -> new SimulatedSite(i, BEGINS, days)).toList();
  }

  /// What thirty days came to.
  ///
  /// @param listings requests for feeds
  /// @param ideal those that the schedule alone would make
  /// @param shortestGap between two requests to one host
  /// @param longestSilence between two requests for one feed, or from the last to the end
  /// @param expected entries that a feed listed when it answered
  /// @param articles that the desk has
  /// @param revisions texts of them that were replaced, though none ever changed
  record Result(
      int requests,
      int listings,
      int ideal,
      Duration shortestGap,
      Duration longestSilence,
      long expected,
      long articles,
      long revisions,
      int killed) {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int sites = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
    int days = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 30;
    int until = arguments.length > 3 ? Integer.parseInt(arguments[3]) : days;
    FollowSimulation simulation = new FollowSimulation(folder, sites, days, until);
    if (arguments.length > 4) {
      simulation.day(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
    } else {
      System.out.println(simulation.run());
    }
  }

  /// Runs every day in a process of its own.
  Result run() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int port = port();
    int killed = 0;
    for (int day = firstDay(); day <= until; day++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1", // a day is over before more would pay
                  "-Xmx512m",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  FollowSimulation.class.getName(),
                  folder.toString(),
                  "" + sites.size(),
                  "" + days,
                  "" + until,
                  "" + day,
                  "" + port)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("day.log").toFile())
              .start();
      if (!process.waitFor(30, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("day %d did not end".formatted(day));
      }
      int code = process.exitValue();
      if (code != (day < until ? KILLED : 0)) {
        throw new IllegalStateException(
            "day %d ended with %d:%n%s"
                .formatted(day, code, Files.readString(folder.resolve("day.log"))));
      }
      killed += code == KILLED ? 1 : 0;
      System.out.printf("day %d of %d is over%n", day, until);
    }
    return result(killed);
  }

  private int firstDay() throws IOException {
    return Files.exists(log()) ? (int) Duration.between(BEGINS, lastRequest()).toDays() + 1 : 1;
  }

  private static final int KILLED = 137;

  /// The port of all sites: part of every address, so a run that goes on keeps it.
  private int port() throws IOException {
    Path kept = folder.resolve("port");
    if (!Files.exists(kept)) {
      Files.writeString(kept, Integer.toString(freePort()));
    }
    return Integer.parseInt(Files.readString(kept));
  }

  private static int freePort() throws IOException {
    try (java.net.ServerSocket socket =
        new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path log() {
    return folder.resolve("requests.tsv");
  }

  // One day: the sites, the desk, and its end.

  private void day(int day, int port) throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(morning());
    Instant over = BEGINS.plus(Duration.ofDays(day));
    boolean last = day == until;
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    OutputStream log =
        Files.newOutputStream(log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    Random random = new Random(day);
    server.createContext(
        "/",
        exchange -> {
          Instant at = now.get();
          int status = answer(exchange, at);
          // in one piece: this process is killed while it writes
          log.write(
              "%d\t%s\t%s\t%d\n"
                  .formatted(
                      at.toEpochMilli(), host(exchange), exchange.getRequestURI().getPath(), status)
                  .getBytes(StandardCharsets.UTF_8));
          if (!last && !at.isBefore(over)) {
            haltSoon(random.nextInt(40));
          }
        });
    server.start();
    Fetcher fetcher =
        SimulatedTime.fetcher(SETTINGS, now::get, wait -> now.updateAndGet(at -> at.plus(wait)));
    Store store = SqliteStore.openToWrite(folder.resolve("data"));
    LuceneIndex index = LuceneIndex.open(folder.resolve("data/index"));
    Stages stages = ShippedStages.of(Names.load(Lexicon.shipped()));
    Sources sources =
        new Sources(
            store,
            new Sources.Reach(fetcher, Secrets.NONE, Discovery.Bridges.NONE),
            new Inputs(fetcher, now::get),
            () -> new Ingest(store, index, stages, now::get),
            Lexicon.shipped(),
            now::get,
            random);
    sources.follow(list(port), "", "");
    while (!last || now.get().isBefore(over)) {
      sources.askDue((_, _) -> {});
      now.updateAndGet(at -> at.plus(TICK));
    }
    store.close();
    index.close();
    fetcher.close();
    server.stop(0);
    System.exit(0);
  }

  /// A minute after the last request of the process before.
  private Instant morning() throws IOException {
    return Files.exists(log()) ? lastRequest().plus(RESTART) : BEGINS;
  }

  private Instant lastRequest() throws IOException {
    List<String> lines = Files.readAllLines(log());
    return Instant.ofEpochMilli(Long.parseLong(lines.getLast().split("\t")[0]));
  }

  private static void haltSoon(int millis) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                Thread.sleep(millis);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(KILLED);
            });
  }

  private Opml list(int port) {
    return new Opml(
        sites.stream()
            .map(
                site ->
                    new Opml.Outline(
                        "Site " + site.number(),
                        "http://%s:%d/feed".formatted(site.host(), port),
                        "",
                        "",
                        "feed"))
            .toList());
  }

  private static String host(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
  }

  private int answer(HttpExchange exchange, Instant at) throws IOException {
    int number = Integer.parseInt(host(exchange).replaceAll("\\D", ""));
    SimulatedSite site = sites.get(number);
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (site.isDown(at)) {
        return send(exchange, 500, "", "");
      }
      if (path.equals("/robots.txt")) {
        return send(exchange, 200, "text/plain", "User-agent: *\nAllow: /\n");
      }
      Duration alone = site.leftAlone(at);
      if (alone.isPositive()) {
        exchange.getResponseHeaders().add("Retry-After", "" + alone.toSeconds());
        return send(exchange, 429, "", "");
      }
      if (path.startsWith("/news/")) {
        exchange.getResponseHeaders().add("ETag", "\"1\"");
        return "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
            ? send(exchange, 304, "", "")
            : send(exchange, 200, "text/html", site.page(Integer.parseInt(path.substring(6))));
      }
      String version = "\"%d\"".formatted(site.published(at));
      exchange.getResponseHeaders().add("ETag", version);
      return version.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
          ? send(exchange, 304, "", "")
          : send(
              exchange,
              200,
              "application/rss+xml",
              site.feed(at, exchange.getLocalAddress().getPort()));
    }
  }

  private static int send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (!type.isEmpty()) {
      exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    return status;
  }

  // What it came to.

  private record Line(Instant at, String host, String path, int status) {
    static Line of(String text) {
      String[] cells = text.split("\t");
      return new Line(
          Instant.ofEpochMilli(Long.parseLong(cells[0])),
          cells[1],
          cells[2],
          Integer.parseInt(cells[3]));
    }
  }

  private Result result(int killed) throws IOException {
    Instant end = BEGINS.plus(Duration.ofDays(until));
    List<Line> lines = Files.readAllLines(log()).stream().map(Line::of).toList();
    Map<String, List<Line>> byHost = new HashMap<>();
    lines.forEach(line -> byHost.computeIfAbsent(line.host(), _ -> new ArrayList<>()).add(line));
    Duration gap = Duration.ofDays(days);
    Duration silence = Duration.ZERO;
    int listings = 0;
    int ideal = 0;
    long expected = 0;
    for (SimulatedSite site : sites) {
      List<Line> all = byHost.getOrDefault(site.host(), List.of());
      for (int i = 1; i < all.size(); i++) {
        gap = least(gap, Duration.between(all.get(i - 1).at(), all.get(i).at()));
      }
      List<Line> feed = all.stream().filter(line -> line.path().equals("/feed")).toList();
      listings += feed.size();
      ideal += ideal(site, end);
      Instant before = BEGINS;
      for (Line line : all) { // a site that is down is asked for its robots.txt alone
        silence = most(silence, Duration.between(before, line.at()));
        before = line.at();
      }
      silence = most(silence, Duration.between(before, end));
      expected +=
          feed.stream()
              .filter(line -> line.status() == 200 || line.status() == 304)
              .mapToInt(line -> site.published(line.at()))
              .max()
              .orElse(0);
    }
    try (Store store = SqliteStore.openToRead(folder.resolve("data"))) {
      long articles = store.read(session -> session.articles().count().articles());
      return new Result(
          lines.size(),
          listings,
          ideal,
          gap,
          silence,
          expected,
          articles,
          revisions(store),
          killed);
    }
  }

  private long revisions(Store store) {
    long sum = 0;
    for (SimulatedSite site : sites) {
      for (var one :
          store.<List<dev.assay.article.ArticleId>>read(
              session ->
                  session.sources().all().stream()
                      .filter(followed -> followed.source().address().contains(site.host() + ":"))
                      .flatMap(
                          followed ->
                              session.sourceEntries().articlesOf(followed.source().id()).stream())
                      .toList())) {
        sum += store.<Integer>read(session -> session.articles().revisions(one).size());
      }
    }
    return sum;
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration most(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /// The requests for its feed that the schedule alone would make, asked at the very moments.
  private int ideal(SimulatedSite site, Instant end) {
    SourceState state = SourceState.fresh(BEGINS, Schedule.START);
    int asked = 0;
    int known = 0;
    double failures = 0;
    while (state.plan().dueAt().isBefore(end)) {
      Instant at = state.plan().dueAt();
      asked++;
      Duration alone = site.leftAlone(at);
      if (site.isDown(at) || alone.isPositive()) {
        failures += Schedule.weight(Failure.SOFT);
        Next next =
            Schedule.failed(
                state,
                Failure.SOFT,
                site.isDown(at) ? 500 : 429,
                failures,
                alone.isPositive() ? alone : null,
                at,
                0);
        state =
            ScheduleTest.state(
                next.dueAt(), next.every(), failures, state.seen().newAt(), state.seen().wholeAt());
        continue;
      }
      int published = site.published(at);
      int listed = published == known ? 0 : Math.min(published, SimulatedSite.LISTED);
      Next next =
          Schedule.answered(
              state,
              null,
              new Listed(
                  listed,
                  Math.min(listed, published - known),
                  dev.assay.source.FeedHints.NONE,
                  null),
              at,
              0);
      failures = 0;
      known = published;
      state =
          ScheduleTest.state(
              next.dueAt(), next.every(), 0, listed > 0 ? at : state.seen().newAt(), at);
    }
    return asked;
  }
}
