package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Tag;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A claim, with what the ledger must know of the article that makes it.
///
/// @param group the canonical article of its group of copies; the article itself if it has none
/// @param source the outlet's name as a reader knows it; may be empty
/// @param voice who speaks: the owner of the outlet, or of the agency that the text came from
///   ([dev.assay.fold.Origins]); texts of one voice are not independent. Empty if not known
/// @param published when the source says it was published; null if it does not say
/// @param orderedBy when the article was published, or else fetched; null if neither is known
/// @param written the figure as it stands in the text
/// @param quote the sentence
public record Evidence(
    EvidenceId id,
    ArticleId article,
    ArticleId group,
    String source,
    String voice,
    @Nullable PublicationTime published,
    @Nullable Instant orderedBy,
    Language language,
    String written,
    String quote,
    Claim claim) {

  /// By time of publication, those without one last; then by id.
  static final Comparator<Evidence> BY_TIME =
      Comparator.comparing(
              Evidence::orderedBy, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(Evidence::id);

  /// The evidence that `claim` of `article` gives.
  ///
  /// @param group the canonical article of its group of copies
  public static Evidence of(Article article, Claim claim, ArticleId group, String voice) {
    String text = text(article, claim);
    return new Evidence(
        EvidenceId.of(article.id(), claim),
        article.id(),
        group,
        article.source(),
        voice,
        article.publishedAt(),
        article.orderedBy(),
        article.language(),
        claim.value().span().in(text),
        claim.sentence().in(text),
        claim);
  }

  /// Whether it is known when it was published; what was only fetched may be of any day.
  boolean dated() {
    return published != null;
  }

  /// The day of publication on the source's own clock, or else that of fetching in UTC; null if
  /// neither is known.
  public @Nullable LocalDate day() {
    return published != null
        ? published.local().toLocalDate()
        : orderedBy == null ? null : LocalDate.ofInstant(orderedBy, ZoneOffset.UTC);
  }

  /// The paragraph or title that the claim stands in.
  public static String text(Article article, Claim claim) {
    return claim.paragraph() == Tag.TITLE
        ? article.title()
        : article.paragraph(claim.paragraph()).text();
  }
}
