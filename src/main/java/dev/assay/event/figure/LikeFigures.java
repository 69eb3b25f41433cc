package dev.assay.event.figure;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.weigh.Features;
import dev.assay.event.figure.StatedFigure.Window;
import dev.assay.lexicon.Units;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What can be seen of a figure of one report and those of another that could be of the same
/// quantity, whether they are the same number or not: what their words have in common, weighed by
/// how few figures of the two reports have them, what their numbers are to each other, and how many
/// others could be meant.
final class LikeFigures {

  /// Bounds of how much two sets of words have in common.
  private static final double[] SHARED = {0.01, 0.12, 0.25, 0.4, 0.6, 0.8};

  /// Bounds of how far apart two numbers are, as a part of the larger.
  private static final double[] GAPS = {0.02, 0.06, 0.13, 0.25, 0.4, 0.6, 0.8};

  /// A term that is the same in both languages begins so.
  private static final String BOTH = "#";

  /// Stretches whose words are weighed by how much of them both have.
  private static final Set<Window> WINDOWS =
      EnumSet.of(Window.BEFORE, Window.BEHIND, Window.NEAR, Window.CLAUSE, Window.SENTENCE);

  /// Stretches of few words, which are the same or others.
  private static final Set<Window> WORDS =
      EnumSet.of(Window.HEAD, Window.NAME, Window.NAMED_BEFORE);

  private static final int MANY = 4;

  /// What reports tell first stands in so many sentences.
  private static final int LEAD = 2;

  private final List<StatedFigure> own;
  private final List<Rival> others;
  private final boolean across;
  private final Features names;
  private final Map<String, Double> telling = new HashMap<>();

  /// What the words of a window come to; each is asked for with every rival.
  private final IdentityHashMap<Set<String>, Double> sums = new IdentityHashMap<>();

  /// A figure of the other report.
  ///
  /// @param back how many figures of the own report it could be
  /// @param isTold whether one of these is the same number
  private record Rival(StatedFigure figure, int back, boolean isTold) {}

  /// @param across whether the reports are in two languages
  /// @param names what is seen is of the kind of this bag
  LikeFigures(List<StatedFigure> own, List<StatedFigure> others, boolean across, Features names) {
    this.own = own;
    this.across = across;
    this.names = names;
    this.others = others.stream().map(this::rival).toList();
    Map<String, Integer> having = new HashMap<>();
    for (List<StatedFigure> figures : List.of(own, others)) {
      for (StatedFigure figure : figures) {
        figure.words(Window.SENTENCE).forEach(term -> having.merge(term, 1, Integer::sum));
      }
    }
    having.forEach((term, times) -> telling.put(term, telling(times)));
  }

  private Rival rival(StatedFigure figure) {
    List<StatedFigure> back = own.stream().filter(figure::isOfKind).toList();
    return new Rival(figure, back.size(), back.stream().anyMatch(figure::isClose));
  }

  private double telling(int times) {
    return Math.log((own.size() + others.size() + 1.0) / times);
  }

  /// Which figures of the other report could be of the same quantity as the one of this number.
  int[] rivals(int figure) {
    return IntStream.range(0, others.size())
        .filter(i -> own.get(figure).isOfKind(others.get(i).figure()))
        .toArray();
  }

  /// What is seen of each of the rivals, in their order, and last of there being none.
  List<Features> candidates(int index, int[] rivals) {
    StatedFigure figure = own.get(index);
    double[] clauses =
        IntStream.of(rivals)
            .mapToDouble(i -> inCommon(Window.CLAUSE, figure, others.get(i).figure()))
            .toArray();
    double best = DoubleStream.of(clauses).max().orElse(0);
    long likes = IntStream.of(rivals).filter(i -> figure.isClose(others.get(i).figure())).count();
    List<Features> candidates = new ArrayList<>();
    for (int i = 0; i < rivals.length; i++) {
      Rival rival = others.get(rivals[i]);
      Features seen = Features.like(names);
      words(seen, figure, rival.figure());
      seen.add("best", Boolean.toString(clauses[i] == best), ways());
      numbers(seen, figure, rival, likes);
      seen.add("alone", upTo(MANY, rivals.length), upTo(MANY, rival.back()), kind(figure));
      basis(seen, figure, rival.figure());
      candidates.add(seen);
    }
    Features none = Features.like(names);
    none.add("none", kind(figure));
    none.add("none", upTo(MANY, rivals.length));
    none.add("none", ways());
    candidates.add(none);
    return candidates;
  }

  private String ways() {
    return across ? "across" : "within";
  }

  private void words(Features seen, StatedFigure figure, StatedFigure rival) {
    for (Window window : WINDOWS) {
      seen.add("shared", window.name(), shared(window, figure, rival), ways());
    }
    String numbers = figure.isClose(rival) ? "like" : "apart";
    seen.add("both", shared(Window.NEAR, figure, rival), numbers, ways());
    for (Window window : WORDS) {
      seen.add("same", window.name(), same(window, figure, rival), numbers, ways());
      seen.add("same", window.name(), same(window, figure, rival), numbers, kind(figure));
    }
  }

