package dev.assay.article;

/// Who reads: what a person has read, starred, noted or asked for is kept under it, apart from what
/// all readers of a desk share.
///
/// @param value the name of an account, 1 to 64 characters; [#LOCAL] on a desk without accounts
public record ReaderId(String value) {

  /// The one reader of a desk that listens on its own machine only and has no accounts.
  public static final ReaderId LOCAL = new ReaderId("local");

  public ReaderId {
    if (value.isBlank() || value.length() > 64) {
      throw new IllegalArgumentException(
          "a reader's name must have 1 to 64 characters, got \"%s\"".formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
