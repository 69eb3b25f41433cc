package dev.assay.event.figure;

import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts figures of reports on one happening together that are likely of the same quantity.
final class SideBySide {

  private final Weights weights;
  private final double least;
  private final double leastApart;

  /// @param least how likely two figures must be of the same quantity
  /// @param leastApart the same if they cannot be one number
  SideBySide(Weights weights, double least, double leastApart) {
    this.weights = weights;
    this.least = least;
    this.leastApart = leastApart;
  }

  /// The figures of one report.
  ///
  /// @param owner of its outlet, empty if it is not known: one outlet does not bear itself out
  record Report(boolean chinese, String owner, List<StatedFigure> figures) {
    boolean isApartFrom(Report other) {
      return owner.isEmpty() || !owner.equals(other.owner);
    }
  }

  /// A figure of a report.
  ///
  /// @param report which of the reports
  record Place(int report, StatedFigure figure) {}

  /// Two figures that are likely of the same quantity.
  private record Pair(Place one, Place other, double chance) {}

  /// Figures of the same quantity, each row of at least two reports; numbers of one report in a row
  /// can be one number. The most likely pairs come together first.
  List<List<Place>> rows(List<Report> reports) {
    List<Pair> pairs = new ArrayList<>();
    for (int one = 0; one < reports.size(); one++) {
      for (int other = one + 1; other < reports.size(); other++) {
        if (reports.get(one).isApartFrom(reports.get(other))) {
          pair(one, reports.get(one), other, reports.get(other), pairs);
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::chance).reversed());
    List<List<Place>> rows = new ArrayList<>();
    for (Pair pair : pairs) {
      join(rows, pair);
    }
    return rows;
  }

  private void pair(int one, Report own, int other, Report there, List<Pair> pairs) {
    double[][] forth = chances(own, there);
    double[][] back = chances(there, own);
    for (int i = 0; i < forth.length; i++) {
      for (int k = 0; k < back.length; k++) {
        StatedFigure figure = own.figures().get(i);
        StatedFigure rival = there.figures().get(k);
        double chance = Math.sqrt(forth[i][k] * back[k][i]);
        if (chance >= (figure.isLike(rival) ? least : leastApart)) {
          pairs.add(new Pair(new Place(one, figure), new Place(other, rival), chance));
        }
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

  private static void join(List<List<Place>> rows, Pair pair) {
    Optional<List<Place>> one = row(rows, pair.one());
    Optional<List<Place>> other = row(rows, pair.other());
    List<Place> to = one.orElseGet(() -> new ArrayList<>(List.of(pair.one())));
    List<Place> from = other.orElseGet(() -> List.of(pair.other()));
    if (!to.equals(from) && from.stream().allMatch(place -> fits(to, place))) {
      rows.remove(from);
      to.addAll(from);
      if (one.isEmpty()) {
        rows.add(to);
      }
    }
  }

  private static Optional<List<Place>> row(List<List<Place>> rows, Place place) {
    return rows.stream().filter(row -> row.contains(place)).findFirst();
  }

  private static boolean fits(List<Place> row, Place place) {
    return row.stream()
        .filter(other -> other.report() == place.report())
        .allMatch(other -> other.figure().isLike(place.figure()));
  }
}
