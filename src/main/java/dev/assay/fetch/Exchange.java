package dev.assay.fetch;

import java.util.Map;

/// What one request without redirects brought.
sealed interface Exchange {

  /// An answer of 200.
  record Whole(byte[] bytes, Map<String, String> headers) implements Exchange {}

  /// Any other answer.
  record Other(int status, Map<String, String> headers, boolean html) implements Exchange {}

  /// The address leads to this machine or network.
  record Private(String reason) implements Exchange {}

  /// No answer, or not a whole one.
  record None(Failure failure, int status, String reason) implements Exchange {}
}
