package dev.assay.fold;

import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Which words of two readings of a sentence the other lacks: all but their longest common
/// subsequence.
///
/// @param lost tokens of the first that the second lacks
record WordDifference(List<Span> inFirst, List<Span> inSecond, int lost) {

  /// Longer sentences are marked as a whole: the table would be larger than the text is worth.
  private static final int MOST_TOKENS = 600;

  static WordDifference of(ContentTokens first, ContentTokens second) {
    BitSet keptOfFirst = new BitSet();
    BitSet keptOfSecond = new BitSet();
    if (first.size() <= MOST_TOKENS && second.size() <= MOST_TOKENS) {
      keep(first, second, keptOfFirst, keptOfSecond);
    }
    return new WordDifference(
        spans(first, keptOfFirst),
        spans(second, keptOfSecond),
        first.size() - keptOfFirst.cardinality());
  }

  private static void keep(
      ContentTokens first, ContentTokens second, BitSet ofFirst, BitSet ofSecond) {
    int[][] longest = new int[first.size() + 1][second.size() + 1];
    for (int i = first.size() - 1; i >= 0; i--) {
      for (int j = second.size() - 1; j >= 0; j--) {
        longest[i][j] =
            first.hash(i) == second.hash(j)
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < first.size() && j < second.size()) {
      if (first.hash(i) == second.hash(j)) {
        ofFirst.set(i++);
        ofSecond.set(j++);
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /// Tokens that were not kept; neighbours are one span.
  private static List<Span> spans(ContentTokens tokens, BitSet kept) {
    List<Span> spans = new ArrayList<>();
    for (int from = kept.nextClearBit(0); from < tokens.size(); ) {
      int next = kept.nextSetBit(from);
      int to = next < 0 ? tokens.size() : next;
      spans.add(new Span(tokens.start(from), tokens.end(to - 1)));
      from = kept.nextClearBit(to);
    }
    return spans;
  }
}
