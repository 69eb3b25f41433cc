package dev.assay.reader;

import dev.assay.source.Source;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where a subscription stands: what is followed at its own site, all else on the pages.
final class Addresses {

  private Addresses() {}

  /// @param server the address before every path
  static String page(Subscription subscription, String server) {
    Source source = subscription.source();
    if (source != null) {
      return source.site().isEmpty() ? server + "/sources/" + source.id() : source.site();
    }
    return server
        + (subscription.kind() == Subscription.Kind.TOPIC ? "/topics?q=" : "/search?source=")
        + escape(subscription.name());
  }

  static String feed(Subscription subscription, String server) {
    Source source = subscription.source();
    if (source != null) {
      return source.address();
    }
    return server
        + (subscription.kind() == Subscription.Kind.TOPIC ? "/atom?topic=" : "/atom?source=")
        + escape(subscription.name());
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
