package dev.assay.analyze;

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

  /// The folded text of a mark.
  String folded(int mark) {
    return text.folded(marks.get(mark).start(), marks.get(mark).end());
  }

  /// The source's words of some marks.
  String words(Stretch stretch) {
    return text.original.substring(
        marks.get(stretch.from()).start(), marks.get(stretch.to() - 1).end());
  }

  /// Whether the thing that the mark names has what follows: 's or 的.
  boolean isPossessive(int mark) {
    int end = marks.get(mark).end();
    return text.at(end) == '的'
        || text.at(end) == '\'' && (text.at(end + 1) == 's' || text.at(end + 1) == ' ');
  }
}
