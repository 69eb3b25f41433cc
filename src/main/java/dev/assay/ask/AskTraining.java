package dev.assay.ask;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Learner;
import dev.assay.analyze.weigh.Weights;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.lexicon.Lexicon;
import dev.assay.search.Filters;
import dev.assay.search.Search;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Learns how much each feature counts for a sentence to be an answer, and for that none is, from
/// questions whose answers are known.
public final class AskTraining {

  private static final double LEAST_WEIGHT = 0.05;
  private static final long MOST_TIMES = 6;

  /// Candidates of one question that are learned from.
  private static final int TAUGHT = 30;

  private static final Learner.Settings SENTENCES = new Learner.Settings(12, 20, 3, LEAST_WEIGHT);

  /// Of each question the candidates that may come first, from which is learned what says anything.
  private static final int LIKELIEST = 8;

  /// Spreads what a name comes to over all bits, by the golden ratio.
  private static final int SPREAD = 0x9E3779B9;

  private static final Learner.Settings TRUST = new Learner.Settings(25, 30, 3, LEAST_WEIGHT);

  private final Features names = Features.named();
  private final List<Lesson> lessons = new ArrayList<>();

  /// A question whose answer is known.
  ///
  /// @param page what it was asked of: the same page is never learned from and tried
  /// @param set what it was taken from: no set is to teach how often there is no answer
  /// @param times how often it is taught, so that no set drowns another
  /// @param whole whether it is known of each sentence if it is right, or of its article only
  /// @param scope only these articles are asked; empty for all
  /// @param parts of which the answer is made
  /// @param right which of them a sentence of an article tells
  /// @param answerable whether any does
  public record Labelled(
      String id,
      String page,
      String set,
      int times,
      boolean whole,
      String question,
      Set<ArticleId> scope,
      int parts,
      Right right,
      boolean answerable) {}

  /// Tells which parts of the answer a sentence tells.
  public interface Right {
    /// Numbers of the parts, none if it does not answer.
    Set<Integer> parts(ArticleId article, int paragraph, String sentence);
  }

  /// A question, what was found, and which parts of the answer each candidate tells.
  private record Lesson(Labelled labelled, Weighing.Found found, List<Set<Integer>> parts) {

    boolean[] right() {
      boolean[] right = new boolean[parts.size()];
      for (int i = 0; i < right.length; i++) {
        right[i] = !parts.get(i).isEmpty();
      }
      return right;
    }

    /// The half in which a page is, of all, and of each half of them.
    ///
    /// @param split 0 or 1: two ways to halve that know nothing of each other
    int half(int split) {
      return labelled.page().hashCode() * SPREAD >>> 31 - split & 1;
    }

    /// The parts that the candidates at these places tell.
    Set<Integer> told(List<Integer> places) {
      Set<Integer> told = new HashSet<>();
      places.forEach(place -> told.addAll(parts.get(place)));
      return told;
    }

    /// Whether it teaches if there is an answer: one that was not found teaches nothing.
    boolean isTrusted() {
      return isTaught() || !labelled.answerable();
    }

    boolean isTaught() {
      return parts.stream().anyMatch(told -> !told.isEmpty());
    }
  }

  /// Reads the questions that are asked of one desk.
  public void read(
      List<Labelled> questions,
      Search search,
      Function<Collection<ArticleId>, Map<ArticleId, Article>> articles,
      Lexicon lexicon,
      QuantityExtractor numbers) {
    Weighing weighing = new Weighing(search, lexicon, () -> numbers);
    for (Labelled labelled : questions) {
      Weighing.Found found =
          weighing.find(labelled.question(), Filters.NONE, labelled.scope(), articles, names);
      List<Set<Integer>> parts =
          found.candidates().stream().map(candidate -> parts(labelled, candidate)).toList();
      lessons.add(new Lesson(labelled, found, parts));
    }
  }

  private static Set<Integer> parts(Labelled labelled, CandidateSentence candidate) {
    return labelled.answerable()
        ? labelled
            .right()
            .parts(candidate.article().id(), candidate.place().number(), candidate.text())
        : Set.of();
  }

  private record Learned(Weights first, Weights each) {}

