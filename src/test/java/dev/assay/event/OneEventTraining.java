package dev.assay.event;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.event.OneEvent.Within;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Learns how much what two English texts have in common speaks for one happening, and
/// writes it as the first rows of `lexicon/event-weights.tsv`; first, to standard error, how well each half of the topics
/// is grouped by what was learned from the other.
///
///     java -cp ... dev.assay.event.OneEventTraining docs.jsonl > body
///
/// Each line is an object with `topic`, `event` and `text`. Pairs of one topic are learned from,
/// and of two what looks somewhat alike.
final class OneEventTraining {

  private static final double SOMEWHAT_ALIKE = 0.12;

  private static final Comparator<String> BY_NUMBER = Comparator.comparingInt(Integer::parseInt);

  private record Text(String topic, String event, EventText read) {}

  private OneEventTraining() {}

  public static void main(String[] files) throws IOException {
    List<Text> texts = read(Path.of(files[0]));
    List<String> topics = texts.stream().map(Text::topic).distinct().sorted(BY_NUMBER).toList();
    for (int half = 0; half < 2; half++) {
      int kept = half;
      Predicate<Text> inHalf = text -> topics.indexOf(text.topic()) % 2 == kept;
      List<Text> unread = texts.stream().filter(inHalf).toList();
      OneEvent learned = new OneEvent(learn(texts.stream().filter(inHalf.negate()).toList()));
      System.err.printf(
          Locale.ROOT, "half %d kept unread: B3 F1 %.3f%n", half, b3(unread, learned));
    }
    Map<Within, Double> weights = learn(texts);
    System.err.printf(
        Locale.ROOT, "all, looked at: B3 F1 %.3f%n", b3(texts, new OneEvent(weights)));
    weights.forEach(
        (sign, weight) ->
            System.out.printf(
                Locale.ROOT, "en\t%s\t%.2f%n", sign.name().toLowerCase(Locale.ROOT), weight));
  }

  private static List<Text> read(Path file) throws IOException {
    TagMatcher names = new TagMatcher(Names.load(Lexicon.shipped()));
    EventReader reader = new EventReader(Lexicon.shipped(), () -> names);
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(JsonMapper.shared()::readTree)
          .map(
              line ->
                  new Text(
                      line.path("topic").asString(),
                      line.path("event").asString(),
                      weighed(reader, "\n" + line.path("text").asString())))
          .toList();
    }
  }

  private static EventText weighed(EventReader reader, String text) {
    return reader.weighing().weigh(reader.kept(reader.read(text)));
  }

  private static Map<Within, Double> learn(List<Text> texts) {
    List<Logistic.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      for (Text other : texts.subList(0, i)) {
        Text one = texts.get(i);
        double[] signs = Logistic.signs(Within.values(), one.read(), other.read());
        if (one.topic().equals(other.topic()) || signs[0] >= SOMEWHAT_ALIKE) {
          pairs.add(new Logistic.Pair(signs, one.event().equals(other.event())));
        }
      }
    }
    return Logistic.learn(Within.values(), pairs);
  }

  /// The harmonic mean of the share of each text's cluster that is of its event, and of its event
  /// that is in its cluster.
  private static double b3(List<Text> texts, OneEvent learned) {
    List<Map<Integer, Double>> chances = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      chances.add(new HashMap<>());
      for (int k = 0; k < i; k++) {
        double chance = learned.chance(texts.get(i).read(), texts.get(k).read());
        if (chance >= OneEvent.LIKELY / 20) {
          chances.get(i).put(k, chance);
          chances.get(k).put(i, chance);
        }
      }
    }
    int[] clusters = Clusters.of(OneEvent.LIKELY, chances);
    double precise = 0;
    double whole = 0;
    for (int i = 0; i < clusters.length; i++) {
      int text = i;
      double cluster = count(texts, k -> clusters[k] == clusters[text]);
      double event = count(texts, k -> isOfOne(texts, k, text));
      double both = count(texts, k -> clusters[k] == clusters[text] && isOfOne(texts, k, text));
      precise += both / cluster;
      whole += both / event;
    }
    return 2 * precise * whole / (precise + whole) / texts.size();
  }

  private static boolean isOfOne(List<Text> texts, int one, int other) {
    return texts.get(one).event().equals(texts.get(other).event());
  }

  private static double count(List<Text> texts, Predicate<Integer> wanted) {
    return IntStream.range(0, texts.size()).boxed().filter(wanted).count();
  }
}
