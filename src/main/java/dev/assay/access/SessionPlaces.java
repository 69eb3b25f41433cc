package dev.assay.access;

import io.javalin.http.Context;
import java.util.Optional;

/// Where a request comes from.
public final class SessionPlaces {

  private SessionPlaces() {}

  /// The address and browser of whoever asks; the address is what a proxy that we believe says
  /// last, if there is one.
  public static Sessions.Place of(Context context, AccessSettings settings) {
    String browser = Optional.ofNullable(context.userAgent()).orElse("");
    return new Sessions.Place(address(context, settings), browser);
  }

  static String address(Context context, AccessSettings settings) {
    String forwarded = context.header("X-Forwarded-For");
    return forwarded == null || !settings.proxies().hold(context.ip())
        ? context.ip()
        : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }
}
