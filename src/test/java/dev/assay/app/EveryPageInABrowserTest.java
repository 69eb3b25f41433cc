package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Streams;
import dev.assay.desk.note.Notes;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every page of a server on the samples, in a real browser: what axe-core finds, how much moves
/// while it loads, how much it weighs, and whether its words are of one language. Needs Chromium,
/// and npm's `axe-core` in `target/peers`, which `.ci/run` puts there; run with `mvn test
/// -Dgroups=browser -DexcludedGroups=`.
@Tag("browser")
final class EveryPageInABrowserTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", "."));
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path AXE = ROOT.resolve("target/peers/node_modules/axe-core/axe.min.js");

  /// With the data that it shows, as a browser gets it.
  private static final int MOST_BYTES = 30_000;

  @TempDir static Path folder;
  private static Desk desk;
  private static Desk.Serving serving;
  private static Playwright playwright;
  private static Browser browser;
  private static List<String> pages;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium");
    Desks opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    run(opener, "import", ROOT.resolve("samples/rare-earths").toString());
    run(opener, "topic", "稀土", "--save");
    run(opener, "alerts", "add", "--topic", "稀土", "--when", "article.created,dispute.opened");
    run(opener, "follow", Files.createDirectory(folder.resolve("watched")).toString());
    desk = opener.toWrite(folder.resolve("data"));
    serving = opener.serve(desk, Desk.Listening.here(0));
    pages = pages();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
  }

  private static void run(Desk.Opener opener, String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--data", folder.resolve("data").toString()));
    Commands.run(
        opener,
        InstantSource.system(),
        folder,
        new Streams(
            InputStream.nullInputStream(),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream(),
            false),
        line.toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      playwright.close();
      serving.close();
      desk.close();
    }
  }

  /// One of each kind; what has an id is found by following links, and some reader's own is made.
  private static List<String> pages() throws IOException, InterruptedException {
    String topic = get("/topics/稀土联盟");
    String article = first("/articles/[0-9a-v]{13}", topic);
    ArticleId id = ArticleId.parse(article.substring("/articles/".length())).orElseThrow();
    desk.notes()
        .add(ReaderId.LOCAL, id, 1, new Notes.Where.Whole(), "To check.", List.of("open", "待查"));
    desk.collections().put(ReaderId.LOCAL, "Winter 冬", List.of(id));
    desk.marks().mutes().muteSource(ReaderId.LOCAL, "松岭早报");
    String figure = first("/ledger/[0-9a-f]{8,}", get("/ledger?verdict=none"));
    return List.of(
        "/",
        "/topics/稀土联盟",
        "/topics/稀土?density=lines",
        "/topics/qqqqq",
        article,
        first("/articles/[0-9a-v]{13}/changes", topic),
        article + "/paragraphs/1",
        article + "/paragraphs/1/note",
        article + "/translation",
        "/search",
        "/search?q=稀土",
        "/search?q=qqqqq",
        "/ledger",
        "/topics/稀土/ledger",
        figure,
        figure + "/series",
        "/ledger/review",
        "/ask",
        "/ask?q=qqqqq",
        "/ask/qqqqq",
        "/events",
        first("/events/[0-9a-v]{13}", get("/events")),
        "/timeline?topic=稀土",
        "/series?topic=稀土",
        "/chain",
        "/edits",
        "/rising",
        "/alerts",
        first("/alerts/[0-9a-v]+", get("/alerts")),
        "/unread",
        "/starred",
        "/notes",
        "/collections",
        first("/collections/[0-9a-v]{10}", get("/collections")),
        "/sources",
        "/sources/1",
        "/import",
        "/import/qqqqq",
        "/names",
        "/names/split?name=稀土",
        "/models",
        "/sign-in",
        "/sign-in/provider",
        "/u/qqqqq",
        "/account",
        "/audit",
        "/nowhere");
  }

  /// Routes that answer a person's browser with no page: files, feeds, streams, redirections, and
  /// what programs ask.
  private static final Set<String> NO_PAGES =
      Set.of(
          "/.well-known/oauth-protected-resource",
          "/.well-known/oauth-protected-resource/mcp",
          "/articles/{id}/timemap",
          "/assets/{name}",
          "/health",
          "/live",
          "/metrics",
          "/opml",
          "/atom",
          "/feed.json",
          "/alerts/{id}/atom",
          "/alerts/{id}/feed.json",
          "/names/complete",
          "/sign-in/provider/back",
          "/topics");

  @Test
  void noPageOfTheTableOfRoutesIsLeftOut() throws IOException {
    List<String> left = new ArrayList<>();
    for (String row : Files.readAllLines(ROOT.resolve("src/main/resources/access/routes.tsv"))) {
      if (row.equals("# The JSON API")) {
        break;
      }
      String[] cells = row.split("\t");
      if (cells[0].equals("GET") && !NO_PAGES.contains(cells[1])) {
        Pattern route = Pattern.compile(cells[1].replaceAll("\\{[a-z]+}", "[^/?]+") + "(\\?.*)?");
        if (pages.stream().noneMatch(page -> route.matcher(page).matches())) {
          left.add(cells[1]);
        }
      }
    }
    assertThat(left).isEmpty();
  }

  private static String first(String pattern, String page) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as("a page has " + pattern).isTrue();
    return found.group();
  }

  private static URI address(String path) {
    return URI.create("http://127.0.0.1:" + serving.port() + URI.create(path).toASCIIString());
  }

  private static String get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(address(path)).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
          .body();
    }
  }

  private static String in(String language, String path) {
    return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
  }

  private static Page open(String language, ColorScheme scheme, int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, 900));
    return context.newPage();
  }

  @Test
  void axeFindsNothingInEitherLanguageAndLight() throws IOException {
    assumeTrue(Files.exists(AXE), "no axe-core in target/peers: .ci/run puts it there");
    String axe = Files.readString(AXE);
    for (String language : List.of("en", "zh")) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        Page page = open(language, scheme, scheme == ColorScheme.LIGHT ? 1440 : 390);
        for (String path : pages) {
          page.navigate(address(in(language, path)).toString());
          page.evaluate(axe);
          assertThat((List<?>) page.evaluate(VIOLATIONS))
              .as("%s, %s, %s", path, language, scheme)
              .isEmpty();
        }
        page.evaluate("document.body.append(document.createElement('img'))");
        assertThat((List<?>) page.evaluate(VIOLATIONS)).as("a picture without words").isNotEmpty();
        page.context().close();
      }
    }
  }

  /// Of any level, those that axe calls best practice among them.
  private static final String VIOLATIONS =
      """
      async () => (await axe.run(document, {resultTypes: ['violations']})).violations
        .map(v => `${v.impact} ${v.id}: ${v.nodes.map(n => n.html.slice(0, 200)).slice(0, 3).join(' | ')}`)
      """;

  /// Share of the window times share of its height: less is a line that moves by less than a pixel
  /// where the machine is busy with other tests.
  private static final double SEEN = .001;

  @Test
  void nothingMovesWhileAPageLoads() {
    for (int width : List.of(1440, 390)) {
      Page page = open("en", ColorScheme.LIGHT, width);
      for (String path : pages) {
        page.navigate(address(path).toString());
        assertThat(((Number) page.evaluate(SHIFT)).doubleValue())
            .as("%s at %d", path, width)
            .isLessThan(SEEN);
      }
      page.context().close();
    }
  }

  /// The sum of all layout shifts until the page has been drawn twice after it loaded.
  private static final String SHIFT =
      """
      () => new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => list.getEntries().forEach(one => sum += one.value))
          .observe({type: 'layout-shift', buffered: true});
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
      })
      """;

  @Test
  void everyPageWeighsLittleWithItsData() throws IOException, InterruptedException {
    for (String path : pages) {
      assertThat(deflated(get(path))).as(path).isLessThan(MOST_BYTES);
    }
  }

  private static int deflated(String page) {
    try (Deflater deflater = new Deflater(6, true)) {
      deflater.setInput(page.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      byte[] buffer = new byte[8_192];
      int bytes = 0;
      while (!deflater.finished()) {
        bytes += deflater.deflate(buffer);
      }
      return bytes;
    }
  }

  @Test
  void theWordsOfThePageAreOfTheReadersLanguage() {
    List<String> wrong = new ArrayList<>();
    for (String language : List.of("en", "zh")) {
      Page page = open(language, ColorScheme.LIGHT, 1440);
      for (String path : pages) {
        page.navigate(address(in(language, path)).toString());
        ((List<?>) page.evaluate(CHROME, language))
            .forEach(text -> wrong.add("%s %s: %s".formatted(language, path, text)));
      }
      page.context().close();
    }
    assertThat(wrong).isEmpty();
  }

  /// Texts and labels that are said in the interface's language (by `lang`) and are of the other:
  /// Han in English, three Latin letters of words in Chinese. Proper names that the interface does
  /// not translate stand in elements with their own `lang`, code and marks in `code` and `kbd`.
  private static final String CHROME =
      """
      language => {
        const of = e => e.closest('[lang]').getAttribute('lang').slice(0, 2); // "" for what is no language: paths
        const han = /\\p{Script=Han}/u, latin = /[A-Za-z]{3,}/;
        const names = /\\b(Assay|Atom|JSON|CSV|OPML|UTC|PDF|DOCX|HTML|RSS|FILE|FOLDER|Markdown|Enter|Escape|Web Annotation|CC-CEDICT|https?:\\S*|assay \\S+( \\S+)*|docs\\/\\S+|Lynas|HEAD|Webhook|ntfy|Apprise|robots\\.txt|token|read|write|mcp)\\b/g;
        const wrong = [];
        const look = (e, text) => {
          if (of(e) !== language || e.closest('code, kbd, script, style, datalist, input, textarea, svg')) return;
          const plain = text.replace(names, '');
          if (language === 'en' ? han.test(plain) : latin.test(plain) && !han.test(plain)) wrong.push(text.trim().slice(0, 80));
        };
        for (const e of document.querySelectorAll('body *')) {
          for (const n of e.childNodes) if (n.nodeType === 3 && n.data.trim()) look(e, n.data);
          for (const a of ['aria-label', 'title', 'placeholder']) if (e.getAttribute(a)) look(e, e.getAttribute(a));
        }
        return [...new Set(wrong)];
      }
      """;
}
