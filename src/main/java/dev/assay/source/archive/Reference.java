package dev.assay.source.archive;

import java.util.List;

/// A work as a library of references lists it; each part empty if it does not say.
///
/// @param key by which the library knows it
/// @param published ISO 8601, as precise as the library says: `2024`, `2024-05`, `2024-05-01`
/// @param publication the journal, outlet or publisher
/// @param address as it is written; of a work that has only a DOI, that of its resolver
/// @param summary its abstract
/// @param files that come with it, as the library writes their paths
public record Reference(
    String key,
    String title,
    List<String> authors,
    String published,
    String publication,
    String address,
    String summary,
    List<String> files) {

  public Reference {
    authors = List.copyOf(authors);
    files = List.copyOf(files);
  }
}
