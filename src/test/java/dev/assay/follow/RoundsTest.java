package dev.assay.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import dev.assay.fetch.Fetcher;
import dev.assay.fetch.Origin;
import dev.assay.fetch.Secrets;
import dev.assay.follow.Sources.Following;
import dev.assay.follow.Sources.Wish;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.ShippedStages;
import dev.assay.ingest.Stages;
import dev.assay.ingest.input.Inputs;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Reasons;
import dev.assay.source.FeedEntry;
import dev.assay.source.FeedLinks;
import dev.assay.source.LinkSet;
import dev.assay.source.Opml;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceSettings;
import dev.assay.source.SourceState;
import dev.assay.source.Standing;
import dev.assay.store.ArticleTable.Revision;
import dev.assay.store.Happening;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import dev.assay.store.source.SourceEntryTable.First;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rounds of real sources on loopback, with a clock that the test moves.
final class RoundsTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");
  private static final String RSS = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml";
  private static final String HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8";
  private static final Stages STAGES = ShippedStages.of(Names.load(Lexicon.shipped()));
  private static final FetchSettings LOCAL =
      new FetchSettings(
          Duration.ofSeconds(3), 1_000_000, 5, PrivateAddresses.ALLOWED, Duration.ZERO, "test");

  @TempDir Path folder;

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private Origin origin;
  private Fetcher fetcher;
  private Store store;
  private LuceneIndex index;
  private Sources sources;

  @BeforeEach
  void start() throws IOException {
    origin = new Origin();
    fetcher = new Fetcher(LOCAL, now::get);
    store = Stores.openToWrite(folder.resolve("data"));
    index = LuceneIndex.openInMemory();
    sources =
        new Sources(
            store,
            new Sources.Reach(fetcher, Secrets.NONE, Discovery.Bridges.NONE),
            new Inputs(fetcher, now::get),
            () -> new Ingest(store, index, STAGES, now::get),
            Lexicon.shipped(),
            now::get,
            new Random(1));
  }

  @AfterEach
  void stop() throws IOException {
    store.close();
    index.close();
    fetcher.close();
    origin.close();
  }

  private static String page(String title, String text) {
    return "<html><head><title>%s</title></head><body><article><h1>%s</h1><p>%s</p><p>%s</p></article></body></html>"
        .formatted(title, title, text, "该工厂的负责人周一在记者会上介绍了产量、价格和出口许可证的情况，并回答了提问。");
  }

  private static String text(int number, int tonnes) {
    return "第%d家工厂去年生产了%d吨镨钕，比前年增加了一成多，公司在周一发布的公告里这样说。".formatted(number, tonnes);
  }

  private static String item(int number, String text) {
    return """
        <item><title>第%d家稀土工厂投产</title><link>/news/%d</link><guid>g%d</guid>
        <pubDate>Sat, 22 Nov 2025 08:%02d:00 +0800</pubDate><description>%s</description></item>
        """
        .formatted(number, number, number, number, text);
  }

  private static String feed(String... items) {
    return "<rss version=\"2.0\"><channel><title>松岭早报</title><link>https://songling.example/</link><description>-</description>"
        + String.join("", items)
        + "</channel></rss>";
  }

  private void publish(int... numbers) {
    origin.on(
        "/feed",
        RSS + "\r\nETag: \"%d\"".formatted(numbers.length),
        feed(IntStream.of(numbers).mapToObj(n -> item(n, "摘要")).toArray(String[]::new)));
    for (int number : numbers) {
      origin.on(
          "/news/" + number, HTML, page("第%d家稀土工厂投产".formatted(number), text(number, number + 10)));
    }
  }

  private Source follow(String path) {
    Following following =
        sources.follow(origin.address(path).toString(), Wish.of(""), Steps.UNHEARD);
    assertThat(following).isInstanceOf(Following.Done.class);
    return ((Following.Done) following).source();
  }

  private int askDue() {
    return sources.askDue((_, _) -> {});
  }

  private SourceState state(Source source) {
    return sources.find(source.id()).orElseThrow().health().state();
  }

  private long articles() {
    return store.read(session -> session.articles().count().articles());
  }

  private void pass(Duration time) {
    now.set(now.get().plus(time));
  }

  @Test
  void takesInWhatAFeedNamesAndThenOnlyWhatIsNew() {
    publish(1, 2);
    Source source = follow("/feed");
    assertThat(source.title()).isEqualTo("松岭早报");
    assertThat(askDue()).isEqualTo(1);
    assertThat(articles()).isEqualTo(2);
    assertThat(askDue()).isZero();

    publish(1, 2, 3);
    pass(Duration.ofHours(2));
    askDue();

    assertThat(articles()).isEqualTo(3);
    assertThat(origin.asked("/news/1")).hasSize(2); // once taken, once looked at for silent edits
    assertThat(state(source).stand().standing()).isEqualTo(Standing.WORKING);
    assertThat(sources.find(source.id()).orElseThrow().health().came().completeness())
        .containsEntry("full", 3L);
  }

  @Test
  void isAskedNoLaterThanWhenSomethingNewIsExpected() {
    publish(1);
    Source source = follow("/feed");
    askDue();
    Instant soon = now.get().plusSeconds(15);
    assertThat(state(source).plan().dueAt()).isAfter(soon);

    sources.expect(source.id(), soon);
    assertThat(state(source).plan().dueAt()).isEqualTo(soon);
    sources.expect(source.id(), soon.plusSeconds(600));
    assertThat(state(source).plan().dueAt()).isEqualTo(soon);

    publish(1, 2);
    pass(Duration.ofSeconds(15));
    assertThat(askDue()).isEqualTo(1);
    assertThat(articles()).isEqualTo(2);
  }

  @Test
  void aFolderIsWhatItsSourcesBringAndThoseOfItsOwnFolders() {
    publish(1);
    sources.follow(
        origin.address("/feed").toString(), new Wish("Metals/中国", "", Map.of()), Steps.UNHEARD);
    askDue();

    assertThat(outlets("metals")).isNotEmpty().isEqualTo(outlets("Metals/中国"));
    assertThat(outlets("Metal")).isEmpty();
    assertThat(outlets("Metals/中")).isEmpty();
  }

  private List<String> outlets(String folder) {
    return store.read(session -> session.sourceEntries().outlets(folder));
  }

  @Test
  void asksWithTheValidatorsThatItWasGiven() {
    publish(1);
    follow("/feed");
    askDue();
    pass(Duration.ofHours(2));
    origin.on("/feed", "HTTP/1.1 304 Not Modified", "");
    askDue();

    assertThat(origin.asked("/feed").getLast().headers()).containsEntry("if-none-match", "\"1\"");
    assertThat(sources.all().getFirst().unchangedShare()).isEqualTo(0.5);
  }

  @Test
  void anErrorNeitherClearsNorReplacesTheValidators() {
    publish(1);
    follow("/feed");
    askDue();
    origin.on("/feed", "HTTP/1.1 500 No\r\nETag: \"error\"", "");
    pass(Duration.ofHours(2));
    askDue();
    origin.on(
        "/feed", HTML + "\r\nETag: \"page\"", "<html><title>Under construction</title></html>");
    pass(Duration.ofHours(12));
    askDue();
    pass(Duration.ofDays(1));
    askDue();

    assertThat(origin.asked("/feed")).hasSize(5); // once to see what it is
    assertThat(origin.asked("/feed").subList(2, 5))
        .allSatisfy(asked -> assertThat(asked.headers()).containsEntry("if-none-match", "\"1\""));
  }

  @Test
  void asksWithoutConditionsAfterAWeekOfNothingButUnchanged() {
    publish(1);
    follow("/feed");
    askDue();
    origin.on("/feed", "HTTP/1.1 304 Not Modified", "");
    for (int day = 0; day < 6; day++) {
      pass(Duration.ofHours(27));
      askDue();
    }
    assertThat(origin.asked("/feed").getLast().headers()).containsKey("if-none-match");

    publish(1, 2); // it was there all the time
    pass(Duration.ofHours(27));
    askDue();
    assertThat(origin.asked("/feed").getLast().headers()).doesNotContainKey("if-none-match");
    assertThat(articles()).isEqualTo(2);
  }

  @Test
  void theSameBodyIsNoChangeWhateverItsHeaderSays() {
    publish(1);
    Source source = follow("/feed");
    askDue();
    origin.on("/feed", RSS + "\r\nETag: \"other\"\r\nLast-Modified: now", feed(item(1, "摘要")));
    pass(Duration.ofHours(2));
    askDue();

    assertThat(sources.find(source.id()).orElseThrow().health().rounds().getFirst().word())
        .isEqualTo("unchanged");
  }

  @Test
  void oddEntriesBreakNoRound() {
    publish(1);
    origin.on(
        "/feed",
        RSS,
        feed(
            "<item><title>no link</title><guid></guid></item>",
            "<item><title></title><link>http://[half</link><guid></guid></item>",
            "<item><title>镝</title><link>javascript:alert(1)</link></item>",
            item(1, "摘要").replace("Sat, 22 Nov 2025", "Sun, 99 Foo 20255")));
    Source source = follow("/feed");
    askDue();

    assertThat(articles()).isEqualTo(1);
    assertThat(state(source).stand().standing()).isEqualTo(Standing.WORKING);
    assertThat(origin.asked("/news/1")).hasSize(1);
  }

  /// Such entries are known by their feed and their name there, and lead to the feed.
  @Test
  void takesInEntriesThatHaveATextAndNoPage() {
    String one = "{\"id\":1,\"title\":\"船闸停航\",\"content_text\":\"%s\"}".formatted(text(1, 54));
    String two = "{\"id\":\"a b\",\"content_text\":\"%s\"}".formatted(text(2, 70));
    String json =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"港口\",\"home_page_url\":\"/port\",\"items\":[%s]}";
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/feed+json";
    origin.on("/feed", head, json.formatted(one));
    Source source = follow("/feed");
    askDue();
    origin.on("/feed", head, json.formatted(one + "," + two));
    pass(Duration.ofHours(2));
    askDue();

    assertThat(source.site()).isEqualTo(origin.address("/port").toString());
    assertThat(articles()).isEqualTo(2);
    URI feed = origin.address("/feed");
    ArticleId id = new Identity.OfExternal("entry of a feed", feed + "#a+b").articleId();
    assertThat(store.read(session -> session.articles().find(id)).orElseThrow().article().address())
        .isEqualTo(feed);
  }

  @Test
  void takesTheFeedsOwnTextWhereItIsWhole() {
    String text = "&lt;p&gt;" + "松岭的镨钕价格周一上涨，每吨五十四万元。".repeat(20) + "&lt;/p&gt;";
    origin.on(
        "/feed",
        RSS,
        feed(
            item(1, text)
                .replace("description>", "content>")
                .replace(
                    "<content>",
                    "<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">")
                .replace("</content>", "</content:encoded>")));
    Source source = follow("/feed");
    askDue();

    assertThat(articles()).isEqualTo(1);
    assertThat(origin.asked("/news/1")).isEmpty();
    assertThat(sources.find(source.id()).orElseThrow().health().came().completeness())
        .containsEntry("feed_text", 1L);
  }

  /// As RSSHub writes it.
  @Test
  void takesAWholeTextThatStandsWhereASummaryShould() {
    String summary = "松岭的镨钕价格周一上涨，每吨五十四万元。";
    origin.on(
        "/feed",
        RSS,
        feed(
            item(1, summary.repeat(40)),
            item(2, summary.repeat(20)),
            item(3, summary.repeat(40) + "阅读全文")));
    for (int number = 2; number <= 3; number++) {
      origin.on("/news/" + number, HTML, page("第%d家稀土工厂投产".formatted(number), text(number, 7)));
    }
    Source source = follow("/feed");
    askDue();

    assertThat(origin.asked("/news/1")).isEmpty();
    assertThat(sources.find(source.id()).orElseThrow().health().came().completeness())
        .isEqualTo(Map.of("feed_text", 1L, "full", 2L));
  }

  @Test
  void takesTheSummaryWhereThePageCannotBeHadAndInventsNoDate() {
    origin.on(
        "/feed",
        RSS,
        feed(item(1, "松岭的工厂周一投产，年产五十四吨镨钕，负责人说价格还会上涨。").replaceAll("<pubDate>.*</pubDate>", "")));
    origin.on("/news/1", "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html", "no");
    Source source = follow("/feed");
    askDue();

    ArticleId id = new Identity.OfAddress(origin.address("/news/1")).articleId();
    assertThat(store.read(s -> s.articles().find(id)).orElseThrow().article().publishedAt())
        .isNull();
    assertThat(sources.find(source.id()).orElseThrow().health().came().completeness())
        .containsEntry("summary", 1L);
  }

  @Test
  void takesNoRequestToPayAndNoOtherStoryForTheArticle() {
    publish(1, 2, 3);
    origin.on(
        "/news/1",
        HTML,
        page("第1家稀土工厂投产", "本文为付费阅读内容，请扫码支付后继续，会员可以在登录以后阅读全部文章和数据。")
            .replace("该工厂的负责人周一在记者会上介绍了产量、价格和出口许可证的情况，并回答了提问。", ""));
    origin.on(
        "/news/2",
        HTML,
        page("第2家稀土工厂投产", "天气预报说明天上午有雨，市民外出时请带好雨具，下午转晴，气温略有回升。")
            .replace("该工厂的负责人周一在记者会上介绍了产量、价格和出口许可证的情况，并回答了提问。", ""));
    Source source = follow("/feed");
    askDue();

    assertThat(sources.find(source.id()).orElseThrow().health().came().completeness())
        .containsEntry("full", 1L)
        .containsEntry("summary", 2L);
  }

  @Test
  void aGuidThatChangesAtEveryRoundMakesNoNewArticle() {
    publish(1);
    follow("/feed");
    askDue();
    origin.on("/feed", RSS, feed(item(1, "摘要").replace("<guid>g1", "<guid>other")));
    pass(Duration.ofHours(2));
    askDue();

    assertThat(articles()).isEqualTo(1);
  }

  @Test
  void neverGivesUpAndSaysWhy() {
    publish(1);
    Source source = follow("/feed");
    askDue();
    origin.on("/feed", "HTTP/1.1 500 Broken", "");
    for (int i = 0; i < 100; i++) {
      now.set(state(source).plan().dueAt());
      askDue();
    }

    assertThat(state(source).stand().standing()).isEqualTo(Standing.RETRYING);
    assertThat(state(source).stand().reason()).isEqualTo("The site answered 500.");
    assertThat(state(source).known().etag()).isEqualTo("\"1\"");
    assertThat(Duration.between(now.get(), state(source).plan().dueAt()))
        .isBetween(Duration.ofDays(1), Duration.ofDays(8));
    publish(1, 2);
    now.set(state(source).plan().dueAt());
    askDue();
    assertThat(state(source).stand().standing()).isEqualTo(Standing.WORKING);
    assertThat(state(source).plan().failures()).isZero();
    assertThat(articles()).isEqualTo(2);
    assertThat(happened(Happening.Kind.SOURCE_FAILING, Happening.Kind.SOURCE_RECOVERED))
        .containsExactly(
            "source.failing %d The site answered 500.".formatted(source.id()),
            "source.recovered %d ".formatted(source.id()));
  }

  private List<String> happened(Happening.Kind... kinds) {
    return store.read(session -> session.happenings().after(0, List.of(kinds), 100)).stream()
        .map(
            one ->
                "%s %s %s"
                    .formatted(one.kind().word(), one.about().subject(), one.about().detail()))
        .toList();
  }

  @Test
  void saysThatAPageStandsWhereTheFeedWas() {
    publish(1);
    Source source = follow("/feed");
    askDue();
    origin.on("/feed", HTML, "<html><body>Welcome</body></html>");
    pass(Duration.ofHours(2));
    askDue();

    assertThat(state(source).stand().standing()).isEqualTo(Standing.HTML_INSTEAD);
  }

  @Test
  void believesAMoveForGoodAfterSixDays() {
    publish(1);
    Source source = follow("/feed");
    askDue();
    origin.on("/new", RSS, feed(item(1, "摘要")));
    origin.on("/feed", "HTTP/1.1 301 Moved\r\nLocation: /new", "");
    for (int day = 0; day < 8; day++) {
      pass(Duration.ofDays(1).plusHours(3));
      askDue();
    }

    assertThat(sources.named(Integer.toString(source.id())).orElseThrow().address())
        .isEqualTo(origin.address("/new").toString());
    assertThat(sources.named(source.address())).isPresent();
    assertThat(articles()).isEqualTo(1);
  }

  @Test
  void countsNothingWhileNoSiteAnswers() throws IOException {
    List<Source> all =
        IntStream.range(0, 4)
            .mapToObj(
                n -> {
                  String address = "http://127.0.0.%d:%d/feed".formatted(n + 2, deadPort());
                  return sources
                      .follow(
                          new Opml(List.of(new Opml.Outline("s" + n, address, "", "", "feed"))),
                          "",
                          "")
                      .getFirst();
                })
            .map(outlined -> ((Following.Done) outlined.following()).source())
            .toList();
    askDue();

    assertThat(state(all.getLast()).plan().failures()).isZero();
    assertThat(state(all.getLast()).stand().reason()).contains("connection of this machine");
    assertThat(Duration.between(now.get(), state(all.getLast()).plan().dueAt()))
        .isLessThan(Duration.ofMinutes(6));
  }

  private int deadPort() {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void watchesAPageAsASetOfLinks() {
    origin.on("/list", HTML, list(1, 2, 3));
    Source source = follow("/list");
    assertThat(source.kind()).isEqualTo(new SourceKind.OfPage(""));
    askDue();
    assertThat(articles()).isZero();

    publish(4);
    origin.on("/list", HTML, list(4, 1, 2, 3).replace("12:00", "12:01"));
    pass(Duration.ofHours(2));
    askDue();

    assertThat(articles()).isEqualTo(1);
  }

  private static String list(int... numbers) {
    StringBuilder links =
        new StringBuilder("<html><body><nav><a href='/a/1'>关于我们以及我们的历史</a></nav><p>12:00</p><ul>");
    for (int number : numbers) {
      links.append("<li><a href='/news/%d'>第%d家稀土工厂在松岭投产</a></li>".formatted(number, number));
    }
    return links.append("</ul></body></html>").toString();
  }

  @Test
  void watchesAFolder() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    write(files.resolve("a.md"), "# 镓的产量\n\n松岭工厂去年生产了54吨镓，比前年多一成，负责人周一这样说。\n");
    Source source =
        ((Following.Done) sources.follow(files.toString(), Wish.of(""), Steps.UNHEARD)).source();
    askDue();
    assertThat(articles()).isEqualTo(1);

    write(
        files.resolve("b.md"),
        "# Gallium\n\nThe plant at Songling made 54 tonnes of gallium last year, officials said.\n");
    pass(Duration.ofMinutes(1));
    askDue();

    assertThat(articles()).isEqualTo(2);
    assertThat(state(source).stand().standing()).isIn(Standing.WORKING, Standing.MISSING);
  }

  private void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
    Files.setLastModifiedTime(file, FileTime.from(now.get().minusSeconds(60)));
  }

  @Test
  void keepsASilentEditAsARevisionWithTheTimesItWasSeen() {
    publish(1);
    follow("/feed");
    askDue();
    Instant first = now.get();
    pass(Duration.ofMinutes(16));
    askDue();
    Instant lastSeen = now.get();
    origin.on("/news/1", HTML, page("第1家稀土工厂投产", text(1, 99)));
    pass(Duration.ofHours(1));
    askDue();

    ArticleId id = new Identity.OfAddress(origin.address("/news/1")).articleId();
    List<Revision> revisions = store.read(session -> session.articles().revisions(id));
    assertThat(revisions).hasSize(1);
    assertThat(revisions.getFirst().fetchedAt()).isEqualTo(first);
    assertThat(revisions.getFirst().seenUntil()).isEqualTo(lastSeen);
    assertThat(store.read(s -> s.articles().find(id)).orElseThrow().revision()).isEqualTo(2);
    assertThat(origin.asked("/news/1")).hasSize(3);
  }

  /// As after a process that was killed between the listing and the taking in.
  @Test
  void takesUpWhatAKilledProcessLeftWaitingWithoutAskingAgain() {
    publish(1);
    Source source = follow("/feed");
    askDue();
    publish(1, 2);
    FeedEntry left = new FeedEntry(origin.address("/news/2").toString(), "第2家稀土工厂投产", null);
    store.change(
        session -> session.sourceEntries().add(source.id(), left, First.WAITING, now.get()));
    int asked = origin.asked("/feed").size();
    askDue();

    assertThat(articles()).isEqualTo(2);
    assertThat(origin.asked("/feed")).hasSize(asked);
    assertThat(askDue()).isZero();
  }

  @Test
  void takesALongListUpInParts() {
    publish(IntStream.rangeClosed(1, 57).toArray());
    follow("/feed");
    askDue();
    assertThat(articles()).isEqualTo(50);
    askDue();
    assertThat(articles()).isEqualTo(57);
    assertThat(origin.asked("/feed")).hasSize(2); // once to see what it is
  }

  @Test
  void readsAndWritesListsOfFeedsWithTheirFolders() {
    String opml =
        """
        <opml version="2.0"><body>
        <outline text="Metals"><outline text="China" type="rss">
          <outline type="rss" text="松岭早报" xmlUrl="https://songling.example/feed"/></outline>
          <outline type="rss" text="Twice" XMLURL="https://songling.example/feed"/></outline>
        <outline type="rss" title="A &amp; B" xmlUrl="https://carrow.example/rss"/>
        </body></opml>
        """;
    Opml read = Opml.parse(opml.getBytes(StandardCharsets.UTF_8));
    sources.follow(read, "", "");
    sources.follow(read, "", "");

    assertThat(sources.opml().outlines())
        .containsExactly(
            new Opml.Outline("松岭早报", "https://songling.example/feed", "", "Metals/China", "feed"),
            new Opml.Outline("A & B", "https://carrow.example/rss", "", "", "feed"));
    assertThat(Opml.parse(sources.opml().xml().getBytes(StandardCharsets.UTF_8)).outlines())
        .containsExactlyInAnyOrderElementsOf(sources.opml().outlines());
  }

  @Test
  void findsTheFeedThatAPageDeclaresOrKeepsWhereSitesDo() {
    publish(1);
    origin.on(
        "/declared",
        HTML,
        "<head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\"></head><body>x</body>");
    origin.on("/usual/", HTML, "<body>x</body>");
    origin.on("/usual/rss.xml", RSS, feed(item(1, "摘要")));

    assertThat(
            sources
                .look(origin.address("/declared").toString(), Steps.UNHEARD)
                .found()
                .getFirst()
                .address())
        .isEqualTo(origin.address("/feed").toString());
    assertThat(
            sources
                .look(origin.address("/feed").toString(), Steps.UNHEARD)
                .found()
                .getFirst()
                .titles())
        .containsExactly("第1家稀土工厂投产");
  }

  @Test
  void saysWhyThereIsNothingToFollow() {
    origin.on("/bare", HTML, "<body>x</body>");
    String none = origin.address("/none").toString();
    String bare = origin.address("/bare").toString();

    assertThat(reason(none)).isEqualTo(none + " cannot be followed: The site answered 404.");
    assertThat(Reasons.inChinese(reason(none))).isEqualTo("无法关注 " + none + "：网站应答 404。");
    assertThat(reason(bare))
        .isEqualTo(
            "There is nothing to follow at "
                + bare
                + ": no feed, no sitemap, and no list of articles. Name a page that lists articles.");
    origin.on(
        "/app",
        HTML,
        "<div id=root></div><script src=/main.js></script><noscript>Enable JavaScript.</noscript>");
    String app = origin.address("/app").toString();
    assertThat(Reasons.inChinese(reason(app)))
        .isEqualTo(app + " 的网页由浏览器中的脚本生成，而 Assay 不运行脚本。请给出其订阅源或站点地图的地址。");
    assertThat(reason("/no/such/folder"))
        .isEqualTo("There is no folder /no/such/folder. Check the path.");
    String one = origin.address("/news/1").toString();
    origin.on(
        "/news/1",
        HTML,
        "<article><h1>松岭工厂投产</h1><p>松岭的第一座工厂上周投产，每年可以生产五十四吨镓，比前年多一成，公司在周一的公告里这样说，并且没有给出更多理由。</p>"
            + "<p>买家等待第二张出口许可证，但商务部至今没有发放，他们只好动用自己的库存，贸易商估计这些库存还够用三个月左右。</p>"
            + "<p>另一座工厂明年三月开工，地点在卡罗以北的河边，那里的电价比松岭低四分之一，当地政府还答应修一条铁路支线。</p></article>");
    assertThat(Reasons.inChinese(reason(one)))
        .isEqualTo("%s 是一篇文章，不是文章列表。要导入它：assay import %<s".formatted(one));
    assertThat(reason("ftp://carrow.example/feed"))
        .isEqualTo(
            "ftp://carrow.example/feed is not an address of the web. Name one that begins with http:// or https://.");
    assertThat(sources.watch(none, "", Wish.of(""), Steps.UNHEARD))
        .isEqualTo(new Following.Nothing(none + " cannot be followed: The site answered 404."));
  }

  @Test
  void aSourceIsAskedAtTheAddressThatItsOwnerSays() {
    publish(1, 2);
    Source source = follow("/feed");
    askDue();
    String there = origin.address("/moved.xml").toString();
    origin.on("/moved.xml", RSS, feed(item(1, "摘要"), item(2, "摘要")));

    sources.set(source.id(), Map.of("address", there));
    askDue();

    assertThat(sources.find(source.id()).orElseThrow().health().source().address())
        .isEqualTo(there);
    assertThat(origin.asked("/moved.xml")).hasSize(1);
    assertThat(articles()).isEqualTo(2);
    assertThat(sources.follow(source.address(), Wish.of(""), Steps.UNHEARD))
        .isInstanceOf(Following.Already.class);
    assertThatThrownBy(() -> sources.set(source.id(), Map.of("address", "ftp://x.example/")))
        .hasMessage(
            "address must be one that begins with http:// or https://, got ftp://x.example/");
  }

  @Test
  void countsThoseThatHaveNotWorkedForMoreThanADay() {
    publish(1);
    follow("/feed");
    askDue();
    origin.on("/feed", "HTTP/1.1 500 Broken", "");
    now.set(now.get().plus(Duration.ofHours(3)));
    askDue();
    assertThat(sources.longBroken()).isZero();

    now.set(now.get().plus(Duration.ofHours(25)));
    assertThat(sources.longBroken()).isEqualTo(1);
  }

  /// Many sites of the Chinese web answer without encryption only.
  @Test
  void anAddressWithoutAProtocolIsAskedWithAndThenWithoutEncryption() {
    publish(1);
    String bare = origin.address("/feed").toString().replace("http://", "");

    assertThat(sources.look(bare, Steps.UNHEARD).found())
        .extracting(Found::address)
        .containsExactly("http://" + bare);
  }

  private String reason(String address) {
    return ((Following.Nothing) sources.follow(address, Wish.of(""), Steps.UNHEARD)).reason();
  }

  @Test
  void followsTheNewsSitemapThatRobotsNamesBehindAnIndex() {
    publish(1, 2);
    origin.on("/robots.txt", HTML, "Sitemap: " + origin.address("/index.xml"));
    origin.on("/site/", HTML, "<body>x</body>");
    origin.on(
        "/index.xml",
        "HTTP/1.1 200 OK\r\nContent-Type: application/xml",
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>%s</loc></sitemap></sitemapindex>"
            .formatted(origin.address("/news.xml")));
    origin.on(
        "/news.xml",
        "HTTP/1.1 200 OK\r\nContent-Type: application/xml",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">"
            + newsUrl(1, "2025-11-22T08:00:00+08:00")
            + newsUrl(2, "2025-10-22T08:00:00+08:00")
            + "</urlset>");
    Source source = follow("/site/");
    assertThat(source.kind()).isEqualTo(new SourceKind.OfSitemap());
    askDue(); // the index, then what it names
    askDue();

    assertThat(articles()).isEqualTo(1); // the other is older than news is
  }

  private String newsUrl(int number, String published) {
    return """
        <url><loc>%s</loc><news:news><news:publication><news:name>松岭早报</news:name><news:language>zh</news:language></news:publication>
        <news:publication_date>%s</news:publication_date><news:title>第%d家稀土工厂投产</news:title></news:news></url>
        """
        .formatted(origin.address("/news/" + number), published, number);
  }

  private Source set(Source source, String option, String value) {
    return sources.set(source.id(), Map.of(option, value)).orElseThrow();
  }

  private Optional<String> reserved(String path) {
    ArticleId id = new Identity.OfAddress(origin.address(path)).articleId();
    return store.read(
        session ->
            Optional.ofNullable(
                session.articles().origin(id).orElseThrow().headers().get(RawDocument.RESERVED)));
  }

  @Test
  void asksAgainForAPageThatCannotBeHadForNow() {
    publish(1, 2);
    origin.on("/news/1", "HTTP/1.1 502 Bad Gateway", "");
    Source source = follow("/feed");
    askDue();
    assertThat(articles()).isEqualTo(1);
    assertThat(askDue()).isZero(); // not at once

    origin.on("/news/1", HTML, page("第1家稀土工厂投产", text(1, 11)));
    pass(Duration.ofMinutes(11));
    askDue();

    assertThat(articles()).isEqualTo(2);
    assertThat(sources.find(source.id()).orElseThrow().health().came().completeness())
        .containsEntry("full", 2L);
  }

  @Test
  void takesTheSummaryInTheEndWhereThePageStaysAway() {
    publish(1);
    origin.on("/feed", RSS, feed(item(1, "松岭的工厂周一投产，年产五十四吨镨钕，负责人说价格还会上涨。")));
    origin.on("/news/1", "HTTP/1.1 500 Broken", "");
    Source source = follow("/feed");
    for (int i = 0; i < 20; i++) {
      askDue();
      pass(Duration.ofMinutes(30));
    }

    assertThat(origin.asked("/news/1")).hasSize(4);
    assertThat(sources.find(source.id()).orElseThrow().health().came().completeness())
        .containsEntry("summary", 1L);
  }

  @Test
  void losesNothingOfASiteThatWantsToBeLeftAloneForAWhile() {
    publish(1, 2);
    origin.on("/news/1", "HTTP/1.1 429 No\r\nRetry-After: 3600", "");
    follow("/feed");
    askDue();
    assertThat(articles()).isZero(); // the second is of the same domain

    publish(1, 2);
    pass(Duration.ofMinutes(61));
    askDue();
    assertThat(articles()).isEqualTo(2);
    assertThat(origin.asked("/news/1")).hasSize(2);
    assertThat(origin.asked("/news/2")).hasSize(1);
  }

  /// A guid that only says which place an entry has names another one at the next round.
  @Test
  void losesNoArticleOfAFeedThatNumbersItsEntriesByTheirPlace() {
    String one = item(1, "摘要").replace("<guid>g1", "<guid>1");
    String two = item(2, "摘要").replace("<guid>g2", "<guid>1");
    publish(1, 2);
    origin.on("/feed", RSS, feed(one));
    follow("/feed");
    askDue();
    origin.on("/feed", RSS, feed(one) + "<!-- asked again -->");
    pass(Duration.ofHours(2));
    askDue();
    origin.on("/feed", RSS, feed(two));
    pass(Duration.ofHours(2));
    askDue();

    assertThat(articles()).isEqualTo(2);
  }

  @Test
  void knowsAnEntryThatMovedByTheNameThatItsFeedGivesIt() {
    publish(1);
    follow("/feed");
    askDue();
    origin.on("/feed", RSS, feed(item(1, "摘要")) + "<!-- asked again -->");
    pass(Duration.ofHours(2));
    askDue();
    origin.on("/feed", RSS, feed(item(1, "摘要").replace("/news/1", "/news/one")));
    pass(Duration.ofHours(2));
    askDue();

    assertThat(origin.asked("/news/one")).isEmpty();
    assertThat(articles()).isEqualTo(1);
  }

  @Test
  void takesAPartForAPart() {
    publish(1, 2);
    origin.on(
        "/news/1",
        HTML,
        page("第1家稀土工厂投产", text(1, 11))
            .replace(
                "</head>",
                "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script></head>"));
    origin.on("/news/2", HTML, page("第2家稀土工厂投产", text(2, 12) + "</p><p>订阅后阅读全文"));
    Source source = follow("/feed");
    askDue();

    assertThat(articles()).isEqualTo(2);
    assertThat(sources.find(source.id()).orElseThrow().health().came().completeness())
        .containsEntry("preview", 2L);
  }

  @Test
  void keepsWhatTheSiteReservesWithTextsOfItsFeedToo() {
    String text = "&lt;p&gt;" + "松岭的镨钕价格周一上涨，每吨五十四万元。".repeat(20) + "&lt;/p&gt;";
    origin.on("/robots.txt", HTML, "User-agent: *\nContent-Signal: ai-train=no\nAllow: /");
    origin.on(
        "/feed",
        RSS,
        feed(item(1, text).replace("description>", "content:encoded>"))
            .replace("<rss ", "<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "));
    Source source = follow("/feed");
    askDue();

    assertThat(reserved("/news/1")).contains("content-signal: ai-train=no");
    assertThat(state(source).known().reserved()).isEqualTo("content-signal: ai-train=no");
  }

  @Test
  void aFirstRoundAfterAFailureIsNoneInWhichSomethingWasMissed() {
    publish(1, 2, 3);
    Source source = follow("/feed");
    origin.on("/feed", "HTTP/1.1 500 Broken", "");
    askDue();
    publish(1, 2, 3);
    now.set(state(source).plan().dueAt());
    askDue();

    assertThat(state(source).stand().standing()).isEqualTo(Standing.WORKING);
    assertThat(
            sources.find(source.id()).orElseThrow().changes().stream()
                .map(Sources.Change::standing))
        .containsExactly(Standing.WORKING, Standing.RETRYING);
  }

  @Test
  void countsTheFirstSilentSitesForNobodyEither() {
    List<Source> all =
        IntStream.range(0, 4)
            .mapToObj(
                n ->
                    sources
                        .follow(
                            new Opml(
                                List.of(
                                    new Opml.Outline(
                                        "s" + n,
                                        "http://127.0.0.%d:%d/feed".formatted(n + 2, deadPort()),
                                        "",
                                        "",
                                        "feed"))),
                            "",
                            "")
                        .getFirst())
            .map(outlined -> ((Following.Done) outlined.following()).source())
            .toList();
    askDue();

    for (Source source : all) {
      assertThat(state(source).plan().failures()).isZero();
      assertThat(state(source).plan().why()).isEqualTo(SourceState.Why.OUTAGE);
      assertThat(state(source).stand().standing()).isEqualTo(Standing.NEW);
    }
  }

  @Test
  void takesInSomeOfWhatStandsOnAWatchedPageIfItsOwnerWantsThat() {
    publish(1, 2, 3);
    origin.on("/list", HTML, list(1, 2, 3));
    set(follow("/list"), "backfill", "2");
    askDue();

    assertThat(articles()).isEqualTo(2);
  }

  @Test
  void saysThatAPageChangedItsFormOnlyAfterSixTimes() {
    origin.on("/list", HTML, list(1, 2, 3));
    Source source = follow("/list");
    askDue();
    List<Standing> stood = new ArrayList<>();
    origin.on("/list", HTML, "<html><body>Back soon</body></html>");
    for (int i = 0; i < 6; i++) {
      now.set(state(source).plan().dueAt());
      askDue();
      stood.add(state(source).stand().standing());
    }

    assertThat(stood.subList(0, 5)).containsOnly(Standing.RETRYING);
    assertThat(stood.getLast()).isEqualTo(Standing.CHANGED_FORM);
  }

  @Test
  void passesOverWhatItsOwnerDoesNotWant() {
    publish(1, 2, 3);
    set(follow("/feed"), "skip", "第2家 | /news/3");
    askDue();

    assertThat(articles()).isEqualTo(1);
    assertThat(origin.asked("/news/2")).isEmpty();
    assertThat(sources.all().getFirst().came().counts()).containsEntry("skipped", 2L);
  }

  @Test
  void whatWasSetIsTakenBackByNothing() {
    publish(1);
    Source source = follow("/feed");
    sources.set(source.id(), Map.of("language", "zh-Hant", "every", "2h", "skip", "广告"));
    Source back =
        sources.set(source.id(), Map.of("language", "", "every", "", "skip", "")).orElseThrow();

    assertThat(back.settings()).isEqualTo(source.settings());
  }

  @Test
  void keepsAPermissionWithItsDay() {
    publish(1);
    origin.on("/robots.txt", HTML, "User-agent: *\nDisallow: /news/");
    Source source = follow("/feed");
    assertThat(set(source, "permission", "Jo Marsh, by mail").settings().permission())
        .isEqualTo("Jo Marsh, by mail, 2025-11-23");
    askDue();

    assertThat(origin.asked("/news/1")).hasSize(1);
    assertThat(articles()).isEqualTo(1);
  }

  @Test
  void aListOfFeedsCarriesWhatIsSetAndNoStrangersListDecidesMore() {
    publish(1);
    Source source = set(follow("/feed"), "every", "2h");
    set(source, "skip", "广告|Sponsored");
    set(source, "certificates", "any");
    set(source, "permission", "Jo");
    String xml = sources.opml().xml();
    assertThat(xml)
        .contains("assay:every=\"2h\"", "assay:skip=\"广告|Sponsored\"", "description=\"-\"")
        .doesNotContain("certificates", "permission");

    sources.remove(source.id());
    String hostile =
        xml.replace(
            "assay:every", "assay:certificates=\"any\" assay:permission=\"me\" assay:every");
    Source again =
        ((Following.Done)
                sources
                    .follow(Opml.parse(hostile.getBytes(StandardCharsets.UTF_8)), "Metals", "")
                    .getFirst()
                    .following())
            .source();
    assertThat(again.settings())
        .isEqualTo(
            new SourceSettings(
                Duration.ofHours(2),
                SourceSettings.TextFrom.AUTO,
                List.of("广告", "Sponsored"),
                "",
                SourceSettings.Activity.FOLLOWED,
                "",
                "",
                "",
                SourceSettings.Certificates.CHECKED,
                SourceSettings.ReservedFor.HERE,
                0));
    assertThat(again.folder()).isEqualTo("Metals");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every | 4m | every must be 5m or more, got 4m",
        "every | soon | every must be a time such as 30m, 2h or 1d, or auto, got soon",
        "text | both | text must be auto, page or feed, got both",
        "language | klingon! | language must be a tag such as en, zh-Hans or zh-Hant, got klingon!",
        "select | a | select must be empty but for a watched page, got a",
        "user-agent | 小 | user-agent must be plain ASCII, got 小",
        "colour | red | Nothing is called colour."
      })
  void saysWhatCannotBeSet(String option, String value, String message) {
    publish(1);
    Source source = follow("/feed");

    assertThatThrownBy(() -> set(source, option, value)).hasMessageStartingWith(message);
  }

  @Test
  void saysEachStepOfARoundThatAPersonAsksFor() {
    publish(1);
    Source source = follow("/feed");
    List<Step> steps = new ArrayList<>();
    sources.askNow(source.id(), steps::add);

    assertThat(steps.stream().map(step -> step.getClass().getSimpleName()))
        .containsExactly("Asked", "Answered", "Listed", "Asked", "Answered", "Read", "Settled");
    assertThat(steps.get(2)).isEqualTo(new Step.Listed("RSS 2.0", 1, 1, ""));
    assertThat(sources.askNow(source.id(), steps::add)).isEmpty(); // a moment ago
  }

  @Test
  void saysWhatIsWhereNothingCanBeFollowedAndWhatElseThereIs() {
    origin.on("/sign-in", HTML, "<h1>Sign in</h1><form><input type=password name=p></form>");
    origin.on(
        "/report",
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain",
        "The port handled 18.6 million tonnes.");
    origin.on("/empty", HTML, " ");
    origin.on("/none", HTML, "<p>Nothing here.</p>");
    origin.on(
        "/both",
        HTML,
        "<link rel=alternate type='application/rss+xml' href=/one.xml><link rel=alternate type='application/rss+xml' href=/two.xml>");
    origin.on("/one.xml", RSS, feed(item(1, "摘要")));
    origin.on("/two.xml", RSS, feed(item(2, "摘要")));

    assertThat(nothing("/sign-in")).startsWith("The page at").contains("asks to sign in");
    assertThat(nothing("/report"))
        .endsWith("To take it in: assay import " + origin.address("/report"));
    assertThat(nothing("/empty")).contains("is empty");
    assertThat(nothing("/none")).startsWith("There is nothing to follow at");
    assertThat(sources.follow(origin.address("/both").toString(), Wish.of(""), Steps.UNHEARD))
        .isInstanceOfSatisfying(
            Following.Done.class,
            done -> {
              assertThat(done.found().address()).endsWith("/one.xml");
              assertThat(done.others())
                  .extracting(Found::address)
                  .containsExactly(origin.address("/two.xml").toString());
            });
  }

  private String nothing(String path) {
    Following following =
        sources.follow(origin.address(path).toString(), Wish.of(""), Steps.UNHEARD);
    return ((Following.Nothing) following).reason();
  }

  @Test
  void watchesAPageInACharsetThatItDoesNotName() {
    String links =
        "<a href=/n/1>北船闸停航检修至明年三月</a><a href=/n/2>粮食出口连续第三个月下降</a><a href=/n/3>渔民要求推迟开捕日期</a>";
    byte[] page = ("<html><title>港湾日报</title><body>" + links).getBytes(Charset.forName("GBK"));
    List<FeedEntry> found = LinkSet.of(page, origin.address("/"), "");

    assertThat(FeedLinks.title(page, origin.address("/"))).isEqualTo("港湾日报");
    assertThat(found).extracting(FeedEntry::title).contains("北船闸停航检修至明年三月").hasSize(3);
  }

  @Test
  void asksTheUsersOwnBridges() {
    origin.on("/hub/songling/latest", RSS, feed(item(1, "摘要")));
    Discovery discovery =
        new Discovery(
            fetcher,
            new Requests(fetcher, Secrets.NONE, now::get),
            new Discovery.Bridges(origin.address("/hub/").toString(), ""),
            List.of(new LexiconFile.Row(1, List.of("127.0.0.1", "/songling/latest"))),
            now::get);

    assertThat(
            discovery
                .at(origin.address("/site").toString(), Steps.UNHEARD)
                .found()
                .getFirst()
                .address())
        .isEqualTo(origin.address("/hub/songling/latest").toString());
  }

  @Test
  void takesInAllThatAFileOfAWatchedFolderHolds() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    write(
        files.resolve("all.mbox"),
        """
        From a Thu Nov 20 08:00:00 2025
        From: a@foo.example
        Message-ID: <1@foo>
        Subject: Gallium

        The plant at Songling made 54 tonnes of gallium last year.

        From b Thu Nov 20 08:00:00 2025
        Subject: nobody sent it

        Text.

        From c Thu Nov 20 08:00:00 2025
        From: c@foo.example
        Message-ID: <3@foo>
        Subject: 锗

        松岭工厂去年生产了12吨锗，比前年多一成，负责人周一这样说。
        """);
    Source source =
        ((Following.Done) sources.follow(files.toString(), Wish.of(""), Steps.UNHEARD)).source();
    askDue();

    assertThat(articles()).isEqualTo(2);
    assertThat(sources.find(source.id()).orElseThrow().health().came().counts())
        .containsExactly(Map.entry("taken", 1L));
    assertThat(askDue()).isZero();
  }

  private static final String XML = "HTTP/1.1 200 OK\r\nContent-Type: application/xml";

  private String sitemap(int... numbers) {
    return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">"
        + IntStream.of(numbers)
            .mapToObj(n -> newsUrl(n, now.get().minusSeconds(3600).toString()))
            .collect(java.util.stream.Collectors.joining())
        + "</urlset>";
  }

  private String index(String... parts) {
    return "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + java.util.Arrays.stream(parts)
            .map(
                part ->
                    "<sitemap><loc>%s</loc>%s</sitemap>"
                        .formatted(
                            origin.address(part.split(" ")[0]),
                            part.contains(" ")
                                ? "<lastmod>" + part.split(" ")[1] + "</lastmod>"
                                : ""))
            .collect(java.util.stream.Collectors.joining())
        + "</sitemapindex>";
  }

  /// An index is asked weekly, each sitemap that it names by itself, a quarter of an hour apart.
  @Test
  void asksEachSitemapThatAnIndexNamesByItself() throws IOException {
    publish(1, 2, 3);
    origin.on("/index.xml", XML, index("/one.xml", "/two.xml.gz", "/old.xml 2024-01-01"));
    origin.on("/one.xml", XML + "\r\nETag: \"one\"", sitemap(1));
    java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
    try (java.util.zip.GZIPOutputStream out = new java.util.zip.GZIPOutputStream(packed)) {
      out.write(sitemap(2).getBytes(StandardCharsets.UTF_8));
    }
    origin.on(
        "/two.xml.gz", "HTTP/1.1 200 OK\r\nContent-Type: application/gzip", packed.toByteArray());
    Source source = follow("/index.xml");
    assertThat(source.address()).isEqualTo(origin.address("/index.xml").toString());
    int looked = origin.asked("/one.xml").size();
    for (int i = 0; i < 4; i++) {
      askDue();
      pass(Duration.ofMinutes(16));
    }

    assertThat(articles()).isEqualTo(2);
    assertThat(origin.asked("/old.xml")).isEmpty();
    assertThat(origin.asked("/index.xml")).hasSize(2); // once to see what it is
    List<Origin.Asked> one = origin.asked("/one.xml");
    assertThat(one).hasSizeGreaterThan(looked);
    int known = one.size();

    origin.on("/one.xml", XML, sitemap(1, 3));
    for (int i = 0; i < 8; i++) {
      pass(Duration.ofMinutes(16));
      askDue();
    }
    assertThat(articles()).isEqualTo(3);
    assertThat(origin.asked("/one.xml").get(known).headers())
        .containsEntry("if-none-match", "\"one\"");
    assertThat(state(source).stand().standing()).isEqualTo(Standing.WORKING);
  }

  @Test
  void followsWhatAListOnTheWebNamesAnewButNothingThatWasRemovedHere() {
    publish(1);
    String outlines =
        "<opml version=\"2.0\"><body><outline text=\"Metals\"><outline type=\"rss\" text=\"A\" xmlUrl=\"%s\"/></outline>%s</body></opml>";
    origin.on("/list.opml", XML, outlines.formatted(origin.address("/feed"), ""));
    Source list = follow("/list.opml");
    assertThat(list.kind()).isEqualTo(new SourceKind.OfList());
    askDue(); // the list, then what it names
    askDue();
    Source feed = sources.named(origin.address("/feed").toString()).orElseThrow();
    assertThat(feed.folder()).isEqualTo("Metals");
    assertThat(articles()).isEqualTo(1);

    sources.remove(feed.id());
    origin.on(
        "/list.opml",
        XML,
        outlines.formatted(
            origin.address("/feed"),
            "<outline type=\"rss\" text=\"B\" xmlUrl=\"%s\"/>"
                .formatted(origin.address("/other"))));
    pass(Duration.ofHours(25));
    askDue();

    assertThat(sources.named(origin.address("/feed").toString())).isEmpty();
    assertThat(sources.named(origin.address("/other").toString())).isPresent();
  }

  @Test
  void looksAtAFolderWhenTheSystemTellsOfAChange() throws Exception {
    Path files = Files.createDirectories(folder.resolve("files"));
    Source source =
        ((Following.Done) sources.follow(files.toString(), Wish.of(""), Steps.UNHEARD)).source();
    sources.listen();
    try {
      sources.attend();
      askDue();
      assertThat(Duration.between(now.get(), state(source).plan().dueAt()))
          .isEqualTo(Duration.ofMinutes(5));
      write(files.resolve("a.md"), "# 镓的产量\n\n松岭工厂去年生产了54吨镓，比前年多一成，负责人周一这样说。\n");
      for (int i = 0; i < 600 && sources.due().isEmpty(); i++) {
        Thread.sleep(50); // until the system tells
      }
      askDue();
    } finally {
      sources.deafen();
    }

    assertThat(articles()).isEqualTo(1);
  }
}
