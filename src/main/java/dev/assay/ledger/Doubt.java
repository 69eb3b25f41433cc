package dev.assay.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A figure that contradicts another, without being called a dispute: a reader has to look first
/// whether it is read rightly.
///
/// @param asked the figure to look at: of the two that which is trusted less
/// @param against what it contradicts
/// @param gap how far they are apart, as a part of the larger
public record Doubt(Evidence asked, Evidence against, Why why, double gap) {

  /// What keeps it from being a dispute.
  public enum Why {
    /// The reading of one is not trusted.
    NOT_TRUSTED,
    /// Two texts of one voice say so.
    ONE_VOICE,
    /// Of one nobody knows the time.
    UNDATED;

    /// The word used in JSON and in the store.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Why> of(String word) {
      return Arrays.stream(values()).filter(why -> why.word().equals(word)).findFirst();
    }
  }
}
