package dev.assay.web;

import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.List;

/// A stretch of text that is marked or not.
public record Piece(String text, boolean marked) {

  /// `text` cut where marks begin and end. Spans that overlap or pass the end are cut to fit.
  ///
  /// @param marks in order of their start
  public static List<Piece> of(String text, List<Span> marks) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Span mark : marks) {
      int start = Math.max(at, mark.start());
      int end = Math.min(text.length(), mark.end());
      if (start < end) {
        add(text, at, start, false, pieces);
        add(text, start, end, true, pieces);
        at = end;
      }
    }
    add(text, at, text.length(), false, pieces);
    return List.copyOf(pieces);
  }

  /// The stretch `within` of `text`, cut likewise.
  public static List<Piece> within(String text, Span within, List<Span> marks) {
    int end = Math.min(within.end(), text.length());
    List<Span> shifted =
        marks.stream()
            .filter(mark -> mark.start() >= within.start() && mark.start() < end)
            .map(mark -> new Span(mark.start() - within.start(), mark.end() - within.start()))
            .toList();
    return of(text.substring(Math.min(within.start(), end), end), shifted);
  }

  private static void add(String text, int start, int end, boolean marked, List<Piece> pieces) {
    if (start < end) {
      pieces.add(new Piece(text.substring(start, end), marked));
    }
  }
}
