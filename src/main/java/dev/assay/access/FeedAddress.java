package dev.assay.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One spelling of a feed's address, the same for both its forms: what a token for that feed alone
/// is held to.
final class FeedAddress {

  /// The parameter in which such a token comes.
  static final String TOKEN = "token";

  private FeedAddress() {}

  /// @param query as it is written; null if there is none
  static String of(String path, @Nullable String query) {
    String atom = path.replaceFirst("/feed\\.json$", "/atom");
    String parameters =
        Arrays.stream((query == null ? "" : query).split("&"))
            .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith(TOKEN + "="))
            .map(FeedAddress::spelled)
            .sorted()
            .collect(Collectors.joining("&"));
    return parameters.isEmpty() ? atom : atom + "?" + parameters;
  }

  /// Decoded but for what would part it in two.
  private static String spelled(String parameter) {
    return decoded(parameter).replace("%", "%25").replace("&", "%26");
  }

  private static String decoded(String parameter) {
    try {
      return URLDecoder.decode(parameter, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return parameter; // a lone per cent sign
    }
  }
}
