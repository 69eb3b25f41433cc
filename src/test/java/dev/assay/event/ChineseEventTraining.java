package dev.assay.event;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Learns how much less two Chinese texts on one happening have in common than two English ones: by
/// how much the rows `zh` of `lexicon/event-weights.tsv` must begin higher than those of English, so
/// that of pairs on two happenings no more than [#MOST_WRONG] are joined; and tells how many pairs
/// are right then, of those that were learned from and of those that are held back.
///
///     java -cp ... dev.assay.event.ChineseEventTraining bench/event-figures.jsonl
///
/// There are too few Chinese texts to learn all weights from, and none of them is long.
final class ChineseEventTraining {

  private static final double MOST_WRONG = 0.001;

  private record Text(String event, boolean unread, EventText read) {}

  private record Pair(boolean same, boolean unread, double chance) {
    double logit() {
      return Math.log(chance / (1 - chance));
    }
  }

  private ChineseEventTraining() {}

  public static void main(String[] files) throws IOException {
    List<Pair> pairs = pairs(texts(Path.of(files[0])));
    List<Double> wrong =
        pairs.stream()
            .filter(pair -> !pair.unread() && !pair.same())
            .map(Pair::logit)
            .sorted(Comparator.reverseOrder())
            .toList();
    double least = wrong.get((int) (MOST_WRONG * wrong.size()));
    double likely = Math.log(OneEvent.LIKELY / (1 - OneEvent.LIKELY));
    System.out.printf(Locale.ROOT, "the row any is higher by %.2f%n", likely - least);
    for (boolean unread : new boolean[] {false, true}) {
      for (boolean same : new boolean[] {true, false}) {
        List<Pair> of =
            pairs.stream().filter(pair -> pair.unread() == unread && pair.same() == same).toList();
        long joined = of.stream().filter(pair -> pair.logit() > least).count();
        System.out.printf(
            "%s, on %s: %d of %d joined%n",
            unread ? "unread" : "read", same ? "one happening" : "two", joined, of.size());
      }
    }
  }

  private static List<Text> texts(Path file) throws IOException {
    TagMatcher names = new TagMatcher(Names.load(Lexicon.shipped()));
    EventReader reader = new EventReader(Lexicon.shipped(), () -> names);
    List<Text> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode happening = JsonMapper.shared().readTree(line);
      for (JsonNode text : happening.path("texts")) {
        StringBuilder whole = new StringBuilder(text.path("title").asString());
        text.path("paragraphs").forEach(part -> whole.append('\n').append(part.asString()));
        EventText read = reader.weighing().weigh(reader.kept(reader.read(whole.toString())));
        if (read.han()) {
          boolean unread = happening.path("part").asString().equals("unread");
          texts.add(new Text(happening.path("id").asString(), unread, read));
        }
      }
    }
    return texts;
  }

  /// Each two of the texts, with the chance that English ones so alike would have.
  private static List<Pair> pairs(List<Text> texts) {
    OneEvent english = OneEvent.asEnglish(Lexicon.shipped());
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      for (Text other : texts.subList(0, i)) {
        Text one = texts.get(i);
        if (one.unread() == other.unread()) {
          pairs.add(
              new Pair(
                  one.event().equals(other.event()),
                  one.unread(),
                  english.chance(one.read(), other.read())));
        }
      }
    }
    return pairs;
  }
}
