package dev.assay.brief.work;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ExpectedFailure;
import dev.assay.article.Language;
import dev.assay.brief.NoBrief;
import dev.assay.brief.model.Answer;
import dev.assay.brief.model.Gate;
import dev.assay.brief.model.ModelWriters;
import dev.assay.brief.model.Product;
import dev.assay.brief.model.Standing;
import dev.assay.llm.ChosenModel;
import dev.assay.llm.ModelSettings;
import dev.assay.llm.ModelSettings.Reading;
import dev.assay.llm.NearbyServer;
import dev.assay.llm.NearbyServers;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finding a language model: which servers of models run on this machine, how a model does on a few
/// articles of the desk, and having it asked from here on. Safe for use by many threads.
///
/// What a trial writes is vetted like any brief, counted and paid for like any, and not shown.
public final class ModelTrials {

  /// So many articles are tried.
  private static final int SAMPLES = 3;

  /// The samples are the best of so many of the newest.
  private static final int CANDIDATES = 60;

  /// Letters of a usual article: shorter ones ask little of a model, longer ones too much time.
  private static final int SHORT = 500;

  private static final int LONG = 6_000;

  private final Store store;
  private final ChosenModel chosen;
  private final ModelDesk.Writers writers;
  private final NearbyServers servers;
  private final InstantSource clock;
  private volatile List<NearbyServer> found = List.of();
  private volatile @Nullable Trial last;

  public ModelTrials(
      Store store,
      ChosenModel chosen,
      ModelDesk.Writers writers,
      NearbyServers servers,
      InstantSource clock) {
    this.store = store;
    this.chosen = chosen;
    this.writers = writers;
    this.servers = servers;
    this.clock = clock;
  }

  /// How a model did, or does.
  ///
  /// @param articles that it is tried on; none if the desk has none
  /// @param done of them, so far
  /// @param made of them, for which it wrote a brief
  /// @param standing of all its sentences
  /// @param reasons why it made no brief, and how often
  /// @param spent from the first question to the last answer
  /// @param running whether it is still tried
  public record Trial(
      String model,
      int articles,
      int done,
      int made,
      Standing standing,
      Map<NoBrief, Integer> reasons,
      Duration spent,
      boolean running) {

    /// Zero before the first is done.
    public double secondsAnArticle() {
      return done == 0 ? 0 : spent.toMillis() / 1000.0 / done;
    }
  }

  /// A server of models on this machine.
  ///
  /// @param provider how it is spoken to, by the word of the settings
  /// @param models the names of what it has
  public record Server(String provider, String address, List<String> models) {}

  /// A model of a server that was found.
  public static final class Pick {

    private final NearbyServer server;
    private final String model;

    private Pick(NearbyServer server, String model) {
      this.server = server;
      this.model = model;
    }
  }

  /// Looks for servers of models at their usual ports of this machine.
  public List<Server> find() {
    found = servers.find();
    return found();
  }

  /// Looks at one port of this machine.
  public List<Server> find(int port) {
    found = NearbyServers.at(port).find();
    return found();
  }

  /// What was found the last time; nothing is asked.
  public List<Server> found() {
    return found.stream()
        .map(
            server ->
                new Server(server.provider().word(), server.address().toString(), server.models()))
        .toList();
  }

  /// The model called `name` among those that were found last, at whatever server has it first.
  public Optional<Pick> pick(String name) {
    return found.stream()
        .filter(server -> server.models().contains(name))
        .map(server -> new Pick(server, name))
        .findFirst();
  }

  /// The trial under way, else the last one; empty if there was none since the program began.
  public Optional<Trial> last() {
    return Optional.ofNullable(last);
  }

  /// Has the picked model write briefs of a few articles in the language of `reader`, and waits for
  /// all of them.
  ///
  /// @param progress hears how many articles are done
  /// @throws ExpectedFailure if the settings cannot be used, with the reason
  public Trial run(Pick pick, Language reader, IntConsumer progress) {
    return new Run(settings(pick), reader).run(progress);
  }

  private ModelSettings settings(Pick pick) {
    return switch (chosen.with(pick.server, pick.model)) {
      case Reading.Ready(ModelSettings settings) -> settings;
      case Reading.Wrong(String reason) -> throw new ExpectedFailure(reason);
      case Reading.Off _ -> throw new IllegalStateException("a picked model is none");
    };
  }

