package dev.assay.fetch;

import java.time.Instant;
import java.util.Map;

/// Where it is kept which domains asked to be left alone, so that the next process leaves them
/// alone too.
public interface Pauses {

  /// Kept nowhere.
  Pauses FORGOTTEN =
      new Pauses() {
        @Override
        public Map<String, Instant> known() {
          return Map.of();
        }

        @Override
        public void pause(String domain, Instant until) {
          // nobody asks
        }
      };

  /// Until when each domain wants to be left alone.
  Map<String, Instant> known();

  void pause(String domain, Instant until);
}
