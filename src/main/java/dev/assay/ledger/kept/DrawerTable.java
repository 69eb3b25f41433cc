package dev.assay.ledger.kept;

import dev.assay.analyze.quantity.Property;
import dev.assay.ledger.Doubt;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.KeptEntry;
import dev.assay.ledger.KeptEntry.ClaimKey;
import dev.assay.ledger.KeptEntry.Dispute;
import dev.assay.ledger.kept.DrawerPast.DoubtRow;
import dev.assay.ledger.kept.DrawerPast.Ended;
import dev.assay.ledger.kept.DrawerPast.EntryRow;
import dev.assay.ledger.kept.DrawerPast.FoundBy;
import dev.assay.ledger.kept.DrawerPast.InEntry;
import dev.assay.ledger.kept.DrawerPast.OtherId;
import dev.assay.ledger.kept.DrawerPast.Stand;
import dev.assay.ledger.kept.DrawerPast.Standing;
import dev.assay.ledger.kept.DrawerPast.Track;
import dev.assay.ledger.kept.LedgerTable.Doubted;
import dev.assay.store.ClaimTable.Version;
import dev.assay.store.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The rows of one drawer, or of some of its entries: those that it has, and those that it had.
final class DrawerTable {

  private static final String ENTRY =
      "id, drawer, entity_key, property, verdict, figures, compared, sources, ordered_by,"
          + " one_article, one_number, other_article, other_number";

  private final Handle handle;
  private final String drawer;
  private final List<String> entries;

  /// @param entries of the drawer; empty for all
  DrawerTable(Session session, String drawer, Set<EntryId> entries) {
    this.handle = session.handle();
    this.drawer = drawer;
    this.entries = entries.stream().map(EntryId::value).toList();
  }

  /// The entries in which claims of `scopes` stand; empty if one of them has none.
  static Set<EntryId> entriesOf(Session session, String drawer, Set<String> scopes) {
    Map<String, EntryId> found = new HashMap<>();
    session
        .handle()
        .createQuery(
            "select id as scope_id, id as entry_id from ledger_entry where drawer = :drawer"
                + " and id in (<scopes>) union all"
                + " select entry_other_id.id, entry_other_id.entry_id from entry_other_id"
                + " join ledger_entry on ledger_entry.id = entry_other_id.entry_id"
                + " where ledger_entry.drawer = :drawer and entry_other_id.id in (<scopes>)")
        .bind("drawer", drawer)
        .bindList("scopes", List.copyOf(scopes))
        .map((row, _) -> Map.entry(row.getString("scope_id"), entry(row)))
        .forEach(one -> found.put(one.getKey(), one.getValue()));
    return found.keySet().containsAll(scopes) ? Set.copyOf(found.values()) : Set.of();
  }

  /// The ids of all scopes that stand in the entries.
  Set<String> scopes() {
    Set<String> scopes = new HashSet<>(entries);
    if (!entries.isEmpty()) {
      handle
          .createQuery("select id from entry_other_id where entry_id in (<entries>)")
          .bindList("entries", entries)
          .mapTo(String.class)
          .forEach(scopes::add);
    }
    return scopes;
  }

  /// The condition that a row is of one of the entries.
  private String within(String column) {
    return entries.isEmpty() ? "" : " and %s in (<entries>)".formatted(column);
  }

  private <S extends SqlStatement<S>> S bound(S statement) {
    statement.bind("drawer", drawer);
    return entries.isEmpty() ? statement : statement.bindList("entries", entries);
  }

  /// The last moment up to which a drawer was told; the epoch if it never was.
  static Instant toldUntil(Session session, String drawer) {
    return Instant.ofEpochMilli(
        session
            .handle()
            .createQuery("select until from drawer_made where drawer = :drawer")
            .bind("drawer", drawer)
            .mapTo(Long.class)
            .findOne()
            .orElse(0L));
  }

