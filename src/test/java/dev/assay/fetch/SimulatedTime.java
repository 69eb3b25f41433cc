package dev.assay.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// Makes fetchers whose waits are told to a clock, and for whom every name is of this machine.
public final class SimulatedTime {

  private SimulatedTime() {}

  /// @param sleep moves the clock on
  public static Fetcher fetcher(
      FetchSettings settings, InstantSource clock, Consumer<Duration> sleep) {
    return new Fetcher(
        settings, clock, Pauses.FORGOTTEN, _ -> List.of(InetAddress.getLoopbackAddress()), sleep);
  }
}
