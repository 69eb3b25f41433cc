package dev.assay.store;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.store.RawDocumentTable.RawBytes;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Documents that a stage failed on, kept whole, and documents that a process ended on.
public final class FailureTable {

  /// A document that was felled so often is not tried again: a suspect that a process ended on
  /// twice, each time with no other in the stages.
  public static final int SET_ASIDE = 3;

  private final Handle handle;

  FailureTable(Handle handle) {
    this.handle = handle;
  }

  /// Where and how a stage failed.
  ///
  /// @param stage the room of the program, such as `brief.extract`
  /// @param failure what was thrown and where, or how long it took
  public record Failure(Identity identity, String stage, String failure, Instant at) {}

  /// Keeps a document that a stage failed on, in the place of what failed of it before.
  ///
  /// @param hash of its bytes, which [RawDocumentTable] holds
  public void put(RawDocument document, byte[] hash, Failure failure) {
    Optional<byte[]> before = forget(document.identity());
    handle
        .createUpdate(
            "insert into failed_document"
                + " (identity, article_id, raw_hash, address, headers, fetched_at, stage, failure, failed_at)"
                + " values (:identity, :article, :hash, :address, :headers, :fetched, :stage, :failure, :at)")
        .bind("identity", document.identity().key())
        .bind("article", document.identity().articleId().value())
        .bind("hash", hash)
        .bindByType("address", text(document.address()), String.class)
        .bind("headers", Headers.write(document.headers()))
        .bind("fetched", document.fetchedAt().toEpochMilli())
        .bind("stage", failure.stage())
        .bind("failure", failure.failure())
        .bind("at", failure.at().toEpochMilli())
        .execute();
    before.ifPresent(new RawDocumentTable(handle)::deleteIfUnused);
  }

  private static @Nullable String text(@Nullable URI address) {
    return address == null ? null : address.toString();
  }

  /// Forgets a document, since it was read or is gone.
  public void delete(Identity identity) {
    forget(identity).ifPresent(new RawDocumentTable(handle)::deleteIfUnused);
  }

  /// @return the hash of its bytes, if it was kept
  private Optional<byte[]> forget(Identity identity) {
    Optional<byte[]> hash =
        handle
            .createQuery("select raw_hash from failed_document where identity = :identity")
            .bind("identity", identity.key())
            .mapTo(byte[].class)
            .findOne();
    if (hash.isPresent()) {
      handle.execute("delete from failed_document where identity = ?", identity.key());
    }
    return hash;
  }

  /// Forgets all that is kept of an article's failures.
  ///
  /// @return whether there was any
  public boolean delete(ArticleId id) {
    List<String> identities =
        handle
            .createQuery("select identity from failed_document where article_id = :id")
            .bind("id", id.value())
            .mapTo(String.class)
            .list();
    identities.forEach(key -> delete(Identity.parse(key)));
    clear(id);
    handle.execute("delete from superseded_line where article_id = ?", id.value());
    return !identities.isEmpty();
  }

  public boolean isFailed(Identity identity) {
    return handle
        .createQuery("select count(*) from failed_document where identity = :identity")
        .bind("identity", identity.key())
        .mapTo(Boolean.class)
        .one();
  }

  /// How many documents failed and are kept.
  public long count() {
    return handle.createQuery("select count(*) from failed_document").mapTo(Long.class).one();
  }

  /// How many documents failed where and on what, most first: `brief.extract:
  /// NoSuchElementException, Sections.java:174`.
  public Map<String, Long> countByPlace() {
    Map<String, Long> counts = new LinkedHashMap<>();
    handle
        .createQuery(
            "select stage, failure, count(*) as documents from failed_document"
                + " group by stage, failure order by documents desc, stage, failure limit 100")
        .map(
            (row, _) ->
                Map.entry(
                    row.getString("stage") + ": " + row.getString("failure"),
                    row.getLong("documents")))
        .forEach(row -> counts.put(row.getKey(), row.getValue()));
    return counts;
  }

