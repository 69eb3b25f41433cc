package dev.assay.check;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Basis;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.check.ValueMatch.Fit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds for each number of a sentence the number of the source that carries it, by its value, and
/// gives it a verdict. Whether the two belong to the same thing is for [MisplacedNumbers] to say.
final class NumberVerdicts {

  private final Sentence sentence;
  private final Source source;
  private final Rewordings rewordings;
  private final Derivation derivation;
  private final Counted counted;
  private final Reasons reasons;

  NumberVerdicts(
      Sentence sentence,
      Source source,
      Rewordings rewordings,
      Derivation derivation,
      Counted counted,
      Reasons reasons) {
    this.sentence = sentence;
    this.source = source;
    this.rewordings = rewordings;
    this.derivation = derivation;
    this.counted = counted;
    this.reasons = reasons;
  }

  /// A number with the verdict that its value deserves.
  NumberDraft of(Quantity number, Basis basis) {
    NumberDraft draft = new NumberDraft(number, basis);
    Quantity said = draft.said;
    Fact best = null;
    Fit bestFit = Fit.NONE;
    for (Fact fact : source.facts) {
      Fit fit = fit(said, draft.basis, fact);
      boolean asWell = fit == bestFit && fit != Fit.NONE;
      boolean nearer = asWell && best != null && rank(number, fact) > rank(number, best);
      if (fit.compareTo(bestFit) < 0 || nearer) {
        best = fact;
        bestFit = fit;
      }
    }
    if (best != null && bestFit.carries()) {
      carried(draft, best, bestFit);
    } else if (!rewordings.settles(draft) && !isDerived(draft, bestFit)) {
      unsupported(draft, best, bestFit);
    }
    return draft;
  }

  /// Of two numbers that carry one, the stated one goes before the one that is only used, and then
  /// the one in the same words: 五把 before 五国.
  private int rank(Quantity said, Fact fact) {
    String words = fact.quantity().span().in(source.paragraphs.get(fact.paragraph()));
    return (fact.stated() ? 2 : 0) + (words.equals(sentence.words(said)) ? 1 : 0);
  }

  private Fit fit(Quantity said, Basis basis, Fact fact) {
    Fit fit = ValueMatch.of(said, source.inUnitOf(said, fact));
    if (!fit.carries()) {
      return fit;
    }
    String there = source.paragraphs.get(fact.paragraph());
    if (counted.differ(said, sentence.text(), fact.quantity(), there)) {
      return Fit.UNIT;
    }
    boolean other = fact.stated() && rewordings.isOtherMultiple(said, fact);
    return other
        ? Fit.NONE
        : basis.differs(fact.basis()) || basis.turns(fact.basis()) || isBoundOfAverage(said, fact)
            ? Fit.BASIS
            : fit;
  }

  /// At most so many where the source says that it is so many on average.
  private static boolean isBoundOfAverage(Quantity said, Fact fact) {
    boolean bound = said.modifier().isOpenAbove() || said.modifier().isOpenBelow();
    return bound
        && fact.quantity().modifier() == Modifier.EXACT
        && fact.basis().isSide("whole", "average");
  }

  /// A number of a text with too many to be a sentence: only the very value carries it.
  NumberDraft byValue(Quantity said) {
    NumberDraft draft = new NumberDraft(said, Basis.NONE);
    for (Fact fact : source.withValueOf(said)) {
      Fit fit = ValueMatch.of(said, fact.quantity());
      if (fit.carries()) {
        carried(draft, fact, fit);
        return draft;
      }
    }
    draft.set(NumberVerdict.UNSUPPORTED, null, reasons.absent());
    return draft;
  }

  private void carried(NumberDraft draft, Fact fact, Fit fit) {
    String words = source.words(fact);
    switch (fit) {
      case EXACT ->
          draft.set(
              NumberVerdict.EXACT,
              fact,
              isLoosened(draft.said, fact.quantity())
                  ? reasons.loosened(words)
                  : reasons.exact(words));
      case CONVERTED ->
          draft.set(
              NumberVerdict.CONVERTED, fact, reasons.converted(words, Reasons.shown(draft.said)));
      case ROUNDED -> draft.set(NumberVerdict.ROUNDED, fact, reasons.rounded(words));
      case BASIS, MODIFIER, UNIT, NONE ->
          draft.set(NumberVerdict.UNSUPPORTED, fact, reasons.absent());
    }
  }

