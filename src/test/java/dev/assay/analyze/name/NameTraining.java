package dev.assay.analyze.name;

import dev.assay.cite.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Trains the weights of a [NameModel]; not a test. `NameTraining zh|en ROUNDS LEAST OUT FILE...`.
///
/// A file has an object a line: `text`, and `spans` of start, end and kind (P, O, L or M for a
/// product, work or event). An averaged perceptron: wherever the model's best labels are wrong, the
/// weights of the right ones grow and those of the wrong ones shrink. Features that were seen fewer
/// than LEAST times are left out.
final class NameTraining {

  private static final int L = NameModel.LABELS;
  private static final String KINDS = "POLM";

  private NameTraining() {}

  /// A sequence with the labels that it should have.
  record Example(int[][] features, byte[] labels) {}

  /// Features as text.
  static final class Texts implements FeatureSink {
    final List<String> found = new ArrayList<>();
    private final StringBuilder feature = new StringBuilder();

    @Override
    public FeatureSink start(Kind kind) {
      feature.setLength(0);
      feature.append(kind.name());
      return this;
    }

    @Override
    public FeatureSink put(char c) {
      feature.append(c);
      return this;
    }

    @Override
    public void end() {
      found.add(feature.toString());
    }
  }

  public static void main(String[] arguments) throws IOException {
    boolean chinese = arguments[0].equals("zh");
    int rounds = Integer.parseInt(arguments[1]);
    int least = Integer.parseInt(arguments[2]);
    Map<String, Integer> ids = new HashMap<>();
    List<int[]> counts = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    for (int i = 4; i < arguments.length; i++) {
      for (String line : Files.readAllLines(Path.of(arguments[i]), StandardCharsets.UTF_8)) {
        examples.add(example(JsonMapper.shared().readTree(line), chinese, ids, counts));
      }
    }
    float[] weights = train(examples, counts, least, rounds);
    write(Path.of(arguments[3]), ids, weights, arguments[0]);
  }

  private static Example example(
      JsonNode node, boolean chinese, Map<String, Integer> ids, List<int[]> counts) {
    String text = node.get("text").asString();
    LatinFeatures latin = chinese ? null : new LatinFeatures(text);
    NameModel.Features features = latin == null ? new HanFeatures(text) : latin;
    int length = latin == null ? text.length() : latin.words().size();
    byte[] labels = new byte[length];
    for (JsonNode span : node.get("spans")) {
      int kind = KINDS.indexOf(span.get(2).asString());
      int from = span.get(0).asInt();
      int to = span.get(1).asInt();
      boolean first = true;
      for (int i = 0; i < length; i++) {
        Span place = latin == null ? new Span(i, i + 1) : latin.words().get(i);
        if (place.start() < to && place.end() > from) {
          labels[i] = (byte) (1 + 2 * kind + (first ? 0 : 1));
          first = false;
        }
      }
    }
    int[][] all = new int[length][];
    for (int i = 0; i < length; i++) {
      Texts texts = new Texts();
      features.at(i, texts);
      all[i] = new int[texts.found.size()];
      for (int k = 0; k < all[i].length; k++) {
        Integer id = ids.get(texts.found.get(k));
        if (id == null) {
          id = ids.size();
          ids.put(texts.found.get(k), id);
          counts.add(new int[1]);
        }
        counts.get(id)[0]++;
        all[i][k] = id;
      }
    }
    return new Example(all, labels);
  }

