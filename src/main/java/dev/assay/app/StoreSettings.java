package dev.assay.app;

import dev.assay.article.ExpectedFailure;
import dev.assay.store.Store;
import dev.assay.store.postgres.PostgresAddress;
import dev.assay.store.postgres.PostgresParts;
import dev.assay.store.postgres.PostgresStore;
import dev.assay.store.sqlite.SqliteStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the store and the index of a desk are: in its folder, or on servers. What is named on the
/// command line counts before the environment, and that before `store.properties` in the folder.
///
/// @param store null: SQLite in the folder
/// @param index addresses of one OpenSearch cluster; empty: Lucene in the folder
/// @param indexName the name of the index there
record StoreSettings(@Nullable PostgresAddress store, List<URI> index, String indexName) {

  static final String NAME = "store.properties";

  private static final Set<String> KNOWN = Set.of("store", "index", "index-name");

  StoreSettings {
    index = List.copyOf(index);
  }

  /// @param named the store as the command line names it; empty if it does not
  /// @throws ExpectedFailure if the file cannot be read, or an address is none
  static StoreSettings read(Path folder, Map<String, String> environment, String named) {
    Properties given = SettingsLines.read(folder.resolve(NAME), KNOWN);
    String store =
        !named.isEmpty()
            ? named
            : environment.getOrDefault("ASSAY_STORE", given.getProperty("store", ""));
    String index = environment.getOrDefault("ASSAY_INDEX", given.getProperty("index", ""));
    return new StoreSettings(
        store.isBlank() || store.equals("folder") ? null : PostgresAddress.parse(store.strip()),
        Arrays.stream(index.split(","))
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .map(StoreSettings::address)
            .toList(),
        given.getProperty("index-name", "assay"));
  }

  private static URI address(String text) {
    if (!text.startsWith("http://") && !text.startsWith("https://")) {
      throw new ExpectedFailure(
          "%s is no address of an index. Write http://HOST:9200, several with commas between."
              .formatted(text));
    }
    return URI.create(text.replaceAll("/+$", ""));
  }

  Store openToRead(Path data) {
    return store == null
        ? SqliteStore.openToRead(data)
        : PostgresStore.openToRead(store, made(data));
  }

  Store openToWrite(Path data) {
    return store == null
        ? SqliteStore.openToWrite(data)
        : PostgresStore.openToWrite(store, made(data));
  }

  /// Opens what no index follows, such as accounts, beside whoever writes.
  Store openBeside(Path data) {
    return store == null ? SqliteStore.openBeside(data) : openToWrite(data);
  }

  /// Parts of a backfill that nobody has done yet; a folder has none.
  long waitingParts() {
    return store == null ? 0 : PostgresParts.waiting(store);
  }

  /// The folder of a shared desk holds what this machine needs for itself.
  private static Path made(Path data) {
    try {
      return Files.createDirectories(data);
    } catch (IOException e) {
      throw new ExpectedFailure(
          "The data folder %s cannot be made: %s. Name another with --data DIR."
              .formatted(data, e.getMessage()),
          e);
    }
  }
}
