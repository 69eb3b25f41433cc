package dev.assay.topic;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.Analysis;
import dev.assay.analyze.Analyzer;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.measure.MeasureReader;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.analyze.text.Sentences;
import dev.assay.api.research.ResearchRoutes;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Outcome;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.ask.Ask;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.BriefTable;
import dev.assay.brief.extract.ExtractiveBriefs;
import dev.assay.brief.model.ModelWriters;
import dev.assay.brief.work.ModelDesk;
import dev.assay.brief.work.ModelTrials;
import dev.assay.check.Arithmetic;
import dev.assay.check.Checker;
import dev.assay.cite.Span;
import dev.assay.desk.Marks;
import dev.assay.desk.note.Collections;
import dev.assay.desk.note.Notes;
import dev.assay.event.DatedSentence;
import dev.assay.event.DatedSentences;
import dev.assay.event.EventReader;
import dev.assay.event.figure.EventFigures;
import dev.assay.event.kept.DatedTable;
import dev.assay.event.kept.EventJoin;
import dev.assay.event.kept.EventTable;
import dev.assay.event.kept.EventsByHand;
import dev.assay.event.kept.RiseNews;
import dev.assay.event.kept.Risings;
import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.Fetcher;
import dev.assay.fetch.Secrets;
import dev.assay.fold.Edits;
import dev.assay.fold.Outlets;
import dev.assay.follow.Discovery;
import dev.assay.follow.Sources;
import dev.assay.index.IndexedArticle;
import dev.assay.index.SearchIndex;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.Folds;
import dev.assay.ingest.Indexing;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.Intake;
import dev.assay.ingest.NameBook;
import dev.assay.ingest.NameCandidates;
import dev.assay.ingest.ShippedStages;
import dev.assay.ingest.Tagging;
import dev.assay.ingest.Upkeep;
import dev.assay.ingest.input.Inputs;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.llm.ChosenModel;
import dev.assay.llm.ModelSettings;
import dev.assay.llm.NearbyServers;
import dev.assay.search.Search;
import dev.assay.source.FeedEntry;
import dev.assay.source.Opml;
import dev.assay.source.Source;
import dev.assay.store.ArticleTable;
import dev.assay.store.Happening;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.StoredClaim;
import dev.assay.store.Stores;
import dev.assay.store.TagTable.TagRow;
import dev.assay.store.source.SourceEntryTable;
import dev.assay.topic.brief.TopicBriefs;
import dev.assay.topic.event.ComparedFigures;
import dev.assay.topic.event.Events;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.time.Past;
import dev.assay.topic.time.Rises;
import dev.assay.topic.time.SilentEdits;
import dev.assay.topic.time.Timelines;
import dev.assay.watch.Watch;
import dev.assay.watch.WatchSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A small library on disk, filled by hand with articles of our own.
public final class Library implements AutoCloseable {

  public static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2025-11-24T09:00:00Z"));

  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final TagMatcher TAGS = new TagMatcher(NAMES);
  private static final QuantityExtractor QUANTITIES = new QuantityExtractor(Lexicon.shipped());
  private static final Bookkeeping BOOKS = Bookkeeping.of(Lexicon.shipped());

  private static final EventFigures FIGURES =
      new EventFigures(
          Lexicon.shipped(),
          new EventReader(Lexicon.shipped(), () -> new TagMatcher(Names.load(Lexicon.shipped()))),
          new QuantityExtractor(Lexicon.shipped()),
          Outlets.of(Lexicon.shipped()));

  private static final EventJoin EVENTS =
      new EventJoin(new EventReader(Lexicon.shipped(), () -> TAGS));

  private static final Edits EDITS = new Edits(Lexicon.shipped(), () -> TAGS);
  private static final DatedSentences DAYS = new DatedSentences(Lexicon.shipped());
  private static final Analyzer ANALYZER =
      new Analyzer(
          QUANTITIES,
          TAGS,
          new ClaimReader(Lexicon.shipped()),
          new MeasureReader(Lexicon.shipped()));

