package dev.assay.watch;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.fold.Change;
import dev.assay.fold.Changes;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Reason;
import dev.assay.ledger.Row;
import dev.assay.ledger.Wording;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.PhraseTable;
import dev.assay.lexicon.Reasons;
import dev.assay.source.Source;
import dev.assay.topic.Name;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Says in a reader's language what happened. Safe for use by many threads.
final class ItemWords {

  private static final int LONGEST_QUOTE = 280;

  private final Language language;
  private final PhraseTable phrases;
  private final Supplier<Wording> wording;

  private ItemWords(Language language, PhraseTable phrases, Supplier<Wording> wording) {
    this.language = language;
    this.phrases = phrases;
    this.wording = wording;
  }

  /// The words of each language, made once.
  static final class InLanguages {
    private final Lexicon lexicon;
    private final Function<Language, Wording> wording;
    private final Map<Language, PhraseTable> phrases = new ConcurrentHashMap<>();

    InLanguages(Lexicon lexicon, Function<Language, Wording> wording) {
      this.lexicon = lexicon;
      this.wording = wording;
    }

    ItemWords of(Language language) {
      return new ItemWords(
          language,
          phrases.computeIfAbsent(
              language, asked -> PhraseTable.of(lexicon.table("watch/words.tsv"), asked)),
          () -> wording.apply(language));
    }
  }

  Item article(Article article) {
    return item(
        When.ARTICLE, article, "/articles/" + article.id(), "", lead(article), article.orderedBy());
  }

  private static Item item(
      When what, Article article, String path, String said, String quote, Instant at) {
    return new Item(
        what.word(),
        article.title(),
        article.language().tag(),
        article.source(),
        path,
        article.id().toString(),
        said,
        quote,
        at);
  }

  /// The beginning of a text.
  private static String lead(Article article) {
    return article.paragraphs().stream()
        .filter(paragraph -> paragraph.kind() == Paragraph.Kind.TEXT)
        .map(Paragraph::text)
        .findFirst()
        .map(ItemWords::cut)
        .orElse("");
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_QUOTE) {
      return text;
    }
    int end = LONGEST_QUOTE - (Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1)) ? 1 : 0);
    return text.substring(0, end).stripTrailing() + "…";
  }

  Item edited(Article article, int number, Changes changes, Instant at) {
    String said =
        phrases.say(
            "said.edited",
            String.valueOf(changes.list().size()),
            String.valueOf(changes.ofFigures()));
    return item(
        changes.ofFigures() > 0 ? When.FIGURES_EDITED : When.EDITED,
        article,
        "/articles/%s/changes?revision=%d".formatted(article.id(), number),
        said,
        edited(changes),
        at);
  }

  /// A sentence that was changed as it reads since, one with a figure first.
  private static String edited(Changes changes) {
    return changes.list().stream()
        .sorted(Comparator.comparing(Change::ofFigures).reversed())
        .flatMap(
            change ->
                switch (change) {
                  case Change.Changed changed -> Stream.of(changed.after());
                  case Change.Added(String sentence) -> Stream.of(sentence);
                  case Change.Removed _ -> Stream.empty();
                })
        .findFirst()
        .map(ItemWords::cut)
        .orElse("");
  }

  Item figure(LedgerEntry entry, Row row) {
    return figure(When.FIGURE, entry, row, phrases.say("said.figure", written(row), who(row)));
  }

  Item joined(LedgerEntry entry, Row row) {
    return figure(
        When.DISPUTE_CHANGED, entry, row, phrases.say("said.joined", written(row), who(row)));
  }

  Item outside(LedgerEntry entry, Row row, Outside outside) {
    return figure(
        When.OUTSIDE,
        entry,
        row,
        phrases.say("said.outside", written(row), who(row), outside.percent().toPlainString()));
  }

  private String written(Row row) {
    return wording.get().written(row);
  }

  private String who(Row row) {
    return who(row.evidence().source());
  }

  private String who(String source) {
    return source.isEmpty() ? phrases.say("who.unnamed") : source;
  }

  private Item figure(When what, LedgerEntry entry, Row row, String said) {
    Evidence evidence = row.evidence();
    Instant at = evidence.orderedBy();
    return new Item(
        what.word(),
        wording.get().title(entry),
        language.tag(),
        evidence.source(),
        path(entry),
        evidence.article().toString(),
        said,
        cut(evidence.quote()),
        at == null ? Instant.EPOCH : at);
  }

  private static String path(LedgerEntry entry) {
    return "/ledger/" + URLEncoder.encode(entry.id().value(), StandardCharsets.UTF_8);
  }

  Item opened(LedgerEntry entry, Instant at) {
    return entry.reason() instanceof Reason.Apart(Row one, Row other)
        ? dispute(
            When.DISPUTE_OPENED,
            entry,
            phrases.say("said.apart", written(one), who(one), written(other), who(other)),
            cut(later(one, other).quote()),
            at)
        : dispute(When.DISPUTE_OPENED, entry, wording.get().reason(entry.reason()), "", at);
  }

  Item settled(LedgerEntry entry, Instant at) {
    return dispute(When.DISPUTE_CHANGED, entry, phrases.say("said.settled"), "", at);
  }

  private static Evidence later(Row one, Row other) {
    Instant first = one.evidence().orderedBy();
    Instant second = other.evidence().orderedBy();
    boolean firstIsLater = first != null && second != null && first.isAfter(second);
    return firstIsLater ? one.evidence() : other.evidence();
  }

  private Item dispute(When what, LedgerEntry entry, String said, String quote, Instant at) {
    return new Item(
        what.word(),
        wording.get().title(entry),
        language.tag(),
        "",
        path(entry),
        null,
        said,
        quote,
        at);
  }

  /// @param first the text that told of it first
  /// @param second whose text came now
  Item event(Article first, Article second, Instant at) {
    String source = who(first.source());
    String said =
        first.source().equals(second.source())
            ? phrases.say("said.event-again", source)
            : phrases.say("said.event", source, who(second.source()));
    String quote = first.language().equals(second.language()) ? lead(second) : "";
    return item(When.EVENT, first, "/events/" + first.id(), said, quote, at);
  }

  /// @param texts of three days
  /// @param sources independent ones
  /// @param expected how many texts were expected
  Item rising(Name name, String texts, String sources, String expected, Instant at) {
    return new Item(
        When.RISING.word(),
        name.label(),
        name.language().tag(),
        "",
        "/topics?q=" + URLEncoder.encode(name.label(), StandardCharsets.UTF_8),
        null,
        phrases.say("said.rising", texts, sources, expected),
        "",
        at);
  }

  Item failing(Source source, String reason, Instant at) {
    return new Item(
        When.FAILING.word(),
        source.shown(),
        language.tag(),
        "",
        "/sources/" + source.id(),
        null,
        language.isChinese() ? Reasons.inChinese(reason) : reason,
        "",
        at);
  }

  Item recovered(Source source, Instant at) {
    return new Item(
        When.RECOVERED.word(),
        source.shown(),
        language.tag(),
        "",
        "/sources/" + source.id(),
        null,
        phrases.say("said.recovered"),
        "",
        at);
  }

  /// What stands for a word of [When].
  String what(String word) {
    return phrases.say("what." + word);
  }

  String say(String key, String... values) {
    return phrases.say(key, values);
  }

  boolean isChinese() {
    return language.isChinese();
  }

  String tag() {
    return language.tag();
  }
}
