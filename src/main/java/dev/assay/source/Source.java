package dev.assay.source;

import java.time.Instant;

/// An outlet we follow.
///
/// @param id small and never given to another source
/// @param address canonical http(s) address, or the absolute path of a folder
/// @param site address of the outlet's own page; may be empty
/// @param folder where its owner files it, parts apart by `/`; may be empty
public record Source(
    int id,
    SourceKind kind,
    String address,
    String title,
    String site,
    String folder,
    SourceSettings settings,
    Instant addedAt) {

  /// As a person would name it.
  public String shown() {
    return title.isEmpty() ? address : title;
  }

  /// The same, as its owner wants it now.
  public Source with(SourceSettings other) {
    return new Source(id, kind, address, title, site, folder, other, addedAt);
  }
}
