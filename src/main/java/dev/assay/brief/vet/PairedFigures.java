package dev.assay.brief.vet;

import dev.assay.analyze.weigh.Features;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Looks for figures of a sentence that the cited lines give to something else: exchanged with
/// another of the sentence, or taken from elsewhere.
///
/// The words that stand with a figure are weighed by how near they are to it and to no other of its
/// kind; a figure whose words stand in the lines with another figure is suspected. Used by one
/// thread.
final class PairedFigures {

  private static final double FADE = 4;
  private static final double OTHER_CLAUSE = 0.35;
  private static final double BEYOND = 0.3;
  private static final double NOBODYS = 0.1;

  /// What is counted stands behind its number.
  private static final double COUNTED = 2;

  private static final int MOST_FIGURES = 40;

  /// A sentence of more figures is a table, where it cannot be told which words stand with which;
  /// the work grows with the fourth power of their number.
  private static final int MOST_OF_SENTENCE = 30;

  private static final int MOST_PLACES = 400;

  /// So many letters beside a figure tell what it is of.
  private static final int BESIDE = 2;

  private static final List<String> RESPECTIVE = List.of("分别", "依次", "respectively", "分別");

  private final Likeness likeness;
  private final boolean sameLanguage;
  private final Supplier<Features> bags;

  /// The words of each figure that was asked for: it is held against many others.
  private final IdentityHashMap<Figure, List<Attached>> attached = new IdentityHashMap<>();

  PairedFigures(Likeness likeness, boolean sameLanguage, Supplier<Features> bags) {
    this.likeness = likeness;
    this.sameLanguage = sameLanguage;
    this.bags = bags;
  }

  /// A figure of the sentence that may be another's.
  ///
  /// @param rival whose it may be
  record Suspect(Figure figure, Place rival, Features features) {}

  /// A figure of a line.
  record Place(ReadText line, Figure figure) {}

  /// Where the lines have each figure of `sentence`.
  static List<List<Place>> places(ReadText sentence, List<ReadText> lines) {
    List<List<Place>> places = new ArrayList<>();
    for (Figure figure : sentence.figures()) {
      List<Place> own = new ArrayList<>();
      for (ReadText line : lines) {
        line.figures().stream()
            .filter(each -> each.key() == figure.key() && each.kind().equals(figure.kind()))
            .forEach(each -> own.add(new Place(line, each)));
      }
      places.add(own);
    }
    return places;
  }

  /// The words that stand with a figure, each with how much it is its own.
  private record Attached(Term term, double share) {}

  /// @param all where the lines have each figure of `sentence`; empty where they have none
  /// @param misplaced where numbers stand of which a rule says that they are another's
  List<Suspect> of(
      ReadText sentence, List<ReadText> lines, List<List<Place>> all, Set<Span> misplaced) {
    List<Suspect> suspects = new ArrayList<>();
    List<Figure> said = sentence.figures();
    if (said.size() > MOST_FIGURES) {
      return suspects;
    }
    Set<Figure> crowded = crowded(lines);
    List<List<Place>> evidence = all.stream().map(own -> uncrowded(own, crowded)).toList();
    List<Place> places = new ArrayList<>();
    for (ReadText line : lines) {
      line.figures().stream()
          .filter(figure -> !crowded.contains(figure))
          .forEach(figure -> places.add(new Place(line, figure)));
    }
    if (places.size() > MOST_PLACES) {
      return suspects;
    }
    for (int i = 0; i < said.size(); i++) {
      Figure figure = said.get(i);
      List<Place> own = evidence.get(i);
      if (own.isEmpty()) {
        continue;
      }
      List<Attached> words = attached(sentence, figure);
      List<Attached> bare =
          words.stream().filter(each -> each.term().kind() != Term.Kind.FIGURE).toList();
      Suspect worst = null;
      double worstGap = Double.NEGATIVE_INFINITY;
      double straight = best(words, own);
      for (Place rival : places) {
        boolean other =
            rival.figure().kind().equals(figure.kind())
                && own.stream().noneMatch(place -> place.figure().key() == rival.figure().key());
        if (!other) {
          continue;
        }
        List<Attached> theirWords = attached(rival.line(), rival.figure());
        double crossed = shared(words, theirWords);
        int pair = pair(said, evidence, i, rival);
        double straightPair = 0;
        double crossedPair = 0;
        if (pair >= 0) {
          List<Attached> theirs = attached(sentence, said.get(pair));
          straightPair = best(theirs, evidence.get(pair));
          crossedPair = best(theirs, own);
        }
        double gap = crossed + crossedPair - straight - straightPair;
        if (gap > worstGap) {
          worstGap = gap;
          worst =
              new Suspect(
                  figure,
                  rival,
                  features(
                      sentence,
                      figure,
                      own,
                      rival,
                      pair >= 0 ? said.get(pair) : null,
                      new double[] {straight, crossed, straightPair, crossedPair},
                      new double[] {best(bare, own), shared(bare, theirWords)}));
        }
      }
      if (worst != null) {
        if (isIn(misplaced, figure)) {
          worst.features().add("rule");
          worst.features().add("rule", sameLanguage ? "same" : "cross");
        }
        suspects.add(worst);
      }
    }
    return suspects;
  }

