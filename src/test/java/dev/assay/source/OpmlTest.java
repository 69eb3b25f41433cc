package dev.assay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of feeds as programs exchange them, and as nobody should write them.
final class OpmlTest {

  @TempDir private Path folder;

  private static Opml parse(String xml) {
    return Opml.parse(xml.getBytes(StandardCharsets.UTF_8));
  }

  /// The form in which Miniflux gives its categories away: folders are outlines with a text alone.
  private static final String OF_MINIFLUX =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
          <head>
              <title>Miniflux</title>
              <dateCreated>Fri, 21 Nov 2025 07:00:00 UTC</dateCreated>
          </head>
          <body>
              <outline text="Metals">
                  <outline text="China">
                      <outline title="松岭早报" text="松岭早报" xmlUrl="https://songling.example/feed" htmlUrl="https://songling.example/" description="镓、锗与稀土" type="rss"></outline>
                  </outline>
                  <outline title="Carrow &amp; Co" text="Carrow &amp; Co" xmlUrl="https://carrow.example/rss?a=1&amp;b=2" htmlUrl="https://carrow.example/" type="rss"></outline>
              </outline>
              <outline text="松岭 / 港口">
                  <outline title="Ellery Harbour News" text="Ellery Harbour News" xmlUrl="https://ellery.example/atom.xml" htmlUrl="" type="rss"></outline>
              </outline>
          </body>
      </opml>
      """;

  @Test
  void readsFoldersWithinFoldersAsMinifluxWritesThemAndWritesThemBackTheSame() {
    Opml read = parse(OF_MINIFLUX);

    assertThat(read.outlines())
        .containsExactly(
            new Opml.Outline(
                "松岭早报",
                "https://songling.example/feed",
                "https://songling.example/",
                "镓、锗与稀土",
                "Metals/China",
                "feed",
                Map.of()),
            new Opml.Outline(
                "Carrow & Co",
                "https://carrow.example/rss?a=1&b=2",
                "https://carrow.example/",
                "Metals",
                "feed"),
            new Opml.Outline(
                "Ellery Harbour News", "https://ellery.example/atom.xml", "", "松岭 - 港口", "feed"));
    assertThat(parse(read.xml()).outlines()).containsExactlyInAnyOrderElementsOf(read.outlines());
    assertThat(parse(parse(read.xml()).xml())).isEqualTo(parse(read.xml()));
  }

  @Test
  void readsCategoriesWhereAProgramHasNoFolders() {
    Opml read =
        parse(
            """
            <opml version="2.0"><body>
            <outline type="rss" xmlUrl="https://carrow.example/rss" text="" category="/Metals/中国,/Morning"/>
            <outline type="rss" xmlUrl="https://songling.example/feed" text="" category=""/>
            </body></opml>
            """);

    assertThat(read.outlines()).extracting(Opml.Outline::folder).containsExactly("Metals/中国", "");
  }

  @Test
  void aCategoryOfSlashesIsReadInOneGo() {
    String slashes = "/".repeat(300_000);
    String list =
        "<opml version=\"2.0\"><body><outline type=\"rss\" xmlUrl=\"https://carrow.example/rss\""
            + " category=\"Metals%s中国%s\"/></body></opml>";

    Opml read =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> parse(list.formatted(slashes, slashes)));

    assertThat(read.outlines().getFirst().folder()).isEqualTo("Metals" + slashes + "中国");
  }

  /// Newsboat keeps folders as tags, and forgets titles until it has fetched a feed.
  @Test
  void goesIntoNewsboatAndComesBackTheSame() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/usr/bin/newsboat")), "Debian's newsboat");
    Opml ours = parse(parse(OF_MINIFLUX).xml());
    Path list = Files.writeString(folder.resolve("list.opml"), ours.xml());
    Files.createFile(folder.resolve("urls"));

    newsboat("-i", list.toString());

    assertThat(Files.readAllLines(folder.resolve("urls")))
        .containsExactly(
            "https://carrow.example/rss?a=1&b=2 \"Metals\"",
            "https://songling.example/feed \"Metals/China\"",
            "https://ellery.example/atom.xml \"松岭 - 港口\"");
    assertThat(places(parse(newsboat("--export-to-opml2")))).isEqualTo(places(ours));
    assertThat(places(parse(newsboat("-e"))).keySet()).isEqualTo(places(ours).keySet());
  }

  private static Map<String, String> places(Opml list) {
    return list.outlines().stream()
        .collect(Collectors.toMap(Opml.Outline::address, Opml.Outline::folder));
  }

  private String newsboat(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/newsboat", "-C", "config", "-c", "cache", "-u", "urls"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void aListThatNestsWithoutEndLosesNoFeedAndEndsInFolders() {
    String deep =
        "<opml version=\"2.0\"><body>"
            + "<outline text=\"f\">".repeat(50_000)
            + "<outline type=\"rss\" text=\"Carrow\" xmlUrl=\"https://carrow.example/rss\"/>"
            + "</outline>".repeat(50_000)
            + "<outline type=\"rss\" text=\"松岭\" xmlUrl=\"https://songling.example/rss\"/>"
            + "</body></opml>";

    Opml read = parse(deep);

    assertThat(read.outlines())
        .extracting(Opml.Outline::address)
        .containsExactly("https://carrow.example/rss", "https://songling.example/rss");
    assertThat(read.outlines().getFirst().folder().split("/")).hasSizeBetween(20, 32);
    assertThat(parse(read.xml()).outlines()).containsExactlyInAnyOrderElementsOf(read.outlines());
  }
}
