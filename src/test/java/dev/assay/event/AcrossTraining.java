package dev.assay.event;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.Analysis;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.event.OneEvent.Across;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Learns how much what two texts of two languages have in common speaks for one happening, and
/// writes it as the last rows of `lexicon/event-weights.tsv`; first, to standard error, how many
/// pairs are told right by what was learned from the others, a sixth of the happenings at a time.
///
///     java -cp ... dev.assay.event.AcrossTraining bench/events-across.jsonl articles.jsonl > body
///
/// Each line of the first file says of a text which event it tells of: a text of its own, or one of
/// the articles by its id. Articles without a line are each of an event of their own. Texts of a
/// `set` are compared with those of the same. With a third file of the first kind, what was learned
/// is held against that one.
final class AcrossTraining {

  private static final int PARTS = 6;

  /// Texts are compared as on a desk, a week apart at most.
  private static final int MOST_DAYS = 7;

  /// Of a longer text so much is read.
  private static final int LONGEST = 40_000;

  private record Text(String id, String set, String event, EventText read) {}

  private record Pair(Text one, Text other, Logistic.Pair seen) {
    /// Of which part it is: pairs on one event of the Chinese text are of one part.
    int part() {
      return Math.floorMod(one.event().hashCode(), PARTS);
    }
  }

  private final DatedSentences days = new DatedSentences(Lexicon.shipped());
  private final TagMatcher names = new TagMatcher(Names.load(Lexicon.shipped()));
  private final EventReader reader = new EventReader(Lexicon.shipped(), () -> names);
  private final Weighing weighing = reader.weighing();

  private AcrossTraining() {}

  public static void main(String[] files) throws IOException {
    AcrossTraining training = new AcrossTraining();
    Map<String, JsonNode> articles = new HashMap<>();
    lines(files[1]).forEach(line -> articles.put(line.path("id").asString(), line));
    List<Pair> pairs = pairs(training.texts(lines(files[0]), articles));
    for (int part = 0; part < PARTS; part++) {
      int unread = part;
      OneEvent learned = learned(pairs.stream().filter(pair -> pair.part() != unread).toList());
      tell("part " + part, pairs.stream().filter(pair -> pair.part() == unread).toList(), learned);
    }
    if (files.length > 2) {
      List<Text> others = training.texts(lines(files[2]), articles);
      tell("unread", pairs(others), learned(pairs));
    }
    Logistic.learn(Across.values(), seen(pairs))
        .forEach(
            (sign, weight) ->
                System.out.printf(
                    Locale.ROOT, "two\t%s\t%.2f%n", sign.name().toLowerCase(Locale.ROOT), weight));
  }

  private static List<JsonNode> lines(String file) throws IOException {
    return Files.readAllLines(Path.of(file)).stream().map(JsonMapper.shared()::readTree).toList();
  }

  private List<Text> texts(List<JsonNode> labels, Map<String, JsonNode> articles) {
    List<Text> texts = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (JsonNode label : labels) {
      told.add(label.path("id").asString());
      JsonNode source = label.has("text") ? label : articles.get(label.path("id").asString());
      if (source != null && label.has("event")) {
        text(source, label.path("set").asString(""), label.path("event").asString())
            .ifPresent(texts::add);
      }
    }
    articles.forEach(
        (id, article) -> {
          if (!told.contains(id)) {
            text(article, "", id).ifPresent(texts::add);
          }
        });
    return texts;
  }

  private Optional<Text> text(JsonNode source, String set, String event) {
    String day = source.path("published").asString("");
    String text = source.path("text").asString("");
    if (day.length() < 10 || text.isBlank()) {
      return Optional.empty();
    }
    String whole = source.path("title").asString("") + '\n' + text;
    Article article =
        Article.ofLines(
            whole.substring(0, Math.min(LONGEST, whole.length())),
            Language.parse(source.path("lang").asString()),
            published(LocalDate.parse(day.substring(0, 10))));
    Analysis analysis = Analyses.analyzer().analyze(article);
    EventText read = weighing.weigh(reader.read(analysis, days.of(analysis)));
    return Optional.of(new Text(source.path("id").asString(), set, event, read));
  }

  private static PublicationTime published(LocalDate day) {
    return new PublicationTime(
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        PublicationTime.Precision.DAY,
        ZoneOffset.UTC,
        false,
        PublicationTime.Certainty.STATED,
        "");
  }

  private static List<Pair> pairs(List<Text> texts) {
    List<Pair> pairs = new ArrayList<>();
    for (Text one : texts) {
      for (Text other : texts) {
        boolean compared =
            one.read().han()
                && !other.read().han()
                && one.set().equals(other.set())
                && one.read().facts().daysApart(other.read().facts()) < MOST_DAYS;
        if (compared) {
          double[] signs = Logistic.signs(Across.values(), one.read(), other.read());
          pairs.add(
              new Pair(one, other, new Logistic.Pair(signs, one.event().equals(other.event()))));
        }
      }
    }
    return pairs;
  }

  private static List<Logistic.Pair> seen(List<Pair> pairs) {
    return pairs.stream().map(Pair::seen).toList();
  }

  private static OneEvent learned(List<Pair> pairs) {
    return new OneEvent(Logistic.learn(Across.values(), seen(pairs)));
  }

  private static void tell(String what, List<Pair> pairs, OneEvent learned) {
    System.err.printf(
        Locale.ROOT,
        "%s: %d pairs, %d of one event; joined: %d right, %d wrong; by likeness alone %d, %d%n",
        what,
        pairs.size(),
        pairs.stream().filter(pair -> pair.seen().same()).count(),
        joined(pairs, learned, true).count(),
        joined(pairs, learned, false).count(),
        alike(pairs, true),
        alike(pairs, false));
    joined(pairs, learned, false)
        .forEach(
            pair -> System.err.println("  wrong: " + pair.one().id() + " " + pair.other().id()));
  }

  private static Stream<Pair> joined(List<Pair> pairs, OneEvent learned, boolean same) {
    return pairs.stream()
        .filter(pair -> pair.seen().same() == same)
        .filter(pair -> learned.chance(pair.one().read(), pair.other().read()) >= OneEvent.LIKELY);
  }

  /// How many would be joined as before there was anything to learn from.
  private static long alike(List<Pair> pairs, boolean same) {
    return pairs.stream()
        .filter(pair -> pair.seen().same() == same)
        .filter(pair -> pair.seen().signs()[Across.CONCEPTS.ordinal()] >= OneEvent.LIKELY)
        .count();
  }
}
