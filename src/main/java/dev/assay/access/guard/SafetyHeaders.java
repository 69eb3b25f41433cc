package dev.assay.access.guard;

import java.util.Map;

/// What every answer tells the browser not to do, whatever it holds. Pages allow themselves a
/// little more.
public final class SafetyHeaders {

  /// Name and value of each.
  public static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
              "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

  private SafetyHeaders() {}
}
