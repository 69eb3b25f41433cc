package dev.assay.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.source.Feed.FeedEntry;
import dev.assay.source.Feed.Reading;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeedTest {

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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

    assertThat(Feed.parse(rss.getBytes(Charset.forName("GB18030"))))
        .isEqualTo(
            new Reading.Read(
                new Feed(
                    "松岭早报",
                    List.of(
                        new FeedEntry(
                            "pages/a.html", "镨钕涨价", Instant.parse("2025-11-21T00:00:00Z"))))));
  }

  @Test
  void readsAtomEntriesWithoutADate() {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Carrow</title><id>urn:x</id>
        <entry><title>Floor price</title><id>urn:y</id><link href="https://carrow.example/floor"/></entry></feed>
        """;

    assertThat(Feed.parse(utf8(atom)))
        .isEqualTo(
            new Reading.Read(
                new Feed(
                    "Carrow",
                    List.of(new FeedEntry("https://carrow.example/floor", "Floor price", null)))));
  }

  @Test
  void refusesEntitiesInsteadOfReadingFiles() {
    String hostile =
        """
        <!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
        <rss version="2.0"><channel><title>&x;</title></channel></rss>
        """;

    assertThat(Feed.parse(utf8(hostile))).isInstanceOf(Reading.NotAFeed.class);
  }

  @Test
  void saysWhyBytesAreNoFeed() {
    assertThat(Feed.parse(utf8("not xml")))
        .isInstanceOfSatisfying(
            Reading.NotAFeed.class,
            reading -> assertThat(reading.reason()).contains("RSS or Atom"));
    assertThat(Feed.looksLikeFeed(utf8("<html><body>the <rss tag</body>"))).isFalse();
  }
}
