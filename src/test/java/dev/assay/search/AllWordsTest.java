package dev.assay.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.All;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexedArticle;
import dev.assay.index.SearchIndex;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.search.SearchPage.Remark;
import dev.assay.search.SearchRequest.Sort;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What stands among the first hits: all words, what articles are about, and both languages.
class AllWordsTest {

  private final LuceneIndex index = LuceneIndex.openInMemory();
  private final Newsroom newsroom = new Newsroom(index);
  private final Search search =
      new Search(index, newsroom::load, () -> Newsroom.DAY.plusSeconds(86_400))
          .with(Names.load(Lexicon.shipped()), Optional.empty());

  @AfterEach
  void close() {
    index.close();
  }

  private SearchPage found(String query) {
    return search.find(SearchRequest.of(query));
  }

  private static List<String> titles(SearchPage page) {
    return page.hits().stream().map(hit -> hit.article().title()).toList();
  }

  /// Five articles that have both words, and one each that has one of them.
  private void fileWithBothWords(String first, String second) {
    for (int i = 1; i <= 5; i++) {
      newsroom.file("Herald", i, "Both " + i, first + " " + second + " " + i);
    }
    newsroom.file("Herald", 6, "Only the first", first);
    newsroom.file("Herald", 7, "Only the second", second);
  }

  @Test
  void findsArticlesWithAllWordsAndLeadsBackToAnyOfThem() {
    fileWithBothWords("harbour", "dredger");

    SearchPage all = found("harbour dredger");
    assertThat(titles(all)).hasSize(5).allMatch(title -> title.startsWith("Both"));
    assertThat(all.total().count()).isEqualTo(5);
    assertThat(all.understood().anyWord()).isEqualTo("(harbour dredger)");

    SearchPage any = found("(harbour dredger)");
    assertThat(any.total().count()).isEqualTo(7);
    assertThat(any.understood().anyWord()).isNull();
  }

  @Test
  void asksForChineseWordsAndNotForTheirCharacters() {
    fileWithBothWords("港口疏浚工程开工。", "渔民获得补贴。");

    assertThat(titles(found("疏浚 补贴"))).hasSize(5).allMatch(title -> title.startsWith("Both"));
    assertThat(found("(疏浚 补贴)").total().count()).isEqualTo(7);
  }

  @Test
  void showsArticlesWithSomeWordsWhereFewHaveAllAndSaysSo() {
    newsroom.file("Herald", 1, "Both", "A dredger came to the harbour.");
    newsroom.file("Herald", 2, "One", "The harbour is deep.");

    SearchPage few = found("harbour dredger");
    assertThat(titles(few)).containsExactly("Both", "One");
    assertThat(few.understood().remarks()).containsExactly(Remark.FEW_ALL_WORDS);

    SearchPage none = found("harbour tugboats");
    assertThat(titles(none)).containsExactlyInAnyOrder("Both", "One");
    assertThat(none.understood().remarks()).containsExactly(Remark.NOT_ALL_WORDS);
    assertThat(found("tugboats ferries").understood().remarks()).isEmpty();
  }

  @Test
  void countsATextAndItsCopiesOnceWhereTheyAreFolded() {
    Article wire = newsroom.file("Wire", 1, "Both", "A dredger came to the harbour.");
    for (int i = 2; i <= 6; i++) {
      newsroom.copy(wire, "Paper " + i, i);
    }
    newsroom.file("Herald", 1, "One", "The harbour is deep.");

    SearchPage folded = found("harbour dredger");
    assertThat(titles(folded)).containsExactly("Both", "One");
    assertThat(folded.understood().remarks()).containsExactly(Remark.FEW_ALL_WORDS);

    SearchPage shown =
        search.find(SearchRequest.of("harbour dredger").withCopies(SearchRequest.Copies.SHOWN));
    assertThat(titles(shown)).hasSize(6).containsOnly("Both");
  }

  @Test
  void ranksForARunAsThePageDoes() {
    for (int i = 1; i <= 5; i++) {
      newsroom.file(
          "Herald",
          i,
          "Port " + i,
          "A dredger " + i + " left. " + "Tide. ".repeat(40) + "The harbour is deep.");
    }
    newsroom.file("Herald", 6, "Dredger", "Dredger, dredger, dredger, dredger.");

    List<Search.Ranked> ranked = search.rank("harbour dredger", SearchRequest.Mode.KEYWORD, 10);

    List<String> order =
        ranked.stream().map(one -> newsroom.load(List.of(one.id())).get(one.id()).title()).toList();
    assertThat(order).hasSize(6).endsWith("Dredger");
    assertThat(ranked)
        .isSortedAccordingTo(Comparator.comparingDouble(Search.Ranked::score).reversed());
  }

