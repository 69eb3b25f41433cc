package dev.assay.store;

import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceRound;
import dev.assay.source.SourceSettings;
import dev.assay.source.SourceSettings.Activity;
import dev.assay.source.SourceSettings.TextFrom;
import dev.assay.source.SourceState;
import dev.assay.source.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// What is followed, when each is due, and how its last rounds went.
public final class SourceTable {

  private static final int ROUNDS_KEPT = 30;

  private final Handle handle;

  SourceTable(Handle handle) {
    this.handle = handle;
  }

  /// A source and how it is.
  public record Followed(Source source, SourceState state) {}

  /// Follows an address. One that was followed before keeps its number.
  ///
  /// @param draft its id is not looked at
  public Source add(Source draft, SourceState state) {
    int id =
        handle
            .createQuery("select id from source where address = :address")
            .bind("address", draft.address())
            .mapTo(Integer.class)
            .findOne()
            .orElseGet(this::nextId);
    Source source =
        new Source(
            id,
            draft.kind(),
            draft.address(),
            draft.title(),
            draft.site(),
            draft.folder(),
            draft.settings(),
            draft.addedAt());
    bound(
            handle.createUpdate(
                "insert into source (id, kind, address, title, site, folder, every_minutes, text_from, skip,"
                    + " select_links, permission, paused, added_at, removed_at) values (:id, :kind, :address,"
                    + " :title, :site, :folder, :every, :textFrom, :skip, :select, :permission, :paused,"
                    + " :addedAt, null) on conflict (id) do update set kind = excluded.kind,"
                    + " title = excluded.title, site = excluded.site, folder = excluded.folder,"
                    + " every_minutes = excluded.every_minutes, text_from = excluded.text_from,"
                    + " skip = excluded.skip, select_links = excluded.select_links,"
                    + " permission = excluded.permission, paused = excluded.paused, removed_at = null"),
            source)
        .execute();
    put(id, state);
    return source;
  }

  private int nextId() {
    return handle
        .createQuery("select coalesce(max(id), 0) + 1 from source")
        .mapTo(Integer.class)
        .one();
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Source source) {
    SourceSettings settings = source.settings();
    Duration every = settings.every();
    return statement
        .bind("id", source.id())
        .bind("kind", source.kind().word())
        .bind("address", source.address())
        .bind("title", source.title())
        .bind("site", source.site())
        .bind("folder", source.folder())
        .bindByType("every", every == null ? null : every.toMinutes(), Long.class)
        .bind("textFrom", settings.textFrom().word())
        .bind("skip", String.join("\n", settings.skip()))
        .bind("select", source.kind() instanceof SourceKind.OfPage(String select) ? select : "")
        .bind("permission", settings.permission())
        .bind("paused", settings.isPaused() ? 1 : 0)
        .bind("addedAt", source.addedAt().toEpochMilli());
  }

  /// Puts what its owner says now in the place of what they said.
  public void update(Source source) {
    bound(
            handle.createUpdate(
                "update source set title = :title, site = :site, folder = :folder, every_minutes = :every,"
                    + " text_from = :textFrom, skip = :skip, select_links = :select, permission = :permission,"
                    + " paused = :paused, kind = :kind, address = :address, added_at = :addedAt where id = :id"),
            source)
        .execute();
  }

  /// The source is known by another address from now on; the old one still leads to it.
  public void move(Source source, String address, Instant at) {
    handle.execute(
        "insert into source_address (address, source_id, until) values (?, ?, ?) on conflict do nothing",
        source.address(),
        source.id(),
        at.toEpochMilli());
    handle.execute("update source set address = ? where id = ?", address, source.id());
  }

  /// Follows it no longer; its number and what it named are kept.
  public boolean remove(int id, Instant at) {
    handle.execute("delete from source_state where source_id = ?", id);
    return handle.execute(
            "update source set removed_at = ? where id = ? and removed_at is null",
            at.toEpochMilli(),
            id)
        > 0;
  }

  /// All that are followed, by their numbers.
  public List<Followed> all() {
    return handle
        .createQuery(
            "select * from source join source_state on source_id = id where removed_at is null order by id")
        .map((row, _) -> followed(row))
        .list();
  }

  public Optional<Followed> find(int id) {
    return handle
        .createQuery(
            "select * from source join source_state on source_id = id where removed_at is null and id = :id")
        .bind("id", id)
        .map((row, _) -> followed(row))
        .findOne();
  }

  /// The source that is or was known by this address.
  public Optional<Followed> find(String address) {
    return handle
        .createQuery(
            "select id from source where address = :address and removed_at is null"
                + " union select source_id from source_address where address = :address")
        .bind("address", address)
        .mapTo(Integer.class)
        .findFirst()
        .flatMap(this::find);
  }

  /// What is due at `now`, or named what is not taken in yet, the longest overdue first.
  public List<Followed> due(Instant now, int limit) {
    return handle
        .createQuery(
            "select * from source join source_state on source_id = id where removed_at is null"
                + " and paused = 0 and (due_at <= :now or id in"
                + " (select e.source_id from source_entry e where e.state = 'waiting'))"
                + " order by due_at limit :limit")
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .map((row, _) -> followed(row))
        .list();
  }

