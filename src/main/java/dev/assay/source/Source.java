package dev.assay.source;

import java.time.Instant;

/// An outlet we follow.
///
/// @param id small and never given to another source
/// @param address canonical http(s) address, the absolute path of a folder, that of a mailbox, or
///   that to which letters are sent
/// @param site address of the outlet's own page; may be empty
/// @param description what it says of itself; may be empty
/// @param folder where its owner files it, parts apart by `/`; may be empty
/// @param addedBy who followed it; empty: whoever runs the desk
public record Source(
    int id,
    SourceKind kind,
    String address,
    String title,
    String site,
    String description,
    String folder,
    SourceSettings settings,
    Instant addedAt,
    String addedBy) {

  /// As a person would name it.
  public String shown() {
    return title.isEmpty() ? address : title;
  }

  /// The same, as its owner wants it now.
  Source with(SourceSettings other) {
    return new Source(id, kind, address, title, site, description, folder, other, addedAt, addedBy);
  }

  /// The same, known by another number.
  public Source numbered(int other) {
    return new Source(
        other, kind, address, title, site, description, folder, settings, addedAt, addedBy);
  }

  /// The same, with what it says of itself where nobody said it before.
  public Source learning(String itsTitle, String itsSite, String itsDescription) {
    return new Source(
        id,
        kind,
        address,
        title.isEmpty() ? itsTitle : title,
        site.isEmpty() ? itsSite : site,
        description.isEmpty() ? itsDescription : description,
        folder,
        settings,
        addedAt,
        addedBy);
  }
}
