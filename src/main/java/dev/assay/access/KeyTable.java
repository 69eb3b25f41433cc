package dev.assay.access;

import dev.assay.store.Session;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Random keys of the desk. Used by one thread, within its session.
final class KeyTable {

  private final Handle handle;

  KeyTable(Session session) {
    this.handle = session.handle();
  }

  Optional<String> find(String name) {
    return handle
        .createQuery("select value from desk_key where name = ?")
        .bind(0, name)
        .mapTo(String.class)
        .findFirst();
  }

  /// Keeps a key unless there is one of this name.
  void addIfMissing(String name, String value) {
    handle.execute(
        "insert into desk_key (name, value) values (?, ?) on conflict (name) do nothing",
        name,
        value);
  }
}
