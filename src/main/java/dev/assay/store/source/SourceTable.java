package dev.assay.store.source;

import dev.assay.article.ArticleId;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceRound;
import dev.assay.source.SourceSettings;
import dev.assay.source.SourceSettings.Activity;
import dev.assay.source.SourceSettings.Certificates;
import dev.assay.source.SourceSettings.ReservedFor;
import dev.assay.source.SourceSettings.TextFrom;
import dev.assay.source.SourceState;
import dev.assay.source.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// What is followed, when each is due, and how its last rounds went.
public final class SourceTable {

  private static final int ROUNDS_KEPT = 30;

  private final Handle handle;

  public SourceTable(Handle handle) {
    this.handle = handle;
  }

  /// A source and how it is.
  ///
  /// @param delay the median from publication to arrival of the last hundred entries; null if none
  ///   says when it was published
  public record Followed(Source source, SourceState state, @Nullable Duration delay) {}

  /// How a source came to stand at a time.
  public record Stood(Instant at, Standing standing, String reason) {}

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
    Source source = draft.numbered(id);
    bound(
            handle.createUpdate(
                "insert into source (id, kind, address, title, site, description, folder, every_minutes,"
                    + " text_from, skip, select_links, permission, paused, muted, language, user_agent, proxy,"
                    + " certificates, reserved_for, backfill, added_at, added_by, removed_at) values (:id, :kind, :address,"
                    + " :title, :site, :description, :folder, :every, :textFrom, :skip, :select, :permission,"
                    + " :paused, :muted, :language, :userAgent, :proxy, :certificates, :reservedFor, :backfill, :addedAt,"
                    + " :addedBy, null) on conflict (id) do update set kind = excluded.kind,"
                    + " title = excluded.title, site = excluded.site, description = excluded.description,"
                    + " folder = excluded.folder, every_minutes = excluded.every_minutes,"
                    + " text_from = excluded.text_from, skip = excluded.skip,"
                    + " select_links = excluded.select_links, permission = excluded.permission,"
                    + " paused = excluded.paused, muted = excluded.muted, language = excluded.language,"
                    + " user_agent = excluded.user_agent, proxy = excluded.proxy,"
                    + " certificates = excluded.certificates, reserved_for = excluded.reserved_for, backfill = excluded.backfill,"
                    + " added_by = excluded.added_by, removed_at = null"),
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
        .bind("description", source.description())
        .bind("folder", source.folder())
        .bindByType("every", every == null ? null : every.toMinutes(), Long.class)
        .bind("textFrom", settings.textFrom().word())
        .bind("skip", String.join("\n", settings.skip()))
        .bind("select", source.kind() instanceof SourceKind.OfPage(String select) ? select : "")
        .bind("permission", settings.permission())
        .bind("paused", settings.isPaused() ? 1 : 0)
        .bind("muted", settings.activity() == Activity.MUTED ? 1 : 0)
        .bind("language", settings.language())
        .bind("userAgent", settings.userAgent())
        .bind("proxy", settings.proxy())
        .bind("certificates", settings.certificates().word())
        .bind("reservedFor", settings.reservedFor().word())
        .bind("backfill", settings.backfill())
        .bind("addedBy", source.addedBy())
        .bind("addedAt", source.addedAt().toEpochMilli());
  }

