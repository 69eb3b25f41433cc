package dev.assay.watch.send;

import dev.assay.fetch.Courier;
import dev.assay.fetch.FetchSettings;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.search.Search;
import dev.assay.store.Happening;
import dev.assay.store.Store;
import dev.assay.store.sqlite.SqliteStore;
import dev.assay.topic.Differences;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.watch.Watch;
import dev.assay.watch.WatchSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// A process that tells of failing sources, to be killed. Begins with what an earlier one left.
///
/// Arguments: the data folder; its number, from 0, by which its clock goes; `halt` to end between
/// commit and send, `last` to send what is left and end, `on` to be killed by somebody else.
final class TellingProcess {

  private static final Instant START = Instant.parse("2025-11-24T00:00:00Z");

  /// Longer than two messages of one rule are apart.
  private static final Duration STEP = Duration.ofMinutes(11);

  private TellingProcess() {}

  /// Makes what tells, on a store.
  static Watch watch(Store store, Courier courier, InstantSource clock) {
    Lexicon lexicon = Lexicon.shipped();
    Search search = Telling.search(clock);
    return Watch.of(
        new Watch.Parts(
            store,
            Telling.topics(store, search, clock),
            new Ledgers(
                store, search, () -> Names.load(lexicon), Bookkeeping.of(lexicon), () -> {}, clock),
            new Differences(store),
            lexicon,
            () -> {}),
        settings(),
        _ -> Optional.empty(),
        clock);
  }

  static WatchSettings settings() {
    return new WatchSettings(URI.create("https://desk.example.org"), null, "");
  }

  static InstantSource clock(int number) {
    return InstantSource.fixed(START.plus(STEP.multipliedBy(number)));
  }

  public static void main(String[] arguments) {
    int number = Integer.parseInt(arguments[1]);
    InstantSource clock = clock(number);
    try (Store store = SqliteStore.openToWrite(Path.of(arguments[0]));
        Courier courier =
            new Courier(
                FetchSettings.DEFAULTS.with(FetchSettings.PrivateAddresses.ALLOWED), clock)) {
      Watch watch = watch(store, courier, clock);
      Sending sending = new Sending(watch.outbox(), courier, settings(), clock);
      System.out.println("begun");
      if (!arguments[2].equals("last")) {
        store.change(
            session ->
                session
                    .happenings()
                    .add(
                        Happening.Kind.SOURCE_FAILING,
                        clock.instant(),
                        Happening.About.of("1", "No answer: " + number + ".")));
      }
      watch.firing().round();
      if (arguments[2].equals("halt")) {
        Runtime.getRuntime().halt(9);
      }
      while (sending.run() > 0) {
        // what was left, and what is new
      }
      System.out.println("sent");
    }
  }
}