  private static boolean isLoosened(Quantity said, Quantity there) {
    return said.modifier() == Modifier.EXACT
        && there.modifier() != Modifier.EXACT
        && there.modifier() != Modifier.ABOUT;
  }

  private boolean isDerived(NumberDraft draft, Fit fit) {
    if (fit == Fit.MODIFIER || fit == Fit.UNIT || fit == Fit.BASIS) {
      return false;
    }
    Optional<Derivation.Found> derived = derivation.find(draft.said, sentence.text(), source);
    derived.ifPresent(
        found ->
            draft.set(
                NumberVerdict.DERIVED,
                found.first(),
                reasons.derived(
                    found.rule(), source.words(found.first()), source.words(found.second()))));
    return derived.isPresent();
  }

  /// @param best the number with the same digits but for its modifier or unit, if there is one
  private void unsupported(NumberDraft draft, @Nullable Fact best, Fit fit) {
    if (best != null) {
      String words = source.words(best);
      String reason =
          switch (fit) {
            case BASIS ->
                draft.basis.turns(best.basis())
                    ? reasons.otherWay(words)
                    : reasons.otherBasis(difference(draft, best), words);
            case MODIFIER -> reasons.otherModifier(words);
            case UNIT, EXACT, CONVERTED, ROUNDED, NONE -> reasons.otherUnit(words);
          };
      draft.set(NumberVerdict.UNSUPPORTED, best, reason);
      return;
    }
    Fact slipped = slipped(draft.said);
    if (slipped != null) {
      draft.set(NumberVerdict.UNSUPPORTED, slipped, reasons.otherMagnitude(source.words(slipped)));
      return;
    }
    Fact nearest = nearest(draft.said);
    draft.set(
        NumberVerdict.UNSUPPORTED,
        nearest,
        nearest == null
            ? reasons.absent()
            : isSameInOtherUnit(draft.said, nearest.quantity())
                ? reasons.otherUnit(source.words(nearest))
                : reasons.nearest(source.words(nearest)));
  }

  /// What a number means otherwise there; only a bound of an average says it of none.
  private static String difference(NumberDraft draft, Fact there) {
    String part = draft.basis.difference(there.basis());
    return part == null ? "whole" : part;
  }

  /// The number of the same unit with the same digits and another magnitude: 90 for 9 billion.
  private @Nullable Fact slipped(Quantity said) {
    BigDecimal value = said.value().orElse(null);
    for (Fact fact : source.facts) {
      BigDecimal there = fact.quantity().value().orElse(null);
      if (value != null
          && there != null
          && fact.stated()
          && fact.quantity().unit().equals(said.unit())
          && value.signum() != 0
          && digits(value).equals(digits(there))) {
        return fact;
      }
    }
    return null;
  }

  /// 7.4 miles for 7.4 km.
  private static boolean isSameInOtherUnit(Quantity said, Quantity there) {
    BigDecimal value = said.value().orElse(null);
    BigDecimal other = there.value().orElse(null);
    return value != null
        && other != null
        && value.compareTo(other) == 0
        && !said.unit().equals(there.unit());
  }

  private static BigInteger digits(BigDecimal value) {
    return value.stripTrailingZeros().unscaledValue();
  }

  /// The number of the same unit that is closest in value.
  private @Nullable Fact nearest(Quantity said) {
    BigDecimal value = said.value().orElse(said.low());
    Fact best = null;
    double least = 1.0;
    for (Fact fact : source.facts) {
      BigDecimal there = fact.quantity().value().orElse(null);
      if (value == null
          || there == null
          || !fact.stated()
          || !fact.quantity().unit().convertsTo(said.unit())) {
        continue;
      }
      double one = value.multiply(said.unit().factor()).doubleValue();
      double other = there.multiply(fact.quantity().unit().factor()).doubleValue();
      double away =
          Math.abs(one - other) / Math.max(Math.abs(one), Math.max(Math.abs(other), 1e-9));
      if (away < least) {
        least = away;
        best = fact;
      }
    }
    return best;
  }
}
