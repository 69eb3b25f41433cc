package dev.assay.follow;

import dev.assay.fetch.Failure;
import dev.assay.follow.Schedule.Next;
import dev.assay.source.FeedHints;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceRound;
import dev.assay.source.SourceState;
import dev.assay.source.SourceState.Why;
import dev.assay.source.Standing;
import dev.assay.store.Happening;
import dev.assay.store.Happening.Kind;
import dev.assay.store.Session;
import dev.assay.store.source.SourceTable.Followed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Writes down what a source said: what is new, how it stands, when it is asked again. All of a
/// round in one transaction.
final class RoundBook {

  /// A folder costs nothing to look at; less often where the system tells of changes.
  static final Duration FOLDER = Duration.ofSeconds(10);

  private static final Duration FOLDER_WATCHED = Duration.ofMinutes(5);
  private static final Duration LIST = Duration.ofDays(1);

  /// An address that a source moved to for good is believed after this.
  private static final Duration MOVED = Duration.ofDays(6);

  /// Failures in a row, weighed, from which on a source is said to fail.
  private static final double FAILURES_TOLD = 2;

  /// A source is slow if the last answers took longer than this.
  private static final long SLOW_MILLIS = 10_000;

  private static final int SLOW_ROUNDS = 3;

  /// Of the last entries, those of which only a part is shown, before a source counts as paid for.
  private static final double MOST_PARTS = 0.6;

  private static final int PARTS_OF = 10;

  private final Outage outage = new Outage();
  private final RandomGenerator random;
  private final Predicate<Source> watched;

  /// @param watched whether the system tells of changes of a folder
  RoundBook(RandomGenerator random, Predicate<Source> watched) {
    this.random = random;
    this.watched = watched;
  }

  /// What was written.
  record Written(SourceState state, SourceRound round) {}

  /// A round that was made.
  ///
  /// @param millis from the question to the answer
  record Made(Listing listing, Instant at, long millis) {}

  Written write(Session session, Followed followed, Made made) {
    Written written = written(session, followed, made);
    Source source = followed.source();
    if (session.sources().find(source.id()).isPresent()) { // not removed meanwhile
      put(session, source.id(), followed.state(), written.state(), made.at());
      session.sources().record(source.id(), written.round());
      learn(session, source, written.state(), made);
    }
    return written;
  }

  private Written written(Session session, Followed followed, Made made) {
    return switch (made.listing()) {
      case Listing.Unchanged(Listing.Heard heard) -> unchanged(session, followed, heard, made);
      case Listing.Listed listed -> listed(session, followed, listed, made);
      case Listing.Indexed indexed -> indexed(session, followed, indexed, made);
      case Listing.Outlined outlined -> outlined(session, followed, outlined, made);
      case Listing.Mailed mailed -> mailed(session, followed, mailed, made);
      case Listing.Part part -> part(session, followed, part, made);
      case Listing.Trouble trouble -> troubled(session, followed, trouble, made);
    };
  }

  private Written unchanged(Session session, Followed followed, Listing.Heard heard, Made made) {
    outage.answered();
    SourceState before = followed.state();
    Schedule.Listed said = Schedule.Listed.unchanged(heard.holds());
    return new Written(
        States.unchanged(
            before,
            next(session, followed.source(), before, said, made.at()),
            standing(session, followed, said, made),
            heard,
            made.at()),
        new SourceRound(
            made.at(), "unchanged", heard.status(), 0, 0, heard.bytes(), made.millis()));
  }

  private Written listed(Session session, Followed followed, Listing.Listed listed, Made made) {
    outage.answered();
    Source source = followed.source();
    SourceState before = followed.state();
    int fresh = Novelties.keep(session, source, before, listed.entries(), made.at());
    Pushes.polled(session, source.id(), fresh, before, made.at());
    Schedule.Listed said =
        new Schedule.Listed(listed.entries().size(), fresh, listed.hints(), listed.heard().holds());
    return listed(session, followed, said, listed.remark(), listed.heard(), made);
  }

  private Written indexed(Session session, Followed followed, Listing.Indexed index, Made made) {
    outage.answered();
    Listing.Heard heard = index.heard();
    int fresh = SitemapIndex.keep(session, followed.source().id(), index.parts(), made.at());
    return new Written(
        States.listed(
            followed.state(),
            new Next(made.at(), SitemapIndex.APART, Why.STEADY),
            Standing.WORKING,
            0,
            "",
            heard,
            made.at()),
        new SourceRound(
            made.at(),
            "listed",
            heard.status(),
            index.parts().size(),
            fresh,
            heard.bytes(),
            made.millis()));
  }

