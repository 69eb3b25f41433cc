package dev.assay.topic.brief;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.extract.Standalone;
import dev.assay.cite.Citation;
import dev.assay.fold.Outlets;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.lexicon.HanScript;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Card;
import dev.assay.topic.Heading;
import dev.assay.topic.Name;
import dev.assay.topic.Selection;
import dev.assay.topic.TopicPage;
import dev.assay.topic.Topics;
import dev.assay.topic.brief.TopicBrief.Kind;
import dev.assay.topic.brief.TopicBrief.Part;
import dev.assay.topic.brief.TopicBrief.Told;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.ledger.ShownEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Chooses the sentences of a topic's brief.
///
/// Each article gives one sentence: the first of its brief that names the topic, which stands
/// alone, or else the first of all that names it, or else, of an article that is about the topic
/// and does not only name it, the first of its brief. What stands is told by the articles that
/// share most with the others, the newer the rather; a sentence that has half its letters in common
/// with one that is told already is passed over, as is a second article of one text.
final class TopicBriefMaker {

  /// Articles that are looked through, the newest.
  private static final int MOST_CARDS = 60;

  /// Of so many letters in common two sentences say the same.
  private static final double SAME = 0.5;

  /// Letters that are compared at once, as many as make a word.
  private static final int GRAM = 6;

  private static final int HAN_GRAM = 3;

  /// Independent sources that make a figure one to rely on.
  private static final int SEVERAL = 2;

  /// So old beside the newest, an article counts half for how things stand.
  private static final Duration HALF = Duration.ofDays(30);

  private static final double UNDATED = 12;

  private static final int LEAST_LETTERS = 12;
  private static final int MOST_LETTERS = 400;

  /// The end of what is told, not asked.
  private static final Pattern WHOLE = Pattern.compile("[。！.!][\"”’』」)）]?\\s*$");

  private final Topics topics;
  private final Ledgers ledgers;
  private final Outlets outlets;
  private final QuantityExtractor times;

  private final Map<Kind, List<Told>> told = new EnumMap<>(Kind.class);
  private final List<Set<String>> said = new ArrayList<>();
  private final Set<ArticleId> used = new HashSet<>();

  /// Whether all cards are of articles about the topic.
  private boolean about;

  TopicBriefMaker(Topics topics, Ledgers ledgers, Outlets outlets, QuantityExtractor times) {
    this.topics = topics;
    this.ledgers = ledgers;
    this.outlets = outlets;
    this.times = times;
  }

