package dev.assay.brief.work;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.NoBrief;
import dev.assay.brief.Withheld;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.model.Answer;
import dev.assay.brief.model.ModelBriefs.Result;
import dev.assay.brief.model.ModelBriefs.Written;
import dev.assay.brief.model.ModelWriters;
import dev.assay.brief.model.Product;
import dev.assay.brief.model.Translation;
import dev.assay.llm.ChosenModel;
import dev.assay.llm.ModelSettings;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The work of the language model on one data folder: what waits, what is written, what it cost.
/// The public access point to model briefs.
///
/// A text is sent once for each language, model and prompt: articles that stand for a group of
/// copies only, and a text that was answered before not again. Pages read what is stored; only
/// [#run] asks. Safe for use by many threads.
public final class ModelDesk {

  private static final int MOST_SHARES = 200;

  private static final int MOST_OPEN = 50;

  private final Store store;
  private final ChosenModel chosen;
  private final Writers writers;
  private final Supplier<Set<String>> followed;
  private final Runnable claimsRead;
  private final InstantSource clock;
  private final OpenArticles open = new OpenArticles();
  private final WaitingArticles waiting = new WaitingArticles();
  private volatile @Nullable Pause pause;
  private @Nullable Pace pace;

  /// How long one endpoint wants no more questions.
  private record Pause(Instant until, ModelSettings settings) {}

  /// The rate of all questions, whoever puts them.
  private record Pace(int callsPerMinute, RateLimit limit) {}

  /// @param followed entities of the topics that readers follow, whose articles go first
  /// @param claimsRead is run when a model has read figures, so that the ledger takes them in
  public ModelDesk(
      Store store,
      ChosenModel chosen,
      Writers writers,
      Supplier<Set<String>> followed,
      Runnable claimsRead,
      InstantSource clock) {
    this.store = store;
    this.claimsRead = claimsRead;
    this.followed = followed;
    this.chosen = chosen;
    this.writers = writers;
    this.clock = clock;
  }

  /// Makes what asks a model as these settings have it. Called on the first question, so that
  /// nothing of a model loads before.
  public interface Writers {
    ModelWriters of(ModelSettings settings);
  }

  /// What the desk does with its model.
  ///
  /// @param model null if none is configured
  /// @param problem why the settings cannot be used; null if they can
  /// @param waiting articles without an answer, by language of the brief
  /// @param waitingTitles articles in another language without a title in this one
  /// @param waitingClaims articles whose figures no model has read
  /// @param outcomes of all articles sent, by their word
  /// @param lastAt when the last article was sent; null if none was
  /// @param lastOutcome what became of it, by its word
  public record State(
      @Nullable Model model,
      @Nullable String problem,
      Map<String, Long> waiting,
      Map<String, Long> waitingTitles,
      long waitingClaims,
      Map<String, Long> outcomes,
      Day today,
      @Nullable Instant lastAt,
      @Nullable String lastOutcome) {}

  /// The configured model; without its key.
  public record Model(String provider, String address, String name, int promptVersion) {}

  /// What was spent since midnight (UTC), and the most that may be.
  ///
  /// @param mostCost null if only tokens are bounded
  public record Day(
      long questions,
      long tokens,
      long mostTokens,
      BigDecimal cost,
      @Nullable BigDecimal mostCost) {}

  public State state() {
    Instant now = clock.instant();
    return switch (chosen.reading()) {
      case ModelSettings.Reading.Off _ -> state(null, null, now);
      case ModelSettings.Reading.Wrong(String reason) -> state(null, reason, now);
      case ModelSettings.Reading.Ready(ModelSettings settings) -> state(settings, null, now);
    };
  }

  private State state(@Nullable ModelSettings settings, @Nullable String problem, Instant now) {
    return store.read(
        session -> {
          ModelRunTable runs = new ModelRunTable(session);
          Optional<Map.Entry<Instant, String>> last = runs.last();
          return new State(
              settings == null ? null : model(settings),
              problem,
              settings == null ? Map.of() : waiting(session, settings, Product.BRIEF, now),
              settings == null ? Map.of() : waiting(session, settings, Product.TITLE, now),
              settings == null
                  ? 0
                  : waiting(session, settings, Product.CLAIMS, now).values().stream()
                      .mapToLong(Long::longValue)
                      .sum(),
              runs.outcomes(),
              day(runs.since(Purse.midnight(now)), settings),
              last.map(Map.Entry::getKey).orElse(null),
              last.map(Map.Entry::getValue).orElse(null));
        });
  }

  private static Model model(ModelSettings settings) {
    return new Model(
        settings.provider().word(),
        settings.address().getHost(),
        settings.model(),
        Product.BRIEF.promptVersion());
  }

  private Map<String, Long> waiting(
      Session session, ModelSettings settings, Product product, Instant now) {
    Map<String, Long> waiting = new LinkedHashMap<>();
    if (!settings.products().contains(product.word())) {
      return Map.of();
    }
    for (String language : product.languages(settings.languages())) {
      waiting.put(
          language,
          this.waiting.count(
              session, ModelTextTable.Key.of(settings, product, language), settings.reach(), now));
    }
    return waiting;
  }

