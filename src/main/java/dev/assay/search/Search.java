package dev.assay.search;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexPage.Hit;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.All;
import dev.assay.index.IndexQuery.Between;
import dev.assay.index.IndexQuery.Every;
import dev.assay.index.IndexQuery.Except;
import dev.assay.index.IndexQuery.Fresh;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexQuery.Preferring;
import dev.assay.index.IndexQuery.Value;
import dev.assay.index.IndexQuery.Weighted;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexRequest.Anchor;
import dev.assay.index.SearchIndex;
import dev.assay.index.meaning.NearPassage;
import dev.assay.lexicon.Names;
import dev.assay.search.Fusion.Fused;
import dev.assay.search.SearchPage.Count;
import dev.assay.search.SearchPage.Counts;
import dev.assay.search.SearchPage.Remark;
import dev.assay.search.SearchPage.Total;
import dev.assay.search.SearchPage.Understood;
import dev.assay.search.SearchRequest.Copies;
import dev.assay.search.SearchRequest.Mode;
import dev.assay.search.SearchRequest.Sort;
import dev.assay.search.dictionary.Dictionary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds articles. The core public access point to search.
///
/// Safe for use by many threads. Any string is a valid query; none takes unbounded time.
public final class Search {

  /// What an article of this moment gains over an old one: less than one rare word of the query.
  private static final float FRESHNESS = 0.5f;

  /// Age at which half of that is gone.
  private static final Duration FRESH = Duration.ofDays(30);

  /// The tags that `zh` as a filter stands for.
  static final List<String> CHINESE = List.of("zh", Language.ZH_HANS.tag(), Language.ZH_HANT.tag());

  private final SearchIndex index;
  private final OutletNames sourceNames;
  private final Function<Collection<ArticleId>, Map<ArticleId, Article>> articles;
  private final InstantSource clock;
  private final Supplier<Optional<Translator>> translator;
  private final Supplier<Optional<Meanings>> meanings;
  private final boolean loosens;

  /// A search that knows no names and no dictionary.
  ///
  /// @param articles loads articles by id; those it does not know are left out of the hits
  public Search(
      SearchIndex index,
      Function<Collection<ArticleId>, Map<ArticleId, Article>> articles,
      InstantSource clock) {
    this(
        index,
        new OutletNames(index, _ -> List.of()),
        articles,
        clock,
        Optional::empty,
        Optional::empty,
        true);
  }

  private Search(
      SearchIndex index,
      OutletNames sourceNames,
      Function<Collection<ArticleId>, Map<ArticleId, Article>> articles,
      InstantSource clock,
      Supplier<Optional<Translator>> translator,
      Supplier<Optional<Meanings>> meanings,
      boolean loosens) {
    this.index = index;
    this.sourceNames = sourceNames;
    this.articles = articles;
    this.clock = clock;
    this.translator = translator;
    this.meanings = meanings;
    this.loosens = loosens;
  }

  /// As [#with(Supplier, Supplier)], with names and a dictionary that stay the same.
  public Search with(Names names, Optional<Dictionary> dictionary) {
    return with(() -> names, () -> dictionary);
  }

  /// This search, which also finds by other names and across languages.
  ///
  /// @param names what things are called at each moment
  /// @param dictionary what words are called in the other language at each moment; empty if none
  ///   was added
  public Search with(Supplier<Names> names, Supplier<Optional<Dictionary>> dictionary) {
    AtomicReference<Translator> last =
        new AtomicReference<>(new Translator(names.get(), dictionary.get()));
    return new Search(
        index,
        sourceNames,
        articles,
        clock,
        () -> Optional.of(last.updateAndGet(t -> t.of(names.get(), dictionary.get()))),
        meanings,
        loosens);
  }

  /// This search, which also finds by meaning.
  ///
  /// @param found asked at each search in another mode than [SearchRequest.Mode#KEYWORD]; empty
  ///   where no add-on is installed
  public Search withMeanings(Supplier<Optional<Meanings>> found) {
    return new Search(index, sourceNames, articles, clock, translator, found, loosens);
  }

