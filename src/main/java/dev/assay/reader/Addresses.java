package dev.assay.reader;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where a subscription stands on the pages, below the server's address.
final class Addresses {

  private Addresses() {}

  static String page(Subscription subscription) {
    return switch (subscription.kind()) {
      case TOPIC -> "/topics?q=" + escape(subscription.name());
      case OUTLET -> "/search?source=" + escape(subscription.name());
    };
  }

  static String feed(Subscription subscription) {
    return switch (subscription.kind()) {
      case TOPIC -> "/atom?topic=" + escape(subscription.name());
      case OUTLET -> "/atom?source=" + escape(subscription.name());
    };
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
