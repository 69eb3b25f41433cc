package dev.assay.ingest;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.index.SearchIndex;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.index.opensearch.OpenSearchIndex;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.search.Search;
import dev.assay.search.SearchPage;
import dev.assay.search.SearchRequest;
import dev.assay.search.SearchRequest.Sort;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.sqlite.SqliteStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Not a test: `SameAnswersRun FOLDER NODE,NODE...` asks an index of the folder's articles in
/// memory, and one on a cluster, a hundred questions in three orders, and counts where they differ.
public final class SameAnswersRun {

  private static final Instant NOW = Instant.parse("2025-11-25T06:00:00Z");

  private SameAnswersRun() {}

  public static void main(String[] arguments) {
    List<URI> nodes = Arrays.stream(arguments[1].split(",")).map(URI::create).toList();
    try (Store store = SqliteStore.openToRead(Path.of(arguments[0]));
        SearchIndex folder = LuceneIndex.openInMemory();
        SearchIndex cluster = OpenSearchIndex.open(nodes, "same-answers-run")) {
      Names names = new NameBook(store, Names.load(Lexicon.shipped()), () -> NOW).names();
      cluster.clear();
      Indexing.catchUp(store, folder, () -> names);
      Indexing.catchUp(store, cluster, () -> names);
      Map<ArticleId, Article> articles = new HashMap<>();
      store
          .<List<Article>>read(session -> session.articles().after(-1, 1_000_000))
          .forEach(article -> articles.put(article.id(), article));
      System.out.printf("%d articles, in the cluster %d%n", articles.size(), cluster.size());
      ask(
          search(folder, store, names),
          search(cluster, store, names),
          questions(articles.values()));
    }
  }

  private static Search search(SearchIndex index, Store store, Names names) {
    return new Search(index, ids -> found(store, ids), () -> NOW).with(names, Optional.empty());
  }

  private static Map<ArticleId, Article> found(Store store, Collection<ArticleId> ids) {
    Map<ArticleId, Article> found = new HashMap<>();
    store
        .<Map<ArticleId, StoredArticle>>read(session -> session.articles().find(ids))
        .forEach((id, stored) -> found.put(id, stored.article()));
    return found;
  }

  private static void ask(Search here, Search there, List<String> questions) {
    for (Sort sort : Sort.values()) {
      int[] same = new int[4];
      for (String question : questions) {
        SearchRequest request = SearchRequest.of(question).withSort(sort).withLimit(10);
        SearchPage one = here.find(request);
        SearchPage other = there.find(request);
        boolean hits = ids(one).equals(ids(other));
        same[0] += hits ? 1 : 0;
        same[1] += one.total().equals(other.total()) ? 1 : 0;
        same[2] += one.counts().equals(other.counts()) ? 1 : 0;
        same[3] += one.understood().equals(other.understood()) ? 1 : 0;
        if (!hits) {
          System.out.println("  other hits: " + question);
        }
      }
      System.out.printf(
          "%s: of %d questions the same first ten in order %d, total %d, counts %d, remarks %d%n",
          sort, questions.size(), same[0], same[1], same[2], same[3]);
    }
  }

  private static List<ArticleId> ids(SearchPage page) {
    return page.hits().stream().map(hit -> hit.article().id()).toList();
  }

  private static List<String> questions(Collection<Article> articles) {
    Random random = new Random(3);
    List<String> zh = titles(articles, true);
    List<String> en = titles(articles, false);
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      questions.add(zh.get(random.nextInt(zh.size())).substring(2, 12));
    }
    for (int i = 0; i < 20; i++) {
      String[] words = en.get(random.nextInt(en.size())).split("\\s+");
      questions.add(words[0] + " " + words[words.length / 2] + " " + words[words.length - 1]);
    }
    for (int i = 0; i < 15; i++) {
      String han = zh.get(random.nextInt(zh.size())).replaceAll("[^\\p{IsHan}]", "");
      questions.add("\"" + han.concat("经济合作").substring(0, 4) + "\"");
    }
    for (int i = 0; i < 10; i++) {
      String[] words = en.get(random.nextInt(en.size())).replaceAll("[^A-Za-z ]", "").split("\\s+");
      int at = random.nextInt(Math.max(1, words.length - 1));
      questions.add("\"" + words[at] + " " + words[Math.min(words.length - 1, at + 1)] + "\"");
    }
    questions.addAll(
        List.of(
            "稀土",
            "rare earths",
            "neodymium",
            "钕",
            "Lynas",
            "China export controls",
            "出口管制",
            "特朗普",
            "MP Materials",
            "美国 关税",
            "稀土 -美国",
            "mining OR refining",
            "title:稀土",
            "lang:en china",
            "(锂 OR 钴) 价格",
            "tag:country.cn 稀土",
            "after:2023-08-14 中国",
            "source:reuters magnets",
            "magne*",
            "refin*",
            "miner*",
            "neodynium",
            "germaniun",
            "galium~",
            "lynsa~1",
            "preseodymium",
            "",
            "中国",
            "the",
            "日本 汽车"));
    return questions;
  }

  private static List<String> titles(Collection<Article> articles, boolean chinese) {
    return articles.stream()
        .filter(article -> article.language().isChinese() == chinese)
        .filter(article -> chinese || article.language().equals(Language.EN))
        .map(Article::title)
        .filter(title -> title.length() > 20)
        .sorted()
        .toList();
  }
}
