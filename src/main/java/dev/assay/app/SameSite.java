package dev.assay.app;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets only our own pages, and programs that are no browser, change anything.
///
/// A page of another site can make a browser send a form to this server, with the reader's
/// permission to reach it. A browser says where a request comes from: in `Sec-Fetch-Site`, older
/// ones in `Origin` (Fetch Metadata, W3C; RFC 6454). A site that points its own name at this
/// machine is known by the name it is asked by.
final class SameSite {

  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /// Whether the server answers this machine only, and so goes by this machine's names only.
  private final boolean local;

  SameSite(String host) {
    this.local = THIS_MACHINE.contains(host);
  }

  /// @throws ForbiddenResponse if the request would change something and comes from elsewhere
  void check(Context context) {
    if (READING.contains(context.method())) {
      return;
    }
    String host = context.header("Host");
    boolean ours = isOurs(context.header("Sec-Fetch-Site"), context.header("Origin"), host);
    if (!ours || local && !isThisMachine(host)) {
      throw new ForbiddenResponse(
          "This was not sent by a page of this server. Open the article's page here and try again.");
    }
  }

  private static boolean isOurs(
      @Nullable String site, @Nullable String origin, @Nullable String host) {
    if (site != null) {
      return OUR_OWN.contains(site);
    }
    return origin == null || host != null && origin.replaceFirst("^https?://", "").equals(host);
  }

  private static boolean isThisMachine(@Nullable String host) {
    if (host == null) {
      return false;
    }
    try {
      String name = URI.create("http://" + host).getHost();
      return name != null && THIS_MACHINE.contains(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