  /// The same in the background: [#last] tells how far it is. Does nothing while another trial is
  /// under way.
  ///
  /// @throws ExpectedFailure if the settings cannot be used, with the reason
  public synchronized void start(Pick pick, Language reader) {
    Run run = new Run(settings(pick), reader);
    if (last().filter(Trial::running).isEmpty()) {
      last = new Trial(pick.model, 0, 0, 0, Standing.NONE, Map.of(), Duration.ZERO, true);
      Thread.ofVirtual().name("model trial").start(() -> run.run(_ -> {}));
    }
  }

  /// Has the picked model asked from here on, and writes that into the settings.
  ///
  /// @return why it is not done, for a person, with the remedy; empty if it is
  public Optional<String> choose(Pick pick) {
    return chosen.choose(pick.server, pick.model);
  }

  /// One trial.
  private final class Run {

    private final ModelSettings settings;
    private final Language reader;
    private final Instant start = clock.instant();
    private final Map<NoBrief, Integer> reasons = new TreeMap<>();
    private Standing standing = Standing.NONE;
    private int briefs;

    Run(ModelSettings settings, Language reader) {
      this.settings = settings;
      this.reader = reader;
    }

    Trial run(IntConsumer progress) {
      List<Article> samples = List.of();
      int done = 0;
      try {
        samples = samples();
        ModelWriters made = writers.of(settings);
        for (Article article : samples) {
          tell(samples.size(), done, true);
          one(made, article);
          done++;
          progress.accept(done);
        }
      } finally {
        tell(samples.size(), done, false);
      }
      return last().orElseThrow();
    }

    private void tell(int articles, int done, boolean running) {
      Duration spent = Duration.between(start, clock.instant());
      last =
          new Trial(
              settings.model(),
              articles,
              done,
              briefs,
              standing,
              Map.copyOf(reasons),
              spent,
              running);
    }

    private void one(ModelWriters made, Article article) {
      Answer answer = made.write(Product.BRIEF, article, reader, Gate.OPEN);
      standing = standing.plus(answer.standing());
      NoBrief reason = answer.reason();
      if (reason == null) {
        briefs++;
      } else {
        reasons.merge(reason, 1, Integer::sum);
      }
      ModelTextTable.Key key = new ModelTextTable.Key(Product.BRIEF, reader, settings.model());
      store.change(
          session ->
              new ModelRunTable(session)
                  .add(
                      article,
                      key,
                      answer,
                      settings.budget().cost(answer.usage()),
                      clock.instant()));
    }

    /// Articles of usual length of unlike sources: of another language than the reader's first,
    /// where a brief is worth most, then of the reader's.
    private List<Article> samples() {
      List<Article> newest = store.readOnce(this::newest);
      List<Article> usual = newest.stream().filter(Run::isUsual).toList();
      List<Article> from = usual.isEmpty() ? newest : usual;
      List<Article> picked = new ArrayList<>();
      take(from.stream().filter(article -> article.isForeignTo(reader)), 1, picked);
      take(from.stream().filter(article -> !article.isForeignTo(reader)), SAMPLES - 1, picked);
      from.stream()
          .filter(article -> !picked.contains(article))
          .limit(SAMPLES - picked.size())
          .toList()
          .forEach(picked::add);
      return picked;
    }

    private List<Article> newest(Session session) {
      List<ArticleId> ids = new ModelTextTable(session).newest(settings.reach(), CANDIDATES);
      Map<ArticleId, StoredArticle> articles = session.articles().find(ids);
      return ids.stream()
          .map(articles::get)
          .filter(Objects::nonNull)
          .map(StoredArticle::article)
          .toList();
    }

    /// Takes up to `most` of sources that no other is of.
    private static void take(Stream<Article> from, int most, List<Article> picked) {
      int end = picked.size() + most;
      from.filter(article -> picked.size() < end)
          .filter(article -> picked.stream().noneMatch(one -> isOfOneSource(one, article)))
          .forEach(picked::add);
    }

    private static boolean isOfOneSource(Article one, Article other) {
      return !one.source().isEmpty() && one.source().equals(other.source());
    }

    private static boolean isUsual(Article article) {
      int letters =
          article.paragraphs().stream().mapToInt(paragraph -> paragraph.text().length()).sum();
      return letters >= SHORT && letters <= LONG;
    }
  }
}