  /// This search, for which an outlet's name that ends with a slash is a folder of sources.
  ///
  /// @param filed the outlets of what the sources of a folder, and of its own folders, bring
  public Search withFolders(Function<String, List<String>> filed) {
    return new Search(
        index, new OutletNames(index, filed), articles, clock, translator, meanings, loosens);
  }

  /// The outlets that are meant by some names, as a filter reads them; a name by which none is
  /// called stands for itself.
  public Set<String> outlets(Collection<String> names) {
    return named(Filters.NONE.withSources(Set.copyOf(names))).sources();
  }

  /// This search, which finds nothing where phrases do not stand as they are written.
  public Search asWritten() {
    return new Search(index, sourceNames, articles, clock, translator, meanings, false);
  }

  /// Whether `text` says more than words: it has operators, fields, phrases or patterns, or stands
  /// in round brackets as a whole, which says of words that any of them will do.
  public static boolean isQuery(String text) {
    return isBracketed(text) || !(QueryReader.read(text.strip()) instanceof Reading.Plain);
  }

  private static boolean isBracketed(String text) {
    String asked = text.strip();
    return asked.startsWith("(") && asked.endsWith(")");
  }

  /// The page of hits for `request`.
  ///
  /// @throws dev.assay.article.UnknownPage if its page token is not one of the same search
  public SearchPage find(SearchRequest request) {
    Reading reading = QueryReader.read(request.query());
    QueryPlan plan = plan(request.query(), reading);
    SearchPage page = find(request, plan, remarks(request, plan));
    if (loosens && plan.strict() && page.total().count() == 0) {
      QueryPlan loose = plan(request.query(), reading.loosened()).ofAnyTerm();
      List<Remark> remarks = new ArrayList<>(List.of(Remark.NO_PHRASE));
      remarks.addAll(remarks(request, loose));
      SearchPage some = find(request, loose, remarks);
      return some.total().count() == 0 ? page : some;
    }
    return loosens && plan.plain() && page.total().count() == 0 ? mended(request, page) : page;
  }

  /// Where nothing matches and a word of the query is probably misspelt, what the mended query
  /// finds, and it says so. The mended query itself leads to its further pages.
  private SearchPage mended(SearchRequest request, SearchPage nothing) {
    String mended = nothing.understood().didYouMean();
    if (mended == null || request.pageToken() != null) {
      return nothing;
    }
    QueryPlan plan = plan(mended, QueryReader.read(mended));
    SearchPage found = find(request.withQuery(mended), plan, List.of(Remark.MENDED));
    Understood read = found.understood();
    return new SearchPage(
        found.hits(),
        found.total(),
        found.counts(),
        null,
        new Understood(read.alsoSearched(), mended, read.anyWord(), read.remarks(), read.credit()));
  }

  private List<Remark> remarks(SearchRequest request, QueryPlan plan) {
    List<Remark> remarks = new ArrayList<>(plan.remarks());
    if (QueryTokens.hasLoosePattern(request.query())) {
      remarks.add(Remark.NO_PATTERN);
    }
    if (request.mode() == Mode.SEMANTIC && meanings.get().isEmpty()) {
      remarks.add(Remark.NO_EMBEDDINGS);
    }
    return remarks;
  }

