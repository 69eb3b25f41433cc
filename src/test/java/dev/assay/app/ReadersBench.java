package dev.assay.app;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.access.Actor;
import dev.assay.access.Role;
import dev.assay.access.Sessions;
import dev.assay.access.SignIn;
import dev.assay.access.TokenScope;
import dev.assay.article.ReaderId;
import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import dev.assay.source.Opml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// How long readers wait: one of a desk without accounts, one while sources are followed, and many
/// of a desk with accounts, of whom some are programs with tokens. The three desks hold the same
/// articles and take turns, so that what else the machine does meanwhile falls on all of them.
///
///     java dev.assay.app.ReadersBench FOLDER LINES [ROUNDS SECONDS [readers]]
///
/// FOLDER is made; LINES are articles as `assay import --batch` takes them. With `readers` the desk
/// that follows sources is left out, and short rounds cost little. How far chance alone parts two
/// runs is seen in the one reader's own even and odd rounds. Processor time is that of the process,
/// the asking included.
final class ReadersBench {

  private static final int READERS = 200;
  private static final int WITH_TOKENS = 50;
  private static final int SOURCES = 2_000;

  /// Between two pages of one of many readers, on average.
  private static final Duration READING = Duration.ofSeconds(20);

  private static final Duration TURNING = Duration.ofMillis(50);

  /// Eight sites are asked at a time: some fifty a minute.
  private static final Duration SLOW_SITE = Duration.ofSeconds(8);

  private static final List<String> NAMES = List.of("Lynas", "稀土", "gallium", "copper", "镍");

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final String PASSWORD = "a long enough password";

  private final Path folder;
  private final int rounds;
  private final Duration span;
  private final Desk.Opener opener =
      new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  private final boolean alsoSources;

  private ReadersBench(Path folder, int rounds, Duration span, boolean alsoSources) {
    this.alsoSources = alsoSources;
    this.folder = folder;
    this.rounds = rounds;
    this.span = span;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Path hosts =
        Files.writeString(
            folder.resolve("hosts"),
            "127.0.0.1 localhost\n"
                + IntStream.range(0, SOURCES)
                    .mapToObj("127.0.0.1 site%d.example%n"::formatted)
                    .collect(Collectors.joining()));
    System.setProperty("jdk.net.hosts.file", hosts.toString());
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 30;
    new ReadersBench(folder, rounds, Duration.ofSeconds(seconds), arguments.length < 5)
        .run(Path.of(arguments[1]));
  }

  /// Whoever reads: what proves who they are, and whether they are a program.
  private record Reader(Map<String, String> proof, boolean program) {}

  private static final Reader ALONE = new Reader(Map.of(), false);

  /// What a desk made its readers wait, in nanoseconds.
  private record Waits(String name, ConcurrentLinkedQueue<Long> nanos, AtomicLong processor) {
    Waits(String name) {
      this(name, new ConcurrentLinkedQueue<>(), new AtomicLong());
    }

    static Waits together(Waits one, Waits other) {
      Waits both = new Waits(one.name);
      for (Waits part : List.of(one, other)) {
        both.nanos.addAll(part.nanos);
        both.processor.addAndGet(part.processor.get());
      }
      return both;
    }

    /// Processor time of the process, a request.
    double millis() {
      return processor.get() / 1e6 / nanos.size();
    }

    double percentile(double share) {
      long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
      return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    String told() {
      return nanos.isEmpty()
          ? name + ": not asked"
          : "%s: %,d requests, p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, %.2f ms of processor time each"
              .formatted(
                  name, nanos.size(), percentile(.5), percentile(.9), percentile(.99), millis());
    }
  }

  private void run(Path lines) throws Exception {
    fill(lines);
    HttpServer sites = sites();
    try (Desk alone = opener.toWrite(folder.resolve("alone"));
        Desk following = opener.toWrite(folder.resolve("following"));
        Desk many = opener.toWrite(folder.resolve("many"));
        HttpClient client = HttpClient.newHttpClient()) {
      List<Reader> readers = readers(many);
      if (alsoSources) {
        following.sources().follow(list(sites.getAddress().getPort()), "", "");
      }
      try (Desk.Serving one = opener.serve(alone, Desk.Listening.here(0));
          Desk.Serving team = opener.serve(many, Desk.Listening.here(0))) {
        measure(client, one, following, team, readers);
      }
    } finally {
      sites.stop(0);
    }
    System.exit(0);
  }

