package dev.assay.brief.vet;

import dev.assay.analyze.weigh.Features;
import dev.assay.brief.vet.Cue.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Looks for words of the cited lines that say how far they stand behind what they tell (*not*,
/// *may*, 拟, *according to*), where a sentence tells the same without them; and for denials that
/// only the sentence has.
///
/// Each such word has a scope, the words that it is said of. The more of the scope the sentence
/// has, and the better the clause fits it than any other clause of the lines, the likelier the word
/// was lost. Used by one thread.
final class LostCues {

  private static final Set<Kind> FORWARD =
      EnumSet.of(Kind.DENIAL, Kind.POSSIBLE, Kind.PLAN, Kind.EXPECTED);

  private static final Set<Kind> SPEECH =
      EnumSet.of(Kind.SAID, Kind.CLAIMED, Kind.SOURCE, Kind.SAYING);

  /// What a sentence may say in place of each.
  private static final Map<Kind, Set<Kind>> AS_GOOD = new EnumMap<>(Kind.class);

  static {
    Set<Kind> open =
        EnumSet.of(
            Kind.POSSIBLE,
            Kind.POSSIBLY,
            Kind.PLAN,
            Kind.PLANNING,
            Kind.EXPECTED,
            Kind.EXPECTING,
            Kind.CONDITION);
    Set<Kind> ahead = EnumSet.copyOf(open);
    ahead.add(Kind.FUTURE);
    AS_GOOD.put(Kind.DENIAL, EnumSet.of(Kind.DENIAL, Kind.DENYING));
    AS_GOOD.put(Kind.POSSIBLE, open);
    AS_GOOD.put(Kind.PLAN, ahead);
    AS_GOOD.put(Kind.EXPECTED, ahead);
    AS_GOOD.put(Kind.CONDITION, open);
    AS_GOOD.put(Kind.SAID, SPEECH);
    AS_GOOD.put(Kind.CLAIMED, SPEECH);
    AS_GOOD.put(Kind.SOURCE, SPEECH);
  }

  private static final double FADE = 5;
  private static final double BEFORE = 0.35;

  /// Of lines with more clauses those are looked at that have most of what the sentence tells: each
  /// is held against all others.
  private static final int MOST_CLAUSES = 200;

  private final Likeness likeness;
  private final boolean sameLanguage;
  private final Supplier<Features> bags;

  /// @param bags makes an empty bag of features
  LostCues(Likeness likeness, boolean sameLanguage, Supplier<Features> bags) {
    this.likeness = likeness;
    this.sameLanguage = sameLanguage;
    this.bags = bags;
  }

  /// A word that may have been lost.
  ///
  /// @param words as they stand in the text that has it
  /// @param added whether the sentence has it, and not the lines
  record Suspect(Kind kind, boolean added, String words, Features features) {}

  /// @param denied whether a rule says that a denial was lost
  List<Suspect> of(ReadText sentence, List<ReadText> cited, boolean denied) {
    List<ReadText> lines = near(sentence, cited);
    List<Suspect> suspects = new ArrayList<>();
    look(lines, List.of(sentence), EnumSet.allOf(Kind.class), false, suspects);
    if (denied) {
      suspects.stream()
          .filter(suspect -> suspect.kind() == Kind.DENIAL)
          .forEach(
              suspect -> {
                suspect.features().add("told");
                suspect.features().add("told", sameLanguage ? "same" : "cross");
              });
    }
    look(List.of(sentence), lines, EnumSet.of(Kind.DENIAL), true, suspects);
    return suspects;
  }

  private List<ReadText> near(ReadText sentence, List<ReadText> lines) {
    List<Clause> all = lines.stream().flatMap(line -> line.clauses().stream()).toList();
    if (all.size() <= MOST_CLAUSES) {
      return lines;
    }
    Set<Long> told = new HashSet<>();
    sentence.clauses().forEach(clause -> told.addAll(keys(clause)));
    IdentityHashMap<Clause, Double> shared = new IdentityHashMap<>();
    all.forEach(clause -> shared.put(clause, likeness.shared(clause.terms(), told)));
    Set<Clause> nearest = Collections.newSetFromMap(new IdentityHashMap<>());
    all.stream()
        .sorted(Comparator.comparingDouble((Clause clause) -> -shared.getOrDefault(clause, 0.0)))
        .limit(MOST_CLAUSES)
        .forEach(nearest::add);
    return lines.stream()
        .map(
            line ->
                new ReadText(
                    line.text(),
                    line.clauses().stream().filter(nearest::contains).toList(),
                    line.figures()))
        .toList();
  }

  /// Looks for cues of `from` that `to` does not have.
  private void look(
      List<ReadText> from, List<ReadText> to, Set<Kind> kinds, boolean added, List<Suspect> found) {
    for (ReadText text : from) {
      for (Clause clause : text.clauses()) {
        for (Cue cue : clause.cues()) {
          for (Kind kind : cue.kinds()) {
            if (kinds.contains(kind) && AS_GOOD.containsKey(kind)) {
              look(text, clause, cue, kind, from, to, added, found);
            }
          }
        }
      }
    }
  }

  private record Scoped(Term term, double share) {}

  private void look(
      ReadText text,
      Clause clause,
      Cue cue,
      Kind kind,
      List<ReadText> from,
      List<ReadText> to,
      boolean added,
      List<Suspect> found) {
    List<Scoped> scope = scope(text, clause, cue, kind);
    double whole = mass(scope, null);
    Clause best = null;
    double most = 0;
    for (ReadText other : to) {
      for (Clause each : other.clauses()) {
        double mass = mass(scope, keys(each));
        if (mass > most) {
          most = mass;
          best = each;
        }
      }
    }
    if (best == null || whole == 0) {
      return;
    }
    Set<Kind> asGood = AS_GOOD.getOrDefault(kind, Set.of());
    boolean here = best.cues().stream().anyMatch(each -> each.isAny(asGood));
    boolean anywhere =
        to.stream()
            .flatMap(other -> other.clauses().stream())
            .flatMap(each -> each.cues().stream())
            .anyMatch(each -> each.isAny(asGood));
    if (here || kind != Kind.DENIAL && anywhere) {
      return;
    }
    Set<Long> all = new HashSet<>();
    to.forEach(other -> other.clauses().forEach(each -> all.addAll(keys(each))));
    double match = mass(scope, all) / whole;
    double own = covered(best, clause);
    double plain = 0;
    double plainScope = 0;
    for (ReadText other : from) {
      for (Clause each : other.clauses()) {
        boolean free = each.cues().stream().noneMatch(mark -> mark.is(kind));
        if (free) {
          plain = Math.max(plain, covered(best, each));
          if (each.start() != clause.start() || !other.equals(text)) {
            plainScope = Math.max(plainScope, mass(scope, keys(each)) / whole);
          }
        }
      }
    }
    Features features = bags.get();
    String name = added ? "added" : kind.name().toLowerCase(java.util.Locale.ROOT);
    features.add("cue", name);
    features.add("cue", name, sameLanguage ? "same" : "cross");
    features.add("language", sameLanguage ? "same" : "cross");
    Chance.steps(features, "match", match, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
    Chance.steps(features, "match " + name, match, 0.4, 0.6, 0.8);
    Chance.steps(features, "own", own, 0.2, 0.35, 0.5, 0.65, 0.8);
    Chance.steps(features, "over plain", own - plain, -0.4, -0.2, -0.1, 0.01, 0.1, 0.2, 0.4);
    Chance.steps(features, "plain scope", plainScope, 0.3, 0.5, 0.7);
    if (sameLanguage) {
      Chance.steps(features, "same match", match, 0.5, 0.7, 0.9);
      Chance.steps(features, "same own", own, 0.5, 0.7, 0.9);
    }
    if (headMatches(scope, all)) {
      features.add("head");
    }
    if (anywhere) {
      features.add("elsewhere");
    }
    if (to.stream().mapToInt(other -> other.clauses().size()).sum() == 1) {
      features.add("one clause");
    }
    found.add(new Suspect(kind, added, text.text().substring(cue.start(), cue.end()), features));
  }

  /// Of the words of `one`, the share that `other` has.
  private double covered(Clause one, Clause other) {
    double whole = likeness.weight(one.terms());
    return whole == 0 ? 0 : likeness.shared(one.terms(), keys(other)) / whole;
  }

  private double mass(List<Scoped> scope, @org.jspecify.annotations.Nullable Set<Long> keys) {
    return scope.stream()
        .filter(each -> keys == null || Likeness.isAmong(each.term(), keys))
        .mapToDouble(each -> each.share() * likeness.weight(each.term()))
        .sum();
  }

  private static boolean headMatches(List<Scoped> scope, Set<Long> keys) {
    return scope.stream()
        .filter(each -> each.term().kind() != Term.Kind.PAIR)
        .max(Comparator.comparingDouble(Scoped::share))
        .filter(head -> Likeness.isAmong(head.term(), keys))
        .isPresent();
  }

  private static Set<Long> keys(Clause clause) {
    Set<Long> keys = new HashSet<>();
    for (Term term : clause.terms()) {
      for (long key : term.keys()) {
        keys.add(key);
      }
    }
    return keys;
  }

  /// What a cue is said of: the words behind it more than those before it, the nearest most; or the
  /// rest of its sentence.
  private static List<Scoped> scope(ReadText text, Clause clause, Cue cue, Kind kind) {
    List<Scoped> scope = new ArrayList<>();
    if (FORWARD.contains(kind)) {
      int after = 0;
      int before = 0;
      List<Term> terms = clause.terms();
      for (Term term : terms) {
        if (term.start() >= cue.end()) {
          scope.add(new Scoped(term, Math.exp(-after / FADE)));
          after += term.kind() == Term.Kind.PAIR ? 0 : 1;
        }
      }
      for (int i = terms.size() - 1; i >= 0; i--) {
        Term term = terms.get(i);
        if (term.end() <= cue.start()) {
          scope.add(new Scoped(term, BEFORE * Math.exp(-before / FADE)));
          before += term.kind() == Term.Kind.PAIR ? 0 : 1;
        }
      }
      return scope;
    }
    for (Clause each : text.clauses()) {
      if (each.sentence() == clause.sentence()) {
        boolean same = each.start() == clause.start();
        for (Term term : each.terms()) {
          boolean behind = term.start() >= cue.end();
          boolean in = kind == Kind.CONDITION ? !same || !behind : !same || behind;
          if (in && !(kind == Kind.SOURCE && same)) {
            scope.add(new Scoped(term, 1));
          }
        }
      }
    }
    return scope;
  }
}