  private Written outlined(
      Session session, Followed followed, Listing.Outlined outlined, Made made) {
    outage.answered();
    int fresh = Register.followNew(session, followed.source(), outlined.list(), made.at());
    Schedule.Listed said =
        new Schedule.Listed(outlined.list().outlines().size(), fresh, FeedHints.NONE, null);
    return listed(session, followed, said, "", outlined.heard(), made);
  }

  private Written mailed(Session session, Followed followed, Listing.Mailed mailed, Made made) {
    outage.answered();
    Instant at = made.at();
    int id = followed.source().id();
    int fresh = Post.write(session, id, mailed.taken(), at);
    session.mailboxes().put(id, mailed.place());
    Next next = new Next(mailed.more() ? at : at.plus(Post.EVERY), Post.EVERY, Why.BY_ITSELF);
    return new Written(
        States.listed(
            followed.state(), next, Standing.WORKING, fresh, "", Listing.Heard.here(""), at),
        new SourceRound(at, "listed", 0, mailed.taken().size(), fresh, 0, made.millis()));
  }

  private Written troubled(Session session, Followed followed, Listing.Trouble trouble, Made made) {
    return new Written(
        failed(session, followed, trouble, made.at()),
        new SourceRound(
            made.at(), trouble.standing().word(), trouble.status(), 0, 0, 0, made.millis()));
  }

  private Written listed(
      Session session,
      Followed followed,
      Schedule.Listed said,
      String remark,
      Listing.Heard heard,
      Made made) {
    SourceState before = followed.state();
    Instant at = made.at();
    Standing standing = standing(session, followed, said, made);
    return new Written(
        States.listed(
            before,
            next(session, followed.source(), before, said, at),
            standing,
            said.fresh(),
            standing == Standing.MISSING
                ? "Every entry was new: some may have been missed since the last round."
                : remark,
            heard,
            at),
        new SourceRound(
            at,
            "listed",
            heard.status(),
            said.entries(),
            said.fresh(),
            heard.bytes(),
            made.millis()));
  }

  /// One of the sitemaps that an index names. That it is not there says nothing of the source.
  private Written part(Session session, Followed followed, Listing.Part asked, Made made) {
    Source source = followed.source();
    SourceState before = followed.state();
    Instant at = made.at();
    return switch (asked.listing()) {
      case Listing.Unchanged(Listing.Heard heard) -> {
        outage.answered();
        session.sitemapParts().put(source.id(), SitemapIndex.asked(asked.part(), heard, 0, at));
        yield partly(session, followed, heard, 0, 0, made);
      }
      case Listing.Listed listed -> {
        outage.answered();
        int fresh = Novelties.keep(session, source, before, listed.entries(), at);
        session
            .sitemapParts()
            .put(source.id(), SitemapIndex.asked(asked.part(), listed.heard(), fresh, at));
        yield partly(session, followed, listed.heard(), listed.entries().size(), fresh, made);
      }
      case Listing.Trouble trouble -> {
        session.sitemapParts().put(source.id(), SitemapIndex.failed(asked.part(), at));
        yield trouble.status() == 404 || trouble.status() == 410
            ? partly(session, followed, Listing.Heard.here(""), 0, 0, made)
            : troubled(session, followed, trouble, made);
      }
      case Listing other -> throw new IllegalStateException("no sitemap: " + other);
    };
  }

  private static Written partly(
      Session session, Followed followed, Listing.Heard heard, int entries, int fresh, Made made) {
    Instant due = SitemapIndex.due(session.sitemapParts().of(followed.source().id()), made.at());
    return new Written(
        States.partly(
            followed.state(),
            new Next(due, SitemapIndex.APART, Why.STEADY),
            heard.status(),
            fresh,
            made.at()),
        new SourceRound(
            made.at(),
            entries == 0 ? "unchanged" : "listed",
            heard.status(),
            entries,
            fresh,
            heard.bytes(),
            made.millis()));
  }

  /// Keeps how a source is, and the moment if it stands otherwise than before; says if it began to
  /// fail, or is well again.
  private static void put(
      Session session, int id, SourceState before, SourceState state, Instant at) {
    session.sources().put(id, state);
    if (before.stand().standing() != state.stand().standing()) {
      session.sources().stands(id, state.stand());
    }
    if (isFailing(before) != isFailing(state)) {
      session
          .happenings()
          .add(
              isFailing(state) ? Kind.SOURCE_FAILING : Kind.SOURCE_RECOVERED,
              at,
              Happening.About.of(String.valueOf(id), state.stand().reason()));
    }
  }

