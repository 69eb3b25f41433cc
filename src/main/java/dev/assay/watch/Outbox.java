package dev.assay.watch;

import dev.assay.article.ExpectedFailure;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.watch.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Messages on their way. What is due is sent by `watch.send`, which says here what came of it;
/// what it does not say, since its process was killed, is due still, under the same id. Safe for
/// use by many threads, one of which sends to one place at a time.
public final class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /// How long after a try the next one is: those of the Standard Webhooks.
  private static final List<Duration> NEXT =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /// A receiver that has enough is left alone at least as long.
  private static final Duration BREATH = Duration.ofMinutes(1);

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final double JITTER = 0.1;
  private static final int LONGEST_SAID = 300;

  private final Store store;
  private final Composer composer;
  private final InstantSource clock;
  private final RandomGenerator random = RandomGenerator.getDefault();

  Outbox(Store store, Composer composer, InstantSource clock) {
    this.store = store;
    this.composer = composer;
    this.clock = clock;
  }

  /// What is due. What has nothing left to tell, since it was deleted, or since its rule was ended
  /// at its place, is ended here.
  ///
  /// @param each to one place
  /// @param busy places, by id, that get nothing now
  public List<Parcel> due(int each, Set<String> busy) {
    List<OutboxTable.Due> due =
        store.readOnce(session -> new OutboxTable(session).due(clock.instant(), each));
    List<Parcel> parcels = new ArrayList<>();
    for (OutboxTable.Due one : due) {
      if (!busy.contains(one.delivery().channel().id())) {
        parcel(one).ifPresent(parcels::add);
      }
    }
    return parcels;
  }

  /// Whether anything is due.
  public boolean hasDue() {
    return store.<Boolean>readOnce(session -> new OutboxTable(session).hasDue(clock.instant()));
  }

  private Optional<Parcel> parcel(OutboxTable.Due due) {
    Delivery delivery = due.delivery();
    try {
      Optional<Message> message = message(due);
      if (message.isEmpty()) {
        end(delivery.id(), State.DROPPED, "There is nothing to tell there any more.");
      }
      return message.map(
          text ->
              new Parcel(
                  delivery.id(), delivery.channel(), text, delivery.madeAt(), delivery.tries()));
    } catch (ExpectedFailure e) {
      throw e; // the store is not there: it is due still
    } catch (RuntimeException e) {
      LOG.error("message {} cannot be put into words", delivery.id(), e);
      end(delivery.id(), State.FAILED, "It cannot be put into words; the log says why.");
      return Optional.empty();
    }
  }

  private Optional<Message> message(OutboxTable.Due due) {
    String id = due.rule();
    if (id == null) {
      return Optional.of(composer.notice(due));
    }
    ReaderId reader = due.delivery().channel().reader();
    record Read(Optional<Rule> rule, List<Alert> alerts, Optional<String> token) {}
    Read read =
        store.read(
            session ->
                new Read(
                    new RuleTable(session).find(reader, id),
                    new AlertTable(session).of(due.message()),
                    new RuleTable(session).token(id, due.delivery().channel().id())));
    return read.rule()
        .flatMap(
            rule -> read.token().flatMap(token -> composer.of(due, rule, read.alerts(), token)));
  }

  /// The receiver took it.
  public void taken(Parcel parcel, String said) {
    end(parcel.id(), State.SENT, said);
  }

  private void end(String id, State state, String said) {
    store.change(session -> new OutboxTable(session).end(id, state, cut(said), clock.instant()));
  }

  private static String cut(String said) {
    return said.length() <= LONGEST_SAID ? said : said.substring(0, LONGEST_SAID) + "…";
  }

  /// The receiver did not take it: it is sent again later, as often as things are; then nothing is
  /// sent there any more, and its reader is told so elsewhere.
  ///
  /// @param wait how long it wants to be left alone; null if it does not say
  /// @param busy whether it has enough for now
  public void notTaken(Parcel parcel, String said, @Nullable Duration wait, boolean busy) {
    if (parcel.tries() >= NEXT.size()) {
      end(parcel.id(), State.FAILED, said);
      stop(parcel.channel(), said);
      return;
    }
    Duration pause = NEXT.get(parcel.tries());
    if (busy && pause.compareTo(BREATH) < 0) {
      pause = BREATH;
    }
    if (wait != null && wait.compareTo(pause) > 0) {
      pause = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
    long jitter = (long) (pause.toMillis() * JITTER * random.nextDouble());
    Instant due = clock.instant().plus(pause).plusMillis(jitter);
    store.change(session -> new OutboxTable(session).later(parcel.id(), cut(said), due));
  }

  /// There is nobody there any more, and there will not be.
  public void gone(Parcel parcel, String said) {
    end(parcel.id(), State.DROPPED, said);
    stop(parcel.channel(), said);
  }

  private void stop(Channel channel, String said) {
    Instant now = clock.instant();
    store.change(
        session -> {
          new ChannelTable(session).stop(channel.id(), cut(said));
          new OutboxTable(session).drop(channel.id(), cut(said), now);
          tellElsewhere(session, channel, said, now);
        });
  }

  private void tellElsewhere(Session session, Channel channel, String said, Instant now) {
    List<String> others =
        new ChannelTable(session)
            .of(channel.reader(), now).stream()
                .filter(other -> !other.id().equals(channel.id()) && other.isOn())
                .map(Channel::id)
                .limit(1)
                .toList();
    Language language =
        new RuleTable(session)
            .of(channel.reader()).stream().findFirst().map(Rule::language).orElse(Language.EN);
    if (!others.isEmpty()) {
      new OutboxTable(session)
          .post(
              Ids.made(),
              null,
              composer.notice(language, "stopped", channel.toString(), said),
              others,
              now);
    }
  }

  /// The last messages to a reader's places, the last first.
  public List<Delivery> of(ReaderId reader, int limit) {
    return store.readOnce(session -> new OutboxTable(session).of(reader, clock.instant(), limit));
  }

  /// Those before one of them; empty if the reader has none of this id.
  public Optional<List<Delivery>> before(ReaderId reader, String id, int limit) {
    return store.readOnce(
        session -> {
          OutboxTable table = new OutboxTable(session);
          return table
              .find(reader, id, clock.instant())
              .map(last -> table.before(reader, last, clock.instant(), limit));
        });
  }

  /// Has a message sent once more, under the same id.
  ///
  /// @return false if the reader has no such message, or nothing is sent to its place
  public boolean again(ReaderId reader, String id) {
    return store.write(
        session -> {
          OutboxTable table = new OutboxTable(session);
          Optional<Delivery> known = table.find(reader, id, clock.instant());
          boolean may = known.filter(delivery -> delivery.channel().isOn()).isPresent();
          if (may) {
            table.again(id, clock.instant());
          }
          return may;
        });
  }
}
