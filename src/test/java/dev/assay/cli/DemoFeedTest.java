package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.follow.Sources;
import dev.assay.source.Feed;
import dev.assay.source.FeedEntry;
import dev.assay.source.Opml;
import dev.assay.source.Source;
import dev.assay.topic.Library;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void hasItsDeskExpectTheNextEntryAndNotWaitForAnHour(@TempDir Path folder) throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    try (Library library = new Library(folder);
        DemoFeed feed = DemoFeed.serve(Path.of("samples/arriving.atom"), now::get)) {
      Sources sources = library.sources();
      sources.follow(
          new Opml(List.of(new Opml.Outline("", feed.address(), "", "", "feed"))), "", "");
      Source source = sources.named(feed.address()).orElseThrow();

      assertThat(feed.step(sources, source.id())).isTrue();
      assertThat(asked(feed).entries()).hasSize(1);
      assertThat(due(sources)).isEqualTo(NOW.truncatedTo(ChronoUnit.MILLIS));
      now.set(NOW.plusSeconds(14));
      assertThat(feed.step(sources, source.id())).isTrue();
      assertThat(asked(feed).entries()).hasSize(1);
      now.set(NOW.plusSeconds(15));
      feed.step(sources, source.id());
      assertThat(asked(feed).entries()).hasSize(2);
    }
  }

  private static Instant due(Sources sources) {
    return sources.all().getFirst().state().plan().dueAt();
  }

  private static Feed asked(DemoFeed feed) throws IOException {
    try (InputStream body = URI.create(feed.address()).toURL().openStream()) {
      return ((Feed.Reading.Read) Feed.parse(body.readAllBytes(), Instant.EPOCH)).feed();
    }
  }
}
