package dev.assay.brief.model;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.NoBrief;
import dev.assay.brief.Withheld;
import dev.assay.brief.model.ModelBriefs.Result;
import dev.assay.brief.model.ModelBriefs.Written;
import dev.assay.llm.ChosenModel;
import dev.assay.llm.ModelSettings;
import dev.assay.llm.Usage;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The work of the language model on one data folder: what waits, what is written, what it cost.
/// The public access point to model briefs.
///
/// A text is sent once for each language, model and prompt: articles that stand for a group of
/// copies only, and a text that was answered before not again. Pages read what is stored; only
/// [#run] asks. Safe for use by many threads.
public final class ModelDesk {

  private static final int STEP = 50;
  private static final int MOST_SHARES = 200;

  private static final int MOST_OPEN = 50;

  /// After a failure the same text is not sent again before this, and twice this after each further
  /// one, up to a day.
  private static final Duration RETRY = Duration.ofHours(1);

  private static final int MOST_DOUBLINGS = 5;

  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final Store store;
  private final ChosenModel chosen;
  private final Writers writers;
  private final InstantSource clock;
  private volatile Instant pausedUntil = Instant.EPOCH;

  public ModelDesk(Store store, ChosenModel chosen, Writers writers, InstantSource clock) {
    this.store = store;
    this.chosen = chosen;
    this.writers = writers;
    this.clock = clock;
  }

  /// Makes what asks a model as these settings have it. Called on the first question, so that
  /// nothing of a model loads before.
  public interface Writers {
    ModelBriefs of(ModelSettings settings);
  }

