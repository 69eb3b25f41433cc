package dev.assay.ledger;

import java.util.Locale;

/// Two figures that cannot both hold, and are not called a dispute: a reader has to look first.
///
/// @param one a figure of an entry
/// @param other of the same entry, or one that would stand in it if it were trusted
/// @param gap how far they are apart, as a part of the larger
public record Doubt(Evidence one, Evidence other, Why why, double gap) {

  /// What keeps it from being a dispute.
  public enum Why {
    /// The reading of `other` is not trusted.
    NOT_TRUSTED,
    /// Two texts of one voice say so.
    ONE_VOICE,
    /// Of one nobody knows the time.
    UNDATED;

    /// The word used in JSON and in the store.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