  private void measure(
      HttpClient client, Desk.Serving one, Desk following, Desk.Serving team, List<Reader> readers)
      throws IOException, InterruptedException {
    List<String> articles = articles(client, one.port());
    List<Waits> halves = List.of(new Waits("one reader, no accounts"), new Waits(""));
    Waits second = new Waits("one reader, %,d sources followed".formatted(SOURCES));
    Waits third =
        new Waits(
            "%d readers with accounts, %d of them with tokens".formatted(READERS, WITH_TOKENS));
    for (int round = -1; round < rounds; round++) {
      boolean warm = round < 0; // the classes are loaded, and nothing counts
      Waits half = halves.get(Math.floorMod(round, 2));
      counted(warm ? new Waits("") : half, waits -> turn(client, one, articles, waits));
      if (alsoSources) {
        try (Desk.Serving beside = opener.serve(following, Desk.Listening.here(0))) {
          counted(
              warm ? new Waits("") : second,
              waits -> turn(client, beside, articles, waits)); // it asks in this round alone
        }
      }
      counted(warm ? new Waits("") : third, waits -> crowd(client, team, articles, readers, waits));
    }
    tell(halves, second, third);
  }

  /// A round, and the processor time that it took.
  private static void counted(Waits waits, Consumer<Waits> round) {
    long before = PROCESS.getProcessCpuTime();
    round.accept(waits);
    waits.processor().addAndGet(PROCESS.getProcessCpuTime() - before);
  }

  private void tell(List<Waits> halves, Waits second, Waits third) {
    Waits first = Waits.together(halves.getFirst(), halves.getLast());
    Stream.of(first, second, third).map(Waits::told).forEach(System.out::println);
    if (alsoSources) {
      System.out.printf(
          "p99 beside sources %.2f of one's; %d feeds asked%n",
          second.percentile(.99) / first.percentile(.99), asked.get());
    }
    System.out.printf(
        "p99 of many %.2f of one's, processor time a request %.2f; p99 of one's odd rounds %.2f of the even ones'; %d failures%n",
        third.percentile(.99) / first.percentile(.99),
        third.millis() / first.millis(),
        halves.getLast().percentile(.99) / halves.getFirst().percentile(.99),
        failed.get());
  }

  // The desks.

