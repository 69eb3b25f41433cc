package dev.assay.brief.vet;

import dev.assay.brief.vet.PairedFigures.Paired;
import dev.assay.brief.vet.PairedFigures.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// The words that stand with each figure, or name, of a text, weighed by how near they are to it
/// and to no other of its kind. Used by one thread.
final class Attachments {

  private static final double FADE = 4;
  private static final double OTHER_CLAUSE = 0.35;
  private static final double BEYOND = 0.3;
  private static final double NOBODYS = 0.1;

  /// What is counted stands behind its number.
  private static final double COUNTED = 2;

  private static final List<String> RESPECTIVE = List.of("分别", "依次", "respectively", "分別");

  private final Paired paired;
  private final Likeness likeness;

  /// The words of each figure that was asked for: it is held against many others.
  private final IdentityHashMap<Figure, List<Attached>> attached = new IdentityHashMap<>();

  Attachments(Paired paired, Likeness likeness) {
    this.paired = paired;
    this.likeness = likeness;
  }

  /// The words that stand with a figure, each with how much it is its own.
  record Attached(Term term, double share) {}

  double best(List<Attached> words, List<Place> places) {
    double best = 0;
    for (Place place : places) {
      best = Math.max(best, shared(words, of(place.line(), place.figure())));
    }
    return best;
  }

  /// How much the words of two figures have in common.
  double shared(List<Attached> one, List<Attached> other) {
    double sum = 0;
    for (Attached mine : one) {
      sum += likeness.weight(mine.term()) * mine.share() * share(mine, other);
    }
    return sum;
  }

  /// How much of a word is that figure's whose words are `other`.
  private static double share(Attached word, List<Attached> other) {
    double share = 0;
    for (Attached theirs : other) {
      if (theirs.share() > share && hasKeyOf(word.term(), theirs.term())) {
        share = theirs.share();
      }
    }
    return share;
  }

  private static boolean hasKeyOf(Term one, Term other) {
    for (long key : one.keys()) {
      for (long there : other.keys()) {
        if (key == there) {
          return true;
        }
      }
    }
    return false;
  }

  /// The words of the sentence of `figure`, each with the share of it that is this figure's and no
  /// other's of its kind.
  List<Attached> of(ReadText text, Figure figure) {
    return attached.computeIfAbsent(figure, _ -> readAttached(text, figure));
  }

  private List<Attached> readAttached(ReadText text, Figure figure) {
    List<Clause> clauses = clausesOf(text, figure);
    List<Term> terms = clauses.stream().flatMap(clause -> clause.terms().stream()).toList();
    List<Figure> kin =
        paired.in(text).stream()
            .filter(
                each ->
                    each.kind().equals(figure.kind())
                        && clauses.getFirst().start() <= each.start()
                        && each.start() < clauses.getLast().end())
            .toList();
    List<Set<Term>> listed = listed(text, clauses, kin, terms);
    List<Attached> attached = new ArrayList<>();
    for (Term term : terms) {
      if (term.start() < figure.end() && term.end() > figure.start()) {
        continue;
      }
      double mine = 0;
      double all = NOBODYS;
      for (int k = 0; k < kin.size(); k++) {
        double near = near(clauses, terms, kin, term, kin.get(k));
        if (!listed.isEmpty() && listed.stream().anyMatch(each -> each.contains(term))) {
          near = listed.get(k).contains(term) ? 1 : 0;
        }
        all += near;
        mine += kin.get(k).equals(figure) ? near : 0;
      }
      if (mine > 0.01) {
        attached.add(new Attached(term, mine / all));
      }
    }
    return attached;
  }

  static List<Clause> clausesOf(ReadText text, Figure figure) {
    Clause own = clauseOf(text, figure);
    return text.clauses().stream().filter(clause -> clause.sentence() == own.sentence()).toList();
  }

  static Clause clauseOf(ReadText text, Figure figure) {
    return text.clauses().stream()
        .filter(clause -> clause.start() <= figure.start() && figure.start() < clause.end())
        .findFirst()
        .orElse(text.clauses().getFirst());
  }

  private static double near(
      List<Clause> clauses, List<Term> terms, List<Figure> kin, Term term, Figure figure) {
    boolean behind = term.start() >= figure.end();
    int from = behind ? figure.end() : term.end();
    int to = behind ? term.start() : figure.start();
    int between = 0;
    for (Term each : terms) {
      if (each.kind() != Term.Kind.PAIR && each.start() >= from && each.end() <= to) {
        between++;
      }
    }
    boolean beyond = kin.stream().anyMatch(each -> each.start() >= from && each.end() <= to);
    boolean same =
        clauses.stream()
            .anyMatch(
                clause ->
                    clause.start() <= Math.min(term.start(), figure.start())
                        && Math.max(term.start(), figure.start()) < clause.end());
    boolean counted = behind && between == 0 && figure.kind().equals("count");
    return Math.exp(-between / FADE)
        * (same ? 1 : OTHER_CLAUSE)
        * (beyond ? BEYOND : 1)
        * (counted ? COUNTED : 1);
  }

  /// Where a sentence lists things and then their figures (A、B和C分别为1、2和3): the words of each thing
  /// by the place of its figure; empty if it does not.
  private static List<Set<Term>> listed(
      ReadText text, List<Clause> clauses, List<Figure> kin, List<Term> terms) {
    String sentence = text.text().substring(clauses.getFirst().start(), clauses.getLast().end());
    if (kin.size() < 2 || RESPECTIVE.stream().noneMatch(sentence::contains)) {
      return List.of();
    }
    int end = kin.getFirst().start();
    int start = clauses.getFirst().start();
    for (Clause clause : clauses) {
      for (Figure figure : text.figures()) {
        if (figure.end() <= end && figure.start() >= clause.start() && figure.end() > start) {
          start =
              Math.max(start, figure.kind().equals(kin.getFirst().kind()) ? figure.end() : start);
        }
      }
    }
    List<int[]> items = items(text.text(), start, end);
    if (items.size() < kin.size()) {
      return List.of();
    }
    List<Set<Term>> listed = new ArrayList<>();
    for (int[] item : items.subList(items.size() - kin.size(), items.size())) {
      Set<Term> own = new HashSet<>();
      terms.stream()
          .filter(term -> term.start() >= item[0] && term.end() <= item[1])
          .forEach(own::add);
      listed.add(own);
    }
    return listed;
  }

  private static List<int[]> items(String text, int from, int to) {
    List<int[]> items = new ArrayList<>();
    int start = from;
    for (int i = from; i < to; i++) {
      boolean joint = "、和与及,，".indexOf(text.charAt(i)) >= 0 || text.startsWith(" and ", i);
      if (joint) {
        if (i > start) {
          items.add(new int[] {start, i});
        }
        start = i + 1;
      }
    }
    if (to > start) {
      items.add(new int[] {start, to});
    }
    return items;
  }
}
