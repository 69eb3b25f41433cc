package dev.assay.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Which verdicts of ledger entries a reader said are wrong. Kept whatever is derived anew.
public final class CorrectionTable {

  private final Handle handle;

  CorrectionTable(Handle handle) {
    this.handle = handle;
  }

  /// That an entry's verdict is wrong. It holds as long as the rules come to `wrong`.
  ///
  /// @param entry the id under which the reader saw it
  /// @param drawer the entry's
  /// @param wrong the verdict that the reader saw
  /// @param right what it should be
  /// @param note the reader's words; may be empty
  public record WrongVerdict(
      String entry, String drawer, String wrong, String right, String note, Instant madeAt) {}

  /// A correction that held from when it was made until it was taken back.
  ///
  /// @param until [ThenTable#STANDING] if it holds
  public record Held<T>(T correction, Instant from, Instant until) {

    static <T> Held<T> of(T correction, ResultSet row) throws SQLException {
      return new Held<>(
          correction,
          Instant.ofEpochMilli(row.getLong("made_at")),
          Instant.ofEpochMilli(row.getLong("until")));
    }

    /// Whether it held at a moment.
    public boolean heldAt(Instant at) {
      return !from.isAfter(at) && until.isAfter(at);
    }
  }

  /// Every wrong verdict that was ever said of an entry of a drawer, the oldest first.
  public List<Held<WrongVerdict>> verdictsEver(String drawer) {
    return handle
        .createQuery(
            "select entry_id, drawer, wrong, \"right\", note, made_at, :standing as until from wrong_verdict"
                + " where drawer = :drawer union all"
                + " select entry_id, drawer, wrong, \"right\", note, made_at, seen_until"
                + " from wrong_verdict_then where drawer = :drawer order by made_at, entry_id")
        .bind("standing", ThenTable.STANDING.toEpochMilli())
        .bind("drawer", drawer)
        .map((row, _) -> Held.of(verdict(row), row))
        .list();
  }

  private static WrongVerdict verdict(ResultSet row) throws SQLException {
    return new WrongVerdict(
        row.getString("entry_id"),
        row.getString("drawer"),
        row.getString("wrong"),
        row.getString("right"),
        row.getString("note"),
        Instant.ofEpochMilli(row.getLong("made_at")));
  }

  public void put(WrongVerdict wrong) {
    endVerdicts(List.of(wrong.entry()), wrong.madeAt());
    handle.execute(
        "insert into wrong_verdict (entry_id, drawer, wrong, \"right\", note, made_at) values (?, ?, ?, ?, ?, ?)"
            + " on conflict (entry_id) do update set drawer = excluded.drawer, wrong = excluded.wrong,"
            + " \"right\" = excluded.\"right\", note = excluded.note, made_at = excluded.made_at",
        wrong.entry(),
        wrong.drawer(),
        wrong.wrong(),
        wrong.right(),
        wrong.note(),
        wrong.madeAt().toEpochMilli());
    new ClaimTable(handle).markStale(wrong.drawer(), wrong.madeAt());
  }

  /// Takes back what was said of the verdict of an entry.
  ///
  /// @param entries all ids that it is or was known by
  public void deleteVerdict(Collection<String> entries, String drawer, Instant at) {
    endVerdicts(entries, at);
    handle
        .createUpdate("delete from wrong_verdict where entry_id in (<ids>)")
        .bindList("ids", List.copyOf(entries))
        .execute();
    new ClaimTable(handle).markStale(drawer, at);
  }

  private void endVerdicts(Collection<String> entries, Instant at) {
    handle
        .createUpdate(
            "insert into wrong_verdict_then (entry_id, drawer, wrong, \"right\", note, made_at, seen_until)"
                + " select entry_id, drawer, wrong, \"right\", note, made_at, :at from wrong_verdict"
                + " where entry_id in (<ids>) on conflict do nothing")
        .bind("at", at.toEpochMilli())
        .bindList("ids", List.copyOf(entries))
        .execute();
  }

  /// The wrong verdicts in a drawer, the oldest first.
  public List<WrongVerdict> verdictsIn(String drawer) {
    return handle
        .createQuery(
            "select entry_id, drawer, wrong, \"right\", note, made_at from wrong_verdict"
                + " where drawer = :drawer order by made_at, entry_id")
        .bind("drawer", drawer)
        .map((row, _) -> verdict(row))
        .list();
  }
}
