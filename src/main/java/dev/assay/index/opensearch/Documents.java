package dev.assay.index.opensearch;

import dev.assay.article.Article;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Word;
import dev.assay.index.IndexedArticle;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What an article is in the cluster, by field.
///
/// A text goes over as one chunk for each position, `|` between the terms that share it, `_` where
/// this script has none. Three stock parts of the cluster's analysis make of that the very postings
/// that Lucene gets here: the same terms, positions, frequencies and lengths.
final class Documents {

  private static final JsonMapper JSON = JsonMapper.shared();

  /// The last of the fields that came later.
  static final String LATER_FIELD = of(KeywordField.ABOUT);

  /// Between two texts, so that no phrase reaches across.
  private static final int GAP = 16;

  private Documents() {}

  static String of(TextField field, IndexTerms.Kind kind) {
    return field.name().toLowerCase(Locale.ROOT) + (kind.isHan() ? "_han" : "_spaced");
  }

  static String of(KeywordField field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  /// Settings and mapping of an index that takes such documents.
  static String index(int shards, int replicas) {
    StringBuilder texts = new StringBuilder();
    for (TextField field : TextField.values()) {
      for (String script : new String[] {"spaced", "han"}) {
        texts.append(
            """
            "%s_%s": {"type": "text", "analyzer": "given", "similarity": "%s"},
            """
                .formatted(field.name().toLowerCase(Locale.ROOT), script, script));
      }
    }
    return """
        {"settings": {
           "number_of_shards": %d, "number_of_replicas": %d, "refresh_interval": "5s",
           "index.max_terms_count": 65536,
           "similarity": {
             "spaced": {"type": "BM25", "k1": 1.2, "b": 0.75, "discount_overlaps": false},
             "han": {"type": "BM25", "k1": 1.2, "b": 0.6, "discount_overlaps": false}},
           "analysis": {
             "tokenizer": {"chunks": {"type": "whitespace", "max_token_length": 100000}},
             "filter": {
               "terms": {"type": "pattern_capture", "preserve_original": false, "patterns": ["([^|]+)"]},
               "holes": {"type": "stop", "stopwords": ["_"]}},
             "analyzer": {
               "given": {"type": "custom", "tokenizer": "chunks", "filter": ["terms", "holes"]}}}},
         "mappings": {"dynamic": "strict", "_source": {"excludes": ["*_spaced", "*_han"]},
           "properties": {
             %s
             "id": {"type": "keyword"}, "number": {"type": "long"}, "group": {"type": "long"},
             "copy": {"type": "boolean"},
             "seconds": {"type": "long"}, "moment": {"type": "date", "format": "epoch_second"},
             "language": {"type": "keyword"}, "source": {"type": "keyword"},
             "kind": {"type": "keyword"}, "month": {"type": "keyword"},
             "tag": {"type": "keyword"}, "about": {"type": "keyword"}, "fact": {"type": "keyword"}}}}
        """
        .formatted(shards, replicas, texts);
  }

  /// The fields that an index of an earlier version has not got; one that has them keeps them.
  static String laterFields() {
    return "{\"properties\": {\"%s\": {\"type\": \"keyword\"}}}".formatted(LATER_FIELD);
  }

  static ObjectNode of(IndexedArticle indexed) {
    Article article = indexed.article();
    long seconds = article.orderedBy().getEpochSecond();
    ObjectNode document = JSON.createObjectNode();
    document
        .put("id", article.id().toString())
        .put("number", article.id().value())
        .put("group", indexed.canonical().value())
        .put("copy", !indexed.canonical().equals(article.id()))
        .put("seconds", seconds)
        .put("moment", seconds)
        .put("language", article.language().tag())
        .put("source", IndexTerms.value(article.source()))
        .put("kind", article.kind().word())
        .put("month", YearMonth.from(article.orderedBy().atOffset(ZoneOffset.UTC)).toString());
    indexed.tags().forEach(tag -> document.withArray("tag").add(IndexTerms.value(tag)));
    indexed.about().forEach(tag -> document.withArray("about").add(IndexTerms.value(tag)));
    indexed.facts().forEach(fact -> document.withArray("fact").add(IndexTerms.value(fact)));
    List<Word> title = IndexTerms.of(article.title());
    put(document, TextField.TITLE, List.of(title));
    put(document, TextField.TEXT, IndexTerms.texts(title, article.paragraphs()));
    put(document, TextField.NAMES, indexed.labels().stream().map(IndexTerms::of).toList());
    return document;
  }

  private static void put(ObjectNode document, TextField field, List<List<Word>> texts) {
    document
        .put(of(field, IndexTerms.Kind.STEM), chunks(texts, false))
        .put(of(field, IndexTerms.Kind.CHARACTER), chunks(texts, true));
  }

  /// The terms of one script of some texts, one after the other, each at its position.
  static String chunks(List<List<Word>> texts, boolean han) {
    StringBuilder chunks = new StringBuilder();
    int first = 0;
    int position = -1;
    for (List<Word> words : texts) {
      for (Word word : words) {
        if (word.kind().isHan() == han) {
          int place = first + word.position();
          if (place == position) {
            chunks.append('|');
          } else {
            chunks.append(chunks.isEmpty() ? "" : " ").repeat("_ ", place - position - 1);
            position = place;
          }
          chunks.append(word.term());
        }
      }
      first += words.isEmpty() ? 0 : words.getLast().position() + GAP;
    }
    return chunks.toString();
  }
}
