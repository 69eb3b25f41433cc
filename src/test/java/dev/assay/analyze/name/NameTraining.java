package dev.assay.analyze.name;

import dev.assay.analyze.text.WordClasses;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Trains the weights of a [NameModel]; not a test. `NameTraining zh|en OUT FILE[@WEIGHT]...`.
///
/// A file has an object a line: `id`, `text`, and `spans` of start, end and kind (P, O, L or M for
/// a product, work or event); its weight says what its texts count beside those of others. With
/// `-Dfold=K/N` every text is left out whose id falls into part K of N, for measuring on it; with
/// `-Dwithout=KINDS` these kinds of features are, as `c-2,c2`. `-Dcaution=C` is how much better
/// than none the first place of a name must be.
final class NameTraining {

  private static final String KINDS = "POLM";

  private static final int LEAST_SEEN = 2;
  private static final int LEAST_WEIGHT = 2;
  private static final Set<String> WITHOUT = Set.of(System.getProperty("without", "").split(","));
  private static final float CAUTION = Float.parseFloat(System.getProperty("caution", "0"));
  private static final int EPOCHS = Integer.getInteger("epochs", 8);

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<int[]> counts = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private final boolean chinese;
  private final Names names = Names.load(Lexicon.shipped());
  private final WordClasses common = new WordClasses(names.lexicon(), "en");
  private final NameScanner scanner = new NameScanner(names);
  private final NameContext context = new NameContext(names.lexicon());

  private NameTraining(boolean chinese) {
    this.chinese = chinese;
  }

  /// A sequence with the features of its places and the labels that it should have.
  private record Example(int[][] features, byte[] labels, float weight) {}

  /// Features as text.
  private static final class Texts implements FeatureSink {
    final List<String> found = new ArrayList<>();
    private final StringBuilder feature = new StringBuilder();

    @Override
    public FeatureSink start(Kind kind) {
      feature.setLength(0);
      feature.append(kind.name());
      return this;
    }

    @Override
    public FeatureSink word(Word word) {
      feature.append(word.text()).append(FeatureHash.WORD_END);
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
    NameTraining training = new NameTraining(arguments[0].equals("zh"));
    for (int i = 2; i < arguments.length; i++) {
      training.read(arguments[i]);
    }
    training.train(Path.of(arguments[1]));
  }

  private void read(String argument) throws IOException {
    int at = argument.indexOf('@');
    float weight = at < 0 ? 1 : Float.parseFloat(argument.substring(at + 1));
    String file = at < 0 ? argument : argument.substring(0, at);
    String[] fold = System.getProperty("fold", "-1/1").split("/");
    for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
      JsonNode node = JsonMapper.shared().readTree(line);
      if (part(node.path("id").asString(""), Integer.parseInt(fold[1]))
          != Integer.parseInt(fold[0])) {
        examples.add(example(node, weight));
      }
    }
  }

  /// The part of `parts` that the text with this id falls into.
  static int part(String id, int parts) {
    return Math.floorMod((id.hashCode() * 0x9e3779b9) >>> 7, parts);
  }

  private Example example(JsonNode node, float weight) {
    String text = node.get("text").asString();
    List<NameMatch> known = context.filter(text, scanner.scan(0, text));
    if (chinese) {
      NameModel.Features features = new HanFeatures(new HanWords(text), known);
      List<Span> places = new ArrayList<>();
      for (int i = 0; i < text.length(); i++) {
        places.add(new Span(i, i + 1));
      }
      return new Example(numbered(features, places.size()), labels(node, places), weight);
    }
    LatinFeatures features = new LatinFeatures(text, known, common);
    return new Example(
        numbered(features, features.words().size()), labels(node, features.words()), weight);
  }