  private static Day day(ModelRunTable.Spent spent, @Nullable ModelSettings settings) {
    return new Day(
        spent.questions(),
        spent.usage().tokens(),
        settings == null ? 0 : settings.budget().tokens(),
        spent.cost(),
        settings == null ? null : settings.budget().cost());
  }

  /// The articles that were sent and have no brief yet, the last sent first, by the language of the
  /// brief.
  public Map<String, List<ModelTextTable.Open>> open() {
    Map<String, List<ModelTextTable.Open>> open = new LinkedHashMap<>();
    if (chosen.reading() instanceof ModelSettings.Reading.Ready(ModelSettings settings)) {
      for (String language : settings.languages()) {
        open.put(
            language,
            store.read(
                session ->
                    new ModelTextTable(session)
                        .open(
                            ModelTextTable.Key.of(settings, Product.BRIEF, language), MOST_OPEN)));
      }
    }
    return open;
  }

  /// The sentences of a model on this article that readers of `reader` do not see, and those that
  /// one of them let pass.
  public List<Withheld> withheld(ArticleId article, Language reader) {
    return store.readOnce(session -> new ModelTextTable(session).withheld(article, reader));
  }

  /// Shows a withheld sentence in its brief from here on, with the reader's name beside it. It is
  /// remembered for this sentence about these words, also when a model writes it again.
  ///
  /// @return false if the article has no such sentence, or one that may not pass
  public boolean letPass(ArticleId article, String key, String who) {
    return store.write(
        session -> {
          Optional<StoredAnswer> answer = new ModelTextTable(session).withPassable(article, key);
          answer.ifPresent(
              one -> new LetPassTable(session).put(article, key, one, who, clock.instant()));
          return answer.isPresent();
        });
  }

  /// Takes that back.
  ///
  /// @return false if nobody let it pass
  public boolean withhold(ArticleId article, String key) {
    return store.write(session -> new LetPassTable(session).remove(article, key));
  }

  /// Has every text that was sent and got no brief sent again at the next chance, also those that
  /// were given up.
  ///
  /// @return how many texts there are, in all languages
  public int retry() {
    int texts = 0;
    if (chosen.reading() instanceof ModelSettings.Reading.Ready(ModelSettings settings)) {
      for (Product product : Product.OF_AN_ARTICLE) {
        for (String language : product.languages(settings.languages())) {
          texts +=
              store.<Integer>write(
                  session ->
                      new ModelTextTable(session)
                          .retry(ModelTextTable.Key.of(settings, product, language)));
        }
      }
    }
    waiting.changed();
    return texts;
  }

  /// The share of unsupported numbers by model, source and language.
  public List<ModelShare> shares() {
    return store.read(session -> new ModelRunTable(session).shares(MOST_SHARES));
  }

  /// The translation of an article for readers of `reader`; empty if there is none yet. Nothing is
  /// asked.
  public Optional<Translation> translation(ArticleId article, Language reader) {
    return store.readOnce(session -> new ModelTextTable(session).translation(article, reader));
  }

  /// Why a model that was asked made no translation; empty if none was asked, or it made one.
  public Optional<NoBrief> whyNoTranslation(ArticleId article, Language reader) {
    return store.readOnce(
        session -> new ModelTextTable(session).whyNone(Product.TRANSLATION, article, reader));
  }

  /// Whether what `reader` opens of `article` is asked for: a model is configured that writes in a
  /// language of theirs and may be sent the article.
  public boolean writesFor(Language reader, ArticleId article) {
    Optional<ModelSettings.Reach> reach = languageFor(reader).flatMap(_ -> reach());
    return reach.isPresent()
        && store.<Boolean>readOnce(
            session -> new ModelTextTable(session).maySend(article, reach.get()));
  }

  private Optional<Language> languageFor(Language reader) {
    return chosen.reading() instanceof ModelSettings.Reading.Ready(ModelSettings settings)
        ? settings.languages().stream()
            .map(Language::new)
            .filter(
                language -> language.equals(reader) || language.isChinese() && reader.isChinese())
            .findFirst()
        : Optional.empty();
  }

  /// Hears that a reader has an article open: what a model can make of it is asked for before
  /// anything else, also from what is reserved of the day's budget. Returns at once.
  public void opened(ArticleId article, Language reader, Product product) {
    languageFor(reader)
        .ifPresent(language -> open.add(new OpenArticles.Wish(article, language, product)));
  }

  /// Waits until a reader opens an article, no longer than `most`.
  void awaitOpened(Duration most) throws InterruptedException {
    open.await(most);
  }

  /// Until when the endpoint wants no more questions, or is taken to be down; empty if it serves,
  /// or another one was chosen since.
  public Optional<Instant> pause() {
    return Optional.ofNullable(pause)
        .filter(
            kept ->
                chosen.reading() instanceof ModelSettings.Reading.Ready(ModelSettings settings)
                    && settings.equals(kept.settings()))
        .map(Pause::until);
  }

