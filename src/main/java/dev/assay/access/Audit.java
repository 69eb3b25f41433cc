package dev.assay.access;

import dev.assay.store.Store;
import java.time.InstantSource;
import java.util.List;

/// Who did what, when, on what and from where. Safe for use by many threads.
public final class Audit {

  private final Store store;
  private final InstantSource clock;

  Audit(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Writes down who did what.
  ///
  /// @param target what was changed
  /// @param address from where; empty if that is this machine
  public void add(String who, String what, String target, String address) {
    AuditLine line = new AuditLine(0, clock.instant(), who, what, target, address);
    store.change(session -> new AuditTable(session).add(line));
  }

  /// The same of somebody who is known already.
  void add(Actor actor, String what, String target) {
    add(actor.who(), what, target, actor.address());
  }

  /// The newest first.
  public List<AuditLine> newest(int limit) {
    return before(Long.MAX_VALUE, limit);
  }

  /// What was written down before the line of this id, the newest first.
  public List<AuditLine> before(long id, int limit) {
    return store.readOnce(session -> new AuditTable(session).before(id, limit));
  }
}
