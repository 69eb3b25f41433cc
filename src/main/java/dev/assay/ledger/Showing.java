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

  /// A row with what it brings.
  private record Brought(Row row, String figure, String voice) {}

  /// The plainest pair of a dispute; then rows that bring both a figure and a source that none
  /// before them has, then a figure, then a source; then the rest. Each time what is compared
  /// first, and of that the newest.
  public static List<Row> order(LedgerEntry entry) {
    Showing showing = new Showing();
    List<Brought> left =
        entry.rows().reversed().stream()
            .sorted(Comparator.comparing(Showing::rank))
            .map(row -> new Brought(row, figure(row), voice(row)))
            .toList();
    List<EvidenceId> pair =
        entry.dispute().stream()
            .flatMap(apart -> Stream.of(apart.one(), apart.other()))
            .map(row -> row.evidence().id())
            .toList();
    left = showing.take(left, one -> pair.contains(one.row().evidence().id()));
    left = showing.take(left, one -> showing.isNewFigure(one) && showing.isNewVoice(one));
    left = showing.take(left, showing::isNewFigure);
    left = showing.take(left, showing::isNewVoice);
    showing.take(left, _ -> true);
    return showing.ordered;
  }

  /// Takes those that pass, each seen with what was taken before it.
  ///
  /// @return the others
  private List<Brought> take(List<Brought> rows, Predicate<Brought> passes) {
    List<Brought> left = new ArrayList<>();
    for (Brought one : rows) {
      if (passes.test(one)) {
        ordered.add(one.row());
        figures.add(one.figure());
        voices.add(one.voice());
      } else {
        left.add(one);
      }
    }
    return left;
  }

  private boolean isNewFigure(Brought one) {
    return !figures.contains(one.figure());
  }

  private boolean isNewVoice(Brought one) {
    return !voices.contains(one.voice());
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
