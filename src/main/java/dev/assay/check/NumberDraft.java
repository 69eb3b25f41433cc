package dev.assay.check;

import dev.assay.analyze.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/// One number of a sentence on its way to a verdict.
final class NumberDraft {

  final Quantity said;
  Verdict verdict = Verdict.UNSUPPORTED;

  /// The number of the source that it was held against.
  @Nullable Fact fact;

  String reason = "";

  /// The words beside it in the sentence, and in its clause.
  Context context = Context.EMPTY;

  Context clause = Context.EMPTY;

  NumberDraft(Quantity said) {
    this.said = said;
  }

  void set(Verdict newVerdict, @Nullable Fact newFact, String newReason) {
    verdict = newVerdict;
    fact = newFact;
    reason = newReason;
  }

  NumberCheck check() {
    return new NumberCheck(
        said.span(), ReadAs.of(said), verdict, fact == null ? null : fact.evidence(), reason);
  }
}
