package dev.assay.analyze;

import dev.assay.analyze.ClaimWord.Role;
import dev.assay.cite.Span;
import java.util.List;

/// One sentence with its marks in order; they never overlap.
///
/// @param text the paragraph, in which all offsets count
record MarkedSentence(FoldedText text, Span span, List<Mark> marks) {

  /// What stands between two places, folded.
  String between(int from, int to) {
    return from < to ? text.folded(from, to) : "";
  }

  /// How far two places are apart: a Han character counts one, a Latin word or a number two.
  int distance(int from, int to) {
    int sum = 0;
    boolean inWord = false;
    for (int i = from; i < to; i++) {
      boolean letter = text.isLatin(i) || text.isDigit(i);
      if (letter && !inWord) {
        sum += 2;
      }
      if (text.isHan(i)) {
        sum++;
      }
      inWord = letter;
    }
    return sum;
  }

  /// The mark before `index` that is no stop, or null at the beginning or after a stop.
  boolean follows(int index, Role role, int maxDistance) {
    if (index == 0) {
      return false;
    }
    Mark before = marks.get(index - 1);
    return before.is(role) && distance(before.end(), marks.get(index).start()) <= maxDistance;
  }

  /// Whether the mark after `index` has the role and stands right behind it.
  boolean precedes(int index, Role role, int maxDistance) {
    if (index + 1 >= marks.size()) {
      return false;
    }
    Mark after = marks.get(index + 1);
    return after.is(role) && distance(marks.get(index).end(), after.start()) <= maxDistance;
  }

  /// Whether the thing that ends at `end` has what follows: 's or 的.
  boolean isPossessive(int end) {
    return text.at(end) == '的'
        || text.at(end) == '\'' && (text.at(end + 1) == 's' || text.at(end + 1) == ' ');
  }
}
