package dev.assay.export;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.RawDocument;
import dev.assay.ask.Answer;
import dev.assay.ask.AskWording;
import dev.assay.brief.BriefSentence;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.desk.note.PlacedNote;
import dev.assay.export.Memo.By;
import dev.assay.fold.Outlets;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Row;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.Wording;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.store.Session;
import dev.assay.topic.Card;
import dev.assay.topic.Heading;
import dev.assay.topic.brief.TopicBrief;
import dev.assay.topic.time.Past;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gathers one pack: what it says, the quotes in the order in which they are first cited, the
/// figures, and the articles of all these. Used by one thread, within a session.
final class PackMaker {

  /// Entries of the ledger in a pack, and figures of each. What stands in an article for which the
  /// pack has no room is left out.
  private static final int MOST_ENTRIES = 200;

  private static final int MOST_ROWS = 20;

  /// Parts of a topic's brief that open its memo.
  private static final Set<TopicBrief.Kind> TOLD_FIRST =
      EnumSet.of(TopicBrief.Kind.STANDS, TopicBrief.Kind.NEW, TopicBrief.Kind.WATCH);

  private static final LedgerFilter EVERY_VERDICT =
      LedgerFilter.SEVERAL.withVerdicts(EnumSet.allOf(Verdict.class));

  private final Past.At at;
  private final PackWords words;
  private final Outlets outlets;
  private final Wording wording;

  private final Map<ArticleId, PackSource> sources = new LinkedHashMap<>();
  private final Map<Citation, Quote> quotes = new LinkedHashMap<>();
  private final Map<ArticleId, Quote> titles = new HashMap<>();
  private final List<Quote> numbered = new ArrayList<>();
  private final List<PackFigure> figures = new ArrayList<>();
  private Instant last = Instant.EPOCH;

  PackMaker(Past.At at, PackWords words, Outlets outlets) {
    this.at = at;
    this.words = words;
    this.outlets = outlets;
    this.wording = at.ledgers().wording(words.language());
  }

  /// @param notes the reader's notes on an article
  Pack of(
      String title, List<Card> cards, Function<Article, List<PlacedNote>> notes, Session session) {
    load(cards.stream().map(card -> card.article().id()).toList(), session);
    FigureLines figured = figureLines(entries(cards), null, session);
    List<Memo.Part> parts = new ArrayList<>(figured.parts());
    parts.addAll(articles(cards, PackMaker::brief, notes, session));
    return pack(new Memo(title, lead(cards, figured), parts));
  }

  /// @param brief of the topic at a moment
  Pack of(
      Heading topic,
      List<Card> cards,
      Function<Instant, Optional<TopicBrief>> brief,
      Session session) {
    load(cards.stream().map(card -> card.article().id()).toList(), session);
    List<Memo.Part> parts =
        new ArrayList<>(brief.apply(last).map(made -> parts(made, session)).orElse(List.of()));
    FigureLines figured = figureLines(entries(cards), topic, session);
    parts.addAll(figured.parts());
    parts.addAll(articles(cards, PackMaker::ofTopic, _ -> List.of(), session));
    return pack(new Memo(topic.name().label(), lead(cards, figured), parts));
  }

  /// Entries that figures of these articles stand in.
  private List<LedgerEntry> entries(List<Card> cards) {
    List<LedgerEntry> entries = new ArrayList<>();
    at.ledgers()
        .export(
            cards.stream().map(card -> card.article().id()).toList(),
            EVERY_VERDICT,
            MOST_ENTRIES,
            shown -> entries.add(withFewRows(shown.entry())));
    return entries;
  }

  private FigureLines figureLines(
      List<LedgerEntry> entries, @Nullable Heading topic, Session session) {
    figures(entries, session);
    return FigureLines.of(
        entries, figures, topic, new FigureLines.Wordings(words, wording, outlets));
  }

  /// Where the topic stands, what is new and what is announced; its figures are told by the ledger.
  private List<Memo.Part> parts(TopicBrief brief, Session session) {
    return brief.parts().stream()
        .filter(part -> TOLD_FIRST.contains(part.kind()))
        .map(
            part ->
                new Memo.Part(
                    words.say("part." + part.kind().word()),
                    null,
                    part.told().stream().map(told -> line(told.sentence(), session)).toList()))
        .toList();
  }

