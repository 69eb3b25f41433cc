package dev.assay.cite;

/// A stretch of a paragraph's text, `[start, end)`, counted in UTF-16 code units from its first
/// character.
///
/// @param start 0 or more
/// @param end more than `start`
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "span must be non-empty and start at 0 or later, got [%d, %d)".formatted(start, end));
    }
  }

  public int length() {
    return end - start;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /// The words that stand in this span of `text`.
  public String in(String text) {
    return text.substring(start, end);
  }
}
