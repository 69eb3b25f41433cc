package dev.assay.web.reading;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much of each article a list shows.
public enum Density {
  /// Title, time and outlet.
  LINES,
  /// What it says of the topic, and its viewpoint.
  VIEWPOINT,
  /// The bullets too.
  FULL;

  private static final String FIELD = "density";
  private static final int ONE_YEAR_IN_SECONDS = 365 * 24 * 3600;

  /// As it stands in an address.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// By the address's `density`, which is remembered; else as remembered; else full.
  static Density of(Context context) {
    Optional<Density> asked = named(context.queryParam(FIELD));
    asked.ifPresent(density -> remember(context, density));
    return asked.or(() -> named(context.cookie(FIELD))).orElse(FULL);
  }

  private static Optional<Density> named(@Nullable String word) {
    return Arrays.stream(values()).filter(density -> density.word().equals(word)).findFirst();
  }

  private static void remember(Context context, Density density) {
    Cookie cookie = new Cookie(FIELD, density.word(), "/", ONE_YEAR_IN_SECONDS);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
  }
}