  private static Stream<BriefSentence> brief(Card card) {
    return card.brief() == null ? Stream.of() : card.brief().sentences();
  }

  /// What an article says of the topic; the rest of its brief is another matter.
  private static Stream<BriefSentence> ofTopic(Card card) {
    return card.said().isEmpty() ? brief(card) : card.said().stream();
  }

  /// @param told of an article
  private List<Memo.Part> articles(
      List<Card> cards,
      Function<Card, Stream<BriefSentence>> told,
      Function<Article, List<PlacedNote>> notes,
      Session session) {
    List<Memo.Part> parts = new ArrayList<>();
    for (Card card : cards) {
      PackSource source = sources.get(card.article().id());
      if (source != null) {
        List<Memo.Line> lines = new ArrayList<>();
        told.apply(card).forEach(sentence -> lines.add(line(sentence, session)));
        notes.apply(source.article()).forEach(note -> lines.add(noted(note, source)));
        parts.add(new Memo.Part(source.article().title(), source, lines));
      }
    }
    return parts;
  }

  private List<String> lead(List<Card> cards, FigureLines figured) {
    long copies = cards.stream().mapToLong(card -> card.copies().size()).sum();
    List<String> lead = new ArrayList<>();
    lead.add(
        words.say(
            "lead.articles",
            words.count("articles", cards.size()),
            words.count("copies", copies),
            words.count("independent", independent(cards))));
    if (figured.untold() > 0) {
      lead.add(words.count("lead.untold", figured.untold()));
    }
    lead.add(words.say("lead.state", PackWords.minute(last)));
    lead.add(words.say("lead.words"));
    return lead;
  }

  Pack of(Answer answer, AskWording says, Session session) {
    last = answer.madeAt();
    List<Memo.Part> parts = new ArrayList<>();
    if (!answer.sentences().isEmpty()) {
      parts.add(
          new Memo.Part(
              words.say("part.answer"),
              null,
              answer.sentences().stream().map(sentence -> line(sentence, session)).toList()));
    }
    Set<String> ids = new LinkedHashSet<>();
    answer.figures().forEach(figure -> ids.add(figure.entry()));
    List<LedgerEntry> entries =
        ids.stream()
            .map(EntryId::new)
            .flatMap(id -> at.ledgers().entry(id).stream())
            .map(shown -> withFewRows(shown.entry()))
            .toList();
    parts.addAll(figureLines(entries, null, session).parts());
    if (!answer.nearest().isEmpty()) {
      parts.add(
          new Memo.Part(
              words.say("part.nearest"),
              null,
              answer.nearest().stream()
                  .map(near -> line(near.text(), List.of(near.place()), session))
                  .toList()));
    }
    List<String> lead = new ArrayList<>();
    lead.add(says.state(answer.state()));
    lead.add(says.reason(answer));
    lead.add(says.disagreement(answer));
    lead.add(words.say("lead.asked", PackWords.minute(answer.madeAt())));
    lead.add(words.say("lead.words"));
    lead.removeIf(String::isEmpty);
    return pack(new Memo(answer.question(), lead, parts));
  }

  private Pack pack(Memo memo) {
    List<PackSource> all =
        sources.values().stream().sorted(Comparator.comparing(PackSource::id)).toList();
    return new Pack(memo, numbered, figures, all, last, words);
  }

  private int independent(List<Card> cards) {
    return (int)
        cards.stream()
            .map(Card::article)
            .map(
                line ->
                    line.source().isEmpty() ? line.id().toString() : outlets.owner(line.source()))
            .distinct()
            .count();
  }

  private void load(List<ArticleId> ids, Session session) {
    List<ArticleId> unknown = ids.stream().filter(id -> !sources.containsKey(id)).toList();
    Map<ArticleId, PackSource> loaded = new HashMap<>();
    Map<ArticleId, Map<String, String>> headers = session.articles().headers(unknown);
    session
        .articles()
        .find(unknown)
        .forEach(
            (id, stored) -> {
              String reserved =
                  headers.getOrDefault(id, Map.of()).getOrDefault(RawDocument.RESERVED, "");
              loaded.put(id, new PackSource(stored.article(), reserved.strip()));
            });
    for (ArticleId id : unknown) {
      PackSource source = loaded.get(id);
      if (source != null) {
        sources.put(id, source);
        Instant fetched = source.article().fetchedAt();
        last = fetched.isAfter(last) ? fetched : last;
      }
    }
  }