  /// Those that failed last, newest first.
  public List<Failure> newest(int limit) {
    return handle
        .createQuery(
            "select identity, stage, failure, failed_at from failed_document"
                + " order by failed_at desc, identity limit :limit")
        .bind("limit", limit)
        .map(
            (row, _) ->
                new Failure(
                    Identity.parse(row.getString("identity")),
                    row.getString("stage"),
                    row.getString("failure"),
                    Instant.ofEpochMilli(row.getLong("failed_at"))))
        .list();
  }

  /// The failed documents whose identities come after `identity`, in their order.
  public List<RawDocument> after(String identity, int limit) {
    return handle
        .createQuery(
            "select f.*, d.media_type, d.bytes from failed_document f"
                + " join raw_document d on d.content_hash = f.raw_hash"
                + " where identity > :identity order by identity limit :limit")
        .bind("identity", identity)
        .bind("limit", limit)
        .map((row, _) -> document(row))
        .list();
  }

  private static RawDocument document(ResultSet row) throws SQLException {
    RawBytes raw = RawDocumentTable.raw(row);
    return new RawDocument(
        Identity.parse(row.getString("identity")),
        ArticleRow.address(row.getString("address")),
        raw.mediaType(),
        raw.bytes(),
        Headers.read(row.getString("headers")),
        Instant.ofEpochMilli(row.getLong("fetched_at")));
  }

  /// Notes that a process ended while these documents, and perhaps others, were read. However often
  /// that happens, it makes them suspects and no more: who kills a process finds some documents in
  /// the stages, whatever they are.
  public void suspect(Collection<ArticleId> ids, Instant at) {
    for (ArticleId id : ids) {
      handle.execute(
          "insert into felled_document (article_id, times, felled_at) values (?, 1, ?)"
              + " on conflict (article_id) do update set felled_at = excluded.felled_at",
          id.value(),
          at.toEpochMilli());
    }
  }

  /// Notes that a process ended while this document and no other was read, or that a stage never
  /// came to its end.
  public void felled(ArticleId id, Instant at) {
    handle.execute(
        "insert into felled_document (article_id, times, felled_at) values (?, 2, ?)"
            + " on conflict (article_id) do update set times = felled_document.times + 1, felled_at = excluded.felled_at",
        id.value(),
        at.toEpochMilli());
  }

  /// Takes one [#felled] of a document back, which stays a suspect.
  public void takeBack(ArticleId id) {
    handle.execute(
        "update felled_document set times = times - 1 where article_id = ? and times > 1",
        id.value());
  }

  /// How often each document that is under suspicion was felled by itself, and once more: it is set
  /// aside at [#SET_ASIDE].
  public Map<ArticleId, Integer> felled() {
    Map<ArticleId, Integer> felled = new HashMap<>();
    handle
        .createQuery("select article_id, times from felled_document")
        .map((row, _) -> Map.entry(new ArticleId(row.getLong("article_id")), row.getInt("times")))
        .forEach(row -> felled.put(row.getKey(), row.getValue()));
    return felled;
  }

  /// Whether a process ended, or a stage never did, while this document was read.
  public boolean isSuspect(ArticleId id) {
    return handle
        .createQuery("select count(*) from felled_document where article_id = :id")
        .bind("id", id.value())
        .mapTo(Boolean.class)
        .one();
  }

  /// Clears a document of suspicion.
  public void clear(ArticleId id) {
    handle.execute("delete from felled_document where article_id = ?", id.value());
  }

  /// Leaves none set aside, and one try to each that was.
  public void giveAnotherTry() {
    handle.execute(
        "update felled_document set times = ? where times >= ?", SET_ASIDE - 1, SET_ASIDE);
  }

  /// Notes that a later line of its batch stands in the place of the line with this hash.
  public void superseded(ArticleId id, byte[] hash) {
    handle.execute(
        "insert into superseded_line (article_id, raw_hash) values (?, ?) on conflict do nothing",
        id.value(),
        hash);
  }

  public boolean isSuperseded(ArticleId id, byte[] hash) {
    return handle
        .createQuery(
            "select count(*) from superseded_line where article_id = :id and raw_hash = :hash")
        .bind("id", id.value())
        .bind("hash", hash)
        .mapTo(Boolean.class)
        .one();
  }
}
