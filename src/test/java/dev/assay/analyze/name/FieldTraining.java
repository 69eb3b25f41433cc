package dev.assay.analyze.name;

import java.util.Arrays;

/// Learns the weights of a conditional random field, one sequence after the other, by the gradient
/// of how likely the right labels are. FTRL-Proximal (McMahan and others, 2013): each weight has a
/// step of its own, and one that earns too little is exactly zero, which keeps a model small.
final class FieldTraining {

  private static final int L = NameModel.LABELS;

  private static final double STEP = 0.1;
  private static final double LASSO = Double.parseDouble(System.getProperty("lasso", "1"));
  private static final double RIDGE = 0.5;
  private static final double LEAST_GRADIENT = 1e-5;

  private final int features;
  private final float[] sums;
  private final float[] squares;
  private final float[] weights;

  /// What the pairs of neighbouring labels weigh stands behind the features.
  FieldTraining(int features) {
    this.features = features;
    this.sums = new float[(features + L) * L];
    this.squares = new float[sums.length];
    this.weights = new float[sums.length];
  }

  float weight(int feature, int label) {
    return weight(feature * L + label);
  }

  private float weight(int i) {
    double excess = Math.abs(sums[i]) - LASSO;
    return excess <= 0
        ? 0
        : (float) (-Math.signum(sums[i]) * excess / ((1 + Math.sqrt(squares[i])) / STEP + RIDGE));
  }

  private void move(int i, double gradient) {
    double before = squares[i];
    double step = (Math.sqrt(before + gradient * gradient) - Math.sqrt(before)) / STEP;
    sums[i] += (float) (gradient - step * weights[i]);
    squares[i] += (float) (gradient * gradient);
  }

  /// Learns one sequence; returns the logarithm of how likely each right label was.
  double learn(int[][] at, byte[] labels, double share) {
    double[] next = transitions();
    double[][] here = here(at);
    double[] scale = new double[at.length];
    double[][] forward = forward(here, next, scale);
    double[][] backward = backward(here, next, scale);
    double likelihood = 0;
    double[] gradient = new double[L];
    for (int t = 0; t < at.length; t++) {
      double sum = 0;
      for (int l = 0; l < L; l++) {
        gradient[l] = forward[t][l] * backward[t][l];
        sum += gradient[l];
      }
      for (int l = 0; l < L; l++) {
        gradient[l] /= sum;
      }
      likelihood += Math.log(Math.max(Double.MIN_NORMAL, gradient[labels[t]]));
      gradient[labels[t]] -= 1;
      for (int feature : at[t]) {
        for (int l = 0; l < L; l++) {
          if (Math.abs(gradient[l]) > LEAST_GRADIENT) {
            move(feature * L + l, share * gradient[l]);
          }
        }
      }
    }
    learnTransitions(here, next, forward, backward, labels, share);
    return likelihood;
  }

  private double[] transitions() {
    double[] next = new double[L * L];
    for (int from = 0; from < L; from++) {
      for (int to = 0; to < L; to++) {
        int i = (features + from) * L + to;
        weights[i] = weight(i);
        next[from * L + to] = NameModel.follows(from, to) ? Math.exp(weights[i]) : 0;
      }
    }
    return next;
  }

  private double[][] here(int[][] at) {
    double[][] here = new double[at.length][L];
    for (int t = 0; t < at.length; t++) {
      for (int feature : at[t]) {
        for (int l = 0; l < L; l++) {
          weights[feature * L + l] = weight(feature * L + l);
          here[t][l] += weights[feature * L + l];
        }
      }
      double most = Arrays.stream(here[t]).max().orElseThrow();
      for (int l = 0; l < L; l++) {
        here[t][l] = Math.exp(here[t][l] - most);
      }
    }
    return here;
  }

  /// A sequence begins as behind a place without a name.
  private static double[][] forward(double[][] here, double[] next, double[] scale) {
    double[][] forward = new double[here.length][L];
    double[] before = new double[L];
    before[NameModel.NONE] = 1;
    for (int t = 0; t < here.length; t++) {
      for (int to = 0; to < L; to++) {
        double sum = 0;
        for (int from = 0; from < L; from++) {
          sum += before[from] * next[from * L + to];
        }
        forward[t][to] = sum * here[t][to];
        scale[t] += forward[t][to];
      }
      for (int to = 0; to < L; to++) {
        forward[t][to] /= scale[t];
      }
      before = forward[t];
    }
    return forward;
  }

  private static double[][] backward(double[][] here, double[] next, double[] scale) {
    double[][] backward = new double[here.length][L];
    Arrays.fill(backward[here.length - 1], 1);
    for (int t = here.length - 2; t >= 0; t--) {
      for (int from = 0; from < L; from++) {
        for (int to = 0; to < L; to++) {
          backward[t][from] += next[from * L + to] * here[t + 1][to] * backward[t + 1][to];
        }
        backward[t][from] /= scale[t + 1];
      }
    }
    return backward;
  }

  private void learnTransitions(
      double[][] here,
      double[] next,
      double[][] forward,
      double[][] backward,
      byte[] labels,
      double share) {
    double[] gradient = new double[L * L];
    double[] before = new double[L];
    before[NameModel.NONE] = 1;
    double[] pairs = new double[L * L];
    for (int t = 0; t < labels.length; t++) {
      double sum = 0;
      for (int i = 0; i < pairs.length; i++) {
        pairs[i] = before[i / L] * next[i] * here[t][i % L] * backward[t][i % L];
        sum += pairs[i];
      }
      for (int i = 0; i < pairs.length; i++) {
        gradient[i] += pairs[i] / sum;
      }
      gradient[(t == 0 ? NameModel.NONE : labels[t - 1]) * L + labels[t]] -= 1;
      before = forward[t];
    }
    for (int i = 0; i < gradient.length; i++) {
      if (next[i] > 0 && gradient[i] != 0) {
        move(features * L + i, share * gradient[i]);
      }
    }
  }
}
