package dev.assay.app;

import dev.assay.article.ExpectedFailure;
import dev.assay.cli.terminal.Finding;
import dev.assay.event.kept.EventJoin;
import dev.assay.index.IndexFailure;
import dev.assay.index.SearchIndex;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.index.opensearch.OpenSearchIndex;
import dev.assay.ingest.NameBook;
import dev.assay.ingest.Upkeep;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.llm.ModelSettings;
import dev.assay.llm.SettingsFile;
import dev.assay.search.dictionary.Dictionary;
import dev.assay.store.Store;
import dev.assay.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks an installation over: the machine, the data folder, the store, the index, and what the
/// user put beside them. Changes nothing, and needs nothing to be in order.
final class Checkup {

  private static final int JAVA = 25;
  private static final long LEAST_HEAP = 256L << 20;
  private static final long LEAST_SPACE = 1L << 30;
  private static final long NO_SPACE = 64L << 20;
  private static final int MEGABYTE = 1 << 20;

  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path data;
  private final StoreSettings settings;
  private final Lexicon lexicon;
  private final InstantSource clock;
  private final Map<String, String> environment;
  private final List<Finding> findings = new ArrayList<>();

  Checkup(
      Path data,
      StoreSettings settings,
      Lexicon lexicon,
      InstantSource clock,
      Map<String, String> environment) {
    this.data = data;
    this.settings = settings;
    this.lexicon = lexicon;
    this.clock = clock;
    this.environment = environment;
  }

  List<Finding> findings() {
    machine();
    if (!Files.isDirectory(data)) {
      findings.add(Finding.remark("no-folder", data));
      return findings;
    }
    folder();
    settings();
    store();
    return findings;
  }

  private void machine() {
    int java = Runtime.version().feature();
    findings.add(
        java < JAVA ? Finding.fault("java", java, JAVA) : Finding.well("java", java, JAVA));
    long heap = Runtime.getRuntime().maxMemory();
    findings.add(
        heap < LEAST_HEAP
            ? Finding.remark("heap", heap / MEGABYTE)
            : Finding.well("heap", heap / MEGABYTE));
    Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    findings.add(
        names.newEncoder().canEncode('稀')
            ? Finding.well("locale", names.name())
            : Finding.remark("locale", names.name()));
  }

  private void folder() {
    findings.add(
        Files.isWritable(data) ? Finding.well("writable", data) : Finding.fault("writable", data));
    try {
      if (data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        boolean open = Files.getPosixFilePermissions(data).stream().anyMatch(OF_OTHERS::contains);
        findings.add(open ? Finding.remark("rights", data) : Finding.well("rights", data));
      }
      long free = Files.getFileStore(data).getUsableSpace();
      findings.add(space(free));
    } catch (IOException e) {
      findings.add(Finding.fault("unread", data, e.getClass().getSimpleName()));
    }
  }

  private static Finding space(long free) {
    return free < NO_SPACE
        ? Finding.fault("space", free / MEGABYTE)
        : free < LEAST_SPACE
            ? Finding.remark("space", free / MEGABYTE)
            : Finding.well("space", free / MEGABYTE);
  }

  private void settings() {
    switch (SettingsFile.read(data, environment)) {
      case ModelSettings.Reading.Off() -> findings.add(Finding.well("no-model"));
      case ModelSettings.Reading.Ready(ModelSettings settings) -> {
        findings.add(Finding.well("model", settings.model()));
        if (!Dictionary.isIn(Dictionary.folder(data))) {
          findings.add(Finding.remark("no-dictionary"));
        }
      }
      case ModelSettings.Reading.Wrong(String reason) ->
          findings.add(Finding.fault("model", reason));
    }
    try {
      OwnersFile.read(lexicon, data);
    } catch (ExpectedFailure e) {
      findings.add(Finding.fault("owners", String.valueOf(e.getMessage())));
    }
  }

  private void store() {
    try (Store store = settings.openToRead(data)) {
      if (SqliteStore.isInUse(data)) {
        findings.add(Finding.well("in-use"));
      }
      List<String> problems = store.integrityProblems();
      findings.add(
          problems.isEmpty()
              ? Finding.well("database")
              : Finding.fault("database", problems.getFirst()));
      clock(store);
      names(store);
      index(store);
    } catch (ExpectedFailure e) {
      findings.add(Finding.fault("store", String.valueOf(e.getMessage())));
    }
  }

  /// A clock that was set back makes new documents older than old ones.
  private void clock(Store store) {
    Instant last = store.read(session -> session.outcomes().lastRecorded()).orElse(Instant.MIN);
    findings.add(
        last.isAfter(clock.instant().plusSeconds(60))
            ? Finding.remark("clock", last.toString())
            : Finding.well("clock"));
  }

  private void names(Store store) {
    List<String> faults = new NameBook(store, Names.load(lexicon), clock).faults();
    faults.forEach(fault -> findings.add(Finding.fault("pack", fault)));
  }

  private void index(Store store) {
    try (SearchIndex index =
        settings.index().isEmpty()
            ? LuceneIndex.openForReading(StoreIndex.folder(data))
            : OpenSearchIndex.open(settings.index(), settings.indexName())) {
      Upkeep upkeep =
          new Upkeep(
              store,
              index,
              () -> Names.load(lexicon),
              () -> Bookkeeping.of(lexicon),
              () -> EventJoin.of(lexicon));
      Upkeep.IndexState state = upkeep.indexState();
      List<String> problems = index.problems();
      findings.add(
          !problems.isEmpty()
              ? Finding.fault("index", problems.getFirst())
              : state.current()
                  ? Finding.well("index", state.indexed())
                  : Finding.remark("index-behind", state.indexed(), state.stored()));
      Upkeep.Failures failures = upkeep.failures();
      if (failures.kept() > 0) {
        findings.add(Finding.remark("failed", failures.kept()));
      }
      if (failures.setAside() > 0) {
        findings.add(Finding.remark("set-aside", failures.setAside()));
      }
    } catch (IndexFailure e) {
      findings.add(Finding.fault("index", String.valueOf(e.getMessage())));
    }
  }
}
