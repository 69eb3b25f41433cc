package dev.assay.web;

import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.LedgerEntry.Telling;
import dev.assay.ledger.Row;
import dev.assay.ledger.Wording;
import dev.assay.topic.ledger.ShownEntry;
import dev.assay.web.EntryView.Line;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One entry of the ledger on a page of its own. An entry may have thousands of figures: the table
/// has pages, the rest shows so many and says so.
///
/// @param entry with the rows of this page of the table
/// @param plot null if there is nothing to draw
/// @param told values that were repeated, each with who gave it first, in the order of appearance
/// @param repeated how many such values there are
/// @param history figures by the time that they hold for, if the texts state at least two times
/// @param dated how many figures state a time
/// @param page of the table, from 1
/// @param pages of the table
public record FigureView(
    EntryView entry,
    @Nullable TimePlot plot,
    List<Told> told,
    int repeated,
    List<Line> history,
    int dated,
    int page,
    int pages) {

  /// Rows on a page of the table.
  public static final int ROWS = 50;

  private static final int MOST_TOLD = 30;
  private static final int MOST_REPEATS = 10;
  private static final int MOST_DATED = 60;

  /// A value on its way from source to source.
  ///
  /// @param more later sources that are not shown
  public record Told(Line first, List<Line> repeats, int more) {}

  public FigureView {
    told = List.copyOf(told);
    history = List.copyOf(history);
  }

  /// The figure with one page of its table.
  ///
  /// @param page of the table; one past the last stands for the last
  public static FigureView of(ShownEntry shown, int page, Wording wording, Messages say) {
    LedgerEntry entry = shown.entry();
    List<Row> rows = entry.rows();
    int pages = Math.max(1, (rows.size() + ROWS - 1) / ROWS);
    int at = Math.min(page, pages);
    List<Row> onPage = rows.subList((at - 1) * ROWS, Math.min(rows.size(), at * ROWS));
    List<Telling> repeated =
        entry.tellings().stream().filter(telling -> !telling.repeats().isEmpty()).toList();
    List<Row> dated = dated(entry);
    EntryLines lines = EntryLines.of(entry, wording, say);
    return new FigureView(
        EntryView.of(shown, onPage, wording, say),
        TimePlot.of(entry, wording, say).orElse(null),
        mostRepeated(repeated).stream().map(telling -> told(telling, lines)).toList(),
        repeated.size(),
        lines.of(dated.subList(Math.max(0, dated.size() - MOST_DATED), dated.size())),
        dated.size(),
        at,
        pages);
  }

  private static List<Telling> mostRepeated(List<Telling> repeated) {
    Set<Telling> most =
        new HashSet<>(
            repeated.stream()
                .sorted(Comparator.comparingInt(telling -> -telling.repeats().size()))
                .limit(MOST_TOLD)
                .toList());
    return repeated.stream().filter(most::contains).toList();
  }

  private static Told told(Telling telling, EntryLines lines) {
    List<Row> repeats = telling.repeats();
    List<Row> shown = repeats.subList(0, Math.min(MOST_REPEATS, repeats.size()));
    return new Told(lines.of(telling.first()), lines.of(shown), repeats.size() - shown.size());
  }

  private static List<Row> dated(LedgerEntry entry) {
    List<Row> stated = entry.history().stream().filter(row -> row.period().stated()).toList();
    return stated.stream().map(Row::period).distinct().count() > 1 ? stated : List.of();
  }
}
