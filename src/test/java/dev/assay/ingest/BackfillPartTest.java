package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.ExpectedFailure;
import dev.assay.article.RawDocument;
import dev.assay.ingest.input.Given;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

final class BackfillPartTest {

  @TempDir private Path folder;

  private static List<Given> read(BackfillPart part) {
    List<Given> given = new ArrayList<>();
    part.read(documents -> documents.forEachRemaining(given::add));
    return given;
  }

  private static String identity(Given given) {
    return given.identity().key();
  }

  @Test
  void everyLineIsInOnePartWhereverTheFileIsCut() throws IOException {
    Path file = folder.resolve("lines.jsonl");
    Files.writeString(
        file,
        """
        {"id": "1", "title": "一", "text": "氧化镨钕"}
        {"id": "2", "title": "Two"}

        {"id": "3", "title": "三", "text": "no new line at the end"}""");
    long size = Files.size(file);
    List<String> whole =
        read(new BackfillPart(file, 0, size)).stream().map(BackfillPartTest::identity).toList();
    assertThat(whole).hasSize(3);

    for (long cut = 0; cut <= size; cut++) {
      List<String> both = new ArrayList<>();
      read(new BackfillPart(file, 0, cut)).forEach(given -> both.add(identity(given)));
      read(new BackfillPart(file, cut, size)).forEach(given -> both.add(identity(given)));
      assertThat(both).as("cut at %d", cut).isEqualTo(whole);
    }
  }

  @Test
  void isKnownAgainByItsKey() {
    BackfillPart part = new BackfillPart(Path.of("/archives/a file - 1.warc.gz"), 0, 12);

    assertThat(BackfillPart.parse(part.key())).isEqualTo(part);
  }

  @Test
  void takesDocumentsPackedPagesAndWhatIsDamagedAsAnImportDoes() throws IOException {
    Path file = folder.resolve("pages.warc");
    Instant fetched = Instant.parse("2019-05-04T03:02:01Z");
    byte[] page = "<p>The mill at Carrow says 镨 output rose.</p>".getBytes(StandardCharsets.UTF_8);
    HttpResponse packed =
        new HttpResponse.Builder(200, "said")
            .addHeader("Content-Encoding", "gzip")
            .body(MediaType.HTML, gzip(page))
            .build();
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        WarcWriter writer = new WarcWriter(channel, WarcCompression.NONE)) {
      URI address = URI.create("https://carrow.example/packed");
      writer.write(new WarcResponse.Builder(address).date(fetched).body(packed).build());
      writer.write(
          response(
              "https://carrow.example/r.pdf", 200, MediaType.parse("application/pdf"), fetched));
    }
    Files.writeString(file, "这不是记录", StandardOpenOption.APPEND);

    List<Given> given = read(BackfillPart.of(file).getFirst());
    assertThat(given)
        .extracting(BackfillPartTest::identity)
        .startsWith(
            "address\thttps://carrow.example/packed", "address\thttps://carrow.example/r.pdf")
        .hasSize(3);
    assertThat(((Given.Document) given.getFirst()).document().bytes()).isEqualTo(page);
    assertThat(((Given.Refused) given.getLast()).reason()).contains("The archive is damaged here");
  }

  /// A folder in the place of the file is opened, and cannot be read.
  @ParameterizedTest
  @ValueSource(strings = {"pages.warc", "pages.warc.gz", "pages.wacz"})
  void anArchiveThatTheDiskDoesNotGiveIsLeftToAnother(String name) throws IOException {
    BackfillPart part = new BackfillPart(Files.createDirectory(folder.resolve(name)), 0, 1);

    assertThatThrownBy(() -> read(part))
        .isInstanceOf(ExpectedFailure.class)
        .hasMessageContaining(name + " cannot be read");
  }

  @Test
  void anArchiveThatTheDiskStopsGivingIsLeftToAnother() throws IOException {
    Path file = folder.resolve("pages.warc");
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        WarcWriter writer = new WarcWriter(channel, WarcCompression.NONE)) {
      for (int page = 0; page < 200; page++) { // more than is read ahead
        writer.write(
            response("https://carrow.example/" + page, 200, MediaType.HTML, Instant.EPOCH));
      }
    }
    List<Given> given = new ArrayList<>();

    assertThatThrownBy(
            () ->
                BackfillPart.of(file)
                    .getFirst()
                    .read(
                        documents -> {
                          given.add(documents.next());
                          Thread.currentThread().interrupt(); // which closes the file
                          documents.forEachRemaining(given::add);
                        }))
        .isInstanceOf(ExpectedFailure.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(given).isNotEmpty().allMatch(Given.Document.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pages.warc", "pages.warc.gz", "pages.wacz"})
  void whatIsNoArchiveIsRefused(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "这不是档案, nor is this one");

    assertThat(read(BackfillPart.of(file).getFirst()))
        .singleElement()
        .isInstanceOf(Given.Refused.class);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  @Test
  void takesPagesAndTheirTimesFromAnArchive() throws IOException {
    Path file = folder.resolve("pages.warc.gz");
    Instant fetched = Instant.parse("2019-05-04T03:02:01Z");
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        WarcWriter writer = new WarcWriter(channel, WarcCompression.GZIP)) {
      writer.write(response("https://carrow.example/a", 200, MediaType.HTML, fetched));
      writer.write(response("https://carrow.example/gone", 404, MediaType.HTML, fetched));
      writer.write(
          response("https://carrow.example/p.png", 200, MediaType.parse("image/png"), fetched));
      writer.write(response("https://carrow.example/b", 200, MediaType.HTML, fetched));
    }

    List<BackfillPart> parts = BackfillPart.of(file);
    assertThat(parts).hasSize(1);
    List<RawDocument> pages =
        read(parts.getFirst()).stream().map(given -> ((Given.Document) given).document()).toList();
    assertThat(pages)
        .extracting(page -> String.valueOf(page.address()))
        .containsExactly("https://carrow.example/a", "https://carrow.example/b");
    assertThat(pages).extracting(RawDocument::fetchedAt).containsOnly(fetched);
    assertThat(new String(pages.getFirst().bytes(), StandardCharsets.UTF_8)).contains("/a says");
  }

  private static WarcResponse response(String address, int status, MediaType type, Instant fetched)
      throws IOException {
    byte[] body = ("<p>" + address + " says 稀土</p>").getBytes(StandardCharsets.UTF_8);
    HttpResponse http = new HttpResponse.Builder(status, "said").body(type, body).build();
    return new WarcResponse.Builder(URI.create(address)).date(fetched).body(http).build();
  }
}
