package dev.assay.access;

import io.javalin.http.Context;

/// Where a request reached the desk: what links that leave the page begin with.
public final class ReachedAt {

  private ReachedAt() {}

  /// Scheme, host and port, without a path: `http://127.0.0.1:8420`. Behind a proxy that speaks
  /// https it is https, by the proxy's word.
  public static String of(Context context) {
    return (SessionCookie.isSecure(context) ? "https" : "http") + "://" + context.host();
  }
}
