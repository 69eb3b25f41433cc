package dev.assay.follow;

import dev.assay.article.CanonicalAddress;
import dev.assay.follow.Sources.Following;
import dev.assay.source.Opml;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceOption;
import dev.assay.source.SourceSettings;
import dev.assay.source.SourceState;
import dev.assay.store.Session;
import dev.assay.store.source.SourceTable.Followed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes down what is followed.
final class Register {

  /// What never asks by itself is never due.
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private Register() {}

  /// Follows what was found.
  ///
  /// @param by who wants it; empty: whoever runs the desk
  static Following follow(Session session, Found found, String inFolder, String by, Instant now) {
    Optional<Followed> known = session.sources().find(found.address());
    if (known.isPresent()) {
      return new Following.Already(known.get().source());
    }
    Source draft =
        new Source(
            0,
            found.kind(),
            found.address(),
            found.title(),
            found.site(),
            found.description(),
            inFolder,
            SourceSettings.DEFAULTS,
            now,
            by);
    return new Following.Done(session.sources().add(draft, fresh(found.kind(), now)), found);
  }

  private static SourceState fresh(SourceKind kind, Instant now) {
    return switch (kind) {
      case SourceKind.OfFolder _ -> SourceState.fresh(now, RoundBook.FOLDER);
      case SourceKind.OfMailbox _ -> SourceState.fresh(now, Post.EVERY);
      case SourceKind.OfLetters _ -> SourceState.fresh(NEVER, Duration.ofDays(1));
      case SourceKind.OfFeed _, SourceKind.OfSitemap _, SourceKind.OfPage _, SourceKind.OfList _ ->
          SourceState.fresh(now, Schedule.START);
    };
  }

  /// Follows what a list of feeds names, in the folder that it has there.
  ///
  /// @param inFolder above the list's own folders; may be empty
  static Following follow(
      Session session, Opml.Outline outline, String inFolder, String by, Instant now) {
    Optional<URI> address = CanonicalAddress.of(outline.address());
    if (address.isEmpty()) {
      return new Following.Nothing("The address cannot be read: " + outline.address());
    }
    String folder =
        Stream.of(inFolder, outline.folder())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/"));
    Following following = follow(session, Found.outlined(outline, address.get()), folder, by, now);
    if (following instanceof Following.Done(Source source, Found found, _)) {
      Source set = source;
      for (Map.Entry<String, String> option : outline.options().entrySet()) {
        set = setIfItCan(set, option.getKey(), option.getValue());
      }
      session.sources().update(set);
      return new Following.Done(set, found);
    }
    return following;
  }

  /// What another program's list says and cannot be is left as it is.
  private static Source setIfItCan(Source source, String word, String value) {
    try {
      return SourceOption.of(word).map(option -> option.set(source, value)).orElse(source);
    } catch (IllegalArgumentException e) {
      return source;
    }
  }

  /// Follows what a list on the web names anew, but nothing that was followed and removed here.
  ///
  /// @return how many are followed since
  static int followNew(Session session, Source list, Opml outlines, Instant now) {
    int fresh = 0;
    for (Opml.Outline outline : outlines.outlines()) {
      boolean removed =
          CanonicalAddress.of(outline.address())
              .map(address -> session.sources().wasRemoved(address.toString()))
              .orElse(true);
      if (!removed
          && follow(session, outline, list.folder(), list.addedBy(), now)
              instanceof Following.Done) {
        fresh++;
      }
    }
    return fresh;
  }
}
