package dev.assay.access;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Stretches of addresses, such as `10.0.0.0/8, fd00::/8, 192.0.2.7`.
record Networks(List<Network> networks) {

  /// One of them.
  ///
  /// @param bits how many of the address's first bits count
  record Network(byte[] address, int bits) {

    static Network parse(String text) {
      String[] parts = text.strip().split("/", 2);
      try {
        byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
        int most = address.length * Byte.SIZE;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > most) {
          throw new IllegalArgumentException("a network has 0 to %d bits".formatted(most));
        }
        return new Network(address, bits);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "\"%s\" is no network such as 10.0.0.0/8 or fd00::/8".formatted(text), e);
      }
    }

    boolean holds(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      int whole = bits / Byte.SIZE;
      if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
        return false;
      }
      int rest = bits % Byte.SIZE;
      int mask = 0xff << (Byte.SIZE - rest) & 0xff;
      return rest == 0 || (address[whole] & mask) == (other[whole] & mask);
    }
  }

  Networks {
    networks = List.copyOf(networks);
  }

  static final Networks NONE = new Networks(List.of());

  /// Reads networks with commas between.
  static Networks parse(String text) {
    return text.isBlank()
        ? NONE
        : new Networks(Arrays.stream(text.split(",")).map(Network::parse).toList());
  }

  /// Whether an address in digits lies in one of them.
  boolean hold(String address) {
    if (networks.isEmpty()) {
      return false;
    }
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    return networks.stream().anyMatch(network -> network.holds(bytes));
  }
}
