package dev.assay.index.lucene;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Word;
import dev.assay.index.IndexedArticle;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/// What a Lucene document of an article holds, by field.
///
/// Each text field is two: one of spaced words and one of Chinese characters, so that either has
/// its own lengths and frequencies and a corpus of two languages ranks each as if it were alone.
final class Fields {

  static final String ID = "id";
  static final String GROUP = "group";
  static final String SECONDS = "seconds";
  static final String HAN_END = ".han";

  private static final FieldType TEXT = textType();

  private Fields() {}

  private static FieldType textType() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    return type;
  }

  static String spaced(TextField field) {
    return switch (field) {
      case TEXT -> "text.spaced";
      case TITLE -> "title.spaced";
      case NAMES -> "names.spaced";
    };
  }

  static String han(TextField field) {
    return switch (field) {
      case TEXT -> "text" + HAN_END;
      case TITLE -> "title" + HAN_END;
      case NAMES -> "names" + HAN_END;
    };
  }

  static String of(TextField field, IndexTerms.Kind kind) {
    return kind.isHan() ? han(field) : spaced(field);
  }

  static String of(KeywordField field) {
    return switch (field) {
      case ID -> ID;
      case LANGUAGE -> "language";
      case SOURCE -> "source";
      case KIND -> "kind";
      case TAG -> "tag";
      case ABOUT -> "about";
      case FACT -> "fact";
      case MONTH -> "month";
    };
  }

  static Document document(IndexedArticle indexed) {
    Article article = indexed.article();
    Document document = new Document();
    addIds(document, article.id(), indexed.canonical());
    document.add(new LongField(SECONDS, article.orderedBy().getEpochSecond(), Field.Store.NO));
    addCounted(document, KeywordField.LANGUAGE, article.language().tag());
    addCounted(document, KeywordField.SOURCE, article.source());
    addCounted(document, KeywordField.KIND, article.kind().word());
    addCounted(document, KeywordField.MONTH, month(article.orderedBy()));
    indexed.tags().forEach(tag -> addOneOfMany(document, KeywordField.TAG, tag));
    indexed.about().forEach(tag -> document.add(keyword(of(KeywordField.ABOUT), tag)));
    indexed.facts().forEach(fact -> addOneOfMany(document, KeywordField.FACT, fact));
    List<Word> title = IndexTerms.of(article.title());
    addWords(document, TextField.TITLE, List.of(title));
    addWords(document, TextField.TEXT, IndexTerms.texts(title, article.paragraphs()));
    addWords(document, TextField.NAMES, indexed.labels().stream().map(IndexTerms::of).toList());
    return document;
  }

  private static void addIds(Document document, ArticleId id, ArticleId canonical) {
    document.add(keyword(ID, id.toString()));
    document.add(new NumericDocValuesField(ID, id.value()));
    document.add(keyword(GROUP, canonical.toString()));
    document.add(new NumericDocValuesField(GROUP, canonical.value()));
  }

  private static void addCounted(Document document, KeywordField field, String value) {
    document.add(keyword(of(field), value));
    document.add(new SortedDocValuesField(of(field), new BytesRef(IndexTerms.value(value))));
  }

  private static void addOneOfMany(Document document, KeywordField field, String value) {
    document.add(keyword(of(field), value));
    document.add(new SortedSetDocValuesField(of(field), new BytesRef(IndexTerms.value(value))));
  }

  /// Year and month in UTC, such as `2025-11`.
  private static String month(Instant moment) {
    return YearMonth.from(moment.atOffset(ZoneOffset.UTC)).toString();
  }

  private static StringField keyword(String field, String value) {
    return new StringField(field, IndexTerms.value(value), Field.Store.NO);
  }

  /// Every article has every field, if only without words: lengths that all articles have are kept
  /// in a plain array, which is read several times faster, at one byte a field and article.
  private static void addWords(Document document, TextField field, List<List<Word>> texts) {
    document.add(new Field(spaced(field), WordStream.ofSpaced(texts), TEXT));
    document.add(new Field(han(field), WordStream.ofHan(texts), TEXT));
    long words = texts.stream().mapToLong(List::size).sum();
    long han = texts.stream().flatMap(List::stream).filter(word -> word.kind().isHan()).count();
    document.add(new NumericDocValuesField(length(spaced(field)), words - han));
    document.add(new NumericDocValuesField(length(han(field)), han));
  }

  /// How many words a text field has, to the last: what Lucene keeps is rounded.
  static String length(String field) {
    return field + ".length";
  }
}
