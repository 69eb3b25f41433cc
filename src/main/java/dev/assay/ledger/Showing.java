package dev.assay.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The rows of an entry in the order in which a reader with room for a few should see them.
public final class Showing {

  private final List<Row> ordered = new ArrayList<>();
  private final Set<String> figures = new HashSet<>();
  private final Set<String> voices = new HashSet<>();

  private Showing() {}

  /// The plainest pair of a dispute; then rows that bring both a figure and a source that none
  /// before them has, then a figure, then a source; then the rest. Each time what is compared
  /// first, and of that the newest.
  public static List<Row> order(LedgerEntry entry) {
    Showing showing = new Showing();
    List<Row> left =
        entry.rows().reversed().stream().sorted(Comparator.comparing(Showing::rank)).toList();
    List<EvidenceId> pair =
        entry.dispute().stream()
            .flatMap(apart -> Stream.of(apart.one(), apart.other()))
            .map(row -> row.evidence().id())
            .toList();
    left = showing.take(left, row -> pair.contains(row.evidence().id()));
    left = showing.take(left, row -> showing.isNewFigure(row) && showing.isNewVoice(row));
    left = showing.take(left, showing::isNewFigure);
    left = showing.take(left, showing::isNewVoice);
    showing.take(left, _ -> true);
    return showing.ordered;
  }

  /// Takes those that pass, each seen with what was taken before it.
  ///
  /// @return the others
  private List<Row> take(List<Row> rows, Predicate<Row> passes) {
    List<Row> left = new ArrayList<>();
    for (Row row : rows) {
      if (passes.test(row)) {
        ordered.add(row);
        figures.add(figure(row));
        voices.add(voice(row));
      } else {
        left.add(row);
      }
    }
    return left;
  }

  private boolean isNewFigure(Row row) {
    return !figures.contains(figure(row));
  }

  private boolean isNewVoice(Row row) {
    return !voices.contains(voice(row));
  }

  private static String voice(Row row) {
    String voice = row.evidence().voice();
    return voice.isEmpty() ? row.evidence().group().toString() : voice;
  }

  private static String figure(Row row) {
    String mark =
        switch (row.standing()) {
          case RowStanding.Compared(int set, _) -> "set " + set;
          case RowStanding.NotCompared _ -> "apart";
          case RowStanding.Withdrawn() -> "withdrawn";
        };
    return Judgement.sameFigure(row) + mark;
  }

  private static int rank(Row row) {
    return switch (row.standing()) {
      case RowStanding.Compared _ -> 0;
      case RowStanding.NotCompared _ -> 1;
      case RowStanding.Withdrawn() -> 2;
    };
  }
}
