package dev.assay.analyze;

import dev.assay.analyze.ClaimWord.Role;
import dev.assay.analyze.Mark.Number;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which property a figure measures, by the words of its sentence and its unit.
///
/// Every word that can measure such a unit gets a weight by where it stands; the heaviest is taken.
final class PropertyChoice {

  /// @param word the mark that names the property, null if the unit alone tells
  /// @param sign -1 for a fall
  record Chosen(Property property, int sign, Mark.@Nullable Word word) {}

  /// Marks further away than this are not looked at, which keeps long lists linear.
  private static final int REACH = 40;

  /// A word that names the property must stand within this distance behind the figure.
  private static final int FAR_BEHIND = 16;

  private static final int BEHIND = 110;
  private static final int BEFORE = 100;
  private static final int ACROSS_NUMBER = 15;
  private static final int ACROSS_STOP = 10;
  private static final int LEAST = 10;

  /// Between a rise and the figure by which it rises stand at most a few small words.
  private static final int BESIDE = 4;

  private final MarkedSentence sentence;

  PropertyChoice(MarkedSentence sentence) {
    this.sentence = sentence;
  }

  /// The property of the figure at `index`; empty if nothing tells it.
  Optional<Chosen> of(int index) {
    Number number = (Number) sentence.marks().get(index);
    Candidate best = better(behind(index, number), before(index, number));
    return best == null ? byUnit(index, number) : Optional.of(best.chosen());
  }

  private record Candidate(Chosen chosen, int weight) {}

  private static @Nullable Candidate better(@Nullable Candidate one, @Nullable Candidate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.weight() > one.weight() ? other : one;
  }

  private @Nullable Candidate behind(int index, Number number) {
    for (int i = index + 1; i < Math.min(sentence.marks().size(), index + REACH); i++) {
      Mark mark = sentence.marks().get(i);
      int distance = sentence.distance(number.end(), mark.start());
      if (mark instanceof Mark.Stop || mark instanceof Number || distance > FAR_BEHIND) {
        return null;
      }
      if (mark instanceof Mark.Word word) {
        for (ClaimWord meaning : word.meanings()) {
          if (fitsBehind(meaning, number, distance, word)) {
            return new Candidate(chosen(meaning, word), BEHIND - 4 * distance);
          }
        }
        if (word.is(Role.ACT)) {
          return null;
        }
      }
    }
    return null;
  }

  private boolean fitsBehind(ClaimWord meaning, Number number, int distance, Mark.Word word) {
    if (!meaning.measures(number.family())) {
      return false;
    }
    return switch (meaning.role()) {
      case NOUN -> true;
      case CHANGE ->
          distance <= BESIDE && !sentence.between(number.end(), word.start()).contains(" to ");
      case VERB, ACT, LEVEL, FROM, SIDE, BY, WORLD, STAGE, GOVERNMENT, ACTOR -> false;
      case WINDOW, PRONOUN, SAY, ACCORDING, DENY, PLAN, LEAD -> false;
    };
  }

  private @Nullable Candidate before(int index, Number number) {
    Candidate best = null;
    int cost = 0;
    for (int i = index - 1; i >= Math.max(0, index - REACH); i--) {
      switch (sentence.marks().get(i)) {
        case Mark.Stop stop -> {
          if (isEnd(stop.sign())) {
            return best;
          }
          cost += stop.sign() == '、' ? ACROSS_STOP / 2 : ACROSS_STOP;
        }
        case Number _ -> cost += ACROSS_NUMBER;
        case Mark.Word word -> {
          int distance = sentence.distance(word.end(), number.start());
          for (ClaimWord meaning : word.meanings()) {
            if (fitsBefore(meaning, index, i, distance)) {
              int weight = BEFORE - cost - 2 * distance;
              best = better(best, new Candidate(chosen(meaning, word), weight));
            }
          }
        }
        case Mark.Name _, Mark.Moment _ -> {}
      }
    }
    return best != null && best.weight() >= LEAST ? best : null;
  }

  private boolean fitsBefore(ClaimWord meaning, int index, int at, int distance) {
    Number number = (Number) sentence.marks().get(index);
    if (!meaning.measures(number.family())) {
      return false;
    }
    return switch (meaning.role()) {
      case NOUN, VERB -> true;
      case CHANGE -> distance <= BESIDE && at == index - 1;
      case ACT, LEVEL, FROM, SIDE, BY, WORLD, STAGE, GOVERNMENT, ACTOR -> false;
      case WINDOW, PRONOUN, SAY, ACCORDING, DENY, PLAN, LEAD -> false;
    };
  }

  private static boolean isEnd(char sign) {
    return sign == ';' || sign == '；' || sign == '\n';
  }

  private static Chosen chosen(ClaimWord meaning, Mark.Word word) {
    Property property = meaning.property();
    return new Chosen(property == null ? Property.AMOUNT : property, meaning.sign(), word);
  }

  /// What a unit says when no word does.
  private Optional<Chosen> byUnit(int index, Number number) {
    Property property =
        switch (number.family()) {
          case PART -> isPartOf(number) ? Property.SHARE : null;
          case POINTS, TIMES -> Property.CHANGE;
          case MASS, MONEY, OTHER -> Property.AMOUNT;
          case RATE ->
              number.quantity().unit().kind().contains("mass") ? Property.PRICE : Property.COST;
          case SPAN -> null;
          case COUNT -> Property.COUNT;
          case RANK -> Property.RANK;
        };
    return Optional.ofNullable(property).map(known -> new Chosen(known, 0, null));
  }

  /// "85 % of ..." and 85%的 ... are parts of what follows.
  private boolean isPartOf(Number number) {
    return sentence.text().at(number.end()) == '的'
        || sentence.text().hasWord("of", sentence.text().skipSpaces(number.end()));
  }
}
