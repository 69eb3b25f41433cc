package dev.assay.search;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.index.IndexedArticle;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.search.dictionary.Dictionary;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Ranks a collection straight from its files, for trials: `RetrievalRun FOLDER OUT [DICTIONARY]`,
/// the folder holding `docs.jsonl` and `queries.tsv`; writes a TREC run.
final class RetrievalRun {

  private RetrievalRun() {}

  public static void main(String[] arguments) throws Exception {
    Map<ArticleId, String> names = new HashMap<>();
    Map<ArticleId, Article> articles = new HashMap<>();
    try (LuceneIndex index = LuceneIndex.openInMemory()) {
      List<IndexedArticle> batch = new ArrayList<>();
      for (String line : Files.readAllLines(Path.of(arguments[0], "docs.jsonl"))) {
        Article article = article(new ObjectMapper().readTree(line));
        names.put(article.id(), article.externalId());
        articles.put(article.id(), article);
        batch.add(IndexedArticle.of(article));
      }
      index.put(batch);
      index.refresh();
      Search search = new Search(index, _ -> articles, InstantSource.system());
      if (arguments.length > 2) {
        search = search.with(Names.load(Lexicon.shipped()), Dictionary.open(Path.of(arguments[2])));
      }
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])))) {
        for (String line : Files.readAllLines(Path.of(arguments[0], "queries.tsv"))) {
          String[] cells = line.split("\t", 2);
          int rank = 0;
          for (Search.Ranked hit : search.rank(cells[1], SearchRequest.Mode.KEYWORD, 1000)) {
            rank++;
            out.printf(
                "%s Q0 %s %d %.6f assay%n", cells[0], names.get(hit.id()), rank, hit.score());
          }
        }
      }
    }
  }

  private static Article article(JsonNode node) {
    String id = node.get("id").asString();
    String text = node.get("text").asString();
    String title = node.get("title").asString();
    return new Article(
        new Identity.OfExternal("run", id).articleId(),
        null,
        "",
        id,
        title.isBlank() ? id : title,
        List.of(),
        null,
        null,
        Instant.EPOCH,
        Language.UNKNOWN,
        ArticleKind.NEWS,
        null,
        null,
        text.isBlank() ? List.of() : List.of(new Paragraph(1, Paragraph.Kind.TEXT, text)));
  }
}
