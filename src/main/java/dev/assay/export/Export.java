package dev.assay.export;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.ask.Answer;
import dev.assay.ask.Ask;
import dev.assay.desk.note.ArticleCollection;
import dev.assay.desk.note.Collections;
import dev.assay.desk.note.Notes;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Lexicon;
import dev.assay.topic.Card;
import dev.assay.topic.Heading;
import dev.assay.topic.brief.TopicBriefs;
import dev.assay.topic.time.Past;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gathers the evidence on a subject. The core public access point to taking it away. Safe for use
/// by many threads.
public final class Export {

  /// Articles of one pack.
  public static final int MOST_ARTICLES = 1_000;

  private final Past past;
  private final Ask ask;
  private final Own own;
  private final TopicBriefs briefs;
  private final Outlets outlets;
  private final Lexicon lexicon;

  /// What readers have of their own.
  public record Own(Collections collections, Notes notes) {}

  public Export(Past past, Ask ask, Own own, TopicBriefs briefs, Outlets outlets, Lexicon lexicon) {
    this.past = past;
    this.ask = ask;
    this.own = own;
    this.briefs = briefs;
    this.outlets = outlets;
    this.lexicon = lexicon;
  }

  /// What of its sources a pack holds.
  public enum Extent {
    /// Their cleaned texts.
    TEXTS,
    /// Their pages too, as they were fetched.
    PAGES
  }

  /// The pack of a subject with the texts of its sources.
  public Optional<Pack> of(
      PackSubject subject, ReaderId reader, Language language, Optional<Instant> asOf) {
    return of(subject, reader, language, asOf, Extent.TEXTS);
  }

  /// The pack of a subject, for a reader of `language`; empty if there is no such answer or
  /// collection of the reader's, or no article at all.
  ///
  /// @param asOf as the desk knew it at this moment; empty for now
  public Optional<Pack> of(
      PackSubject subject,
      ReaderId reader,
      Language language,
      Optional<Instant> asOf,
      Extent extent) {
    Past.At at = past.at(asOf);
    Optional<Pack> pack = of(subject, reader, at, new PackWords(lexicon, language));
    return extent == Extent.PAGES
        ? pack.map(found -> found.with(new PageArchive(at.store())))
        : pack;
  }

  private Optional<Pack> of(PackSubject subject, ReaderId reader, Past.At at, PackWords words) {
    Language language = words.language();
    return switch (subject) {
      case PackSubject.OfAnswer(var id) ->
          ask.kept(reader, id).map(answer -> answer(answer, at, words));
      case PackSubject.OfTopic(String name) -> topic(name, at, words);
      case PackSubject.OfCollection(String name) ->
          own.collections()
              .find(reader, name)
              .flatMap(found -> collection(found, reader, at, words));
      case PackSubject.OfArticles(List<ArticleId> ids) ->
          articles("", at.topics().cards(ids, language), null, at, words);
    };
  }

  private Optional<Pack> topic(String name, Past.At at, PackWords words) {
    Heading heading = at.topics().heading(name, words.language());
    List<Card> cards = at.topics().cards(name, MOST_ARTICLES, words.language());
    PackMaker maker = new PackMaker(at, words, outlets);
    return cards.isEmpty()
        ? Optional.empty()
        : Optional.of(
            at.store()
                .read(
                    session ->
                        maker.of(heading, cards, state -> briefs.of(at, name, state), session)));
  }

  private Optional<Pack> collection(
      ArticleCollection found, ReaderId reader, Past.At at, PackWords words) {
    List<ArticleId> ids = own.collections().articles(found, reader);
    List<ArticleId> some = ids.subList(0, Math.min(MOST_ARTICLES, ids.size()));
    return articles(found.name(), at.topics().cards(some, words.language()), reader, at, words);
  }

  /// @param noted whose notes are told as well; null for nobody's
  private Optional<Pack> articles(
      String title, List<Card> cards, @Nullable ReaderId noted, Past.At at, PackWords words) {
    if (cards.isEmpty()) {
      return Optional.empty();
    }
    PackMaker maker = new PackMaker(at, words, outlets);
    String called = title.isEmpty() ? cards.getFirst().article().title() : title;
    return Optional.of(
        at.store()
            .read(
                session ->
                    maker.of(
                        called,
                        cards,
                        article -> noted == null ? List.of() : own.notes().on(noted, article),
                        session)));
  }

  private Pack answer(Answer answer, Past.At at, PackWords words) {
    PackMaker maker = new PackMaker(at, words, outlets);
    return at.store().read(session -> maker.of(answer, ask.wording(words.language()), session));
  }
}
