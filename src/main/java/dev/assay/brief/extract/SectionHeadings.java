package dev.assay.brief.extract;

import java.util.List;

/// The sub-headings of an article, as far as they can stand over a group.
final class SectionHeadings {

  /// One in so many sentences at least.
  private static final int FEWEST_BELOW = 3;

  private final Sections sections;
  private final boolean worthUsing;
  private final boolean leaveMuchOut;
  private final int count;

  SectionHeadings(Draft draft) {
    sections = draft.sections();
    List<String> over = draft.candidates().stream().map(this::of).toList();
    count = (int) over.stream().filter(heading -> !heading.isEmpty()).distinct().count();
    long below = over.stream().filter(heading -> !heading.isEmpty()).count();
    worthUsing = below * FEWEST_BELOW >= over.size() && below > 1;
    leaveMuchOut = (over.size() - below) * FEWEST_BELOW >= over.size();
  }

  /// Whether they stand over enough of the article to tell it by them.
  boolean areWorthUsing() {
    return worthUsing;
  }

  /// Whether a large part of the article stands below none of them.
  boolean leaveMuchOut() {
    return leaveMuchOut;
  }

  /// How many headings stand over sentences that can be taken.
  int count() {
    return count;
  }

  /// The heading over `candidate`; empty if there is none that says something.
  String of(CandidateSentence candidate) {
    return sections.heading(candidate.section());
  }
}
