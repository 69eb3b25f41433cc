package dev.assay.follow;

import dev.assay.fetch.Pauses;
import dev.assay.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// Keeps in the store which domains asked to be left alone.
///
/// @param store opened to write
public record KeptPauses(Store store, InstantSource clock) implements Pauses {

  @Override
  public Map<String, Instant> known() {
    return store.read(session -> session.domainPauses().all());
  }

  @Override
  public void pause(String domain, Instant until) {
    store.change(session -> session.domainPauses().put(domain, until, clock.instant()));
  }
}
