package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.ArticleId;

/// The lasting name of one claim of one article. It stays the same when the article is read again,
/// as long as the figure stands at the same place and is read as the same property of the same
/// thing; a reader's correction points to it.
public record EvidenceId(String value) implements Comparable<EvidenceId> {

  public static EvidenceId of(ArticleId article, Claim claim) {
    return new EvidenceId(
        article
            + "-"
            + Hash.of(
                "%d\t%d\t%d\t%s\t%s\t%s"
                    .formatted(
                        claim.paragraph(),
                        claim.value().span().start(),
                        claim.value().span().end(),
                        claim.property().word(),
                        Keys.of(claim.entity()),
                        Scope.of(claim).key())));
  }

  @Override
  public int compareTo(EvidenceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
