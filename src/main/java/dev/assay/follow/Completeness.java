package dev.assay.follow;

import java.util.Locale;

/// How much of an article's text there is.
public enum Completeness {
  /// Its page was read.
  FULL,
  /// Its feed carried the whole text.
  FEED_TEXT,
  /// Its page shows a part to those who do not pay.
  PREVIEW,
  /// Its page could not be had, and its feed carries no more than this.
  SUMMARY;

  /// The word used in JSON, in the store and on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
