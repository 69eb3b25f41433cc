package dev.assay.source.archive;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page that somebody wanted to keep or to read.
///
/// @param address canonical http(s) address
/// @param title empty if none was kept
/// @param addedAt when it was put by; null if the list does not say
/// @param tags that it was filed under
public record SavedLink(URI address, String title, @Nullable Instant addedAt, List<String> tags) {

  public SavedLink {
    tags = List.copyOf(tags);
  }
}
