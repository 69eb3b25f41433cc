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

  /// Words whose own sums are kept, of a few megabytes together.
  private static final int MOST_WORDS = 8_000;

  private final Map<String, Context> weights;
  private final String[] tags;

  /// What a word says by itself, for most words of a text stand there again.
  private final Map<String, double[]> ofWords = new ConcurrentHashMap<>();

  @SuppressWarnings("unchecked") // the second of the structures is the map of features
  EnglishTags(POSModel model) {
    AbstractModel maxent = model.getArtifact("pos.model");
    this.weights = (Map<String, Context>) maxent.getDataStructures()[1];
    this.tags = new String[maxent.getNumOutcomes()];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = maxent.getOutcome(i);
    }
  }

  /// The tag of each word of one sentence.
  String[] of(String[] words) {
    String[] lower = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      lower[i] = words[i].toLowerCase(Locale.ROOT);
    }
    String[] found = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      double[] sums = ofWord(words[i], lower[i]);
      addNeighbours(sums, lower, i);
      addTags(sums, found, i);
      found[i] = tags[best(sums)];
    }
    return found;
  }

  private double[] ofWord(String word, String lower) {
    double[] known = ofWords.get(word);
    if (known == null) {
      known = new double[tags.length];
      addWord(known, word, lower);
      if (ofWords.size() < MOST_WORDS) {
        ofWords.put(word, known);
      }
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

  private void addNeighbours(double[] sums, String[] lower, int i) {
    addNeighbour(sums, "p1w=", lower, i - 1);
    addNeighbour(sums, "p2w=", lower, i - 2);
    addNeighbour(sums, "n1w=", lower, i + 1);
    addNeighbour(sums, "n2w=", lower, i + 2);
    switch (i) {
      case 0 -> add(sums, "S=begin");
      case 1 -> add(sums, "p1S=begin");
      case 2 -> add(sums, "p2S=begin");
      default -> {}
    }
  }

  private void addNeighbour(double[] sums, String kind, String[] lower, int i) {
    if (i >= 0 && i < lower.length) {
      add(sums, kind + lower[i]);
    }
  }

  private void addTags(double[] sums, String[] found, int i) {
    if (i > 0) {
      add(sums, "t=" + found[i - 1]);
    }
    if (i > 1) {
      add(sums, "t2=" + found[i - 2] + "," + found[i - 1]);
    }
  }

  private void add(double[] sums, String feature) {
    Context context = weights.get(feature);
    if (context != null) {
      int[] outcomes = context.getOutcomes();
      double[] parameters = context.getParameters();
      for (int i = 0; i < outcomes.length; i++) {
        sums[outcomes[i]] += parameters[i];
      }
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
