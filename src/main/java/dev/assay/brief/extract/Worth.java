package dev.assay.brief.extract;

import dev.assay.brief.extract.Openings.Mark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a sentence is worth by itself, whatever else is chosen: by its place, its length, the words
/// of the title and of the heading above it, its figures, and how well it stands alone.
final class Worth {

  /// How fast a sentence loses by being longer than wanted.
  private static final double LONG = 0.7;

  /// A sentence's worth is divided by this power of its length: 0 prefers long ones, 1 short ones.
  static final double DENSITY = 0.75;

  private static final double VIEWPOINT_LENGTH = 0.3;

  /// What a place further down costs the viewpoint.
  private static final double LATER = 0.6;

  /// From here on a place further down costs no more.
  private static final int LATEST = 6;

  private static final double TITLE_IN_VIEWPOINT = 6;
  private static final double TITLE_IN_BULLET = 1.6;
  private static final double OPENS_PARAGRAPH = 1.15;

  /// What a sentence gains in an abstract, and an order in a law; what it loses before the orders.
  private static final double DIGEST = 1.4;

  private static final double ORDER = 1.4;
  private static final double PREAMBLE = 0.6;

  private static final double DEED = 1.3;

  /// What is left of a viewpoint that opens with what came before.
  private static final double BEFORE_THE_NEWS = 0.6;

  /// What a sentence gains that tells all of the heading over it.
  private static final double OF_HEADING = 1;

  /// What is left for a short form that nothing opens.
  private static final double UNOPENED = 0.75;

  private static final int SHORTEST_FORM = 3;
  private static final int LONGEST_FORM = 7;

  private final Draft draft;
  private final Sections sections;
  private final Terms terms;
  private final Tongue tongue;
  private final MeasuredFigures figures;
  private final Map<Integer, Set<String>> headingTerms;

  Worth(Draft draft, MeasuredFigures figures) {
    this.draft = draft;
    this.sections = draft.sections();
    this.terms = draft.terms();
    this.tongue = draft.tongue();
    this.figures = figures;
    this.headingTerms = headingTerms(draft);
  }

  private static Map<Integer, Set<String>> headingTerms(Draft draft) {
    Map<Integer, Set<String>> terms = new HashMap<>();
    for (CandidateSentence candidate : draft.candidates()) {
      terms.computeIfAbsent(
          candidate.section(),
          section ->
              draft.tongue().cutter().of(draft.sections().heading(section)).tokens().stream()
                  .filter(Token::isContent)
                  .map(Token::term)
                  .collect(Collectors.toSet()));
    }
    return terms;
  }

  /// The factor for a word that `candidate` tells as a bullet.
  double ofBullet(CandidateSentence candidate) {
    int units = candidate.units();
    double length = 1 / Math.pow(units, DENSITY);
    boolean tooLong = units > tongue.wanted() && !figures.areTerms(candidate);
    double over = tooLong ? Math.pow((double) tongue.wanted() / units, LONG) : 1;
    return candidate.fitness()
        * length
        * over
        * lead(candidate)
        * (candidate.opensParagraph() ? OPENS_PARAGRAPH : 1)
        * (1 + TITLE_IN_BULLET * titleShare(candidate))
        * figures.worth(candidate)
        * place(candidate)
        * ofHeading(candidate)
        * (hasUnopenedShortForm(candidate) ? UNOPENED : 1);
  }

  /// What to multiply the gain of a bullet by for that of a viewpoint, which may be longer, needs
  /// no figures and has no heading over it, and tells a deed early rather than what came before.
  double asViewpoint(CandidateSentence candidate) {
    boolean anywhere = tellsWholeAnywhere(candidate);
    double early = anywhere ? 1 : 1 / (1 + LATER * Math.min(candidate.order(), LATEST));
    return candidate.fitness()
        / figures.worth(candidate)
        / ofHeading(candidate)
        * Math.pow(candidate.units(), VIEWPOINT_LENGTH)
        * early
        * (isDigest(candidate) ? DIGEST : 1)
        * (tellsDeed(candidate) ? DEED : 1)
        * (opensWithBackground(candidate) ? BEFORE_THE_NEWS : 1)
        * (1 + TITLE_IN_VIEWPOINT * titleTold(candidate));
  }

  /// Whether it may tell the whole though it stands far down: in an abstract, or an order of a law.
  boolean tellsWholeAnywhere(CandidateSentence candidate) {
    return sections.areOfLaw() || isDigest(candidate);
  }

  /// How much of what the title says `candidate` says too, 0 to 1.
  double titleTold(CandidateSentence candidate) {
    Set<String> seen = new HashSet<>();
    double told = 0;
    for (Token token : candidate.tokens()) {
      if (token.isContent() && terms.isInTitle(token) && seen.add(token.term())) {
        told += token.rarity();
      }
    }
    return terms.titleRarity() == 0 ? 0 : Math.min(1, told / terms.titleRarity());
  }

  private double titleShare(CandidateSentence candidate) {
    Set<String> seen = new HashSet<>();
    for (Token token : candidate.tokens()) {
      if (token.isContent() && terms.isInTitle(token)) {
        seen.add(token.term());
      }
    }
    return Math.min(1, seen.size() / 4.0);
  }

  private boolean isDigest(CandidateSentence candidate) {
    return sections.kind(candidate.section()) == Sections.Kind.DIGEST;
  }

  private boolean opensWithBackground(CandidateSentence candidate) {
    return tongue.openings().is(Mark.BACKGROUND, candidate.tokens().getFirst().term());
  }

  private boolean tellsDeed(CandidateSentence candidate) {
    return holds(candidate, Mark.DEED);
  }

  private boolean holds(CandidateSentence candidate, Mark mark) {
    return candidate.tokens().stream().anyMatch(token -> tongue.openings().is(mark, token.term()));
  }

  /// Twice as much at the head as at the end.
  private double lead(CandidateSentence candidate) {
    double reach = Math.max(2.0, draft.candidates().size() * 0.08);
    return 1 + (isDigest(candidate) ? 1 : Math.exp(-candidate.order() / reach));
  }

  /// What the section tells, and in a law whether the sentence orders something.
  private double place(CandidateSentence candidate) {
    if (!sections.areOfLaw()) {
      return isDigest(candidate) ? DIGEST : 1;
    }
    boolean preamble = sections.kind(candidate.section()) == Sections.Kind.PREAMBLE;
    return (preamble ? PREAMBLE : 1) * (holds(candidate, Mark.ORDERS) ? ORDER : 1);
  }

  /// How much of what the heading of its section says `candidate` says too.
  private double ofHeading(CandidateSentence candidate) {
    Set<String> heading = headingTerms.getOrDefault(candidate.section(), Set.of());
    long told = heading.stream().filter(candidate::tells).count();
    return heading.isEmpty() ? 1 : 1 + OF_HEADING * told / heading.size();
  }

  /// Three capitals or more that are not known to all, told by the title or opened in the sentence
  /// (`Long Name (LN)`).
  private boolean hasUnopenedShortForm(CandidateSentence candidate) {
    String text = draft.words().get(candidate.paragraph() - 1).text();
    for (Token token : candidate.tokens()) {
      if (isShortForm(text, token)
          && !tongue.openings().is(Mark.KNOWN, token.term())
          && !terms.isReadInTitle(token)
          && !candidate.text().contains("(" + token.span().in(text))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isShortForm(String text, Token token) {
    int length = token.end() - token.start();
    if (length < SHORTEST_FORM || length > LONGEST_FORM) {
      return false;
    }
    for (int i = token.start(); i < token.end(); i++) {
      if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
        return false;
      }
    }
    return true;
  }
}