  private static final Arithmetic ARITHMETIC =
      new Arithmetic(Lexicon.shipped(), new QuantityExtractor(Lexicon.shipped()));

  private final Store store;
  private final LuceneIndex index;
  private final Search search;
  private final Topics topics;
  private final Ledgers ledgers;
  private final Map<ArticleId, List<Claim>> claims = new HashMap<>();

  private final NameBook book;
  private final NameCandidates candidates;

  public Library(Path folder) {
    store = Stores.openToWrite(folder);
    index = LuceneIndex.open(folder.resolve("index"));
    book = new NameBook(store, NAMES, CLOCK);
    candidates = new NameCandidates(store, book);
    search = new Search(index, this::articles, CLOCK);
    topics =
        new Topics(
            store,
            search,
            book::names,
            book::matcher,
            () -> ARITHMETIC,
            CLOCK,
            Outlets.of(Lexicon.shipped()));
    ledgers =
        new Ledgers(
            store,
            search,
            book::names,
            BOOKS,
            () -> Indexing.catchUp(store, index, book::names),
            CLOCK);
  }

  private Map<ArticleId, Article> articles(Collection<ArticleId> ids) {
    return store.read(
        session ->
            session.articles().find(ids).values().stream()
                .collect(Collectors.toMap(StoredArticle::id, StoredArticle::article)));
  }

  public NameBook book() {
    return book;
  }

  /// What is followed: nothing, and no address is asked.
  public Sources sources() {
    Fetcher fetcher = new Fetcher(FetchSettings.DEFAULTS, CLOCK);
    return new Sources(
        store,
        new Sources.Reach(fetcher, Secrets.NONE, Discovery.Bridges.NONE),
        new Inputs(fetcher, CLOCK),
        () -> new Ingest(store, index, ShippedStages.of(book), CLOCK),
        Lexicon.shipped(),
        CLOCK);
  }

  /// What the API of research desks is made of.
  public ResearchRoutes.Rooms rooms() {
    return new ResearchRoutes.Rooms(
        topics, search, sources(), collections(), intake(), upkeep(), ask(), rises());
  }

  private Intake intake() {
    Fetcher fetcher = new Fetcher(FetchSettings.DEFAULTS, CLOCK);
    return new Intake(
        () -> new Ingest(store, index, ShippedStages.of(book), CLOCK),
        () -> new Inputs(fetcher, CLOCK),
        CLOCK);
  }

  public NameCandidates candidates() {
    return candidates;
  }

  public Tagging tagging() {
    return new Tagging(store, index, book, () -> ShippedStages.of(book));
  }

  public Topics topics() {
    return topics;
  }

  public Marks marks() {
    return marks(CLOCK);
  }

  public Notes notes() {
    return new Notes(store, CLOCK);
  }

  public Collections collections() {
    return new Collections(store, CLOCK);
  }

  public Marks marks(InstantSource clock) {
    return new Marks(store, clock);
  }

  public Events events() {
    return new Events(
        store,
        search,
        book::names,
        EVENTS::reader,
        new ComparedFigures(() -> FIGURES),
        Outlets.of(Lexicon.shipped()));
  }

  public Rises rises() {
    return new Rises(
        store, book::names, book::matcher, new Risings(Outlets.of(Lexicon.shipped()), CLOCK));
  }

  /// What is told among what happens of names that rise, looked for anew.
  public List<String> told() {
    new RiseNews(new Risings(Outlets.of(Lexicon.shipped()), CLOCK), CLOCK).look(store);
    return store
        .read(session -> session.happenings().after(0, List.of(Happening.Kind.NAME_RISING), 10))
        .stream()
        .map(one -> one.about().subject() + " " + one.about().detail())
        .toList();
  }

  public SilentEdits edits() {
    return new SilentEdits(store, EDITS, CLOCK);
  }

  public Timelines timelines() {
    return new Timelines(
        store, search, book::names, book::matcher, EVENTS::reader, Outlets.of(Lexicon.shipped()));
  }