  private SearchPage find(SearchRequest request, QueryPlan plan, List<Remark> remarks) {
    int mark = mark(request);
    PageToken token =
        request.pageToken() == null ? null : PageToken.parse(request.pageToken(), mark);
    long now = token == null ? clock.instant().getEpochSecond() : token.now();
    IndexQuery filter = filter(named(request.filters()));
    Demand words = demand(request, plan, filter, token);
    IndexQuery query = fresh(plan.query(), request.sort(), now);
    Fused fused = fused(request, query, plan, words.filter(), filter);
    Demand demand = words.orOneOf(fused.near().keySet(), filter);
    FirstHits first =
        new FirstHits(index, articles, token == null ? closeness(request, plan, fused) : null);
    IndexPage page =
        index.find(
            asked(
                request,
                fused.query(),
                demand.filter(),
                token == null ? null : token.anchor(),
                token == null ? first.asked(request.limit()) : HitPage.asked(request, token)));
    HitPage shown =
        token != null
            ? HitPage.after(page, request, token)
            : request.sort() == Sort.NEWEST
                ? HitPage.first(page.hits(), page, request)
                : HitPage.first(
                    first.of(page, fused.query(), demand, copies(request.copies())), page, request);
    String mended =
        new Suggestions(index, translator.get()).mended(request.query(), page.total().count());
    return new SearchPage(
        hits(
            shown.hits(),
            first.read(shown.hits()),
            new Passages(plan.highlights()),
            fused.near(),
            request.copies() == Copies.FOLDED && request.filters().equals(Filters.NONE)),
        new Total(page.total().count(), page.total().exact()),
        counts(page),
        shown.more()
            ? new PageToken(mark, now, shown.end(), shown.ahead(), demand.every()).text()
            : null,
        fused.byWords()
            ? new Understood(
                plan.alsoSearched(),
                mended,
                demand.every() ? "(" + request.query().strip() + ")" : null,
                page.total().count() == 0 ? remarks : demand.said(remarks),
                credit(plan))
            : new Understood(List.of(), null, null, remarks, null));
  }

  /// How near the words of a query stand, which orders what words alone found; null where meaning
  /// has a part in the order, or what is asked for is not words, or but one, or very many.
  private @Nullable Closeness closeness(SearchRequest request, QueryPlan plan, Fused fused) {
    if (request.sort() == Sort.NEWEST || !plan.plain() || !fused.near().isEmpty()) {
      return null;
    }
    AskedTerms terms = AskedTerms.plain(plan.freeWords(), index, translator.get());
    return Closeness.tells(terms) ? new Closeness(terms) : null;
  }

  /// How many of the words hits must have; a search for what is written asks for nothing more.
  ///
  /// @param token of the page before, which has decided; null on the first page
  private Demand demand(
      SearchRequest request, QueryPlan plan, IndexQuery filter, @Nullable PageToken token) {
    if (token != null ? !token.every() : !asksForWords(request)) {
      return Demand.any(filter);
    }
    List<IndexQuery> terms = terms(plan);
    return token == null
        ? Demand.of(plan.query(), terms, filter, copies(request.copies()), index)
        : terms.isEmpty() ? Demand.any(filter) : Demand.every(terms, filter);
  }

  private boolean asksForWords(SearchRequest request) {
    return loosens && !isBracketed(request.query()) && request.mode() != Mode.SEMANTIC;
  }

  /// What each term of the free words asks of an article.
  private List<IndexQuery> terms(QueryPlan plan) {
    return plan.freeWords().isEmpty()
        ? List.of()
        : AskedTerms.each(plan.freeWords(), translator.get());
  }

  /// The query for the index in the mode of `request`.
  ///
  /// @param demand what a hit by words must match, `filter` what any must
  private Fused fused(
      SearchRequest request,
      IndexQuery words,
      QueryPlan plan,
      IndexQuery demand,
      IndexQuery filter) {
    boolean byWords =
        request.mode() == Mode.KEYWORD
            || request.query().isBlank()
            || request.mode() == Mode.SMART && (request.sort() == Sort.NEWEST || !plan.plain());
    Optional<Meanings> known = byWords ? Optional.empty() : meanings.get();
    if (known.isEmpty() || known.get().vectors().size() == 0) {
      return new Fused(words, Map.of(), true);
    }
    Fusion fusion = new Fusion(index, known.get());
    return request.mode() == Mode.SEMANTIC
        ? fusion.byMeaning(request.query(), filter)
        : fusion.byBoth(request.query(), words, demand, filter);
  }

  /// Whose dictionary is there now, to be shown where it is used; empty if none was added.
  public Optional<String> dictionaryCredit() {
    return translator.get().filter(Translator::hasDictionary).map(_ -> Dictionary.ATTRIBUTION);
  }

  private static @Nullable String credit(QueryPlan plan) {
    return plan.translated() ? Dictionary.ATTRIBUTION : null;
  }

