package dev.assay.app;

import dev.assay.article.Language;
import dev.assay.store.Store;
import dev.assay.topic.time.Past;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes beside a running server what a first view would have to wait for: the figures side by side
/// of the newest events, and the figures over time of the saved topics. Looks every few seconds
/// whether anything changed.
final class AheadJob {

  private static final Logger LOG = LoggerFactory.getLogger(AheadJob.class);

  private static final Duration FIRST = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Store store;
  private final Past.At present;
  private long made = -1;

  private AheadJob(Store store, Past.At present) {
    this.store = store;
    this.present = present;
  }

  static RepeatedJob start(Store store, Past.At present) {
    return RepeatedJob.start("ahead", FIRST, PAUSE, new AheadJob(store, present)::look);
  }

  private void look(BooleanSupplier goesOn) {
    try {
      long sequence = store.readOnce(session -> session.articles().lastSequence());
      if (sequence != made) {
        present.events().newest("");
        for (String topic : present.topics().saved().names()) {
          if (goesOn.getAsBoolean()) {
            present.ledgers().overTime(topic, Language.UNKNOWN);
          }
        }
        made = sequence;
      }
    } catch (RuntimeException e) {
      LOG.warn("first views could not be made ready; the next round tries again", e);
    }
  }
}
