package dev.assay.store.source;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Domains that asked to be left alone.
public final class DomainPauseTable {

  private final Handle handle;

  public DomainPauseTable(Handle handle) {
    this.handle = handle;
  }

  public void put(String domain, Instant until, Instant now) {
    handle.execute("delete from domain_pause where until < ?", now.toEpochMilli());
    handle.execute(
        "insert into domain_pause (domain, until) values (?, ?)"
            + " on conflict (domain) do update set until = excluded.until",
        domain,
        until.toEpochMilli());
  }

  /// Until when each wants to be left alone.
  public Map<String, Instant> all() {
    Map<String, Instant> all = new HashMap<>();
    handle
        .createQuery("select domain, until from domain_pause")
        .map(
            (row, _) ->
                Map.entry(row.getString("domain"), Instant.ofEpochMilli(row.getLong("until"))))
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }
}
