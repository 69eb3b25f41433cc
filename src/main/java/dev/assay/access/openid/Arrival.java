package dev.assay.access.openid;

/// What a browser came back with.
public sealed interface Arrival {

  record Known(Person person) implements Arrival {}

  /// The person, or the provider, did not agree.
  ///
  /// @param reason for the log
  record Denied(String reason) implements Arrival {}

  /// The answer is not one to what was asked, or does not hold.
  ///
  /// @param reason for the log
  record Unsound(String reason) implements Arrival {}

  /// The provider could not be asked.
  ///
  /// @param reason for the log
  record Unreachable(String reason) implements Arrival {}
}
