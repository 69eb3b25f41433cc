package dev.assay.follow;

import dev.assay.follow.Listing.Heard;
import dev.assay.source.Sitemap;
import dev.assay.source.SitemapPart;
import dev.assay.source.SourceState;
import dev.assay.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sitemaps that an index names: each is asked by itself, a quarter of an hour after the one
/// before, as often as it has something new. One that had nothing new for half a year is asked no
/// more.
final class SitemapIndex {

  /// Between two of them.
  static final Duration APART = Duration.ofMinutes(15);

  /// The index itself is asked for new ones so often.
  static final Duration INDEX = Duration.ofDays(7);

  private static final Duration MOST = Duration.ofDays(1);
  private static final Duration RETIRED = Duration.ofDays(180);

  /// Pages are taken if they are of the last thirty days: what was not changed since has none.
  private static final Duration RECENT = Duration.ofDays(30);

  private SitemapIndex() {}

  /// Those that may name a page that is recent.
  static Stream<Sitemap.Child> recent(List<Sitemap.Child> named, Instant now) {
    return named.stream()
        .filter(child -> child.changed() == null || !child.changed().isBefore(now.minus(RECENT)));
  }

  /// Writes down which sitemaps an index names now: the last changed first.
  ///
  /// @return how many are new
  static int keep(Session session, int sourceId, List<Sitemap.Child> named, Instant now) {
    Map<String, SitemapPart> known =
        session.sitemapParts().of(sourceId).stream()
            .collect(Collectors.toMap(SitemapPart::address, Function.identity()));
    Set<String> still = new HashSet<>();
    int fresh = 0;
    for (Sitemap.Child child : recent(named, now).toList()) {
      String address = child.address().toString();
      if (still.add(address) && !known.containsKey(address)) {
        Instant due = now.plus(APART.multipliedBy(fresh));
        session.sitemapParts().put(sourceId, SitemapPart.fresh(address, due, Schedule.START, now));
        fresh++;
      }
    }
    known.keySet().stream()
        .filter(address -> !still.contains(address))
        .forEach(address -> session.sitemapParts().remove(sourceId, address));
    return fresh;
  }

  /// Which of the sitemaps is to be asked; empty if the index itself is.
  static Optional<SitemapPart> due(List<SitemapPart> parts, SourceState state, Instant now) {
    Instant whole = state.seen().wholeAt();
    boolean indexDue = whole == null || whole.isBefore(now.minus(INDEX));
    return indexDue ? Optional.empty() : parts.stream().filter(part -> !part.retired()).findFirst();
  }

  /// When the next of them is asked.
  static Instant due(List<SitemapPart> parts, Instant now) {
    Instant soonest = now.plus(APART);
    return parts.stream()
        .filter(part -> !part.retired())
        .map(SitemapPart::dueAt)
        .min(Comparator.naturalOrder())
        .map(due -> due.isBefore(soonest) ? soonest : due)
        .orElse(now.plus(INDEX));
  }

  /// A sitemap after it was asked.
  ///
  /// @param fresh pages that it listed and that were never seen
  static SitemapPart asked(SitemapPart part, Heard heard, int fresh, Instant now) {
    Duration every =
        bounded(fresh > 0 ? part.every().dividedBy(2) : part.every().multipliedBy(5).dividedBy(4));
    Instant freshAt = fresh > 0 ? now : part.freshAt();
    return new SitemapPart(
        part.address(),
        now.plus(every),
        every,
        heard.validators().etag(),
        heard.validators().lastModified(),
        heard.bodyHash(),
        freshAt,
        freshAt.isBefore(now.minus(RETIRED)));
  }

  /// A sitemap that could not be had: asked less often.
  static SitemapPart failed(SitemapPart part, Instant now) {
    Duration every = bounded(part.every().multipliedBy(2));
    return new SitemapPart(
        part.address(),
        now.plus(every),
        every,
        part.etag(),
        part.lastModified(),
        part.bodyHash(),
        part.freshAt(),
        part.freshAt().isBefore(now.minus(RETIRED)));
  }

  private static Duration bounded(Duration every) {
    return every.compareTo(Schedule.LEAST) < 0
        ? Schedule.LEAST
        : every.compareTo(MOST) > 0 ? MOST : every;
  }
}
