package dev.assay.api;

import dev.assay.topic.brief.TopicBrief;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The published form of what a topic says as a whole.
public final class TopicBriefShapes {

  private TopicBriefShapes() {}

  /// A brief.
  ///
  /// @param day in UTC
  /// @param since from when on an article counts as new in it
  /// @param days that have one, the newest first
  public record BriefOfTopic(
      String topic,
      String day,
      String made_at,
      String since,
      long articles,
      long independent,
      List<BriefPart> parts,
      List<Shapes.Line> cited,
      List<String> days) {
    public static BriefOfTopic of(TopicBrief brief, List<LocalDate> days) {
      return new BriefOfTopic(
          brief.topic(),
          brief.day().toString(),
          brief.madeAt().toString(),
          brief.since().toString(),
          brief.articles(),
          brief.independent(),
          brief.parts().stream().map(BriefPart::of).toList(),
          Shapes.Line.of(brief.cited()),
          days.stream().map(LocalDate::toString).toList());
    }
  }

  /// Sentences of one kind.
  ///
  /// @param kind `stands`, `new`, `figures`, `disputed` or `watch`
  public record BriefPart(String kind, List<BriefLine> lines) {
    static BriefPart of(TopicBrief.Part part) {
      return new BriefPart(part.kind().word(), part.told().stream().map(BriefLine::of).toList());
    }
  }

  /// A sentence as its source wrote it.
  ///
  /// @param independent how many independent sources have its text, or give its figure
  /// @param entry of the ledger
  /// @param ahead the day that is announced, the first of several
  /// @param until the last day of a month or of several days that are announced; null for one day
  public record BriefLine(
      Shapes.Sentence sentence,
      int independent,
      @Nullable String entry,
      @Nullable String ahead,
      @Nullable String until) {
    static BriefLine of(TopicBrief.Told told) {
      return new BriefLine(
          Shapes.Sentence.of(told.sentence()),
          told.independent(),
          told.entry(),
          told.ahead() == null ? null : told.ahead().toString(),
          told.until() == null ? null : told.until().toString());
    }
  }
}
