package dev.assay.brief;

import dev.assay.brief.Token.Role;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Chooses the sentences that carry an article, none of which repeats another.
///
/// Greedy choice by a gain that falls with what is already said (as in SumBasic, Nenkova and
/// Vanderwende 2005): each time a word is said again it is worth less. The gain is weighed by
/// position, title words, figures and length, and spread over the article.
final class Choice {

  /// What is left of a word's worth after each time it was said.
  private static final double SAID_AGAIN = 0.4;

  /// A sentence that shares this much of its weight with a chosen one repeats it.
  private static final double REPEATS = 0.6;

  /// One that tells the same figure repeats it with less.
  private static final double SAME_FIGURE = 0.35;

  /// What is left of a sentence's worth for each sentence chosen from the same part of the text.
  private static final double SAME_PART = 0.7;

  /// How fast a sentence loses by being longer than wanted.
  private static final double LONG = 0.7;

  /// A sentence's worth is divided by this power of its length: 0 prefers long ones, 1 short ones.
  private static final double DENSITY = 0.75;

  private static final double VIEWPOINT_LENGTH = 0.3;

  /// What a place further down costs the viewpoint.
  private static final double LATER = 0.6;

  private static final double TITLE_IN_VIEWPOINT = 6;
  private static final double TITLE_IN_BULLET = 1.6;
  private static final int FEWEST_AT_HEAD = 5;

  /// From here on a place further down costs no more.
  private static final int LATEST = 6;

  /// Where no sentence at the head tells more of the title than this, one further down may.
  private static final double LITTLE_OF_TITLE = 0.15;

  /// What a sentence gains in an abstract, and an order in a law; what it loses before the orders.
  private static final double DIGEST = 1.4;

  private static final double ORDER = 1.4;
  private static final double PREAMBLE = 0.6;

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  /// What stands directly behind a figure of one digit that measures something.
  private static final String UNITS = "%％万萬亿億千百十成倍吨噸元";

  private static final Pattern MAGNITUDE = Pattern.compile(" (?:percent|per cent|[mbtr]+illion)");

  private static final double DEED = 1.3;

  /// What is left of a viewpoint that opens with what came before.
  private static final double BEFORE_THE_NEWS = 0.6;

  /// What a sum adds for each power of ten above a million.
  private static final double SUM = 0.12;

  /// What a sentence gains that tells all of the heading over it.
  private static final double OF_HEADING = 1;

  private static final Pattern SHORT_FORM = Pattern.compile("[A-Z]{3,7}");

  private static final double UNOPENED = 0.75;

  private static final int FIGURES_OF_TERMS = 2;

  private static final double FIGURE = 0.3;
  private static final double MAIN_FIGURE = 1.3;

  private final Draft draft;
  private final List<Candidate> candidates;
  private final Sections sections;
  private final Terms terms;
  private final Tongue tongue;
  private final Map<Integer, Set<String>> headingTerms;
  private final double[] factors;
  private final List<Map<String, Double>> weights;
  private final Map<String, Integer> said = new HashMap<>();
  private final List<Candidate> chosen = new ArrayList<>();

  Choice(Draft draft) {
    this.draft = draft;
    this.candidates = draft.candidates();
    this.sections = draft.sections();
    this.terms = draft.terms();
    this.tongue = draft.tongue();
    this.weights = candidates.stream().map(this::weights).toList();
    this.headingTerms = headingTerms(draft);
    this.factors = new double[candidates.size()];
    Arrays.setAll(factors, i -> factor(candidates.get(i)));
  }

  /// The sentence among those at the head that tells what the title tells, the earlier the better.
  Candidate viewpoint() {
    int head = Math.clamp(candidates.size() / 8, Math.min(FEWEST_AT_HEAD, candidates.size()), 15);
    boolean told =
        candidates.stream().limit(head).anyMatch(one -> titleTold(one) > LITTLE_OF_TITLE);
    int last = told ? head : candidates.size();
    int best = 0;
    for (int i = 1; i < candidates.size(); i++) {
      boolean near = i < last || tellsWholeAnywhere(candidates.get(i));
      best = near && viewpointGain(i) > viewpointGain(best) ? i : best;
    }
    return take(best);
  }