  public void put(int id, SourceState state) {
    handle
        .createUpdate(
            "insert into source_state (source_id, due_at, every_seconds, failures, standing, since, reason,"
                + " status, asked_at, answered_at, changed_at, new_at, etag, last_modified, body_hash, whole_at,"
                + " moved_to, moved_since) values (:id, :due, :every, :failures, :standing, :since, :reason,"
                + " :status, :asked, :answered, :changed, :new, :etag, :modified, :hash, :whole, :movedTo,"
                + " :movedSince) on conflict (source_id) do update set due_at = excluded.due_at,"
                + " every_seconds = excluded.every_seconds, failures = excluded.failures,"
                + " standing = excluded.standing, since = excluded.since, reason = excluded.reason,"
                + " status = excluded.status, asked_at = excluded.asked_at, answered_at = excluded.answered_at,"
                + " changed_at = excluded.changed_at, new_at = excluded.new_at, etag = excluded.etag,"
                + " last_modified = excluded.last_modified, body_hash = excluded.body_hash,"
                + " whole_at = excluded.whole_at, moved_to = excluded.moved_to, moved_since = excluded.moved_since")
        .bind("id", id)
        .bind("due", state.dueAt().toEpochMilli())
        .bind("every", state.every().toSeconds())
        .bind("failures", state.failures())
        .bind("standing", state.standing().word())
        .bind("since", state.since().toEpochMilli())
        .bind("reason", state.reason())
        .bind("status", state.status())
        .bindByType("asked", millis(state.askedAt()), Long.class)
        .bindByType("answered", millis(state.answeredAt()), Long.class)
        .bindByType("changed", millis(state.changedAt()), Long.class)
        .bindByType("new", millis(state.newAt()), Long.class)
        .bindByType("etag", state.etag(), String.class)
        .bindByType("modified", state.lastModified(), String.class)
        .bind("hash", state.bodyHash())
        .bindByType("whole", millis(state.wholeAt()), Long.class)
        .bindByType("movedTo", state.movedTo(), String.class)
        .bindByType("movedSince", millis(state.movedSince()), Long.class)
        .execute();
  }

  /// Keeps a round, and forgets those before the last thirty.
  public void record(int id, SourceRound round) {
    handle
        .createUpdate(
            "insert into source_round (source_id, at, word, status, entries, fresh, bytes, millis)"
                + " values (:id, :at, :word, :status, :entries, :fresh, :bytes, :millis) on conflict do nothing")
        .bind("id", id)
        .bind("at", round.at().toEpochMilli())
        .bind("word", round.word())
        .bind("status", round.status())
        .bind("entries", round.entries())
        .bind("fresh", round.fresh())
        .bind("bytes", round.bytes())
        .bind("millis", round.millis())
        .execute();
    handle.execute(
        "delete from source_round where source_id = ? and at <= (select at from source_round"
            + " where source_id = ? order by at desc limit 1 offset ?)",
        id,
        id,
        ROUNDS_KEPT);
  }

  /// The last rounds, newest first.
  public List<SourceRound> rounds(int id) {
    return handle
        .createQuery("select * from source_round where source_id = :id order by at desc")
        .bind("id", id)
        .map(
            (row, _) ->
                new SourceRound(
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("word"),
                    row.getInt("status"),
                    row.getInt("entries"),
                    row.getInt("fresh"),
                    row.getLong("bytes"),
                    row.getLong("millis")))
        .list();
  }

  private static Followed followed(ResultSet row) throws SQLException {
    return new Followed(source(row), state(row));
  }

  private static Source source(ResultSet row) throws SQLException {
    long every = row.getLong("every_minutes");
    boolean asPublished = row.wasNull();
    return new Source(
        row.getInt("id"),
        SourceKind.of(row.getString("kind"), row.getString("select_links")).orElseThrow(),
        row.getString("address"),
        row.getString("title"),
        row.getString("site"),
        row.getString("folder"),
        new SourceSettings(
            asPublished ? null : Duration.ofMinutes(every),
            TextFrom.valueOf(row.getString("text_from").toUpperCase(Locale.ROOT)),
            row.getString("skip").lines().filter(line -> !line.isBlank()).toList(),
            row.getString("permission"),
            row.getInt("paused") == 1 ? Activity.PAUSED : Activity.FOLLOWED),
        Instant.ofEpochMilli(row.getLong("added_at")));
  }

  private static SourceState state(ResultSet row) throws SQLException {
    return new SourceState(
        Instant.ofEpochMilli(row.getLong("due_at")),
        Duration.ofSeconds(row.getLong("every_seconds")),
        row.getDouble("failures"),
        Standing.of(row.getString("standing")),
        Instant.ofEpochMilli(row.getLong("since")),
        row.getString("reason"),
        row.getInt("status"),
        time(row, "asked_at"),
        time(row, "answered_at"),
        time(row, "changed_at"),
        time(row, "new_at"),
        row.getString("etag"),
        row.getString("last_modified"),
        row.getString("body_hash"),
        time(row, "whole_at"),
        row.getString("moved_to"),
        time(row, "moved_since"));
  }

  static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }
}
