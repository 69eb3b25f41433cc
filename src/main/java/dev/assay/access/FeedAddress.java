package dev.assay.access;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Addresses of feeds, from the path on, as programs ask for them that can send nothing else. Each
/// has one spelling here, the same for both its forms: what a token for that feed alone is held to.
/// A token for the list of all topics' feeds ([#LIST]) opens the feeds that are on it too.
public final class FeedAddress {

  /// The parameter in which such a token comes.
  static final String TOKEN = "token";

  /// Of the list of feeds (OPML).
  public static final String LIST = "/opml";

  private static final Pattern FEED =
      Pattern.compile("(?:/alerts/[0-9a-z]{1,20})?/(?:atom|feed\\.json)(?:\\?[^#\\s]*)?|" + LIST);

  private static final Pattern OF_TOPIC = Pattern.compile("/atom\\?topic=[^&]+");

  private FeedAddress() {}

  /// Whether this is the address of a feed, or of the list of them.
  public static boolean isFeed(String address) {
    return FEED.matcher(address).matches();
  }

  /// The address with a token in it.
  public static String with(String address, String token) {
    return address + (address.contains("?") ? "&" : "?") + TOKEN + "=" + token;
  }

  /// The token in the address that a request came by; empty if it came otherwise.
  public static Optional<String> token(Context context) {
    return Visitor.of(context).scopes().contains(TokenScope.FEED)
        ? Optional.ofNullable(context.queryParam(TOKEN))
        : Optional.empty();
  }

  /// Whether a token for one address opens another, both in the one spelling.
  static boolean opens(String made, String asked) {
    return made.equals(asked) || made.equals(LIST) && OF_TOPIC.matcher(asked).matches();
  }

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