  public EventsByHand eventsByHand() {
    return new EventsByHand(store, EVENTS, CLOCK);
  }

  /// Alerts that nobody is sent.
  public Watch watch() {
    return Watch.of(
        new Watch.Parts(store, topics(), ledgers(), differences(), Lexicon.shipped(), () -> {}),
        new WatchSettings(URI.create("https://desk.example.org"), null, ""),
        _ -> Optional.empty(),
        CLOCK);
  }

  public Differences differences() {
    return new Differences(store);
  }

  /// A desk without a language model.
  public ModelDesk models() {
    return new ModelDesk(store, noModel(), Library::noWriter, Set::of, () -> {}, CLOCK);
  }

  /// Nothing listens at the port that is looked at.
  public ModelTrials modelTrials() {
    return new ModelTrials(store, noModel(), Library::noWriter, NearbyServers.at(1), CLOCK);
  }

  private ChosenModel noModel() {
    return new ChosenModel(store.folder(), Map.of());
  }

  private static ModelWriters noWriter(ModelSettings settings) {
    throw new IllegalStateException("no language model is configured");
  }

  /// The desk of today; it has no other.
  public Past past() {
    return past(search);
  }

  private Past past(Search search) {
    return new Past(
        () ->
            new Past.At(
                Optional.empty(),
                store,
                book::names,
                topics,
                search,
                ledgers,
                differences(),
                events(),
                timelines(),
                edits(),
                rises(),
                () -> {}),
        _ -> {
          throw new IllegalStateException("this library has no past");
        },
        () -> 0,
        CLOCK);
  }

  public Ask ask() {
    return ask(past());
  }

  /// The same, whose questions go to another index.
  public Ask ask(SearchIndex other) {
    return ask(past(new Search(other, this::articles, CLOCK)));
  }

  private Ask ask(Past past) {
    return new Ask(
        store,
        past,
        BOOKS,
        () -> new BriefNumbers(new Checker(QUANTITIES, NAMES)),
        () -> QUANTITIES,
        this::models,
        Outlets.of(Lexicon.shipped()),
        Lexicon.shipped(),
        CLOCK);
  }

  public TopicBriefs topicBriefs() {
    return new TopicBriefs(
        store, topics, ledgers, Outlets.of(Lexicon.shipped()), () -> QUANTITIES, CLOCK);
  }

  public Folds folds() {
    return new Folds(store, index, () -> NAMES, BOOKS, EVENTS, CLOCK);
  }

  public Search search() {
    return search;
  }

  public Ledgers ledgers() {
    return ledgers;
  }

  /// Lets an article say that `thing` has `figure`, which stands in one of its paragraphs, and
  /// keeps the ledger.
  public Claim claim(
      Article article, String figure, Thing thing, Property property, Part... scope) {
    Claim claim = claimOf(article, figure, thing, property, List.of(scope));
    claims.computeIfAbsent(article.id(), _ -> new ArrayList<>()).add(claim);
    readClaims(article);
    return claim;
  }

  /// The same for each of `scopes`.
  public void claims(
      Article article, String figure, Thing thing, Property property, List<List<Part>> scopes) {
    List<Claim> found = claims.computeIfAbsent(article.id(), _ -> new ArrayList<>());
    scopes.forEach(scope -> found.add(claimOf(article, figure, thing, property, scope)));
    readClaims(article);
  }

  /// The same of a claim that is trusted so much only.
  public Claim doubtfulClaim(
      Article article, String figure, double trust, Thing thing, Property property, Part... scope) {
    Claim sure = claimOf(article, figure, thing, property, List.of(scope));
    Claim claim =
        new Claim(
            sure.entity(),
            sure.property(),
            sure.of(),
            sure.time(),
            sure.value(),
            sure.paragraph(),
            sure.sentence(),
            sure.speaker(),
            sure.stance(),
            new Claim.Reading(trust, null));
    claims.computeIfAbsent(article.id(), _ -> new ArrayList<>()).add(claim);
    readClaims(article);
    return claim;
  }

