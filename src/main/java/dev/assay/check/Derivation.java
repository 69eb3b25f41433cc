package dev.assay.check;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Finds the arithmetic by which a number follows from numbers of the source. A sum or difference
/// is only looked for where the sentence speaks of one: among many numbers some pair always fits.
final class Derivation {

  /// With more numbers of one kind a fit is chance.
  private static final int MAX_FACTS = 12;

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /// More than doubled may be 2.9 times, more than half 55 %.
  private static final BigDecimal TIMES_SLACK = new BigDecimal("0.45");

  private static final BigDecimal BOUND_SLACK = new BigDecimal("0.1");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// How a number follows: the numbers it follows from, and the name of the rule.
  record Found(Fact first, Fact second, Rule rule) {}

  enum Rule {
    SUM,
    DIFFERENCE,
    SHARE,
    TIMES,
    GROWTH
  }

  private final CheckWords words;

  Derivation(CheckWords words) {
    this.words = words;
  }

  /// The first derivation of `said` in `sentence`.
  Optional<Found> find(Quantity said, String sentence, Source source) {
    BigDecimal value = said.value().orElse(null);
    List<Fact> facts =
        source.facts.stream().filter(fact -> !ValueMatch.isPlace(fact.quantity().unit())).toList();
    if (value == null || facts.size() < 2 || ValueMatch.isPlace(said.unit())) {
      return Optional.empty();
    }
    String folded = new String(Folding.letters(sentence));
    List<Fact> same =
        facts.stream()
            .filter(
                fact ->
                    fact.stated()
                        && fact.quantity().unit().convertsTo(said.unit())
                        && fact.quantity().value().isPresent())
            .toList();
    if (same.size() <= MAX_FACTS) {
      if (words.sum.isInFolded(folded)) {
        Found sum = sum(said, value, same, source);
        if (sum != null) {
          return Optional.of(sum);
        }
      }
      if (words.difference.isInFolded(folded) && !isChangeOfShare(said, folded)) {
        Found difference = difference(said, value, same);
        if (difference != null) {
          return Optional.of(difference);
        }
      }
    }
    return Optional.ofNullable(relation(said, value, folded, facts));
  }

  /// From 6 to 5 percent a rate falls by a point: what falls by so many percent is something else.
  private boolean isChangeOfShare(Quantity said, String folded) {
    return said.unit().equals(Units.PERCENT) && words.growth.isInFolded(folded);
  }

  private static BigDecimal in(Fact fact, Quantity said) {
    BigDecimal value = fact.quantity().value().orElseThrow();
    return value
        .multiply(fact.quantity().unit().factor())
        .divide(said.unit().factor(), MathContext.DECIMAL64);
  }

  /// All numbers of the kind together, or all that one paragraph or one of its sentences (or what
  /// stands between semicolons) has. Any other choice of parts would find a sum by chance.
  private static @Nullable Found sum(
      Quantity said, BigDecimal value, List<Fact> same, Source source) {
    List<List<Fact>> lists = new ArrayList<>(List.of(same));
    lists.addAll(parts(same, (one, next) -> one.paragraph() == next.paragraph()));
    lists.addAll(parts(same, source::isOneSentence));
    return lists.stream()
        .filter(parts -> parts.size() > 1 && isNear(said, value, total(said, parts)))
        .findFirst()
        .map(parts -> new Found(parts.getFirst(), parts.getLast(), Rule.SUM))
        .orElse(null);
  }

  /// The numbers, which are in order, in parts of those that go together with the one before.
  private static List<List<Fact>> parts(List<Fact> all, BiPredicate<Fact, Fact> together) {
    List<List<Fact>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i == 0 || !together.test(all.get(i - 1), all.get(i))) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().add(all.get(i));
    }
    return parts;
  }

  private static BigDecimal total(Quantity said, List<Fact> parts) {
    return parts.stream().map(fact -> in(fact, said)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static @Nullable Found difference(Quantity said, BigDecimal value, List<Fact> same) {
    for (int i = 0; i < same.size(); i++) {
      for (int k = i + 1; k < same.size(); k++) {
        if (isNear(said, value, in(same.get(i), said).subtract(in(same.get(k), said)).abs())) {
          return new Found(same.get(i), same.get(k), Rule.DIFFERENCE);
        }
      }
    }
    return null;
  }

  /// A share, a multiple, a growth rate or a step in percentage points of two numbers of one kind.
  private @Nullable Found relation(
      Quantity said, BigDecimal value, String folded, List<Fact> facts) {
    List<Fact> points = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact.stated() && fact.quantity().value().isPresent() && points.size() < MAX_FACTS) {
        points.add(fact);
      }
    }
    boolean share = said.unit().equals(Units.PERCENT) && words.share.isInFolded(folded);
    boolean growth = said.unit().equals(Units.PERCENT) && words.growth.isInFolded(folded);
    boolean times = said.unit().equals(Units.TIMES);
    boolean step = said.unit().equals(Units.PERCENTAGE_POINT);
    if (!share && !growth && !times && !step || facts.size() > 2 * MAX_FACTS) {
      return null;
    }
    for (Fact first : points) {
      for (Fact second : points) {
        Found found =
            first.equals(second)
                ? null
                : relation(said, value, first, second, share, growth, times, step);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static @Nullable Found relation(
      Quantity said,
      BigDecimal value,
      Fact first,
      Fact second,
      boolean share,
      boolean growth,
      boolean times,
      boolean step) {
    Quantity one = first.quantity();
    Quantity other = second.quantity();
    BigDecimal bottom = other.value().orElseThrow().multiply(other.unit().factor());
    BigDecimal top = one.value().orElseThrow().multiply(one.unit().factor());
    if (!one.unit().convertsTo(other.unit()) || bottom.signum() <= 0 || top.signum() <= 0) {
      return null;
    }
    boolean percents =
        one.unit().equals(Units.PERCENT) || one.unit().equals(Units.PERCENTAGE_POINT);
    if (step) {
      return one.unit().equals(Units.PERCENT) && isNear(said, value, top.subtract(bottom).abs())
          ? new Found(first, second, Rule.DIFFERENCE)
          : null;
    }
    BigDecimal ratio = top.divide(bottom, MathContext.DECIMAL64);
    if (times && isNear(said, value, ratio)) {
      return new Found(first, second, Rule.TIMES);
    }
    if (share && !percents && isNear(said, value, ratio.multiply(HUNDRED))) {
      return new Found(first, second, Rule.SHARE);
    }
    BigDecimal change = ratio.subtract(BigDecimal.ONE).abs().multiply(HUNDRED);
    return growth && !percents && isNear(said, value, change)
        ? new Found(first, second, Rule.GROWTH)
        : null;
  }

  private static boolean isBelow(Modifier modifier) {
    return modifier == Modifier.NEARLY || modifier.isOpenBelow();
  }

  /// Whether the derived value is the one that is said, or just on the side of it that is said.
  private static boolean isNear(Quantity said, BigDecimal value, BigDecimal derived) {
    BigDecimal away = value.subtract(derived).abs();
    boolean above = said.modifier().isOpenAbove();
    if (above || isBelow(said.modifier())) {
      BigDecimal slack = above && said.unit().equals(Units.TIMES) ? TIMES_SLACK : BOUND_SLACK;
      boolean side = above == derived.compareTo(value) > 0;
      return side && away.compareTo(value.abs().multiply(slack)) <= 0;
    }
    return away.compareTo(said.precision().multiply(HALF)) <= 0
        && away.compareTo(derived.abs().multiply(new BigDecimal("0.05"))) <= 0;
  }
}
