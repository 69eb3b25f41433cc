package dev.assay.brief.vet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much the words of one text tell of another, in one language or over two: rare ones more than
/// those that stand everywhere, and across languages only what can be known again.
final class Likeness {

  /// What a word counts that another language cannot have.
  private static final double UNBRIDGED = 0.25;

  private final Map<Long, Integer> clausesWith = new HashMap<>();
  private final boolean sameLanguage;

  Likeness(List<ReadText> source, boolean sameLanguage) {
    this.sameLanguage = sameLanguage;
    for (ReadText text : source) {
      for (Clause clause : text.clauses()) {
        clause.terms().stream()
            .flatMapToLong(term -> Arrays.stream(term.keys()))
            .distinct()
            .forEach(key -> clausesWith.merge(key, 1, Integer::sum));
      }
    }
  }

  /// What `term` weighs here.
  double weight(Term term) {
    double bridged =
        switch (term.kind()) {
          case NAME, FIGURE -> 1;
          case MEANING -> 1;
          case LETTERS, PAIR -> sameLanguage ? 1 : term.kind() == Term.Kind.PAIR ? 0 : UNBRIDGED;
        };
    int most = 0;
    for (long key : term.keys()) {
      most = Math.max(most, clausesWith.getOrDefault(key, 0));
    }
    return bridged * term.weight() / (1 + Math.log(Math.max(1, most)));
  }

  double weight(List<Term> terms) {
    return terms.stream().mapToDouble(this::weight).sum();
  }

  /// The weight of those of `terms` that have a key of `keys`.
  double shared(List<Term> terms, Set<Long> keys) {
    return terms.stream().filter(term -> isAmong(term, keys)).mapToDouble(this::weight).sum();
  }

  static boolean isAmong(Term term, Set<Long> keys) {
    for (long key : term.keys()) {
      if (keys.contains(key)) {
        return true;
      }
    }
    return false;
  }
}
