package dev.assay.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.store.RawDocumentTable;
import dev.assay.store.Store;
import dev.assay.store.StoreAway;
import dev.assay.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a SQLite file alone.
final class SqliteStoreTest {

  @TempDir private Path folder;

  @Test
  void refusesWritesInWordsWhenTheDiskIsFullAndKeepsReading() {
    try (Store store = SqliteStore.openToWrite(folder)) {
      put(store, "small");
      store.change(session -> session.handle().execute("pragma max_page_count = 1"));

      assertThatThrownBy(() -> fill(store))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessageContaining("is full");
      boolean found = store.read(session -> session.rawDocuments().find(hash("small")).isPresent());
      assertThat(found).isTrue();
    }
  }

  @Test
  void saysThatTheDiskIsFullAlsoWhereTheFileOfANewDeskIsMade() {
    IOException full = new IOException("its tables", new SQLException("SQLITE_FULL", "", 13));
    IOException other = new IOException("a log of changes is left");

    assertThat(SqliteFailure.told(folder, full).map(StoreException::getMessage).orElseThrow())
        .startsWith("The disk that holds " + folder + " is full")
        .contains("Free some space");
    assertThat(SqliteFailure.told(folder, other)).isEmpty();
  }

  @Test
  void isAwayWhileAnotherProcessHoldsIt() {
    assertThat(SqliteFailure.told(folder, new SQLException("SQLITE_BUSY", "", 5)).orElseThrow())
        .isInstanceOf(StoreAway.class);
    assertThat(SqliteFailure.told(folder, new SQLException("SQLITE_CORRUPT", "", 11)).orElseThrow())
        .isNotInstanceOf(StoreAway.class);
  }

  private static void fill(Store store) {
    for (int i = 0; i < 1000; i++) {
      put(store, "bytes " + i + " " + new Random(i).ints(2000).boxed().toList());
    }
  }

  private static void put(Store store, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    store.change(
        session ->
            session
                .rawDocuments()
                .put(hash(text), "text/plain", bytes.length, RawDocumentTable.deflated(bytes)));
  }

  private static byte[] hash(String text) {
    return RawDocumentTable.hash(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void saysWhatToDoWhenThereIsNothingToRead() {
    assertThatThrownBy(() -> SqliteStore.openToRead(folder.resolve("none")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("assay import");
  }

  @Test
  void refusesASecondWriterInWords() {
    try (Store _ = SqliteStore.openToWrite(folder)) {
      assertThatThrownBy(() -> SqliteStore.openToWrite(folder))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Another assay process is writing");
    }
  }

  @Test
  void aRestoredDeskTakesNothingFromTheLogOfADeletedOne() throws IOException {
    Path backup = folder.resolve("backup");
    Path desk = folder.resolve("desk");
    byte[] log;
    try (Store store = SqliteStore.openToWrite(desk)) {
      store.copyTo(backup);
      put(store, "later");
      log = Files.readAllBytes(desk.resolve("assay.db-wal"));
    }
    Files.delete(desk.resolve("assay.db"));
    Files.write(desk.resolve("assay.db-wal"), log);

    Restoring.restore(desk, backup, _ -> {});

    try (Store store = SqliteStore.openToRead(desk)) {
      boolean found = store.read(session -> session.rawDocuments().find(hash("later")).isPresent());
      assertThat(found).isFalse();
      assertThat(store.integrityProblems()).isEmpty();
    }
  }
}