  private void fill(Path lines) throws IOException {
    Path alone = folder.resolve("alone");
    try (InputStream in = Files.newInputStream(lines)) {
      Commands.run(
          opener,
          InstantSource.system(),
          Path.of("samples"),
          new Streams(in, new ByteArrayOutputStream(), new ByteArrayOutputStream(), false),
          new String[] {"import", "--batch", "--data", alone.toString()});
    }
    for (String copy : List.of("following", "many")) {
      try (Stream<Path> files = Files.walk(alone)) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(copy).resolve(alone.relativize(file).toString()));
        }
      }
    }
    Files.writeString(
        folder.resolve("following/sources.properties"), "private-addresses=allowed\n");
  }

  private static List<Reader> readers(Desk desk) {
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      String name = "reader" + i;
      desk.doors().accounts().add(name, Role.READER, PASSWORD, Actor.CONSOLE);
      if (i < WITH_TOKENS) {
        String token =
            desk.doors()
                .tokens()
                .make(new ReaderId(name), "", Set.of(TokenScope.READ), null, Actor.CONSOLE)
                .orElseThrow();
        readers.add(new Reader(Map.of("Authorization", "Bearer " + token), true));
      } else {
        SignIn entered =
            desk.doors().sessions().signIn(name, PASSWORD, new Sessions.Place("10.0.0." + i, ""));
        String secret = ((SignIn.Entered) entered).secret();
        readers.add(new Reader(Map.of("Cookie", "assay=" + secret), false));
      }
    }
    return readers;
  }

  private static Opml list(int port) {
    return new Opml(
        IntStream.range(0, SOURCES)
            .mapToObj(
                i ->
                    new Opml.Outline(
                        "Site " + i,
                        "http://site%d.example:%d/feed".formatted(i, port),
                        "",
                        "",
                        "feed"))
            .toList());
  }

  /// Sites whose feeds take their time; one in five has something to tell.
  private HttpServer sites() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
          if (!robots) {
            asked.incrementAndGet();
            sleep(SLOW_SITE);
          }
          answer(exchange, robots ? "User-agent: *\nAllow: /\n" : feed(exchange));
        });
    server.start();
    return server;
  }

  private static String feed(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
    int number = Integer.parseInt(host.replaceAll("\\D", ""));
    String text =
        "Plant %d made %d tonnes of oxide last year, its owner said on Monday, and wants to make more. "
            .formatted(number, number + 100)
            .repeat(6);
    String item =
        number % 5 > 0
            ? ""
            : "<item><title>Plant %d starts its line</title><guid>%d</guid><link>http://%s/%d</link><description>%s</description></item>"
                .formatted(number, number, host, number, text);
    return "<rss version=\"2.0\"><channel><title>Site %d</title><link>http://%s/</link><description>-</description>%s</channel></rss>"
        .formatted(number, host, item);
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void sleep(Duration span) {
    try {
      Thread.sleep(span);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // Reading.

  private static List<String> articles(HttpClient client, int port)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    for (String name : NAMES) {
      URI search =
          URI.create(
              "http://127.0.0.1:%d/api/v1/search?limit=50&q=%s"
                  .formatted(port, URLEncoder.encode(name, StandardCharsets.UTF_8)));
      HttpResponse<String> found =
          client.send(HttpRequest.newBuilder(search).build(), BodyHandlers.ofString());
      JsonMapper.shared()
          .readTree(found.body())
          .path("hits")
          .forEach(hit -> ids.add(hit.path("article").path("id").asString()));
    }
    if (ids.isEmpty()) {
      throw new IllegalStateException("the articles name none of " + NAMES);
    }
    return ids;
  }

  private static String path(Random random, List<String> articles, boolean program) {
    String name =
        URLEncoder.encode(NAMES.get(random.nextInt(NAMES.size())), StandardCharsets.UTF_8);
    String article = articles.get(random.nextInt(articles.size()));
    String before = program ? "/api/v1" : "";
    return switch (random.nextInt(10)) {
      case 0 -> program ? "/api/v1/today" : "/";
      case 1, 2, 3 -> before + "/search?q=" + name;
      case 4, 5, 6 -> before + "/topics/" + name;
      default -> before + "/articles/" + article;
    };
  }

  private void ask(HttpClient client, int port, String path, Reader reader, Waits waits) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
    reader.proof().forEach(request::header);
    long begun = System.nanoTime();
    try {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      waits.nanos().add(System.nanoTime() - begun);
      if (answer.statusCode() != 200) {
        failed.incrementAndGet();
        System.err.println(answer.statusCode() + " " + path);
      }
    } catch (IOException e) {
      failed.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// One reader turns pages for a while.
  private void turn(HttpClient client, Desk.Serving desk, List<String> articles, Waits waits) {
    Random random = new Random(waits.nanos().size());
    Instant end = Instant.now().plus(span);
    while (Instant.now().isBefore(end)) {
      ask(client, desk.port(), path(random, articles, false), ALONE, waits);
      sleep(TURNING);
    }
  }

  /// Many readers turn pages for a while, each in their own time.
  private void crowd(
      HttpClient client,
      Desk.Serving desk,
      List<String> articles,
      List<Reader> readers,
      Waits waits) {
    Instant end = Instant.now().plus(span);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Reader reader : readers) {
        threads.execute(
            () -> {
              Random random = new Random(Arrays.hashCode(new Object[] {reader, end}));
              for (Instant next = Instant.now().plus(pause(random));
                  next.isBefore(end);
                  next = Instant.now().plus(pause(random))) {
                sleep(Duration.between(Instant.now(), next));
                ask(client, desk.port(), path(random, articles, reader.program()), reader, waits);
              }
            });
      }
    }
  }

  private static Duration pause(Random random) {
    return Duration.ofMillis(
        Math.min(READING.toMillis() * 2, (long) (random.nextExponential() * READING.toMillis())));
  }
}
