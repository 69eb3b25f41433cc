package dev.assay.follow;

import dev.assay.fetch.Answer;
import dev.assay.fetch.Failure;
import dev.assay.fetch.Validators;
import dev.assay.source.Feed;
import dev.assay.source.FeedEntry;
import dev.assay.source.FeedHints;
import dev.assay.source.Opml;
import dev.assay.source.Sitemap;
import dev.assay.source.SitemapPart;
import dev.assay.source.Standing;
import dev.assay.source.mail.MailboxPlace;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a source said when it was asked what it names.
sealed interface Listing {

  /// Nothing changed.
  record Unchanged(Heard heard) implements Listing {}

  /// What it names now.
  ///
  /// @param about what it says of itself
  /// @param format for a person; may be empty
  /// @param entries links are canonical addresses, or paths of a folder
  /// @param remark what had to be mended, for a person; may be empty
  record Listed(
      Feed.About about,
      String format,
      List<FeedEntry> entries,
      FeedHints hints,
      String remark,
      Heard heard)
      implements Listing {}

  /// An index of sitemaps: what it names is asked by itself.
  record Indexed(List<Sitemap.Child> parts, Heard heard) implements Listing {}

  /// One of the sitemaps that an index names.
  record Part(SitemapPart part, Listing listing) implements Listing {}

  /// A list of feeds: what it names is followed.
  record Outlined(Opml list, Heard heard) implements Listing {}

  /// A mailbox: what came is taken in already.
  ///
  /// @param more whether there is more than was wanted at once
  record Mailed(List<Rounds.Taken> taken, MailboxPlace place, boolean more) implements Listing {}

  /// It said nothing of use.
  ///
  /// @param standing how the source stands after it
  record Trouble(
      Failure failure, Standing standing, int status, String reason, @Nullable Duration retryAfter)
      implements Listing {}

  /// What an answer said besides what it lists.
  ///
  /// @param holds how long the server says that its answer holds; null if it does not
  /// @param movedTo where it says it has moved for good
  /// @param bodyHash of the bytes; empty if there were none
  record Heard(
      Validators validators,
      @Nullable Duration holds,
      @Nullable URI movedTo,
      int status,
      String bodyHash,
      long bytes,
      Duration crawlDelay,
      String reserved) {

    static Heard of(
        Answer answer, Validators validators, @Nullable Duration holds, String hash, long bytes) {
      return new Heard(
          validators,
          holds,
          answer.movedTo(),
          answer.status(),
          hash,
          bytes,
          answer.crawlDelay(),
          answer.reserved());
    }

    /// Of what is no server.
    static Heard here(String hash) {
      return new Heard(Validators.NONE, null, null, 0, hash, 0, Duration.ZERO, "");
    }
  }
}
