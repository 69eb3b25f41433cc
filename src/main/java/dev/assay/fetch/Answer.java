package dev.assay.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The head of a server's last answer to a request.
///
/// @param address that answered, after redirects
/// @param movedTo where the first address has moved for good (301, 308), if it says so
/// @param status of HTTP
/// @param headers those that matter, names in lower case
/// @param crawlDelay that the site's robots.txt asks for; zero if it asks for none
/// @param reserved what the site reserves of what was asked for, in its own words; may be empty
public record Answer(
    URI address,
    @Nullable URI movedTo,
    int status,
    Map<String, String> headers,
    Duration crawlDelay,
    String reserved) {

  public Answer {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// Not kept if the answer says that it is old at once (`Expires: 0` of a server that cannot do
  /// conditional requests).
  public Validators validators() {
    return header("expires").map(String::strip).filter("0"::equals).isPresent()
        ? Validators.NONE
        : new Validators(headers.get("etag"), headers.get("last-modified"));
  }
}
