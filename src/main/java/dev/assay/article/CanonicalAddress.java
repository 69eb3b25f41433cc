package dev.assay.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One spelling for each http(s) address: scheme and host in lower case, no default port, no
/// fragment, no user, no parameters that only track the visitor, no empty query.
///
/// Follows RFC 3986 section 6.2.2 (case and port), and drops only parameters that carry no content.
public final class CanonicalAddress {

  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "msclkid",
          "yclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "spm",
          "scm",
          "_ga",
          "cmpid",
          "ocid",
          "ref_src",
          "share_token");

  private static final int LONGEST = 8_192;

  private CanonicalAddress() {}

  /// The canonical spelling of `text`, or empty if it is not an absolute http(s) address or longer
  /// than servers read.
  public static Optional<URI> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return of(new URI(text.strip().replace(" ", "%20")));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// The canonical spelling of `address`, or empty if it is not an absolute http(s) address.
  public static Optional<URI> of(URI address) {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https") || address.getHost() == null) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(scheme).append("://");
    text.append(address.getHost().toLowerCase(Locale.ROOT));
    if (address.getPort() >= 0 && address.getPort() != (scheme.equals("http") ? 80 : 443)) {
      text.append(':').append(address.getPort());
    }
    String path = address.getRawPath();
    text.append(path == null || path.isEmpty() ? "/" : path);
    String query = contentParameters(address.getRawQuery());
    if (!query.isEmpty()) {
      text.append('?').append(query);
    }
    return Optional.of(URI.create(text.toString()));
  }

  private static String contentParameters(@Nullable String query) {
    if (query == null) {
      return "";
    }
    return Arrays.stream(query.split("&"))
        .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
        .collect(Collectors.joining("&"));
  }

  private static boolean isTracking(String parameter) {
    int equals = parameter.indexOf('=');
    String name =
        (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    return name.startsWith("utm_") || TRACKING.contains(name);
  }
}
