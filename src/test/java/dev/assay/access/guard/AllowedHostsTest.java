package dev.assay.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AllowedHostsTest {

  @Test
  void onThisMachineKnowsItsNamesOnly() {
    AllowedHosts hosts = AllowedHosts.of("127.0.0.1", List.of());

    assertThat(List.of("localhost", "LOCALHOST:8420", "localhost.", "127.0.0.1:1", "[::1]:8420"))
        .allMatch(hosts::holds);
    assertThat(List.of("rebound.example", "127.0.0.1.rebound.example", "10.0.0.7", "", "a b", "@"))
        .noneMatch(hosts::holds);
    assertThat(hosts.holds(null)).isFalse();
  }

  @Test
  void onANetworkKnowsAddressesInDigitsAndTheNamesItWasGiven() {
    AllowedHosts hosts = AllowedHosts.of("0.0.0.0", List.of("desk.example.org"));

    assertThat(List.of("10.0.0.7:8420", "[fd00::7]", "Desk.Example.org", "localhost:8420"))
        .allMatch(hosts::holds);
    assertThat(List.of("rebound.example", "desk.example.org.rebound.example", "1.2.3.4.example"))
        .noneMatch(hosts::holds);
  }
}
