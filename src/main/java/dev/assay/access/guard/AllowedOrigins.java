package dev.assay.access.guard;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells requests that a page of another site made a browser send.
///
/// A browser says where a request comes from: in `Sec-Fetch-Site` (Fetch Metadata, W3C), and in
/// `Origin` (RFC 6454) with everything but a plain link. A program that is no browser says neither.
final class AllowedOrigins {

  private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

  private AllowedOrigins() {}

  /// Whether the request comes from another site and is more than a person following its link.
  static boolean isForeign(Context context) {
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    if (origin != null && !origin.replaceFirst("^https?://", "").equals(context.header("Host"))) {
      return true;
    }
    return site != null && !OUR_OWN.contains(site) && !isLink(context);
  }

  private static boolean isLink(Context context) {
    return READING.contains(context.method())
        && "navigate".equals(context.header("Sec-Fetch-Mode"))
        && isWholePage(context.header("Sec-Fetch-Dest"));
  }

  private static boolean isWholePage(@Nullable String destination) {
    return destination == null || destination.equals("document");
  }
}
