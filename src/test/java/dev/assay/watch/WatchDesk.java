package dev.assay.watch;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.article.ReaderId;
import dev.assay.fetch.Courier;
import dev.assay.fetch.FetchSettings;
import dev.assay.fold.Outlets;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.Indexing;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.ShippedStages;
import dev.assay.ingest.input.Given;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.search.Search;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.Stores;
import dev.assay.topic.Differences;
import dev.assay.topic.Topics;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.watch.WatchSettings.MailServer;
import dev.assay.watch.send.Sending;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A desk with alerts, whose clock the test moves; what it takes in comes as from a source that is
/// followed.
public final class WatchDesk implements AutoCloseable {

  public static final Instant NOW = Instant.parse("2025-11-24T02:00:00Z");
  public static final ReaderId ANA = new ReaderId("ana");

  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final Bookkeeping BOOKS = Bookkeeping.of(Lexicon.shipped());

  public final Store store;
  public final Watch watch;
  public final Sending sending;
  public final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
  private final LuceneIndex index;
  private final Ingest ingest;
  private final Courier courier;

  public WatchDesk(Path folder) {
    this(folder, null);
  }

  /// @param mail the server that takes letters
  public WatchDesk(Path folder, @Nullable MailServer mail) {
    store = Stores.openToWrite(folder);
    index = LuceneIndex.open(folder.resolve("index"));
    ingest = new Ingest(store, index, ShippedStages.of(NAMES), clock::get);
    Search search = new Search(index, this::articles, clock::get).with(NAMES, Optional.empty());
    Topics topics =
        new Topics(
            store,
            search,
            () -> NAMES,
            () -> {
              throw new IllegalStateException("no sentences are looked for here");
            },
            () -> {
              throw new IllegalStateException("no sums are looked at here");
            },
            clock::get,
            Outlets.of(Lexicon.shipped()));
    Ledgers ledgers = new Ledgers(store, search, () -> NAMES, BOOKS, () -> {}, clock::get);
    WatchSettings settings =
        new WatchSettings(URI.create("https://desk.example.org"), mail, "stop@desk.example.org");
    courier =
        new Courier(
            FetchSettings.DEFAULTS.with(FetchSettings.PrivateAddresses.ALLOWED), clock::get);
    watch =
        Watch.of(
            new Watch.Parts(
                store,
                topics,
                ledgers,
                new Differences(store),
                Lexicon.shipped(),
                () -> Indexing.catchUp(store, index, () -> NAMES)),
            settings,
            courier::refusal,
            clock::get);
    sending = new Sending(watch.outbox(), courier, settings, clock::get);
  }

  private Map<ArticleId, Article> articles(Collection<ArticleId> ids) {
    Map<ArticleId, Article> found = new HashMap<>();
    store
        .<Map<ArticleId, StoredArticle>>readOnce(session -> session.articles().find(ids))
        .forEach((id, stored) -> found.put(id, stored.article()));
    return found;
  }

  /// Half an hour passes, and a source names an article that is an hour old.
  public void comes(String id, String source, String title, String text) {
    clock.updateAndGet(at -> at.plus(Duration.ofMinutes(30)));
    take(id, source, clock.get().minus(Duration.ofHours(1)), title, text, true);
  }

  /// An article is taken in at this moment.
  ///
  /// @param followed whether a source named it
  public void take(
      String id, String source, Instant published, String title, String text, boolean followed) {
    Map<String, String> line =
        Map.of(
            "id", id,
            "source", source,
            "published", published.toString(),
            "title", title,
            "text", text);
    RawDocument document =
        new RawDocument(
            new Identity.OfExternal("", id),
            null,
            RawDocument.BATCH_LINE,
            JsonMapper.shared().writeValueAsString(line).getBytes(StandardCharsets.UTF_8),
            followed ? Map.of(RawDocument.COMPLETENESS, "full") : Map.of(),
            clock.get());
    ingest.run(List.<Given>of(new Given.Document(document)).iterator(), (_, _) -> {});
  }

  /// A rule of Ana's that tells at once.
  public Rule rule(String scope, String subject, List<String> channels, String... when) {
    return rule(scope, subject, "now", channels, when);
  }

  public Rule rule(
      String scope, String subject, String schedule, List<String> channels, String... when) {
    return rule(scope, subject, schedule, channels, RuleDraft.Only.ANY, when);
  }

  /// One that passes over what is not `only`.
  public Rule rule(
      String scope, String subject, List<String> channels, RuleDraft.Only only, String... when) {
    return rule(scope, subject, "now", channels, only, when);
  }

  private Rule rule(
      String scope,
      String subject,
      String schedule,
      List<String> channels,
      RuleDraft.Only only,
      String... when) {
    return ((Kept.Done<Rule>)
            watch
                .rules()
                .add(
                    ANA,
                    new RuleDraft(
                        subject.isEmpty() ? "all" : "",
                        scope,
                        subject,
                        List.of(when),
                        "5",
                        only,
                        schedule,
                        "",
                        "Asia/Shanghai",
                        "en",
                        channels)))
        .kept();
  }

  public Channel channel(String kind, String address, String secret) {
    return ((Kept.Done<Channel>)
            watch.channels().add(ANA, new Channels.Draft(kind, address, secret, true)))
        .kept();
  }

  /// What a rule found, the first first, as `word: title; what is said`.
  public List<String> told(Rule rule) {
    return watch.rules().found(rule, 1_000).reversed().stream()
        .map(Alert::item)
        .map(
            item ->
                item.what()
                    + ": "
                    + item.title()
                    + (item.said().isEmpty() ? "" : "; " + item.said()))
        .toList();
  }

  @Override
  public void close() {
    courier.close();
    index.close();
    store.close();
  }
}
