package dev.assay.brief.claim;

import java.util.Locale;

/// Why a claim of a model is not admitted. Stored with it: a kind may be added but never renamed.
public enum Refusal {
  /// It is not of the form that was asked for.
  FORM,
  /// Its quotation does not stand in the paragraph letter by letter.
  QUOTE,
  /// No figure is read where it says that one stands.
  FIGURE,
  /// The figure there has another value.
  VALUE,
  /// The figure there has another unit, or none that can measure what it says.
  UNIT,
  /// The figure there is bounded otherwise: about, at least, less than.
  BOUND,
  /// The paragraph does not name whose figure it is.
  SUBJECT,
  /// By what stands around it the figure is somebody else's, or measures something else.
  ANOTHERS,
  /// The paragraph denies it and the claim does not, or the other way round.
  DENIAL,
  /// The paragraph gives the figure for another time.
  TIME,
  /// It says of the figure what another of its claims does not.
  TWICE;

  /// The word used in JSON and messages.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