  private Optional<PackSource> source(ArticleId id, Session session) {
    load(List.of(id), session);
    return Optional.ofNullable(sources.get(id));
  }

  /// The footnote of a place; empty if its article or the words are gone.
  private Optional<Quote> quote(Citation place, Session session) {
    Quote known = quotes.get(place);
    if (known != null) {
      return Optional.of(known);
    }
    return source(place.article(), session)
        .filter(source -> place.paragraph() <= source.article().paragraphs().size())
        .filter(source -> place.span().end() <= source.paragraph(place.paragraph()).length())
        .map(
            source -> {
              Quote quote = numbered(source, place.paragraph(), place.span());
              quotes.put(place, quote);
              return quote;
            });
  }

  private Quote numbered(PackSource source, int paragraph, Span span) {
    Quote quote = Quote.of(numbered.size() + 1, source, paragraph, span);
    numbered.add(quote);
    return quote;
  }

  private Memo.Line line(BriefSentence sentence, Session session) {
    return line(sentence.text(), sentence.citations(), session);
  }

  /// A sentence of a source; of a reserved one no more than may be quoted.
  private Memo.Line line(String text, List<Citation> places, Session session) {
    List<Quote> found =
        places.stream().flatMap(place -> quote(place, session).stream()).distinct().toList();
    boolean reserved = found.stream().anyMatch(quote -> quote.source().isReserved());
    String said =
        reserved && text.length() > Quote.LONGEST_RESERVED ? found.getFirst().exact() + "…" : text;
    return new Memo.Line(said, found, By.SOURCE);
  }

  private Memo.Line noted(PlacedNote placed, PackSource source) {
    Instant changed = placed.note().changedAt();
    last = changed.isAfter(last) ? changed : last;
    String text =
        placed.note().text().isEmpty()
            ? words.say("note.highlight")
            : words.say("note", placed.note().text());
    List<Quote> on =
        placed.place() == null
            ? List.of()
            : List.of(numbered(source, placed.place().paragraph(), placed.place().span()));
    return new Memo.Line(text, on, By.READER);
  }

  /// What is known of all its figures stays; of the figures themselves no more than are told, so
  /// that an entry of thousands is let go when the next one is read.
  private static LedgerEntry withFewRows(LedgerEntry entry) {
    return entry.withRowsOf(entry.rows().stream().map(Row::evidence).toList(), MOST_ROWS);
  }

  private void figures(List<LedgerEntry> entries, Session session) {
    load(
        entries.stream()
            .flatMap(entry -> entry.rows().stream())
            .map(row -> row.evidence().article())
            .filter(id -> !sources.containsKey(id))
            .distinct()
            .limit(Math.max(0, Export.MOST_ARTICLES - sources.size()))
            .toList(),
        session);
    for (LedgerEntry entry : entries) {
      for (Row row : entry.rows()) {
        if (sources.containsKey(row.evidence().article())) {
          quoted(row.evidence(), session)
              .ifPresent(quote -> figures.add(figure(entry, row, quote)));
        }
      }
    }
  }

  /// The sentence of a figure; a title has no citation.
  private Optional<Quote> quoted(Evidence evidence, Session session) {
    if (evidence.claim().paragraph() > 0) {
      return quote(
          new Citation(
              evidence.article(), evidence.claim().paragraph(), evidence.claim().sentence()),
          session);
    }
    return source(evidence.article(), session)
        .map(
            source ->
                titles.computeIfAbsent(
                    source.id(),
                    _ -> numbered(source, 0, new Span(0, source.article().title().length()))));
  }

  private PackFigure figure(LedgerEntry entry, Row row, Quote quote) {
    String scope =
        row.evidence().claim().of().stream()
            .map(wording::part)
            .collect(Collectors.joining(words.say("comma")));
    return new PackFigure(
        entry.id(),
        wording.title(entry),
        wording.verdict(entry.verdict()),
        scope,
        wording.period(row.period()),
        wording.apart(row.standing()).orElse(""),
        row,
        quote);
  }
}
