package dev.assay.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/// What a site asks of those who may read it: a header that is sent to addresses that begin as one
/// does, and to no others, wherever a redirect leads. Never printed.
final class Credential {

  private final URI within;
  private final String header;
  private final String value;

  private Credential(URI within, String header, String value) {
    this.within = within;
    this.header = header;
    this.value = value;
    if (!value.chars().allMatch(c -> c >= ' ' && c < 127)) {
      throw new IllegalArgumentException("a credential goes into a header: plain ASCII");
    }
  }

  /// A cookie.
  ///
  /// @param within an http(s) address; the scheme, host and port are those, and the path begins so
  static Credential cookie(URI within, String cookie) {
    return new Credential(within, "Cookie", cookie);
  }

  /// Name and password as a header (RFC 7617).
  ///
  /// @param login name and password apart by a colon
  static Credential basic(URI within, String login) {
    return new Credential(
        within,
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }

  static Credential bearer(URI within, String token) {
    return new Credential(within, "Authorization", "Bearer " + token);
  }

  boolean isFor(URI address) {
    return within.getScheme().equals(address.getScheme())
        && within.getHost().equals(address.getHost())
        && within.getPort() == address.getPort()
        && Objects.requireNonNullElse(address.getRawPath(), "/").startsWith(within.getRawPath());
  }

  String header() {
    return header;
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return header + " for " + within;
  }
}
