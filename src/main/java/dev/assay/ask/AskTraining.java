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

  private static final Learner.Settings TRUST = new Learner.Settings(25, 15, 3, LEAST_WEIGHT);

  private final Features names = Features.named();
  private final List<Lesson> lessons = new ArrayList<>();

  /// A question whose answer is known.
  ///
  /// @param page what it was asked of: the same page is never learned from and tried
  /// @param set what it was taken from: no set is to teach how often there is no answer
  /// @param times how often it is taught, so that no set drowns another
  /// @param whole whether it is known of each sentence if it is right, or of its article only
  /// @param scope only these articles are asked; empty for all
  /// @param right whether a sentence of an article answers it
  /// @param answerable whether any does
  public record Labelled(
      String id,
      String page,
      String set,
      int times,
      boolean whole,
      String question,
      Set<ArticleId> scope,
      Right right,
      boolean answerable) {}

  /// Tells which sentences answer.
  public interface Right {
    boolean is(ArticleId article, int paragraph, String sentence);
  }

  private record Lesson(Labelled labelled, Weighing.Found found, boolean[] right) {
    int half() {
      return Math.floorMod(labelled.page().hashCode() * 31, 2);
    }

    /// Whether it teaches if there is an answer: one that was not found teaches nothing.
    boolean isTrusted() {
      return isTaught() || !labelled.answerable();
    }

    boolean isTaught() {
      for (boolean one : right) {
        if (one) {
          return true;
        }
      }
      return false;
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
      boolean[] right = new boolean[found.candidates().size()];
      for (int i = 0; i < found.candidates().size(); i++) {
        CandidateSentence candidate = found.candidates().get(i);
        right[i] =
            labelled.answerable()
                && labelled
                    .right()
                    .is(candidate.article().id(), candidate.place().number(), candidate.text());
      }
      lessons.add(new Lesson(labelled, found, right));
    }
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
        firsts.add(new Learner.Choice(page, features, lesson.right()));
        for (int i = 0; i < Math.min(TAUGHT, lesson.right().length); i++) {
          parts.add(choice(page, features.get(i), lesson.right()[i]));
        }
      }
    }
    return new Learned(Learner.learn(firsts, SENTENCES), Learner.learn(parts, SENTENCES));
  }

  private Learner.Choice choice(String page, Features features, boolean right) {
    return new Learner.Choice(
        page, List.of(features, Features.like(names)), new boolean[] {right, !right});
  }

  /// Whether a sentence says what is asked, and whether any does.
  private record Trusts(Weights told, Weights any) {}

  /// How a sentence stands in the two other choices is told by weights that were learned without
  /// its page: what is known by heart is surer than anything new.
  private Trusts learnTrusts() {
    List<Learner.Choice> told = new ArrayList<>();
    List<Learner.Choice> any = new ArrayList<>();
    Map<String, long[]> counts = counts();
    for (int half = 0; half < 2; half++) {
      int held = half;
      Learned learned = learn(lessons.stream().filter(one -> one.half() != held).toList());
      lessons.stream()
          .filter(one -> one.half() == held && one.isTrusted())
          .forEach(
              one -> {
                List<Features> all = one.found().told(learned.first(), learned.each());
                double[] first = learned.first().probabilities(one.found().features());
                List<Integer> likeliest =
                    IntStream.range(0, all.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -first[i]))
                        .limit(LIKELIEST)
                        .toList();
                addTold(one, all, likeliest, told);
                addAny(one, all, likeliest, times(one, counts), any);
              });
    }
    return new Trusts(Learner.learn(told, TRUST), Learner.learn(any, TRUST));
  }

  private void addTold(
      Lesson lesson, List<Features> all, List<Integer> likeliest, List<Learner.Choice> told) {
    for (int i : lesson.labelled().whole() ? likeliest : likeliest.stream().limit(1).toList()) {
      Learner.Choice one = choice(lesson.labelled().page(), all.get(i), lesson.right()[i]);
      told.addAll(Collections.nCopies(lesson.labelled().times(), one));
    }
  }

  private void addAny(
      Lesson lesson,
      List<Features> all,
      List<Integer> likeliest,
      long times,
      List<Learner.Choice> any) {
    int best = likeliest.isEmpty() ? -1 : likeliest.getFirst();
    Learner.Choice one =
        choice(
            lesson.labelled().page(),
            lesson.found().any(best, all),
            lesson.labelled().answerable());
    any.addAll(Collections.nCopies((int) times, one));
  }

  /// How many questions of each set have an answer, and how many have none.
  private Map<String, long[]> counts() {
    Map<String, long[]> counts = new HashMap<>();
    for (Lesson lesson : lessons) {
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

  /// The lines of the table of weights.
  public List<String> lines() {
    Learned learned = learn(lessons);
    List<String> lines = new ArrayList<>();
    add(AskWeights.FIRST, learned.first(), lines);
    add(AskWeights.EACH, learned.each(), lines);
    Trusts trusts = learnTrusts();
    add(AskWeights.TOLD, trusts.told(), lines);
    add(AskWeights.ANY, trusts.any(), lines);
    return lines;
  }

  private void add(String model, Weights weights, List<String> lines) {
    weights.lines(names, LEAST_WEIGHT).forEach(line -> lines.add(model + line));
  }
}
