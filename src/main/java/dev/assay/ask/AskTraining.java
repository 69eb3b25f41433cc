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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Learns how much each feature counts for a sentence to be an answer, and for that none is, from
/// questions whose answers are known.
public final class AskTraining {

  private static final double LEAST_WEIGHT = 0.05;
  private static final long MOST_TIMES = 6;

  /// Candidates of one question that are learned from.
  private static final int TAUGHT = 30;

  private static final Learner.Settings SENTENCES = new Learner.Settings(12, 20, 3, LEAST_WEIGHT);

  private static final Learner.Settings TRUST = new Learner.Settings(25, 15, 3, LEAST_WEIGHT);

  private final Features names = Features.named();
  private final List<Lesson> lessons = new ArrayList<>();

  /// A question whose answer is known.
  ///
  /// @param page what it was asked of: the same page is never learned from and tried
  /// @param set what it was taken from: no set is to teach how often there is no answer
  /// @param scope only these articles are asked; empty for all
  /// @param right whether a sentence of an article answers it
  /// @param answerable whether any does
  public record Labelled(
      String id,
      String page,
      String set,
      String question,
      Set<ArticleId> scope,
      Right right,
      boolean answerable) {}

  /// Tells which sentences answer.
  public interface Right {
    boolean is(ArticleId article, int paragraph, String sentence);
  }

  private record Lesson(Labelled labelled, Weighing.Found found, boolean[] right) {
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

  /// What was learned: which sentence, and whether any.
  private record Learned(Weights first, Weights sentence, Weights trust) {}

  private Learned learn() {
    List<Learner.Choice> choices = new ArrayList<>();
    List<Learner.Choice> firsts = new ArrayList<>();
    for (Lesson lesson : lessons) {
      if (lesson.isTaught()) {
        firsts.add(
            new Learner.Choice(
                lesson.labelled().page(), lesson.found().features(), lesson.right()));
        for (int i = 0; i < Math.min(TAUGHT, lesson.right().length); i++) {
          boolean right = lesson.right()[i];
          choices.add(
              new Learner.Choice(
                  lesson.labelled().page(),
                  List.of(lesson.found().features().get(i), Features.like(names)),
                  new boolean[] {right, !right}));
        }
      }
    }
    Weights first = Learner.learn(firsts, SENTENCES);
    Weights sentence = Learner.learn(choices, SENTENCES);
    List<Lesson> taught =
        lessons.stream()
            .filter(lesson -> lesson.isTaught() || !lesson.labelled().answerable())
            .toList();
    Map<String, long[]> counts = new HashMap<>();
    for (Lesson lesson : taught) {
      counts
          .computeIfAbsent(lesson.labelled().set(), _ -> new long[2])[
          lesson.labelled().answerable() ? 0 : 1]++;
    }
    List<Learner.Choice> trusts = new ArrayList<>();
    for (Lesson lesson : taught) {
      boolean answerable = lesson.labelled().answerable();
      int best = best(lesson.found(), first, sentence);
      Learner.Choice choice =
          new Learner.Choice(
              lesson.labelled().page(),
              List.of(lesson.found().trusted(best), Features.like(names)),
              new boolean[] {answerable, !answerable});
      long[] count = counts.getOrDefault(lesson.labelled().set(), new long[2]);
      for (int i = 0; i < times(count, answerable); i++) {
        trusts.add(choice);
      }
    }
    return new Learned(first, sentence, Learner.learn(trusts, TRUST));
  }

  /// How often a question is taught, so that in each set one of three has no answer, as far as
  /// whole numbers go.
  private static long times(long[] counts, boolean answerable) {
    long some = Math.max(1, counts[0]);
    long none = Math.max(1, counts[1]);
    return Math.max(
        1, Math.min(MOST_TIMES, Math.round(answerable ? 2.0 * none / some : some / (2.0 * none))));
  }

  private static int best(Weighing.Found found, Weights first, Weights weights) {
    List<Integer> ranked =
        SentenceChoice.ranked(found, first.probabilities(found.features()), found.weighed(weights));
    return ranked.isEmpty() ? -1 : ranked.getFirst();
  }

  /// The lines of the table of weights.
  public List<String> lines() {
    Learned learned = learn();
    List<String> lines = new ArrayList<>();
    learned.first().lines(names, LEAST_WEIGHT).forEach(line -> lines.add("f " + line));
    learned.sentence().lines(names, LEAST_WEIGHT).forEach(line -> lines.add("s " + line));
    learned.trust().lines(names, LEAST_WEIGHT).forEach(line -> lines.add("t " + line));
    return lines;
  }
}