  /// What the drawer came to before `since`, to be told on from there.
  DrawerPast before(Instant since) {
    DrawerPast past = new DrawerPast();
    load(
        past.entries,
        ENTRY,
        "ledger_entry",
        "drawer = :drawer",
        since,
        row -> new EntryId(row.getString("id")),
        row ->
            new EntryRow(
                LedgerTable.entry(row),
                row.getString("entity_key"),
                Property.of(row.getString("property")),
                row.getLong("ordered_by")));
    load(
        past.otherIds,
        "id, entry_id",
        "entry_other_id",
        OF_ENTRIES,
        since,
        row -> new OtherId(new EntryId(row.getString("id")), entry(row)),
        _ -> true);
    load(
        past.evidence,
        "entry_id, place, article_id, number, against_article, against_number",
        "evidence",
        OF_ENTRIES,
        since,
        row -> new InEntry(entry(row), LedgerTable.key(row, "article_id", "number")),
        row -> new Stand(row.getInt("place"), against(row)));
    load(
        past.tags,
        "entity_id, entry_id, aside",
        "entry_tag",
        OF_ENTRIES,
        since,
        row -> new FoundBy(row.getString("entity_id"), entry(row)),
        row -> row.getInt("aside") == 1);
    return past;
  }

  private static final String OF_ENTRIES =
      "entry_id in (select id from ledger_entry where drawer = :drawer)";

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <K, V> void load(
      Track<K, V> track,
      String columns,
      String table,
      String inDrawer,
      Instant since,
      Reading<K> key,
      Reading<V> value) {
    String within = within(table.equals("ledger_entry") ? "id" : "entry_id");
    bound(
            handle.createQuery(
                "select %1$s, seen_from, 1 as stands from %2$s where %3$s%4$s"
                        .formatted(columns, table, inDrawer, within)
                    + " union all select %1$s, seen_from, 0 from %2$s_then where drawer = :drawer%3$s"
                        .formatted(columns, table, within)
                    + " and seen_from < :since and seen_until >= :since"))
        .bind("since", since.toEpochMilli())
        .map(
            (row, _) ->
                new Loaded<>(
                    key.of(row),
                    new Standing<>(value.of(row), Instant.ofEpochMilli(row.getLong("seen_from"))),
                    row.getInt("stands") == 1))
        .forEach(
            loaded -> {
              if (loaded.kept()) {
                track.kept.put(loaded.key(), loaded.row());
              }
              if (!loaded.kept() || loaded.row().from().isBefore(since)) {
                track.standing.put(loaded.key(), loaded.row());
              }
            });
  }

  /// @param kept whether it is among what stands, and not of the past
  private record Loaded<K, V>(K key, Standing<V> row, boolean kept) {}

  /// What a reader should look at in the entries.
  List<DoubtRow> doubts() {
    return bound(
            handle.createQuery(
                "select entry_id, why, article_id, number, against_article, against_number"
                    + " from ledger_doubt where "
                    + OF_ENTRIES
                    + within("entry_id")
                    + " order by entry_id, place"))
        .map(
            (row, _) ->
                new DoubtRow(
                    entry(row),
                    new Doubted(
                        Doubt.Why.of(row.getString("why")).orElseThrow(),
                        LedgerTable.key(row, "article_id", "number"),
                        LedgerTable.key(row, "against_article", "against_number"))))
        .list();
  }

  private static EntryId entry(ResultSet row) throws SQLException {
    return new EntryId(row.getString("entry_id"));
  }

  private static @Nullable ClaimKey against(ResultSet row) throws SQLException {
    return row.getObject("against_article") == null
        ? null
        : LedgerTable.key(row, "against_article", "against_number");
  }

  /// Puts what the drawer came to in the place of what it had. Rows that stay as they are are not
  /// written: one more figure in an entry of thousands changes a few of them.
  ///
  /// @param since from when on it was told anew
  /// @param until the last moment that was told
  /// @param versions of the claims in it
  void put(DrawerPast past, Instant since, Instant until, List<Version> versions) {
    for (String table : List.of("ledger_entry", "entry_other_id", "evidence", "entry_tag")) {
      String within = within(table.equals("ledger_entry") ? "id" : "entry_id");
      bound(
              handle.createUpdate(
                  "delete from %s_then where drawer = :drawer%s and seen_until >= :since"
                      .formatted(table, within)))
          .bind("since", since.toEpochMilli())
          .execute();
    }
    putEntries(past);
    putOtherIds(past);
    putEvidence(past);
    putTags(past);
    putDoubts(past);
    new EntrySourceTable(handle)
        .put(past.entries.standing.keySet(), past.evidence.standing.keySet(), versions);
    handle.execute(
        "insert into drawer_made (drawer, until) values (?, ?)"
            + " on conflict (drawer) do update set until ="
            + " case when excluded.until > drawer_made.until then excluded.until else drawer_made.until end",
        drawer,
        until.toEpochMilli());
    handle.execute("update ledger_round set number = number + 1");
  }

