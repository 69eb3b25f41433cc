package dev.assay.api.research;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import java.math.BigInteger;
import java.util.Optional;

/// Articles' ids as these clients write them: the same 63 bits as a decimal number.
final class DocumentIds {

  private static final int LONGEST = 19;

  private DocumentIds() {}

  static String of(ArticleId id) {
    return Long.toString(id.value());
  }

  static String of(Article article) {
    return of(article.id());
  }

  /// Reads a decimal id, or ours.
  static Optional<ArticleId> parse(String text) {
    return ArticleId.parse(text)
        .or(
            () ->
                isDecimal(text)
                    ? Optional.of(new ArticleId(Long.parseLong(text)))
                    : Optional.empty());
  }

  /// Whether it is a whole number of at most 63 bits.
  private static boolean isDecimal(String id) {
    return id.length() <= LONGEST
        && !id.isEmpty()
        && id.chars().allMatch(c -> c >= '0' && c <= '9')
        && new BigInteger(id).bitLength() < Long.SIZE;
  }
}