  private String same(Window window, StatedFigure figure, StatedFigure rival) {
    if (figure.words(window).isEmpty() || rival.words(window).isEmpty()) {
      return figure.words(window).equals(rival.words(window)) ? "none" : "one";
    }
    return inCommon(window, figure, rival) > 0 ? "same" : "other";
  }

  /// @param likes how many rivals are the same number
  private static void numbers(Features seen, StatedFigure figure, Rival rival, long likes) {
    String value = value(figure, rival.figure());
    seen.add("value", value);
    seen.add("value", value, kind(figure));
    boolean like = figure.isClose(rival.figure());
    seen.add("only like", Boolean.toString(like && likes == 1));
    seen.add("other like", Boolean.toString(!like && likes > 0));
    seen.add("taken", Boolean.toString(!like && rival.isTold()));
    Set<String> beside = new HashSet<>(figure.beside());
    beside.retainAll(rival.figure().beside());
    seen.add("beside", upTo(2, beside.size()));
  }

  private static void basis(Features seen, StatedFigure figure, StatedFigure rival) {
    seen.add(
        "basis",
        figure.basis().differs(rival.basis())
            ? "differs"
            : figure.basis().isOfSameSide(rival.basis()) ? "same" : "open");
    boolean part = figure.basis().isOfPart(rival.basis()) || rival.basis().isOfPart(figure.basis());
    seen.add("part", Boolean.toString(part));
    seen.add("change", isChange(figure), isChange(rival));
    seen.add("turns", Boolean.toString(figure.basis().turns(rival.basis())));
    boolean open = figure.measure().isEmpty() || rival.measure().isEmpty();
    seen.add(
        "measure",
        open ? "open" : Boolean.toString(figure.measure().equals(rival.measure())),
        kind(figure));
    seen.add("years", years(figure, rival));
    seen.add("lead", isLead(figure), isLead(rival));
  }

  private static String isChange(StatedFigure figure) {
    return Boolean.toString(figure.basis().course() != null);
  }

  private static String isLead(StatedFigure figure) {
    return Boolean.toString(figure.place() < LEAD);
  }

  private static String years(StatedFigure figure, StatedFigure rival) {
    if (figure.years().isEmpty() || rival.years().isEmpty()) {
      return figure.years().equals(rival.years()) ? "none" : "one";
    }
    return figure.years().stream().anyMatch(rival.years()::contains) ? "same" : "differ";
  }

  private static String value(StatedFigure figure, StatedFigure rival) {
    if (figure.isClose(rival)) {
      return "like" + Math.min(MANY, Math.min(figure.digits(), rival.digits()));
    }
    return figure.isLike(rival)
        ? "open" + bucket(figure.distance(rival), GAPS)
        : "gap" + bucket(gap(figure, rival), GAPS);
  }

  private static double gap(StatedFigure figure, StatedFigure rival) {
    return Math.abs(figure.range().gap(rival.range()));
  }

  private static String kind(StatedFigure figure) {
    Quantity quantity = figure.quantity();
    if (figure.measure().equals(StatedFigure.AGE)) {
      return "age";
    }
    if (quantity.unit().equals(Units.PERCENT)) {
      return "share";
    }
    if (quantity.unit().equals(Units.COUNT)) {
      return "count";
    }
    return quantity.unit().isMoney() ? "money" : quantity.unit().isDuration() ? "time" : "measure";
  }

  private String shared(Window window, StatedFigure figure, StatedFigure rival) {
    return bucket(inCommon(window, figure, rival), SHARED);
  }

  private static String bucket(double size, double[] bounds) {
    int bucket = 0;
    while (bucket < bounds.length && size >= bounds[bucket]) {
      bucket++;
    }
    return Integer.toString(bucket);
  }

  private static String upTo(int most, int number) {
    return Integer.toString(Math.min(most, number));
  }

  /// How much the words around two figures have in common, 0 to 1.
  private double inCommon(Window window, StatedFigure figure, StatedFigure rival) {
    Set<String> here = figure.words(window);
    Set<String> there = rival.words(window);
    double both = sum(here.stream().filter(there::contains).toList());
    double all = Math.sqrt(whole(here) * whole(there));
    return all == 0 ? 0 : both / all;
  }

  private double whole(Set<String> window) {
    return sums.computeIfAbsent(window, this::sum);
  }

  private double sum(Iterable<String> terms) {
    double sum = 0;
    for (String term : terms) {
      if (!across || term.startsWith(BOTH)) {
        sum += telling.getOrDefault(term, telling(1));
      }
    }
    return sum;
  }
}
