package dev.assay.watch;

/// What became of something that was to be kept.
public sealed interface Kept<T> {

  record Done<T>(T kept) implements Kept<T> {}

  /// It was not kept.
  ///
  /// @param given the words that were wrong; may be empty
  record Refused<T>(Mistake mistake, String given) implements Kept<T> {}
}
