package dev.assay.analyze.text;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;

/// The part of speech of each English word, by the weights of OpenNLP's tagger and the features
/// that it was trained on. The best tag of a word is taken, given those before: five times as fast
/// as OpenNLP's own search among three sequences, and hardly ever different. Features and sums are
/// made here, since the library spends most of its time on lists of features and on turning sums
/// into probabilities that nobody asks for. Safe for use by many threads.
final class EnglishTags {

  private static final int LONGEST_AFFIX = 4;

  /// Words of which it is kept what they say, of a few megabytes together.
  private static final int MOST_WORDS = 8_000;

  /// A longer one, in UTF-16 units, is hardly a word that stands there again.
  private static final int LONGEST_KEPT = 30;

  /// What a feature weighs that was not learned.
  private static final Context NOTHING = new Context(new int[0], new double[0]);

  private final Map<String, Context> weights;
  private final String[] tags;

  /// What the tag before a word says of it, and the two before it, by their numbers.
  private final Context[] ofLast;

  private final Context[][] ofLastTwo;

  /// What a word says by itself, for most words of a text stand there again.
  private final Map<String, double[]> ofWords = new ConcurrentHashMap<>();

  /// What a word in small letters says of those beside it.
  private final Map<String, Beside> besides = new ConcurrentHashMap<>();

  /// What a word says of the one that stands one or two places before or behind it.
  private record Beside(Context next, Context second, Context previous, Context secondPrevious) {}

  @SuppressWarnings("unchecked") // the second of the structures is the map of features
  EnglishTags(POSModel model) {
    AbstractModel maxent = model.getArtifact("pos.model");
    this.weights = (Map<String, Context>) maxent.getDataStructures()[1];
    this.tags = new String[maxent.getNumOutcomes()];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = maxent.getOutcome(i);
    }
    this.ofLast = new Context[tags.length];
    this.ofLastTwo = new Context[tags.length][tags.length];
    for (int last = 0; last < tags.length; last++) {
      ofLast[last] = weight("t=" + tags[last]);
      for (int second = 0; second < tags.length; second++) {
        ofLastTwo[second][last] = weight("t2=" + tags[second] + "," + tags[last]);
      }
    }
  }

  /// The tag of each word of one sentence.
  String[] of(String[] words) {
    String[] lower = new String[words.length];
    Beside[] beside = new Beside[words.length];
    for (int i = 0; i < words.length; i++) {
      lower[i] = words[i].toLowerCase(Locale.ROOT);
      beside[i] = beside(lower[i]);
    }
    int[] found = new int[words.length];
    String[] written = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      double[] sums = ofWord(words[i], lower[i]);
      addNeighbours(sums, beside, i);
      addTags(sums, found, i);
      found[i] = best(sums);
      written[i] = tags[found[i]];
    }
    return written;
  }

  private double[] ofWord(String word, String lower) {
    double[] known = ofWords.get(word);
    if (known == null) {
      known = new double[tags.length];
      addWord(known, word, lower);
      keep(ofWords, word, known);
    }
    return known.clone();
  }

  private void addWord(double[] sums, String word, String lower) {
    add(sums, "def");
    add(sums, "w=" + lower);
    String kind = FeatureGeneratorUtil.tokenFeature(word);
    add(sums, "wc=" + kind);
    add(sums, "w&c=" + lower + "," + kind);
    for (int length = 1; length <= Math.min(LONGEST_AFFIX, word.length()); length++) {
      add(sums, "pre=" + word.substring(0, length));
      add(sums, "suf=" + word.substring(word.length() - length));
    }
  }

  private Beside beside(String lower) {
    Beside known = besides.get(lower);
    if (known == null) {
      known =
          new Beside(
              weight("p1w=" + lower),
              weight("p2w=" + lower),
              weight("n1w=" + lower),
              weight("n2w=" + lower));
      keep(besides, lower, known);
    }
    return known;
  }

  private static <T> void keep(Map<String, T> words, String word, T said) {
    if (word.length() <= LONGEST_KEPT && words.size() < MOST_WORDS) {
      words.put(word, said);
    }
  }

  private void addNeighbours(double[] sums, Beside[] beside, int i) {
    if (i > 0) {
      add(sums, beside[i - 1].next());
    }
    if (i > 1) {
      add(sums, beside[i - 2].second());
    }
    if (i + 1 < beside.length) {
      add(sums, beside[i + 1].previous());
    }
    if (i + 2 < beside.length) {
      add(sums, beside[i + 2].secondPrevious());
    }
    switch (i) {
      case 0 -> add(sums, "S=begin");
      case 1 -> add(sums, "p1S=begin");
      case 2 -> add(sums, "p2S=begin");
      default -> {}
    }
  }

  private void addTags(double[] sums, int[] found, int i) {
    if (i > 0) {
      add(sums, ofLast[found[i - 1]]);
    }
    if (i > 1) {
      add(sums, ofLastTwo[found[i - 2]][found[i - 1]]);
    }
  }

  private void add(double[] sums, String feature) {
    add(sums, weight(feature));
  }

  private Context weight(String feature) {
    return weights.getOrDefault(feature, NOTHING);
  }

  private static void add(double[] sums, Context weight) {
    int[] outcomes = weight.getOutcomes();
    double[] parameters = weight.getParameters();
    for (int i = 0; i < outcomes.length; i++) {
      sums[outcomes[i]] += parameters[i];
    }
  }

  private static int best(double[] sums) {
    int best = 0;
    for (int i = 1; i < sums.length; i++) {
      if (sums[i] > sums[best]) {
        best = i;
      }
    }
    return best;
  }
}