  /// Reads the claims of an article anew: finds what it found before.
  public void readClaims(Article article) {
    List<Claim> found = claims.getOrDefault(article.id(), List.of());
    store.change(session -> session.claims().put(article.id(), BOOKS.filed(article, found)));
    BOOKS.refresh(store);
    Indexing.catchUp(store, index, book::names);
  }

  /// Makes all entries anew in the drawers that hold a claim of the article.
  public void makeAnew(Article article) {
    store.change(
        session ->
            session.claims().of(List.of(article.id())).get(article.id()).stream()
                .map(StoredClaim::drawer)
                .forEach(drawer -> session.claims().markStale(drawer, Instant.EPOCH)));
    BOOKS.refresh(store);
  }

  public Store store() {
    return store;
  }

  private static Claim claimOf(
      Article article, String figure, Thing thing, Property property, List<Part> scope) {
    Paragraph paragraph =
        article.paragraphs().stream()
            .filter(one -> one.text().contains(figure))
            .findFirst()
            .orElseThrow();
    String text = paragraph.text();
    int at = text.indexOf(figure);
    Quantity quantity =
        QUANTITIES.read(text, article.language(), article.publishedAt()).quantities().stream()
            .filter(one -> one.span().start() < at + figure.length() && one.span().end() > at)
            .findFirst()
            .orElseThrow();
    Span sentence =
        Sentences.of(text).stream()
            .filter(one -> one.start() <= at && at < one.end())
            .findFirst()
            .orElseThrow();
    return new Claim(
        thing,
        property,
        scope,
        null,
        new Claim.Value.Figure(quantity),
        paragraph.number(),
        sentence,
        null,
        Claim.Stance.ASSERTED);
  }

  /// Deletes an article as the program does.
  public boolean delete(Article article) {
    return upkeep().delete(article.id());
  }

  public Upkeep upkeep() {
    return new Upkeep(store, index, () -> NAMES, () -> BOOKS, () -> EVENTS);
  }

  /// Follows a feed from which these articles came.
  public Source follow(String address, String title, Article... came) {
    Sources.Outlined followed =
        sources()
            .follow(new Opml(List.of(new Opml.Outline(title, address, "", "", "feed"))), "", "")
            .getFirst();
    Source source = ((Sources.Following.Done) followed.following()).source();
    store.change(
        session -> {
          for (Article article : came) {
            String link = String.valueOf(article.address());
            FeedEntry entry =
                new FeedEntry(link, article.title(), null, link, "", "", FeedEntry.More.NOTHING);
            session
                .sourceEntries()
                .add(source.id(), entry, SourceEntryTable.First.WAITING, CLOCK.instant());
            session
                .sourceEntries()
                .settle(
                    source.id(), link, new Outcome.Imported(article.id()), "full", CLOCK.instant());
          }
        });
    return source;
  }

  /// Stores an article that is no copy.
  public Article add(
      String id,
      Language language,
      String source,
      String published,
      String title,
      String... texts) {
    Article article = article(id, language, source, published, title, texts);
    put(article, article.id());
    return article;
  }

  /// Stores an article with the text of `original`.
  public Article copy(String id, Article original, String source, String published) {
    Article copy =
        article(
            id,
            original.language(),
            source,
            published,
            original.title(),
            original.paragraphs().stream().map(Paragraph::text).toArray(String[]::new));
    put(copy, original.id());
    return copy;
  }

