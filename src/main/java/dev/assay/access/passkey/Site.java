package dev.assay.access.passkey;

import java.net.URI;

/// The desk as a browser knows it. A passkey of one site opens no other.
///
/// @param origin scheme, host and port
public record Site(URI origin) {

  /// What passkeys are bound to.
  String domain() {
    return origin.getHost();
  }
}
