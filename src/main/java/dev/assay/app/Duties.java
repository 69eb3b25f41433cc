package dev.assay.app;

import dev.assay.brief.work.ModelJob;
import dev.assay.cli.terminal.Desk.Duty;
import dev.assay.follow.FollowJob;
import dev.assay.ingest.EmbeddingJob;
import dev.assay.ingest.TaggingJob;
import dev.assay.store.postgres.PostgresAddress;
import dev.assay.store.postgres.PostgresOffice;
import dev.assay.store.postgres.PostgresParts;
import dev.assay.watch.send.WatchJob;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is done for a desk beside answering: by the one process of a folder, or, for a desk
/// that several share, by the one that holds the office. The others wait to take its place, and
/// keep their names and their own index up with it.
final class Duties implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final OpenDesk desk;
  private final StoreSettings settings;
  private final List<AutoCloseable> jobs = new ArrayList<>();
  private final @Nullable PostgresOffice office;
  private final @Nullable Following following;
  private boolean busy = true;
  private boolean figuresWait = true;
  private Instant met = Instant.now();

  private Duties(OpenDesk desk, StoreSettings settings, Duty duty) {
    this.desk = desk;
    this.settings = settings;
    PostgresAddress store = settings.store();
    if (store == null) {
      begin();
      this.office = null;
      this.following = null;
    } else {
      this.office = duty == Duty.ALL ? new PostgresOffice(store, "desk") : null;
      this.following = Following.start(store, this::round);
    }
  }

  static Duties start(OpenDesk desk, StoreSettings settings, Duty duty) {
    return new Duties(desk, settings, duty);
  }

  private void round() {
    desk.names().reload();
    boolean mine = office != null && office.isHeld();
    if (mine && jobs.isEmpty()) {
      begin();
    } else if (!mine) {
      end();
    }
    if (mine) {
      settle();
    }
    if (mine || settings.index().isEmpty()) {
      desk.followStore();
    }
  }

  /// Has figures wait for each other while texts come in each round or parts of a large work are
  /// handed out, but no longer than an hour.
  private void settle() {
    boolean late = Instant.now().isAfter(met.plus(LONGEST_WAIT));
    boolean more = !late && (busy || figuresWait && areHandedOut());
    busy = desk.settler().run(more) > 0;
    figuresWait = busy || more;
    met = more ? met : Instant.now();
  }

  private boolean areHandedOut() {
    PostgresAddress store = settings.store();
    return store != null && PostgresParts.waiting(store) > 0;
  }

  private void begin() {
    jobs.add(FollowJob.start(desk.sources(), desk.letters(), desk.endingLetters()));
    jobs.add(ClaimsJob.start(desk::ingest));
    jobs.add(ModelJob.start(desk.models(), InstantSource.system()));
    jobs.add(EmbeddingJob.start(desk.embedding()));
    jobs.add(TopicBriefJob.start(desk.topicBriefs()));
    jobs.add(TaggingJob.start(desk.tagging(), desk.candidates()::refresh));
    jobs.add(AheadJob.start(desk.store(), desk.present()));
    jobs.add(WatchJob.start(desk.watch().firing(), desk.sending()));
  }

  private void end() {
    for (AutoCloseable job : jobs) {
      try {
        job.close();
      } catch (Exception e) {
        throw new IllegalStateException("a job did not end", e);
      }
    }
    jobs.clear();
  }

  @Override
  public void close() {
    if (following != null) {
      following.close();
    }
    end();
    if (office != null) {
      office.close();
    }
  }
}