  /// The figures of sentences that have too many.
  private static Set<Figure> crowded(List<ReadText> lines) {
    Set<Figure> crowded = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ReadText line : lines) {
      if (line.figures().size() > MOST_OF_SENTENCE) {
        line.figures().stream()
            .collect(Collectors.groupingBy(figure -> clauseOf(line, figure).sentence()))
            .values()
            .forEach(figures -> addIfMany(figures, crowded));
      }
    }
    return crowded;
  }

  private static void addIfMany(List<Figure> figures, Set<Figure> crowded) {
    if (figures.size() > MOST_OF_SENTENCE) {
      crowded.addAll(figures);
    }
  }

  /// The places, or none if one of them is in such a sentence.
  private static List<Place> uncrowded(List<Place> places, Set<Figure> crowded) {
    boolean any = places.stream().anyMatch(place -> crowded.contains(place.figure()));
    return any ? List.of() : places;
  }

  private static boolean isIn(Set<Span> misplaced, Figure figure) {
    return misplaced.stream()
        .anyMatch(span -> span.start() < figure.end() && figure.start() < span.end());
  }

  /// The other figure of the sentence that `rival` carries; -1 if there is none.
  private static int pair(List<Figure> said, List<List<Place>> evidence, int i, Place rival) {
    for (int k = 0; k < said.size(); k++) {
      if (k != i
          && evidence.get(k).stream()
              .anyMatch(place -> place.figure().key() == rival.figure().key())) {
        return k;
      }
    }
    return -1;
  }

  private Features features(
      ReadText sentence,
      Figure figure,
      List<Place> own,
      Place rival,
      @org.jspecify.annotations.Nullable Figure pair,
      double[] shares,
      double[] bareShares) {
    double straight = shares[0] + shares[2];
    double crossed = shares[1] + shares[3];
    Features features = bags.get();
    String kind = pair == null ? "single" : "pair";
    features.add("figures", kind);
    features.add("figures", kind, sameLanguage ? "same" : "cross");
    double ratio = (crossed - straight) / (crossed + straight + 0.5);
    Chance.steps(
        features, kind + " ratio", ratio, -0.6, -0.4, -0.2, -0.1, 0.01, 0.1, 0.2, 0.3, 0.45, 0.6);
    Chance.steps(features, kind + " gap", crossed - straight, -1, -0.3, 0.1, 0.5, 1, 1.5, 2.5);
    Chance.steps(features, kind + " crossed", crossed, 0.5, 1, 2);
    Chance.steps(features, kind + " straight", straight, 0.2, 0.5, 1, 2);
    // figures that moved together vouch for each other; the words beside them do not
    double bare = (bareShares[1] - bareShares[0]) / (bareShares[1] + bareShares[0] + 0.3);
    Chance.steps(features, kind + " bare", bare, -0.5, -0.3, -0.1, 0.02, 0.1, 0.2, 0.3, 0.5);
    if (sameLanguage) {
      int straightBeside =
          own.stream().mapToInt(place -> beside(sentence, figure, place)).max().orElse(0);
      features.add(
          "beside", String.valueOf(straightBeside), beside(sentence, figure, rival) + kind);
      features.add("beside", String.valueOf(straightBeside));
    }
    if (figure.kind().equals(Figure.TIME)) {
      features.add("time", kind);
    }
    if (pair != null) {
      Place first = own.getFirst();
      if (first.line().equals(rival.line())) {
        boolean here = figure.start() < pair.start();
        boolean there = first.figure().start() < rival.figure().start();
        features.add("order", here == there ? "same" : "turned", sameLanguage ? "same" : "cross");
      }
    }
    if (own.size() > 1) {
      features.add("several", kind);
    }
    if (own.stream().noneMatch(place -> place.line().equals(rival.line()))) {
      features.add("elsewhere", kind);
    }
    return features;
  }

  /// On how many sides of the figure the same letters stand as there.
  private static int beside(ReadText sentence, Figure figure, Place place) {
    String one = sentence.text();
    String other = place.line().text();
    int there = place.figure().start();
    int behind = place.figure().end();
    boolean before =
        figure.start() >= BESIDE
            && there >= BESIDE
            && one.regionMatches(true, figure.start() - BESIDE, other, there - BESIDE, BESIDE);
    boolean after =
        figure.end() + BESIDE <= one.length()
            && one.regionMatches(true, figure.end(), other, behind, BESIDE);
    return (before ? 1 : 0) + (after ? 1 : 0);
  }

  private double best(List<Attached> words, List<Place> places) {
    double best = 0;
    for (Place place : places) {
      best = Math.max(best, shared(words, attached(place.line(), place.figure())));
    }
    return best;
  }

  /// How much the words of two figures have in common.
  private double shared(List<Attached> one, List<Attached> other) {
    double sum = 0;
    for (Attached mine : one) {
      double share = 0;
      for (Attached theirs : other) {
        if (theirs.share() > share && hasKeyOf(mine.term(), theirs.term())) {
          share = theirs.share();
        }
      }
      sum += likeness.weight(mine.term()) * mine.share() * share;
    }
    return sum;
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
  private List<Attached> attached(ReadText text, Figure figure) {
    return attached.computeIfAbsent(figure, _ -> readAttached(text, figure));
  }

  private static List<Attached> readAttached(ReadText text, Figure figure) {
    List<Clause> clauses = clausesOf(text, figure);
    List<Term> terms = clauses.stream().flatMap(clause -> clause.terms().stream()).toList();
    List<Figure> kin =
        text.figures().stream()
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

  private static List<Clause> clausesOf(ReadText text, Figure figure) {
    Clause own = clauseOf(text, figure);
    return text.clauses().stream().filter(clause -> clause.sentence() == own.sentence()).toList();
  }

  private static Clause clauseOf(ReadText text, Figure figure) {
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