  private static IndexRequest asked(
      SearchRequest request,
      IndexQuery query,
      IndexQuery filter,
      @Nullable Anchor after,
      int limit) {
    return new IndexRequest(
        query,
        filter,
        order(request.sort()),
        copies(request.copies()),
        after,
        limit,
        IndexRequest.COUNTED);
  }

  /// All that the index is asked for the first page of `request`, as of now.
  IndexRequest indexRequest(SearchRequest request) {
    return asked(request, asked(request), filter(request.filters()), null, request.limit());
  }

  /// What the index is asked for `request`, as of now.
  IndexQuery asked(SearchRequest request) {
    QueryPlan plan = plan(request.query(), QueryReader.read(request.query()));
    return fresh(plan.query(), request.sort(), clock.instant().getEpochSecond());
  }

  private QueryPlan plan(String query, Reading reading) {
    return query.isBlank()
        ? new QueryPlan(new All(), "", Highlights.NONE, List.of(), List.of(), false, true, false)
        : QueryPlanner.plan(reading, index, sourceNames, translator.get());
  }

  /// Ids and scores alone, in the order of the hits, copies as hits of their own: for measuring.
  /// Behind those that have the words follow those with any of them.
  public List<Ranked> rank(String query, Mode mode, int limit) {
    return rank(query, mode, limit, true);
  }

  /// The articles that are ranked best, for those who do not show them in order: no text is read.
  public List<ArticleId> ids(String query, int limit) {
    return rank(query, Mode.KEYWORD, limit, false).stream().map(Ranked::id).toList();
  }

  private List<Ranked> rank(String query, Mode mode, int limit, boolean read) {
    SearchRequest request =
        SearchRequest.of(query)
            .withSort(Sort.RELEVANCE_ONLY)
            .withMode(mode)
            .withCopies(Copies.SHOWN);
    Reading reading = QueryReader.read(query);
    QueryPlan plan = plan(query, reading);
    List<Ranked> ranked = rank(request, plan, limit, read);
    return loosens && plan.strict() && ranked.isEmpty()
        ? rank(request, plan(query, reading.loosened()), limit, read)
        : ranked;
  }

  private List<Ranked> rank(SearchRequest request, QueryPlan plan, int limit, boolean read) {
    Demand words = demand(request, plan, new All(), null);
    Fused fused = fused(request, plan.query(), plan, words.filter(), new All());
    IndexQuery demanded = words.orOneOf(fused.near().keySet(), new All()).filter();
    FirstHits first = new FirstHits(index, articles, read ? closeness(request, plan, fused) : null);
    List<Hit> found = first.ofOne(hits(fused.query(), demanded, limit));
    List<Ranked> ranked = new ArrayList<>(ranked(found));
    if (words.every() && ranked.size() < limit) {
      IndexQuery others = new Except(new All(), demanded);
      ranked.addAll(below(ranked, ranked(hits(fused.query(), others, limit - ranked.size()))));
    }
    return ranked;
  }

  /// `others` with scores that say that they stand behind `ranked`.
  private static List<Ranked> below(List<Ranked> ranked, List<Ranked> others) {
    if (ranked.isEmpty() || others.isEmpty()) {
      return others;
    }
    double share = Math.min(1, ranked.getLast().score() / others.getFirst().score());
    return others.stream().map(one -> new Ranked(one.id(), share * one.score())).toList();
  }

  private static List<Ranked> ranked(List<Hit> hits) {
    return hits.stream().map(hit -> new Ranked(hit.id(), hit.score())).toList();
  }

  private List<Hit> hits(IndexQuery query, IndexQuery filter, int limit) {
    return index.find(IndexRequest.best(query, filter, IndexRequest.Copies.SHOWN, limit)).hits();
  }

  /// Tells of a text whether it holds what `query` looks for, as it would be marked in a hit.
  public Predicate<String> holding(String query) {
    return new Passages(plan(query, QueryReader.read(query)).highlights())::marksAnyOf;
  }

  /// The terms of `question`, which find it again in a text.
  public AskedTerms terms(String question) {
    return AskedTerms.of(question, index, translator.get());
  }

