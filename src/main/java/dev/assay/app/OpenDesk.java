package dev.assay.app;

import dev.assay.access.Doors;
import dev.assay.analyze.Analyzer;
import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.measure.MeasureReader;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.ask.Ask;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.claim.SecondReader;
import dev.assay.brief.figure.KeyFigures;
import dev.assay.brief.work.ModelDesk;
import dev.assay.brief.work.ModelTrials;
import dev.assay.check.Arithmetic;
import dev.assay.check.Checker;
import dev.assay.clean.Cleaner;
import dev.assay.cli.terminal.Desk;
import dev.assay.desk.FeedNumbers;
import dev.assay.desk.Marks;
import dev.assay.desk.morning.Morning;
import dev.assay.desk.note.Collections;
import dev.assay.desk.note.Notes;
import dev.assay.event.DatedSentences;
import dev.assay.event.EventReader;
import dev.assay.event.figure.AlikeFigures;
import dev.assay.event.figure.EventFigures;
import dev.assay.event.kept.EventJoin;
import dev.assay.event.kept.EventsByHand;
import dev.assay.event.kept.RiseNews;
import dev.assay.event.kept.Risings;
import dev.assay.export.Export;
import dev.assay.fetch.Courier;
import dev.assay.fetch.Fetcher;
import dev.assay.fold.Edits;
import dev.assay.fold.Outlets;
import dev.assay.follow.Discovery;
import dev.assay.follow.KeptPauses;
import dev.assay.follow.Sources;
import dev.assay.index.SearchIndex;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.index.lucene.LuceneVectors;
import dev.assay.index.meaning.Embedder;
import dev.assay.index.meaning.VectorIndex;
import dev.assay.ingest.AlikeJoin;
import dev.assay.ingest.CompanyList;
import dev.assay.ingest.Embedding;
import dev.assay.ingest.Folds;
import dev.assay.ingest.Indexing;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.Intake;
import dev.assay.ingest.NameBook;
import dev.assay.ingest.NameCandidates;
import dev.assay.ingest.PastIndexing;
import dev.assay.ingest.Settler;
import dev.assay.ingest.Stages;
import dev.assay.ingest.Tagging;
import dev.assay.ingest.Upkeep;
import dev.assay.ingest.Worker;
import dev.assay.ingest.input.Inputs;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.mcp.Toolbox;
import dev.assay.search.Meanings;
import dev.assay.search.Search;
import dev.assay.search.dictionary.Dictionary;
import dev.assay.search.dictionary.DictionaryShelf;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.topic.Differences;
import dev.assay.topic.Topics;
import dev.assay.topic.brief.TopicBriefs;
import dev.assay.topic.event.ComparedFigures;
import dev.assay.topic.event.Events;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.time.Past;
import dev.assay.topic.time.Rises;
import dev.assay.topic.time.SilentEdits;
import dev.assay.topic.time.Timelines;
import dev.assay.watch.Watch;
import dev.assay.watch.send.EndingLetters;
import dev.assay.watch.send.Sending;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// The features on one open data folder. What a command does not ask for is not made.
final class OpenDesk implements Desk {

  private final Store store;
  private final SearchIndex index;
  private final InstantSource clock;
  private final AtomicInteger users = new AtomicInteger(1);
  private final DictionaryShelf dictionary;
  private final Once<NameBook> names;
  private final Once<NameCandidates> candidates;
  private final Lexicon lexicon;
  private final Once<QuantityExtractor> quantities;
  private final Once<Arithmetic> arithmetic;
  private final Once<ClaimReader> claimReader;
  private final Once<MeasureReader> measures;
  private final Once<Bookkeeping> bookkeeping;
  private final Once<SourceSettings> sourceSettings;
  private final Once<Fetcher> fetcher;
  private final Once<Intake> intake;
  private final Once<Sources> sources;
  private final Once<Search> search;
  private final Once<Topics> topics;
  private final Once<Ledgers> ledgers;
  private final ModelWork modelWork;
  private final Once<Outlets> outlets;
  private final Once<Doors> doors;
  private final Once<Folds> folds;
  private final Once<Optional<Meanings>> meanings;
  private final Once<EventJoin> eventJoin;
  private final Once<AlikeJoin> alikeJoin;
  private final ComparedFigures comparedFigures;
  private final Once<Edits> edits;
  private final Once<Risings> risings;
  private final Once<RiseNews> riseNews;
  private final Once<Rises> rises;
  private final Once<Courier> courier;
  private final Once<Watch> watch;
  private final Once<AlertSettings> alertSettings;
  private final Past past;
  private final Once<Ask> ask;
  private volatile Set<String> neighbours = Set.of();

