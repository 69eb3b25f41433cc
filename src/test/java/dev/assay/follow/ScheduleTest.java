package dev.assay.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fetch.Failure;
import dev.assay.follow.Schedule.Listed;
import dev.assay.follow.Schedule.Next;
import dev.assay.source.FeedHints;
import dev.assay.source.SourceState;
import dev.assay.source.Standing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScheduleTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:30:00Z");

  private static SourceState polled(Duration every, double failures) {
    return state(NOW, every, failures, NOW, NOW);
  }

  static SourceState state(
      Instant due,
      Duration every,
      double failures,
      @Nullable Instant newAt,
      @Nullable Instant wholeAt) {
    return new SourceState(
        new SourceState.Plan(due, every, SourceState.Why.STEADY, failures),
        new SourceState.Stand(Standing.WORKING, NOW, "", 200),
        new SourceState.Seen(due, wholeAt, newAt, newAt, wholeAt),
        new SourceState.Known(null, null, "", null, null, Duration.ZERO, ""));
  }

  private static Listed listed(int entries, int fresh) {
    return new Listed(entries, fresh, FeedHints.NONE, null);
  }

  private static Duration wait(Next next) {
    return Duration.between(NOW, next.dueAt());
  }

  @ParameterizedTest
  @CsvSource({
    "PT1H, 10, 10, PT30M", "PT1H, 10, 7, PT30M", "PT1H, 10, 5, PT1H", "PT1H, 10, 3, PT75M",
    "PT1H, 10, 0, PT75M", "PT1H, 0, 0, PT75M", "PT15M, 10, 10, PT15M", "PT24H, 10, 0, PT24H"
  })
  void theIntervalFollowsWhatIsNew(Duration every, int entries, int fresh, Duration next) {
    assertThat(wait(Schedule.answered(polled(every, 0), null, listed(entries, fresh), NOW, 0)))
        .isEqualTo(next);
  }

  @Test
  void theFirstRoundSaysNothingOfHowOften() {
    SourceState fresh = SourceState.fresh(NOW, Schedule.START);
    assertThat(wait(Schedule.answered(fresh, null, listed(20, 20), NOW, 0)))
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void neverAsksSoonerThanTheSourceWants() {
    Listed hourly =
        new Listed(10, 10, new FeedHints(Duration.ofHours(2), Set.of(), Set.of()), null);
    Listed aged = new Listed(10, 10, FeedHints.NONE, Duration.ofHours(3));
    Listed yearly = new Listed(10, 10, FeedHints.NONE, Duration.ofDays(365));

    assertThat(wait(Schedule.answered(polled(Duration.ofMinutes(15), 0), null, hourly, NOW, 0)))
        .isEqualTo(Duration.ofHours(2));
    assertThat(wait(Schedule.answered(polled(Duration.ofMinutes(15), 0), null, aged, NOW, 0)))
        .isEqualTo(Duration.ofHours(3));
    assertThat(wait(Schedule.answered(polled(Duration.ofMinutes(15), 0), null, yearly, NOW, 0)))
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void sleepsWhenTheFeedDoes() {
    FeedHints night = new FeedHints(null, Set.of(1, 2, 3), Set.of());
    FeedHints weekend = new FeedHints(null, Set.of(), Set.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY));
    SourceState before = polled(Duration.ofMinutes(48), 0);

    assertThat(Schedule.answered(before, null, new Listed(10, 0, night, null), NOW, 0).dueAt())
        .isEqualTo("2025-11-23T04:00:00Z");
    assertThat(Schedule.answered(before, null, new Listed(10, 0, weekend, null), NOW, 0).dueAt())
        .isEqualTo("2025-11-24T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "NO_ANSWER, 0, 0.5, , PT1H", "SOFT, 500, 3, , PT3H", "SOFT, 500, 29, , PT24H",
    "SOFT, 500, 400, , PT168H", "SOFT, 429, 0.5, PT2H, PT2H", "SOFT, 429, 0.5, PT2M, PT1H",
    "SOFT, 429, 0.5, , PT90M", "GONE, 410, 1, , PT720H", "BOT_CHECK, 403, 2, , PT2H"
  })
  void asksLessOftenWhileItFails(
      Failure failure, int status, double failures, @Nullable Duration retryAfter, Duration wait) {
    assertThat(
            wait(
                Schedule.failed(
                    polled(Duration.ofHours(1), failures),
                    failure,
                    status,
                    failures,
                    retryAfter,
                    NOW,
                    0)))
        .isEqualTo(wait);
  }

  /// Thirty days, five hundred sources, a clock of its own; some publish often, some seldom, some
  /// fail now and then, and some for days.
  @Test
  void staysPoliteAndMissesLittleForThirtyDays() {
    Random random = new Random(7);
    PriorityQueue<Simulated> due = new PriorityQueue<>();
    List<Simulated> all = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Simulated one = new Simulated(i, random);
      all.add(one);
      due.add(one);
    }
    Instant end = NOW.plus(Duration.ofDays(30));
    while (due.peek().state.plan().dueAt().isBefore(end)) {
      Simulated one = due.poll();
      one.ask(random);
      due.add(one);
    }

    for (Simulated one : all) {
      assertThat(one.shortest)
          .as("source %d", one.number)
          .isGreaterThanOrEqualTo(Duration.ofSeconds(810));
      assertThat(one.asked.size()).as("source %d", one.number).isBetween(5, 30 * 24 * 4 + 200);
      assertThat(one.lastGap(end)).as("source %d", one.number).isLessThan(Duration.ofDays(8));
      assertThat(one.missed).as("source %d", one.number).isLessThanOrEqualTo(one.published / 50);
    }
  }

  /// A source that publishes at a steady rate and lists its last twenty entries.
  private static final class Simulated implements Comparable<Simulated> {
    private final int number;
    private final Duration rate;
    private final boolean failsForDays;
    private final List<Instant> asked = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private SourceState state;
    private Duration shortest = Duration.ofDays(99);
    private int known;
    private int missed;
    private int published;

    Simulated(int number, Random random) {
      this.number = number;
      this.rate = Duration.ofMinutes(10 + random.nextInt(20_000));
      this.failsForDays = number % 25 == 0;
      this.state = SourceState.fresh(NOW.plusSeconds(number), Schedule.START);
    }

    void ask(Random random) {
      Instant now = state.plan().dueAt();
      if (!asked.isEmpty()) {
        Duration gap = Duration.between(asked.getLast(), now);
        shortest = gap.compareTo(shortest) < 0 ? gap : shortest;
      }
      asked.add(now);
      double jitter = random.nextDouble(-1, 1);
      Duration age = Duration.between(NOW, now);
      boolean failing = failsForDays && age.toDays() >= 5 && age.toDays() < 9;
      if (failing || random.nextInt(50) == 0) {
        double failures = state.plan().failures() + Schedule.weight(Failure.SOFT);
        Next next = Schedule.failed(state, Failure.SOFT, 500, failures, null, now, jitter);
        state = with(next, failures, state.seen().newAt(), state.seen().wholeAt());
        return;
      }
      int total = (int) (age.toMinutes() / rate.toMinutes());
      int listed = Math.min(20, 20 + total);
      int fresh = Math.min(listed, asked.size() == 1 ? listed : total - known);
      if (!failsForDays) {
        missed += Math.max(0, total - known - listed);
        published = total;
      }
      Next next = Schedule.answered(state, null, ScheduleTest.listed(listed, fresh), now, jitter);
      known = total;
      state = with(next, 0, fresh > 0 ? now : state.seen().newAt(), now);
    }

    private SourceState with(
        Next next, double failures, @Nullable Instant newAt, @Nullable Instant wholeAt) {
      return ScheduleTest.state(next.dueAt(), next.every(), failures, newAt, wholeAt);
    }

    Duration lastGap(Instant end) {
      return Duration.between(asked.getLast(), end);
    }

    @Override
    public int compareTo(Simulated other) {
      int byTime = state.plan().dueAt().compareTo(other.state.plan().dueAt());
      return byTime != 0 ? byTime : Integer.compare(number, other.number);
    }
  }
}
