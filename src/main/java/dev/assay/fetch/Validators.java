package dev.assay.fetch;

import org.jspecify.annotations.Nullable;

/// How a server tells whether something changed since it was asked: opaque, kept and sent back byte
/// for byte (RFC 9110 section 8.8). Never made up, and not kept before the body was read.
///
/// @param etag with its quotes and `W/`
/// @param lastModified the date as the server wrote it
public record Validators(@Nullable String etag, @Nullable String lastModified) {

  public static final Validators NONE = new Validators(null, null);

  public boolean isEmpty() {
    return etag == null && lastModified == null;
  }

  /// What an answer of 304 says anew takes the place of what was known.
  public Validators updatedBy(Validators newer) {
    return new Validators(
        newer.etag == null ? etag : newer.etag,
        newer.lastModified == null ? lastModified : newer.lastModified);
  }
}
