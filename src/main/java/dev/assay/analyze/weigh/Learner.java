package dev.assay.analyze.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Learns the weights of a log-linear model, P(candidate) ~ exp(sum of the weights of its
/// features), from choices that a person made: stochastic gradient with AdaGrad steps and an L2
/// penalty.
///
/// Several candidates of a choice may be right. The same choices in the same order give the same
/// weights, byte for byte, on every machine.
public final class Learner {

  private static final float RATE = 0.15f;
  private static final float SMOOTHING = 0.1f;
  private static final double NO_GRADIENT = 1e-4;

  /// One choice.
  ///
  /// @param page where it was made: what is seen on few pages is not learned
  /// @param candidates their features
  /// @param right which of them are right, at least one
  public record Choice(String page, List<Features> candidates, boolean[] right) {}

  /// How to learn.
  ///
  /// @param epochs how often all choices are gone through
  /// @param l2 how much a weight costs
  /// @param leastPages a feature seen on fewer pages is dropped: it would be a memory of a sentence
  /// @param leastWeight a feature that counts for less, once all is learned, is dropped too, and
  ///   the weights of the others are learned anew without it: few weights that make up for those
  ///   left out
  public record Settings(int epochs, double l2, int leastPages, double leastWeight) {}

  private final Settings settings;
  private final Weights learned;
  private final FeatureNumbers numbers = new FeatureNumbers();
  private final List<Example> examples = new ArrayList<>();

  /// A choice with its features numbered.
  ///
  /// @param learned what each candidate scores by what was learned before
  private record Example(int[][] candidates, double[] learned, boolean[] right) {}

  private Learner(List<Choice> choices, Settings settings, Weights learned) {
    this.settings = settings;
    this.learned = learned;
    List<Choice> byPage = new ArrayList<>(choices);
    byPage.sort(Comparator.comparing(Choice::page));
    count(byPage);
    for (Choice choice : byPage) {
      int[][] candidates = choice.candidates().stream().map(this::known).toArray(int[][]::new);
      double[] scores = choice.candidates().stream().mapToDouble(learned::score).toArray();
      examples.add(new Example(candidates, scores, choice.right()));
    }
  }

  /// The weights of the features that stand on enough pages.
  public static Weights learn(List<Choice> choices, Settings settings) {
    return learn(choices, settings, Weights.read(List.of()));
  }

  /// Those of `learned` as they are, and beside them the weights of the features that nothing
  /// `learned` came from had.
  public static Weights learn(List<Choice> choices, Settings settings, Weights learned) {
    Learner learner = new Learner(choices, settings, learned);
    float[] weights = learner.learn();
    if (settings.leastWeight() > 0) {
      learner.drop(weights);
      weights = learner.learn();
    }
    return learned.with(learner.numbers.ids(), weights);
  }

  private void drop(float[] weights) {
    examples.replaceAll(
        example ->
            new Example(
                Arrays.stream(example.candidates())
                    .map(features -> heavy(features, weights))
                    .toArray(int[][]::new),
                example.learned(),
                example.right()));
  }

  private int[] heavy(int[] features, float[] weights) {
    return IntStream.of(features)
        .filter(i -> Math.abs(weights[i]) >= settings.leastWeight())
        .toArray();
  }

  private void count(List<Choice> byPage) {
    int page = 0;
    for (int n = 0; n < byPage.size(); n++) {
      page += n > 0 && !byPage.get(n).page().equals(byPage.get(n - 1).page()) ? 1 : 0;
      for (Features candidate : byPage.get(n).candidates()) {
        for (int i = 0; i < candidate.size(); i++) {
          numbers.see(candidate.id(i), page);
        }
      }
    }
  }

  /// The numbers of the features that stand on enough pages and are to be learned.
  private int[] known(Features candidate) {
    return IntStream.range(0, candidate.size())
        .filter(i -> !learned.has(candidate.id(i)))
        .map(i -> numbers.of(candidate.id(i)))
        .filter(number -> numbers.pages(number) >= settings.leastPages())
        .toArray();
  }

  private float[] learn() {
    float[] weights = new float[numbers.size()];
    float[] squares = new float[weights.length];
    int[] visits = new int[weights.length];
    for (Example example : examples) {
      for (int[] candidate : example.candidates()) {
        for (int feature : candidate) {
          visits[feature]++;
        }
      }
    }
    List<Example> order = new ArrayList<>(examples);
    Random random = new Random(3);
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      Collections.shuffle(order, random);
      for (Example example : order) {
        step(example, weights, squares, visits);
      }
    }
    return weights;
  }

  private void step(Example example, float[] weights, float[] squares, int[] visits) {
    double[] p = probabilities(example, weights);
    double right = 1e-12;
    for (int k = 0; k < p.length; k++) {
      right += example.right()[k] ? p[k] : 0;
    }
    for (int k = 0; k < p.length; k++) {
      double gradient = p[k] - (example.right()[k] ? p[k] / right : 0);
      if (Math.abs(gradient) < NO_GRADIENT) {
        continue;
      }
      for (int i : example.candidates()[k]) {
        // a feature pays its penalty in equal parts over its visits
        double g = gradient + settings.l2() * weights[i] / visits[i];
        squares[i] += (float) (g * g);
        weights[i] -= (float) (RATE * g / (SMOOTHING + Math.sqrt(squares[i])));
      }
    }
  }

  private static double[] probabilities(Example example, float[] weights) {
    double[] scores = example.learned().clone();
    for (int k = 0; k < scores.length; k++) {
      for (int feature : example.candidates()[k]) {
        scores[k] += weights[feature];
      }
    }
    return Weights.normalized(scores);
  }
}
