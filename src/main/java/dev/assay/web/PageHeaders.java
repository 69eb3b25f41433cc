package dev.assay.web;

import dev.assay.access.guard.SafetyHeaders;
import io.javalin.http.Context;

/// What every page tells the browser not to do.
public final class PageHeaders {

  /// Scripts, styles and requests from this server only; no frame, plug-in, picture or form of
  /// another. What an article's text might smuggle in does not run.
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private PageHeaders() {}

  public static void set(Context context) {
    SafetyHeaders.ALL.forEach(context::header);
    context
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("Cache-Control", "private, no-cache")
        .header("Vary", "Accept-Language, Cookie, HX-Request");
  }
}
