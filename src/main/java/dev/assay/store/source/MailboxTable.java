package dev.assay.store.source;

import dev.assay.source.mail.MailboxPlace;
import org.jdbi.v3.core.Handle;

/// How far each mailbox was read.
public final class MailboxTable {

  private final Handle handle;

  public MailboxTable(Handle handle) {
    this.handle = handle;
  }

  public MailboxPlace place(int sourceId) {
    return handle
        .createQuery("select validity, uid from mailbox where source_id = :id")
        .bind("id", sourceId)
        .map((row, _) -> new MailboxPlace(row.getLong("validity"), row.getLong("uid")))
        .findOne()
        .orElse(MailboxPlace.START);
  }

  public void put(int sourceId, MailboxPlace place) {
    handle.execute(
        "insert into mailbox (source_id, validity, uid) values (?, ?, ?) on conflict (source_id)"
            + " do update set validity = excluded.validity, uid = excluded.uid",
        sourceId,
        place.validity(),
        place.uid());
  }
}
