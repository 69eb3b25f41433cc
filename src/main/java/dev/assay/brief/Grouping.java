package dev.assay.brief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a row of sentences into groups of neighbours on one subject.
///
/// The cut with the highest sum of likeness inside the groups, found by dynamic programming over
/// the places where a group may end.
final class Grouping {

  /// Worth of a group's size: a group of one says little, more than four tire.
  private static final double[] SIZE_WORTH = {0, -0.3, 0.1, 0.15, 0, -0.3, -0.8};

  /// What a group loses if it runs over the edge of a section.
  private static final double CROSSES_SECTION = 0.35;

  private Grouping() {}

  /// Cuts `bullets` into `count` groups, or fewer if there are fewer bullets.
  static List<List<Candidate>> of(List<Candidate> bullets, int count, Choice choice) {
    int size = bullets.size();
    int groups = Math.min(count, size);
    double[][] best = new double[groups + 1][size + 1];
    int[][] from = new int[groups + 1][size + 1];
    for (double[] row : best) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    best[0][0] = 0;
    for (int k = 1; k <= groups; k++) {
      for (int end = k; end <= size; end++) {
        for (int start = k - 1; start < end; start++) {
          double score = best[k - 1][start] + worth(bullets.subList(start, end), choice);
          if (score > best[k][end]) {
            best[k][end] = score;
            from[k][end] = start;
          }
        }
      }
    }
    return cut(bullets, groups, from);
  }

  private static List<List<Candidate>> cut(List<Candidate> bullets, int groups, int[][] from) {
    List<List<Candidate>> found = new ArrayList<>();
    int end = bullets.size();
    for (int k = groups; k > 0; k--) {
      found.addFirst(bullets.subList(from[k][end], end));
      end = from[k][end];
    }
    return found;
  }

  private static double worth(List<Candidate> group, Choice choice) {
    double likeness = 0;
    for (int i = 0; i + 1 < group.size(); i++) {
      for (int j = i + 1; j < group.size(); j++) {
        likeness += choice.likeness(group.get(i), group.get(j));
      }
    }
    double size = SIZE_WORTH[Math.min(group.size(), SIZE_WORTH.length - 1)];
    boolean crosses = group.getFirst().section() != group.getLast().section();
    return likeness / group.size() + size - (crosses ? CROSSES_SECTION : 0);
  }
}
