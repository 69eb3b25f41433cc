package dev.assay.brief.work;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.brief.NoBrief;
import dev.assay.brief.model.Answer;
import dev.assay.brief.model.Gate;
import dev.assay.brief.model.ModelWriters;
import dev.assay.brief.model.Product;
import dev.assay.llm.ModelSettings;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run over what waits: what readers have open first, then what is due, in the order of its
/// products. An answer is kept as it comes.
final class WritingRun {

  private static final Logger LOG = LoggerFactory.getLogger(WritingRun.class);

  /// What is made of every article, in this order, as far as the settings have it; the rest of what
  /// a reader has open only.
  private static final List<Product> IN_BACKGROUND =
      List.of(Product.BRIEF, Product.TITLE, Product.CLAIMS);

  private static final int STEP = 50;

  /// After a failure the same text is not sent again before this, and twice this after each further
  /// one, up to a day.
  private static final Duration RETRY = Duration.ofHours(1);

  private static final int MOST_DOUBLINGS = 5;

  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final Setting setting;
  private final Store store;
  private final InstantSource clock;
  private final ModelSettings settings;
  private final Purse purse;
  private final ModelDesk.Listener listener;
  private final Gate ordinary;
  private final Gate whole;
  private final Set<String> followed;
  private final AtomicBoolean hasReadClaims = new AtomicBoolean();
  private @Nullable ModelWriters made;

  /// What a run works with.
  ///
  /// @param followed entities of the topics that readers follow, whose articles go first
  /// @param claimsRead is run when a model has read figures
  /// @param paused hears until when the endpoint wants no more questions
  record Setting(
      Store store,
      ModelDesk.Writers writers,
      OpenArticles open,
      WaitingArticles waiting,
      Supplier<Set<String>> followed,
      Runnable claimsRead,
      Consumer<Instant> paused,
      InstantSource clock) {}

  WritingRun(Setting setting, ModelSettings settings, Purse purse, ModelDesk.Listener listener) {
    this.setting = setting;
    this.store = setting.store();
    this.clock = setting.clock();
    this.settings = settings;
    this.purse = purse;
    this.listener = listener;
    this.ordinary = purse.within(settings.budget().ordinary());
    this.whole = purse.whole();
    this.followed = setting.followed().get();
  }

  int run(int most) {
    int done;
    try {
      done = write(most);
    } catch (RuntimeException | Error e) {
      keepClaims(e);
      throw e;
    }
    tellClaims();
    return done;
  }

  /// What was read before a run broke off is kept; why it broke off is told first.
  private void keepClaims(Throwable broken) {
    try {
      tellClaims();
    } catch (RuntimeException e) {
      broken.addSuppressed(e);
    }
  }

  private void tellClaims() {
    if (hasReadClaims.get()) {
      setting.claimsRead().run();
    }
  }

  private int write(int most) {
    int done = opened();
    if (purse.isSpent(settings.budget().ordinary())) {
      return done;
    }
    for (Product product : wanted()) {
      for (String language : product.languages(settings.languages())) {
        done += all(ModelTextTable.Key.of(settings, product, language), most - done);
      }
    }
    return done;
  }

  private List<Product> wanted() {
    return IN_BACKGROUND.stream()
        .filter(product -> settings.products().contains(product.word()))
        .toList();
  }

  private int all(ModelTextTable.Key key, int most) {
    int done = 0;
    int step = -1;
    while (done < most && step != 0 && !purse.isClosed()) {
      step = step(key, Math.min(STEP, most - done));
      done += step;
    }
    return done;
  }

  /// What readers have open, the last opened first.
  ///
  /// @return how much of it got an answer
  private int opened() {
    int done = 0;
    for (OpenArticles.Wish wish : setting.open().take()) {
      ModelTextTable.Key key =
          ModelTextTable.Key.of(settings, wish.product(), wish.language().tag());
      Optional<Article> article =
          store.read(
              session ->
                  new ModelTextTable(session)
                          .isWanted(wish.article(), key, settings.reach(), clock.instant())
                      ? session.articles().find(wish.article()).map(StoredArticle::article)
                      : Optional.empty());
      if (article.isPresent() && !purse.isClosed() && one(article.get(), key, whole)) {
        done++;
      }
    }
    return done;
  }