  /// What comes first and what is a part, of the lessons that know.
  private Learned learn(List<Lesson> some) {
    List<Learner.Choice> firsts = new ArrayList<>();
    List<Learner.Choice> parts = new ArrayList<>();
    for (Lesson lesson : some) {
      if (lesson.isTaught()) {
        String page = lesson.labelled().page();
        List<Features> features = lesson.found().features();
        boolean[] right = lesson.right();
        firsts.add(new Learner.Choice(page, features, right));
        for (int i = 0; i < Math.min(TAUGHT, right.length); i++) {
          parts.add(choice(page, features.get(i), right[i]));
        }
      }
    }
    return new Learned(Learner.learn(firsts, SENTENCES), Learner.learn(parts, SENTENCES));
  }

  private Learner.Choice choice(String page, Features features, boolean right) {
    return new Learner.Choice(
        page, List.of(features, Features.like(names)), new boolean[] {right, !right});
  }

  /// Whether a sentence says what is asked, whether it adds to others, and whether any does.
  private record Trusts(Weights told, Weights next, Weights any) {}

  /// A lesson as it looks to weights that were learned without its page: what is known by heart is
  /// surer than anything new.
  ///
  /// @param all what tells of each candidate whether it says what is asked
  /// @param likeliest places of the likeliest candidates
  private record Unseen(Lesson lesson, List<Features> all, List<Integer> likeliest) {}

  /// @param likely how likely each candidate says what is asked
  private record Judged(Unseen seen, double[] likely) {}

