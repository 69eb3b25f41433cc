package dev.assay.brief.model;

import dev.assay.brief.Brief;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.Maker;

/// How the sentences that a model wrote stand after the vetting.
///
/// @param confirmed shown without a mark
/// @param marked shown with a name or something else that could not be decided
/// @param withheld not shown
public record Standing(long confirmed, long marked, long withheld) {

  public static final Standing NONE = new Standing(0, 0, 0);

  static Standing of(Brief brief) {
    long all = brief.sentences().count();
    long marked = brief.sentences().filter(Standing::isMarked).count();
    long withheld = brief.maker() instanceof Maker.Model model ? model.withheld() : 0;
    return new Standing(all - marked, marked, withheld);
  }

  private static boolean isMarked(BriefSentence sentence) {
    return !sentence.openNames().isEmpty() || !sentence.doubts().isEmpty();
  }

  public Standing plus(Standing other) {
    return new Standing(
        confirmed + other.confirmed, marked + other.marked, withheld + other.withheld);
  }

  public long sentences() {
    return confirmed + marked + withheld;
  }

  /// Of 100 sentences, how many are shown without a mark; 0 if there is none.
  public double confirmedPercent() {
    return percent(confirmed);
  }

  public double markedPercent() {
    return percent(marked);
  }

  public double withheldPercent() {
    return percent(withheld);
  }

  private double percent(long some) {
    return sentences() == 0 ? 0 : 100.0 * some / sentences();
  }
}
