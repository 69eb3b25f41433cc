package dev.assay.source.archive;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page as it was kept elsewhere.
///
/// @param address canonical http(s) address
/// @param at when it was kept; null if nobody says
/// @param mediaType lower case, without parameters
/// @param headers of the answer that matter, names in lower case
public record ArchivedPage(
    URI address,
    @Nullable Instant at,
    String mediaType,
    byte[] bytes,
    Map<String, String> headers) {

  public ArchivedPage {
    headers = Map.copyOf(headers);
  }
}
