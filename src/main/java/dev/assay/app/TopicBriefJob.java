package dev.assay.app;

import dev.assay.topic.brief.TopicBriefs;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the briefs of saved topics beside a running server.
final class TopicBriefJob {

  private static final Logger LOG = LoggerFactory.getLogger(TopicBriefJob.class);

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final TopicBriefs briefs;

  private TopicBriefJob(TopicBriefs briefs) {
    this.briefs = briefs;
  }

  static RepeatedJob start(TopicBriefs briefs) {
    return RepeatedJob.start("topic-briefs", FIRST, PAUSE, new TopicBriefJob(briefs)::refresh);
  }

  /// One that cannot be made keeps no other from being made, and is not begun at the end.
  private void refresh(BooleanSupplier goesOn) {
    try {
      for (String topic : briefs.due()) {
        if (goesOn.getAsBoolean()) {
          refresh(topic);
        }
      }
    } catch (RuntimeException e) {
      LOG.error("it is not known which topics want a brief; the next round tries again", e);
    }
  }

  private void refresh(String topic) {
    try {
      briefs.make(topic).ifPresent(briefs::keep);
    } catch (RuntimeException e) {
      LOG.error("the brief of {} could not be made; the next round tries again", topic, e);
    }
  }
}
