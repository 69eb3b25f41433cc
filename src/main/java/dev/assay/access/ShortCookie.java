package dev.assay.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;

/// Cookies that a browser keeps for minutes, while something is under way.
enum ShortCookie {
  /// Goes along to a provider, and back.
  WAY("assay-way", "/sign-in"),
  /// Holds the challenge for a passkey.
  CHALLENGE("assay-challenge", "/");

  private final String label;
  private final String path;

  ShortCookie(String label, String path) {
    this.label = label;
    this.path = path;
  }

  Optional<String> of(Context context) {
    return Optional.ofNullable(context.cookie(label));
  }

  void give(Context context, String value, Duration longest) {
    context.cookie(cookie(context, value, (int) longest.toSeconds()));
  }

  void take(Context context) {
    context.cookie(cookie(context, "", 0));
  }

  private Cookie cookie(Context context, String value, int seconds) {
    Cookie cookie = new Cookie(label, value, path, seconds);
    cookie.setSecure(SessionCookie.isSecure(context));
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX); // the way back from a provider is a link from another site
    return cookie;
  }
}
