package dev.assay.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.All;
import dev.assay.index.IndexRequest;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Words that stand near to each other come before words that stand somewhere.
class FirstHitsTest {

  private final LuceneIndex index = LuceneIndex.openInMemory();
  private final Newsroom newsroom = new Newsroom(index);
  private final Search search =
      new Search(index, newsroom::load, () -> Newsroom.DAY.plusSeconds(86_400))
          .with(Names.load(Lexicon.shipped()), Optional.empty());

  @AfterEach
  void close() {
    index.close();
  }

  private List<String> titles(String query) {
    return search.find(SearchRequest.of(query)).hits().stream()
        .map(hit -> hit.article().title())
        .toList();
  }

  @Test
  void putsAnArticleWithTheWordsInOnePlaceBeforeOneOfManyMatters() {
    newsroom.file(
        "Herald",
        1,
        "The week",
        "A dredger ran aground. The dredger, a dredger of the north, was refloated.",
        "Rain fell on the hills for a third day and the fair was put off.",
        "The harbour festival drew crowds to the harbour, and the harbour choir sang.");
    newsroom.file(
        "Courier",
        2,
        "Works begin",
        "The council hired a dredger to deepen the harbour before the winter.",
        "It will take nine weeks, and boats are asked to keep to the eastern side.",
        "Anglers have been told to stay away from the quay while the work goes on.");

    assertThat(titles("harbour dredger")).containsExactly("Works begin", "The week");
  }

  @Test
  void putsAChineseOneWithTheWordsInOnePlaceFirst() {
    newsroom.file(
        "早报",
        1,
        "一周要闻",
        "挖泥船搁浅。这艘挖泥船是北方最大的挖泥船，次日脱险。",
        "连日降雨，山区道路中断，庙会推迟举行。",
        "渔港文化节开幕，渔港合唱团登台，渔港夜市人头攒动。");
    newsroom.file("晚报", 2, "开工", "市里租来一艘挖泥船，要在入冬前疏浚渔港。", "工期九周，请过往船只靠东侧行驶。", "施工期间码头禁止垂钓。");

    assertThat(titles("渔港 挖泥船")).containsExactly("开工", "一周要闻");
  }

  @Test
  void countsWhatTheTitleSaysAsSaidInEveryPlace() {
    newsroom.file(
        "Herald",
        1,
        "The week",
        "The tramway lost a driver. Tramway, tramway, tramway.",
        "Rain fell on the hills for a third day and the fair was put off.",
        "The subsidy for milk, a subsidy that farmers asked for, is no subsidy for cheese.");
    newsroom.file(
        "Courier",
        2,
        "Tramway opens after nine years",
        "The first cars left the depot at six.",
        "A subsidy of four million pays for the evening cars.");

    assertThat(titles("tramway subsidy").getFirst()).isEqualTo("Tramway opens after nine years");
  }

  @Test
  void showsEachHitOnceWhereThePagesAreOfAnotherOrderThanTheIndex() {
    for (int i = 1; i <= 12; i++) {
      newsroom.file(
          "Herald",
          i,
          "Week " + i,
          "A dredger ran aground. Dredger, dredger.",
          "Rain fell on the hills for a third day and the fair was put off.",
          "The harbour festival drew crowds. Harbour, harbour.");
      newsroom.file(
          "Courier",
          i,
          "Works " + i,
          "The council of the town hired a dredger last week to deepen the harbour.",
          "It will take nine weeks, and boats are asked to keep to the eastern side.");
    }
    List<ArticleId> seen = new ArrayList<>();
    List<String> first = new ArrayList<>();
    String token = null;
    do {
      SearchPage page =
          search.find(SearchRequest.of("harbour dredger").withLimit(7).withPageToken(token));
      if (token == null) {
        page.hits().forEach(hit -> first.add(hit.article().title()));
      }
      page.hits().forEach(hit -> seen.add(hit.article().id()));
      token = page.nextToken();
    } while (token != null);

    assertThat(first).hasSize(7).allMatch(title -> title.startsWith("Works"));
    assertThat(seen).hasSize(24).doesNotHaveDuplicates();
  }

  /// The 20th of the index is read and comes first, the 22nd is not.
  @Test
  void leavesWhatStandsBehindTheFirstHitsOfALongPageAsItIs() {
    Map<ArticleId, Float> scores = new HashMap<>();
    List<ArticleId> filed = new ArrayList<>();
    for (int i = 1; i <= 22; i++) {
      ArticleId id =
          newsroom
              .file(
                  "Herald",
                  i,
                  "Week " + i,
                  i == 20 || i == 22
                      ? "The council hired a dredger to deepen the harbour."
                      : "A dredger ran aground. The fair was put off. Rain fell. The harbour sang.")
              .id();
      filed.add(id);
      scores.put(id, 50f - i);
    }
    IndexQuery query = new IndexQuery.Scored(scores);
    IndexPage page =
        index.find(
            new IndexRequest(
                query,
                new All(),
                IndexRequest.Order.RELEVANCE,
                IndexRequest.Copies.FOLDED,
                null,
                100,
                Set.of()));

    List<ArticleId> shown =
        new FirstHits(
                index,
                newsroom::load,
                new Closeness(AskedTerms.plain("harbour dredger", index, Optional.empty())))
            .of(page, query, Demand.any(new All()), IndexRequest.Copies.FOLDED).stream()
                .map(IndexPage.Hit::id)
                .toList();

    List<ArticleId> expected = new ArrayList<>(filed);
    expected.remove(filed.get(19));
    expected.addFirst(filed.get(19));
    assertThat(shown).isEqualTo(expected);
  }
}
