package dev.assay.event.figure;

import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts figures of reports on one happening together that are likely of the same quantity.
final class SideBySide {

  /// How likely the figures of two rows must be of the same quantity on the average, for these to
  /// become one.
  private static final double TOGETHER = 0.4;

  private final Weights weights;
  private final double least;
  private final double leastApart;

  /// @param least how likely two figures must be of the same quantity
  /// @param leastApart the same if they are not close: it says of two reports that one is wrong
  SideBySide(Weights weights, double least, double leastApart) {
    this.weights = weights;
    this.least = least;
    this.leastApart = leastApart;
  }

  /// With the weights of a table.
  static SideBySide weighedBy(Lexicon lexicon, String table, double least, double leastApart) {
    return new SideBySide(
        Weights.read(
            lexicon.once(table).rows().stream()
                .map(row -> row.cell(0) + "\t" + row.cell(1))
                .toList()),
        least,
        leastApart);
  }

  /// The figures of one report.
  ///
  /// @param owner of its outlet, empty if it is not known: one outlet does not bear itself out
  record Report(boolean chinese, String owner, List<StatedFigure> figures) {
    /// Whether a number of this report that hardly another quantity has stands in the other too.
    boolean shares(Report other) {
      return figures.stream().anyMatch(one -> other.figures.stream().anyMatch(one::isSameAndRare));
    }

    boolean isApartFrom(Report other) {
      return owner.isEmpty() || !owner.equals(other.owner);
    }
  }

  /// A figure of a report.
  ///
  /// @param report which of the reports
  record Place(int report, StatedFigure figure) {}

  /// Two figures that are likely of the same quantity, by their numbers among all of the reports.
  private record Pair(int one, int other, double chance) {}

  /// Figures of the same quantity, each row of at least two reports; numbers of one report in a row
  /// can be one number. The most likely pairs come together first.
  List<List<Place>> rows(List<Report> reports) {
    List<Place> places = new ArrayList<>();
    for (int report = 0; report < reports.size(); report++) {
      for (StatedFigure figure : reports.get(report).figures()) {
        places.add(new Place(report, figure));
      }
    }
    double[][] chances = chances(reports, places);
    List<Pair> pairs = new ArrayList<>();
    for (int one = 0; one < chances.length; one++) {
      for (int other = one + 1; other < chances.length; other++) {
        boolean close = places.get(one).figure().isClose(places.get(other).figure());
        if (chances[one][other] >= (close ? least : leastApart)) {
          pairs.add(new Pair(one, other, chances[one][other]));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::chance).reversed());
    List<List<Integer>> rows = new ArrayList<>();
    for (Pair pair : pairs) {
      join(rows, pair, places, chances);
    }
    return rows.stream().map(row -> row.stream().map(places::get).toList()).toList();
  }

  /// How likely each two figures are of the same quantity, both ways; below 0 where nothing is said
  /// of them, since they are of one report or outlet.
  private double[][] chances(List<Report> reports, List<Place> places) {
    double[][] all = new double[places.size()][places.size()];
    for (double[] row : all) {
      Arrays.fill(row, -1);
    }
    int from = 0;
    for (int one = 0; one < reports.size(); one++) {
      Report own = reports.get(one);
      int to = from + own.figures().size();
      for (int other = one + 1; other < reports.size(); other++) {
        Report there = reports.get(other);
        if (own.isApartFrom(there)) {
          fill(all, from, chances(own, there), to, chances(there, own));
        }
        to += there.figures().size();
      }
      from += own.figures().size();
    }
    return all;
  }

  private static void fill(double[][] all, int from, double[][] forth, int to, double[][] back) {
    for (int i = 0; i < forth.length; i++) {
      for (int k = 0; k < back.length; k++) {
        all[from + i][to + k] = all[to + k][from + i] = Math.sqrt(forth[i][k] * back[k][i]);
      }
    }
  }

  /// How likely each figure of a report is of the same quantity as each of another. A number that
  /// is told several times is as likely as its places together, at the likeliest of them.
  private double[][] chances(Report own, Report there) {
    boolean across = own.chinese() != there.chinese();
    LikeFigures like = new LikeFigures(own.figures(), there.figures(), across, Features.bare());
    double[][] chances = new double[own.figures().size()][there.figures().size()];
    for (int i = 0; i < chances.length; i++) {
      int[] rivals = like.rivals(i);
      double[] places = weights.probabilities(like.candidates(i, rivals));
      for (int rival = 0; rival < rivals.length; rival++) {
        chances[i][rivals[rival]] = together(there, rivals, places, rival);
      }
    }
    return chances;
  }

  private static double together(Report there, int[] rivals, double[] places, int rival) {
    double most = 0;
    double sum = 0;
    for (int k = 0; k < rivals.length; k++) {
      StatedFigure figure = there.figures().get(rivals[k]);
      if (figure.isSame(there.figures().get(rivals[rival]))) {
        most = Math.max(most, places[k]);
        sum += places[k];
      }
    }
    return places[rival] < most ? places[rival] : sum;
  }

  private static void join(
      List<List<Integer>> rows, Pair pair, List<Place> places, double[][] chances) {
    Optional<List<Integer>> one = row(rows, pair.one());
    Optional<List<Integer>> other = row(rows, pair.other());
    List<Integer> to = one.orElseGet(() -> new ArrayList<>(List.of(pair.one())));
    List<Integer> from = other.orElseGet(() -> List.of(pair.other()));
    if (!to.equals(from) && fits(to, from, places) && mean(to, from, chances) >= TOGETHER) {
      rows.remove(from);
      to.addAll(from);
      if (one.isEmpty()) {
        rows.add(to);
      }
    }
  }

  private static Optional<List<Integer>> row(List<List<Integer>> rows, int place) {
    return rows.stream().filter(row -> row.contains(place)).findFirst();
  }

  /// How likely the figures of two rows are of the same quantity.
  private static double mean(List<Integer> row, List<Integer> other, double[][] chances) {
    return row.stream()
        .flatMapToDouble(one -> other.stream().mapToDouble(two -> chances[one][two]))
        .filter(chance -> chance >= 0)
        .average()
        .orElse(0);
  }

  private static boolean fits(List<Integer> row, List<Integer> other, List<Place> places) {
    return other.stream()
        .allMatch(two -> row.stream().allMatch(one -> fit(places.get(one), places.get(two))));
  }

  private static boolean fit(Place one, Place other) {
    return one.report() != other.report() || one.figure().isLike(other.figure());
  }
}