  private void putEntries(DrawerPast past) {
    String columns =
        " ("
            + ENTRY
            + ", seen_from%s) values (:id, :drawer, :entity, :property, :verdict, :figures, :compared,"
            + " :sources, :orderedBy, :oneArticle, :oneNumber, :otherArticle, :otherNumber, :from%s)";
    String values =
        Stream.of((ENTRY + ", seen_from").split(", "))
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    Binding<EntryId, EntryRow> binding = (batch, _, row) -> bind(batch.bind("drawer", drawer), row);
    run(
        "delete from ledger_entry where id = :id",
        past.entries.gone().stream()
            .filter(gone -> !past.entries.standing.containsKey(gone.getKey()))
            .toList(),
        (batch, id, _) -> batch.bind("id", id.value()));
    run(
        "insert into ledger_entry"
            + columns.formatted("", "")
            + " on conflict (id) do update set "
            + values,
        past.entries.come(),
        (batch, id, row) -> {
          binding.bind(batch, id, row.value());
          batch.bind("from", row.from().toEpochMilli());
        });
    ended(
        past.entries.ended,
        "insert into ledger_entry_then"
            + columns.formatted(", seen_until", ", :until")
            + " on conflict do nothing",
        binding);
  }

  private static void bind(PreparedBatch batch, EntryRow row) {
    KeptEntry kept = row.kept();
    Dispute dispute = kept.dispute();
    batch
        .bind("id", kept.id().value())
        .bind("entity", row.entityKey())
        .bind("property", row.property().word())
        .bind("verdict", LedgerTable.VERDICTS.indexOf(kept.verdict()))
        .bind("figures", kept.figures())
        .bind("compared", kept.compared())
        .bind("sources", kept.sources())
        .bind("orderedBy", row.orderedBy());
    bind(batch, "one", dispute == null ? null : dispute.one());
    bind(batch, "other", dispute == null ? null : dispute.other());
  }

  private static void bind(PreparedBatch batch, String name, @Nullable ClaimKey claim) {
    batch
        .bindByType(name + "Article", claim == null ? null : claim.article().value(), Long.class)
        .bindByType(name + "Number", claim == null ? null : claim.number(), Integer.class);
  }

  private void putOtherIds(DrawerPast past) {
    put(
        past.otherIds,
        "delete from entry_other_id where id = :id and entry_id = :entry",
        "insert into entry_other_id (id, entry_id, seen_from) values (:id, :entry, :from)"
            + " on conflict do nothing",
        "insert into entry_other_id_then (id, entry_id, drawer, seen_from, seen_until)"
            + " values (:id, :entry, :drawer, :from, :until) on conflict do nothing",
        (batch, other, _) ->
            batch.bind("id", other.id().value()).bind("entry", other.entry().value()));
  }

  private void putEvidence(DrawerPast past) {
    put(
        past.evidence,
        "delete from evidence where entry_id = :entry and place = :place",
        "insert into evidence (entry_id, place, article_id, number, against_article, against_number,"
            + " seen_from) values (:entry, :place, :article, :number, :againstArticle, :againstNumber,"
            + " :from) on conflict do nothing",
        "insert into evidence_then (entry_id, place, article_id, number, against_article,"
            + " against_number, drawer, seen_from, seen_until) values (:entry, :place, :article, :number,"
            + " :againstArticle, :againstNumber, :drawer, :from, :until) on conflict do nothing",
        (batch, of, stand) -> {
          batch
              .bind("entry", of.entry().value())
              .bind("place", stand.place())
              .bind("article", of.claim().article().value())
              .bind("number", of.claim().number());
          bind(batch, "against", stand.against());
        });
  }

