package dev.assay.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The bytes of every document, kept once by content.
public final class RawDocumentTable {

  private final Handle handle;

  RawDocumentTable(Handle handle) {
    this.handle = handle;
  }

  /// The name that `bytes` are kept under: their SHA-256.
  public static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Keeps bytes, deflated; nothing happens if they are there.
  public void put(byte[] hash, String mediaType, int size, byte[] deflated) {
    handle
        .createUpdate(
            "insert into raw_document (content_hash, media_type, size, bytes)"
                + " values (:hash, :mediaType, :size, :bytes) on conflict do nothing")
        .bind("hash", hash)
        .bind("mediaType", mediaType)
        .bind("size", size)
        .bind("bytes", deflated)
        .execute();
  }

  /// The form in which [#put] takes bytes; made outside the transaction.
  public static byte[] deflated(byte[] bytes) {
    return Deflated.of(bytes);
  }

  public Optional<RawBytes> find(byte[] hash) {
    return handle
        .createQuery("select media_type, bytes from raw_document where content_hash = :hash")
        .bind("hash", hash)
        .map((row, _) -> raw(row))
        .findOne();
  }

  static RawBytes raw(ResultSet row) throws SQLException {
    return new RawBytes(row.getString("media_type"), Deflated.inflate(row.getBytes("bytes")));
  }

  /// Drops these bytes if no article, revision or failed document rests on them.
  void deleteIfUnused(byte[] hash) {
    handle.execute(
        "delete from raw_document where content_hash = ?"
            + " and not exists (select 1 from article where raw_hash = ?)"
            + " and not exists (select 1 from revision where raw_hash = ?)"
            + " and not exists (select 1 from failed_document where raw_hash = ?)",
        hash,
        hash,
        hash,
        hash);
  }

  /// Bytes as fetched, with their media type.
  public record RawBytes(String mediaType, byte[] bytes) {}
}
