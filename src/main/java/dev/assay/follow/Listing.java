package dev.assay.follow;

import dev.assay.fetch.Failure;
import dev.assay.fetch.Validators;
import dev.assay.source.FeedEntry;
import dev.assay.source.FeedHints;
import dev.assay.source.Standing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a source said when it was asked what it names.
sealed interface Listing {

  /// Nothing changed.
  ///
  /// @param movedTo where it says it has moved for good
  record Unchanged(Validators validators, @Nullable URI movedTo, int status) implements Listing {}

  /// What it names now.
  ///
  /// @param title of the outlet; empty if it does not say
  /// @param entries links are canonical addresses, or paths of a folder
  /// @param remark what had to be mended, for a person; may be empty
  /// @param bodyHash of the bytes
  record Listed(
      String title,
      String site,
      List<FeedEntry> entries,
      FeedHints hints,
      String remark,
      Validators validators,
      @Nullable Duration maxAge,
      @Nullable URI movedTo,
      String bodyHash,
      long bytes)
      implements Listing {}

  /// It said nothing of use.
  ///
  /// @param standing how the source stands after it
  record Trouble(
      Failure failure, Standing standing, int status, String reason, @Nullable Duration retryAfter)
      implements Listing {}
}