  /// @param vectors opens the vectors of the named model
  private OpenDesk(
      Store store,
      SearchIndex index,
      Lexicon lexicon,
      InstantSource clock,
      Supplier<Optional<Embedder>> embedder,
      BiFunction<Path, String, VectorIndex> vectors) {
    this.store = store;
    this.index = index;
    this.clock = clock;
    this.dictionary = new DictionaryShelf(Dictionary.folder(store.folder()));
    this.lexicon = lexicon;
    this.quantities = new Once<>(() -> new QuantityExtractor(lexicon));
    this.arithmetic = new Once<>(() -> new Arithmetic(lexicon, quantities.get()));
    this.claimReader = new Once<>(() -> new ClaimReader(lexicon, ClaimTrust.Use.CORROBORATED));
    this.measures = new Once<>(() -> new MeasureReader(lexicon));
    this.names = new Once<>(() -> new NameBook(store, Names.load(lexicon), clock));
    this.candidates = new Once<>(() -> new NameCandidates(store, names.get()));
    this.sourceSettings = new Once<>(() -> SourceSettings.read(store.folder()));
    this.fetcher =
        new Once<>(
            () ->
                new Fetcher(
                    sourceSettings.get().fetching().meeting(neighbours),
                    clock,
                    new KeptPauses(store, clock)));
    this.sources = new Once<>(this::newSources);
    this.intake = new Once<>(() -> new Intake(this::ingest, this::inputs, clock));
    this.search = new Once<>(this::newSearch);
    this.meanings =
        new Once<>(
            () ->
                embedder
                    .get()
                    .map(
                        present ->
                            new Meanings(
                                vectors.apply(StoreIndex.vectors(store.folder()), present.name()),
                                present)));
    this.modelWork =
        new ModelWork(
            store,
            new ModelWork.Reading(
                lexicon, () -> names.get().matcher(), this::checker, this::analyzer, dictionary),
            () -> topics().savedEntities(),
            () -> ingest().catchUpClaims(),
            clock);
    this.doors = new Once<>(() -> Doors.of(store, clock, System.getenv()));
    this.outlets = new Once<>(() -> OwnersFile.read(lexicon, store.folder()));
    this.bookkeeping = new Once<>(() -> new Bookkeeping(lexicon, outlets.get()));
    this.ask = new Once<>(this::newAsk);
    this.risings = new Once<>(() -> new Risings(outlets.get(), clock));
    this.riseNews = new Once<>(() -> new RiseNews(risings.get(), clock));
    this.rises =
        new Once<>(
            () -> new Rises(store, this::currentNames, () -> names.get().matcher(), risings.get()));
    this.edits = new Once<>(() -> new Edits(lexicon, () -> names.get().matcher()));
    this.eventJoin =
        new Once<>(() -> new EventJoin(new EventReader(lexicon, () -> names.get().matcher())));
    this.alikeJoin =
        new Once<>(
            () ->
                new AlikeJoin(
                    new AlikeFigures(
                        lexicon, eventJoin.get().reader(), quantities.get(), outlets.get()),
                    bookkeeping.get()));
    Once<EventFigures> eventFigures =
        new Once<>(
            () ->
                new EventFigures(
                    lexicon, eventJoin.get().reader(), quantities.get(), outlets.get()));
    this.comparedFigures = new ComparedFigures(eventFigures::get);
    this.folds =
        new Once<>(
            () ->
                new Folds(
                    store, index, this::currentNames, bookkeeping.get(), eventJoin.get(), clock));
    this.ledgers =
        new Once<>(
            () ->
                new Ledgers(
                    store,
                    search.get(),
                    this::currentNames,
                    bookkeeping.get(),
                    () -> Indexing.catchUp(store, index, this::currentNames),
                    clock));
    this.alertSettings = new Once<>(() -> AlertSettings.read(store.folder()));
    this.courier = new Once<>(() -> new Courier(alertSettings.get().sending(), clock));
    this.watch = new Once<>(this::newWatch);
    this.past =
        new Past(
            this::present,
            this::asOf,
            () -> store.<Long>readOnce(s -> s.articles().lastSequence()),
            clock);
    this.topics =
        new Once<>(
            () ->
                new Topics(
                    store,
                    search.get(),
                    this::currentNames,
                    () -> names.get().matcher(),
                    arithmetic::get,
                    clock,
                    outlets.get()));
  }

