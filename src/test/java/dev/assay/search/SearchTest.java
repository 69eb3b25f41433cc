package dev.assay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.index.IndexedArticle;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.search.SearchPage.Count;
import dev.assay.search.SearchRequest.Copies;
import dev.assay.search.SearchRequest.Sort;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  private final LuceneIndex index = LuceneIndex.openInMemory();
  private final Newsroom newsroom = new Newsroom(index);
  private final Search search =
      new Search(index, newsroom::load, () -> Newsroom.DAY.plusSeconds(86_400));

  @AfterEach
  void close() {
    index.close();
  }

  private List<String> titles(SearchRequest request) {
    return search.find(request).hits().stream().map(hit -> hit.article().title()).toList();
  }

  private List<String> titles(String query) {
    return titles(SearchRequest.of(query));
  }

  private List<String> shown(String query) {
    return shown(search, query);
  }

  private static List<String> shown(Search search, String query) {
    List<String> passages = new ArrayList<>();
    for (SearchHit hit : search.find(SearchRequest.of(query)).hits()) {
      for (Passage passage : hit.passages()) {
        String text = hit.article().paragraph(passage.paragraph()).text();
        StringBuilder marked = new StringBuilder(text);
        for (var span : passage.highlights().reversed()) {
          marked.insert(span.end(), "]").insert(span.start(), "[");
        }
        passages.add(passage.paragraph() + " " + marked);
      }
    }
    return passages;
  }

  @Test
  void findsChineseWordsOfTwoCharactersAndSingleCharacters() {
    newsroom.file("矿业报", 1, "包头稀土价格上涨", "氧化镨钕每吨上涨一万元。");
    newsroom.file("矿业报", 2, "铜价回落", "伦敦铜价下跌。");

    assertThat(titles("稀土")).containsExactly("包头稀土价格上涨");
    assertThat(titles("镨钕")).containsExactly("包头稀土价格上涨");
    assertThat(titles("铜")).containsExactly("铜价回落");
  }

  @Test
  void findsARareNameOfOneCharacterBesideOtherWords() {
    newsroom.file("渔业报", 1, "近海渔获", "渔民捕到一条䲟。");
    newsroom.file("渔业报", 2, "叫法", "这种鱼又叫什么，各地说法不一。");

    assertThat(titles("䲟又叫做什么？")).contains("近海渔获");
  }

  /// No dictionary knows the word, so each of its characters looks like a word of its own.
  @Test
  void findsAnUnknownChineseWordOnlyWhereItsCharactersStandTogether() {
    newsroom.file("矿业报", 1, "铽镝合金", "厂里试制铽镝薄片。");
    newsroom.file("矿业报", 2, "镝价上涨", "氧化镝每吨上涨两万元。");
    newsroom.file("矿业报", 3, "铽价下跌", "氧化铽每吨下跌一万元。");

    assertThat(titles("铽镝")).containsExactly("铽镝合金");
    assertThat(titles("鋱鏑")).containsExactly("铽镝合金");
    assertThat(titles("铽镝 上涨")).containsExactlyInAnyOrder("铽镝合金", "镝价上涨");
    assertThat(titles("镝铽")).isEmpty();
    assertThat(titles("镝 铽")).hasSize(3);
  }

  @Test
  void findsSimplifiedByTraditionalAndTheReverse() {
    newsroom.file("經濟日報", 1, "稀土聯盟成立", "澳洲與美國簽署協議。");
    newsroom.file("矿业报", 2, "铜矿罢工", "智利铜矿工人罢工。");

    assertThat(titles("稀土联盟")).containsExactly("稀土聯盟成立");
    assertThat(titles("銅礦罷工")).containsExactly("铜矿罢工");
  }

  @Test
  void findsEnglishWordsByAnyFormAndPrefersTheOneWritten() {
    newsroom.file(
        "Mining Weekly", 1, "Export controls", "Beijing tightened its control of exports.");
    newsroom.file(
        "Mining Weekly", 1, "Controlling costs", "Mines are controlling what they spend.");

    assertThat(titles("controlling")).containsExactly("Controlling costs", "Export controls");
  }

  @Test
  void findsCodesAndPercentagesWhole() {
    newsroom.file("Wire", 1, "Jets", "Each F-35 needs 418 kg of rare earths.");
    newsroom.file("Wire", 2, "Shares", "北方稀土（600111.SH）上涨3.2%，成交5亿元。");
    newsroom.file("Wire", 3, "Group F", "The 35 members of group F met.");

    assertThat(titles("F35").getFirst()).isEqualTo("Jets");
    assertThat(titles("600111.SH")).containsExactly("Shares");
    assertThat(titles("3.2%")).containsExactly("Shares");
  }

  @Test
  void showsTheParagraphAndTheWordsThatMatch() {
    newsroom.file("矿业报", 1, "要闻", "天气晴朗。", "美国国防部与MP Materials签署稀土协议。");

    assertThat(shown("稀土协议 mp materials")).containsExactly("2 美国国防部与[MP] [Materials]签署[稀土协议]。");
  }

  @Test
  void marksANameOfTheOtherLanguageWhereItStandsWhole() {
    newsroom.file(
        "Mining Weekly",
        1,
        "A mine in the hills",
        "It is rare that the earth under a rare earth mine is dug by hand.");
    newsroom.file("矿业报", 2, "磁材厂", "稀土永磁体涨价；工厂说稀土够用，永磁体不够。");
    Search knowing = search.with(Names.load(Lexicon.shipped()), Optional.empty());

    assertThat(shown(knowing, "稀土 lang:en"))
        .containsExactly("1 It is rare that the earth under a [rare earth] mine is dug by hand.");
    assertThat(shown(knowing, "rare earth magnets lang:zh"))
        .containsExactly("1 [稀土永磁体]涨价；工厂说稀土够用，永磁体不够。");
  }

  @Test
  void findsANameOnlyWhereItsWordsStandSideBySide() {
    newsroom.file(
        "Mining Weekly", 1, "Below ground", "The earth there is soft, and rare birds nest.");
    newsroom.file("Capital Post", 2, "Volunteers", "The Peace Corps sends rare experts.");
    newsroom.file("Wire", 3, "Permit", "Lynas Corp waits for heavy equipment.");
    newsroom.file("Wire", 4, "Cranes", "Heavy cranes for the corps of engineers.");
    Search knowing = search.with(Names.load(Lexicon.shipped()), Optional.empty());

    assertThat(shown(knowing, "稀土")).isEmpty();
    assertThat(shown(knowing, "Lynas"))
        .containsExactly("1 [Lynas Corp] waits for heavy equipment.");
    assertThat(shown(knowing, "lynas AND heavy"))
        .containsExactly("1 [Lynas Corp] waits for [heavy] equipment.");
    assertThat(shown(knowing, "莱纳斯 AND heavy"))
        .containsExactly("1 [Lynas Corp] waits for [heavy] equipment.");
  }

  @Test
  void countsOfAFilterAddUpToTheHitsAndACopyGroupShowsItsFirstOutlet() {
    Article first = newsroom.file("松岭早报", 1, "出口管制", "出口管制今日生效，出口管制清单随后公布。");
    newsroom.copy(first, "海石新闻", 2);
    newsroom.copy(first, "云浦日报", 3);
    Article other = newsroom.file("北岸财经", 4, "另一则", "出口管制的影响。");
    newsroom.copy(other, "出口管制观察", 5);

    SearchPage page = search.find(SearchRequest.of("出口管制"));

    assertThat(page.total().count()).isEqualTo(2);
    assertThat(page.counts().sources().stream().mapToLong(SearchPage.Count::articles).sum())
        .isEqualTo(2);
    assertThat(page.counts().sources())
        .extracting(SearchPage.Count::value)
        .containsExactly("北岸财经", "松岭早报");
    assertThat(page.hits())
        .extracting(hit -> hit.article().source())
        .containsExactlyInAnyOrder("松岭早报", "北岸财经");
    SearchPage ofCopy =
        search.find(SearchRequest.of("出口管制").withFilters(Filters.NONE.withSources(Set.of("海石新闻"))));
    assertThat(ofCopy.counts().sources()).containsExactly(new SearchPage.Count("海石新闻", 1));
    assertThat(ofCopy.hits().getFirst().article().source()).isEqualTo("海石新闻");
  }

  @Test
  void runsTheCorrectionWhereNothingMatchesWhatWasTyped() {
    newsroom.file("Wire", 1, "Gallium", "Gallium prices rose, and gallium exports fell.");
    newsroom.file("北岸财经", 2, "特朗普", "特朗普说，特朗普政府会加税。");

    SearchPage page = search.find(SearchRequest.of("galium"));

    assertThat(page.hits()).extracting(hit -> hit.article().title()).containsExactly("Gallium");
    assertThat(page.understood().didYouMean()).isEqualTo("gallium");
    assertThat(page.understood().remarks()).containsExactly(SearchPage.Remark.MENDED);
    assertThat(search.find(SearchRequest.of("qwertz")).hits()).isEmpty();
    assertThat(search.asWritten().find(SearchRequest.of("galium")).hits())
        .as("a topic holds what has its name")
        .isEmpty();
  }

  @Test
  void putsTheWordsOfANameSideBySideBeforeTheSameWordsApart() {
    newsroom.file("Museum News", 1, "War museum", "Trade in war relics. War, war and trade.");
    newsroom.file("Wire", 2, "Talks", "Nobody wants another trade war, the envoy said at length.");
    Search knowing = search.with(Names.load(Lexicon.shipped()), Optional.empty());

    assertThat(shown(knowing, "trade war").getFirst())
        .isEqualTo("1 Nobody wants another [trade] [war], the envoy said at length.");
  }

  @Test
  void marksQuotedWordsOnlySideBySide() {
    newsroom.file(
        "Wire", 1, "Licences", "Export licences came before export controls were lifted.");
    newsroom.file("矿业报", 2, "许可证", "出口许可先行，出口管制随后放宽，管制清单照旧。");

    assertThat(shown("\"export controls\""))
        .containsExactly("1 Export licences came before [export controls] were lifted.");
    assertThat(shown("“出口管制”")).containsExactly("1 出口许可先行，[出口管制]随后放宽，管制清单照旧。");
  }

  @Test
  void filtersByLanguageSourceAndTime() {
    newsroom.file("矿业报", 1, "稀土一", "稀土。");
    newsroom.file("經濟日報", 5, "稀土聯盟的協議與發展", "臺灣與國際稀土產業關係。");
    newsroom.file(
        "Wire", 9, "稀土 three", "The rare earths called 稀土 in Chinese are many and all useful.");

    Filters none = Filters.NONE;
    SearchRequest all = SearchRequest.of("稀土").withSort(Sort.NEWEST);
    assertThat(titles(all.withFilters(none.withLanguages(Set.of(new Language("zh"))))))
        .containsExactly("稀土聯盟的協議與發展", "稀土一");
    assertThat(titles(all.withFilters(none.withSources(Set.of("Wire")))))
        .containsExactly("稀土 three");
    assertThat(
            titles(
                all.withFilters(
                    none.between(
                        Newsroom.DAY.plusSeconds(3600), Newsroom.DAY.plusSeconds(5 * 3600)))))
        .containsExactly("稀土一");
  }

  @Test
  void takesAFolderOfSourcesWhereAnOutletIsNamed() {
    newsroom.file("矿业报", 1, "稀土一", "稀土。");
    newsroom.file("Wire", 9, "稀土 three", "The rare earths called 稀土 in Chinese.");
    newsroom.file("Herald", 9, "稀土 four", "The rare earths called 稀土 in Chinese.");
    Search filed =
        search.withFolders(folder -> folder.equals("金属") ? List.of("矿业报", "Wire") : List.of());

    SearchRequest all = SearchRequest.of("稀土").withSort(Sort.NEWEST);
    assertThat(filed.outlets(List.of("金属/", "Herald")))
        .containsExactlyInAnyOrder("矿业报", "Wire", "Herald");
    assertThat(filed.find(all.withFilters(Filters.NONE.withSources(Set.of("金属/")))).total().count())
        .isEqualTo(2);
    assertThat(filed.find(SearchRequest.of("稀土 source:金属/")).total().count()).isEqualTo(2);
    assertThat(filed.find(SearchRequest.of("稀土 source:煤/")).total().count()).isZero();
  }

  @Test
  void countsHitsByLanguageSourceAndKind() {
    newsroom.file("矿业报", 1, "稀土一", "稀土。");
    newsroom.file("矿业报", 2, "稀土二", "稀土。");
    newsroom.file("Wire", 3, "Rare earths (稀土) rise", "Prices of rare earths rise again.");

    SearchPage page = search.find(SearchRequest.of("稀土"));
    assertThat(page.total()).isEqualTo(new SearchPage.Total(3, true));
    assertThat(page.counts())
        .isEqualTo(
            new SearchPage.Counts(
                List.of(new Count("zh-Hans", 2), new Count("en", 1)),
                List.of(new Count("矿业报", 2), new Count("Wire", 1)),
                List.of(new Count("news", 3)),
                List.of(),
                List.of(new Count("2025-11", 3)),
                List.of()));
  }

  @Test
  void suggestsChineseNamesThatSoundOrLookAlike() {
    newsroom.file("矿业报", 1, "稀土出口", "稀土与氧化镨钕的出口。");
    Search knowing = search.with(Names.load(Lexicon.shipped()), Optional.empty());

    assertThat(knowing.find(SearchRequest.of("希土")).understood().didYouMean()).isEqualTo("稀土");
    assertThat(knowing.find(SearchRequest.of("氧化普钕")).understood().didYouMean()).isEqualTo("氧化镨钕");
    assertThat(knowing.find(SearchRequest.of("稀土")).understood().didYouMean()).isNull();
    for (int i = 2; i < 6; i++) {
      newsroom.file("农业报", i, "田里的土 " + i, "土很稀，士兵帮着排水。");
    }
    SearchPage misspelt = knowing.find(SearchRequest.of("稀士"));
    assertThat(misspelt.understood().remarks()).contains(SearchPage.Remark.MENDED);
    assertThat(misspelt.understood().didYouMean()).isEqualTo("稀土");
    assertThat(knowing.find(SearchRequest.of("稀天")).understood().didYouMean()).isNull();
    assertThat(knowing.find(SearchRequest.of("土很")).understood().didYouMean()).isNull();
    assertThat(knowing.find(SearchRequest.of("希土")).understood().didYouMean()).isEqualTo("稀土");
  }

  @Test
  void countsAndFiltersByNameMonthAndDispute() {
    Article lynas = Newsroom.article("Wire", 1, "Lynas raises output", "Lynas raised output.");
    Article chips = Newsroom.article("Wire", 30 * 24, "芯片产量上升", "Output of chips rose.");
    newsroom.put(
        new IndexedArticle(
            lynas,
            lynas.id(),
            Set.of("company.lynas", "country.AU"),
            List.of(),
            Set.of(IndexedArticle.DISPUTED)));
    newsroom.put(new IndexedArticle(chips, chips.id(), Set.of("country.AU"), List.of(), Set.of()));

    SearchPage.Counts counts = search.find(SearchRequest.of("output")).counts();
    assertThat(counts.tags())
        .containsExactly(new Count("country.AU", 2), new Count("company.lynas", 1));
    assertThat(counts.months()).containsExactly(new Count("2025-12", 1), new Count("2025-11", 1));
    assertThat(counts.facts()).containsExactly(new Count("disputed", 1));
    SearchRequest all = SearchRequest.of("output");
    assertThat(titles(all.withFilters(Filters.NONE.withMonths(Set.of(YearMonth.of(2025, 12))))))
        .containsExactly("芯片产量上升");
    assertThat(titles(all.withFilters(Filters.NONE.withFacts(Set.of(IndexedArticle.DISPUTED)))))
        .containsExactly("Lynas raises output");
    assertThat(titles(all.withFilters(Filters.NONE.withTags(Set.of("company.lynas")))))
        .containsExactly("Lynas raises output");
  }

  /// Also of the articles that stand for the copies which were found.
  @Test
  void readsAllTextsOfAPageAtOnce() {
    Article original = newsroom.file("Wire", 1, "Alliance formed", "A rare earth alliance formed.");
    newsroom.copy(original, "Herald", 2);
    newsroom.file("Herald", 3, "联盟 alliance", "The alliance 联盟 formed in May 成立。");
    List<Collection<ArticleId>> asked = new ArrayList<>();
    Search counted =
        new Search(
            index,
            ids -> {
              asked.add(ids);
              return newsroom.load(ids);
            },
            () -> Newsroom.DAY.plusSeconds(86_400));

    SearchRequest request =
        SearchRequest.of("alliance formed").withFilters(Filters.NONE.withSources(Set.of("Herald")));
    assertThat(counted.find(request).hits()).hasSize(2);
    assertThat(asked).singleElement().satisfies(ids -> assertThat(ids).hasSize(3));
  }

  @Test
  void foldsCopiesIntoOneHitWithTheirNumber() {
    Article original = newsroom.file("Wire", 1, "Alliance formed", "A rare earth alliance formed.");
    newsroom.copy(original, "Herald", 2);
    newsroom.copy(original, "Courier", 3);
    newsroom.file("Post", 4, "Another alliance", "Another alliance.");

    SearchPage folded = search.find(SearchRequest.of("alliance"));
    assertThat(folded.total().count()).isEqualTo(2);
    assertThat(folded.hits().stream().map(SearchHit::copies)).containsExactlyInAnyOrder(3, 1);
    assertThat(titles(SearchRequest.of("alliance").withCopies(Copies.SHOWN))).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RELEVANCE", "NEWEST", "RELEVANCE_ONLY"})
  void turnsPagesWithoutLossOrRepetitionWhileArticlesComeIn(String sort) {
    for (int i = 0; i < 25; i++) {
      Article article =
          newsroom.file("Wire", i, "Story " + i, "lithium " + "carbonate ".repeat(i % 7));
      if (i % 4 == 0) {
        newsroom.copy(article, "Herald", i + 1);
      }
    }
    SearchRequest request =
        SearchRequest.of("(lithium carbonate)").withSort(Sort.valueOf(sort)).withLimit(6);
    List<String> seen = new ArrayList<>();
    SearchPage page = search.find(request);
    for (int more = 0; page.nextToken() != null; more++) {
      page.hits().forEach(hit -> seen.add(hit.article().title()));
      newsroom.file("Late", 100 + more, "Late " + more, "lithium carbonate price of lithium");
      page = search.find(request.withPageToken(page.nextToken()));
    }
    page.hits().forEach(hit -> seen.add(hit.article().title()));

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen.stream().filter(title -> title.startsWith("Story"))).hasSize(25);
  }

  @Test
  void refusesATokenOfAnotherSearch() {
    for (int i = 0; i < 3; i++) {
      newsroom.file("Wire", i, "Gallium " + i, "Gallium.");
    }
    String token = search.find(SearchRequest.of("gallium").withLimit(1)).nextToken();

    assertThatThrownBy(() -> search.find(SearchRequest.of("copper").withPageToken(token)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not one of this list");
    assertThatThrownBy(() -> search.find(SearchRequest.of("copper").withPageToken("xyz")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void listsEverythingForAnEmptyQuery() {
    newsroom.file("Wire", 1, "One", "One.");
    newsroom.file("Wire", 2, "二", "二。");

    assertThat(titles(SearchRequest.of(" ").withSort(Sort.NEWEST))).containsExactly("二", "One");
  }

  @Test
  void findsAnArticleByAnotherNameOfWhatItMentions() {
    Article article = Newsroom.article("矿业报", 1, "钕价", "钕价上涨。");
    newsroom.put(
        new IndexedArticle(
            article,
            article.id(),
            Set.of("element.neodymium"),
            List.of("钕", "neodymium", "Nd"),
            Set.of(IndexedArticle.DISPUTED)));

    assertThat(titles("neodymium")).containsExactly("钕价");
    assertThat(
            titles(
                SearchRequest.of("")
                    .withFilters(
                        Filters.NONE
                            .withTags(Set.of("element.neodymium"))
                            .withFacts(Set.of(IndexedArticle.DISPUTED)))))
        .containsExactly("钕价");
  }
}