  /// Articles that speak of what a question asks.
  ///
  /// @param best ids and scores, best first, copies folded
  /// @param all how many there are; at least, if many
  /// @param cut whether the time ended before as many as were asked for were found
  public record Candidates(List<Ranked> best, long all, boolean cut) {
    public Candidates {
      best = List.copyOf(best);
    }
  }

  /// The articles that speak of what `question` asks.
  ///
  /// @param among only these articles; empty for all
  public Candidates candidates(
      String question, Filters filters, Collection<ArticleId> among, int limit) {
    QueryPlan plan = plan(question, new Reading.Plain(question));
    IndexQuery filter = filter(filters, among);
    IndexPage page =
        index.find(IndexRequest.best(plan.query(), filter, IndexRequest.Copies.FOLDED, limit));
    return new Candidates(
        page.hits().stream().map(hit -> new Ranked(hit.id(), hit.score())).toList(),
        page.total().count(),
        !page.total().exact() && page.hits().size() < limit);
  }

  private IndexQuery filter(Filters filters, Collection<ArticleId> among) {
    IndexQuery filter = filter(named(filters));
    if (among.isEmpty()) {
      return filter;
    }
    List<String> ids = among.stream().map(ArticleId::toString).toList();
    return new Every(List.of(filter, new Value(KeywordField.ID, ids)));
  }

  /// Whether any article passes.
  ///
  /// @param among only these articles; empty for all
  public boolean holdsAny(Filters filters, Collection<ArticleId> among) {
    return !index
        .find(
            new IndexRequest(
                new All(),
                filter(filters, among),
                IndexRequest.Order.NEWEST,
                IndexRequest.Copies.SHOWN,
                null,
                1,
                Set.of()))
        .hits()
        .isEmpty();
  }

  /// One article and its score.
  public record Ranked(ArticleId id, double score) {}

  /// Articles whose titles hold the words of `typed`, of which the last may be a beginning; copies
  /// once, the best first. None for less than two characters.
  public List<Article> titled(String typed, int limit) {
    return TitleQuery.of(typed)
        .map(query -> titled(QueryReader.read(query), limit))
        .orElse(List.of());
  }

