package dev.assay.follow;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a source that is silent from a connection of our own that is down: when three hosts in a
/// row do not answer and none does in between, the connection is to blame. Safe for use by many
/// threads.
final class Outage {

  private static final int HOSTS = 3;

  private final Set<String> silent = new HashSet<>();

  synchronized void answered() {
    silent.clear();
  }

  /// A host did not answer.
  ///
  /// @return whether that is our own connection's fault
  synchronized boolean silent(@Nullable String host) {
    silent.add(String.valueOf(host));
    return silent.size() >= HOSTS;
  }
}
