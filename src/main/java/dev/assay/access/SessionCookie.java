package dev.assay.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/// The cookie of a session. Over https it has the prefix that lets no other host and no plain
/// connection set it; on this machine it has a plain name.
public final class SessionCookie {

  private static final String PLAIN = "assay";
  private static final String SECURE = "__Host-assay";
  private static final int NINETY_DAYS = 90 * 24 * 3600;

  private SessionCookie() {}

  static Optional<String> of(Context context) {
    return Optional.ofNullable(context.cookie(isSecure(context) ? SECURE : PLAIN));
  }

  /// Gives the browser the session that it entered.
  public static void give(Context context, String secret) {
    context.cookie(cookie(context, secret, NINETY_DAYS));
  }

  /// Takes it back.
  public static void take(Context context) {
    context.cookie(cookie(context, "", 0));
  }

  private static Cookie cookie(Context context, String value, int seconds) {
    boolean secure = isSecure(context);
    Cookie cookie = new Cookie(secure ? SECURE : PLAIN, value, "/", seconds);
    cookie.setSecure(secure);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    return cookie;
  }

  /// By our own connection or by the word of whoever asks: who lies only spoils their own cookie.
  static boolean isSecure(Context context) {
    return context.scheme().equals("https") || "https".equals(context.header("X-Forwarded-Proto"));
  }
}
