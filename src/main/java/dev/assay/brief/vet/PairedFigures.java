package dev.assay.brief.vet;

import dev.assay.analyze.weigh.Features;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks for figures, or names, of a sentence that the cited lines give to something else:
/// exchanged with another of the sentence, or taken from elsewhere.
///
/// The words that stand with a figure are weighed by how near they are to it and to no other of its
/// kind; a figure whose words stand in the lines with another figure is suspected. Used by one
/// thread.
final class PairedFigures {

  /// What is paired.
  enum Paired {
    FIGURES,
    NAMES;

    List<Figure> in(ReadText text) {
      return this == FIGURES ? text.figures() : text.names();
    }
  }

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

  /// *One of* and 一年 count nothing.
  private static final Set<String> ONES = Set.of("one", "a", "an", "一", "一个", "一年");

  private final Paired paired;
  private final Likeness likeness;
  private final boolean sameLanguage;
  private final Supplier<Features> bags;

  /// The words of each figure that was asked for: it is held against many others.
  private final IdentityHashMap<Figure, List<Attached>> attached = new IdentityHashMap<>();

  /// The words of the sentence of a clause.
  private final IdentityHashMap<Clause, Set<Long>> sentenceKeys = new IdentityHashMap<>();

  PairedFigures(Paired paired, Likeness likeness, boolean sameLanguage, Supplier<Features> bags) {
    this.paired = paired;
    this.likeness = likeness;
    this.sameLanguage = sameLanguage;
    this.bags = bags;
  }

  /// A figure of the sentence that may be another's.
  ///
  /// @param rival whose it may be
  record Suspect(Figure figure, Place rival, Features features) {}

  /// A figure of a line.
  record Place(ReadText line, Figure figure) {
    boolean sharesSentenceWith(Place other) {
      return line.equals(other.line)
          && clauseOf(line, figure).sentence() == clauseOf(line, other.figure).sentence();
    }
  }

