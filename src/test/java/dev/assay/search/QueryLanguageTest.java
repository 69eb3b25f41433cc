package dev.assay.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryLanguageTest {

  private final LuceneIndex index = LuceneIndex.openInMemory();
  private final Newsroom newsroom = new Newsroom(index);
  private final Search search = new Search(index, newsroom::load, () -> Newsroom.DAY);

  @BeforeEach
  void fill() {
    newsroom.file("Wire", 1, "Lithium", "Export controls on lithium batteries were tightened.");
    newsroom.file("Wire", 2, "Controls", "Controls at the border slow the export of lithium.");
    newsroom.file("Herald", 30, "Copper", "Copper rose; neodymium fell.");
    newsroom.file("矿业报", 4, "出口", "出口管制收紧，稀土价格上涨。");
    newsroom.file("矿业报", 5, "管制", "管制之下，价格与出口都回落。");
  }

  @AfterEach
  void close() {
    index.close();
  }

  private Set<String> titles(String query) {
    return Set.copyOf(
        search.find(SearchRequest.of(query)).hits().stream()
            .map(hit -> hit.article().title())
            .toList());
  }

  @Test
  void knowsAnOutletFromItsFirstArticleToItsLast() {
    newsroom.file("Fjord Gazette", 1, "Copper falls", "Copper fell.");
    assertThat(titles("source:gazette")).containsExactly("Copper falls");
    assertThat(titles("来源:峡湾")).isEmpty();

    Article morning = newsroom.file("峡湾日报", 2, "铜价回落", "铜价下跌。");
    assertThat(titles("source:gazette")).containsExactly("Copper falls");
    assertThat(titles("来源:峡湾")).containsExactly("铜价回落");

    index.delete(List.of(morning.id()));
    index.refresh();
    assertThat(titles("来源:峡湾")).isEmpty();
  }

  @Test
  void findsQuotedWordsSideBySide() {
    assertThat(titles("\"export controls\"")).containsExactly("Lithium");
    assertThat(titles("“出口管制”")).containsExactly("出口");
  }

  @Test
  void findsASourceByWordsOfItsNameByItsHostAndInEitherScript() {
    newsroom.file("Carrow Herald · evening", 6, "Docks", "The docks reopened.");
    newsroom.file("news.example.org (mirror)", 7, "Ferries", "The ferries sail again.");
    newsroom.file("松嶺早報 · 財經", 8, "關稅", "關稅下調。");

    assertThat(titles("source:carrow")).containsExactly("Docks");
    assertThat(titles("source:https://www.example.org/")).containsExactly("Ferries");
    assertThat(titles("source:松岭早报 关税")).containsExactly("關稅");
    assertThat(titles("来源:早報")).containsExactly("關稅");
    assertThat(titles("source:Herald")).containsExactly("Copper");
    assertThat(titles("source:herald")).containsExactlyInAnyOrder("Copper", "Docks");
    assertThat(titles("source:arrow")).isEmpty();
    Filters carrow = Filters.NONE.withSources(Set.of("Carrow"));
    assertThat(search.find(SearchRequest.of("").withFilters(carrow)).total().count()).isEqualTo(1);
  }

  private String meant(String query) {
    return search
        .with(Names.load(Lexicon.shipped()), Optional.empty())
        .find(SearchRequest.of(query))
        .understood()
        .didYouMean();
  }

  @Test
  void mendsFreeWordsAndNothingElse() {
    newsroom.file("Wire", 6, "Long delays", "A longer quota for tariffs was announced by Trump.");
    newsroom.file("矿业报", 7, "会谈", "特朗普说关税会下调。");

    assertThat(meant("lang:zh quota")).isNull();
    assertThat(meant("\"long delais\" title:quotta")).isNull();
    assertThat(meant("lang:zh quotta")).isEqualTo("lang:zh quota");
    assertThat(meant("source:矿业报 特郎普")).isEqualTo("source:矿业报 特朗普");
  }

  @Test
  void mendsAWordThatNoArticleHasBesideOthersThatManyHave() {
    newsroom.file("Wire", 6, "Tariff", "The tariff stands.");

    assertThat(meant("export contrls")).isEqualTo("export controls");
    assertThat(meant("lithium tarrif")).isEqualTo("lithium tariff");
    assertThat(meant("出口 neodymum")).isEqualTo("出口 neodymium");
    assertThat(meant("lithium controls")).isNull();
  }

  @Test
  void offersTheNameThatIsTypedByItsSound() {
    assertThat(meant("xitu")).isEqualTo("稀土");
    assertThat(meant("lang:zh xitu")).isEqualTo("lang:zh 稀土");
    assertThat(meant("lithium")).isNull();
  }

  private List<SearchPage.Remark> remarks(String query) {
    return search.find(SearchRequest.of(query)).understood().remarks();
  }

  @Test
  void saysWhatOfAQueryItCouldNotTakeAsItWasMeant() {
    assertThat(remarks("date:foo")).containsExactly(SearchPage.Remark.NO_DATE);
    assertThat(remarks("lithium from:2025-13")).containsExactly(SearchPage.Remark.NO_DATE);
    assertThat(remarks("kind:gossip")).containsExactly(SearchPage.Remark.NO_KIND);
    assertThat(remarks("语言:klingon")).containsExactly(SearchPage.Remark.NO_LANGUAGE);
    assertThat(remarks("fact:true")).containsExactly(SearchPage.Remark.NO_FACT);
    assertThat(remarks("来源:无名报")).containsExactly(SearchPage.Remark.NO_SOURCE);
    assertThat(remarks("n*")).containsExactly(SearchPage.Remark.NO_PATTERN);
    assertThat(remarks("*")).containsExactly(SearchPage.Remark.NO_PATTERN);
    assertThat(remarks("-稀土")).containsExactly(SearchPage.Remark.ONLY_NOT);
    assertThat(remarks("lithium -copper neodym* lang:en kind:news 日期:2025-11")).isEmpty();
  }

  @Test
  void knowsAKindByTheWordsOfThePages() {
    assertThat(titles("类型:新闻 lithium")).isEqualTo(titles("kind:news lithium")).isNotEmpty();
    assertThat(titles("類型:新聞 lithium")).isEqualTo(titles("kind:news lithium"));
    assertThat(titles("类型:文件")).isEmpty();
    assertThat(remarks("类型:文件")).isEmpty();
  }

  @Test
  void keepsTheOtherPartsOfAQueryWhoseQuotedWordsStandNowhereSideBySide() {
    assertThat(titles("\"lithium controls\" source:Wire"))
        .containsExactlyInAnyOrder("Lithium", "Controls");
    assertThat(titles("\"管制稀土\" -回落")).containsExactly("出口");
    assertThat(search.asWritten().find(SearchRequest.of("\"lithium controls\"")).hits()).isEmpty();
  }

  @Test
  void saysSoWhenNoArticleHasTheQuotedWords() {
    SearchPage page = search.find(SearchRequest.of("\"lithium controls\""));
    assertThat(page.hits()).hasSize(2);
    assertThat(page.understood().remarks()).containsExactly(SearchPage.Remark.NO_PHRASE);
  }

  @Test
  void joinsAndExcludesInBothLanguages() {
    assertThat(titles("lithium AND border")).containsExactly("Controls");
    assertThat(titles("copper OR batteries")).containsExactlyInAnyOrder("Copper", "Lithium");
    assertThat(titles("lithium NOT border")).containsExactly("Lithium");
    assertThat(titles("lithium -border")).containsExactly("Lithium");
    assertThat(titles("出口 与 稀土")).containsExactly("出口");
    assertThat(titles("出口 非 稀土")).containsExactly("管制");
    assertThat(titles("(copper OR lithium) AND (fell 或 border)"))
        .containsExactlyInAnyOrder("Copper", "Controls");
  }

  @Test
  void readsTheBracketsOfASentenceAsItsOwn() {
    assertThat(titles("稀土（）价格（包头）上涨了吗？")).contains("出口");
    assertThat(titles("Did lithium (Li) batteries () rise?")).contains("Lithium");
    assertThat(titles("()")).isEmpty();
  }

  @Test
  void readsFieldsAndDates() {
    assertThat(titles("source:Herald")).containsExactly("Copper");
    assertThat(titles("来源：矿业报 稀土")).containsExactly("出口");
    assertThat(titles("title:copper")).containsExactly("Copper");
    assertThat(titles("lang:zh 出口")).containsExactlyInAnyOrder("出口", "管制");
    assertThat(titles("date:2025-11-23")).containsExactly("Copper");
    assertThat(titles("lithium until:2025-11-21")).isEmpty();
    assertThat(titles("date:2025-11-22T01:00..2025-11-22T02:00"))
        .containsExactlyInAnyOrder("Lithium", "Controls");
  }

  @Test
  void readsWildcardsAndMisspelling() {
    assertThat(titles("neodym*")).containsExactly("Copper");
    assertThat(titles("neodimium~")).containsExactly("Copper");
    assertThat(search.find(SearchRequest.of("neodimium price")).understood().didYouMean())
        .isEqualTo("neodymium price");
  }

  @Test
  void takesTheQuestionMarkOfAQuestionForWhatItIs() {
    assertThat(titles("Which metal fell?")).containsExactly("Copper");
  }

  @Test
  void completesTitlesOfWhichAnyPartIsTyped() {
    newsroom.file("Wire", 3, "Canola sails north", "A ship left on Monday.");
    newsroom.file("松岭早报", 4, "九月对美出口再降", "数字在周末公布。");
    index.refresh();
    assertThat(titled("canola sa")).containsExactly("Canola sails north");
    assertThat(titled("North canola ")).containsExactly("Canola sails north");
    assertThat(titled("九月对美")).containsExactly("九月对美出口再降");
    assertThat(titled("對美出口")).containsExactly("九月对美出口再降");
    assertThat(titled("canola s")).containsExactly("Canola sails north");
    newsroom.file("Le Fil", 5, "Énergie et métaux", "Le cuivre monte.");
    index.refresh();
    assertThat(titled("éner")).containsExactly("Énergie et métaux");
    assertThat(titled("canola rail")).isEmpty();
    assertThat(titled("c")).isEmpty();
    assertThat(titled("\"title:*) AND NOT ( ")).isEmpty();
  }

  private List<String> titled(String typed) {
    return search.titled(typed, 5).stream().map(Article::title).toList();
  }

  @Test
  void findsAcrossLanguagesByNamesAlone() {
    Search named = search.with(Names.load(Lexicon.shipped()), Optional.empty());
    SearchPage page = named.find(SearchRequest.of("钕"));
    assertThat(page.hits().stream().map(hit -> hit.article().title())).containsExactly("Copper");
    assertThat(page.understood().alsoSearched().getFirst().others()).contains("neodymium");
  }

  @Test
  void survivesHostileQueries() {
    for (String query :
        List.of(
            "(".repeat(5_000),
            "a OR ".repeat(10_000),
            "*".repeat(1_000) + " ?*?*?*",
            "\"".repeat(999),
            "NOT ".repeat(3_000),
            "title:".repeat(500),
            "ab" + "?*".repeat(200),
            "稀土 与 ".repeat(3_000),
            "date:9999-99-99..0000")) {
      assertThat(search.find(SearchRequest.of(query)).hits()).hasSizeLessThan(20);
    }
  }

  /// Pieces of the query language in any order, whole and broken.
  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "(",
            ")",
            "（",
            "）",
            "\"",
            "“",
            "”",
            "「",
            "」",
            "-",
            "~",
            "*",
            "?",
            ":",
            "：",
            " AND ",
            " OR ",
            " NOT ",
            " 与 ",
            " 或 ",
            " 非 ",
            "title:",
            "标题：",
            "source:",
            "lang:zh ",
            "kind:news ",
            "tag:",
            "date:2025-11..",
            "from:2025-11-22T07:10 ",
            "until:",
            "lithium",
            "稀土",
            "出口管制",
            "neodym*",
            "F-35",
            "5N",
            "3.2%",
            "688077.SH",
            "Ｆ－３５",
            "\ud800",
            "\u0000",
            "\u3000",
            " ")
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 500)
  void answersAnyMixtureOfPiecesWithArticlesOfTheNewsroom(@ForAll("pieces") String query) {
    fillOnce();
    SearchPage page = search.find(SearchRequest.of(query).withCopies(SearchRequest.Copies.SHOWN));
    assertThat(page.total().count()).isEqualTo(page.hits().size()).isLessThanOrEqualTo(5);
    if (!page.understood().remarks().contains(SearchPage.Remark.MENDED)) {
      assertThat(search.rank(query, SearchRequest.Mode.KEYWORD, 10)).hasSameSizeAs(page.hits());
    }
  }

  @Property(tries = 200)
  void partsTheNewsroomByAWordAndItsNegation(@ForAll("words") String word) {
    fillOnce();
    Set<String> with = titles("(" + word + ")");
    Set<String> without = titles("NOT " + word);
    assertThat(with).doesNotContainAnyElementsOf(without);
    assertThat(with.size() + without.size()).isEqualTo(5);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
        "lithium", "copper", "出口", "稀土", "\"export controls\"", "title:copper", "铜");
  }

  private void fillOnce() {
    if (index.size() == 0) {
      fill();
    }
  }

  @Property(tries = 200)
  void acceptsAnyString(@ForAll String query) {
    try (LuceneIndex empty = LuceneIndex.openInMemory()) {
      Search any = new Search(empty, new Newsroom(empty)::load, () -> Newsroom.DAY);
      assertThat(any.find(SearchRequest.of(query)).hits()).isEmpty();
    }
  }
}
