package dev.assay.follow;

import dev.assay.source.SourceState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a source that is silent from a connection of our own that is down: when three hosts in a
/// row do not answer and none does in between, the connection is to blame. Safe for use by many
/// threads.
final class Outage {

  private static final int HOSTS = 3;

  private final Set<String> silent = new HashSet<>();
  private final Map<Integer, SourceState> counted = new HashMap<>();

  synchronized void answered() {
    silent.clear();
    counted.clear();
  }

  /// A host did not answer.
  ///
  /// @param before how the source stood before
  /// @return how the sources stood of which it was counted though it was our own connection's
  ///   fault; null if it was not
  synchronized @Nullable Map<Integer, SourceState> silent(
      @Nullable String host, int sourceId, SourceState before) {
    silent.add(String.valueOf(host));
    if (silent.size() < HOSTS) {
      counted.put(sourceId, before);
      return null;
    }
    Map<Integer, SourceState> forgiven = Map.copyOf(counted);
    counted.clear();
    return forgiven;
  }
}
