package dev.assay.topic.brief;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.fold.Outlets;
import dev.assay.store.Store;
import dev.assay.topic.Topics;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.time.Past;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The briefs of topics, a day each. They are made in the background or when a person asks, never
/// while a page is shown. Safe for use by many threads.
public final class TopicBriefs {

  /// How long a brief of a saved topic is left as it is.
  private static final Duration FRESH = Duration.ofHours(1);

  /// What counts as new where no brief was made before.
  private static final Duration WEEK = Duration.ofDays(7);

  private final Store store;
  private final Topics topics;
  private final Ledgers ledgers;
  private final Outlets outlets;
  private final Supplier<QuantityExtractor> times;
  private final InstantSource clock;

  /// @param store opened to write, for what keeps briefs
  public TopicBriefs(
      Store store,
      Topics topics,
      Ledgers ledgers,
      Outlets outlets,
      Supplier<QuantityExtractor> times,
      InstantSource clock) {
    this.store = store;
    this.topics = topics;
    this.ledgers = ledgers;
    this.outlets = outlets;
    this.times = times;
    this.clock = clock;
  }

  /// The newest that was kept.
  ///
  /// @param until made at this moment or before; empty for any
  public Optional<TopicBrief> newest(String topic, Optional<Instant> until) {
    return store.read(
        session ->
            new TopicBriefTable(session)
                .newest(topic, until.orElse(Instant.ofEpochMilli(Long.MAX_VALUE))));
  }

  /// That of a day.
  public Optional<TopicBrief> on(String topic, LocalDate day) {
    return store.read(session -> new TopicBriefTable(session).find(topic, day));
  }

  /// The days that have one, the newest first.
  public List<LocalDate> days(String topic) {
    return store.read(session -> new TopicBriefTable(session).days(topic));
  }

  /// Makes the brief of today; empty if the topic has no article.
  public Optional<TopicBrief> make(String topic) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Instant since =
        store
            .read(session -> new TopicBriefTable(session).before(topic, today))
            .map(TopicBrief::madeAt)
            .orElse(now.minus(WEEK));
    return new TopicBriefMaker(topics, ledgers, outlets, times.get()).make(topic, now, since);
  }

  /// The brief of a state of the desk, whatever was kept: the same for the same state.
  ///
  /// @param now of whose last week the brief tells what is new
  public Optional<TopicBrief> of(Past.At state, String topic, Instant now) {
    return new TopicBriefMaker(state.topics(), state.ledgers(), outlets, times.get())
        .make(topic, now, now.minus(WEEK));
  }

  /// Keeps a brief in place of another of its day.
  public void keep(TopicBrief brief) {
    store.change(session -> new TopicBriefTable(session).put(brief));
  }

  /// The saved topics whose brief is not of today, or older than an hour.
  public List<String> due() {
    return topics.saved().names().stream().filter(this::isDue).toList();
  }

  private boolean isDue(String topic) {
    Optional<TopicBrief> newest = newest(topic, Optional.empty());
    Instant now = clock.instant();
    boolean ofToday =
        newest
            .filter(brief -> brief.day().equals(LocalDate.ofInstant(now, ZoneOffset.UTC)))
            .isPresent();
    return !ofToday || newest.filter(brief -> brief.madeAt().plus(FRESH).isBefore(now)).isPresent();
  }
}
