package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line from end to end, on real files and a real data folder.
final class CommandsTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", "."));
  private static final Path SAMPLES = ROOT.resolve("samples/rare-earths");
  private static final Instant NOW = Instant.parse("2025-11-25T06:00:00Z");

  @TempDir Path folder;

  private record Ended(int code, String out, String error) {}

  private Ended assay(String... arguments) {
    return assay(InputStream.nullInputStream(), arguments);
  }

  private Ended assay(InputStream in, String... arguments) {
    return assay(SAMPLES, in, arguments);
  }

  private Ended assay(Path samples, InputStream in, String... arguments) {
    return run(
        samples,
        in,
        Stream.concat(Stream.of(arguments), Stream.of("--data", folder.resolve("data").toString()))
            .toList());
  }

  /// A command that has no data folder.
  private Ended assayAlone(String... arguments) {
    return run(SAMPLES, InputStream.nullInputStream(), List.of(arguments));
  }

  private static Ended run(Path samples, InputStream in, List<String> line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    int code =
        Commands.run(
            new Desks(Lexicon.shipped(), () -> NOW, Optional::empty),
            () -> NOW,
            samples,
            new Streams(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                false),
            line.toArray(String[]::new));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
  }

  private static InputStream lines(String... lines) {
    return new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private Path page(String title, String sum) throws IOException {
    Path page = folder.resolve("page.html");
    Files.writeString(
        page,
        "<html><head><title>%s</title></head><body><article><h1>%s</h1>".formatted(title, title)
            + "<p>Two governments announced on Monday that they would share the cost of the new refinery.</p>"
            + "<p>Each side pays %s over the next six months, according to the ministry in charge.</p>"
                .formatted(sum)
            + "<p>The plant will separate heavy rare earths from ore that is mined nearby, officials said.</p>"
            + "</article></body></html>");
    return page;
  }

  @Test
  void takesEachDocumentInOnceAndSaysWhatBecameOfIt() throws IOException {
    Path page = page("Refinery agreed", "$1 billion");

    assertThat(assay("import", page.toString()).out()).startsWith("1 document: 1 imported;");
    assertThat(assay("import", page.toString()).out()).startsWith("1 document: 1 unchanged;");
    assertThat(assay("import", page("Refinery agreed", "$3 billion").toString()).out())
        .startsWith("1 document: 1 updated;");
    assertThat(assay("import", page.toString(), "--lang", "zh").out()).startsWith("共 1 篇：未变 1 篇；");
    assertThat(assay("verify").code()).isZero();
  }

  @Test
  void asksNothingElseWhereTheArticlesOfALineAreUnknown() throws IOException {
    assay("import", page("Refinery agreed", "$1 billion").toString());

    Ended ended =
        assay(
            lines(
                "{\"question\":\"Who shares the cost of the refinery?\",\"articles\":[\"nowhere\"]}"),
            "ask",
            "--batch");

    assertThat(ended.out())
        .isEqualToIgnoringNewLines("{\"error\":\"no article is called nowhere\"}");
  }

  @Test
  void knowsASampleOfAnotherCloneForTheSame() throws IOException {
    Path first = Files.createDirectories(folder.resolve("one/samples/rare-earths/pages"));
    Path second = Files.createDirectories(folder.resolve("two/samples/rare-earths/pages"));
    for (Path pages : List.of(first, second)) {
      Files.copy(page("Refinery agreed", "$1 billion"), pages.resolve("refinery.html"));
      Files.copy(page("精炼厂获批", "30亿美元"), pages.resolve("lianchang.html"));
    }
    assertThat(assay("import", first.getParent().toString()).out()).startsWith("2 documents");
    Path own = page("Only the user has this", "$9 million");
    assertThat(assay("import", own.toString()).code()).isZero();

    Path expected = Files.createDirectories(first.resolveSibling("expected"));
    Files.writeString(expected.resolve("refinery.json"), "{\"title\":\"Refinery agreed\"}");
    assertThat(demoOf(first.getParent())).isEqualTo(3);
    assertThat(demoOf(second.getParent())).isEqualTo(3);
    Files.delete(second.resolve("refinery.html"));
    assertThat(demoOf(second.getParent())).isEqualTo(2);
    assertThat(assay("search", "Refinery").out()).doesNotContain("Refinery agreed");
    assertThat(assay("search", "user").out()).contains("Only the user has this");
    assertThat(assay("verify").code()).isZero();
  }

  @Test
  void theDemoFollowsItsOwnFeedAndBeginsItAnew() throws IOException {
    Path samples = Files.createDirectories(folder.resolve("samples/rare-earths"));
    Files.copy(page("Refinery agreed", "$1 billion"), samples.resolve("refinery.html"));
    Files.writeString(
        samples.resolveSibling("arriving.atom"),
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>岚岬电讯</title><id>x</id><entry><id>y</id></entry></feed>");

    demoOf(samples);
    String first = assay("sources").out();
    demoOf(samples);
    String second = assay("sources").out();

    assertThat(first).contains("not asked yet  岚岬电讯");
    assertThat(second).contains("not asked yet  岚岬电讯").hasSameSizeAs(first);
  }

  /// Runs the demo up to its server, which finds its port taken.
  ///
  /// @return how many articles there are then
  private long demoOf(Path samples) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended =
          assay(
              samples,
              InputStream.nullInputStream(),
              "demo",
              "--no-browser",
              "--port",
              "" + taken.getLocalPort());
      assertThat(ended.error())
          .contains("Name another with --port N")
          .doesNotContain("refinery.json");
    }
    Matcher count =
        Pattern.compile("\"articles\":\"?(\\d+)").matcher(assay("status", "--json").out());
    assertThat(count.find()).isTrue();
    return Long.parseLong(count.group(1));
  }

  @Test
  void keepsTheIdsOfABatchAndRefusesOnlyTheBadLines() {
    Ended ended =
        assay(
            lines(
                "{\"id\":\"a1\",\"title\":\"镓的出口管制\",\"text\":\"中国对镓实行出口管制。\\n许可证由商务部发放。\",\"lang\":\"zh-Hans\",\"published\":\"2025-08-01\"}",
                "not json",
                "{\"title\":\"no id\"}",
                "{\"id\":\"a2\",\"title\":\"Gallium licences\",\"text\":\"Exporters of gallium now need a licence.\"}"),
            "import",
            "--batch");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.out()).startsWith("4 documents: 2 imported, 2 refused;");
    assertThat(ended.error())
        .contains("not taken: line 2: The line is not JSON")
        .contains("not taken: line 3: The line must be a JSON object with an \"id\".");
    assertThat(assay("article", "a1").out())
        .contains("镓的出口管制", "2025-08-01", "[1] 中国对镓实行出口管制。", "[2] 许可证由商务部发放。");
    assertThat(assay("search", "出口管制").out()).contains("镓的出口管制");
    assertThat(assay("search", "licence").out()).contains("Gallium licences");
  }

  @Test
  void countsTheNumbersOfABriefThatStandWhereTheyAreCited() {
    assay(
        lines(
            "{\"id\":\"en\",\"title\":\"Refinery agreed\",\"text\":\"Two governments agreed on Monday to"
                + " share the $3 billion cost of a new refinery.\\nEach side pays half over the next six"
                + " months, the ministry in charge said.\",\"published\":\"2025-11-02T09:00:00Z\"}",
            "{\"id\":\"zh\",\"title\":\"精炼厂获批\",\"text\":\"两国政府周一同意各投入30亿美元建精炼厂。\\n"
                + "主管部门称，款项在今后六个月内付清。\",\"published\":\"2025-11-02T09:00:00Z\"}"),
        "import",
        "--batch");

    assertThat(assay("brief", "en").out().lines().toList().getLast())
        .isEqualTo("  4 of 4 numbers found where they are cited");
    assertThat(assay("brief", "zh", "--lang", "zh").out().lines().toList().getLast())
        .isEqualTo("  2 个数字中有 2 个见于所引段落");
    assertThat(assay("brief", "zh", "--json").out())
        .contains("\"verdict\":\"exact\",\"evidence\":{\"article\":");
  }

  @Test
  void foldsCopiesWhicheverCameFirst() {
    String text =
        "The ministry issued seven licences for heavy rare earths in the third week of the month.\\n"
            + "Traders in the port said that cargoes would move before the new year if the paperwork held.\\n"
            + "A magnet maker in the east has restarted two of its four lines, and expects the others by March.";
    Ended ended =
        assay(
            lines(
                "{\"id\":\"later\",\"title\":\"Licences move\",\"source\":\"B\",\"text\":\""
                    + text
                    + "\",\"published\":\"2025-11-02T09:00:00Z\"}",
                "{\"id\":\"first\",\"title\":\"Seven licences\",\"source\":\"A\",\"text\":\""
                    + text
                    + "\",\"published\":\"2025-11-01T09:00:00Z\"}"),
            "import",
            "--batch");

    assertThat(ended.out()).contains("2 documents");
    assertThat(assay("status").out()).contains("2 articles, 1 independent");
    assertThat(assay("topic", "heavy rare earths").out())
        .contains("Seven licences")
        .contains("also in 1")
        .doesNotContain("Licences move");
  }

  @Test
  void makesATopicPageOfTheSamplesForAnyNameInAnyScript() {
    assay("import", SAMPLES.toString());

    List<String> cards = articles("topic", "稀土联盟", "--json");
    assertThat(cards).isNotEmpty();
    assertThat(articles("topic", "稀土聯盟", "--json")).isEqualTo(cards);
    assertThat(articles("topic", "rare earth alliance", "--json")).isEqualTo(cards);
    assertThat(assay("topic", "rare earth alliance").out())
        .contains("五国元首同访华盛顿，矿产成了谈判桌上的主菜")
        .contains("2025-11-22 07:10 +08:00 · 松岭早报")
        .contains("Treasury keeps its tariff threat in reserve while the rare earth truce holds")
        .containsPattern("  - .* \\[\\d+\\]");
    assertThat(assay("verify").out()).contains("store, raw bytes, citations and index agree");
  }

  @Test
  void deletesAnArticleWithEverythingDerivedFromIt() {
    assay(
        lines(
            "{\"id\":\"x\",\"title\":\"Gone\",\"text\":\"A sentence about terbium that will go.\"}"),
        "import",
        "--batch");

    assertThat(assay("delete", "x").code()).isZero();
    assertThat(assay("delete", "x").code()).isEqualTo(3);
    assertThat(assay("search", "terbium").code()).isEqualTo(3);
    assertThat(assay("status").out()).contains("0 articles");
    assertThat(assay("verify").code()).isZero();
  }

  @Test
  void restoresABackupAndRebuildsTheIndex() {
    assay(
        lines(
            "{\"id\":\"x\",\"title\":\"Kept\",\"text\":\"A sentence about terbium that will stay.\"}"),
        "import",
        "--batch");
    Path backup = folder.resolve("kept.assay");

    assertThat(assay("backup", backup.toString()).code()).isZero();
    assertThat(assay("backup", backup.toString()).error()).contains("exists already");
    assay("delete", "x");
    assertThat(assay("restore", backup.toString()).error()).contains("There is data in");

    Path other = folder.resolve("other");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err,
            false);
    Commands.run(
        new Desks(Lexicon.shipped(), () -> NOW, Optional::empty),
        () -> NOW,
        SAMPLES,
        streams,
        new String[] {"restore", backup.toString(), "--data", other.toString()});
    Commands.run(
        new Desks(Lexicon.shipped(), () -> NOW, Optional::empty),
        () -> NOW,
        SAMPLES,
        streams,
        new String[] {"search", "terbium", "--data", other.toString()});
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Restored into").contains("Kept");
  }

  @Test
  void savesATopicWithAliasesInBothLanguages() {
    assay(
        lines(
            "{\"id\":\"zh\",\"title\":\"电解槽\",\"text\":\"碱性电解槽的订单在三季度翻了一番。\"}",
            "{\"id\":\"en\",\"title\":\"Electrolysers\",\"text\":\"Orders for alkaline electrolysers doubled in the third quarter.\"}"),
        "import",
        "--batch");

    Ended saved = assay("topic", "电解槽", "--save", "--alias", "electrolysers");

    assertThat(saved.out()).contains("碱性电解槽").contains("alkaline electrolysers");
    assertThat(assay("topic", "电解槽", "--save").out()).contains("alkaline electrolysers");
    assertThat(assay("delete", "--topic", "电解槽").code()).isZero();
    assertThat(assay("delete", "--topic", "电解槽").code()).isEqualTo(3);
  }

  @Test
  void opensThePageOfACompanyByItsTicker() throws IOException {
    byte[] list =
        "{\"0\":{\"cik_str\":900001,\"ticker\":\"RVSX\",\"title\":\"RIVERSIDE & HOLLOW MINING CORP\"}}"
            .getBytes(StandardCharsets.UTF_8);
    HttpServer lists = served("/list.json", list);
    int port = lists.getAddress().getPort();
    assay(
        lines(
            "{\"id\":\"en\",\"title\":\"Riverside & Hollow Mining buys a mill\",\"text\":\"Riverside & Hollow Mining pays 40 million dollars for the mill.\"}"),
        "import",
        "--batch");
    Files.writeString(
        folder.resolve("data/sources.properties"),
        "private-addresses = allowed\ncompanies = http://127.0.0.1:%d/list.json\n".formatted(port));
    try {
      assertThat(assay("companies").out()).startsWith("No list of companies.");
      assertThat(assay("companies", "add").out()).startsWith("1 company added.");
    } finally {
      lists.stop(0);
    }
    assay("alias", "apply");

    assertThat(assay("topic", "RVSX").out()).contains("buys a mill");
    assertThat(assay("search", "RVSX").out()).contains("buys a mill");
    assertThat(assay("companies", "add").error()).contains("could not be fetched");
    assertThat(assay("companies").out()).startsWith("1 listed company known");
  }

  private static HttpServer served(String path, byte[] body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void saysThatTheIndexIsBehindAndCatchesUpWithTheNextWriter() throws IOException {
    assay(
        lines(
            "{\"id\":\"x\",\"title\":\"Kept\",\"text\":\"A sentence about terbium that will stay.\"}"),
        "import",
        "--batch");
    try (Stream<Path> files = Files.walk(folder.resolve("data/index"))) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }

    assertThat(assay("search", "terbium").error())
        .contains("The index has 0 of 1 article and may lack the last changes.");
    assertThat(assay("verify").code()).isEqualTo(5);
    assay(
        lines("{\"id\":\"y\",\"title\":\"More\",\"text\":\"Another sentence about terbium.\"}"),
        "import",
        "--batch");
    assertThat(assay("search", "terbium").out()).contains("Kept").contains("More");
    assertThat(assay("verify").code()).isZero();
  }

  @Test
  void findsTheSameAfterReindex() {
    assay("import", SAMPLES.toString());
    List<String> before = hits("稀土 精炼");

    assertThat(assay("reindex").code()).isZero();
    assertThat(hits("稀土 精炼")).isNotEmpty().isEqualTo(before);
  }

  private List<String> hits(String query) {
    return articles("search", query, "--json", "--limit", "100");
  }

  /// The ids of the articles that a command prints, in order.
  private List<String> articles(String... arguments) {
    return Pattern.compile("\"article\":\\{\"id\":\"(\\w+)\"")
        .matcher(assay(arguments).out())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void saysWhatToDoWhenThereIsNothing() {
    assertThat(assay("status"))
        .isEqualTo(
            new Ended(
                1,
                "",
                "assay: There is no data in %s yet. Import something first: assay import FILE%n"
                    .formatted(folder.resolve("data"))));
    assertThat(assay("import").code()).isEqualTo(2);
    assertThat(assay("import", folder.resolve("none.html").toString()).error())
        .contains("There is no such file");
    assertThat(assay("no-such-command").code()).isEqualTo(2);
  }

  @Test
  void refusesAFeedThatNamesFilesOutsideItsFolder() throws IOException {
    Path feed = folder.resolve("feed.xml");
    Files.writeString(
        feed,
        "<rss version='2.0'><channel><title>x</title><link>-</link><description>-</description>"
            + "<item><title>passwords</title><link>../../../../etc/passwd</link></item></channel></rss>");

    Ended ended = assay("import", feed.toString());

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.error()).contains("outside its own folder");
  }

  @Test
  void namesTheNextPageOfASearchWithAllThatWasAskedFor() throws IOException {
    assay(
        lines(
            "{\"id\":\"1\",\"title\":\"One\",\"text\":\"Terbium rose by a tenth this week.\",\"lang\":\"en\"}",
            "{\"id\":\"2\",\"title\":\"Two\",\"text\":\"Terbium fell again after the holiday.\",\"lang\":\"en\"}",
            "{\"id\":\"3\",\"title\":\"三\",\"text\":\"铽 terbium 的价格没有变化。\",\"lang\":\"zh-Hans\"}"),
        "import",
        "--batch");
    String first =
        assay("search", "the terbium", "--language", "en", "--limit", "1", "--newest").out();
    String command = first.lines().filter(line -> line.startsWith("More: ")).toList().getFirst();

    assertThat(command)
        .startsWith("More: assay search 'the terbium' --language en --limit 1 --newest");
    String token = command.substring(command.lastIndexOf(' ') + 1);
    String second =
        assay(
                "search",
                "the terbium",
                "--language",
                "en",
                "--limit",
                "1",
                "--newest",
                "--page",
                token)
            .out();
    assertThat(List.of(first.contains("One"), second.contains("One"))).containsOnlyOnce(true);
    assertThat(second).doesNotContain("More: ");
  }

  @Test
  void saysThatAPageTokenIsOfNoPage() throws IOException {
    assay(
        lines("{\"id\":\"1\",\"title\":\"One\",\"text\":\"Terbium rose by a tenth.\"}"),
        "import",
        "--batch");

    for (String command : List.of("search", "topic")) {
      Ended ended = assay(command, "terbium", "--page", "garbage", "--lang", "en");
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.error())
          .isEqualTo(
              "assay: --page takes the token that the page before printed for this very search or"
                  + " topic. Ask for the first page again.\n");
    }
  }

  @Test
  void exportsNoMoreArticlesThanAPackHolds() throws IOException {
    assay(
        lines("{\"id\":\"1\",\"title\":\"One\",\"text\":\"Terbium rose by a tenth.\"}"),
        "import",
        "--batch");
    List<String> command = new ArrayList<>(List.of("export", "--lang", "en"));
    for (int i = 0; i < 1_001; i++) {
      command.addAll(List.of("--article", "1"));
    }

    Ended ended = assay(command.toArray(String[]::new));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.error())
        .isEqualTo(
            "assay: A pack holds 1,000 articles at most, and 1,001 are named: make several packs,"
                + " or a collection.\n");
  }

  @Test
  void saysOfNoFiguresThatNoneStandsAloneOnlyWhereOnlyThoseWereAskedFor() throws IOException {
    assay(lines("{\"id\":\"1\",\"title\":\"铽价\",\"text\":\"铽价上涨。\"}"), "import", "--batch");

    assertThat(assay("ledger", "--verdict", "none").out())
        .contains("The ledger holds no figures here that only one source gives.");
    assertThat(assay("ledger", "--verdict", "none", "--lang", "zh").out())
        .contains("这里没有只有一个来源的数字。");
    assertThat(assay("ledger", "--verdict", "none", "--verdict", "differ").out())
        .contains("The ledger holds no such figures.");
    assertThat(assay("ledger", "--verdict", "none", "--verdict", "differ", "--lang", "zh").out())
        .contains("账本里没有这样的数字。");
  }

  @Test
  void findsNoLedgerOfANameThatNobodyWrites() throws IOException {
    assay(
        lines("{\"id\":\"1\",\"title\":\"铽价\",\"text\":\"这个月中国铽产量为30吨，没有新的主题。\"}"),
        "import",
        "--batch");

    assertThat(assay("ledger", "没有这个主题").code()).isEqualTo(3);
    assertThat(assay("topic", "没有这个主题").code()).isEqualTo(3);
  }

  @Test
  void saysWhatSearchByMeaningLacks() throws IOException {
    assay(
        lines("{\"id\":\"1\",\"title\":\"One\",\"text\":\"Terbium rose by a tenth.\"}"),
        "import",
        "--batch");

    Ended found = assay("search", "terbium", "--mode", "semantic");
    assertThat(found.code()).isZero();
    assertThat(found.out()).contains("One");
    assertThat(found.error()).contains("./assay addon embeddings");
    assertThat(assay("embeddings").out()).contains("./assay addon embeddings");
    assertThat(assay("embeddings", "--make").code()).isEqualTo(1);
  }

  @Test
  void saysInTheUsersLanguageWhatAnAlertLooksAt() {
    String[] add = {
      "alerts",
      "add",
      "--topic",
      "铽",
      "--when",
      "article.created,source.recovered",
      "--schedule",
      "weekly mon 07:30",
      "--lang",
      "zh"
    };

    assertThat(assay(add).out()).endsWith("  主题 铽 · 新文章、来源恢复 · 每周一 07:30\n");
    assertThat(assay("alerts").out())
        .contains("  topic 铽 · article.created, source.recovered · weekly mon 07:30\n");
  }

  @Test
  void mutesAnOutletAndATopicSaysSoAndHearsOfThemAgain() throws IOException {
    assay(
        lines(
            "{\"id\":\"1\",\"source\":\"Carrow Dispatch\",\"published\":\"2025-11-20\",\"title\":\"One\",\"text\":\"Terbium rose by a tenth.\"}"),
        "import",
        "--batch");
    assertThat(assay("mute").out()).startsWith("Nothing is muted.");
    assertThat(assay("mute", "source", "Carrow Dispatch").out())
        .isEqualTo("Carrow Dispatch (outlet)\n");
    assertThat(assay("mute", "topic", "铽", "--lang", "zh").out())
        .isEqualTo("Carrow Dispatch（媒体）\n铽（主题）\n");
    assertThat(assay("unread").out()).doesNotContain("One");
    assertThat(assay("today").out())
        .doesNotContain("One")
        .contains("Muted, and left out here: Carrow Dispatch, 铽.");
    assertThat(assay("mute", "--json").out())
        .contains("{\"kind\":\"source\",\"name\":\"Carrow Dispatch\"}");

    assertThat(assay("mute", "end", "carrow dispatch").code()).isZero();
    assertThat(assay("mute", "end", "铽").out()).startsWith("Nothing is muted.");
    assertThat(assay("unread").out()).contains("One");
    assertThat(assay("mute", "end", "铽").code()).isEqualTo(3);
    assertThat(assay("mute", "topic").code()).isEqualTo(2);
  }

  @Test
  void saysInTheUsersLanguageWhatIsWrongWithACommandLine() {
    assertThat(assay("search", "镓", "--kind", "gossip", "--lang", "zh"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "assay：--kind 不能是 gossip；须是以下之一：news, analysis, report, filing, transcript, social, file。\n参见 assay search --help\n"));
    assertThat(assay("search", "镓", "--limit", "ten").error())
        .isEqualTo(
            "assay: --limit cannot be ten; it takes a whole number.\nSee assay search --help\n");
    assertThat(assay("article", "--lang", "zh").error())
        .isEqualTo("assay：缺少：ID\n参见 assay article --help\n");
    assertThat(assayAlone("serach", "--lang", "zh").error())
        .startsWith("assay：这里没有 serach。\n您是不是要找：")
        .contains("search")
        .endsWith("\n参见 assay --help\n");
    assertThat(assay("mark", "read", "--all", "--until", "soon").code()).isEqualTo(2);
    assertThat(assay("unread", "--topic", "a", "--source", "b").code()).isEqualTo(2);
  }

  @Test
  void tellsFailuresAndOutcomesInChinese() throws IOException {
    assertThat(assay("search", "镓", "--lang", "zh").error())
        .isEqualTo("assay：%s 里还没有数据。请先导入：assay import 文件\n".formatted(folder.resolve("data")));
    Path gone = folder.resolve("gone.html");
    assertThat(assay("import", gone.toString(), "--lang", "zh").error())
        .isEqualTo("未收入：%s：没有这个文件。请检查路径。\n".formatted(gone));
    assertThat(assay("status", "--lang", "zh").out())
        .contains("0 篇文章，0 篇独立文本；索引中 0 篇\n各文档的最近结果：未收入 1 篇\n")
        .doesNotContain("（）", "refused");
  }

  @Test
  void headsTheColumnsOfNumbers() {
    assertThat(assayAlone("quantities", "产量为27万吨").out())
        .isEqualTo("as written\tlow\thigh\tunit\tmodifier\n27万吨\t270000\t270000\tt\texact\n");
    assertThat(assayAlone("check", "--lang", "zh", "产量为27万吨", "产量为28万吨").out())
        .startsWith("原文\t读作\t结论\t理由\n27万吨\t");
  }

  @Test
  void takesAPasswordFromWhatIsPipedIn() {
    assertThat(assay(lines("a long enough password"), "user", "add", "wei", "--role", "admin"))
        .isEqualTo(new Ended(0, "Done: wei\n", ""));
    assertThat(assay("user").out()).contains("wei");
  }

  @Test
  void showsNoOtherChainForANameThatHasNone() {
    assay(
        lines("{\"id\":\"a\",\"title\":\"Pit\",\"text\":\"The pit opened.\"}"),
        "import",
        "--batch");

    assertThat(assay("chain", "zzz"))
        .isEqualTo(
            new Ended(
                3,
                "",
                "No supply chain is known of zzz. Name a material, such as: assay chain gallium\n"));
    assertThat(assay("chain", "镓").code()).isZero();
  }

  @Test
  void splitsNoNameWhereOneOfTheArticlesIsMistyped() {
    assay(
        lines("{\"id\":\"a\",\"title\":\"Pit\",\"text\":\"Lynas opened the pit.\"}"),
        "import",
        "--batch");

    assertThat(assay("alias", "split", "Lynas", "Lynas (pit)", "zz"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "assay: No article is called zz. Ids are printed by assay topic and assay search.\n"));
  }

  @Test
  void readsByAModelForPeopleAlone() {
    assertThat(assayAlone("quantities", "--model", "--json", "12 %"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "--model shows beside a text what a model reads; leave --json and --batch out.\n"));
  }

  @Test
  void evaluatesByFilesOfJudgedLines() throws IOException {
    assay(
        lines("{\"id\":\"a\",\"title\":\"Pit\",\"text\":\"The pit opened.\"}"),
        "import",
        "--batch");
    Path judged = folder.resolve("judged.jsonl");
    Files.writeString(
        judged,
        """
        {"lang":"zh","text":"中国的稀土储量为4400万吨。","claims":[{"subject":["中国"],"property":"reserves","surface":"4400万吨"}]}

        {"source":"The plant made 50 tonnes in May.","bullet":"The plant made 50 tonnes in May.","verdict":"supported"}
        {"source":"The plant made 50 tonnes in May.","bullet":"The plant made 60 tonnes in May.","verdict":"unsupported"}
        """);

    assertThat(assay("evaluate", judged.toString()).out())
        .isEqualTo(
            """
            what     reader   precision    recall   right   found   wrong
            claims   rules        1.000     1.000       1       1       0
            checks   rules        1.000     1.000       1       1       0
            """);
    assertThat(assay("evaluate", judged.toString(), "--lang", "zh").out())
        .isEqualTo(
            """
            项目     读者        准确率    召回率    正确    读出    错误
            数字     规则         1.000     1.000       1       1       0
            核对     规则         1.000     1.000       1       1       0
            """);

    Files.writeString(
        judged,
        """
        {"lang":"zh","text":"储量为5吨。","claims":[{"subject":["中国"],"property":"reserves","start":3}]}
        """);
    assertThat(assay("evaluate", judged.toString()))
        .isEqualTo(
            new Ended(
                2,
                "",
                "assay: Line 1 of %s is no labelled passage or check: a claim must have a surface\n"
                    .formatted(judged)));
    Files.writeString(
        judged, "{\"source\":\" \",\"bullet\":\"5 tonnes.\",\"verdict\":\"unsupported\"}\n");
    assertThat(assay("evaluate", judged.toString()))
        .isEqualTo(
            new Ended(
                2,
                "",
                "assay: Line 1 of %s is no labelled passage or check: a check must have source and bullet\n"
                    .formatted(judged)));
  }

  @Test
  void takesHelpAsAWordToo() {
    assertThat(assayAlone("help")).isEqualTo(assayAlone("--help"));
    assertThat(assayAlone("help", "search", "--lang", "zh"))
        .isEqualTo(assayAlone("search", "--lang", "zh", "--help"))
        .extracting(Ended::code)
        .isEqualTo(0);
  }

  @Test
  void saysOnceThatAMistypedQueryWasMended() {
    assay(
        lines(
            """
            {"id":"a","title":"Gallium","text":"The smelter at Portlow makes gallium, its owner said on Monday."}
            """),
        "import",
        "--batch");

    assertThat(assay("search", "galium").error())
        .contains("Nothing matches “galium”; here is what was found for “gallium”.\n")
        .doesNotContain("Did you mean");
    assertThat(assay("search", "galium", "--lang", "zh").error())
        .contains("没有文章与“galium”匹配，以下是“gallium”的结果。\n")
        .doesNotContain("您是不是要找");
  }

  @Test
  void setsFiguresInBothScriptsUnderEachOtherAndSaysADayOnce() {
    assay(
        lines(
            """
            {"id":"a","title":"Refining","source":"Carrow Dispatch","published":"2025-11-01","text":"China refines about 90% of the world's rare earths, the agency said."}
            """,
            """
            {"id":"b","title":"精炼","source":"松岭早报","published":"2025-11-02","text":"业内人士说，中国占全球稀土精炼产能的约八成七。"}
            """),
        "import",
        "--batch");

    assertThat(assay("ledger", "rare earths").out().lines().filter(line -> line.contains("·")))
        .containsExactly(
            "  about 90%      85.5% to 94.5% · published 2025-11-01 · Carrow Dispatch · 0l2t9ee6bb9b7 [1]",
            "  约八成七       82.65% to 91.35% · published 2025-11-02 · 松岭早报 · 7o0g0b9g6ej03 [1]");
  }

  @Test
  void countsTheLinesOfABatchBeforeItReadsThem() throws IOException {
    Path lines = folder.resolve("lines.jsonl");
    Files.writeString(
        lines,
        """
        {"id":"a","title":"Smelter","text":"The smelter opened on Monday, its owner said."}

        {"id":"b","title":"冶炼厂","text":"冶炼厂周一开工，业主说。"}
        """);
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    Commands.run(
        new Desks(Lexicon.shipped(), () -> NOW, Optional::empty),
        () -> NOW,
        SAMPLES,
        new Streams(InputStream.nullInputStream(), new ByteArrayOutputStream(), error, true),
        new String[] {
          "import", "--batch", lines.toString(), "--data", folder.resolve("data").toString()
        });

    assertThat(error.toString(StandardCharsets.UTF_8)).contains("] 0/2  0/s");
  }

  @Test
  void leadsATopicWithWhatHasADate() {
    assay(
        lines(
            "{\"id\":\"u\",\"title\":\"Somebody on neodymium\",\"text\":\"Neodymium prices rose. Neodymium is scarce.\"}",
            "{\"id\":\"d\",\"title\":\"钕价上涨\",\"text\":\"钕价上涨一成。钕供应偏紧。\",\"published\":\"2025-11-01\"}"),
        "import",
        "--batch");

    String topic = assay("topic", "neodymium").out();

    assertThat(topic).containsSubsequence("钕价上涨", "Somebody on neodymium");
  }
}
