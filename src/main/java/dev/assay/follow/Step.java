package dev.assay.follow;

import dev.assay.article.Outcome;
import dev.assay.source.FeedEntry;
import java.net.URI;

/// What happens while a source is asked or something to follow is looked for, one after the other,
/// for a person who looks on.
public sealed interface Step {

  /// An address is asked.
  ///
  /// @param conditional whether only what is new is wanted
  record Asked(URI address, boolean conditional) implements Step {}

  /// It answered.
  ///
  /// @param address that answered, after redirects
  /// @param mediaType empty if it sent nothing new
  record Answered(URI address, int status, String mediaType, long bytes, long millis)
      implements Step {}

  /// It did not answer, or with nothing of use; or it was not asked at all.
  record Failed(URI address, int status, String reason) implements Step {}

  /// What the answer lists.
  ///
  /// @param format for a person, such as `RSS 2.0`; may be empty
  /// @param remark what had to be mended; may be empty
  record Listed(String format, int entries, int fresh, String remark) implements Step {}

  /// The answer lists what it listed before.
  record Unchanged() implements Step {}

  /// The text of an entry was had.
  ///
  /// @param paragraphs 0 if it was not read yet
  record Read(FeedEntry entry, Completeness completeness, int paragraphs) implements Step {}

  /// What was had is not the entry's text, or there is none now.
  record Unread(FeedEntry entry, String reason) implements Step {}

  /// What became of an entry.
  record Settled(FeedEntry entry, Outcome outcome) implements Step {}
}
