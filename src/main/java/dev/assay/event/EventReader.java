package dev.assay.event;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.Article;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads what a text speaks of. Safe for use by many threads.
public final class EventReader {

  /// What two texts share is named up to so many.
  private static final int MOST_SHARED = 6;

  private final Concepts concepts;
  private final TermShares shares;
  private final OneEvent oneEvent;
  private final Supplier<TagMatcher> names;

  /// @param names finds things where a text's tags are not at hand
  public EventReader(Lexicon lexicon, Supplier<TagMatcher> names) {
    this(new Concepts(lexicon), new TermShares(lexicon), new OneEvent(lexicon), names);
  }

  private EventReader(
      Concepts concepts, TermShares shares, OneEvent oneEvent, Supplier<TagMatcher> names) {
    this.concepts = concepts;
    this.shares = shares;
    this.oneEvent = oneEvent;
    this.names = names;
  }

  /// The same reader, with other names.
  public EventReader with(Supplier<TagMatcher> others) {
    return new EventReader(concepts, shares, oneEvent, others);
  }

  TermShares shares() {
    return shares;
  }

  /// How likely texts are on one happening.
  public OneEvent oneEvent() {
    return oneEvent;
  }

  /// How much terms tell by what is known beforehand.
  public Weighing weighing() {
    return new Weighing(shares);
  }

  /// What an article speaks of, as much of it as is kept.
  ///
  /// @param dated its sentences that say on which day something happened
  public Spoken read(Analysis analysis, List<DatedSentence> dated) {
    Told told = Told.of(analysis.article(), analysis.tags());
    return kept(read(told, Facts.of(analysis, dated)));
  }

  /// What a sentence speaks of, weighed by what is known beforehand.
  public EventText weighed(String sentence) {
    return weighing().weigh(read(sentence));
  }

  Spoken read(String text) {
    return read(text, Facts.NONE);
  }

  Spoken read(String text, Facts facts) {
    return read(Told.of(text, names.get().places(List.of(text))), facts);
  }

  /// As much of what a text speaks of as a desk keeps.
  Spoken kept(Spoken spoken) {
    return spoken.kept(shares::telling);
  }

  private Spoken read(Told told, Facts facts) {
    EventTerms.Read terms = EventTerms.of(told.text());
    return Spoken.of(
        terms.counts(),
        terms.head(),
        concepts.of(told).counts(),
        facts,
        terms.wording(),
        Concepts.isHan(told.text()));
  }

  /// What some words speak of that can be said in either language, as keys that are the same in
  /// both; figures and days are left out.
  public Set<String> concepts(String words) {
    return concepts.of(Told.of(words, List.of())).places().entrySet().stream()
        .filter(entry -> WORDS.contains(entry.getValue().kind()))
        .map(entry -> "#" + entry.getKey())
        .collect(Collectors.toSet());
  }

  private static final Set<Concepts.Kind> WORDS = Set.of(Concepts.Kind.WORD, Concepts.Kind.LETTERS);

  /// What two articles both speak of, in the words of each.
  public record Shared(String inFirst, String inSecond) {}

  /// What speaks for two articles telling of one happening, what tells most first.
  public List<Shared> shared(Article first, Article second) {
    Told one = told(first);
    Told other = told(second);
    Concepts.Read said = concepts.of(one);
    Map<Long, Concepts.Place> places = concepts.of(other).places();
    Map<String, Shared> shared = new LinkedHashMap<>();
    said.counts().entrySet().stream()
        .filter(entry -> places.containsKey(entry.getKey()))
        .sorted(
            Comparator.<Map.Entry<Long, Float>>comparingDouble(
                    entry -> -Math.sqrt(entry.getValue()) * shares.telling(entry.getKey()))
                .thenComparing(Map.Entry::getKey))
        .forEach(
            entry -> {
              Concepts.Place here = said.places().get(entry.getKey());
              Concepts.Place there = places.get(entry.getKey());
              if (here != null && there != null && isTelling(one, here)) {
                Shared words = new Shared(words(one, here), words(other, there));
                shared.putIfAbsent(words.inFirst().toLowerCase(Locale.ROOT), words);
              }
            });
    return shared.values().stream().limit(MOST_SHARED).toList();
  }

  private static boolean isTelling(Told told, Concepts.Place place) {
    return place.kind() != Concepts.Kind.FIGURE || words(told, place).length() > 1;
  }

  private static String words(Told told, Concepts.Place place) {
    return told.text().substring(place.start(), place.end());
  }

  private Told told(Article article) {
    return Told.of(article, names.get().match(article));
  }

  /// Where each of some articles names or counts something that none of the others does.
  public Map<Article, List<Tag.Mention>> alone(List<Article> articles) {
    Map<Article, Told> texts = new LinkedHashMap<>();
    Map<Article, Concepts.Read> read = new HashMap<>();
    for (Article article : articles) {
      texts.put(article, told(article));
      read.put(article, concepts.of(texts.get(article)));
    }
    Map<Long, Long> having =
        read.values().stream()
            .flatMap(one -> one.places().keySet().stream())
            .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    Map<Article, List<Tag.Mention>> alone = new LinkedHashMap<>();
    texts.forEach(
        (article, told) ->
            alone.put(article, alone(told, Objects.requireNonNull(read.get(article)), having)));
    return alone;
  }

  private static final Set<Concepts.Kind> FACTS = Set.of(Concepts.Kind.FIGURE, Concepts.Kind.THING);

  private static List<Tag.Mention> alone(Told told, Concepts.Read read, Map<Long, Long> having) {
    List<Tag.Mention> places = new ArrayList<>();
    read.places()
        .forEach(
            (key, place) -> {
              int paragraph = told.paragraph(place.start());
              if (having.getOrDefault(key, 0L) == 1
                  && FACTS.contains(place.kind())
                  && isTelling(told, place)
                  && paragraph > 0) {
                int from = told.start(paragraph);
                places.add(
                    new Tag.Mention(paragraph, new Span(place.start() - from, place.end() - from)));
              }
            });
    return places;
  }
}
