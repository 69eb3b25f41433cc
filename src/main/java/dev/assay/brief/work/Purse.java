package dev.assay.brief.work;

import dev.assay.brief.model.Gate;
import dev.assay.llm.ModelSettings;
import dev.assay.llm.Usage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;

/// The day's budget and the rate, for all threads of a run. Safe for use by many threads.
final class Purse {

  private final ModelSettings settings;
  private final RateLimit pace;
  private final AtomicBoolean closed = new AtomicBoolean();
  private Usage own = Usage.NONE;
  private final ModelRunTable.Spent before;

  /// @param pace of all questions, whoever puts them
  /// @param before what was spent since midnight
  Purse(ModelSettings settings, RateLimit pace, ModelRunTable.Spent before) {
    this.settings = settings;
    this.pace = pace;
    this.before = before;
  }

  /// When the day began whose budget it is (UTC).
  static Instant midnight(Instant now) {
    return now.atOffset(ZoneOffset.UTC).toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /// The gate of work that somebody waits for.
  Gate whole() {
    return within(settings.budget());
  }

  /// The gate of work that may use this much of the day.
  Gate within(ModelSettings.Budget budget) {
    return new Gate() {
      @Override
      public boolean admits() {
        return Purse.this.admits(budget);
      }

      @Override
      public void used(Usage usage) {
        spend(usage);
      }
    };
  }

  private boolean admits(ModelSettings.Budget budget) {
    if (closed.get() || isSpent(budget)) {
      return false;
    }
    try {
      pace.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.set(true);
    }
    return !closed.get() && !isSpent(budget);
  }

  synchronized boolean isSpent(ModelSettings.Budget budget) {
    return budget.isSpent(
        before.usage().tokens() + own.tokens(), before.cost().add(budget.cost(own)));
  }

  private synchronized void spend(Usage usage) {
    own = own.plus(usage);
  }

  boolean isClosed() {
    return closed.get();
  }

  /// Ends the run: no gate admits anything more.
  void close() {
    closed.set(true);
  }
}
