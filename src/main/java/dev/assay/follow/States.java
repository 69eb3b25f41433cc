package dev.assay.follow;

import dev.assay.follow.Listing.Heard;
import dev.assay.follow.Schedule.Next;
import dev.assay.source.SourceState;
import dev.assay.source.SourceState.Known;
import dev.assay.source.SourceState.Plan;
import dev.assay.source.SourceState.Seen;
import dev.assay.source.SourceState.Stand;
import dev.assay.source.Standing;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a source is after a round: pure functions of how it was and what it said.
final class States {

  private States() {}

  /// After an answer that nothing changed.
  static SourceState unchanged(
      SourceState before, Next next, Standing standing, Heard heard, Instant now) {
    Seen seen = before.seen();
    boolean whole = heard.status() != 304;
    return new SourceState(
        plan(next, 0),
        stand(
            before,
            standing,
            before.plan().failures() == 0 ? before.stand().reason() : "",
            heard.status(),
            now),
        new Seen(now, now, seen.changedAt(), seen.newAt(), whole ? now : seen.wholeAt()),
        known(before, heard, now));
  }

  /// After an answer that listed something.
  static SourceState listed(
      SourceState before,
      Next next,
      Standing standing,
      int fresh,
      String remark,
      Heard heard,
      Instant now) {
    return new SourceState(
        plan(next, 0),
        stand(before, standing, remark, heard.status(), now),
        new Seen(now, now, now, fresh > 0 ? now : before.seen().newAt(), now),
        known(before, heard, now));
  }

  /// After one of the sitemaps that its index names: what is known of the index stays.
  static SourceState partly(SourceState before, Next next, int status, int fresh, Instant now) {
    Seen seen = before.seen();
    return new SourceState(
        plan(next, 0),
        stand(before, Standing.WORKING, "", status, now),
        new Seen(
            now,
            now,
            fresh > 0 ? now : seen.changedAt(),
            fresh > 0 ? now : seen.newAt(),
            seen.wholeAt()),
        before.known());
  }

  /// After something came by itself.
  static SourceState delivered(SourceState before, int fresh, Instant now) {
    Seen seen = before.seen();
    return new SourceState(
        before.plan(),
        stand(before, Standing.WORKING, "", before.stand().status(), now),
        new Seen(seen.askedAt(), now, now, fresh > 0 ? now : seen.newAt(), seen.wholeAt()),
        before.known());
  }

  /// After a failure. What is known of the source's texts stays: an error never clears it.
  static SourceState failed(
      SourceState before,
      Next next,
      double failures,
      Standing standing,
      String reason,
      int status,
      Instant now) {
    Seen seen = before.seen();
    return new SourceState(
        plan(next, failures),
        stand(before, standing, reason, status, now),
        new Seen(
            now,
            status > 0 ? now : seen.answeredAt(),
            seen.changedAt(),
            seen.newAt(),
            seen.wholeAt()),
        before.known());
  }

  private static Plan plan(Next next, double failures) {
    return new Plan(next.dueAt(), next.every(), next.why(), failures);
  }

  static Stand stand(
      SourceState before, Standing standing, String reason, int status, Instant now) {
    Stand stood = before.stand();
    return new Stand(standing, stood.standing() == standing ? stood.since() : now, reason, status);
  }

  private static Known known(SourceState before, Heard heard, Instant now) {
    Known known = before.known();
    URI to = heard.movedTo();
    Instant since = movedSince(known, to, now);
    return new Known(
        heard.validators().etag(),
        heard.validators().lastModified(),
        heard.bodyHash(),
        to == null ? null : to.toString(),
        since,
        heard.crawlDelay(),
        heard.reserved());
  }

  private static @Nullable Instant movedSince(Known known, @Nullable URI to, Instant now) {
    if (to == null) {
      return null;
    }
    return to.toString().equals(known.movedTo()) ? known.movedSince() : now;
  }
}