  private List<Article> titled(Reading reading, int limit) {
    QueryPlan plan = QueryPlanner.plan(reading, index, sourceNames, Optional.empty());
    IndexPage page =
        index.find(IndexRequest.best(plan.query(), new All(), IndexRequest.Copies.FOLDED, limit));
    List<ArticleId> ids = page.hits().stream().map(IndexPage.Hit::id).toList();
    Map<ArticleId, Article> found = articles.apply(ids);
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private static int mark(SearchRequest request) {
    return Objects.hash(
        request.query(),
        request.filters().hashCode(),
        request.sort().name(),
        request.copies().name(),
        request.mode().name());
  }

  private static IndexQuery fresh(IndexQuery query, Sort sort, long now) {
    return sort == Sort.RELEVANCE
        ? new Preferring(
            query, new Weighted(new Fresh(Instant.ofEpochSecond(now), FRESH), FRESHNESS))
        : query;
  }

  private static IndexRequest.Order order(Sort sort) {
    return switch (sort) {
      case RELEVANCE, RELEVANCE_ONLY -> IndexRequest.Order.RELEVANCE;
      case NEWEST -> IndexRequest.Order.NEWEST;
    };
  }

  static IndexRequest.Copies copies(Copies copies) {
    return switch (copies) {
      case FOLDED -> IndexRequest.Copies.FOLDED;
      case SHOWN -> IndexRequest.Copies.SHOWN;
    };
  }

  /// The same filters with the sources that they mean.
  private Filters named(Filters filters) {
    if (filters.sources().isEmpty()) {
      return filters;
    }
    Set<String> sources = new HashSet<>();
    for (String name : filters.sources()) {
      List<String> called = sourceNames.called(name);
      sources.addAll(called.isEmpty() ? List.of(name) : called);
    }
    return filters.withSources(sources);
  }

  static IndexQuery filter(Filters filters) {
    List<IndexQuery> parts = new ArrayList<>();
    addValues(KeywordField.LANGUAGE, languageTags(filters.languages()), parts);
    addValues(KeywordField.SOURCE, filters.sources(), parts);
    addValues(KeywordField.KIND, filters.kinds().stream().map(ArticleKind::word).toList(), parts);
    addValues(KeywordField.TAG, filters.tags(), parts);
    addValues(
        KeywordField.MONTH, filters.months().stream().map(YearMonth::toString).toList(), parts);
    addValues(
        KeywordField.ID, filters.articles().stream().map(ArticleId::toString).toList(), parts);
    filters.facts().forEach(fact -> addValues(KeywordField.FACT, List.of(fact), parts));
    if (filters.from() != null || filters.until() != null) {
      parts.add(
          new Between(
              orElse(filters.from(), DateRange.EARLIEST),
              orElse(filters.until(), DateRange.LATEST)));
    }
    return parts.isEmpty() ? new All() : new Every(parts);
  }

  private static Instant orElse(@Nullable Instant instant, Instant other) {
    return instant == null ? other : instant;
  }

  private static List<String> languageTags(Set<Language> languages) {
    List<String> tags = new ArrayList<>();
    for (Language language : languages) {
      tags.addAll(language.tag().equals("zh") ? CHINESE : List.of(language.tag()));
    }
    return tags;
  }

  private static void addValues(
      KeywordField field, Collection<String> values, List<IndexQuery> parts) {
    if (!values.isEmpty()) {
      parts.add(new Value(field, List.copyOf(values)));
    }
  }

  /// An article that stands for a hit, and where the words stand in it.
  private record Shown(Article article, Passages.Found found) {

    static @Nullable Shown of(@Nullable Article article, Passages passages) {
      return article == null ? null : new Shown(article, passages.of(article));
    }

    /// The article that stands for a folded hit wherever its group is shown, if it has the words
    /// too; else that of the hit itself.
    static @Nullable Shown of(
        Hit hit, Map<ArticleId, Article> texts, Passages passages, boolean folded) {
      Shown first = folded ? of(texts.get(hit.group()), passages) : null;
      return first == null || first.found().passages().isEmpty()
          ? of(texts.get(hit.id()), passages)
          : first;
    }
  }

  /// @param texts the articles of the hits and those that stand for their groups
  /// @param folded whether a hit stands for its group; no filter then asks for the article itself
  private static List<SearchHit> hits(
      List<Hit> page,
      Map<ArticleId, Article> texts,
      Passages passages,
      Map<ArticleId, NearPassage> near,
      boolean folded) {
    List<SearchHit> hits = new ArrayList<>();
    for (Hit hit : page) {
      Shown shown = Shown.of(hit, texts, passages, folded);
      if (shown != null) {
        hits.add(
            new SearchHit(
                shown.article(),
                hit.score(),
                shown.found().title(),
                passages(shown.article(), shown.found().passages(), near.get(hit.id())),
                hit.copies()));
      }
    }
    return hits;
  }

  /// Where the words stand; else the passage that is near by meaning, without a mark.
  private static List<Passage> passages(
      Article article, List<Passage> said, @Nullable NearPassage near) {
    boolean shows =
        said.isEmpty()
            && near != null
            && article.paragraphs().stream()
                .anyMatch(
                    paragraph ->
                        paragraph.number() == near.paragraph()
                            && near.span().end() <= paragraph.text().length());
    return shows && near != null
        ? List.of(new Passage(near.paragraph(), near.span(), List.of()))
        : said;
  }

  private static Counts counts(IndexPage page) {
    return new Counts(
        counts(page, KeywordField.LANGUAGE),
        counts(page, KeywordField.SOURCE),
        counts(page, KeywordField.KIND),
        counts(page, KeywordField.TAG),
        counts(page, KeywordField.MONTH).stream()
            .sorted(Comparator.comparing(Count::value).reversed())
            .toList(),
        counts(page, KeywordField.FACT));
  }

  private static List<Count> counts(IndexPage page, KeywordField field) {
    return page.counts().getOrDefault(field, List.of()).stream()
        .map(count -> new Count(count.value(), count.articles()))
        .toList();
  }
}