  private boolean opensWithBackground(Candidate candidate) {
    return tongue.openings().is(Openings.Mark.BACKGROUND, candidate.tokens().getFirst().term());
  }

  private boolean tellsDeed(Candidate candidate) {
    return candidate.tokens().stream()
        .anyMatch(token -> tongue.openings().is(Openings.Mark.DEED, token.term()));
  }

  /// Whether it may tell the whole though it stands far down: in an abstract, or an order of a law.
  private boolean tellsWholeAnywhere(Candidate candidate) {
    return sections.areOfLaw() || sections.kind(candidate.section()) == Sections.Kind.DIGEST;
  }

  /// A viewpoint may be longer than a bullet.
  private double viewpointGain(int index) {
    Candidate candidate = candidates.get(index);
    double length = Math.pow(candidate.units(), VIEWPOINT_LENGTH);
    boolean digest = sections.kind(candidate.section()) == Sections.Kind.DIGEST;
    double early = tellsWholeAnywhere(candidate) ? 1 : 1 / (1 + LATER * Math.min(index, LATEST));
    return gain(index)
        / figures(candidate)
        / ofHeading(candidate)
        * candidate.fitness()
        * length
        * early
        * (digest ? DIGEST : 1)
        * (tellsDeed(candidate) ? DEED : 1)
        * (opensWithBackground(candidate) ? BEFORE_THE_NEWS : 1)
        * (1 + TITLE_IN_VIEWPOINT * titleTold(candidate));
  }

  /// How much of what the title says `candidate` says too, 0 to 1.
  private double titleTold(Candidate candidate) {
    Set<String> seen = new HashSet<>();
    double told = 0;
    for (Token token : candidate.tokens()) {
      if (token.isContent() && terms.isInTitle(token) && seen.add(token.term())) {
        told += token.rarity();
      }
    }
    return terms.titleRarity() == 0 ? 0 : Math.min(1, told / terms.titleRarity());
  }

  /// Up to `count` more sentences, in the order of the text.
  List<Candidate> bullets(int count) {
    int before = chosen.size();
    while (chosen.size() < before + count) {
      if (next(_ -> true, count).isEmpty()) {
        break;
      }
    }
    return chosen.subList(before, chosen.size()).stream()
        .sorted(Comparator.comparingInt(Candidate::order))
        .toList();
  }

  /// The best sentence among those `allowed` that repeats nothing, which counts as said from then
  /// on.
  ///
  /// @param parts over how many parts of the text the choice should be spread
  Optional<Candidate> next(Predicate<Candidate> allowed, int parts) {
    int next = best(allowed, parts);
    return next < 0 ? Optional.empty() : Optional.of(take(next));
  }

  /// The best `most` of the chosen sentences to be told with the sentence behind them: those whose
  /// second sentence says most that is new.
  Set<Candidate> lengthened(int most) {
    return chosen.stream()
        .filter(one -> one.longer() != null && isFree(one) && addsNews(one))
        .sorted(Comparator.comparingDouble((Candidate one) -> -added(one)))
        .limit(most)
        .collect(Collectors.toSet());
  }

  /// Whether the sentence behind `one` is not chosen itself.
  private boolean isFree(Candidate one) {
    Span both = Objects.requireNonNull(one.longer()).span();
    return chosen.stream()
        .filter(other -> other.paragraph() == one.paragraph() && other.order() != one.order())
        .noneMatch(other -> both.contains(other.span()));
  }

  /// Whether the sentence behind `one` tells a figure, a name or a deed that nothing chosen tells.
  private boolean addsNews(Candidate one) {
    Candidate longer = Objects.requireNonNull(one.longer());
    String text = draft.words().get(one.paragraph() - 1).text();
    return longer.tokens().stream()
        .filter(token -> token.start() >= one.span().end() && !said.containsKey(token.term()))
        .anyMatch(
            token ->
                isMeasured(text, token)
                    || token.role() == Role.NAME
                    || tongue.openings().is(Openings.Mark.DEED, token.term()));
  }

