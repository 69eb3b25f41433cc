package dev.assay.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.source.archive.LinkLists;
import dev.assay.source.archive.Mhtml;
import dev.assay.source.archive.ReferenceLists;
import dev.assay.source.archive.SavedPage;
import dev.assay.source.archive.WarcPages;
import dev.assay.source.mail.Letter;
import dev.assay.source.mail.Mbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Any bytes are a list, a mail or an archive, or none, with a reason. In a build on the kept
/// inputs only; with `JAZZER_FUZZ=1 mvn test -Dtest=IntakeFuzzTest#mail -Djazzer.max_duration=1h`
/// one of them searches for new ones.
class IntakeFuzzTest {

  private static final URI PAGE = URI.create("https://example.org/news/");

  @FuzzTest(maxDuration = "2m")
  void opml(byte[] bytes) {
    Opml.looksLikeOne(bytes);
    Opml.parse(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void sitemap(byte[] bytes) {
    Sitemap.recent(bytes, PAGE, Instant.EPOCH);
    Sitemap.children(bytes, PAGE);
  }

  @FuzzTest(maxDuration = "2m")
  void links(byte[] bytes) {
    LinkSet.of(bytes, PAGE, "");
  }

  @FuzzTest(maxDuration = "2m")
  void lists(byte[] bytes) {
    LinkLists.looksLikeOne(bytes);
    LinkLists.read(bytes);
    ReferenceLists.looksLikeOne(bytes);
    ReferenceLists.read(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void mail(byte[] bytes) {
    Letter.parse(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void mbox(byte[] bytes) {
    try (Mbox mails = new Mbox(new ByteArrayInputStream(bytes))) {
      long length = 0;
      while (mails.hasNext()) {
        length += mails.next().length;
      }
      if (length > bytes.length) {
        throw new AssertionError("more mail than file");
      }
    }
  }

  @FuzzTest(maxDuration = "2m")
  void savedPage(byte[] bytes) {
    Mhtml.read(bytes);
    SavedPage.of(bytes);
  }

  @FuzzTest(maxDuration = "2m")
  void webArchive(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".warc");
    try {
      Files.write(file, bytes);
      try (WarcPages pages = WarcPages.open(file, _ -> true)) {
        while (pages.hasNext()) {
          pages.next();
        }
      }
    } catch (IOException e) {
      assertThat(e.getMessage()).as("what a person reads").isNotNull();
    } finally {
      Files.delete(file);
    }
  }
}
