package dev.assay.ledger.kept;

import dev.assay.ledger.EntryId;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/// The large entries that were told last, to be gone on from when one more claim comes. Forgotten
/// as soon as anybody else told an entry of the same desk, or a transaction failed. Safe for use by
/// many threads, of which one at a time remembers.
final class Remembered {

  /// Of all entries together: some 20 MB of heap.
  private static final int MOST_CLAIMS = 8_000;

  /// An entry of fewer claims is read again as quickly.
  private static final int FEWEST_CLAIMS = 8;

  private final ReentrantLock lock = new ReentrantLock();
  private final Tellings tellings = new Tellings();
  private WeakReference<Store> store = new WeakReference<>(null);
  private long round;

  /// Runs a transaction that tells entries.
  <T> T in(Store store, BiFunction<Session, Tellings, T> work) {
    if (!lock.tryLock()) {
      return store.write(session -> work.apply(session, new Tellings()));
    }
    boolean whole = false;
    try {
      T done = store.write(session -> tell(store, session, work));
      whole = true;
      return done;
    } finally {
      if (!whole) {
        tellings.clear();
      }
      lock.unlock();
    }
  }

  private <T> T tell(Store store, Session session, BiFunction<Session, Tellings, T> work) {
    LedgerTable ledger = new LedgerTable(session);
    if (this.store.get() != store || ledger.round() != round) {
      tellings.clear();
      this.store = new WeakReference<>(store);
    }
    T done = work.apply(session, tellings);
    round = ledger.round();
    return done;
  }

  /// Entries as they were told, the one asked for last at the end.
  static final class Tellings {
    private final LinkedHashMap<EntryId, OfDrawer> entries = new LinkedHashMap<>(16, 0.75f, true);
    private int claims;

    private record OfDrawer(String drawer, Telling telling, int claims) {}

    Optional<Telling> of(EntryId entry) {
      return Optional.ofNullable(entries.get(entry)).map(OfDrawer::telling);
    }

    void keep(String drawer, EntryId entry, Telling telling) {
      forget(entry);
      int size = telling.versions().size();
      if (size >= FEWEST_CLAIMS && size <= MOST_CLAIMS) {
        entries.put(entry, new OfDrawer(drawer, telling, size));
        claims += size;
      }
      while (claims > MOST_CLAIMS) {
        forget(entries.firstEntry().getKey());
      }
    }

    private void forget(EntryId entry) {
      OfDrawer gone = entries.remove(entry);
      claims -= gone == null ? 0 : gone.claims();
    }

    void forget(String drawer) {
      Iterator<Map.Entry<EntryId, OfDrawer>> all = entries.entrySet().iterator();
      while (all.hasNext()) {
        OfDrawer one = all.next().getValue();
        if (one.drawer().equals(drawer)) {
          all.remove();
          claims -= one.claims();
        }
      }
    }

    private void clear() {
      entries.clear();
      claims = 0;
    }
  }
}
