package dev.assay.event;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which texts tell of one event: a cluster for each happening, as far as the words show.
///
/// Texts are compared as on a desk, by [the chance that both tell of one event][OneEvent]; clusters
/// are joined by average chance as long as it reaches a threshold. A cluster is not a group of
/// copies: its texts are different ones. Not safe for use by several threads.
public final class EventClusters {

  /// Chances below this are left out of account.
  private static final double LEAST_CHANCE = 0.02;

  /// Neighbours of a text that are kept, the most similar ones.
  private static final int MOST_NEIGHBOURS = 200;

  private final Weighing weighing;
  private final TagMatcher names;
  private final QuantityExtractor numbers;
  private final DatedSentences days;
  private final EventReader reader;
  private final OneEvent oneEvent;
  private final List<Spoken> spoken = new ArrayList<>();
  private List<EventText> texts = List.of();

  /// @param names of things, found in either language
  public EventClusters(Lexicon lexicon, TagMatcher names) {
    this.names = names;
    this.numbers = new QuantityExtractor(lexicon);
    this.days = new DatedSentences(lexicon);
    this.reader = new EventReader(lexicon, () -> names);
    this.weighing = new Weighing(reader.shares());
    this.oneEvent = reader.oneEvent();
  }

  /// Adds a text with its title; texts are numbered 0, 1, 2 ...
  ///
  /// @param published when it was; null if that is not known
  public void add(String text, @Nullable PublicationTime published) {
    Spoken one = reader.read(text, facts(text, published));
    weighing.add(one);
    spoken.add(one);
    texts = List.of();
  }

  private Facts facts(String text, @Nullable PublicationTime published) {
    Article article = Article.ofLines(text, language(text), published);
    Analysis analysis =
        new Analysis(article, numbers.read(article), names.read(article), List.of());
    return Facts.of(analysis, days.of(analysis));
  }

  private static Language language(String text) {
    return Concepts.isHan(text) ? Language.ZH_HANS : Language.EN;
  }

  private List<EventText> texts() {
    if (texts.size() < spoken.size()) {
      texts = spoken.stream().map(weighing::weigh).toList();
    }
    return texts;
  }

  /// How much two texts tell of the same, 0 to 1: the root of the cosine, since readers see more
  /// steps at the lower end, where texts of one event in other words lie; of two languages the mean
  /// of that and the chance that they do, which sees their figures.
  public double similarity(int first, int second) {
    EventText one = texts().get(first);
    EventText other = texts().get(second);
    double alike = Math.sqrt(Math.clamp(one.likeness(other), 0, 1));
    return one.han() == other.han() ? alike : (alike + oneEvent.chance(one, other)) / 2;
  }

  /// For each text the number of the first text of its cluster.
  public int[] clusters() {
    return Clusters.of(OneEvent.LIKELY, chances());
  }

  /// For each text its nearest neighbours with their chances, found by the terms they share.
  private List<Map<Integer, Double>> chances() {
    Weighing beforehand = reader.weighing();
    List<EventText> read = spoken.stream().map(reader::kept).map(beforehand::weigh).toList();
    List<Map<Integer, Double>> nearest = new ArrayList<>();
    Postings terms = new Postings();
    Postings beyond = new Postings();
    for (int text = 0; text < read.size(); text++) {
      EventText one = read.get(text);
      Map<Integer, Double> chances = new HashMap<>();
      Stream.concat(
              terms.sharing(one.terms()).filter(other -> read.get(other).han() == one.han()),
              beyond.sharing(one.concepts()).filter(other -> read.get(other).han() != one.han()))
          .forEach(other -> chances.put(other, oneEvent.chance(read.get(other), one)));
      terms.add(text, one.terms());
      beyond.add(text, one.concepts());
      nearest.add(new HashMap<>());
      for (Map.Entry<Integer, Double> neighbour : most(chances)) {
        nearest.get(text).put(neighbour.getKey(), neighbour.getValue());
        nearest.get(neighbour.getKey()).put(text, neighbour.getValue());
      }
    }
    return nearest;
  }

  /// Which texts have which terms.
  private static final class Postings {
    private final Map<Long, List<Integer>> postings = new HashMap<>();

    /// The texts that share a term.
    Stream<Integer> sharing(Vector vector) {
      return Arrays.stream(vector.keys())
          .mapToObj(key -> postings.getOrDefault(key, List.of()))
          .flatMap(List::stream)
          .distinct();
    }

    void add(int text, Vector vector) {
      for (long key : vector.keys()) {
        postings.computeIfAbsent(key, _ -> new ArrayList<>()).add(text);
      }
    }
  }

  private static List<Map.Entry<Integer, Double>> most(Map<Integer, Double> chances) {
    return chances.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_CHANCE)
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_NEIGHBOURS)
        .toList();
  }
}
