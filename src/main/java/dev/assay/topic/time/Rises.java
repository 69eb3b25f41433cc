package dev.assay.topic.time;

import dev.assay.analyze.name.Tag.Mention;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.brief.BriefSentence;
import dev.assay.cite.Span;
import dev.assay.event.kept.RiseFinder.Kind;
import dev.assay.event.kept.RiseFinder.Scored;
import dev.assay.event.kept.Risings;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Names;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Mentioning;
import dev.assay.topic.Name;
import dev.assay.topic.NamingSentences;
import dev.assay.topic.TopicSubject;
import dev.assay.topic.TopicTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What rises: names, two names together and phrases of which independent texts of three days tell
/// more than the four weeks before would give, each against its own past. No score without its
/// articles. Safe for use by many threads.
public final class Rises {

  private static final int MOST_NAMES = 30;
  private static final int MOST_OTHERS = 10;
  private static final int MOST_SAID = 3;
  private static final int MOST_WITH = 5;

  private final Store store;
  private final Supplier<Names> names;
  private final NamingSentences naming;
  private final Risings risings;
  private volatile Around around = new Around(Risings.Found.NOTHING, Map.of(), Map.of());

  /// What stands around what was found, sought once for all views.
  ///
  /// @param with ids of what stands beside a rise, by its id
  /// @param places of a phrase, by the phrase and the text as it stood
  private record Around(
      Risings.Found found, Map<String, List<String>> with, Map<Phrased, List<Mention>> places) {}

  private record Phrased(String phrase, ArticleId article, int revision) {}

  public Rises(Store store, Supplier<Names> names, Supplier<TagMatcher> matcher, Risings risings) {
    this.store = store;
    this.names = names;
    this.naming = new NamingSentences(matcher);
    this.risings = risings;
  }

  /// What rises now: names, pairs of them and phrases, of each the farthest above what is expected
  /// first; then what fell quiet.
  public List<Rise> now(Language language) {
    Risings.Found found = risings.now(store);
    return store.read(session -> new Making(session, found, language).rises());
  }

  private Around around(Risings.Found found) {
    Around known = around;
    if (!known.found().equals(found)) {
      known = new Around(found, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
      around = known;
    }
    return known;
  }

  private final class Making {
    private final Session session;
    private final Risings.Found found;
    private final Language language;
    private final Around around;

    Making(Session session, Risings.Found found, Language language) {
      this.session = session;
      this.found = found;
      this.language = language;
      this.around = around(found);
    }

    List<Rise> rises() {
      return Stream.concat(
              Stream.of(Kind.values()).flatMap(this::rising),
              found.quiet().stream().map(one -> rise(one, Rise.Direction.QUIET)))
          .toList();
    }

    private Stream<Rise> rising(Kind kind) {
      return found.rising().stream()
          .filter(one -> one.kind() == kind && !isName(one))
          .limit(kind == Kind.NAME ? MOST_NAMES : MOST_OTHERS)
          .map(one -> rise(one, Rise.Direction.RISING));
    }

    /// Whether a phrase is a known name, of which is told as one.
    private boolean isName(Scored one) {
      return one.kind() == Kind.PHRASE && names.get().lookup(one.things().getFirst()).isPresent();
    }

    private Rise rise(Scored one, Rise.Direction direction) {
      return new Rise(
          one.kind(),
          one.things().stream().map(thing -> name(one.kind(), thing)).toList(),
          one.id(),
          direction,
          one.isNew(),
          one.texts(),
          one.sources(),
          one.expected(),
          one.score(),
          around.with().computeIfAbsent(one.id(), _ -> beside(one)).stream()
              .flatMap(id -> TopicSubject.nameOf(id, names.get(), language).stream())
              .toList(),
          said(one));
    }

    private Name name(Kind kind, String thing) {
      return kind == Kind.PHRASE
          ? new Name(thing, LanguageDetector.detect(thing, Language.EN))
          : TopicSubject.nameOf(thing, names.get(), language)
              .orElse(new Name(thing, Language.UNKNOWN));
    }

    private List<String> beside(Scored one) {
      return new TopicTable(session)
          .entitiesOf(one.newest(), MOST_WITH + one.things().size()).stream()
              .map(TopicTable.Beside::entityId)
              .filter(id -> !one.things().contains(id))
              .limit(MOST_WITH)
              .toList();
    }

    private List<Mentioning> said(Scored one) {
      List<ArticleId> some = one.newest().stream().limit(MOST_SAID).toList();
      Map<ArticleId, StoredArticle> stored = session.articles().find(some);
      return some.stream()
          .map(stored::get)
          .filter(Objects::nonNull)
          .map(text -> new Mentioning(ArticleLine.of(text.article()), sentences(one, text)))
          .toList();
    }

    /// The sentence that names it; of two names, one for each if none has both.
    private List<BriefSentence> sentences(Scored one, StoredArticle text) {
      return switch (one.kind()) {
        case NAME, PAIR ->
            naming.of(text, one.things()).stream().limit(one.things().size()).toList();
        case PHRASE ->
            NamingSentences.naming(text.article(), places(one.things().getFirst(), text)).stream()
                .limit(1)
                .toList();
      };
    }

    private List<Mention> places(String phrase, StoredArticle text) {
      return around
          .places()
          .computeIfAbsent(
              new Phrased(phrase, text.id(), text.revision()),
              _ -> Rises.places(text.article(), phrase));
    }
  }

  private static List<Mention> places(Article article, String phrase) {
    String sought = new String(Folding.fold(phrase));
    List<Mention> places = new ArrayList<>();
    for (Paragraph paragraph : article.paragraphs()) {
      int at = new String(Folding.fold(paragraph.text())).indexOf(sought);
      if (at >= 0) {
        places.add(new Mention(paragraph.number(), new Span(at, at + sought.length())));
      }
    }
    return places;
  }
}
