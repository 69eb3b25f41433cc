package dev.assay.ledger.chart;

import dev.assay.ledger.Series;

/// A series as text to be copied: what the figures are, and each of them with who says it and where
/// it stands.
public final class SeriesText {

  private SeriesText() {}

  /// The text, lines without an end of their own.
  ///
  /// @param title of what the figures are
  /// @param desk address of the desk whose articles are named
  public static String of(Series series, String title, SeriesWords words, String desk) {
    StringBuilder text = new StringBuilder(title).append('\n');
    text.append(words.each(series)).append(" · ").append(words.counts(series)).append("\n\n");
    for (int i = 0; i < series.points().size(); i++) {
      text.append(words.cited(i + 1, series.points().get(i), desk)).append('\n');
    }
    return text.toString();
  }
}
