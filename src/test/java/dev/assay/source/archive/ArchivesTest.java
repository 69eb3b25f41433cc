package dev.assay.source.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.source.archive.WarcPages.Read;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;

/// What other programs put by, in each of its forms, whole and damaged.
final class ArchivesTest {

  private static final Instant AT = Instant.parse("2025-11-20T08:00:00Z");
  private static final String PAGE = "<html><body><p>松岭去年生产了五十四吨镓。</p></body></html>";
  private static final String DIGEST = "A".repeat(32);

  @TempDir Path folder;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static WarcRecord response(
      String address, int status, String type, byte[] body, String... headers) throws IOException {
    HttpResponse.Builder answer = new HttpResponse.Builder(status, "as it is");
    for (String header : headers) {
      answer.addHeader(header.split(": ")[0], header.split(": ")[1]);
    }
    return new WarcResponse.Builder(URI.create(address))
        .date(AT)
        .body(answer.body(MediaType.parse(type), body).build())
        .payloadDigest("sha1", DIGEST)
        .build();
  }

  private static WarcRecord revisit(String address, String digest) throws IOException {
    return new WarcRevisit.Builder(URI.create(address), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
        .date(AT.plusSeconds(3600))
        .body(new HttpResponse.Builder(200, "OK").build())
        .payloadDigest("sha1", digest)
        .build();
  }

  private Path warc(WarcCompression compression, WarcRecord... records) throws IOException {
    Path file = folder.resolve(compression == WarcCompression.GZIP ? "a.warc.gz" : "a.warc");
    try (FileChannel out =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        WarcWriter writer = new WarcWriter(out, compression)) {
      for (WarcRecord record : records) {
        writer.write(record);
      }
    }
    return file;
  }

  private static List<String> read(Path file) throws IOException {
    List<String> read = new ArrayList<>();
    try (WarcPages pages = WarcPages.open(file, _ -> true)) {
      pages.forEachRemaining(
          one ->
              read.add(
                  switch (one) {
                    case Read.Page(ArchivedPage page) ->
                        "%s %s %s %d"
                            .formatted(
                                page.address(), page.at(), page.mediaType(), page.bytes().length);
                    case Read.Unread(String place, String reason) -> place + ": " + reason;
                  }));
    }
    return read;
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "GZIP"})
  void readsThePagesOfAWebArchive(WarcCompression compression) throws IOException {
    Path file =
        warc(
            compression,
            response(
                "https://carrow.example/a?utm_source=x",
                200,
                "text/html; charset=utf-8",
                utf8(PAGE)),
            response("https://carrow.example/gone", 404, "text/html", utf8(PAGE)),
            response("https://carrow.example/logo.png", 200, "image/png", new byte[] {1}),
            response("https://carrow.example/r.pdf", 200, "application/pdf", utf8("%PDF-")),
            response(
                "https://carrow.example/packed",
                200,
                "text/html",
                gzip(utf8(PAGE)),
                "Content-Encoding: gzip"),
            response("ftp://carrow.example/x", 200, "text/html", utf8(PAGE)));

    assertThat(read(file))
        .containsExactly(
            "https://carrow.example/a 2025-11-20T08:00:00Z text/html " + utf8(PAGE).length,
            "https://carrow.example/r.pdf 2025-11-20T08:00:00Z application/pdf 5",
            "https://carrow.example/packed 2025-11-20T08:00:00Z text/html " + utf8(PAGE).length);
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "GZIP"})
  void readsWhatWasFoundAgainFromWhereItStands(WarcCompression compression) throws IOException {
    Path file =
        warc(
            compression,
            response("https://carrow.example/a", 200, "text/html", utf8(PAGE)),
            revisit("https://carrow.example/b", DIGEST),
            revisit("https://carrow.example/elsewhere", "B".repeat(32)));

    assertThat(read(file))
        .containsExactly(
            "https://carrow.example/a 2025-11-20T08:00:00Z text/html " + utf8(PAGE).length,
            "https://carrow.example/b 2025-11-20T09:00:00Z text/html " + utf8(PAGE).length);
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "GZIP"})
  void saysWhereAnArchiveIsDamagedAndKeepsWhatStandsBefore(WarcCompression compression)
      throws IOException {
    Path file =
        warc(
            compression,
            response("https://carrow.example/a", 200, "text/html", utf8(PAGE)),
            response("https://carrow.example/b", 200, "text/html", utf8(PAGE)));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 60));

    List<String> read = read(file);
    assertThat(read).hasSize(2);
    assertThat(read.getFirst()).startsWith("https://carrow.example/a ");
    assertThat(read.getLast()).containsAnyOf("The archive is damaged here", "cannot be read");
  }

  @Test
  void readsOnBehindARecordWithoutAnAddress() throws IOException {
    Path file =
        warc(
            WarcCompression.NONE,
            response("https://foo.example/1", 200, "text/html", utf8(PAGE)),
            response("https://foo.example/2", 200, "text/html", utf8(PAGE)));
    String both = Files.readString(file);
    Files.writeString(
        file, both.replaceFirst("WARC-Target-URI: \\S+/1", "X-No-Address: ----------------------"));

    assertThat(read(file))
        .containsExactly(
            "https://foo.example/2 2025-11-20T08:00:00Z text/html " + utf8(PAGE).length);
  }

  @Test
  void refusesWhatIsNoWebArchive() throws IOException {
    assertThat(read(Files.writeString(folder.resolve("x.warc"), "这不是存档")))
        .containsExactly("byte 0: The file does not begin as a web archive (WARC) does.");
  }

  @Test
  void readsOfACollectionThePagesThatSomebodyLookedAt() throws IOException {
    Path warc =
        warc(
            WarcCompression.GZIP,
            response("https://carrow.example/a", 200, "text/html", utf8(PAGE)),
            response("https://ads.example/frame", 200, "text/html", utf8(PAGE)));
    Path file = folder.resolve("a.wacz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("archive/data.warc.gz"));
      zip.write(Files.readAllBytes(warc));
      zip.putNextEntry(new ZipEntry("pages/pages.jsonl"));
      zip.write(
          utf8(
              "{\"format\":\"json-pages-1.0\",\"id\":\"pages\"}\n{\"url\":\"https://carrow.example/a\",\"title\":\"A\"}\n"));
      zip.putNextEntry(new ZipEntry("../evil"));
      zip.write(1);
    }

    try (WaczFile collection = WaczFile.open(file)) {
      assertThat(collection.archives()).containsExactly("archive/data.warc.gz");
      try (WarcPages pages = collection.pages("archive/data.warc.gz")) {
        assertThat(((Read.Page) pages.next()).page().address())
            .isEqualTo(URI.create("https://carrow.example/a"));
        assertThat(pages.hasNext()).isFalse();
      }
    }
  }

  @Test
  void aCollectionThatIsMadeToHarmIsRefusedInWords() throws IOException {
    Path warc =
        warc(
            WarcCompression.NONE,
            response("https://carrow.example/a", 200, "text/html", utf8(PAGE)));
    Path file = folder.resolve("a.wacz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("archive/data.warc"));
      zip.write(Files.readAllBytes(warc));
      zip.putNextEntry(new ZipEntry("pages/pages.jsonl"));
      byte[] part = utf8("x".repeat(1_000_000));
      for (int i = 0; i < 20; i++) {
        zip.write(part); // packs to nothing, and never ends its line
      }
    }

    try (WaczFile collection = WaczFile.open(file)) {
      assertThatThrownBy(() -> collection.pages("archive/data.warc"))
          .isInstanceOf(IOException.class)
          .hasMessage("a line of its list of pages is longer than 16,000,000 bytes");
    }
    try (WaczFile collection = WaczFile.open(file, 100)) {
      assertThatThrownBy(() -> collection.pages("archive/data.warc"))
          .isInstanceOf(IOException.class)
          .hasMessage("an archive in it takes more than 100 bytes unpacked");
    }
  }

  @Test
  void readsALibraryWhoseSummaryHasAMillionLinesInOneGo() {
    String lines = "and one more line of it\n".repeat(400_000);

    List<Reference> works =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () ->
                ReferenceLists.read(
                    utf8("TY  - JOUR\nTI  - Gallium\nAB  - A summary\n" + lines + "ER  - \n")));

    assertThat(works).hasSize(1);
    assertThat(works.getFirst().summary())
        .startsWith("A summary and one more line of it and")
        .hasSize("A summary".length() + lines.length());
  }

  @Test
  void readsAPageThatABrowserSavedInOneFile() {
    String head =
        """
        From: <Saved by Blink>
        Snapshot-Content-Location: https://carrow.example/a#top
        Subject: =?utf-8?Q?=E9=95=93?=
        Date: Thu, 20 Nov 2025 16:00:00 +0800
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="----X"

        ------X
        Content-Type: text/html; charset=gb18030
        Content-Transfer-Encoding: base64
        Content-Location: https://carrow.example/a

        %s
        ------X
        Content-Type: text/css
        Content-Location: cid:css

        p {}
        ------X--
        """;
    byte[] body = PAGE.getBytes(Charset.forName("GB18030"));
    String file = head.formatted(java.util.Base64.getMimeEncoder().encodeToString(body));
    Mhtml.Page page = Mhtml.read(utf8(file.replace("\n", "\r\n"))).page();

    assertThat(page.address()).isEqualTo(URI.create("https://carrow.example/a"));
    assertThat(page.at()).isEqualTo(AT);
    assertThat(page.html()).isEqualTo(body);
    assertThat(page.headers()).containsEntry("content-type", "text/html; charset=gb18030");
    assertThat(Mhtml.read(utf8("Content-Type: text/plain\r\n\r\nx")).reason())
        .isEqualTo("The file holds no page: none of its parts is HTML.");
  }

  @Test
  void readsWhereAndWhenAPageWasSaved() {
    String single =
        """
        <!DOCTYPE html> <html lang=zh><!--
         Page saved with SingleFile\s
         url: https://carrow.example/a?id=7\s
         saved date: Thu Nov 20 2025 16:00:00 GMT+0800 (China Standard Time)
        --><meta charset=utf-8>
        """;
    String browser =
        "<!DOCTYPE html>\n<!-- saved from url=(0026)https://carrow.example/b -->\n<html>";

    assertThat(SavedPage.of(utf8(single)))
        .contains(new SavedPage(URI.create("https://carrow.example/a?id=7"), AT));
    assertThat(SavedPage.of(utf8(browser)))
        .contains(new SavedPage(URI.create("https://carrow.example/b"), null));
    assertThat(SavedPage.of(utf8(PAGE))).isEmpty();
  }

  @Test
  void readsListsOfLinksOfBrowsersAndReadingPrograms() {
    String bookmarks =
        """
        <!DOCTYPE NETSCAPE-Bookmark-file-1>
        <TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p>
        <DT><H3>金属</H3><DL><p>
        <DT><A HREF="https://carrow.example/a" ADD_DATE="1763625600" TAGS="镓,metal">镓的产量</A>
        <DT><A HREF="javascript:alert(1)">no</A></DL><p></DL><p>
        """;
    String pocket =
        "title,url,time_added,tags,status\n\"Floor, price\",https://carrow.example/b,1763625600,metal|floor,unread\n";
    String instapaper =
        "\uFEFFURL,Title,Selection,Folder,Timestamp\nhttps://carrow.example/c,\"He said \"\"no\"\"\",,Unread,1763625600\n";

    assertThat(LinkLists.read(utf8(bookmarks)))
        .containsExactly(
            new SavedLink(
                URI.create("https://carrow.example/a"), "镓的产量", AT, List.of("镓", "metal")));
    assertThat(LinkLists.read(utf8(pocket)))
        .containsExactly(
            new SavedLink(
                URI.create("https://carrow.example/b"),
                "Floor, price",
                AT,
                List.of("metal", "floor")));
    assertThat(LinkLists.read(utf8(instapaper)))
        .containsExactly(
            new SavedLink(URI.create("https://carrow.example/c"), "He said \"no\"", AT, List.of()));
    assertThat(List.of(bookmarks, pocket, instapaper))
        .allMatch(list -> LinkLists.looksLikeOne(utf8(list)));
    assertThat(LinkLists.looksLikeOne(utf8(PAGE))).isFalse();
    assertThat(LinkLists.looksLikeOne(utf8("year,tonnes\n2024,54\n"))).isFalse();
  }

  @Test
  void readsLibrariesOfReferences() {
    String ris =
        """
        TY  - JOUR
        TI  - Gallium supply
          after the quota
        AU  - Marsh, Jo
        AU  - 林岚
        DA  - 2024/05/01/
        T2  - Metals Quarterly
        DO  - 10.1234/ABC
        AB  - Fifty-four tonnes.
        L1  - files/12/gallium.pdf
        ER  -\s

        TY  - NEWS
        T1  - 松岭的镓
        PY  - 2025///
        UR  - https://songling.example/a
        ER  -\s
        """;
    String csl =
        """
        [{"id":"marsh2024","type":"article-journal","title":"Gallium supply","container-title":"Metals Quarterly",
          "author":[{"family":"Marsh","given":"Jo"},{"literal":"松岭早报"}],"issued":{"date-parts":[["2024",5]]},"DOI":"10.1234/abc"}]
        """;

    assertThat(ReferenceLists.read(utf8(ris)))
        .containsExactly(
            new Reference(
                "1",
                "Gallium supply after the quota",
                List.of("Marsh, Jo", "林岚"),
                "2024-05-01",
                "Metals Quarterly",
                "https://doi.org/10.1234/abc",
                "Fifty-four tonnes.",
                List.of("files/12/gallium.pdf")),
            new Reference(
                "2", "松岭的镓", List.of(), "2025", "", "https://songling.example/a", "", List.of()));
    assertThat(ReferenceLists.read(utf8(csl)))
        .containsExactly(
            new Reference(
                "marsh2024",
                "Gallium supply",
                List.of("Jo Marsh", "松岭早报"),
                "2024-05",
                "Metals Quarterly",
                "https://doi.org/10.1234/abc",
                "",
                List.of()));
    assertThat(ReferenceLists.looksLikeOne(utf8("[{\"a\":1}]"))).isFalse();
  }
}
