package dev.assay.access;

import dev.assay.article.ReaderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What lets a program in, in the name of an account and as far as its scopes reach. The token
/// itself is shown once, when it is made.
///
/// @param label what its owner calls it; of a token for one feed, the address of that feed
/// @param expiresAt null if never
/// @param usedOn the last day of UTC on which it was used; null if it never was
/// @param usedFrom the address then
public record AccessToken(
    long id,
    ReaderId account,
    String label,
    Set<TokenScope> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable LocalDate usedOn,
    @Nullable String usedFrom) {

  public AccessToken {
    scopes = Set.copyOf(scopes);
  }

  /// Whether it lets in whoever asks for `address`, see [FeedAddress].
  boolean isFor(String address) {
    return !isOfFeed() || FeedAddress.opens(label, address);
  }

  boolean isOfFeed() {
    return scopes.contains(TokenScope.FEED);
  }

  boolean isGood(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }
}
