package dev.assay.follow;

import dev.assay.article.Identity;
import dev.assay.article.Outcome;
import dev.assay.article.RawDocument;
import dev.assay.fetch.mail.LetterBox;
import dev.assay.fetch.mail.Mailboxes;
import dev.assay.fetch.mail.Mailboxes.Bringing;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.input.Given;
import dev.assay.ingest.input.MailInputs;
import dev.assay.source.FeedEntry;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceState;
import dev.assay.source.Standing;
import dev.assay.source.mail.Letter;
import dev.assay.source.mail.MailboxPlace;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.source.SourceEntryTable.First;
import dev.assay.store.source.SourceTable.Followed;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Takes mail in: what a mailbox has, and what is sent to addresses of our own. A mail is on the
/// disk before the mailbox is read on, or its sender hears of it, so that a killed process loses
/// none; it is known by its own id, so that none is doubled.
final class Post implements LetterBox.Addressees {

  /// A mailbox is asked so often where it cannot say by itself that there is something.
  static final Duration EVERY = Duration.ofMinutes(5);

  private static final int MOST_TAKEN = 50;

  /// Mails that show what a mailbox holds.
  private static final int SHOWN = 3;

  private final Store store;
  private final Mailboxes mailboxes;
  private final MailInputs inputs;
  private final Supplier<Ingest> ingest;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Post(Store store, Mailboxes mailboxes, Supplier<Ingest> ingest, InstantSource clock) {
    this.store = store;
    this.mailboxes = mailboxes;
    this.inputs = new MailInputs(clock);
    this.ingest = ingest;
    this.clock = clock;
  }

  /// What makes an address of our own hard to guess.
  String token() {
    byte[] some = new byte[6];
    random.nextBytes(some);
    return HexFormat.of().formatHex(some);
  }

  /// Waits at a mailbox until something comes.
  ///
  /// @return whether it can be waited there
  boolean await(Source mailbox) {
    return mailboxes.await(URI.create(mailbox.address()));
  }

  /// Asks a mailbox and takes in what came.
  Listing ask(Source source, Steps steps) {
    URI address = URI.create(source.address());
    MailboxPlace known = store.read(session -> session.mailboxes().place(source.id()));
    int first = source.settings().backfill() > 0 ? source.settings().backfill() : MOST_TAKEN;
    steps.took(new Step.Asked(address, known.uid() > 0));
    return switch (mailboxes.bring(address, known, MOST_TAKEN, first)) {
      case Bringing.Failed(var failure, String reason) ->
          new Listing.Trouble(failure, Standing.RETRYING, 0, reason, null);
      case Bringing.Brought(List<Mailboxes.Mail> mails, MailboxPlace place, boolean more) ->
          new Listing.Mailed(taken(source, mails, steps), place, more);
    };
  }

  /// What a mailbox holds, or why it cannot be asked.
  Sources.Looked look(String what) {
    URI address;
    try {
      address = new URI(what);
    } catch (URISyntaxException e) {
      return new Sources.Looked(List.of(), what + " is no address of a mailbox.");
    }
    return switch (mailboxes.bring(address, MailboxPlace.START, SHOWN, SHOWN)) {
      case Bringing.Failed(_, String reason) ->
          new Sources.Looked(List.of(), "%s cannot be followed: %s".formatted(what, reason));
      case Bringing.Brought(List<Mailboxes.Mail> mails, _, _) ->
          new Sources.Looked(
              List.of(
                  Found.mailbox(
                      address,
                      mails.stream()
                          .flatMap(
                              mail ->
                                  Letter.parse(mail.bytes())
                                          instanceof Letter.Reading.Read(Letter letter)
                                      ? Stream.of(letter)
                                      : Stream.of())
                          .toList())),
              "");
    };
  }

  private List<Rounds.Taken> taken(Source source, List<Mailboxes.Mail> mails, Steps steps) {
    List<Rounds.Taken> taken = new ArrayList<>();
    for (Mailboxes.Mail mail : mails) {
      Identity place = new Identity.OfExternal("mail", source.address() + " " + mail.uid());
      taken.addAll(
          mail.refusal().isEmpty()
              ? takeIn(place, mail.bytes(), steps)
              : refused(place, mail.refusal(), steps));
    }
    return taken;
  }

  private static List<Rounds.Taken> refused(Identity place, String reason, Steps steps) {
    Rounds.Taken taken =
        new Rounds.Taken(
            new FeedEntry("mid:" + place.shown(), place.shown(), null),
            new Outcome.Refused(reason));
    steps.took(new Step.Settled(taken.entry(), taken.outcome()));
    return List.of(taken);
  }

  /// Takes one mail in.
  ///
  /// @return what became of its text and of the documents that came with it
  private List<Rounds.Taken> takeIn(Identity place, byte[] mail, Steps steps) {
    List<Rounds.Taken> taken = new ArrayList<>();
    try (Stream<Given> given = inputs.message(place, mail)) {
      ingest
          .get()
          .run(
              given.iterator(),
              (one, outcome) -> {
                Rounds.Taken settled = new Rounds.Taken(entry(one), outcome);
                taken.add(settled);
                steps.took(new Step.Settled(settled.entry(), outcome));
              });
    }
    return taken;
  }

  /// As a feed would name it.
  private static FeedEntry entry(Given given) {
    String address = "mid:" + given.identity().shown();
    return given instanceof Given.Document(RawDocument document)
        ? new FeedEntry(
            address,
            document.header(RawDocument.STATED_TITLE).orElse(given.identity().shown()),
            document.header(RawDocument.STATED_PUBLISHED).map(Instant::parse).orElse(null))
        : new FeedEntry(address, given.identity().shown(), null);
  }

  /// Writes down what came.
  ///
  /// @return how much of it was new
  static int write(Session session, int sourceId, List<Rounds.Taken> taken, Instant now) {
    int fresh = 0;
    for (Rounds.Taken one : taken) {
      session.sourceEntries().add(sourceId, one.entry(), First.WAITING, now);
      session
          .sourceEntries()
          .settle(
              sourceId,
              one.entry().link(),
              one.outcome(),
              one.outcome().article().isPresent() ? Completeness.FULL.word() : "",
              now);
      fresh += one.outcome() instanceof Outcome.Unchanged ? 0 : 1;
    }
    return fresh;
  }

  /// The source whose letters are sent to `address`: `NAME+TOKEN` at whatever this machine is
  /// called.
  @Override
  public Optional<LetterBox.Addressee> at(String address) {
    String own = address.replaceFirst("@.*$", "").toLowerCase(Locale.ROOT);
    return own.indexOf('+') < 1
        ? Optional.empty()
        : store
            .<Optional<Followed>>read(session -> session.sources().find(own))
            .filter(followed -> followed.source().kind() instanceof SourceKind.OfLetters)
            .filter(followed -> !followed.source().settings().isPaused())
            .map(followed -> mail -> deliver(followed.source().id(), mail));
  }

  private void deliver(int source, byte[] mail) {
    List<Rounds.Taken> taken =
        takeIn(new Identity.OfExternal("mail", "letter to source " + source), mail, Steps.UNHEARD);
    Instant now = clock.instant();
    store.change(
        session ->
            session
                .sources()
                .find(source)
                .ifPresent(
                    followed -> {
                      int fresh = write(session, source, taken, now);
                      SourceState after = States.delivered(followed.state(), fresh, now);
                      session.sources().put(source, after);
                      session
                          .sourceEntries()
                          .delay(source)
                          .ifPresent(delay -> session.sources().delayed(source, delay));
                    }));
  }
}
