package dev.assay.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.index.lucene.LuceneVectors;
import dev.assay.index.meaning.PassageTexts;
import dev.assay.index.meaning.PassageVector;
import dev.assay.search.SearchPage.Remark;
import dev.assay.search.SearchRequest.Mode;
import dev.assay.search.SearchRequest.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeaningSearchTest {

  private final LuceneIndex index = LuceneIndex.openInMemory();
  private final LuceneVectors vectors = LuceneVectors.openInMemory("concepts-1");
  private final Newsroom newsroom = new Newsroom(index);
  private final ConceptVectors model = new ConceptVectors();
  private final Search words =
      new Search(index, newsroom::load, () -> Newsroom.DAY.plusSeconds(86_400));
  private final Search search = words.withMeanings(() -> Optional.of(new Meanings(vectors, model)));

  @BeforeEach
  void fill() {
    file("Wire", 1, "Plant idle", "The walkout at the automobile plant entered its third day.");
    file("Wire", 2, "Harvest", "The deluge spoiled the harvest in the valley below the dam.");
    file("矿业报", 3, "停工三天", "轿车厂的停工进入第三天，工人要求加薪，谈判没有结果。");
    file("Herald", 4, "Prices", "The strike price of the option was set at ten dollars a share.");
  }

  private void file(String source, int hours, String title, String text) {
    Article article = newsroom.file(source, hours, title, text);
    List<PassageVector> passages = new ArrayList<>();
    for (PassageTexts.PassageText passage : PassageTexts.of(article)) {
      passages.add(
          new PassageVector(passage.paragraph(), passage.span(), model.question(passage.text())));
    }
    vectors.put(article.id(), 1, passages);
    vectors.commit(1);
  }

  @AfterEach
  void close() {
    index.close();
    vectors.close();
  }

  private static List<String> titles(SearchPage page) {
    return page.hits().stream().map(hit -> hit.article().title()).toList();
  }

  private SearchPage semantic(String query) {
    return search.find(SearchRequest.of(query).withMode(Mode.SEMANTIC));
  }

  @Test
  void findsByMeaningWhatNoWordSays() {
    assertThat(titles(words.find(SearchRequest.of("vehicle strike")))).containsExactly("Prices");
    assertThat(titles(semantic("vehicle strike")).subList(0, 2))
        .containsExactlyInAnyOrder("Plant idle", "停工三天");
    assertThat(titles(semantic("洪水")).getFirst()).isEqualTo("Harvest");
  }

  @Test
  void showsThePassageThatIsNear() {
    SearchHit hit = semantic("洪水").hits().getFirst();
    assertThat(hit.passages()).hasSize(1);
    assertThat(hit.passages().getFirst().paragraph()).isEqualTo(1);
    assertThat(hit.passages().getFirst().highlights()).isEmpty();
    assertThat(hit.passages().getFirst().span().in(hit.article().paragraph(1).text()))
        .isEqualTo("The deluge spoiled the harvest in the valley below the dam.");
  }

  @Test
  void joinsWordsAndMeaning() {
    SearchPage page = search.find(SearchRequest.of("vehicle strike").withMode(Mode.SMART));
    assertThat(titles(page)).contains("Prices", "Plant idle", "停工三天");
    assertThat(titles(page).getFirst()).isEqualTo("Prices");
  }

  @Test
  void addsByMeaningAlsoWhereEnoughArticlesHaveAllWords() {
    for (int i = 0; i < 5; i++) {
      file("Post", 10 + i, "Vehicle " + i, "A vehicle was hit by the strike of a crane.");
    }
    SearchPage page = search.find(SearchRequest.of("vehicle strike").withMode(Mode.SMART));
    assertThat(page.understood().anyWord()).isNotNull();
    assertThat(titles(page)).contains("Vehicle 0", "Plant idle", "停工三天");
  }

  @Test
  void keepsFiltersAndOrder() {
    SearchRequest request = SearchRequest.of("vehicle strike").withMode(Mode.SEMANTIC);
    assertThat(
            titles(
                search.find(
                    request.withFilters(Filters.NONE.withLanguages(Set.of(new Language("zh")))))))
        .containsExactly("停工三天");
    assertThat(titles(search.find(request.withSort(Sort.NEWEST))))
        .containsExactly("Prices", "停工三天", "Harvest", "Plant idle");
  }

  @Test
  void leavesAQueryWithOperatorsToItsWords() {
    assertThat(titles(search.find(SearchRequest.of("strike AND price").withMode(Mode.SMART))))
        .containsExactly("Prices");
    assertThat(
            titles(
                search.find(
                    SearchRequest.of("vehicle strike").withMode(Mode.SMART).withSort(Sort.NEWEST))))
        .containsExactly("Prices");
  }

  @Test
  void goesOnToTheNextPageInEveryMode() {
    for (Mode mode : Mode.values()) {
      SearchRequest request = SearchRequest.of("strike walkout price day").withMode(mode);
      List<String> all = titles(search.find(request));
      List<String> paged = new ArrayList<>();
      String token = null;
      do {
        SearchPage page = search.find(request.withLimit(1).withPageToken(token));
        paged.addAll(titles(page));
        token = page.nextToken();
      } while (token != null);
      assertThat(paged).isEqualTo(all);
    }
  }

  @Test
  void saysWhatIsLackingWithoutTheAddOn() {
    SearchPage page = words.find(SearchRequest.of("harvest").withMode(Mode.SEMANTIC));
    assertThat(page.understood().remarks()).containsExactly(Remark.NO_EMBEDDINGS);
    assertThat(titles(page)).containsExactly("Harvest");
    assertThat(words.find(SearchRequest.of("harvest").withMode(Mode.SMART)).understood().remarks())
        .isEmpty();
  }
}