  public static Article article(
      String id,
      Language language,
      String source,
      String published,
      String title,
      String... texts) {
    Identity identity = new Identity.OfExternal("library", id);
    List<Paragraph> paragraphs =
        IntStream.range(0, texts.length)
            .mapToObj(
                i ->
                    new Paragraph(
                        i + 1,
                        texts[i].contains(Paragraph.CELL)
                            ? Paragraph.Kind.TABLE
                            : Paragraph.Kind.TEXT,
                        texts[i]))
            .toList();
    return new Article(
        identity.articleId(),
        URI.create("https://library.example/" + id),
        source,
        id,
        title,
        List.of(),
        new PublicationTime(
            Instant.parse(published),
            Precision.MINUTE,
            language.isChinese() ? ZoneOffset.ofHours(8) : ZoneOffset.UTC,
            true,
            Certainty.STATED,
            "json-ld datePublished"),
        null,
        Instant.parse("2025-11-23T00:00:00Z"),
        language,
        ArticleKind.NEWS,
        null,
        null,
        paragraphs);
  }

  private void put(Article article, ArticleId canonical) {
    List<Tag> tags = TAGS.read(article);
    Analysis analysis = ANALYZER.analyze(article);
    List<DatedSentence> dated = DAYS.of(analysis);
    byte[] bytes = article.title().getBytes(StandardCharsets.UTF_8);
    byte[] hash = RawDocumentTable.hash(bytes);
    store.change(
        session -> {
          session
              .rawDocuments()
              .put(hash, "text/plain", bytes.length, RawDocumentTable.deflated(bytes));
          session
              .articles()
              .insert(
                  article,
                  new ArticleTable.Origin(
                      new Identity.OfExternal("library", String.valueOf(article.externalId())),
                      hash,
                      Map.of()),
                  canonical);
          session
              .tags()
              .put(
                  article.id(),
                  article.orderedBy(),
                  tags.stream().map(tag -> new TagRow(tag.entity(), tag.about())).toList());
          new BriefTable(session).put(ExtractiveBriefs.of(Analyses.of(article)));
          new EventTable(session).put(article.id(), EVENTS.reader().read(analysis, dated));
          new DatedTable(session).put(article.id(), dated);
          EVENTS.join(session, article.id(), article.fetchedAt());
        });
    index.put(List.of(indexed(article, canonical, tags)));
    index.commit(1);
    index.refresh();
  }

  private static IndexedArticle indexed(Article article, ArticleId canonical, List<Tag> tags) {
    return new IndexedArticle(
        article,
        canonical,
        tags.stream().map(Tag::entity).collect(Collectors.toSet()),
        tags.stream()
            .flatMap(tag -> NAMES.entity(tag.entity()).stream())
            .flatMap(entity -> Stream.of(Language.ZH_HANS, Language.EN).map(entity::label))
            .toList(),
        Set.of());
  }

  /// Four articles of three outlets, one of them twice, in both languages and scripts.
  public Library filled() {
    Article neodymium =
        add(
            "nd-zh",
            Language.ZH_HANS,
            "北岸财经",
            "2025-11-21T02:02:00Z",
            "钕价先动，磁材厂排产到明年春天",
            "钕价本周上涨一成，磁材厂的订单已经排到明年三月。",
            "电机厂提前备货，是这一轮订单的主因。出口订单只占两成，但价格更高。",
            "月份 │ 报价\n10月 │ 每吨52万元\n11月 │ 每吨57万元");
    copy("nd-zh-copy", neodymium, "海石新闻", "2025-11-21T03:40:00Z");
    add(
        "nd-hant",
        Language.ZH_HANT,
        "東灣日報",
        "2025-11-20T10:15:00Z",
        "釹鐵硼訂單回流，臺廠等不到原料",
        "釹的現貨愈來愈少，臺灣的磁鐵廠說，十二月以前拿不到第二批貨。",
        "業者盼政府出面協調，也有人轉向澳大利亞找料。");
    add(
        "lynas-en",
        Language.EN,
        "Carrow Dispatch",
        "2025-11-12T05:18:00Z",
        "Lynas waits for a second permit",
        "Lynas can run its cracking plant at a third of its capacity until the permit comes, the company said.",
        "The state wants a second study of the tailings dam, which takes four months. Neodymium buyers have been told to expect less neodymium until then.",
        "A decision is due in March.");
    return this;
  }

  @Override
  public void close() {
    index.close();
    store.close();
  }
}