  /// @return how many articles got an answer
  private int step(ModelTextTable.Key key, int most) {
    List<ArticleId> ids =
        store.read(
            session ->
                setting
                    .waiting()
                    .next(session, key, settings.reach(), followed, clock.instant(), most));
    Semaphore room = new Semaphore(settings.concurrency());
    List<Future<Boolean>> answers = new ArrayList<>();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (ArticleId id : ids) {
        answers.add(workers.submit(() -> one(id, key, room)));
      }
    }
    answers.stream()
        .filter(answer -> answer.state() == Future.State.FAILED)
        .forEach(answer -> LOG.error("an answer was not kept", answer.exceptionNow()));
    return (int)
        answers.stream()
            .filter(answer -> answer.state() == Future.State.SUCCESS && answer.resultNow())
            .count();
  }

  /// @return false if it was not sent
  private boolean one(ArticleId id, ModelTextTable.Key key, Semaphore room)
      throws InterruptedException {
    room.acquire();
    try {
      opened(); // nobody who looks at an article waits for fifty others
      Optional<Article> article =
          store.read(session -> session.articles().find(id).map(StoredArticle::article));
      return !purse.isClosed() && article.isPresent() && one(article.get(), key, ordinary);
    } finally {
      room.release();
    }
  }

  private boolean one(Article article, ModelTextTable.Key key, Gate gate) {
    boolean known = store.<Boolean>read(session -> new ModelTextTable(session).knows(article, key));
    if (known) {
      store.change(session -> new ModelTextTable(session).point(article, key));
      tell(article, key, null);
      return true;
    }
    Answer answer = written(article, key, gate);
    if (Thread.currentThread().isInterrupted()) {
      return false; // the run is to end: what did not come is nobody's fault
    }
    Instant now = clock.instant();
    NoBrief reason = answer.reason();
    if (reason == null) {
      keep(article, key, answer, now, now);
      return true;
    }
    keep(article, key, answer, now, retryAt(article, key, reason, answer.pause(), now));
    return answer.calls() > 0;
  }

  /// What breaks on one text is told and put off as a failure, so that the text is not sent again
  /// at each run.
  private Answer written(Article article, ModelTextTable.Key key, Gate gate) {
    try {
      return writers().write(key.product(), article, key.language(), gate);
    } catch (RuntimeException e) {
      LOG.error("{} of article {} could not be written", key.product().word(), article.id(), e);
      return Answer.failed();
    }
  }

  private synchronized ModelWriters writers() {
    if (made == null) {
      made = setting.writers().of(settings);
    }
    return made;
  }

  /// When the text is sent again; ends the run if nothing should be sent before.
  private Instant retryAt(
      Article article, ModelTextTable.Key key, NoBrief reason, Duration pause, Instant now) {
    if (reason == NoBrief.BUDGET) {
      purse.close();
      return Purse.midnight(now).plus(ONE_DAY);
    }
    if (!pause.isZero()) {
      setting.paused().accept(now.plus(pause));
      purse.close();
      return now.plus(pause);
    }
    return now.plus(nextWait(article, key));
  }

  private Duration nextWait(Article article, ModelTextTable.Key key) {
    int before = store.<Integer>read(session -> new ModelTextTable(session).attempts(article, key));
    Duration wait = RETRY.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
    return wait.compareTo(ONE_DAY) < 0 ? wait : ONE_DAY;
  }

  private void keep(
      Article article, ModelTextTable.Key key, Answer answer, Instant now, Instant retryAt) {
    store.change(
        session -> {
          if (session.articles().find(article.id()).isPresent()) {
            new ModelRunTable(session)
                .add(article, key, answer, settings.budget().cost(answer.usage()), now);
            new ModelTextTable(session).put(article, key, answer, now, retryAt);
          }
        });
    tell(article, key, answer.reason());
  }

  private void tell(Article article, ModelTextTable.Key key, @Nullable NoBrief reason) {
    setting.waiting().changed();
    if (key.product() == Product.CLAIMS && reason == null) {
      hasReadClaims.set(true);
    }
    listener.written(article.id(), key.language(), reason);
  }
}
