package dev.assay.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexedArticle;
import dev.assay.index.SearchIndex;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.search.Search;
import dev.assay.search.SearchPage;
import dev.assay.search.SearchRequest;
import dev.assay.search.SearchRequest.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// The index of a folder and one of three nodes give the same answers.
@EnabledIf("dev.assay.index.opensearch.SearchCluster#isBuilt")
final class SameAnswersTest {

  private static final Instant NOW = Instant.parse("2025-11-25T06:00:00Z");

  private static final List<String> CHINESE =
      List.of(
          "南屏矿业说，新的分离线将于明年三月投产，每年可出氧化镨钕4200吨。",
          "商务部周五宣布，对稀土相关物项实施出口管制，磁材企业须申请许可。",
          "市场人士认为，锂价回落与库存有关，钴的供应仍然紧张。",
          "北岸港的吞吐量比去年同期增长一成，主要是矿石和粮食。",
          "中国在全球稀土精炼中的份额接近九成，美国希望降低依赖。",
          "日本汽车公司表示，电池工厂的投资将推迟到2027年。");

  private static final List<String> ENGLISH =
      List.of(
          "The port of Carrow will deepen its northern basin to 14 metres by the spring, its board said.",
          "China tightened export controls on rare earths, and magnet makers must apply for licences.",
          "Lithium prices fell as stocks rose, while the supply of cobalt stayed tight, traders said.",
          "Neodymium and praseodymium are refined near the mine, which opened a decade ago.",
          "Two governments agreed to share the cost of a refinery worth $1.5 billion.",
          "The F-35 needs 400 kg of rare earth materials, a report to Congress said.");

  private static final List<IndexedArticle> ARTICLES = articles();
  private static final Map<ArticleId, Article> BY_ID = new HashMap<>();

  private static SearchIndex folder;
  private static SearchIndex cluster;

