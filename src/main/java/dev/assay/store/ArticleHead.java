package dev.assay.store;

import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a list shows of an article: everything but its text.
///
/// @param canonical the first article of its duplicate group; its own id if it is alone
public record ArticleHead(
    ArticleId id,
    ArticleId canonical,
    @Nullable URI address,
    String source,
    @Nullable String externalId,
    String title,
    Language language,
    ArticleKind kind,
    Instant orderedBy,
    @Nullable PublicationTime publishedAt,
    Instant fetchedAt) {

  public boolean isCopy() {
    return !canonical.equals(id);
  }
}
