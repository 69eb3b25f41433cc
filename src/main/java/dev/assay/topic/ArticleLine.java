package dev.assay.topic;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.lexicon.HanScript;
import dev.assay.store.ArticleHead;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one line of a list says of an article.
///
/// @param source the outlet's name; may be empty
/// @param address http(s) address of the original, if it has one
/// @param publishedAt when its source says it was published; null if nobody knows
public record ArticleLine(
    ArticleId id,
    String title,
    Language language,
    ArticleKind kind,
    String source,
    @Nullable URI address,
    @Nullable PublicationTime publishedAt,
    Instant fetchedAt) {

  public static ArticleLine of(Article article) {
    return new ArticleLine(
        article.id(),
        article.title(),
        article.language(),
        article.kind(),
        article.source(),
        article.address(),
        article.publishedAt(),
        article.fetchedAt());
  }

  public static ArticleLine of(ArticleHead head) {
    return new ArticleLine(
        head.id(),
        head.title(),
        head.language(),
        head.kind(),
        head.source(),
        head.address(),
        head.publishedAt(),
        head.fetchedAt());
  }

  /// The moment by which articles are ordered: publication, or else when it was fetched.
  public Instant orderedBy() {
    return publishedAt == null ? fetchedAt : publishedAt.orderedBy();
  }

  /// The outlet's name; where the article names none, the host of its address; else empty.
  public String outlet() {
    String host = address == null ? null : address.getHost();
    return !source.isBlank() || host == null ? source : host.replaceFirst("^www\\.", "");
  }

  /// The text by which a reader knows several: the lead, or the first of the others in the reader's
  /// language where the lead is not.
  public static ArticleLine inWordsOf(
      Language reader, ArticleLine lead, Stream<ArticleLine> others) {
    return lead.isIn(reader)
        ? lead
        : others.filter(text -> text.isIn(reader)).findFirst().orElse(lead);
  }

  /// Whether a reader of `reader` reads it: Chinese of either script, or not.
  private boolean isIn(Language reader) {
    return language.isChinese() == reader.isChinese();
  }

  /// The language of the outlet's name, as its script shows it.
  public Language sourceLanguage() {
    if (source.chars().noneMatch(c -> HanScript.isHan((char) c))) {
      return Language.EN;
    }
    return language.isChinese() ? language : Language.ZH_HANS;
  }
}
