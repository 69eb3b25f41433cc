package dev.assay.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;

/// Any bytes are a feed or none, with a reason. In a build on the kept inputs only; with
/// `JAZZER_FUZZ=1 mvn test -Dtest=FeedFuzzTest -Djazzer.max_duration=1h` it searches for new ones.
class FeedFuzzTest {

  @FuzzTest(maxDuration = "3m")
  void feed(byte[] bytes) {
    Feed.looksLikeFeed(bytes);
    Feed.parse(bytes, Instant.EPOCH);
  }
}
