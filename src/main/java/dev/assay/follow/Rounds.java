package dev.assay.follow;

import dev.assay.article.Outcome;
import dev.assay.source.FeedEntry;
import dev.assay.source.SitemapPart;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceRound;
import dev.assay.source.SourceState;
import dev.assay.store.Store;
import dev.assay.store.source.SourceTable.Followed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// One round of one source: what it names is written down, then what waits is fetched and taken in.
/// Safe for use by many threads, one round of a source at a time.
public final class Rounds {

  /// Of one source in one round, so that none holds up the others.
  private static final int MOST_TAKEN = 50;

  /// Of one source while a person waits for it.
  private static final int MOST_AT_ONCE = 5;

  private final Store store;
  private final Lister lister;
  private final Post post;
  private final RoundBook book;
  private final TakingIn takingIn;
  private final InstantSource clock;
  private final ConcurrentHashMap<Integer, ReentrantLock> turns = new ConcurrentHashMap<>();

  Rounds(
      Store store,
      Lister lister,
      Post post,
      RoundBook book,
      TakingIn takingIn,
      InstantSource clock) {
    this.store = store;
    this.lister = lister;
    this.post = post;
    this.book = book;
    this.takingIn = takingIn;
    this.clock = clock;
  }

  /// Who wants a round.
  public enum Wanted {
    BY_SCHEDULE,
    /// A person, who wants to know now: asked without conditions, and few entries are taken at
    /// once.
    BY_PERSON
  }

  /// What a round came to.
  ///
  /// @param taken outcomes of the documents that were taken up, in their order
  public record Round(SourceState state, SourceRound asked, List<Taken> taken) {}

  /// What became of one entry.
  public record Taken(FeedEntry entry, Outcome outcome) {}

  /// What a round came to, and what was heard on the way.
  record Heard(Round round, Listing listing) {}

  /// Asks a source and takes in what is new.
  Heard run(Followed followed, Wanted wanted, Steps steps) {
    ReentrantLock turn = turns.computeIfAbsent(followed.source().id(), _ -> new ReentrantLock());
    turn.lock(); // a person's question and the schedule's may come together
    try {
      return asked(followed, wanted, steps);
    } finally {
      turn.unlock();
    }
  }

  private Heard asked(Followed followed, Wanted wanted, Steps steps) {
    Instant asked = clock.instant();
    boolean now = wanted == Wanted.BY_PERSON;
    int most = now ? MOST_AT_ONCE : MOST_TAKEN;
    if (!now && followed.state().plan().dueAt().isAfter(asked)) { // only what still waits
      SourceRound none =
          new SourceRound(asked, "listed", followed.state().stand().status(), 0, 0, 0, 0);
      return new Heard(
          new Round(followed.state(), none, takingIn.takeIn(followed, most, steps)),
          new Listing.Unchanged(Listing.Heard.here("")));
    }
    Listing listing = listing(followed, now, steps);
    long millis = Math.max(0, Duration.between(asked, clock.instant()).toMillis());
    RoundBook.Written written =
        store.write(
            session -> book.write(session, followed, new RoundBook.Made(listing, asked, millis)));
    steps.took(step(listing, written));
    List<Taken> taken =
        listing instanceof Listing.Mailed mailed
            ? mailed.taken()
            : takingIn.takeIn(
                new Followed(followed.source(), written.state(), followed.delay()), most, steps);
    return new Heard(new Round(written.state(), written.round(), taken), listing);
  }

  private Listing listing(Followed followed, boolean now, Steps steps) {
    Source source = followed.source();
    return switch (source.kind()) {
      case SourceKind.OfMailbox _ -> post.ask(source, steps);
      case SourceKind.OfLetters _ -> new Listing.Unchanged(Listing.Heard.here(""));
      case SourceKind.OfSitemap _ -> {
        List<SitemapPart> parts = store.read(session -> session.sitemapParts().of(source.id()));
        yield SitemapIndex.due(parts, followed.state(), clock.instant())
            .<Listing>map(part -> new Listing.Part(part, lister.ask(source, part, steps)))
            .orElseGet(() -> lister.ask(source, followed.state(), now, steps));
      }
      case SourceKind.OfFeed _, SourceKind.OfPage _, SourceKind.OfFolder _, SourceKind.OfList _ ->
          lister.ask(source, followed.state(), now, steps);
    };
  }

  private static Step step(Listing listing, RoundBook.Written written) {
    return switch (listing) {
      case Listing.Unchanged _ -> new Step.Unchanged();
      case Listing.Listed listed ->
          new Step.Listed(
              listed.format(), listed.entries().size(), written.round().fresh(), listed.remark());
      case Listing.Indexed _, Listing.Outlined _, Listing.Mailed _, Listing.Part _ ->
          new Step.Listed("", written.round().entries(), written.round().fresh(), "");
      case Listing.Trouble trouble ->
          new Step.Failed(URI.create(""), trouble.status(), written.state().stand().reason());
    };
  }
}
