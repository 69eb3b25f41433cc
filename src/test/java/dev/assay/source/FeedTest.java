package dev.assay.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.source.Feed.About;
import dev.assay.source.Feed.Reading;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FeedTest {

  /// Nine in the evening of the 28th in China.
  private static final Instant NOW = Instant.parse("2025-11-28T13:00:00Z");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void keepsWhatMayBeSecretInTheAddressOfAFeedFromThatOfAnEntry() {
    String own = FeedEntry.within(URI.create("https://carrow.example/feed?token=s3cret"), "a b");
    assertThat(own).startsWith("https://carrow.example/feed#").endsWith(".a+b");
    assertThat(own).doesNotContain("s3cret");
    assertThat(own)
        .isNotEqualTo(FeedEntry.within(URI.create("https://carrow.example/feed?of=mining"), "a b"));
    assertThat(FeedEntry.within(URI.create("https://carrow.example/feed"), "a b"))
        .isEqualTo("https://carrow.example/feed#a+b");
  }

  @Test
  void readsRssWithChineseTitlesInGb18030() {
    String rss =
        """
        <?xml version="1.0" encoding="gb18030"?>
        <rss version="2.0"><channel><title>松岭早报</title><link>https://songling.example/</link><description>-</description>
        <item><title>镨钕涨价</title><link>pages/a.html</link><pubDate>Fri, 21 Nov 2025 08:00:00 +0800</pubDate></item>
        </channel></rss>
        """;

    assertThat(Feed.parse(rss.getBytes(Charset.forName("GB18030")), NOW))
        .isEqualTo(
            new Reading.Read(
                new Feed(
                    new About("松岭早报", "https://songling.example/", "-", "", "", ""),
                    "RSS 2.0",
                    FeedHints.NONE,
                    List.of(
                        new FeedEntry(
                            "pages/a.html",
                            "镨钕涨价",
                            Instant.parse("2025-11-21T00:00:00Z"),
                            "pages/a.html",
                            "",
                            "")),
                    List.of())));
  }

  @Test
  void readsAtomEntriesWithoutADate() {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Carrow</title><id>urn:x</id>
        <entry><title>Floor price</title><id>urn:y</id><link href="https://carrow.example/floor"/></entry></feed>
        """;

    assertThat(Feed.parse(utf8(atom), NOW))
        .isEqualTo(
            new Reading.Read(
                new Feed(
                    new About("Carrow", "", "", "", "", ""),
                    "Atom 1.0",
                    FeedHints.NONE,
                    List.of(
                        new FeedEntry(
                            "https://carrow.example/floor", "Floor price", null, "urn:y", "", "")),
                    List.of())));
  }

  @Test
  void refusesEntitiesInsteadOfReadingFiles() {
    String hostile =
        """
        <!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
        <rss version="2.0"><channel><title>&x;</title></channel></rss>
        """;

    assertThat(Feed.parse(utf8(hostile), NOW))
        .isInstanceOfSatisfying(
            Reading.Read.class, read -> assertThat(read.feed().title()).isEqualTo("&x;"));
  }

  @Test
  void saysWhyBytesAreNoFeed() {
    assertThat(Feed.parse(utf8("not xml"), NOW))
        .isInstanceOfSatisfying(
            Reading.NotAFeed.class,
            reading -> assertThat(reading.reason()).contains("RSS, Atom or JSON Feed"));
    assertThat(Feed.looksLikeFeed(utf8("<html><body>the <rss tag</body>"))).isFalse();
  }

  @Test
  void mendsWhatIsBrokenAndSaysSo() {
    String broken =
        """
        stray words
        <rss version="2.0"><channel><title>松岭&nbsp;早报 & Co</title><link>https://songling.example/</link><description>-</description>
        <item><title>镨钕\u0001涨价</title><link>https://songling.example/a</link></item>
        <item><title>cut off""";

    assertThat(Feed.parse(utf8(broken), NOW))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> {
              assertThat(read.feed().title()).isEqualTo("松岭\u00A0早报 & Co");
              assertThat(read.feed().entries())
                  .containsExactly(
                      new FeedEntry(
                          "https://songling.example/a",
                          "镨钕涨价",
                          null,
                          "https://songling.example/a",
                          "",
                          ""));
              assertThat(read.feed().mended())
                  .containsExactly(
                      "cut what stood before the feed",
                      "took control characters out",
                      "spelled entities out",
                      "closed what was cut off");
            });
  }

  /// Rome alone takes all digits behind the point for milliseconds.
  @Test
  void readsTimesThatAreFinerThanAMillisecond() {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Carrow</title><id>urn:x</id>
        <entry><title>镝</title><id>urn:y</id><link href="https://carrow.example/dy"/><published>2025-11-22T07:10:00.987654321Z</published></entry>
        <entry><title>Terbium</title><id>urn:z</id><link href="https://carrow.example/tb"/><published>2025-11-22T15:10:00.987654+08:00</published></entry></feed>
        """;

    Feed feed = ((Reading.Read) Feed.parse(utf8(atom), NOW)).feed();
    assertThat(feed.entries())
        .extracting(FeedEntry::published)
        .containsExactly(
            Instant.parse("2025-11-22T07:10:00.987Z"), Instant.parse("2025-11-22T07:10:00.987Z"));

    String json =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"Carrow","items":[
         {"id":"1","url":"https://carrow.example/dy","date_published":"2025-11-22T07:10:00.987654321Z"},
         {"id":"2","url":"https://carrow.example/tb","date_published":"2025-11-22T15:10:00.987654+08:00"}]}
        """;
    assertThat(read(json).entries())
        .extracting(FeedEntry::published)
        .containsExactly(
            Instant.parse("2025-11-22T07:10:00.987Z"), Instant.parse("2025-11-22T07:10:00.987Z"));
  }

  /// To try each blank as the last before a time and as the first behind it would not end.
  @Test
  void timesAmongManyBlanksEnd() {
    String blanks = " ".repeat(200_000);
    String rss =
        "<rss version=\"2.0\"><channel><title>Carrow</title><item><link>https://carrow.example/dy</link><pubDate>%s<b/></pubDate></item></channel></rss>";
    String json =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"url\":\"https://carrow.example/dy\",\"date_published\":\"2025-11-22%s.\"}]}";

    for (String feed : List.of(rss, json)) {
      assertThat(read(feed.formatted(blanks)).entries())
          .extracting(FeedEntry::published)
          .containsExactly((Instant) null);
    }
  }

  @Test
  void readsJsonFeed() {
    String json =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"松岭早报","home_page_url":"https://songling.example/",
         "items":[{"id":"1","url":"https://songling.example/a","title":"镨钕涨价","content_text":"每吨54万元。\\n还会涨。",
           "date_published":"2025-11-21T08:00:00+08:00"},{"id":"2","title":"no link"}]}
        """;

    assertThat(Feed.parse(utf8(json), NOW))
        .isEqualTo(
            new Reading.Read(
                new Feed(
                    new About("松岭早报", "https://songling.example/", "", "", "", ""),
                    "JSON Feed",
                    FeedHints.NONE,
                    List.of(
                        new FeedEntry(
                            "https://songling.example/a",
                            "镨钕涨价",
                            Instant.parse("2025-11-21T00:00:00Z"),
                            "1",
                            "<p>每吨54万元。</p>\n<p>还会涨。</p>\n",
                            "")),
                    List.of())));
  }

  /// What few feeds say: who wrote it, its headings, documents that come with it, the page's own
  /// address where a service put its own in its place, and where one is told what is new.
  @Test
  void readsWhatElseAFeedSays() {
    String rss =
        """
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
          xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
        <channel><title>Carrow Wire</title><link>https://carrow.example/</link><description>Metals</description>
        <language>en-gb</language>
        <atom:link rel="self" href="https://carrow.example/feed"/><atom:link rel="hub" href="https://hub.example/"/>
        <item><title>Quota</title><link>https://counts.example/r/1</link>
          <feedburner:origLink>https://carrow.example/quota</feedburner:origLink>
          <dc:creator>Jo Marsh</dc:creator><category>Metals</category><category>Trade</category>
          <enclosure url="https://carrow.example/quota.pdf" type="application/pdf" length="1"/>
          <enclosure url="https://carrow.example/quota.mp3" type="audio/mpeg" length="1"/></item>
        </channel></rss>
        """;
    String json =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"松岭早报","language":"zh-Hans","feed_url":"https://songling.example/f",
         "hubs":[{"type":"WebSub","url":"https://hub.example/"}],
         "items":[{"id":"1","url":"https://songling.example/a","authors":[{"name":"林岚"}],"tags":["金属"],
           "attachments":[{"url":"https://songling.example/a.docx","mime_type":"x"},{"url":"https://songling.example/a.png","mime_type":"image/png"}]}]}
        """;

    assertThat(read(rss).about())
        .isEqualTo(
            new About(
                "Carrow Wire",
                "https://carrow.example/",
                "Metals",
                "en-gb",
                "https://hub.example/",
                "https://carrow.example/feed"));
    assertThat(read(rss).entries().getFirst().link()).isEqualTo("https://carrow.example/quota");
    assertThat(read(rss).entries().getFirst().more())
        .isEqualTo(
            new FeedEntry.More(
                List.of("Jo Marsh"),
                List.of("Metals", "Trade"),
                List.of("https://carrow.example/quota.pdf")));
    assertThat(read(json).about())
        .isEqualTo(
            new About(
                "松岭早报", "", "", "zh-Hans", "https://hub.example/", "https://songling.example/f"));
    assertThat(read(json).entries().getFirst().more())
        .isEqualTo(
            new FeedEntry.More(
                List.of("林岚"), List.of("金属"), List.of("https://songling.example/a.docx")));
  }

  @Test
  void readsLinksOfAtomAgainstTheirBase() {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://carrow.example/news/"><title>Carrow</title><id>urn:x</id>
        <entry xml:base="2025/"><title>Floor price</title><id>urn:y</id><link rel="alternate" href="floor"/>
        <link rel="edit" href="edit"/></entry></feed>
        """;

    assertThat(read(atom).entries().getFirst().link())
        .isEqualTo("https://carrow.example/news/2025/floor");
  }

  @Test
  void readsLinksOfRssAgainstTheirBase() {
    String rss =
        """
        <rss version="2.0" xml:base="https://port.example/"><channel xml:base="news/"><title>Port</title><link>https://port.example/</link>
        <item><title>Lock closed</title><link>lock</link><description><![CDATA[<item>]]></description></item>
        <item xml:base="2025/"><title>Draught</title><link>draught</link></item>
        <item><title>Elsewhere</title><link>https://canal.example/a</link></item>%s</channel></rss>
        """;

    for (String feed : List.of(rss.formatted(""), rss.formatted("<item><link>cut<b>"))) {
      assertThat(read(feed).entries())
          .extracting(FeedEntry::link)
          .startsWith(
              "https://port.example/news/lock",
              "https://port.example/news/2025/draught",
              "https://canal.example/a");
    }
  }

  @Test
  void countsTimesBackFromTheMomentOfTheAnswer() {
    String english =
        """
        <rss version="2.0"><channel><title>Harbour news</title><link>https://port.example/</link>
        <item><link>a</link><pubDate>2 hours ago</pubDate></item><item><link>b</link><pubDate>yesterday 14:05</pubDate></item>
        <item><link>c</link><pubDate>28.11.2025 08:30</pubDate></item><item><link>d</link><pubDate>Nov 27, 2025 8:00 PM EST</pubDate></item>
        <item><link>e</link><pubDate>soon</pubDate></item></channel></rss>
        """;
    String chinese =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"港口日报每日航运消息","items":[
        {"url":"a","date_published":"3小时前"},{"url":"b","date_published":"昨天 14:05"},{"url":"c","date_published":"今天 08:30"},
        {"url":"d","date_published":"11月27日 08:30"},{"url":"e","date_published":"昨天"}]}
        """;

    assertThat(read(english).entries())
        .extracting(FeedEntry::published)
        .containsExactly(
            Instant.parse("2025-11-28T11:00:00Z"),
            Instant.parse("2025-11-27T14:05:00Z"),
            Instant.parse("2025-11-28T08:30:00Z"),
            Instant.parse("2025-11-28T01:00:00Z"),
            null);
    assertThat(read(chinese).entries())
        .extracting(FeedEntry::published)
        .containsExactly(
            Instant.parse("2025-11-28T10:00:00Z"),
            Instant.parse("2025-11-27T06:05:00Z"),
            Instant.parse("2025-11-28T00:30:00Z"),
            Instant.parse("2025-11-27T00:30:00Z"),
            Instant.parse("2025-11-27T00:00:00Z"));
  }

  @Test
  void readsChineseThatIsNotInTheCharsetThatItNames() {
    String rss =
        """
        <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>%s</title><link>https://port.example/</link>
        <item><title>%s</title><link>https://port.example/a</link><description>%s</description></item></channel></rss>
        """;
    String simplified = rss.formatted("港口日报", "十月吞吐量上升", "船闸停航检修，粮食运量降至130万吨。港务局预计三月重新开放。");
    String traditional = rss.formatted("港口日報", "十月吞吐量上升", "船閘停航檢修，糧食運量降至130萬噸。港務局預計三月重新開放。");

    Feed gbk = ((Reading.Read) Feed.parse(simplified.getBytes(Charset.forName("GBK")), NOW)).feed();
    Feed big5 =
        ((Reading.Read) Feed.parse(traditional.getBytes(Charset.forName("Big5")), NOW)).feed();

    assertThat(List.of(gbk, big5)).extracting(Feed::title).containsExactly("港口日报", "港口日報");
    assertThat(big5.entries().getFirst().summary()).contains("糧食運量降至130萬噸");
    assertThat(gbk.mended()).containsExactly("found out the charset");
    for (String name : List.of("gb2312", "GBK", "gb18030")) {
      Feed other = parsed(traditional.replace("utf-8", name).getBytes(Charset.forName("Big5")));
      assertThat(other.title()).isEqualTo("港口日報");
      assertThat(other.entries()).extracting(FeedEntry::title).containsExactly("十月吞吐量上升");
      assertThat(other.mended()).containsExactly("found out the charset");
    }
    assertThat(parsed(simplified.replace("utf-8", "big5").getBytes(Charset.forName("GBK"))).title())
        .isEqualTo("港口日报");
    assertThat(parsed(traditional.replace("utf-8", "GBK").getBytes(Charset.forName("GBK"))))
        .satisfies(own -> assertThat(own.title()).isEqualTo("港口日報"))
        .satisfies(own -> assertThat(own.mended()).isEmpty());
  }

  @Test
  void passesOverStrayBytesOfACharsetThatIsRight() {
    byte[] rss =
        utf8(
            """
            <rss version="2.0"><channel><title>港口日报，每天更新的航运消息?</title><link>https://port.example/</link>
            <item><title>Lock closed</title><link>https://port.example/a</link></item></channel></rss>
            """);
    rss[new String(rss, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xE6;

    Feed feed = ((Reading.Read) Feed.parse(rss, NOW)).feed();

    assertThat(feed.title()).isEqualTo("港口日报，每天更新的航运消息\uFFFD");
    assertThat(feed.mended()).containsExactly("passed over stray bytes");
  }

  @Test
  void readsTitlesWithoutTheirMarkup() {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Port &lt;b>Wire&lt;/b></title><id>urn:x</id>
        <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Lock <em>closed</em> at Arden</div></title>
          <id>urn:y</id><link href="https://port.example/a"/></entry>
        <entry><title>港口 &amp;amp; 船闸 &amp;#8212; 停航</title><id>urn:z</id><link href="https://port.example/b"/></entry>
        <entry><title>Draught &lt; 9 m and > 4 m</title><id>urn:w</id><link href="https://port.example/c"/></entry></feed>
        """;

    assertThat(read(atom).title()).isEqualTo("Port Wire");
    assertThat(read(atom).entries())
        .extracting(FeedEntry::title)
        .containsExactly("Lock closed at Arden", "港口 & 船闸 — 停航", "Draught < 9 m and > 4 m");
  }

  @Test
  void takesBlanksOffBothEndsOfATitle() {
    String rss =
        "<rss version=\"2.0\"><channel><title>Port</title><item><title>%s</title><link>https://port.example/a</link></item></channel></rss>";
    String blanks = " ".repeat(200_000);

    for (String title : List.of("　　船闸停航　", "　&lt;b>船闸停航&lt;/b>　", "&#160;船闸停航\u00a0")) {
      assertThat(read(rss.formatted(title)).entries())
          .extracting(FeedEntry::title)
          .containsExactly("船闸停航");
    }
    assertThat(read(rss.formatted("Lock" + blanks + "closed")).entries())
        .extracting(FeedEntry::title)
        .containsExactly("Lock" + blanks + "closed");
  }

  @Test
  void readsTimesThatKeepToNoStandard() {
    String item =
        "<item><title>%s</title><link>https://port.example/%d</link><pubDate>%s</pubDate></item>";
    String english = "<rss version=\"2.0\"><channel><title>Harbour news</title>%s</channel></rss>";
    String chinese = "<rss version=\"2.0\"><channel><title>港口日报每日航运消息</title>%s</channel></rss>";

    assertThat(
            published(
                english,
                item,
                "Lock",
                "2026-11-28 14:05:30",
                "28 November 2026 2:05 PM GMT+8",
                "Nov. 28th, 2026 at 2:05 pm",
                "Sat, 28 Nov 2026 14:05 UTC+0530",
                "1795874700",
                "2026/11/28",
                "Sat, 28 Nov 2026 14:05:00 EST",
                "Sat, 28 Nov 2026 14:05:00 CST",
                "Sat, 28 Nov 2026 14:05:00 MSK",
                "31 June 2026 10:00",
                "soon"))
        .containsExactly(
            Instant.parse("2026-11-28T14:05:30Z"),
            Instant.parse("2026-11-28T06:05:00Z"),
            Instant.parse("2026-11-28T14:05:00Z"),
            Instant.parse("2026-11-28T08:35:00Z"),
            Instant.parse("2026-11-28T14:05:00Z"),
            Instant.parse("2026-11-28T00:00:00Z"),
            Instant.parse("2026-11-28T19:05:00Z"),
            Instant.parse("2026-11-28T20:05:00Z"),
            Instant.parse("2026-11-28T11:05:00Z"),
            null,
            null);
    assertThat(
            published(
                chinese,
                item,
                "船闸停航",
                "2026-11-28 14:05:30",
                "2026年11月28日 下午2:05",
                "2026-11-28T14:05:00",
                "2026-11-28T14:05:00Z",
                "Sat, 28 Nov 2026 14:05:00 CST",
                "Sat, 28 Nov 2026 14:05:00 NZDT",
                "2026年11月28日"))
        .containsExactly(
            Instant.parse("2026-11-28T06:05:30Z"),
            Instant.parse("2026-11-28T06:05:00Z"),
            Instant.parse("2026-11-28T06:05:00Z"),
            Instant.parse("2026-11-28T14:05:00Z"),
            Instant.parse("2026-11-28T06:05:00Z"),
            Instant.parse("2026-11-28T01:05:00Z"),
            Instant.parse("2026-11-28T00:00:00Z"));
  }

  private static List<Instant> published(String feed, String item, String title, String... times) {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < times.length; i++) {
      items.append(item.formatted(title, i, times[i]));
    }
    return read(feed.formatted(items)).entries().stream().map(FeedEntry::published).toList();
  }

  @Test
  void keepsEntriesThatHaveATextAndNoPage() {
    String rss =
        """
        <rss version="2.0"><channel><title>港口</title><item><guid isPermaLink="false">7</guid><description>船闸停航。</description></item>
        <item><guid isPermaLink="false">8</guid></item></channel></rss>
        """;
    String json =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"Harbour","items":[{"id":1,"content_text":"The lock is closed."}]}
        """;

    assertThat(read(rss).entries()).containsExactly(new FeedEntry("", "", null, "7", "", "船闸停航。"));
    assertThat(read(json).entries())
        .containsExactly(new FeedEntry("", "", null, "1", "<p>The lock is closed.</p>\n", ""));
  }

  private static Feed parsed(byte[] bytes) {
    return ((Reading.Read) Feed.parse(bytes, NOW)).feed();
  }

  private static Feed read(String text) {
    return ((Reading.Read) Feed.parse(utf8(text), NOW)).feed();
  }

  @Test
  void entriesThatAreNeverClosedAreReadInTheirOrder() throws Exception {
    StringBuilder rss = new StringBuilder("<rss><channel><title>Harbour</title>");
    for (int i = 0; i < 20_000; i++) {
      rss.append("<item><title>Ship ")
          .append(i)
          .append("</title><link>https://carrow.example/")
          .append(i)
          .append("</link>");
    }
    Feed feed = ((Reading.Read) Feed.parse(utf8(rss.toString()), NOW)).feed();
    assertThat(feed.entries().subList(0, 400))
        .extracting(FeedEntry::title)
        .containsExactlyElementsOf(
            IntStream.range(0, 400).mapToObj(number -> "Ship " + number).toList());
  }
}