  private Ask newAsk() {
    return new Ask(
        store,
        past,
        bookkeeping.get(),
        () -> new BriefNumbers(checker()),
        quantities::get,
        modelWork::desk,
        outlets.get(),
        lexicon,
        clock);
  }

  @Override
  public Ask ask() {
    return ask.get();
  }

  @Override
  public Export export() {
    return new Export(
        past, ask(), new Export.Own(collections(), notes()), topicBriefs(), outlets.get(), lexicon);
  }

  @Override
  public TopicBriefs topicBriefs() {
    return new TopicBriefs(store, topics(), ledgers(), outlets.get(), quantities::get, clock);
  }

  private Checker checker() {
    return new Checker(quantities.get(), currentNames());
  }

  @Override
  public Past past() {
    return past;
  }

  Past.At present() {
    return new Past.At(
        Optional.empty(),
        store,
        this::currentNames,
        topics(),
        search(),
        ledgers(),
        differences(),
        new Events(
            store,
            search(),
            this::currentNames,
            () -> eventJoin.get().reader(),
            comparedFigures,
            outlets.get()),
        new Timelines(
            store,
            search(),
            this::currentNames,
            () -> names.get().matcher(),
            () -> eventJoin.get().reader(),
            outlets.get()),
        new SilentEdits(store, edits.get(), clock),
        rises.get(),
        () -> {});
  }

  /// The features as of a moment.
  private Past.At asOf(Instant moment) {
    Store then = store.asOf(moment);
    NameBook book = names.get().asOf(then);
    SearchIndex known = PastIndexing.of(store, then, index, book.names(), moment);
    InstantSource at = InstantSource.fixed(moment);
    Search finding =
        new Search(known, ids -> articles(then, ids), at)
            .withFolders(folder -> outlets(store, folder))
            .withMeanings(meanings::get)
            .with(book::names, dictionary);
    Supplier<EventReader> reader = () -> eventJoin.get().reader().with(book::matcher);
    return new Past.At(
        Optional.of(moment),
        then,
        book::names,
        new Topics(then, finding, book::names, book::matcher, arithmetic::get, at, outlets.get()),
        finding,
        new Ledgers(then, finding, book::names, bookkeeping.get(), () -> {}, at),
        new Differences(then),
        new Events(then, finding, book::names, reader, comparedFigures, outlets.get()),
        new Timelines(then, finding, book::names, book::matcher, reader, outlets.get()),
        new SilentEdits(then, edits.get(), at),
        new Rises(then, book::names, book::matcher, new Risings(outlets.get(), at)),
        then::close);
  }

  private Watch newWatch() {
    return Watch.of(
        new Watch.Parts(
            store, topics.get(), ledgers.get(), differences(), lexicon, this::followStore),
        alertSettings.get().watch(),
        address -> courier.get().refusal(address),
        clock);
  }