  /// The brief at the moment `now`; empty if the topic has no article.
  Optional<TopicBrief> make(String topic, Instant now, Instant since) {
    TopicPage first = topics.page(topic, Selection.all(), null, Language.EN);
    List<Card> cards = cards(topic, first);
    if (cards.isEmpty()) {
      return Optional.empty();
    }
    about = first.heading().isThing() && first.selection().mentions() == Selection.Mentions.APART;
    // a sentence is told once: first where it says most
    figures(topic, first.heading());
    ahead(cards, first.heading(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    fresh(cards, first.heading(), since);
    standing(cards, first.heading());
    List<Part> parts =
        Stream.of(Kind.values())
            .flatMap(
                kind ->
                    Stream.ofNullable(told.get(kind)).map(sentences -> new Part(kind, sentences)))
            .toList();
    return Optional.of(
        new TopicBrief(
            topic,
            LocalDate.ofInstant(now, ZoneOffset.UTC),
            now,
            since,
            first.facts().articles(),
            first.facts().independent(),
            parts,
            cited(parts)));
  }

  private List<Card> cards(String topic, TopicPage first) {
    List<Card> cards = new ArrayList<>(first.cards());
    String next = first.next();
    while (next != null && cards.size() < MOST_CARDS) {
      TopicPage page = topics.page(topic, Selection.all(), next, Language.EN);
      cards.addAll(page.cards());
      next = page.next();
    }
    return cards;
  }

  private List<ArticleLine> cited(List<Part> parts) {
    List<ArticleId> ids =
        parts.stream()
            .flatMap(part -> part.told().stream())
            .flatMap(one -> one.sentence().citations().stream())
            .map(Citation::article)
            .distinct()
            .toList();
    Map<ArticleId, ArticleLine> lines = topics.lines(ids);
    return ids.stream().flatMap(id -> Stream.ofNullable(lines.get(id))).toList();
  }

  /// What it says of the topic.
  private Optional<BriefSentence> lead(Card card, Heading topic) {
    return brief(card)
        .filter(sentence -> topic.isNamedIn(sentence.text()))
        .findFirst()
        .or(() -> sentences(card, topic).findFirst());
  }

  private static Stream<BriefSentence> brief(Card card) {
    return card.brief() == null
        ? Stream.of()
        : card.brief().sentences().filter(sentence -> isWhole(sentence.text()));
  }

  /// Sentences that name the topic and stand alone, before those of the brief; of an article that
  /// only names the topic, no others.
  private Stream<BriefSentence> sentences(Card card, Heading topic) {
    Language language = card.article().language();
    boolean all = about || topic.isNamedIn(card.article().title());
    return Stream.concat(
        card.said().stream()
            .filter(sentence -> isWhole(sentence.text()))
            .filter(sentence -> Standalone.stands(sentence.text(), language)),
        brief(card).filter(sentence -> all || topic.isNamedIn(sentence.text())));
  }

  /// Whether a text is a sentence that can stand alone: no heading, no clause of a list.
  private static boolean isWhole(String text) {
    return text.length() >= LEAST_LETTERS
        && text.length() <= MOST_LETTERS
        && WHOLE.matcher(text).find();
  }

  private int voices(Card card) {
    return (int)
        Stream.concat(Stream.of(card.article()), card.copies().stream())
            .map(
                line ->
                    line.source().isEmpty() ? line.id().toString() : outlets.owner(line.source()))
            .distinct()
            .count();
  }

  /// What came last, the newest first.
  private void fresh(List<Card> cards, Heading topic, Instant since) {
    cards.stream()
        .filter(card -> card.article().publishedAt() != null)
        .filter(card -> !card.article().orderedBy().isBefore(since))
        .sorted(Comparator.comparing((Card card) -> card.article().orderedBy()).reversed())
        .forEach(card -> tell(Kind.NEW, card, topic));
  }

  /// What shares most names with the other articles, and has most voices; what is old tells less of
  /// how things stand.
  private void standing(List<Card> cards, Heading topic) {
    Map<String, Long> common =
        cards.stream()
            .flatMap(card -> card.names().stream().map(Name::label).distinct())
            .collect(Collectors.groupingBy(label -> label, HashMap::new, Collectors.counting()));
    Instant newest =
        cards.stream()
            .map(card -> card.article().publishedAt())
            .filter(Objects::nonNull)
            .map(PublicationTime::orderedBy)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    Map<ArticleId, Double> weight = new LinkedHashMap<>();
    for (Card card : cards) {
      double shared =
          card.names().stream()
              .map(Name::label)
              .distinct()
              .mapToDouble(label -> Math.log(common.getOrDefault(label, 1L)))
              .sum();
      weight.put(
          card.article().id(), (shared + 2 * Math.log(voices(card))) / (1 + age(card, newest)));
    }
    cards.stream()
        .sorted(
            Comparator.comparing((Card card) -> weight.getOrDefault(card.article().id(), 0.0))
                .reversed())
        .forEach(card -> tell(Kind.STANDS, card, topic));
  }

  /// How long before the newest it came, in spans after which an article counts half; a year for an
  /// article that nobody dates.
  private static double age(Card card, Instant newest) {
    PublicationTime published = card.article().publishedAt();
    return published == null
        ? UNDATED
        : (double) Duration.between(published.orderedBy(), newest).toDays() / HALF.toDays();
  }

  private void tell(Kind kind, Card card, Heading topic) {
    if (!used.contains(card.article().id())) {
      lead(card, topic).ifPresent(sentence -> tell(kind, Told.of(sentence, voices(card))));
    }
  }

  /// Tells a sentence unless there is no room for it or it was told already.
  private void tell(Kind kind, Told one) {
    List<Told> known = told.getOrDefault(kind, List.of());
    Set<String> grams = grams(one.sentence().text());
    if (known.size() < kind.most && said.stream().noneMatch(other -> isSame(grams, other))) {
      add(kind, one, grams);
    }
  }

  private void add(Kind kind, Told one, Set<String> grams) {
    told.computeIfAbsent(kind, _ -> new ArrayList<>()).add(one);
    said.add(grams);
    one.sentence().citations().forEach(place -> used.add(place.article()));
  }

  private static boolean isSame(Set<String> one, Set<String> other) {
    long both = one.stream().filter(other::contains).count();
    return both >= SAME * Math.max(1, Math.min(one.size(), other.size()));
  }

  private static Set<String> grams(String text) {
    String plain =
        HanScript.simplify(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    Set<String> grams = new HashSet<>();
    int size = plain.chars().anyMatch(c -> HanScript.isHan((char) c)) ? HAN_GRAM : GRAM;
    for (int i = 0; i + size <= plain.length(); i++) {
      grams.add(plain.substring(i, i + size));
    }
    return grams;
  }

  /// What several sources give alike, and the two sides of what they give apart; of the topic, not
  /// of whatever else its articles give figures of.
  private void figures(String topic, Heading heading) {
    for (LedgerEntry entry : entries(topic, Verdict.DIFFER)) {
      entry
          .dispute()
          .filter(_ -> !told.containsKey(Kind.DISPUTED))
          .map(apart -> List.of(apart.one().evidence(), apart.other().evidence()))
          .filter(sides -> sides.stream().allMatch(side -> tells(heading, entry, side)))
          .ifPresent(
              sides ->
                  // the two sides of a dispute are told however alike their words are
                  sides.stream()
                      .map(side -> figure(entry, side))
                      .distinct()
                      .forEach(side -> add(Kind.DISPUTED, side, grams(side.sentence().text()))));
    }
    for (LedgerEntry entry : entries(topic, Verdict.AGREE)) {
      if (entry.independent() >= SEVERAL) {
        entry.rows().stream()
            .map(row -> row.evidence())
            .filter(evidence -> tells(heading, entry, evidence))
            .reduce((_, newer) -> newer)
            .ifPresent(evidence -> tell(Kind.FIGURES, figure(entry, evidence)));
      }
    }
  }

  /// Whether a figure is told of the topic, in a sentence that can stand alone: in no row of a
  /// table.
  private static boolean tells(Heading topic, LedgerEntry entry, Evidence evidence) {
    return evidence.claim().paragraph() > 0
        && isWhole(evidence.quote())
        && (topic.isOf(entry) || topic.isNamedIn(evidence.quote()));
  }

  private List<LedgerEntry> entries(String topic, Verdict verdict) {
    LedgerFilter filter = LedgerFilter.SEVERAL.withVerdicts(EnumSet.of(verdict));
    return ledgers.page(topic, filter, 1, Language.EN).entries().stream()
        .map(ShownEntry::entry)
        .toList();
  }

  private static Told figure(LedgerEntry entry, Evidence evidence) {
    Citation place =
        new Citation(evidence.article(), evidence.claim().paragraph(), evidence.claim().sentence());
    BriefSentence sentence = new BriefSentence(evidence.quote(), List.of(place));
    return Told.ofFigure(sentence, entry.independent(), entry.id().value());
  }

  /// What is announced for a day after `today`, the soonest first.
  private void ahead(List<Card> cards, Heading topic, LocalDate today) {
    List<Told> ahead = new ArrayList<>();
    for (Card card : cards) {
      if (card.article().publishedAt() != null) {
        sentences(card, topic)
            .forEach(
                sentence ->
                    announced(sentence.text(), card, today)
                        .ifPresent(
                            time ->
                                ahead.add(
                                    Told.announced(
                                        sentence, voices(card), first(time), last(time)))));
      }
    }
    ahead.stream()
        .sorted(Comparator.comparing((Told one) -> Objects.requireNonNullElse(one.ahead(), today)))
        .forEach(one -> tell(Kind.WATCH, one));
  }

  /// The first time in a sentence of `card` that begins after `today`, a quarter of a year at most.
  private Optional<TimeExpression> announced(String sentence, Card card, LocalDate today) {
    ArticleLine article = card.article();
    return times.read(sentence, article.language(), article.publishedAt()).times().stream()
        .filter(time -> time.grain().compareTo(TimeExpression.Grain.QUARTER) >= 0)
        .filter(time -> time.first() != null && time.first().isAfter(today))
        .min(Comparator.comparing(TopicBriefMaker::first));
  }

  private static LocalDate first(TimeExpression time) {
    return Objects.requireNonNull(time.first());
  }

  private static LocalDate last(TimeExpression time) {
    return Objects.requireNonNull(time.last());
  }
}