  @Test
  void letsAWordOfALongQueryBeMissing() {
    for (int i = 1; i <= 5; i++) {
      newsroom.file("Herald", i, "Works " + i, "The harbour dredger clears silt " + i + ".");
    }
    newsroom.file("Herald", 6, "Silt", "Silt is fine sand.");

    SearchPage nearly = found("harbour dredger silt permit");
    assertThat(titles(nearly)).hasSize(5).doesNotContain("Silt");
    assertThat(nearly.understood().remarks()).containsExactly(Remark.NEARLY_ALL_WORDS);
  }

  @Test
  void findsAnArticleByAnyNameOfWhatAWordNames() {
    for (int i = 1; i <= 5; i++) {
      newsroom.file("矿业报", i, "钕价 " + i, "钕价上涨，仓库 inventory 下降。");
    }
    newsroom.file("Herald", 6, "Inventory", "The inventory of grain rose.");

    assertThat(titles(found("neodymium inventory"))).hasSize(5).doesNotContain("Inventory");
  }

  @Test
  void takesTheWordsOfALongNameWhereverTheyStand() {
    for (int i = 1; i <= 5; i++) {
      newsroom.file(
          "Herald", i, "Bank " + i, "The bank for investment in infrastructure of Asia lent " + i);
    }
    newsroom.file("Herald", 6, "Loan", "A loan for a bridge.");

    assertThat(titles(found("Asian Infrastructure Investment Bank lent")))
        .hasSize(5)
        .doesNotContain("Loan");
  }

  @Test
  void putsAnArticleAboutAThingBeforeOneThatNamesItInPassing() {
    String text = "Shipments of neodymium rose at the northern port.";
    mention("In passing", text, Set.of());
    mention("About it", text, Set.of("element.neodymium"));

    assertThat(titles(found("neodymium"))).containsExactly("About it", "In passing");
    assertThat(titles(found("钕"))).containsExactly("About it", "In passing");
  }

  @Test
  void goesOnAsItBeganWhileArticlesComeIn() {
    for (int i = 1; i <= 9; i++) {
      newsroom.file("Herald", i, "Harbour " + i, "The harbour is deep " + i + ".");
    }
    newsroom.file("Herald", 10, "Both", "A dredger came to the harbour.");
    SearchRequest request = SearchRequest.of("harbour dredger").withLimit(6);
    SearchPage first = search.find(request);
    for (int i = 1; i <= 5; i++) {
      newsroom.file("Late", i, "Late " + i, "A dredger left the harbour, and another came " + i);
    }

    SearchPage second = search.find(request.withPageToken(first.nextToken()));

    List<String> seen = new ArrayList<>(titles(first));
    seen.addAll(titles(second));
    assertThat(seen.stream().filter(title -> title.startsWith("Harbour"))).hasSize(9);
  }

  private void mention(String title, String text, Set<String> about) {
    Article article = Newsroom.article("Herald", 1, title, text);
    Set<String> tags = Set.of("element.neodymium");
    newsroom.put(new IndexedArticle(article, article.id(), tags, about, List.of(), Set.of(), 0));
  }

  /// Twelve articles in English, and one in Chinese that comes after them.
  private void fileForBothLanguages() {
    for (int i = 1; i <= 12; i++) {
      newsroom.file("Herald", i, "Neodymium " + i, "Neodymium, neodymium " + i);
    }
    newsroom.file("矿业报", 1, "市场", "多种金属价格变动。", "镍价回落，铜价持平，铝价上涨，锌价下跌。", "钕价上涨，钕厂满产。");
  }

  @Test
  void showsAGoodHitOfTheOtherLanguageAmongTheFirstFive() {
    fileForBothLanguages();

    assertThat(titles(found("neodymium")).indexOf("市场")).isEqualTo(4);
    assertThat(
            titles(search.find(SearchRequest.of("neodymium").withSort(Sort.NEWEST))).indexOf("市场"))
        .isGreaterThan(4);
  }

  @Test
  void showsEachHitOnOnePageOnly() {
    fileForBothLanguages();

    List<ArticleId> seen = new ArrayList<>();
    String token = null;
    do {
      SearchPage page =
          search.find(SearchRequest.of("neodymium").withLimit(5).withPageToken(token));
      page.hits().forEach(hit -> seen.add(hit.article().id()));
      token = page.nextToken();
    } while (token != null);
    assertThat(seen).hasSize(13).doesNotHaveDuplicates();
  }

