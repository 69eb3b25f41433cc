package dev.assay.brief.model;

import dev.assay.brief.Brief;
import dev.assay.brief.BriefJson;
import dev.assay.brief.NoBrief;
import dev.assay.brief.Withheld;
import dev.assay.brief.model.ModelBriefs.Result;
import dev.assay.brief.model.ModelBriefs.Written;
import dev.assay.llm.Usage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of having a model make a product of an article, as it is stored.
///
/// @param content JSON of what was made; null if nothing was, for `reason`
/// @param pause how long to ask nothing more; zero if that would not help
/// @param usage of all questions
/// @param calls how many questions were put
/// @param tally what was counted in everything the model wrote
/// @param standing of what it wrote, sentence by sentence or line by line
/// @param withheld sentences that are not shown
/// @param notSent paragraphs that address a model and were kept from it
public record Answer(
    @Nullable String content,
    @Nullable NoBrief reason,
    Duration pause,
    Usage usage,
    int calls,
    VettingTally tally,
    Standing standing,
    List<Withheld> withheld,
    int notSent) {

  /// What came of a brief.
  public static Answer of(Written written) {
    return switch (written.result()) {
      case Result.Made(Brief brief) -> of(written, BriefJson.write(brief), null, Duration.ZERO);
      case Result.Nothing(NoBrief reason, Duration pause) -> of(written, null, reason, pause);
    };
  }

  private static Answer of(
      Written written, @Nullable String content, @Nullable NoBrief reason, Duration pause) {
    return new Answer(
        content,
        reason,
        pause,
        written.usage(),
        written.calls(),
        written.tally(),
        written.standing(),
        written.withheld(),
        written.notSent());
  }

  /// What was made without a sentence that could be withheld.
  static Answer made(
      Object made, Asking asking, VettingTally tally, Standing standing, int notSent) {
    return new Answer(
        BriefJson.mapper().writeValueAsString(made),
        null,
        Duration.ZERO,
        asking.usage(),
        asking.calls(),
        tally,
        standing,
        List.of(),
        notSent);
  }

  static Answer nothing(
      NoBrief reason, Duration pause, Asking asking, VettingTally tally, Standing standing) {
    return new Answer(
        null, reason, pause, asking.usage(), asking.calls(), tally, standing, List.of(), 0);
  }

  /// Our own work on the text broke.
  public static Answer failed() {
    return new Answer(
        null,
        NoBrief.FAILED,
        Duration.ZERO,
        Usage.NONE,
        0,
        VettingTally.NONE,
        Standing.NONE,
        List.of(),
        0);
  }
}
