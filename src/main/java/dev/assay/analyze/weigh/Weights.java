package dev.assay.analyze.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// How much each feature counts, and what probabilities that gives to candidates. Immutable; safe
/// for use by many threads.
///
/// A table with open places: a feature that is not in it counts for nothing.
public final class Weights {

  private final long[] ids;
  private final float[] weights;
  private final int mask;

  private Weights(long[] features, float[] values) {
    int places = Integer.highestOneBit(Math.max(8, features.length * 2)) * 2;
    this.ids = new long[places];
    this.weights = new float[places];
    this.mask = places - 1;
    for (int k = 0; k < features.length; k++) {
      int i = place(features[k]);
      ids[i] = features[k];
      weights[i] = values[k];
    }
  }

  /// These weights, and beside them those of features that have none here.
  Weights with(long[] features, float[] values) {
    long[] held = LongStream.of(ids).filter(id -> id != 0).toArray();
    long[] all = LongStream.concat(LongStream.of(features), LongStream.of(held)).toArray();
    float[] weighed = Arrays.copyOf(values, all.length);
    for (int k = 0; k < held.length; k++) {
      weighed[values.length + k] = weight(held[k]); // the last of a feature holds
    }
    return new Weights(all, weighed);
  }

  /// Whether all features have a weight, be it 0.
  public boolean hasAll(Features features) {
    return IntStream.range(0, features.size()).allMatch(i -> has(features.id(i)));
  }

  boolean has(long id) {
    return ids[place(id)] == id;
  }

  /// Reads the lines that [#lines] writes.
  public static Weights read(List<String> lines) {
    long[] features = new long[lines.size()];
    float[] values = new float[features.length];
    for (int k = 0; k < features.length; k++) {
      String line = lines.get(k);
      int tab = line.lastIndexOf('\t');
      features[k] = Features.id(line.substring(0, tab));
      values[k] = Float.parseFloat(line.substring(tab + 1));
    }
    return new Weights(features, values);
  }

  /// One line a feature, sorted: its name, a tab, its weight with two digits. Those nearer to zero
  /// than `least` are left out.
  ///
  /// @param names a bag that knows the names
  public List<String> lines(Features names, double least) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] != 0 && Math.abs(weights[i]) >= least) {
        lines.add(names.nameOf(ids[i]) + "\t" + String.format(Locale.ROOT, "%.2f", weights[i]));
      }
    }
    Collections.sort(lines);
    return lines;
  }

  private int place(long id) {
    int i = (int) (id ^ (id >>> 29)) & mask;
    while (ids[i] != 0 && ids[i] != id) {
      i = (i + 1) & mask;
    }
    return i;
  }

  private float weight(long id) {
    int i = place(id);
    return ids[i] == id ? weights[i] : 0;
  }

  /// The sum of the weights of the features.
  public double score(Features features) {
    double sum = 0;
    for (int i = 0; i < features.size(); i++) {
      sum += weight(features.id(i));
    }
    return sum;
  }

  /// The probability of each candidate: they sum up to 1.
  public double[] probabilities(List<Features> candidates) {
    double[] scores = new double[candidates.size()];
    for (int k = 0; k < scores.length; k++) {
      scores[k] = score(candidates.get(k));
    }
    return normalized(scores);
  }

  /// The probability of one candidate where the other choice is none.
  public double probability(Features features) {
    return 1 / (1 + StrictMath.exp(-score(features)));
  }

  /// Scores as probabilities, in the same array.
  static double[] normalized(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] =
          StrictMath.exp(scores[k] - most); // the same on every machine, so that weights are
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
    return scores;
  }

  /// One feature of a candidate that counted.
  public record Reason(String feature, double weight) {}

  /// The features of a bag with names that counted most, for or against, the strongest first.
  public List<Reason> reasons(Features features, int most) {
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      double weight = weight(features.id(i));
      if (weight != 0) {
        reasons.add(new Reason(features.nameOf(features.id(i)), weight));
      }
    }
    reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.weight())));
    return List.copyOf(reasons.subList(0, Math.min(most, reasons.size())));
  }
}