  @Test
  void leavesNoPageEmptyWhereTheHitThatStoodAheadWouldBeTheOnlyOne() {
    for (int i = 1; i <= 9; i++) {
      newsroom.file("Herald", i, "Neodymium " + i, "Neodymium, neodymium " + i);
    }
    newsroom.file("矿业报", 1, "市场", "多种金属价格变动。", "镍价回落，铜价持平，铝价上涨，锌价下跌。", "钕价上涨，钕厂满产。");

    SearchRequest request = SearchRequest.of("neodymium").withLimit(5);
    SearchPage first = search.find(request);
    SearchPage second = search.find(request.withPageToken(first.nextToken()));

    assertThat(titles(first)).hasSize(5).endsWith("市场");
    assertThat(titles(second)).hasSize(5).doesNotContain("市场");
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void showsNoCopyOfWhatStoodAhead() {
    fileForBothLanguages();
    SearchRequest request = SearchRequest.of("neodymium").withLimit(10);
    SearchPage first = search.find(request);
    Article ahead = first.hits().get(4).article();
    newsroom.copy(ahead, "晚报", 20);

    SearchPage second = search.find(request.withPageToken(first.nextToken()));

    assertThat(ahead.title()).isEqualTo("市场");
    assertThat(titles(second)).hasSize(3).doesNotContain("市场");
  }

  @Test
  void looksForTheOtherLanguageOnlyWhereItMayBe() {
    for (int i = 1; i <= 6; i++) {
      newsroom.file("Herald", i, "Neodymium " + i, "Neodymium, neodymium " + i);
    }
    assertThat(searchesFor("neodymium")).isEqualTo(1);

    newsroom.file("矿业报", 1, "钕价", "钕价上涨，钕厂满产，钕，钕。");
    assertThat(searchesFor("neodymium")).as("all that matches is on the page").isEqualTo(1);
    for (int i = 2; i <= 4; i++) {
      newsroom.file("矿业报", i, "钕", "钕，钕。");
    }
    assertThat(searchesFor("钕")).as("the first five are of both").isEqualTo(1);
  }

  /// How often the index is searched for one page.
  private int searchesFor(String query) {
    AtomicInteger finds = new AtomicInteger();
    SearchIndex counting =
        (SearchIndex)
            Proxy.newProxyInstance(
                SearchIndex.class.getClassLoader(),
                new Class<?>[] {SearchIndex.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("find")) {
                    finds.incrementAndGet();
                  }
                  return method.invoke(index, arguments);
                });
    new Search(counting, newsroom::load, () -> Newsroom.DAY.plusSeconds(86_400))
        .with(Names.load(Lexicon.shipped()), Optional.empty())
        .find(SearchRequest.of(query));
    return finds.get();
  }

  @Test
  void losesNoHitWhereAnArticleOfTheOtherLanguageComesInWhileAPageIsMade() {
    for (int i = 1; i <= 6; i++) {
      newsroom.file("Herald", i, "Zinc 锌 " + i, "Zinc 锌, zinc 锌 " + i);
    }
    newsroom.file("矿业报", 1, "市场", "多种金属价格变动，镍价回落，铜价持平，铝价上涨，锌价下跌。");
    IndexQuery zinc = new IndexQuery.Term(TextField.TEXT, IndexTerms.Kind.CHARACTER, "锌");
    IndexPage page =
        index.find(
            new IndexRequest(
                zinc,
                new All(),
                IndexRequest.Order.RELEVANCE,
                IndexRequest.Copies.FOLDED,
                null,
                6,
                Set.of(KeywordField.LANGUAGE)));
    newsroom.file("矿业报", 2, "锌", "锌，锌，锌，锌。");

    HitPage shown = firstPage(page, zinc, 6);

    assertThat(page.hits()).hasSize(6);
    assertThat(shown.ahead()).hasSize(1);
    assertThat(shown.hits()).hasSize(6).doesNotContain(page.hits().getLast());
    assertThat(shown.more()).isTrue();
    assertThat(shown.end()).isEqualTo(page.hits().get(4).anchor());
  }

  @Test
  void takesNoWeakHitOfTheOtherLanguageForAGoodOneWhereMeaningIsJoined() {
    Map<ArticleId, Float> joined = new HashMap<>();
    for (int i = 1; i <= 6; i++) {
      joined.put(newsroom.file("Herald", i, "Zinc " + i, "Zinc " + i).id(), 2_000f - i);
    }
    ArticleId chinese = newsroom.file("矿业报", 1, "锌", "锌价下跌，铜价持平。").id();

    joined.put(chinese, 1_100f);
    assertThat(fifth(joined)).isNotEqualTo(chinese);
    joined.put(chinese, 1_700f);
    assertThat(fifth(joined)).isEqualTo(chinese);
  }

  private HitPage firstPage(IndexPage page, IndexQuery query, int limit) {
    return HitPage.first(
        new FirstHits(index, newsroom::load, null)
            .of(page, query, Demand.any(new All()), IndexRequest.Copies.FOLDED),
        page,
        SearchRequest.of("zinc").withLimit(limit));
  }

  private ArticleId fifth(Map<ArticleId, Float> scores) {
    IndexQuery query = new IndexQuery.Scored(scores);
    IndexPage page =
        index.find(
            new IndexRequest(
                query,
                new All(),
                IndexRequest.Order.RELEVANCE,
                IndexRequest.Copies.FOLDED,
                null,
                10,
                Set.of(KeywordField.LANGUAGE)));
    return firstPage(page, query, 10).hits().get(4).id();
  }
}