  /// A source that may answer the next time it is asked is not failing yet.
  private static boolean isFailing(SourceState state) {
    Standing standing = state.stand().standing();
    return standing.isTrouble()
        && (standing != Standing.RETRYING || state.plan().failures() >= FAILURES_TOLD);
  }

  private Next next(
      Session session, Source source, SourceState before, Schedule.Listed said, Instant at) {
    return switch (source.kind()) {
      case SourceKind.OfFolder _ -> {
        Duration wait = watched.test(source) ? FOLDER_WATCHED : FOLDER;
        yield new Next(at.plus(wait), wait, Why.BY_ITSELF);
      }
      case SourceKind.OfList _ -> {
        Duration word = source.settings().every();
        yield word == null
            ? new Next(at.plus(LIST), LIST, Why.STEADY)
            : new Next(at.plus(word), word, Why.BY_WORD);
      }
      case SourceKind.OfFeed _,
          SourceKind.OfSitemap _,
          SourceKind.OfPage _,
          SourceKind.OfMailbox _,
          SourceKind.OfLetters _ -> {
        Next next = Schedule.answered(before, source.settings().every(), said, at, jitter());
        yield Pushes.isTrusted(session, source.id(), at) ? Schedule.pushed(next, at) : next;
      }
    };
  }

  private double jitter() {
    return random.nextDouble(-1, 1);
  }

  /// How a source stands after an answer.
  private static Standing standing(
      Session session, Followed followed, Schedule.Listed said, Made made) {
    Source source = followed.source();
    Standing standing = Schedule.standing(followed.state(), said, made.at());
    if (source.kind() instanceof SourceKind.OfFolder
        || source.kind() instanceof SourceKind.OfList) {
      return standing == Standing.MISSING ? Standing.WORKING : standing;
    }
    if (standing != Standing.WORKING) {
      return standing;
    }
    if (session.sourceEntries().shareOfParts(source.id(), PARTS_OF) >= MOST_PARTS) {
      return Standing.PAYWALLED;
    }
    boolean slow =
        made.millis() > SLOW_MILLIS
            && session.sources().rounds(source.id()).stream()
                    .limit(SLOW_ROUNDS - 1)
                    .filter(round -> round.millis() > SLOW_MILLIS)
                    .count()
                == SLOW_ROUNDS - 1;
    return slow ? Standing.SLOW : Standing.WORKING;
  }

  private SourceState failed(
      Session session, Followed followed, Listing.Trouble trouble, Instant now) {
    Source source = followed.source();
    SourceState before = followed.state();
    boolean silent =
        trouble.status() == 0
            && (trouble.failure() == Failure.NO_ANSWER || trouble.failure() == Failure.UNSURE);
    Map<Integer, SourceState> forgiven =
        silent ? outage.silent(URI.create(source.address()).getHost(), source.id(), before) : null;
    if (forgiven != null) {
      forgiven.forEach((id, stood) -> forgive(session, id, stood, now));
      return ours(before, now);
    }
    double failures = before.plan().failures() + Schedule.weight(trouble.failure());
    Next next =
        Schedule.failed(
            before,
            trouble.failure(),
            trouble.status(),
            failures,
            trouble.retryAfter(),
            now,
            jitter());
    return States.failed(
        before, next, failures, trouble.standing(), trouble.reason(), trouble.status(), now);
  }

  private SourceState ours(SourceState before, Instant now) {
    return States.failed(
        before,
        Schedule.outage(before, now, jitter()),
        before.plan().failures(),
        before.stand().standing(),
        "No site answers: the connection of this machine seems down.",
        0,
        now);
  }

  /// What was counted before it was clear that it was our own connection is taken back.
  private void forgive(Session session, int id, SourceState stood, Instant now) {
    session
        .sources()
        .find(id)
        .ifPresent(counted -> put(session, id, counted.state(), ours(stood, now), now));
  }

  /// Takes over what the source says of itself, and the address that it has moved to.
  private static void learn(Session session, Source source, SourceState state, Made made) {
    if (made.listing() instanceof Listing.Listed listed) {
      Source learned =
          source.learning(
              listed.about().title(), listed.about().site(), listed.about().description());
      if (!learned.equals(source)) {
        session.sources().update(learned);
      }
    }
    String to = state.known().movedTo();
    Instant since = state.known().movedSince();
    if (to != null
        && since != null
        && !since.isAfter(made.at().minus(MOVED))
        && session.sources().find(to).isEmpty()) {
      session.sources().move(source, to, made.at());
    }
  }
}
