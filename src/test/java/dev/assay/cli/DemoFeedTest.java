package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.source.Feed;
import dev.assay.source.FeedEntry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// What the demo publishes, asked for as the desk asks.
final class DemoFeedTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00.123456Z");

  @Test
  void growsByOneWholeEntryAtATime() throws IOException {
    try (DemoFeed feed =
        DemoFeed.serve(Path.of("samples/arriving.atom"), InstantSource.fixed(NOW))) {
      assertThat(asked(feed).entries()).isEmpty();
      assertThat(feed.publish()).isTrue();
      assertThat(asked(feed).entries()).hasSize(1);
      while (feed.publish()) {}

      Feed whole = asked(feed);
      assertThat(whole.title()).isEqualTo("岚岬电讯 Lanjia Wire");
      assertThat(whole.entries()).hasSize(6);
      assertThat(whole.entries().getFirst().title())
          .isEqualTo("Licences for civilian magnets now take 26 days, exporters say");
      assertThat(whole.entries())
          .extracting(FeedEntry::published)
          .containsOnly(Instant.parse("2025-11-23T00:00:00Z"));
    }
  }

  private static Feed asked(DemoFeed feed) throws IOException {
    try (InputStream body = URI.create(feed.address()).toURL().openStream()) {
      return ((Feed.Reading.Read) Feed.parse(body.readAllBytes(), Instant.EPOCH)).feed();
    }
  }
}
