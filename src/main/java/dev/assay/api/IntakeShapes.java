package dev.assay.api;

import dev.assay.article.ArticleId;
import dev.assay.article.Outcome;
import dev.assay.ingest.Intake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the API says of documents that were handed in.
final class IntakeShapes {

  private IntakeShapes() {}

  public record Documents(List<HandedInDocument> documents) {
    static Documents of(Intake.State state) {
      return new Documents(state.lines().stream().map(HandedInDocument::of).toList());
    }
  }

  public record HandedInDocument(
      String document, String outcome, @Nullable String article, @Nullable String reason) {
    static HandedInDocument of(Intake.Line line) {
      return new HandedInDocument(
          line.document(),
          line.outcome().word(),
          line.outcome().article().map(ArticleId::toString).orElse(null),
          line.outcome() instanceof Outcome.Refused(String reason) ? reason : null);
    }
  }
}
