package dev.assay.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.Fetcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An imported folder says which of its own files are read, and of no others.
final class FolderWalkTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");

  @TempDir Path root;

  private Path folder;
  private Path secret;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectories(root.resolve("pages/deep"));
    secret = Files.writeString(root.resolve("secret.txt"), "root:x:0:0\n秘密\n");
    Files.writeString(folder.resolve("a.txt"), "Gallium rose.");
    Files.writeString(folder.resolve("b.txt"), "锗价上涨。");
  }

  private List<String> given(Path path) {
    try (Fetcher fetcher = new Fetcher(FetchSettings.DEFAULTS, () -> NOW);
        Stream<Given> given = new Inputs(fetcher, () -> NOW).of(path.toString())) {
      return given
          .map(
              one ->
                  Path.of(one.identity().shown()).getFileName()
                      + (one instanceof Given.Refused refused ? ": " + refused.reason() : ""))
          .toList();
    }
  }

  @Test
  void aLinkThatLeadsOutIsNotFollowed() throws IOException {
    Files.createSymbolicLink(folder.resolve("out.txt"), secret);
    Files.createSymbolicLink(folder.resolve("up"), root);
    Files.createSymbolicLink(folder.resolve("within.txt"), folder.resolve("a.txt"));
    Files.createSymbolicLink(folder.resolve("nowhere.txt"), folder.resolve("none.txt"));

    assertThat(given(folder)).containsExactly("a.txt", "b.txt", "within.txt");
  }

  /// What is put into a watched folder and would be passed over in silence.
  @Test
  void whatIsTakenInElsewhereIsSaid() throws IOException {
    Files.writeString(folder.resolve("more.jsonl"), "{}");
    Files.writeString(folder.resolve("feeds.opml"), "<opml/>");
    Files.writeString(folder.resolve("page.html.gz"), "x");
    Files.writeString(folder.resolve("settings.json"), "{\"a\":1}");
    Files.writeString(
        folder.resolve("feed.json"),
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"url\":\"b.txt\"}]}");
    Files.writeString(folder.resolve("picture.png"), "x");

    assertThat(given(folder))
        .containsExactly(
            "a.txt",
            "b.txt",
            "b.txt",
            "feeds.opml: A list of feeds is followed with: assay follow FILE",
            "more.jsonl: Articles as JSON Lines are taken in with: assay import --batch < FILE",
            "page.html.gz: The file is packed. Unpack it first.",
            "settings.json: The file is no list of references (CSL-JSON) and no JSON Feed. Articles as JSON Lines are taken in with: assay import --batch < FILE");
  }

  @Test
  void aFolderThatIsALinkIsReadWhereItLeads() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), folder);

    assertThat(given(link)).containsExactly("a.txt", "b.txt");
  }

  @Test
  void aFeedReadsNoFileThroughALinkAndNoFeed() throws IOException {
    Files.createSymbolicLink(folder.resolve("out.txt"), secret);
    Path feed = folder.resolve("feed.xml");
    Files.writeString(
        feed,
        "<rss version='2.0'><channel><title>x</title><link>-</link><description>-</description>"
            + "<item><title>1</title><link>out.txt</link></item>"
            + "<item><title>2</title><link>feed.xml</link></item>"
            + "<item><title>3</title><link>b.txt</link></item></channel></rss>");

    assertThat(given(feed))
        .containsExactly(
            "out.txt: The feed names a file outside its own folder; it is not read.",
            "feed.xml: The feed names a feed, itself perhaps; it is not followed.",
            "b.txt");
  }

  @Test
  void anEmptyFolderAndAWrongPathHaveAReason() throws IOException {
    Path empty = Files.createDirectories(root.resolve("empty"));

    assertThat(given(empty))
        .singleElement()
        .asString()
        .contains("There is no file in this folder that Assay reads.");
    assertThat(given(root.resolve("none")))
        .singleElement()
        .asString()
        .contains("There is no such file.");
  }

  /// A folder is never held in memory: a file that goes while those before it are read is gone.
  @Test
  void noFileIsReadBeforeItIsAskedFor() throws IOException {
    try (Fetcher fetcher = new Fetcher(FetchSettings.DEFAULTS, () -> NOW);
        Stream<Given> given = new Inputs(fetcher, () -> NOW).of(List.of(folder.toString()))) {
      Iterator<Given> one = given.iterator();
      assertThat(one.next()).isInstanceOf(Given.Document.class);
      Files.delete(folder.resolve("b.txt"));

      assertThat(one.next())
          .isInstanceOfSatisfying(
              Given.Refused.class,
              refused -> assertThat(refused.reason()).contains("There is no such file."));
      assertThat(one.hasNext()).isFalse();
    }
  }
}