  /// What the sentence behind `one` adds, by its length.
  private double added(Candidate one) {
    Candidate longer = Objects.requireNonNull(one.longer());
    double sum =
        weights(longer).entrySet().stream()
            .filter(term -> !said.containsKey(term.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return sum / Math.pow(longer.units() - one.units(), DENSITY);
  }

  private Candidate take(int index) {
    Candidate candidate = candidates.get(index);
    weights.get(index).keySet().forEach(term -> said.merge(term, 1, Integer::sum));
    chosen.add(candidate);
    return candidate;
  }

  private int best(Predicate<Candidate> allowed, int parts) {
    double bestGain = 0;
    int best = -1;
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      boolean out = isTooLong(candidate) || !allowed.test(candidate);
      double gain = out ? 0 : gain(i) * spread(candidate, parts);
      if (gain > bestGain && !repeats(i)) {
        bestGain = gain;
        best = i;
      }
    }
    return best;
  }

  /// A long sentence with several figures is the terms of something and may be as long as a
  /// viewpoint.
  private boolean isTooLong(Candidate candidate) {
    return candidate.units() > tongue.mostForBullet() && measured(candidate) < FIGURES_OF_TERMS;
  }

  private double gain(int index) {
    double sum = 0;
    for (Map.Entry<String, Double> term : weights.get(index).entrySet()) {
      sum += term.getValue() * Math.pow(SAID_AGAIN, said.getOrDefault(term.getKey(), 0));
    }
    return sum * factors[index];
  }

  private double spread(Candidate candidate, int parts) {
    int part = part(candidate, parts);
    long taken = chosen.stream().filter(other -> part(other, parts) == part).count();
    return Math.pow(SAME_PART, (double) taken);
  }

  private int part(Candidate candidate, int parts) {
    return (int) ((long) candidate.order() * parts / candidates.size());
  }

  private boolean repeats(int index) {
    Map<String, Double> own = weights.get(index);
    double total = own.values().stream().mapToDouble(Double::doubleValue).sum();
    for (Candidate other : chosen) {
      Map<String, Double> said = weights.get(other.order());
      double shared = 0;
      for (Map.Entry<String, Double> term : own.entrySet()) {
        shared += said.containsKey(term.getKey()) ? term.getValue() : 0;
      }
      boolean same = shared > SAME_FIGURE * total && sharesFigure(candidates.get(index), other);
      if (other.order() == index || shared > REPEATS * total || same) {
        return true;
      }
    }
    return false;
  }

  private boolean sharesFigure(Candidate one, Candidate other) {
    String text = draft.words().get(one.paragraph() - 1).text();
    return one.tokens().stream()
        .anyMatch(token -> isMeasured(text, token) && other.tells(token.term()));
  }

  private Map<String, Double> weights(Candidate candidate) {
    Map<String, Double> map = new HashMap<>();
    for (Token token : candidate.tokens()) {
      double weight = terms.weight(token);
      if (weight > 0) {
        map.put(token.term(), weight);
      }
    }
    return map;
  }

  private double factor(Candidate candidate) {
    int units = candidate.units();
    double length = 1 / Math.pow(units, DENSITY);
    boolean terms = measured(candidate) >= FIGURES_OF_TERMS;
    double over =
        units > tongue.wanted() && !terms ? Math.pow((double) tongue.wanted() / units, LONG) : 1;
    boolean digest = sections.kind(candidate.section()) == Sections.Kind.DIGEST;
    double lead =
        1 + (digest ? 1 : Math.exp(-candidate.order() / Math.max(2.0, candidates.size() * 0.08)));
    double opening = candidate.opensParagraph() ? 1.15 : 1;
    return candidate.fitness()
        * length
        * over
        * lead
        * opening
        * (1 + TITLE_IN_BULLET * titleShare(candidate))
        * figures(candidate)
        * place(candidate)
        * ofHeading(candidate)
        * (hasUnopenedShortForm(candidate) ? UNOPENED : 1);
  }

  private double ofHeading(Candidate candidate) {
    return 1 + OF_HEADING * headingShare(candidate);
  }

  /// Three capitals or more that are not known to all, told by the title or opened in the sentence
  /// (`Long Name (LN)`).
  private boolean hasUnopenedShortForm(Candidate candidate) {
    return candidate.tokens().stream()
        .filter(token -> SHORT_FORM.matcher(written(candidate, token)).matches())
        .filter(token -> !tongue.openings().is(Openings.Mark.KNOWN, token.term()))
        .filter(token -> !terms.isReadInTitle(token))
        .anyMatch(token -> !candidate.text().contains("(" + written(candidate, token)));
  }

  private String written(Candidate candidate, Token token) {
    return draft
        .words()
        .get(candidate.paragraph() - 1)
        .text()
        .substring(token.start(), token.end());
  }

  /// How much of what the heading of its section says `candidate` says too, 0 to 1.
  private double headingShare(Candidate candidate) {
    Set<String> heading = headingTerms.get(candidate.section());
    if (heading == null || heading.isEmpty()) {
      return 0;
    }
    long told = heading.stream().filter(candidate::tells).count();
    return (double) told / heading.size();
  }

  private static Map<Integer, Set<String>> headingTerms(Draft draft) {
    Map<Integer, Set<String>> terms = new HashMap<>();
    for (Candidate candidate : draft.candidates()) {
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

  /// What the section tells, and in a law whether the sentence orders something.
  private double place(Candidate candidate) {
    Sections.Kind kind = sections.kind(candidate.section());
    if (!sections.areOfLaw()) {
      return kind == Sections.Kind.DIGEST ? DIGEST : 1;
    }
    boolean orders =
        candidate.tokens().stream()
            .anyMatch(token -> tongue.openings().is(Openings.Mark.ORDERS, token.term()));
    return (kind == Sections.Kind.PREAMBLE ? PREAMBLE : 1) * (orders ? ORDER : 1);
  }

  private double titleShare(Candidate candidate) {
    Set<String> seen = new HashSet<>();
    for (Token token : candidate.tokens()) {
      if (token.isContent() && terms.isInTitle(token)) {
        seen.add(token.term());
      }
    }
    return seen.isEmpty() ? 0 : Math.min(1, seen.size() / 4.0);
  }

  /// A figure says more than none, and the title's own figure most.
  private double figures(Candidate candidate) {
    boolean main =
        candidate.tokens().stream().anyMatch(token -> isFigure(token) && terms.isInTitle(token));
    return (1 + FIGURE * Math.min(2, measured(candidate)))
        * (main ? MAIN_FIGURE : 1)
        * (1 + SUM * Sums.magnitude(candidate.text()));
  }

  /// How many of its figures measure something.
  private long measured(Candidate candidate) {
    String text = draft.words().get(candidate.paragraph() - 1).text();
    return candidate.tokens().stream().filter(token -> isMeasured(text, token)).count();
  }

  private static boolean isFigure(Token token) {
    return token.role() == Role.NUMBER && Character.isDigit(token.term().charAt(0));
  }

  /// A figure that is no year, day, hour or place in a row.
  private static boolean isMeasured(String text, Token token) {
    if (!isFigure(token)) {
      return false;
    }
    char before = token.start() == 0 ? ' ' : text.charAt(token.start() - 1);
    char after = token.end() == text.length() ? ' ' : text.charAt(token.end());
    boolean money = "$€£¥￥".indexOf(before) >= 0;
    boolean year = YEAR.matcher(token.term()).matches() && after != '%';
    boolean day = "年月日号號届屆时時点點".indexOf(after) >= 0 || before == '第' || before == '-';
    boolean counts = token.term().length() > 1 || UNITS.indexOf(after) >= 0;
    return money
        || !year
            && !day
            && (counts || MAGNITUDE.matcher(text).region(token.end(), text.length()).lookingAt());
  }
}