  private static float[] train(List<Example> examples, List<int[]> counts, int least, int rounds) {
    int features = counts.size();
    float[] weights = new float[(features + L) * L];
    double[] sums = new double[weights.length];
    int[] since = new int[weights.length];
    int time = 0;
    List<Example> order = new ArrayList<>(examples);
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, new Random(round));
      int wrong = 0;
      for (Example example : order) {
        time++;
        byte[] guess = best(example, weights, features, counts, least);
        if (!Arrays.equals(guess, example.labels())) {
          wrong++;
          move(example, example.labels(), 1, weights, sums, since, time, features);
          move(example, guess, -1, weights, sums, since, time, features);
        }
      }
      System.err.printf("round %d: %d of %d wrong%n", round, wrong, order.size());
    }
    for (int i = 0; i < weights.length; i++) {
      sums[i] += (double) weights[i] * (time - since[i]);
      weights[i] = (float) (sums[i] / time);
    }
    for (int f = 0; f < features; f++) {
      if (counts.get(f)[0] < least) {
        Arrays.fill(weights, f * L, f * L + L, 0);
      }
    }
    return weights;
  }

  private static void move(
      Example example,
      byte[] labels,
      int step,
      float[] weights,
      double[] sums,
      int[] since,
      int time,
      int features) {
    for (int i = 0; i < labels.length; i++) {
      if (i > 0) {
        move((features + labels[i - 1]) * L + labels[i], step, weights, sums, since, time);
      }
      for (int feature : example.features()[i]) {
        move(feature * L + labels[i], step, weights, sums, since, time);
      }
    }
  }

  private static void move(
      int at, int step, float[] weights, double[] sums, int[] since, int time) {
    sums[at] += (double) weights[at] * (time - since[at]);
    since[at] = time;
    weights[at] += step;
  }

  private static byte[] best(
      Example example, float[] weights, int features, List<int[]> counts, int least) {
    int length = example.labels().length;
    float[] best = new float[L];
    byte[] back = new byte[length * L];
    for (int i = 0; i < length; i++) {
      float[] here = new float[L];
      for (int feature : example.features()[i]) {
        if (counts.get(feature)[0] >= least) {
          for (int l = 0; l < L; l++) {
            here[l] += weights[feature * L + l];
          }
        }
      }
      float[] next = new float[L];
      for (int to = 0; to < L; to++) {
        float most = -1e9f;
        for (int from = 0; from < L; from++) {
          float sum =
              i == 0
                  ? from == 0 && NameModel.follows(0, to) ? 0 : -1e9f
                  : NameModel.follows(from, to)
                      ? best[from] + weights[(features + from) * L + to]
                      : -1e9f;
          if (sum > most) {
            most = sum;
            back[i * L + to] = (byte) from;
          }
        }
        next[to] = most + here[to];
      }
      best = next;
    }
    byte[] labels = new byte[length];
    int label = 0;
    for (int l = 1; l < L; l++) {
      label = best[l] > best[label] ? l : label;
    }
    for (int i = length - 1; i >= 0; i--) {
      labels[i] = (byte) label;
      label = back[i * L + label];
    }
    return labels;
  }

  private static void write(Path out, Map<String, Integer> ids, float[] weights, String language)
      throws IOException {
    TreeMap<String, String> rows = new TreeMap<>();
    int features = ids.size();
    ids.forEach(
        (name, id) -> {
          if (name.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            row(weights, id).ifPresent(row -> rows.put(name, row));
          }
        });
    StringBuilder text = new StringBuilder();
    for (int label = 0; label < L; label++) {
      String row = row(weights, features + label).orElse("0:0");
      text.append("next:").append(label).append('\t').append(row).append('\n');
    }
    rows.forEach((name, row) -> text.append(name).append('\t').append(row).append('\n'));
    Files.writeString(out, text.toString());
    System.err.printf("%s: %d of %d features%n", language, rows.size(), features);
  }

  /// Weights that move nothing are not kept.
  private static java.util.Optional<String> row(float[] weights, int at) {
    StringBuilder row = new StringBuilder();
    int most = 0;
    for (int l = 0; l < L; l++) {
      int weight = Math.round(weights[at * L + l] / NameModel.UNIT);
      int bounded = Math.max(-30_000, Math.min(30_000, weight));
      most = Math.max(most, Math.abs(bounded));
      if (bounded != 0) {
        row.append(row.isEmpty() ? "" : " ").append(l).append(':').append(bounded);
      }
    }
    return most < LEAST_WEIGHT ? java.util.Optional.empty() : java.util.Optional.of(row.toString());
  }

  private static final int LEAST_WEIGHT = Integer.getInteger("least", 8);
}
