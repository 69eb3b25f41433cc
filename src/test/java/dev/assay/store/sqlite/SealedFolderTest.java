package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.store.StoreException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder on a disk that can only be read. Whoever runs the tests may write anywhere, so it is
/// mounted so for a process of its own.
final class SealedFolderTest {

  private static final List<String> SEALED =
      List.of(
          "unshare",
          "-rm",
          "sh",
          "-c",
          "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"");

  @TempDir Path folder;

  /// Prints how many articles are in a folder, or why that cannot be told.
  public static void main(String[] arguments) {
    try (SqliteStore store = SqliteStore.openToRead(Path.of(arguments[0]))) {
      System.out.println(store.read(session -> session.articles().countAfter(0)) + " articles");
    } catch (StoreException e) {
      System.out.println(e.getMessage());
    }
  }

  private static String said(Path sealed, String... command)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(SEALED);
    line.add(sealed.toString());
    line.addAll(List.of(command));
    Process process = new ProcessBuilder(line).redirectError(Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? out.strip() : "ended: " + out;
  }

  private String read() throws IOException, InterruptedException {
    return said(
        folder,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx200m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        SealedFolderTest.class.getName(),
        folder.toString());
  }

  @BeforeEach
  void aDeskThatWasClosed() throws IOException, InterruptedException {
    assumeThat(said(folder, "true")).isEmpty();
    SqliteStore.openToWrite(folder).close();
  }

  @Test
  void isReadWithoutAWriter() throws IOException, InterruptedException {
    assertThat(read()).isEqualTo("0 articles");
  }

  /// A writer that has not written yet, or has just moved all into its place.
  @Test
  void isNotReadAsClosedBesideAnEmptyLog() throws IOException, InterruptedException {
    Files.createFile(folder.resolve("assay.db-wal"));
    assertThat(read()).startsWith("The database in " + folder + " cannot be opened.");
  }

  @Test
  void isNotReadPastWhatAKilledWriterLeft() throws IOException, InterruptedException {
    Files.write(folder.resolve("assay.db-wal"), new byte[32]);
    assertThat(read()).startsWith("The database in " + folder + " cannot be opened.");
  }
}
