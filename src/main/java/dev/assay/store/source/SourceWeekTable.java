package dev.assay.store.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What came of each source, week by week in UTC.
public final class SourceWeekTable {

  private final Handle handle;

  public SourceWeekTable(Handle handle) {
    this.handle = handle;
  }

  /// What came of a source in a week, or in all of them.
  ///
  /// @param full articles of which the page was read; the others: the feed's whole text, the part
  ///   that is shown to those who do not pay, a summary
  public record Week(
      LocalDate monday,
      long taken,
      long refused,
      long full,
      long feedText,
      long preview,
      long summary) {}

  /// One more entry was settled.
  void add(int sourceId, boolean refused, String completeness, Instant now) {
    handle
        .createUpdate(
            "insert into source_week (source_id, monday, taken, refused, full_text, feed_text, preview,"
                + " summary) values (:source, :monday, :taken, :refused, :full, :feedText, :preview,"
                + " :summary) on conflict (source_id, monday) do update set"
                + " taken = source_week.taken + excluded.taken,"
                + " refused = source_week.refused + excluded.refused,"
                + " full_text = source_week.full_text + excluded.full_text,"
                + " feed_text = source_week.feed_text + excluded.feed_text,"
                + " preview = source_week.preview + excluded.preview,"
                + " summary = source_week.summary + excluded.summary")
        .bind("source", sourceId)
        .bind("monday", monday(now).toEpochDay())
        .bind("taken", refused ? 0 : 1)
        .bind("refused", refused ? 1 : 0)
        .bind("full", completeness.equals("full") ? 1 : 0)
        .bind("feedText", completeness.equals("feed_text") ? 1 : 0)
        .bind("preview", completeness.equals("preview") ? 1 : 0)
        .bind("summary", completeness.equals("summary") ? 1 : 0)
        .execute();
  }

  private static LocalDate monday(Instant time) {
    return time.atZone(ZoneOffset.UTC)
        .toLocalDate()
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /// The weeks of all sources in which something came, the first first.
  public Map<Integer, List<Week>> all(int first, int last) {
    Map<Integer, List<Week>> weeks = new HashMap<>();
    handle
        .createQuery(
            "select * from source_week where source_id between :first and :last"
                + " order by source_id, monday")
        .bind("first", first)
        .bind("last", last)
        .map((row, _) -> Map.entry(row.getInt("source_id"), week(row)))
        .forEach(
            one -> weeks.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue()));
    return weeks;
  }

  private static Week week(ResultSet row) throws SQLException {
    return new Week(
        LocalDate.ofEpochDay(row.getLong("monday")),
        row.getLong("taken"),
        row.getLong("refused"),
        row.getLong("full_text"),
        row.getLong("feed_text"),
        row.getLong("preview"),
        row.getLong("summary"));
  }
}
