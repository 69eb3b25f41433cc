package dev.assay.ask;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.weigh.Features;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.RawDocument;
import dev.assay.article.ReaderId;
import dev.assay.ask.Answer.Near;
import dev.assay.ask.Answer.Reason;
import dev.assay.ask.Answer.Searched;
import dev.assay.ask.Answer.State;
import dev.assay.ask.AskEvent.Counted;
import dev.assay.ask.AskEvent.Done;
import dev.assay.ask.AskEvent.Listener;
import dev.assay.ask.AskEvent.Looked;
import dev.assay.ask.AskEvent.Said;
import dev.assay.ask.LedgerFigures.Look;
import dev.assay.ask.Weighing.Found;
import dev.assay.ask.Weighing.OfThing;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.Maker;
import dev.assay.brief.model.ModelDesk;
import dev.assay.cite.Citation;
import dev.assay.desk.ReadingScope;
import dev.assay.fold.Outlets;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.search.AskedTerms;
import dev.assay.search.Filters;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.event.EventPage;
import dev.assay.topic.time.Past;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Answers questions from the articles. The core public access point to asking.
///
/// Any string is a question; what cannot be answered is refused with the reason. A figure is looked
/// for in the ledger first; then passages are found, their sentences weighed, and those that answer
/// are shown as the source wrote them. Nothing is kept unless [#keep] is asked to. Safe for use by
/// many threads.
public final class Ask {

  /// Raised when the rules or the weights change, so that it is known which an answer was made by.
  static final int VERSION = 9;

  /// UTF-16 units of a question.
  public static final int LONGEST_QUESTION = 1_000;

  private static final int MOST_NEAR = 3;

  /// A sentence has this share of what is asked, or is not shown as the nearest there is.
  private static final double NEAR = 0.35;

  /// Answers that are kept of one reader.
  private static final int MOST_KEPT = 1_000;

  private final Store store;
  private final Past past;
  private final Bookkeeping bookkeeping;
  private final Supplier<BriefNumbers> numbers;
  private final Outlets outlets;
  private final InstantSource clock;
  private final Supplier<QuantityExtractor> quantities;
  private final Supplier<ModelDesk> models;
  private final Lexicon lexicon;
  private final AskWords words;
  private final MeasureWords measures;
  private final AskWeights weights;

  /// @param store keeps answers
  /// @param past the articles of today, or those of the moment that is asked for
  /// @param models who writes answers, where a model is set
  public Ask(
      Store store,
      Past past,
      Bookkeeping bookkeeping,
      Supplier<BriefNumbers> numbers,
      Supplier<QuantityExtractor> quantities,
      Supplier<ModelDesk> models,
      Outlets outlets,
      Lexicon lexicon,
      InstantSource clock) {
    this.store = store;
    this.past = past;
    this.bookkeeping = bookkeeping;
    this.numbers = numbers;
    this.outlets = outlets;
    this.clock = clock;
    this.quantities = quantities;
    this.models = models;
    this.lexicon = lexicon;
    this.words = new AskWords(lexicon);
    this.measures = new MeasureWords(lexicon);
    this.weights = AskWeights.of(lexicon);
  }

  /// The answer to `question`; nothing is kept.
  ///
  /// @param reader the language of the person who asks
  public Answer answer(String question, AskScope scope, Language reader) {
    return answer(question, scope, reader, Listener.NONE);
  }

  /// The same; `listener` is told each step.
  public Answer answer(String question, AskScope scope, Language reader, Listener listener) {
    return answer(question, scope, reader, WrittenBy.SOURCES, listener);
  }

  /// In whose words an answer is.
  public enum WrittenBy {
    SOURCES,
    /// The model's, where one is set; every sentence held against what it cites.
    MODEL
  }

  /// The same. With a model as the writer the sources' sentences are told as they are found, and
  /// the end has those of the model.
  public Answer answer(
      String question, AskScope scope, Language reader, WrittenBy writer, Listener listener) {
    Answer found =
        unaskable(question)
            .map(reason -> refused(question, scope, reader, reason))
            .orElseGet(() -> find(question, scope, reader, listener));
    Answer answer = writer == WrittenBy.MODEL ? written(found) : found;
    listener.on(new Done(answer));
    return answer;
  }

