package dev.assay.store;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
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
  static StoredArticle read(ResultSet row) throws SQLException {
    ArticleBody body = ArticleBody.read(row.getBytes(11));
    Article article =
        new Article(
            new ArticleId(row.getLong(1)),
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

  /// The articles among `ids` that are there. Every search reads its page so: the driver is asked
  /// without anything between, which takes a quarter of the time.
  static Map<ArticleId, StoredArticle> find(Connection connection, Collection<ArticleId> ids) {
    Map<ArticleId, StoredArticle> found = new HashMap<>();
    String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select " + COLUMNS + " from article where id in (" + marks + ")")) {
      int place = 1;
      for (ArticleId id : ids) {
        statement.setLong(place++, id.value());
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          StoredArticle article = read(rows);
          found.put(article.id(), article);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("articles could not be read from the store", e);
    }
    return found;
  }

  static @Nullable URI address(@Nullable String column) {
    return column == null ? null : URI.create(column);
  }
}
