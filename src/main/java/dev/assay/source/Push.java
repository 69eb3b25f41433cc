package dev.assay.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A feed whose hub tells us what is new (WebSub, W3C 2018).
///
/// @param topic the feed's own address, as its hub knows it
/// @param path random; part of the address that the hub calls
/// @param secret random; what it sends is signed with it
/// @param leaseUntil until when it promised to tell; null: not confirmed yet
/// @param missedAt when a poll last found what it had not told
public record Push(
    int sourceId,
    String hub,
    String topic,
    String path,
    String secret,
    Instant askedAt,
    @Nullable Instant leaseUntil,
    @Nullable Instant deliveredAt,
    @Nullable Instant missedAt) {

  /// Whether what is new can be waited for.
  public boolean isTrusted(Instant now) {
    Instant lease = leaseUntil;
    return lease != null && lease.isAfter(now) && missedAt == null;
  }

  /// The same, asked for anew.
  public Push asked(Instant at) {
    return new Push(sourceId, hub, topic, path, secret, at, leaseUntil, deliveredAt, missedAt);
  }

  /// The same, promised until then.
  public Push promised(Instant until) {
    return new Push(sourceId, hub, topic, path, secret, askedAt, until, deliveredAt, missedAt);
  }

  /// The same after it told something.
  public Push told(Instant at) {
    return new Push(sourceId, hub, topic, path, secret, askedAt, leaseUntil, at, missedAt);
  }

  /// The same after a poll found what it should have told; null: that is long ago.
  public Push missed(@Nullable Instant at) {
    return new Push(sourceId, hub, topic, path, secret, askedAt, leaseUntil, deliveredAt, at);
  }

  @Override
  public String toString() {
    return "push of source " + sourceId;
  }
}
