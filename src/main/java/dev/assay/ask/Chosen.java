package dev.assay.ask;

import dev.assay.analyze.weigh.Features;
import dev.assay.ask.LedgerFigures.Look;
import dev.assay.ask.Weighing.Found;
import dev.assay.ask.Weighing.OfThing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What was chosen to be shown.
///
/// @param lacking what is sought and stands in none of what was found to tell it
/// @param untold names of things that are asked about and of which nothing is shown
/// @param likeliest the candidates, those first that most likely tell what is asked
record Chosen(
    List<CandidateSentence> shown,
    Trust trust,
    Set<Sought> lacking,
    List<String> untold,
    List<CandidateSentence> likeliest) {

  /// What is shown of a question: where it is of several things, what is of each; of which none has
  /// anything, of all of them.
  static Chosen of(Found found, Look look, AskMeans means) {
    Chosen whole = of(found, look, SentenceChoice.MOST, means);
    List<Chosen> each = new ArrayList<>();
    List<OfThing> things = look.counted() == null ? found.things().get() : List.of();
    List<String> untold = new ArrayList<>();
    for (OfThing thing : things) {
      Chosen of = of(thing.found(), look, SentenceChoice.MOST / things.size(), means);
      each.add(of);
      if (of.shown().isEmpty()) {
        untold.addAll(thing.names());
      }
    }
    boolean told = each.stream().anyMatch(one -> !one.shown().isEmpty());
    return told ? ofEach(each, untold, whole.likeliest()) : whole;
  }

  private static Chosen of(Found found, Look look, int room, AskMeans means) {
    AskWeights weights = means.weights();
    List<Features> seen = found.told(weights.first(), weights.each());
    double[] told = Found.told(seen, weights.told());
    List<Integer> places = SentenceChoice.of(found, told, weights.next());
    double first = places.isEmpty() ? 0 : told[places.getFirst()];
    Trust trust =
        found.trust(places, weights.any().probability(found.any(places, seen, told)), told);
    // beside figures of the ledger one sentence is enough
    int most = look.counted() == null ? room : 1;
    List<CandidateSentence> all =
        found.labelled(places.stream().map(found.candidates()::get).toList());
    List<CandidateSentence> shown =
        trust == Trust.NONE
            ? List.of()
            : ShownSentences.of(
                ShownSentences.saying(all, first).stream().limit(most).toList(),
                room,
                means.words());
    Set<Sought> lacking = lacking(found, look, shown);
    // what has nothing of the sort that is asked for, or tells of another one of a row, is no
    // answer, however near it comes
    boolean answers =
        (!lacking.equals(found.question().sought())
                || shown.stream().anyMatch(found.signs()::lists))
            && !shown.stream().allMatch(found.signs()::isOfAnother);
    return new Chosen(
        answers ? shown : List.of(), trust, lacking, List.of(), likeliest(found, told));
  }

  /// What is sought and stands in none of the sentences; nothing if there are none. Figures of the
  /// ledger are figures.
  private static Set<Sought> lacking(Found found, Look look, List<CandidateSentence> shown) {
    Set<Sought> lacking = EnumSet.noneOf(Sought.class);
    if (!shown.isEmpty()) {
      for (Sought sought : found.question().sought()) {
        boolean counted = sought.isFigure() && look.counted() != null;
        if (sought.shows()
            && !counted
            && shown.stream().noneMatch(one -> found.signs().has(sought, one))) {
          lacking.add(sought);
        }
      }
    }
    return lacking;
  }

  /// The candidates, those first that most likely tell what is asked.
  private static List<CandidateSentence> likeliest(Found found, double[] told) {
    return IntStream.range(0, told.length)
        .boxed()
        .sorted(Comparator.comparingDouble(place -> -told[place]))
        .map(found.candidates()::get)
        .toList();
  }

  /// What is shown of each of several things, the first one's first.
  private static Chosen ofEach(
      List<Chosen> each, List<String> untold, List<CandidateSentence> likeliest) {
    Set<Sought> lacking = EnumSet.noneOf(Sought.class);
    each.forEach(one -> lacking.addAll(one.lacking()));
    boolean full = untold.isEmpty() && each.stream().allMatch(one -> one.trust() == Trust.FULL);
    return new Chosen(
        each.stream().flatMap(one -> one.shown().stream()).toList(),
        full ? Trust.FULL : Trust.LITTLE,
        lacking,
        untold,
        likeliest);
  }
}