  /// Whether a language model is set that can write answers.
  public boolean hasModel() {
    return models.get().reach().isPresent();
  }

  private Answer written(Answer answer) {
    Past.At at = past.at(Optional.ofNullable(answer.scope().asOf()));
    return new WrittenAnswers(models.get(), outlets).of(answer, at.store());
  }

  private Answer find(String question, AskScope scope, Language reader, Listener listener) {
    Past.At at = past.at(Optional.ofNullable(scope.asOf()));
    return at.store()
        .read(session -> new Asking(at, session, question, scope, reader, listener).answer());
  }

  private static Optional<Reason> unaskable(String question) {
    if (question.isBlank()) {
      return Optional.of(Reason.EMPTY);
    }
    if (question.strip().length() > LONGEST_QUESTION) {
      return Optional.of(Reason.TOO_LONG);
    }
    boolean read = question.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) && isRead(c));
    // Han characters of a question in Japanese are read as Chinese words that it does not have
    boolean known = LanguageDetector.detect(question, Language.UNKNOWN).isRead();
    return read && known ? Optional.empty() : Optional.of(Reason.NO_WORDS);
  }

  /// Whether a letter belongs to a script that is read.
  private static boolean isRead(int c) {
    return c < 0x250 || c <= Character.MAX_VALUE && HanScript.isHan((char) c);
  }

  private Answer refused(String question, AskScope scope, Language reader, Reason reason) {
    String shown = question.strip();
    return new Answer(
        AnswerId.fresh(),
        shown.length() > LONGEST_QUESTION ? shown.substring(0, LONGEST_QUESTION) : shown,
        scope,
        reader,
        AskedKind.OTHER,
        State.REFUSED,
        reason,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        0,
        Searched.NOTHING,
        List.of(),
        new Maker.Extractive(VERSION),
        clock.instant(),
        null);
  }

  /// What is said of answers to a reader of `language`.
  public AskWording wording(Language language) {
    return AskWording.of(lexicon, language);
  }

  /// Keeps an answer for its reader.
  public void keep(ReaderId reader, Answer answer) {
    store.change(
        session -> {
          AnswerTable table = new AnswerTable(session, reader);
          table.put(answer);
          table.forgetBeyond(MOST_KEPT);
        });
  }

  /// The kept answer of this id, if it is this reader's.
  public Optional<Answer> kept(ReaderId reader, AnswerId id) {
    return store.read(session -> new AnswerTable(session, reader).find(id));
  }

  /// The reader's answers, the newest first.
  public List<Answer> kept(ReaderId reader, int limit) {
    return store.read(session -> new AnswerTable(session, reader).newest(limit));
  }

  /// Those before one of them; empty if the reader has none of this id.
  public Optional<List<Answer>> keptBefore(ReaderId reader, AnswerId id, int limit) {
    return store.read(
        session -> {
          AnswerTable answers = new AnswerTable(session, reader);
          return answers.find(id).map(_ -> answers.before(id, limit));
        });
  }

  /// Forgets an answer.
  ///
  /// @return false if this reader has none of this id
  public boolean forget(ReaderId reader, AnswerId id) {
    return store.write(session -> new AnswerTable(session, reader).delete(id));
  }

  /// The same question asked now, and kept; empty if this reader has no such answer.
  public Optional<Answer> again(ReaderId reader, AnswerId id) {
    return kept(reader, id)
        .map(
            before -> {
              WrittenBy writer =
                  before.maker() instanceof Maker.Extractive ? WrittenBy.SOURCES : WrittenBy.MODEL;
              Answer now =
                  answer(before.question(), before.scope(), before.reader(), writer, Listener.NONE)
                      .askedAgainOf(id);
              keep(reader, now);
              return now;
            });
  }

  /// A word that is asked stands so near to its figure, in letters.
  private static final int BESIDE = 25;

  private static final int BESIDE_HAN = 9;

  /// One question on its way.
  private final class Asking {
    private final Past.At at;
    private final Session session;
    private final String question;
    private final AskScope scope;
    private final Language reader;
    private final Listener listener;
    private final AnswerId id = AnswerId.fresh();
    private final Map<ArticleId, Article> articles = new LinkedHashMap<>();

    Asking(
        Past.At at,
        Session session,
        String question,
        AskScope scope,
        Language reader,
        Listener listener) {
      this.at = at;
      this.session = session;
      this.question = question.strip();
      this.scope = scope;
      this.reader = reader;
      this.listener = listener;
    }

    Answer answer() {
      Passing passing = passing();
      if (passing.isEmpty()) {
        return refused(question, scope, reader, Reason.NO_ARTICLES);
      }
      Found found =
          new Weighing(at.search(), words, measures, quantities)
              .find(question, passing.filters(), passing.among(), this::articles, Features.bare());
      // only where nothing was found does it matter whether anything could be
      if (found.articles() == 0
          && !found.cut()
          && !at.search().holdsAny(passing.filters(), passing.among())) {
        return refused(question, scope, reader, Reason.NO_ARTICLES);
      }
      Searched searched = searched(found);
      listener.on(new Looked(id, searched));
      Look look =
          new LedgerFigures(at.names().get(), bookkeeping, words, measures)
              .find(session, found.question(), passing::takes);
      if (look.counted() != null) {
        listener.on(new Counted(look.counted().figures()));
      }
      return answer(found, look, searched);
    }

    private Answer answer(Found found, Look look, Searched searched) {
      Chosen chosen = chosen(found, look);
      List<BriefSentence> sentences = new ArrayList<>();
      if (look.counted() != null) {
        look.counted().sentences().forEach(sentence -> say(sentence, sentences));
      }
      for (CandidateSentence one : chosen.shown()) {
        articles.putIfAbsent(one.article().id(), one.article());
        say(sentence(one), sentences);
      }
      if (found.question().kind() == AskedKind.FIGURE) {
        otherwise(found, chosen.shown()).forEach(sentence -> say(sentence, sentences));
      }
      return finished(found, chosen, look, searched, sentences);
    }

    /// What is shown of a question: where it is of several things, what is of each; of which none
    /// has anything, of all of them.
    private Chosen chosen(Found found, Look look) {
      Chosen whole = chosen(found, look, SentenceChoice.MOST);
      List<Chosen> each = new ArrayList<>();
      List<OfThing> things = look.counted() == null ? found.things().get() : List.of();
      List<String> untold = new ArrayList<>();
      for (OfThing thing : things) {
        Chosen of = chosen(thing.found(), look, SentenceChoice.MOST / things.size());
        each.add(of);
        if (of.shown().isEmpty()) {
          untold.addAll(thing.names());
        }
      }
      boolean told = each.stream().anyMatch(one -> !one.shown().isEmpty());
      return told ? Chosen.ofEach(each, untold, whole.likeliest()) : whole;
    }

    private Chosen chosen(Found found, Look look, int room) {
      List<Features> seen = found.told(weights.first(), weights.each());
      double[] told = Found.told(seen, weights.told());
      List<Integer> places = SentenceChoice.of(found, told, weights.next());
      double first = places.isEmpty() ? 0 : told[places.getFirst()];
      Trust trust =
          found.trust(places, weights.any().probability(found.any(places, seen, told)), told);
      // beside figures of the ledger one sentence is enough
      int most = look.counted() == null ? room : 1;
      List<CandidateSentence> all =
          found.labelled(places.stream().map(found.candidates()::get).toList());
      List<CandidateSentence> shown =
          trust == Trust.NONE
              ? List.of()
              : ShownSentences.of(
                  ShownSentences.saying(all, first).stream().limit(most).toList(), room, words);
      Set<Sought> lacking = lacking(found, look, shown);
      // what has nothing of the sort that is asked for, or tells of another one of a row, is no
      // answer, however near it comes
      boolean answers =
          (!lacking.equals(found.question().sought())
                  || shown.stream().anyMatch(found.signs()::lists))
              && !shown.stream().allMatch(found.signs()::isOfAnother);
      return new Chosen(
          answers ? shown : List.of(), trust, lacking, List.of(), likeliest(found, told));
    }

    /// What is sought and stands in none of the sentences; nothing if there are none. Figures of
    /// the ledger are figures.
    private static Set<Sought> lacking(Found found, Look look, List<CandidateSentence> shown) {
      Set<Sought> lacking = EnumSet.noneOf(Sought.class);
      if (!shown.isEmpty()) {
        for (Sought sought : found.question().sought()) {
          boolean counted = sought.isFigure() && look.counted() != null;
          if (sought.shows()
              && !counted
              && shown.stream().noneMatch(one -> found.signs().has(sought, one))) {
            lacking.add(sought);
          }
        }
      }
      return lacking;
    }

    /// The sentences of other reports on the event that state another figure than a said sentence
    /// has beside the words that are asked.
    private List<BriefSentence> otherwise(Found found, List<CandidateSentence> said) {
      List<BriefSentence> otherwise = new ArrayList<>();
      for (CandidateSentence one : said) {
        for (EventPage.Compared row : at.events().against(session, one.article().id())) {
          if (row.sides().stream().anyMatch(side -> isAsked(side, one, found))) {
            row.sides().stream()
                .filter(side -> !side.article().id().equals(one.article().id()))
                .findFirst()
                .ifPresent(side -> otherwise.add(side.sentence()));
          }
        }
      }
      return otherwise;
    }

    /// Whether a figure stands in the sentence, and beside an asked word that tells it from the
    /// others and is no name.
    private static boolean isAsked(EventPage.Side side, CandidateSentence one, Found found) {
      Citation stated = side.sentence().citations().getFirst();
      int figure = one.text().indexOf(side.written());
      double[] local = one.in().local();
      double most = Arrays.stream(local).max().orElse(0);
      int near = one.article().language().isChinese() ? BESIDE_HAN : BESIDE;
      return stated.article().equals(one.article().id())
          && stated.paragraph() == one.place().number()
          && stated.span().overlaps(one.span())
          && figure >= 0
          && IntStream.range(0, local.length)
              .filter(i -> !found.question().terms().terms().get(i).named())
              .filter(i -> one.own().at()[i] >= 0 && local[i] > most / 2)
              .anyMatch(
                  i -> {
                    int word = one.own().at()[i];
                    return word > figure - near && word < figure + side.written().length() + near;
                  });
    }

    /// The candidates, those first that most likely tell what is asked.
    private static List<CandidateSentence> likeliest(Found found, double[] told) {
      return IntStream.range(0, told.length)
          .boxed()
          .sorted(Comparator.comparingDouble(place -> -told[place]))
          .map(found.candidates()::get)
          .toList();
    }

    /// A sentence is said once, and no more than a few are.
    private void say(BriefSentence sentence, List<BriefSentence> said) {
      Citation place = sentence.citations().getFirst();
      boolean again =
          said.stream()
              .flatMap(one -> one.citations().stream())
              .anyMatch(
                  one ->
                      one.article().equals(place.article())
                          && one.paragraph() == place.paragraph()
                          && one.span().overlaps(place.span()));
      Article article = article(place.article());
      if (!again && said.size() < SentenceChoice.MOST && article != null) {
        BriefSentence checked = numbers.get().check(List.of(sentence), article).getFirst();
        said.add(checked);
        listener.on(new Said(checked, List.of(ArticleLine.of(article))));
      }
    }

    private @Nullable Article article(ArticleId id) {
      Article known = articles.get(id);
      if (known == null) {
        articles(List.of(id)).values().forEach(one -> articles.put(one.id(), one));
      }
      return articles.get(id);
    }

    private Answer finished(
        Found found, Chosen chosen, Look look, Searched searched, List<BriefSentence> sentences) {
      LedgerFigures.Counted figures = look.counted();
      boolean counted = figures != null;
      List<String> missing = counted ? List.of() : missing(found, chosen, sentences);
      Set<Sought> lacking = chosen.lacking();
      boolean lacks = found.cut() || !missing.isEmpty() || !lacking.isEmpty();
      State state = state(counted && lacking.isEmpty(), chosen.trust(), lacks, sentences);
      Reason reason = reason(state, found, look, lacking, missing);
      List<Near> nearest =
          state == State.ANSWERED ? List.of() : nearest(found, chosen.likeliest(), sentences);
      return new Answer(
          id,
          question,
          scope,
          reader,
          found.question().kind(),
          state,
          reason,
          sentences,
          figures == null ? List.of() : figures.figures(),
          figures == null ? null : figures.apart(),
          nearest,
          state == State.ANSWERED ? List.of() : missing,
          independent(sentences),
          searched,
          cited(sentences, look, nearest),
          new Maker.Extractive(VERSION),
          clock.instant(),
          null);
    }

    private State state(
        boolean counted, Trust trust, boolean lacks, List<BriefSentence> sentences) {
      if (sentences.isEmpty()) {
        return State.REFUSED;
      }
      return counted || trust == Trust.FULL && !lacks ? State.ANSWERED : State.PARTLY;
    }

    private @Nullable Reason reason(
        State state, Found found, Look look, Set<Sought> lacking, List<String> missing) {
      if (found.cut() && state != State.ANSWERED) {
        return Reason.CUT_SHORT;
      }
      return switch (state) {
        case ANSWERED -> null;
        case PARTLY -> without(lacking).orElse(missing.isEmpty() ? Reason.WEAK : Reason.MISSING);
        case REFUSED -> refusal(found, look, lacking, missing);
      };
    }

    private static Optional<Reason> without(Set<Sought> lacking) {
      return lacking.stream().findFirst().map(Sought::without);
    }

    private Reason refusal(Found found, Look look, Set<Sought> lacking, List<String> missing) {
      if (found.candidates().isEmpty()) {
        return Reason.NOTHING_FOUND;
      }
      if (look.otherTime()) {
        return Reason.OTHER_TIME;
      }
      if (look.near()) {
        return Reason.OTHER_SCOPE;
      }
      if (isPreview(found.candidates().getFirst().article())) {
        return Reason.ONLY_PREVIEW;
      }
      if (!lacking.isEmpty()) {
        return without(lacking).orElse(Reason.WEAK);
      }
      Optional<Reason> none =
          found.question().sought().stream()
              .filter(sought -> !found.anyHas(sought))
              .findFirst()
              .map(Sought::without);
      // that another country is meant says more than that it has no such figure
      boolean named = missing.stream().anyMatch(found.question()::names);
      Reason weak = missing.isEmpty() ? Reason.WEAK : Reason.MISSING;
      return named ? Reason.MISSING : none.orElse(weak);
    }

    private boolean isPreview(Article article) {
      return session
          .articles()
          .origin(article.id())
          .map(origin -> origin.headers().getOrDefault(RawDocument.COMPLETENESS, ""))
          .filter(word -> word.equals("preview") || word.equals("summary"))
          .isPresent();
    }

    /// Words of the question that say much and of which neither the cited sentences nor their
    /// articles speak; before anything is cited, the best candidates.
    private List<String> missing(Found found, Chosen chosen, List<BriefSentence> sentences) {
      if (!chosen.untold().isEmpty()) {
        return chosen.untold();
      }
      Set<ArticleId> cited = new LinkedHashSet<>();
      sentences.forEach(one -> one.citations().forEach(place -> cited.add(place.article())));
      List<CandidateSentence> looked =
          found.candidates().stream()
              .filter(one -> cited.isEmpty() || cited.contains(one.article().id()))
              .toList();
      return found.missing(looked).stream().map(AskedTerms.Term::text).toList();
    }

    private List<Near> nearest(
        Found found, List<CandidateSentence> likeliest, List<BriefSentence> sentences) {
      List<Near> nearest = new ArrayList<>();
      Set<ArticleId> from = new LinkedHashSet<>();
      for (CandidateSentence one : likeliest) {
        BriefSentence told = sentence(one);
        boolean near = found.question().share(one.own().degrees()) >= NEAR;
        boolean said =
            sentences.stream().anyMatch(other -> other.citations().equals(told.citations()))
                || nearest.stream().anyMatch(other -> other.text().equals(one.text()));
        if (near && !said && nearest.size() < MOST_NEAR && from.add(one.article().id())) {
          articles.putIfAbsent(one.article().id(), one.article());
          nearest.add(new Near(one.text(), told.citations().getFirst()));
        }
      }
      return nearest;
    }

    private int independent(List<BriefSentence> sentences) {
      Set<String> voices = new LinkedHashSet<>();
      for (BriefSentence sentence : sentences) {
        for (Citation place : sentence.citations()) {
          Article article = article(place.article());
          String source = article == null ? "" : article.source();
          voices.add(source.isEmpty() ? place.article().toString() : outlets.owner(source));
        }
      }
      return voices.size();
    }

    private List<ArticleLine> cited(List<BriefSentence> sentences, Look look, List<Near> nearest) {
      Set<ArticleId> ids = new LinkedHashSet<>();
      sentences.forEach(one -> one.citations().forEach(place -> ids.add(place.article())));
      if (look.counted() != null) {
        ids.addAll(LedgerFigures.articles(look.counted()));
      }
      nearest.forEach(near -> ids.add(near.place().article()));
      List<ArticleLine> lines = new ArrayList<>();
      for (ArticleId id : ids) {
        Article article = article(id);
        if (article != null) {
          lines.add(ArticleLine.of(article));
        }
      }
      return lines;
    }

    private Searched searched(Found found) {
      return new Searched(
          found.articles(),
          found.question().terms().terms().stream().map(term -> term.text()).toList(),
          found.question().terms().otherNames(),
          found.question().terms().credit());
    }

    private Map<ArticleId, Article> articles(Collection<ArticleId> ids) {
      Map<ArticleId, Article> loaded = new HashMap<>();
      session.articles().find(ids).forEach((id, stored) -> loaded.put(id, stored.article()));
      return loaded;
    }

    private Passing passing() {
      Filters filters =
          Filters.NONE
              .withLanguages(Set.copyOf(scope.languages()))
              .withSources(at.search().outlets(scope.sources()))
              .between(scope.from(), scope.until());
      Set<ArticleId> among = new LinkedHashSet<>(scope.articles());
      boolean nothing = false;
      String topic = scope.topic();
      if (topic != null && !topic.isBlank()) {
        switch (at.topics().scope(topic)) {
          case ReadingScope.About about -> filters = filters.withTags(Set.copyOf(about.entities()));
          case ReadingScope.Among some -> {
            nothing = some.articles().isEmpty();
            among.addAll(some.articles());
          }
          case ReadingScope.Everything _, ReadingScope.From _, ReadingScope.Listed _ -> {}
        }
      }
      return new Passing(filters, among, nothing);
    }
  }

  /// What was chosen to be shown.
  ///
  /// @param lacking what is sought and stands in none of what was found to tell it
  /// @param untold names of things that are asked about and of which nothing is shown
  /// @param likeliest the candidates, those first that most likely tell what is asked
  private record Chosen(
      List<CandidateSentence> shown,
      Trust trust,
      Set<Sought> lacking,
      List<String> untold,
      List<CandidateSentence> likeliest) {

    /// What is shown of each of several things, the first one's first.
    static Chosen ofEach(
        List<Chosen> each, List<String> untold, List<CandidateSentence> likeliest) {
      Set<Sought> lacking = EnumSet.noneOf(Sought.class);
      each.forEach(one -> lacking.addAll(one.lacking()));
      boolean full = untold.isEmpty() && each.stream().allMatch(one -> one.trust() == Trust.FULL);
      return new Chosen(
          each.stream().flatMap(one -> one.shown().stream()).toList(),
          full ? Trust.FULL : Trust.LITTLE,
          lacking,
          untold,
          likeliest);
    }
  }

  /// Which articles pass.
  ///
  /// @param among only these; empty for all
  /// @param isEmpty whether it is known that none do
  private record Passing(Filters filters, Set<ArticleId> among, boolean isEmpty) {

    /// Whether a figure's article passes, as far as the figure itself tells.
    boolean takes(Evidence evidence) {
      Instant at = evidence.orderedBy();
      return (among.isEmpty() || among.contains(evidence.article()))
          && (filters.sources().isEmpty() || filters.sources().contains(evidence.source()))
          && (filters.languages().isEmpty()
              || filters.languages().stream()
                  .anyMatch(one -> evidence.language().tag().startsWith(one.tag())))
          && (filters.from() == null || at != null && !at.isBefore(filters.from()))
          && (filters.until() == null || at != null && at.isBefore(filters.until()));
    }
  }

  private static BriefSentence sentence(CandidateSentence one) {
    return new BriefSentence(
        one.text(), List.of(new Citation(one.article().id(), one.place().number(), one.span())));
  }
}