  @Override
  public Watch watch() {
    return watch.get();
  }

  @Override
  public Sending sending() {
    return new Sending(watch.get().outbox(), courier.get(), alertSettings.get().watch(), clock);
  }

  /// By which numbers reading programs know feeds.
  FeedNumbers feedNumbers() {
    return new FeedNumbers(store);
  }

  @Override
  public Marks marks() {
    return new Marks(store, clock);
  }

  @Override
  public Notes notes() {
    return new Notes(store, clock);
  }

  @Override
  public Collections collections() {
    return new Collections(store, clock);
  }

  /// The tools for assistants.
  Toolbox toolbox() {
    Once<Checker> checker = new Once<>(this::checker);
    return new Toolbox(
        new Toolbox.Rooms(
            past,
            topics(),
            ledgers(),
            names(),
            notes(),
            collections(),
            sources(),
            ask(),
            topicBriefs(),
            checker::get));
  }

  @Override
  public Doors doors() {
    return doors.get();
  }

  @Override
  public Morning morning() {
    return new Morning(topics(), ledgers(), present().events(), marks());
  }

  @Override
  public Ledgers ledgers() {
    return ledgers.get();
  }

  private Sources newSources() {
    return new Sources(
        store,
        new Sources.Reach(
            fetcher.get(),
            SourceSettings.secrets(store.folder()),
            new Discovery.Bridges(sourceSettings.get().rsshub(), sourceSettings.get().rssbridge()),
            sourceSettings.get().publicAddress()),
        inputs(),
        this::ingest,
        lexicon,
        clock);
  }

  @Override
  public Sources sources() {
    return sources.get();
  }

  /// Letters that end alerts.
  EndingLetters endingLetters() {
    return new EndingLetters(watch().rules(), alertSettings.get().watch());
  }

  /// Where mail that is sent to us is taken; empty if it is not.
  Optional<InetSocketAddress> letters() {
    return Optional.ofNullable(sourceSettings.get().letters());
  }

  Intake intake() {
    return intake.get();
  }

  /// May ask these programs of the user's own too, each `HOST:PORT`; said before anything is asked.
  OpenDesk meeting(Set<String> places) {
    neighbours = places;
    return this;
  }

  static OpenDesk toRead(
      Path data,
      StoreSettings settings,
      Lexicon lexicon,
      InstantSource clock,
      Supplier<Optional<Embedder>> embedder) {
    Store store = settings.openToRead(data);
    return orClose(
        store,
        () ->
            new OpenDesk(
                store,
                StoreIndex.toRead(store, settings, lexicon, clock),
                lexicon,
                clock,
                embedder,
                LuceneVectors::openForReading));
  }

