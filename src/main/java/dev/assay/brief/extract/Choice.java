package dev.assay.brief.extract;

import dev.assay.brief.extract.Token.Role;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Chooses the sentences that carry an article, none of which repeats another.
///
/// Greedy choice by a gain that falls with what is already said (as in SumBasic, Nenkova and
/// Vanderwende 2005): each time a word is said again it is worth less. The gain is weighed by what
/// the sentence is worth by itself ([Worth]) and spread over the article.
final class Choice {

  /// What is left of a word's worth after each time it was said.
  private static final double SAID_AGAIN = 0.4;

  /// A sentence that shares this much of its weight with a chosen one repeats it.
  private static final double REPEATS = 0.6;

  /// One that tells the same figure repeats it with less.
  private static final double SAME_FIGURE = 0.35;

  /// What is left of a sentence's worth for each sentence chosen from the same part of the text.
  private static final double SAME_PART = 0.7;

  private static final int FEWEST_AT_HEAD = 5;

  /// Where no sentence at the head tells more of the title than this, one further down may.
  private static final double LITTLE_OF_TITLE = 0.15;

  private final List<CandidateSentence> candidates;
  private final Terms terms;
  private final Tongue tongue;
  private final MeasuredFigures figures;
  private final Worth worth;
  private final double[] factors;
  private final List<Map<String, Double>> weights;
  private final Map<String, Integer> said = new HashMap<>();
  private final List<CandidateSentence> chosen = new ArrayList<>();

  Choice(Draft draft) {
    this.candidates = draft.candidates();
    this.terms = draft.terms();
    this.tongue = draft.tongue();
    this.weights = candidates.stream().map(this::weights).toList();
    this.figures = new MeasuredFigures(draft);
    this.worth = new Worth(draft, figures);
    this.factors = new double[candidates.size()];
    Arrays.setAll(factors, i -> worth.ofBullet(candidates.get(i)));
  }

  /// The sentence among those at the head that tells what the title tells, the earlier the better.
  CandidateSentence viewpoint() {
    int head = Math.clamp(candidates.size() / 8, Math.min(FEWEST_AT_HEAD, candidates.size()), 15);
    boolean told =
        candidates.stream().limit(head).anyMatch(one -> worth.titleTold(one) > LITTLE_OF_TITLE);
    int last = told ? head : candidates.size();
    int best = 0;
    double bestGain = 0;
    for (int i = 0; i < candidates.size(); i++) {
      CandidateSentence candidate = candidates.get(i);
      if (i < last || worth.tellsWholeAnywhere(candidate)) {
        double gain = gain(i) * worth.asViewpoint(candidate);
        best = gain > bestGain ? i : best;
        bestGain = Math.max(gain, bestGain);
      }
    }
    return take(best);
  }

  /// Up to `count` more sentences, in the order of the text.
  List<CandidateSentence> bullets(int count) {
    int before = chosen.size();
    while (chosen.size() < before + count) {
      if (next(_ -> true, count).isEmpty()) {
        break;
      }
    }
    return chosen.subList(before, chosen.size()).stream()
        .sorted(Comparator.comparingInt(CandidateSentence::order))
        .toList();
  }

  /// The best sentence among those `allowed` that repeats nothing, which counts as said from then
  /// on.
  ///
  /// @param parts over how many parts of the text the choice should be spread
  Optional<CandidateSentence> next(Predicate<CandidateSentence> allowed, int parts) {
    int next = best(allowed, parts);
    return next < 0 ? Optional.empty() : Optional.of(take(next));
  }

  /// The best `most` of the chosen sentences to be told with the sentence behind them: those whose
  /// second sentence says most that is new.
  Set<CandidateSentence> lengthened(int most) {
    return chosen.stream()
        .filter(one -> one.longer() != null && isFree(one) && addsNews(one))
        .sorted(Comparator.comparingDouble((CandidateSentence one) -> -added(one)))
        .limit(most)
        .collect(Collectors.toSet());
  }

  /// Whether the sentence behind `one` is not chosen itself.
  private boolean isFree(CandidateSentence one) {
    Span both = Objects.requireNonNull(one.longer()).span();
    return chosen.stream()
        .filter(other -> other.paragraph() == one.paragraph() && other.order() != one.order())
        .noneMatch(other -> both.contains(other.span()));
  }

  /// Whether the sentence behind `one` tells a figure, a name or a deed that nothing chosen tells.
  private boolean addsNews(CandidateSentence one) {
    CandidateSentence longer = Objects.requireNonNull(one.longer());
    return longer.tokens().stream()
        .filter(token -> token.start() >= one.span().end() && !said.containsKey(token.term()))
        .anyMatch(
            token ->
                figures.isMeasured(one, token)
                    || token.role() == Role.NAME
                    || tongue.openings().is(Openings.Mark.DEED, token.term()));
  }

  /// What the sentence behind `one` adds, by its length.
  private double added(CandidateSentence one) {
    CandidateSentence longer = Objects.requireNonNull(one.longer());
    double sum =
        weights(longer).entrySet().stream()
            .filter(term -> !said.containsKey(term.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return sum / Math.pow(longer.units() - one.units(), Worth.DENSITY);
  }

  private CandidateSentence take(int index) {
    CandidateSentence candidate = candidates.get(index);
    weights.get(index).keySet().forEach(term -> said.merge(term, 1, Integer::sum));
    chosen.add(candidate);
    return candidate;
  }

  private int best(Predicate<CandidateSentence> allowed, int parts) {
    double bestGain = 0;
    int best = -1;
    for (int i = 0; i < candidates.size(); i++) {
      CandidateSentence candidate = candidates.get(i);
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
  private boolean isTooLong(CandidateSentence candidate) {
    return candidate.units() > tongue.mostForBullet() && !figures.areTerms(candidate);
  }

  private double gain(int index) {
    double sum = 0;
    for (Map.Entry<String, Double> term : weights.get(index).entrySet()) {
      sum += term.getValue() * Math.pow(SAID_AGAIN, said.getOrDefault(term.getKey(), 0));
    }
    return sum * factors[index];
  }

  private double spread(CandidateSentence candidate, int parts) {
    int part = part(candidate, parts);
    long taken = chosen.stream().filter(other -> part(other, parts) == part).count();
    return Math.pow(SAME_PART, (double) taken);
  }

  private int part(CandidateSentence candidate, int parts) {
    return (int) ((long) candidate.order() * parts / candidates.size());
  }

  private boolean repeats(int index) {
    Map<String, Double> own = weights.get(index);
    double total = own.values().stream().mapToDouble(Double::doubleValue).sum();
    for (CandidateSentence other : chosen) {
      Map<String, Double> said = weights.get(other.order());
      double shared = 0;
      for (Map.Entry<String, Double> term : own.entrySet()) {
        shared += said.containsKey(term.getKey()) ? term.getValue() : 0;
      }
      boolean same =
          shared > SAME_FIGURE * total && figures.areShared(candidates.get(index), other);
      if (other.order() == index || shared > REPEATS * total || same) {
        return true;
      }
    }
    return false;
  }

  private Map<String, Double> weights(CandidateSentence candidate) {
    Map<String, Double> map = new HashMap<>();
    for (Token token : candidate.tokens()) {
      double weight = terms.weight(token);
      if (weight > 0) {
        map.put(token.term(), weight);
      }
    }
    return map;
  }
}
