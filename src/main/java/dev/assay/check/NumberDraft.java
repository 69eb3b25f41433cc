package dev.assay.check;

import dev.assay.analyze.quantity.Basis;
import dev.assay.analyze.quantity.Quantity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One number of a sentence on its way to a verdict.
final class NumberDraft {

  /// The number as it is written.
  private final Quantity written;

  /// What it means: a profit below zero is a loss.
  final Quantity said;

  final Basis basis;
  NumberVerdict verdict = NumberVerdict.UNSUPPORTED;

  /// The number of the source that it was held against.
  @Nullable Fact fact;

  String reason = "";

  /// The words beside it in the sentence, and in its clause.
  Context context = Context.EMPTY;

  Context clause = Context.EMPTY;

  /// Of what time it is.
  Period period = Period.NONE;

  /// The names that stand with it.
  Set<Long> owners = Set.of();

  NumberDraft(Quantity written, Basis basis) {
    this.written = written;
    this.said = basis.meant(written);
    this.basis = basis.of(written);
  }

  void set(NumberVerdict newVerdict, @Nullable Fact newFact, String newReason) {
    verdict = newVerdict;
    fact = newFact;
    reason = newReason;
  }

  /// Whether the source has it as it is, and it does not only follow from others.
  boolean isFound() {
    return verdict != NumberVerdict.UNSUPPORTED && verdict != NumberVerdict.DERIVED;
  }

  NumberCheck check() {
    return new NumberCheck(
        written.span(), ReadAs.of(written), verdict, fact == null ? null : fact.evidence(), reason);
  }
}