  /// A row holds what lists of its entry go by, so all of an entry that changed are written.
  private void putTags(DrawerPast past) {
    Set<EntryId> changed = past.entriesOtherThanBefore();
    delete("entry_tag", changed);
    run(
        "insert into entry_tag (entity_id, verdict, aside, sources, ordered_by, entry_id, figures,"
            + " seen_from) values (:entity, :verdict, :aside, :sources, :orderedBy, :id, :figures,"
            + " :since) on conflict do nothing",
        past.tags.standing.entrySet().stream()
            .filter(tag -> changed.contains(tag.getKey().entry()))
            .filter(tag -> past.entries.standing.containsKey(tag.getKey().entry()))
            .toList(),
        (batch, of, aside) -> {
          EntryRow row = Objects.requireNonNull(past.entries.standing.get(of.entry())).value();
          KeptEntry kept = row.kept();
          batch
              .bind("entity", of.entity())
              .bind("id", kept.id().value())
              .bind("verdict", LedgerTable.VERDICTS.indexOf(kept.verdict()))
              .bind("figures", kept.figures())
              .bind("sources", kept.sources())
              .bind("orderedBy", row.orderedBy())
              .bind("aside", aside.value() ? 1 : 0)
              .bind("since", aside.from().toEpochMilli());
        });
    ended(
        past.tags.ended,
        "insert into entry_tag_then (entity_id, entry_id, aside, drawer, seen_from, seen_until)"
            + " values (:entity, :entry, :aside, :drawer, :from, :until) on conflict do nothing",
        (ending, of, aside) ->
            ending
                .bind("entity", of.entity())
                .bind("entry", of.entry().value())
                .bind("aside", aside ? 1 : 0));
  }

  /// Few of an entry, and so written anew.
  private void putDoubts(DrawerPast past) {
    delete("ledger_doubt", past.entries.standing.keySet());
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into ledger_doubt (entry_id, place, why, article_id, number, against_article,"
                + " against_number, sources, ordered_by) values (:entry, :place, :why, :article, :number,"
                + " :againstArticle, :againstNumber, :sources, :orderedBy) on conflict do nothing");
    int place = 0;
    for (DoubtRow row : past.doubts()) {
      Standing<EntryRow> entry = past.entries.standing.get(row.entry());
      if (entry != null) {
        ClaimKey asked = row.doubted().claim();
        batch
            .bind("entry", row.entry().value())
            .bind("place", place++)
            .bind("why", row.doubted().why().word())
            .bind("article", asked.article().value())
            .bind("number", asked.number())
            .bind("sources", entry.value().kept().sources())
            .bind("orderedBy", entry.value().orderedBy());
        bind(batch, "against", row.doubted().against());
        batch.add();
      }
    }
    execute(batch);
  }

  private void delete(String table, Set<EntryId> of) {
    PreparedBatch batch = handle.prepareBatch("delete from " + table + " where entry_id = :entry");
    of.forEach(entry -> batch.bind("entry", entry.value()).add());
    execute(batch);
  }

  private interface Binding<K, V> {
    void bind(PreparedBatch batch, K key, V value);
  }

  private <K, V> void put(
      Track<K, V> track, String gone, String come, String ended, Binding<K, V> binding) {
    run(gone, track.gone(), (batch, key, of) -> binding.bind(batch, key, of.value()));
    run(
        come,
        track.come(),
        (batch, key, of) -> {
          binding.bind(batch, key, of.value());
          batch.bind("from", of.from().toEpochMilli());
        });
    ended(track.ended, ended, binding);
  }

  private <K, V> void run(
      String sql, List<Map.Entry<K, Standing<V>>> rows, Binding<K, Standing<V>> binding) {
    PreparedBatch batch = handle.prepareBatch(sql);
    for (Map.Entry<K, Standing<V>> row : rows) {
      binding.bind(batch, row.getKey(), row.getValue());
      batch.add();
    }
    execute(batch);
  }

  private <K, V> void ended(List<Ended<K, V>> all, String sql, Binding<K, V> binding) {
    PreparedBatch batch = handle.prepareBatch(sql);
    for (Ended<K, V> one : all) {
      binding.bind(batch, one.key(), one.value());
      batch
          .bind("drawer", drawer)
          .bind("from", one.from().toEpochMilli())
          .bind("until", one.until().toEpochMilli())
          .add();
    }
    execute(batch);
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