  /// What the desk does with its model.
  ///
  /// @param model null if none is configured
  /// @param problem why the settings cannot be used; null if they can
  /// @param waiting articles without an answer, by language
  /// @param outcomes of all articles sent, by their word
  /// @param lastAt when the last article was sent; null if none was
  /// @param lastOutcome what became of it, by its word
  public record State(
      @Nullable Model model,
      @Nullable String problem,
      Map<String, Long> waiting,
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
              settings == null ? Map.of() : waiting(session, settings, now),
              runs.outcomes(),
              day(runs.since(midnight(now)), settings),
              last.map(Map.Entry::getKey).orElse(null),
              last.map(Map.Entry::getValue).orElse(null));
        });
  }

  private static Model model(ModelSettings settings) {
    return new Model(
        settings.provider().word(),
        settings.address().getHost(),
        settings.model(),
        ModelBriefs.promptVersion());
  }

  private static Map<String, Long> waiting(Session session, ModelSettings settings, Instant now) {
    Map<String, Long> waiting = new LinkedHashMap<>();
    for (String language : settings.languages()) {
      waiting.put(
          language,
          new ModelBriefTable(session)
              .countWaiting(key(settings, language), settings.reach(), now));
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

  private static Instant midnight(Instant now) {
    return now.atOffset(ZoneOffset.UTC).toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static ModelBriefTable.Key key(ModelSettings settings, String language) {
    return new ModelBriefTable.Key(
        new Language(language), settings.model(), ModelBriefs.promptVersion());
  }

  /// The articles that were sent and have no brief yet, the last sent first, by the language of the
  /// brief.
  public Map<String, List<ModelBriefTable.Open>> open() {
    Map<String, List<ModelBriefTable.Open>> open = new LinkedHashMap<>();
    if (chosen.reading() instanceof ModelSettings.Reading.Ready(ModelSettings settings)) {
      for (String language : settings.languages()) {
        open.put(
            language,
            store.read(
                session -> new ModelBriefTable(session).open(key(settings, language), MOST_OPEN)));
      }
    }
    return open;
  }

  /// The sentences of a model on this article that readers of `reader` do not see, and those that
  /// one of them let pass.
  public List<Withheld> withheld(ArticleId article, Language reader) {
    return store.readOnce(session -> new ModelBriefTable(session).withheld(article, reader));
  }

  /// Shows a withheld sentence in its brief from here on, with the reader's name beside it. It is
  /// remembered for this sentence about these words, also when a model writes it again.
  ///
  /// @return false if the article has no such sentence, or one that may not pass
  public boolean letPass(ArticleId article, String key, String who) {
    return store.write(
        session -> {
          boolean may = new ModelBriefTable(session).mayPass(article, key);
          if (may) {
            new LetPassTable(session).put(article, key, who, clock.instant());
          }
          return may;
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
      for (String language : settings.languages()) {
        texts +=
            store.<Integer>write(
                session -> new ModelBriefTable(session).retry(key(settings, language)));
      }
    }
    return texts;
  }

  /// The share of unsupported numbers by model, source and language.
  public List<ModelShare> shares() {
    return store.read(session -> new ModelRunTable(session).shares(MOST_SHARES));
  }

  /// Until when the endpoint wants no more questions, or is taken to be down; empty if it serves.
  public Optional<Instant> pause() {
    return Optional.of(pausedUntil).filter(until -> !until.equals(Instant.EPOCH));
  }

  /// Hears what became of each article.
  public interface Listener {

    /// Is told of each article that was sent.
    ///
    /// @param reason why the model made no brief; null if it made one
    void written(ArticleId id, Language language, @Nullable NoBrief reason);
  }

  /// Has briefs written of what waits, the newest first, until `most` articles were sent, nothing
  /// waits, the day's budget is spent, the provider wants a pause, or the thread is interrupted.
  ///
  /// @return how many articles were sent or had their text answered before
  public int run(int most, Listener listener) {
    return chosen.reading() instanceof ModelSettings.Reading.Ready(ModelSettings settings)
        ? new Run(settings, listener).run(most)
        : 0;
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
    Written written = writers.of(settings).answer(question, passages, reader, new Purse(settings));
    store.change(
        session ->
            new ModelRunTable(session)
                .add(
                    passages,
                    key(settings, reader.tag()),
                    written,
                    settings.budget().cost(written.usage()),
                    clock.instant()));
    return Optional.of(new Answered(settings.model(), written.result()));
  }

  /// What a model of this name answered.
  public record Answered(String model, Result result) {}

  /// The day's budget and the rate, for all threads of a run.
  private final class Purse implements Gate {

    private final ModelSettings settings;
    private final RateLimit pace;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Usage own = Usage.NONE;
    private final ModelRunTable.Spent before;

    Purse(ModelSettings settings) {
      this.settings = settings;
      this.pace = new RateLimit(settings.callsPerMinute());
      this.before =
          store.read(session -> new ModelRunTable(session).since(midnight(clock.instant())));
    }

    @Override
    public boolean admits() {
      if (closed.get() || isSpent()) {
        return false;
      }
      try {
        pace.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        closed.set(true);
      }
      return !closed.get() && !isSpent();
    }

    private synchronized boolean isSpent() {
      return settings
          .budget()
          .isSpent(
              before.usage().tokens() + own.tokens(),
              before.cost().add(settings.budget().cost(own)));
    }

    @Override
    public synchronized void used(Usage usage) {
      own = own.plus(usage);
    }

    void close() {
      closed.set(true);
    }
  }

  /// One run over what waits.
  private final class Run {

    private final ModelSettings settings;
    private final Listener listener;
    private final Purse purse;
    private @Nullable ModelBriefs briefs;

    Run(ModelSettings settings, Listener listener) {
      this.settings = settings;
      this.listener = listener;
      this.purse = new Purse(settings);
    }

    int run(int most) {
      int done = 0;
      pausedUntil = Instant.EPOCH;
      if (purse.isSpent()) {
        return 0;
      }
      for (String language : settings.languages()) {
        ModelBriefTable.Key key = key(settings, language);
        int step = -1;
        while (done < most && step != 0 && !purse.closed.get()) {
          step = step(key, Math.min(STEP, most - done));
          done += step;
        }
      }
      return done;
    }

    /// @return how many articles got an answer
    private int step(ModelBriefTable.Key key, int most) {
      List<ArticleId> ids =
          store.read(
              session ->
                  new ModelBriefTable(session)
                      .waiting(key, settings.reach(), clock.instant(), most));
      Semaphore room = new Semaphore(settings.concurrency());
      List<Future<Boolean>> answers = new ArrayList<>();
      try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (ArticleId id : ids) {
          answers.add(workers.submit(() -> one(id, key, room)));
        }
      }
      return (int)
          answers.stream()
              .filter(answer -> answer.state() == Future.State.SUCCESS && answer.resultNow())
              .count();
    }

    /// @return false if it was not sent
    private boolean one(ArticleId id, ModelBriefTable.Key key, Semaphore room)
        throws InterruptedException {
      room.acquire();
      try {
        Optional<Article> article =
            store.read(session -> session.articles().find(id).map(StoredArticle::article));
        return !purse.closed.get() && article.isPresent() && one(article.get(), key);
      } finally {
        room.release();
      }
    }

    private boolean one(Article article, ModelBriefTable.Key key) {
      boolean known =
          store.<Boolean>read(
              session -> new ModelBriefTable(session).known(article, key).isPresent());
      if (known) {
        store.change(session -> new ModelBriefTable(session).point(article, key));
        listener.written(article.id(), key.language(), null);
        return true;
      }
      Written written = briefs().write(article, key.language(), purse);
      if (Thread.currentThread().isInterrupted()) {
        return false; // the run is to end: what did not come is nobody's fault
      }
      Instant now = clock.instant();
      return switch (written.result()) {
        case Result.Made(Brief brief) -> {
          keep(article, key, written, brief, null, now, now);
          yield true;
        }
        case Result.Nothing(NoBrief reason, Duration pause) ->
            nothing(article, key, written, reason, pause, now);
      };
    }

    private synchronized ModelBriefs briefs() {
      if (briefs == null) {
        briefs = writers.of(settings);
      }
      return briefs;
    }

    private boolean nothing(
        Article article,
        ModelBriefTable.Key key,
        Written written,
        NoBrief reason,
        Duration pause,
        Instant now) {
      if (!pause.isZero()) {
        pausedUntil = now.plus(pause);
        purse.close();
      }
      Instant retry = now.plus(pause.isZero() ? nextWait(article, key) : pause);
      if (reason == NoBrief.BUDGET) {
        purse.close();
        retry = midnight(now).plus(ONE_DAY);
      }
      keep(article, key, written, null, reason, now, retry);
      return written.calls() > 0;
    }

    private Duration nextWait(Article article, ModelBriefTable.Key key) {
      int before =
          store.<Integer>read(session -> new ModelBriefTable(session).attempts(article, key));
      Duration wait = RETRY.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
      return wait.compareTo(ONE_DAY) < 0 ? wait : ONE_DAY;
    }

    private void keep(
        Article article,
        ModelBriefTable.Key key,
        Written written,
        @Nullable Brief brief,
        @Nullable NoBrief reason,
        Instant now,
        Instant retryAt) {
      store.change(
          session -> {
            if (session.articles().find(article.id()).isPresent()) {
              new ModelRunTable(session)
                  .add(article, key, written, settings.budget().cost(written.usage()), now);
              new ModelBriefTable(session)
                  .put(article, key, brief, reason, written.withheld(), now, retryAt);
            }
          });
      listener.written(article.id(), key.language(), reason);
    }
  }
}