  private static OpenDesk orClose(Store store, Supplier<OpenDesk> desk) {
    try {
      return desk.get();
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// Opens for a worker, which finds nothing and has no index.
  static OpenDesk toWork(
      Path data,
      StoreSettings settings,
      Lexicon lexicon,
      InstantSource clock,
      Supplier<Optional<Embedder>> embedder) {
    Store store = settings.openToWrite(data);
    return orClose(
        store,
        () ->
            new OpenDesk(
                store,
                LuceneIndex.openInMemory(),
                lexicon,
                clock,
                embedder,
                LuceneVectors::openForReading));
  }

  /// Opens for writing, and brings the index up to the store.
  static OpenDesk toWrite(
      Path data,
      StoreSettings settings,
      Lexicon lexicon,
      InstantSource clock,
      Supplier<Optional<Embedder>> embedder) {
    Store store = settings.openToWrite(data);
    return orClose(
        store,
        () -> {
          OpenDesk desk =
              new OpenDesk(
                  store,
                  StoreIndex.toWrite(store, settings, lexicon, clock),
                  lexicon,
                  clock,
                  embedder,
                  LuceneVectors::open);
          desk.followStore();
          return desk;
        });
  }

  /// Has the index follow what others changed.
  void followStore() {
    Indexing.catchUp(store, index, this::currentNames);
  }

  Settler settler() {
    return new Settler(store, stages());
  }

  Worker worker() {
    return new Worker(store, stages(), clock);
  }

  Store store() {
    return store;
  }

  Path folder() {
    return store.folder();
  }

  private Names currentNames() {
    return names.get().names();
  }

  private static List<String> outlets(Store store, String folder) {
    return store.readOnce(session -> session.sourceEntries().outlets(folder));
  }

  private Search newSearch() {
    return new Search(index, this::articles, clock)
        .withFolders(folder -> outlets(store, folder))
        .withMeanings(meanings::get)
        .with(this::currentNames, dictionary);
  }

  private Analyzer analyzer(TagMatcher matcher) {
    return new Analyzer(quantities.get(), matcher, claimReader.get(), measures.get());
  }

  private Map<ArticleId, Article> articles(Collection<ArticleId> ids) {
    return articles(store, ids);
  }

  private static Map<ArticleId, Article> articles(Store store, Collection<ArticleId> ids) {
    Map<ArticleId, Article> found = new HashMap<>();
    store
        .<Map<ArticleId, StoredArticle>>readOnce(session -> session.articles().find(ids))
        .forEach((id, stored) -> found.put(id, stored.article()));
    return found;
  }

  @Override
  public Topics topics() {
    return topics.get();
  }

  @Override
  public Search search() {
    return search.get();
  }

  @Override
  public Upkeep upkeep() {
    return new Upkeep(store, index, this::currentNames, bookkeeping::get, eventJoin::get);
  }

  @Override
  public Optional<Embedding> embedding() {
    return meanings
        .get()
        .map(present -> new Embedding(store, present.vectors(), present.embedder()));
  }

  @Override
  public ModelDesk models() {
    return modelWork.desk();
  }

  @Override
  public ModelTrials modelTrials() {
    return modelWork.trials();
  }

  @Override
  public Folds folds() {
    return folds.get();
  }

  @Override
  public EventsByHand eventsByHand() {
    return new EventsByHand(store, eventJoin.get(), clock);
  }

  @Override
  public Differences differences() {
    return new Differences(store);
  }

  @Override
  public Ingest ingest() {
    return new Ingest(store, index, stages(), clock);
  }

  private Stages stages() {
    // The matcher first: names that change in between are then newer than the version that counts.
    TagMatcher matcher = names.get().matcher();
    Names current = currentNames();
    Checker checker = new Checker(quantities.get(), current);
    Analyzer analyzer = analyzer(matcher);
    return new Stages(
        new Cleaner(),
        current,
        analyzer,
        new SecondReader(lexicon, analyzer),
        new BriefNumbers(checker),
        new KeyFigures(checker, current),
        bookkeeping.get(),
        eventJoin.get(),
        alikeJoin.get(),
        new DatedSentences(lexicon),
        edits.get(),
        riseNews.get());
  }

  @Override
  public CompanyList companies() {
    return new CompanyList(
        store.folder(), sourceSettings.get().companies(), fetcher::get, () -> Names.load(lexicon));
  }

  @Override
  public NameBook names() {
    return names.get();
  }

  @Override
  public NameCandidates candidates() {
    return candidates.get();
  }

  @Override
  public Tagging tagging() {
    return new Tagging(store, index, names.get(), this::stages);
  }

  @Override
  public Inputs inputs() {
    return new Inputs(fetcher.get(), clock);
  }

  /// The same desk for one more user: it stays open until each of them has closed it.
  OpenDesk shared() {
    users.incrementAndGet();
    return this;
  }

  @Override
  public void close() {
    if (users.decrementAndGet() > 0) {
      return;
    }
    past.close();
    fetcher.ifMade(Fetcher::close);
    courier.ifMade(Courier::close);
    meanings.ifMade(present -> present.ifPresent(Meanings::close));
    index.close();
    store.close();
  }
}