  /// Where the lines have each figure, or name, of `sentence`.
  static List<List<Place>> places(Paired paired, ReadText sentence, List<ReadText> lines) {
    List<List<Place>> places = new ArrayList<>();
    for (Figure figure : paired.in(sentence)) {
      List<Place> own = new ArrayList<>();
      for (ReadText line : lines) {
        paired.in(line).stream()
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
    List<Figure> said = paired.in(sentence);
    if (said.size() > MOST_FIGURES) {
      return suspects;
    }
    Set<Figure> crowded = crowded(lines);
    List<List<Place>> evidence = all.stream().map(own -> uncrowded(own, crowded)).toList();
    List<Place> places = new ArrayList<>();
    for (ReadText line : lines) {
      paired.in(line).stream()
          .filter(figure -> !crowded.contains(figure))
          .forEach(figure -> places.add(new Place(line, figure)));
    }
    if (places.size() > MOST_PLACES) {
      return suspects;
    }
    for (int i = 0; i < said.size(); i++) {
      Figure figure = said.get(i);
      List<Place> own = evidence.get(i);
      if (own.isEmpty() || ONES.contains(words(sentence, figure))) {
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
                      new Others(said, evidence),
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
  private Set<Figure> crowded(List<ReadText> lines) {
    Set<Figure> crowded = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ReadText line : lines) {
      List<Figure> figures = paired.in(line);
      if (figures.size() > MOST_OF_SENTENCE) {
        figures.stream()
            .collect(Collectors.groupingBy(figure -> clauseOf(line, figure).sentence()))
            .values()
            .forEach(together -> addIfMany(together, crowded));
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

  private static String words(ReadText text, Figure figure) {
    return text.text().substring(figure.start(), figure.end()).toLowerCase(Locale.ROOT);
  }

  private Features features(
      ReadText sentence,
      Figure figure,
      List<Place> own,
      Place rival,
      @Nullable Figure pair,
      Others others,
      double[] shares,
      double[] bareShares) {
    double straight = shares[0] + shares[2];
    double crossed = shares[1] + shares[3];
    Features features = bags.get();
    String kind = (paired == Paired.NAMES ? "named " : "") + (pair == null ? "single" : "pair");
    if (paired == Paired.NAMES) {
      features.add("named", figure.kind());
    }
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
    covered(features, kind, sentence, figure, own, rival);
    ordered(features, kind, others.order(figure, own.getFirst(), rival, pair));
    if (sameLanguage) {
      int straightBeside =
          own.stream().mapToInt(place -> beside(sentence, figure, place)).max().orElse(0);
      features.add(
          "beside", String.valueOf(straightBeside), beside(sentence, figure, rival) + kind);
      features.add("beside", String.valueOf(straightBeside));
    }
    if (words(sentence, figure).chars().noneMatch(Character::isDigit)) {
      features.add("in words", kind);
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

  /// What is told in order is rarely exchanged.
  ///
  /// @param gap by what share of the other figures the rival's place fits their order better
  private void ordered(Features features, String kind, OptionalDouble gap) {
    if (gap.isPresent()) {
      features.add("in order", kind, sameLanguage ? "same" : "cross");
      Chance.steps(
          features, kind + " in order", gap.getAsDouble(), -0.9, -0.5, -0.2, 0.01, 0.3, 0.6);
    }
  }

  /// All figures of a sentence and where the lines have each.
  private record Others(List<Figure> said, List<List<Place>> evidence) {

    /// By what share of the others the order of the lines is that of the sentence if the figure
    /// stands at `rival`, and the pair in its place, more than if it stands at its own; empty if
    /// there are no others in that line.
    OptionalDouble order(Figure figure, Place own, Place rival, @Nullable Figure pair) {
      int others = 0;
      int straight = 0;
      int crossed = 0;
      if (!own.line().equals(rival.line())) {
        return OptionalDouble.empty();
      }
      for (int k = 0; k < said.size(); k++) {
        Figure other = said.get(k);
        Place there = nearest(evidence.get(k), own);
        if (other.equals(figure) || there == null) {
          continue;
        }
        boolean paired = other.equals(pair);
        boolean before = other.start() < figure.start();
        int place = there.figure().start();
        others++;
        straight += before == place < own.figure().start() ? 1 : 0;
        crossed +=
            before == (paired ? own.figure().start() : place) < rival.figure().start() ? 1 : 0;
      }
      return others == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((crossed - straight) / (double) others);
    }

    private static @Nullable Place nearest(List<Place> places, Place own) {
      return places.stream()
          .filter(place -> place.line().equals(own.line()))
          .min(
              Comparator.comparingInt(
                  place -> Math.abs(place.figure().start() - own.figure().start())))
          .orElse(null);
    }
  }

  /// Whether the sentence, or the clause, of the rival tells more of what is said than its own.
  private void covered(
      Features features,
      String kind,
      ReadText sentence,
      Figure figure,
      List<Place> own,
      Place rival) {
    boolean together = own.stream().anyMatch(place -> place.sharesSentenceWith(rival));
    List<Term> terms = new ArrayList<>();
    List<Clause> clauses =
        together ? List.of(clauseOf(sentence, figure)) : clausesOf(sentence, figure);
    for (Clause clause : clauses) {
      clause.terms().stream()
          .filter(term -> term.start() >= figure.end() || term.end() <= figure.start())
          .forEach(terms::add);
    }
    double whole = likeness.weight(terms) + 0.5;
    double straight =
        own.stream().mapToDouble(place -> covered(terms, place, together)).max().orElse(0);
    double gap = (covered(terms, rival, together) - straight) / whole;
    String where = together ? " clause" : " sentence";
    features.add("where", kind, where);
    Chance.steps(features, kind + where, gap, -0.5, -0.3, -0.15, -0.05, 0.01, 0.1, 0.2, 0.35, 0.5);
  }

  /// How much of `terms` stands in the clause of a place, or in its sentence.
  private double covered(List<Term> terms, Place place, boolean clauseOnly) {
    Set<Long> keys =
        clauseOnly
            ? LostCues.keys(clauseOf(place.line(), place.figure()))
            : sentenceKeys.computeIfAbsent(
                clauseOf(place.line(), place.figure()), _ -> sentenceKeys(place));
    return likeness.shared(terms, keys);
  }

  private static Set<Long> sentenceKeys(Place place) {
    Set<Long> keys = new HashSet<>();
    clausesOf(place.line(), place.figure()).forEach(clause -> keys.addAll(LostCues.keys(clause)));
    return keys;
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