  /// Hears what became of each article.
  public interface Listener {

    /// Is told of each article that was sent.
    ///
    /// @param reason why the model made no brief; null if it made one
    void written(ArticleId id, Language language, @Nullable NoBrief reason);
  }

  /// Has what waits written, of followed topics first, then the newest, until `most` articles were
  /// sent, nothing waits, the day's budget is spent, the provider wants a pause, or the thread is
  /// interrupted.
  ///
  /// @return how many articles were sent or had their text answered before
  public int run(int most, Listener listener) {
    return chosen.reading() instanceof ModelSettings.Reading.Ready(ModelSettings settings)
        ? run(settings, most, listener)
        : 0;
  }

  private int run(ModelSettings settings, int most, Listener listener) {
    pause = null;
    WritingRun.Setting setting =
        new WritingRun.Setting(
            store,
            writers,
            open,
            waiting,
            followed,
            claimsRead,
            until -> pause = new Pause(until, settings),
            clock);
    return new WritingRun(setting, settings, purse(settings), listener).run(most);
  }

  private Purse purse(ModelSettings settings) {
    return new Purse(
        settings,
        pace(settings.callsPerMinute()),
        store.read(session -> new ModelRunTable(session).since(Purse.midnight(clock.instant()))));
  }

  /// Where the model is asked; empty if none is set.
  public Optional<ModelSettings.Reach> reach() {
    return chosen.reading() instanceof ModelSettings.Reading.Ready(ModelSettings settings)
        ? Optional.of(settings.reach())
        : Optional.empty();
  }

  /// Has the model answer `question` from `passages`, the paragraphs of an article that is made of
  /// them and bears the id of the first one's. Waits for it; counted against the day's budget as a
  /// brief is.
  ///
  /// @return what it wrote and its name; empty if no model is set
  public Optional<Answered> answer(String question, Article passages, Language reader) {
    if (!(chosen.reading() instanceof ModelSettings.Reading.Ready(ModelSettings settings))) {
      return Optional.empty();
    }
    Written written =
        writers.of(settings).answer(question, passages, reader, purse(settings).whole());
    record(
        settings,
        passages,
        ModelTextTable.Key.of(settings, Product.ANSWER, reader.tag()),
        Answer.of(written));
    return Optional.of(new Answered(settings.model(), written.result()));
  }

  /// Has the model read the figures of `passage`, which need be no article of the store. Waits for
  /// it; counted against the day's budget, and kept nowhere.
  ///
  /// @return what it read, or why it read nothing; empty if no model is set
  public Optional<ReadFigures> readFigures(Article passage) {
    if (!(chosen.reading() instanceof ModelSettings.Reading.Ready(ModelSettings settings))) {
      return Optional.empty();
    }
    ModelTextTable.Key key =
        ModelTextTable.Key.of(settings, Product.CLAIMS, Language.UNKNOWN.tag());
    Answer answer =
        writers
            .of(settings)
            .write(Product.CLAIMS, passage, key.language(), purse(settings).whole());
    record(settings, passage, key, answer);
    return Optional.of(
        new ReadFigures(
            answer.content() == null
                ? new ModelReading(settings.model(), List.of(), List.of())
                : ModelTextTable.reading(answer.content()),
            answer.reason()));
  }

  /// What a model read in a passage.
  ///
  /// @param reason why it read nothing; null if it was heard
  public record ReadFigures(ModelReading reading, @Nullable NoBrief reason) {}

  /// Has the model say whether `source`, which need be no article of the store, bears out
  /// `sentence`. Waits for it; counted against the day's budget, and kept nowhere.
  ///
  /// @return empty if no model is set
  public Optional<Judged> judge(Article source, String sentence) {
    if (!(chosen.reading() instanceof ModelSettings.Reading.Ready(ModelSettings settings))) {
      return Optional.empty();
    }
    Answer answer = writers.of(settings).check(source, sentence, purse(settings).whole());
    record(
        settings,
        source,
        ModelTextTable.Key.of(settings, Product.CHECK, Language.UNKNOWN.tag()),
        answer);
    return Optional.of(new Judged(Boolean.parseBoolean(answer.content()), answer.reason()));
  }

  /// What a model says of a sentence.
  ///
  /// @param supported false if it said nothing
  /// @param reason why it said nothing; null if it was heard
  public record Judged(boolean supported, @Nullable NoBrief reason) {}

  private void record(
      ModelSettings settings, Article article, ModelTextTable.Key key, Answer answer) {
    store.change(
        session ->
            new ModelRunTable(session)
                .add(
                    article, key, answer, settings.budget().cost(answer.usage()), clock.instant()));
  }

  private synchronized RateLimit pace(int callsPerMinute) {
    Pace kept = pace;
    if (kept == null || kept.callsPerMinute() != callsPerMinute) {
      kept = new Pace(callsPerMinute, new RateLimit(callsPerMinute));
      pace = kept;
    }
    return kept.limit();
  }

  /// What a model of this name answered.
  public record Answered(String model, Result result) {}
}
