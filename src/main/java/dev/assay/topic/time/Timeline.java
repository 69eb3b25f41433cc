package dev.assay.topic.time;

import dev.assay.brief.BriefSentence;
import dev.assay.topic.ArticleLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What happened when, as sources tell it: one sentence for each happening.
///
/// @param title of the topic, or the headline of the event
/// @param rows the newest day first
/// @param more whether there are older rows than these
public record Timeline(String title, List<Row> rows, boolean more) {

  public Timeline {
    rows = List.copyOf(rows);
  }

  /// Where a day comes from.
  public enum Basis {
    /// The sentence says so.
    STATED,
    /// Nothing is said of a day: it is that of publication.
    PUBLISHED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One happening.
  ///
  /// @param first the day that the sentence is about, or the first of several
  /// @param last the last of them
  /// @param basis where the day comes from
  /// @param ahead whether the day was still to come when the sentence was written
  /// @param sentence as it stands in the article
  /// @param independent sources that tell of it
  /// @param others further articles that do, the first published first
  /// @param otherwise sentences of other sources that name another day
  public record Row(
      LocalDate first,
      LocalDate last,
      Basis basis,
      boolean ahead,
      BriefSentence sentence,
      ArticleLine article,
      int independent,
      List<ArticleLine> others,
      List<Telling> otherwise) {
    public Row {
      others = List.copyOf(others);
      otherwise = List.copyOf(otherwise);
    }
  }

  /// Another day for the same happening.
  public record Telling(
      LocalDate first, LocalDate last, BriefSentence sentence, ArticleLine article) {}
}