  private static byte[] labels(JsonNode node, List<Span> places) {
    byte[] labels = new byte[places.size()];
    for (JsonNode span : node.get("spans")) {
      int kind = KINDS.indexOf(span.get(2).asString());
      boolean first = true;
      for (int i = 0; i < labels.length; i++) {
        Span place = places.get(i);
        if (place.start() < span.get(1).asInt() && place.end() > span.get(0).asInt()) {
          labels[i] = (byte) (1 + 2 * kind + (first ? 0 : 1));
          first = false;
        }
      }
    }
    return labels;
  }

  private int[][] numbered(NameModel.Features features, int length) {
    int[][] all = new int[length][];
    for (int i = 0; i < length; i++) {
      Texts texts = new Texts();
      features.at(i, texts);
      all[i] =
          texts.found.stream()
              .filter(feature -> !WITHOUT.contains(feature.substring(0, feature.indexOf('='))))
              .mapToInt(this::number)
              .toArray();
    }
    return all;
  }

  private int number(String feature) {
    int id = ids.computeIfAbsent(feature, _ -> ids.size());
    if (id == counts.size()) {
      counts.add(new int[1]);
    }
    counts.get(id)[0]++;
    return id;
  }

  private void train(Path out) throws IOException {
    int[] kept = new int[ids.size()];
    int features = 0;
    for (int i = 0; i < kept.length; i++) {
      kept[i] = counts.get(i)[0] < LEAST_SEEN ? -1 : features++;
    }
    FieldTraining field = new FieldTraining(features);
    List<Example> order = new ArrayList<>();
    for (Example example : examples) {
      if (example.labels().length > 0) {
        order.add(new Example(kept(example.features(), kept), example.labels(), example.weight()));
      }
    }
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, new Random(epoch));
      double likelihood = 0;
      for (Example example : order) {
        likelihood += field.learn(example.features(), example.labels(), example.weight());
      }
      System.err.printf("epoch %d: likelihood %.0f%n", epoch, likelihood);
    }
    write(out, field, kept, features);
  }

  private static int[][] kept(int[][] features, int[] kept) {
    int[][] all = new int[features.length][];
    for (int i = 0; i < all.length; i++) {
      all[i] = Arrays.stream(features[i]).map(id -> kept[id]).filter(id -> id >= 0).toArray();
    }
    return all;
  }

  private void write(Path out, FieldTraining field, int[] kept, int features) throws IOException {
    StringBuilder text = new StringBuilder("always\t");
    for (NameKind kind : NameKind.values()) {
      text.append(kind == NameKind.PERSON ? "" : " ").append(kind.first()).append(':');
      text.append(-Math.round(CAUTION / NameModel.UNIT));
    }
    text.append('\n');
    for (int label = 0; label < NameModel.LABELS; label++) {
      text.append("next:").append(label).append('\t');
      text.append(row(field, features + label)).append('\n');
    }
    TreeMap<String, String> rows = new TreeMap<>();
    ids.forEach(
        (name, id) -> {
          if (kept[id] >= 0
              && isHeavy(field, kept[id])
              && name.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            rows.put(name, row(field, kept[id]));
          }
        });
    rows.forEach((name, row) -> text.append(name).append('\t').append(row).append('\n'));
    Files.writeString(out, text);
    System.err.printf("%d of %d features%n", rows.size(), ids.size());
  }

  /// Whether a feature counts for more than the least that is written, for some label. The others
  /// are more than a third of the file, and without them a name or two change.
  private static boolean isHeavy(FieldTraining field, int feature) {
    return IntStream.range(0, NameModel.LABELS)
        .anyMatch(label -> Math.abs(weight(field, feature, label)) >= LEAST_WEIGHT);
  }

  private static int weight(FieldTraining field, int feature, int label) {
    return Math.round(field.weight(feature, label) / NameModel.UNIT);
  }

  private static String row(FieldTraining field, int feature) {
    StringBuilder row = new StringBuilder();
    for (int label = 0; label < NameModel.LABELS; label++) {
      int weight = weight(field, feature, label);
      if (weight != 0) {
        row.append(row.isEmpty() ? "" : " ").append(label).append(':').append(weight);
      }
    }
    return row.toString();
  }
}
