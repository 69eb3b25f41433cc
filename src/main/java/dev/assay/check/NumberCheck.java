package dev.assay.check;

import dev.assay.cite.Span;
import org.jspecify.annotations.Nullable;

/// The verdict on one number, date or rank of a sentence.
///
/// @param span where it stands in the sentence
/// @param readAs what it was read as
/// @param evidence where the source has it, or what comes nearest; null if nothing does
/// @param reason one sentence in the reader's language
public record NumberCheck(
    Span span, ReadAs readAs, NumberVerdict verdict, @Nullable Evidence evidence, String reason) {

  /// A place in the source.
  ///
  /// @param paragraph index into the paragraphs given, from 0
  public record Evidence(int paragraph, Span span) {}

  public boolean isSupported() {
    return verdict != NumberVerdict.UNSUPPORTED;
  }
}