  private static List<IndexedArticle> articles() {
    Random random = new Random(3);
    List<IndexedArticle> articles = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      boolean chinese = random.nextInt(5) < 3;
      List<String> sentences = chinese ? CHINESE : ENGLISH;
      List<Paragraph> paragraphs = new ArrayList<>();
      for (int p = 1; p <= 1 + random.nextInt(5); p++) {
        paragraphs.add(
            new Paragraph(
                p,
                Paragraph.Kind.TEXT,
                sentences.get(random.nextInt(6)) + " " + random.nextInt(90)));
      }
      String title = sentences.get(random.nextInt(6));
      Article article =
          new Article(
              new ArticleId(1_000 + i * 7_919L),
              null,
              "outlet " + random.nextInt(6),
              null,
              title.substring(0, 12 + random.nextInt(10)) + " " + i,
              List.of(),
              null,
              null,
              NOW.minusSeconds(3_600L * random.nextInt(9_000)),
              chinese ? Language.ZH_HANS : Language.EN,
              ArticleKind.NEWS,
              null,
              null,
              paragraphs);
      ArticleId canonical =
          i > 10 && random.nextInt(6) == 0
              ? articles.get(random.nextInt(articles.size())).canonical()
              : article.id();
      articles.add(
          new IndexedArticle(
              article,
              canonical,
              // the last two always of as many hits, and of another order by UTF-16 than by UTF-8
              Set.of(
                  random.nextBoolean() ? "element.neodymium" : "country.CN",
                  "\uD842\uDFB7",
                  "\uFF5E"),
              random.nextInt(4) == 0 ? Set.of("country.CN") : Set.of(),
              List.of("neodymium", "钕"),
              random.nextInt(9) == 0 ? Set.of(IndexedArticle.DISPUTED) : Set.of(),
              i));
    }
    return articles;
  }

  @BeforeAll
  static void open() {
    ARTICLES.forEach(one -> BY_ID.put(one.article().id(), one.article()));
    folder = LuceneIndex.openInMemory();
    cluster = OpenSearchIndex.open(SearchCluster.shared(), "same");
    for (SearchIndex index : List.of(folder, cluster)) {
      index.put(ARTICLES.subList(0, 200));
      index.put(ARTICLES.subList(200, 300));
      index.commit(300);
      index.refresh();
    }
  }

  @AfterAll
  static void close() {
    cluster.clear();
    cluster.close();
    folder.close();
  }

  private static Search search(SearchIndex index) {
    return new Search(index, SameAnswersTest::found, () -> NOW)
        .with(Names.load(Lexicon.shipped()), Optional.empty());
  }

  private static Map<ArticleId, Article> found(Collection<ArticleId> ids) {
    Map<ArticleId, Article> articles = new HashMap<>();
    ids.forEach(id -> articles.put(id, BY_ID.get(id)));
    return articles;
  }

  /// What a reader sees of a page.
  private record Seen(List<ArticleId> hits, Object total, Object counts, Object understood) {
    static Seen of(SearchPage page) {
      return new Seen(
          page.hits().stream().map(hit -> hit.article().id()).toList(),
          page.total(),
          page.counts(),
          page.understood());
    }
  }

  private static List<String> questions() {
    Random random = new Random(11);
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String sentence = CHINESE.get(random.nextInt(6));
      int from = random.nextInt(sentence.length() - 8);
      questions.add(sentence.substring(from, from + 4 + random.nextInt(4)).replaceAll("[，。]", " "));
      String[] words = ENGLISH.get(random.nextInt(6)).split(" ");
      questions.add(
          words[random.nextInt(words.length)] + " " + words[random.nextInt(words.length)]);
      int word = random.nextInt(words.length - 1);
      questions.add("\"" + words[word] + " " + words[word + 1] + "\"");
    }
    questions.addAll(
        List.of(
            "稀土",
            "neodymium",
            "rare earths",
            "出口管制",
            "稀土 -中国",
            "mining OR refinery",
            "magne*",
            "refin*",
            "neodynium",
            "lithum~",
            "",
            "F-35",
            "(锂 OR 钴)",
            "title:稀土"));
    return questions;
  }

  @Test
  void givesTheSameHitsTotalsCountsAndRemarks() {
    Search here = search(folder);
    Search there = search(cluster);
    for (String question : questions()) {
      for (Sort sort : Sort.values()) {
        SearchRequest request = SearchRequest.of(question).withSort(sort).withLimit(10);
        assertThat(Seen.of(there.find(request)))
            .as("%s, %s", question, sort)
            .isEqualTo(Seen.of(here.find(request)));
      }
    }
  }

  @Test
  void turnsTheSamePages() {
    Search here = search(folder);
    Search there = search(cluster);
    for (String question : List.of("中国", "rare earths", "电池 汽车", "")) {
      String token = null;
      for (int page = 0; page < 6; page++) {
        SearchRequest request = SearchRequest.of(question).withLimit(7).withPageToken(token);
        SearchPage expected = here.find(request);
        assertThat(Seen.of(there.find(request)))
            .as("page %d of %s", page, question)
            .isEqualTo(Seen.of(expected));
        token = expected.nextToken();
        if (token == null) {
          break;
        }
      }
    }
  }

  @Test
  void keepsTheNewerFormOfAnArticleWhoeverSendsTheOlder() {
    try (SearchIndex index = OpenSearchIndex.open(SearchCluster.shared(), "versions")) {
      IndexedArticle old = ARTICLES.get(4);
      IndexedArticle newer =
          new IndexedArticle(
              old.article(),
              old.canonical(),
              Set.of("country.JP"),
              Set.of(),
              List.of(),
              Set.of(),
              900);
      index.put(List.of(newer));
      index.put(List.of(old));
      index.commit(900);
      index.refresh();

      assertThat(index.values(IndexQuery.KeywordField.TAG, 10)).containsExactly("country.JP");
      assertThat(index.committedSequence()).isEqualTo(900);
      index.clear();
      assertThat(index.committedSequence()).isZero();
    }
  }
}
