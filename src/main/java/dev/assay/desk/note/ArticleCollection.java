package dev.assay.desk.note;

import java.time.Instant;

/// Articles that a reader put together under a name.
///
/// @param id 10 letters and digits
/// @param articles how many
public record ArticleCollection(String id, String name, long articles, Instant createdAt) {

  public static final int LONGEST_NAME = 100;
}
