package dev.assay.evaluate;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.ledger.ReadingVerdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a reader said of the reading of a figure, with the reading as the reader saw it.
///
/// @param note the reader's words; may be empty
/// @param passage the paragraph that the claim was read in
/// @param published when its article was; null if nobody knows
public record ReadingLabel(
    ArticleId article,
    ReadingVerdict verdict,
    String note,
    Instant madeAt,
    String passage,
    Language language,
    @Nullable PublicationTime published,
    Claim claim) {}
