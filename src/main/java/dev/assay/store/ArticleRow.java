package dev.assay.store;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of the articles, whole.
final class ArticleRow {

  /// In the order in which [#read] takes them: a column is found by its place several times as fast
  /// as by its name.
  static final String COLUMNS =
      "id, address, source, external_id, title, published, updated, fetched_at, language, kind, body,"
          + " sequence, revision, canonical_id";

  private ArticleRow() {}

  /// A row of [#COLUMNS].
  ///
  /// @throws StoreException if the row is damaged, which its id says
  static StoredArticle read(ResultSet row) throws SQLException {
    ArticleId id = new ArticleId(row.getLong(1));
    try {
      return read(row, id);
    } catch (RuntimeException e) {
      throw new StoreException(
          "Article %s is damaged in the store. Take it away with assay delete %s and import it again, or restore a backup."
              .formatted(id, id),
          e);
    }
  }

  private static StoredArticle read(ResultSet row, ArticleId id) throws SQLException {
    ArticleBody body = ArticleBody.read(row.getBytes(11));
    Article article =
        new Article(
            id,
            address(row.getString(2)),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            body.authors(),
            PublicationTimes.read(row.getString(6)),
            PublicationTimes.read(row.getString(7)),
            Instant.ofEpochMilli(row.getLong(8)),
            new Language(row.getString(9)),
            ArticleKind.of(row.getString(10)),
            body.section(),
            body.image(),
            body.paragraphs());
    return new StoredArticle(
        article, row.getLong(12), row.getInt(13), new ArticleId(row.getLong(14)));
  }

  static @Nullable URI address(@Nullable String column) {
    return column == null ? null : URI.create(column);
  }
}