  private Trusts learnTrusts(List<Lesson> some) {
    List<List<Unseen>> halves = List.of(unseen(some, 0), unseen(some, 1));
    List<Judged> every = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      Weights other = told(halves.get(1 - half));
      halves
          .get(half)
          .forEach(one -> every.add(new Judged(one, Weighing.Found.told(one.all(), other))));
    }
    Weights next = next(every);
    Map<String, long[]> counts = counts(some);
    List<Learner.Choice> any = new ArrayList<>();
    every.forEach(one -> addAny(one, next, counts, any));
    return new Trusts(
        told(every.stream().map(Judged::seen).toList()), next, Learner.learn(any, TRUST));
  }

  /// The lessons of a half that teach trust.
  private List<Unseen> unseen(List<Lesson> some, int half) {
    Learned learned = learn(some.stream().filter(one -> one.half(0) != half).toList());
    return some.stream()
        .filter(one -> one.half(0) == half && one.isTrusted())
        .map(one -> unseen(one, learned))
        .toList();
  }

  private static Unseen unseen(Lesson lesson, Learned learned) {
    double[] first = learned.first().probabilities(lesson.found().features());
    List<Integer> likeliest =
        IntStream.range(0, first.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -first[i]))
            .limit(LIKELIEST)
            .toList();
    return new Unseen(lesson, lesson.found().told(learned.first(), learned.each()), likeliest);
  }

  private Weights told(List<Unseen> some) {
    List<Learner.Choice> told = new ArrayList<>();
    for (Unseen one : some) {
      Labelled labelled = one.lesson().labelled();
      boolean[] right = one.lesson().right();
      for (int i :
          labelled.whole() ? one.likeliest() : one.likeliest().stream().limit(1).toList()) {
        Learner.Choice choice = choice(labelled.page(), one.all().get(i), right[i]);
        told.addAll(Collections.nCopies(labelled.times(), choice));
      }
    }
    return Learner.learn(told, TRUST);
  }

  /// What adds to what was chosen: a sentence that tells a part of the answer that none of the
  /// chosen ones does.
  private Weights next(List<Judged> some) {
    List<Learner.Choice> next = new ArrayList<>();
    for (Judged one : some) {
      Lesson lesson = one.seen().lesson();
      if (lesson.labelled().whole() && lesson.isTaught()) {
        addNext(lesson, one.likely(), next);
      }
    }
    return Learner.learn(next, TRUST);
  }

  private void addNext(Lesson lesson, double[] likely, List<Learner.Choice> next) {
    SentenceChoice choice = new SentenceChoice(lesson.found(), likely, names);
    Set<Integer> known = new HashSet<>();
    int best = choice.first();
    for (int step = 1; step < SentenceChoice.MOST && best >= 0; step++) {
      choice.choose(best);
      known.addAll(lesson.parts().get(best));
      List<Integer> open =
          choice.open().stream()
              .sorted(Comparator.comparingDouble(i -> -likely[i]))
              .limit(LIKELIEST)
              .toList();
      for (int i : open) {
        boolean adds = !known.containsAll(lesson.parts().get(i));
        Learner.Choice one = choice(lesson.labelled().page(), choice.features(i), adds);
        next.addAll(Collections.nCopies(lesson.labelled().times(), one));
      }
      best = open.stream().max(Comparator.comparingDouble(choice::worth)).orElse(-1);
    }
  }

  private void addAny(
      Judged one, Weights next, Map<String, long[]> counts, List<Learner.Choice> any) {
    Lesson lesson = one.seen().lesson();
    double[] likely = one.likely();
    List<Integer> chosen = SentenceChoice.of(lesson.found(), likely, next);
    Learner.Choice choice =
        choice(
            lesson.labelled().page(),
            lesson.found().any(chosen, one.seen().all(), likely),
            lesson.labelled().answerable());
    any.addAll(Collections.nCopies((int) times(lesson, counts), choice));
  }

  /// How many questions of each set have an answer, and how many have none.
  private static Map<String, long[]> counts(List<Lesson> some) {
    Map<String, long[]> counts = new HashMap<>();
    for (Lesson lesson : some) {
      if (lesson.isTrusted()) {
        counts
            .computeIfAbsent(lesson.labelled().set(), _ -> new long[2])[
            lesson.labelled().answerable() ? 0 : 1]++;
      }
    }
    return counts;
  }

  /// How often a question teaches whether there is any answer, so that in each set two of five have
  /// none, as far as whole numbers go.
  private static long times(Lesson lesson, Map<String, long[]> counts) {
    long[] count = counts.getOrDefault(lesson.labelled().set(), new long[2]);
    double some = Math.max(1, count[0]);
    double none = Math.max(1, count[1]);
    double more = lesson.labelled().answerable() ? 1.5 * none / some : some / (1.5 * none);
    return Math.clamp(Math.round(more), 1, MOST_TIMES) * lesson.labelled().times();
  }

  private AskWeights weights(List<Lesson> some) {
    Learned learned = learn(some);
    Trusts trusts = learnTrusts(some);
    return new AskWeights(
        learned.first(), learned.each(), trusts.told(), trusts.next(), trusts.any());
  }

  /// The lines of the table of weights.
  public List<String> lines() {
    AskWeights weights = weights(lessons);
    List<String> lines = new ArrayList<>();
    add(AskWeights.FIRST, weights.first(), lines);
    add(AskWeights.EACH, weights.each(), lines);
    add(AskWeights.TOLD, weights.told(), lines);
    add(AskWeights.NEXT, weights.next(), lines);
    add(AskWeights.ANY, weights.any(), lines);
    return lines;
  }

  /// What became of a question by weights that do not know its page.
  ///
  /// @param found parts of the answer that the candidates tell
  /// @param chosen parts that the chosen ones tell
  /// @param refused whether none is shown
  /// @param right how many of the chosen ones tell a part
  /// @param shown how many are chosen
  /// @param first how likely the first one tells what is asked
  /// @param any how likely there is an answer
  public record HeldOut(
      Labelled labelled,
      String kind,
      int found,
      int chosen,
      boolean refused,
      boolean firstRight,
      int right,
      int shown,
      double first,
      double any) {}

  /// What becomes of each question by weights that were learned from the other half of the pages.
  public List<HeldOut> heldOut() {
    List<HeldOut> all = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      int side = half;
      AskWeights weights = weights(lessons.stream().filter(one -> one.half(1) != side).toList());
      lessons.stream()
          .filter(one -> one.half(1) == side)
          .forEach(one -> all.add(heldOut(one, weights)));
    }
    return all;
  }

  private static HeldOut heldOut(Lesson lesson, AskWeights weights) {
    Weighing.Found found = lesson.found();
    List<Features> seen = found.told(weights.first(), weights.each());
    double[] told = Weighing.Found.told(seen, weights.told());
    List<Integer> chosen = SentenceChoice.of(found, told, weights.next());
    double first = chosen.isEmpty() ? 0 : told[chosen.getFirst()];
    double any = weights.any().probability(found.any(chosen, seen, told));
    List<Integer> all = IntStream.range(0, told.length).boxed().toList();
    return new HeldOut(
        lesson.labelled(),
        found.question().kind().word(),
        lesson.told(all).size(),
        lesson.told(chosen).size(),
        chosen.isEmpty() || found.trust(chosen, any, told) == Trust.NONE,
        !chosen.isEmpty() && lesson.right()[chosen.getFirst()],
        (int) chosen.stream().filter(place -> lesson.right()[place]).count(),
        chosen.size(),
        first,
        any);
  }

  private void add(String model, Weights weights, List<String> lines) {
    weights.lines(names, LEAST_WEIGHT).forEach(line -> lines.add(model + line));
  }
}