  /// Puts what its owner says now in the place of what they said.
  public void update(Source source) {
    bound(
            handle.createUpdate(
                "update source set title = :title, site = :site, description = :description,"
                    + " folder = :folder, every_minutes = :every, text_from = :textFrom, skip = :skip,"
                    + " select_links = :select, permission = :permission, paused = :paused, muted = :muted,"
                    + " language = :language, user_agent = :userAgent, proxy = :proxy,"
                    + " certificates = :certificates, reserved_for = :reservedFor, backfill = :backfill, kind = :kind,"
                    + " address = :address, added_at = :addedAt, added_by = :addedBy where id = :id"),
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
    return behind(0, Integer.MAX_VALUE);
  }

  /// Of those that are followed the next behind a number.
  public List<Followed> behind(int id, int limit) {
    return handle
        .createQuery(
            "select * from source join source_state on source_id = id"
                + " where removed_at is null and id > :id order by id limit :limit")
        .bind("id", id)
        .bind("limit", limit)
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

  /// Whether this address was followed and is no longer.
  public boolean wasRemoved(String address) {
    return handle
        .createQuery(
            "select count(*) from source where address = :address and removed_at is not null")
        .bind("address", address)
        .mapTo(Integer.class)
        .map(count -> count > 0)
        .one();
  }

  /// The source that named an article, if it is followed still.
  public Optional<Followed> thatNamed(ArticleId article) {
    return handle
        .createQuery(
            "select source_id from source_entry where article_id = :article order by source_id")
        .bind("article", article.value())
        .mapTo(Integer.class)
        .list()
        .stream()
        .flatMap(id -> find(id).stream())
        .findFirst();
  }

  /// A source that is due.
  public record Due(int id, String address) {}

  /// What is due at `now`, or named what is not taken in yet, the longest overdue first.
  public List<Due> due(Instant now) {
    return handle
        .createQuery(
            "select id, address from source join source_state on source_id = id where removed_at is null"
                + " and paused = 0 and (due_at <= :now or id in (select e.source_id from source_entry e"
                + " where e.state = 'waiting' and e.retry_at <= :now)) order by due_at")
        .bind("now", now.toEpochMilli())
        .map((row, _) -> new Due(row.getInt("id"), row.getString("address")))
        .list();
  }

  public void put(int id, SourceState state) {
    SourceState.Plan plan = state.plan();
    SourceState.Stand stand = state.stand();
    SourceState.Seen seen = state.seen();
    SourceState.Known known = state.known();
    handle
        .createUpdate(
            "insert into source_state (source_id, due_at, every_seconds, why, failures, standing, since, reason,"
                + " status, asked_at, answered_at, changed_at, new_at, etag, last_modified, body_hash, whole_at,"
                + " moved_to, moved_since, crawl_delay_seconds, reserved) values (:id, :due, :every, :why,"
                + " :failures, :standing, :since, :reason, :status, :asked, :answered, :changed, :new, :etag,"
                + " :modified, :hash, :whole, :movedTo, :movedSince, :crawlDelay, :reserved)"
                + " on conflict (source_id) do update set due_at = excluded.due_at,"
                + " every_seconds = excluded.every_seconds, why = excluded.why, failures = excluded.failures,"
                + " standing = excluded.standing, since = excluded.since, reason = excluded.reason,"
                + " status = excluded.status, asked_at = excluded.asked_at, answered_at = excluded.answered_at,"
                + " changed_at = excluded.changed_at, new_at = excluded.new_at, etag = excluded.etag,"
                + " last_modified = excluded.last_modified, body_hash = excluded.body_hash,"
                + " whole_at = excluded.whole_at, moved_to = excluded.moved_to,"
                + " moved_since = excluded.moved_since, crawl_delay_seconds = excluded.crawl_delay_seconds,"
                + " reserved = excluded.reserved")
        .bind("id", id)
        .bind("due", plan.dueAt().toEpochMilli())
        .bind("every", plan.every().toSeconds())
        .bind("why", plan.why().word())
        .bind("failures", plan.failures())
        .bind("standing", stand.standing().word())
        .bind("since", stand.since().toEpochMilli())
        .bind("reason", stand.reason())
        .bind("status", stand.status())
        .bindByType("asked", millis(seen.askedAt()), Long.class)
        .bindByType("answered", millis(seen.answeredAt()), Long.class)
        .bindByType("changed", millis(seen.changedAt()), Long.class)
        .bindByType("new", millis(seen.newAt()), Long.class)
        .bindByType("whole", millis(seen.wholeAt()), Long.class)
        .bindByType("etag", known.etag(), String.class)
        .bindByType("modified", known.lastModified(), String.class)
        .bind("hash", known.bodyHash())
        .bindByType("movedTo", known.movedTo(), String.class)
        .bindByType("movedSince", millis(known.movedSince()), Long.class)
        .bind("crawlDelay", known.crawlDelay().toSeconds())
        .bind("reserved", known.reserved())
        .execute();
  }

  /// Keeps how long what a source publishes takes to arrive.
  public void delayed(int id, Duration delay) {
    handle.execute(
        "update source_state set delay_seconds = ? where source_id = ?", delay.toSeconds(), id);
  }

  /// Keeps when and why a source came to stand otherwise.
  public void stands(int id, SourceState.Stand stand) {
    handle.execute(
        "insert into source_standing (source_id, at, standing, reason) values (?, ?, ?, ?)"
            + " on conflict do nothing",
        id,
        stand.since().toEpochMilli(),
        stand.standing().word(),
        stand.reason());
  }

  /// How a source came to stand as it does, the last change first.
  public List<Stood> stood(int id, int limit) {
    return handle
        .createQuery(
            "select at, standing, reason from source_standing where source_id = :id"
                + " order by at desc limit :limit")
        .bind("id", id)
        .bind("limit", limit)
        .map(
            (row, _) ->
                new Stood(
                    Instant.ofEpochMilli(row.getLong("at")),
                    Standing.of(row.getString("standing")),
                    row.getString("reason")))
        .list();
  }

  /// How many of those that are followed are broken since before a time.
  public int broken(Instant before) {
    return handle
        .createQuery(
            "select count(*) from source join source_state on source_id = id where removed_at is null"
                + " and paused = 0 and since < :before and standing in (<words>)")
        .bind("before", before.toEpochMilli())
        .bindList(
            "words",
            Arrays.stream(Standing.values())
                .filter(Standing::isTrouble)
                .map(Standing::word)
                .toList())
        .mapTo(Integer.class)
        .one();
  }

  /// How many of those that are followed stand how, by word.
  public SortedMap<String, Long> standings() {
    return handle
        .createQuery(
            "select case when paused = 1 then 'paused' else standing end as word, count(*) as number"
                + " from source join source_state on source_id = id where removed_at is null"
                + " group by case when paused = 1 then 'paused' else standing end")
        .reduceRows(
            new TreeMap<String, Long>(),
            (all, row) -> {
              all.put(row.getColumn("word", String.class), row.getColumn("number", Long.class));
              return all;
            });
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

  /// The last rounds of a source, newest first.
  public List<SourceRound> rounds(int id) {
    return handle
        .createQuery("select * from source_round where source_id = :id order by at desc")
        .bind("id", id)
        .map((row, _) -> round(row))
        .list();
  }

  /// The last rounds of all sources, newest first.
  public Map<Integer, List<SourceRound>> rounds(int first, int last) {
    Map<Integer, List<SourceRound>> rounds = new HashMap<>();
    handle
        .createQuery(
            "select * from source_round where source_id between :first and :last"
                + " order by source_id, at desc")
        .bind("first", first)
        .bind("last", last)
        .map((row, _) -> Map.entry(row.getInt("source_id"), round(row)))
        .forEach(
            one ->
                rounds.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue()));
    return rounds;
  }

  private static SourceRound round(ResultSet row) throws SQLException {
    return new SourceRound(
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("word"),
        row.getInt("status"),
        row.getInt("entries"),
        row.getInt("fresh"),
        row.getLong("bytes"),
        row.getLong("millis"));
  }

  private static Followed followed(ResultSet row) throws SQLException {
    long delay = row.getLong("delay_seconds");
    return new Followed(source(row), state(row), row.wasNull() ? null : Duration.ofSeconds(delay));
  }

  private static Source source(ResultSet row) throws SQLException {
    return new Source(
        row.getInt("id"),
        SourceKind.of(row.getString("kind"), row.getString("select_links")).orElseThrow(),
        row.getString("address"),
        row.getString("title"),
        row.getString("site"),
        row.getString("description"),
        row.getString("folder"),
        settings(row),
        Instant.ofEpochMilli(row.getLong("added_at")),
        row.getString("added_by"));
  }

  private static SourceSettings settings(ResultSet row) throws SQLException {
    long every = row.getLong("every_minutes");
    boolean asPublished = row.wasNull();
    return new SourceSettings(
        asPublished ? null : Duration.ofMinutes(every),
        word(TextFrom.class, row, "text_from"),
        row.getString("skip").lines().filter(line -> !line.isBlank()).toList(),
        row.getString("permission"),
        row.getInt("paused") == 1
            ? Activity.PAUSED
            : row.getInt("muted") == 1 ? Activity.MUTED : Activity.FOLLOWED,
        row.getString("language"),
        row.getString("user_agent"),
        row.getString("proxy"),
        word(Certificates.class, row, "certificates"),
        word(ReservedFor.class, row, "reserved_for"),
        row.getInt("backfill"));
  }

  private static <E extends Enum<E>> E word(Class<E> type, ResultSet row, String column)
      throws SQLException {
    return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
  }

  private static SourceState state(ResultSet row) throws SQLException {
    return new SourceState(
        new SourceState.Plan(
            Instant.ofEpochMilli(row.getLong("due_at")),
            Duration.ofSeconds(row.getLong("every_seconds")),
            SourceState.Why.of(row.getString("why")),
            row.getDouble("failures")),
        new SourceState.Stand(
            Standing.of(row.getString("standing")),
            Instant.ofEpochMilli(row.getLong("since")),
            row.getString("reason"),
            row.getInt("status")),
        new SourceState.Seen(
            time(row, "asked_at"),
            time(row, "answered_at"),
            time(row, "changed_at"),
            time(row, "new_at"),
            time(row, "whole_at")),
        new SourceState.Known(
            row.getString("etag"),
            row.getString("last_modified"),
            row.getString("body_hash"),
            row.getString("moved_to"),
            time(row, "moved_since"),
            Duration.ofSeconds(row.getLong("crawl_delay_seconds")),
            row.getString("reserved")));
  }

  static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }
}
