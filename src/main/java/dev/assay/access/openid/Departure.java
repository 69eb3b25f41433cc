package dev.assay.access.openid;

import java.net.URI;

/// Where a browser is sent to sign in.
public sealed interface Departure {

  record To(URI address, Remembered remembered) implements Departure {}

  /// The provider does not say where that would be.
  ///
  /// @param reason for the log
  record Unreachable(String reason) implements Departure {}
}
