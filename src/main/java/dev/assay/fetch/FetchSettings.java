package dev.assay.fetch;

import java.time.Duration;

/// Limits of one request.
///
/// @param timeout from the request to the last byte
/// @param maxBytes of a body, after which the request is given up
/// @param maxRedirects followed before it is given up
/// @param privateAddresses whether loopback and private networks may be asked
public record FetchSettings(
    Duration timeout, int maxBytes, int maxRedirects, PrivateAddresses privateAddresses) {

  /// Whether addresses that only this network reaches may be asked.
  public enum PrivateAddresses {
    REFUSED,
    ALLOWED
  }

  public static final FetchSettings DEFAULTS =
      new FetchSettings(Duration.ofSeconds(30), 20_000_000, 5, PrivateAddresses.REFUSED);
}
