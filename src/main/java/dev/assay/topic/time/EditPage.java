package dev.assay.topic.time;

import dev.assay.fold.EditKind;
import dev.assay.fold.Edits;
import dev.assay.topic.ArticleLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What sources changed after publication, as data.
///
/// @param edits the newest first
/// @param record of one outlet; null if all are shown
/// @param next the moment before which the next page begins; null on the last
public record EditPage(List<Line> edits, @Nullable Record record, @Nullable Instant next) {

  public EditPage {
    edits = List.copyOf(edits);
  }

  /// One change of a text.
  ///
  /// @param number of the text that was replaced
  /// @param silent whether the source says nothing of it: no note, and no other time of change
  /// @param parts sentences that were changed, what weighs most first
  /// @param titles the title before and after, if it says something else; else empty
  public record Line(
      ArticleLine article,
      int number,
      Instant foundAt,
      List<EditKind> kinds,
      boolean silent,
      List<Edits.Part> parts,
      List<String> titles) {
    public Line {
      kinds = List.copyOf(kinds);
      parts = List.copyOf(parts);
      titles = List.copyOf(titles);
    }
  }

  /// What an outlet changed in a year.
  ///
  /// @param changes of its texts, but for the look
  /// @param silent those of which it says nothing
  /// @param months for how many months it has been watched, 12 at most
  /// @param byKind how many changes are of each kind
  public record Record(
      String source, int changes, int silent, int months, Map<EditKind, Integer> byKind) {}
}
