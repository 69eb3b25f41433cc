package dev.assay.brief;

import dev.assay.check.NumberVerdict;
import dev.assay.check.ReadAs;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import org.jspecify.annotations.Nullable;

/// A number, date or rank of a sentence, and how it stands in the paragraphs that the sentence
/// cites.
///
/// @param span where it stands in the sentence
/// @param readAs what it was read as; null in a brief stored before that was kept
/// @param evidence where the article has it, or what comes nearest; null if nothing does
public record CheckedNumber(
    Span span, @Nullable ReadAs readAs, NumberVerdict verdict, @Nullable Citation evidence) {

  /// Whether the cited paragraphs carry it.
  public boolean found() {
    return verdict != NumberVerdict.UNSUPPORTED;
  }
}
