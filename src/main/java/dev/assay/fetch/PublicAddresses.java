package dev.assay.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/// Tells addresses of the public internet from those that only this machine or network reaches.
///
/// The ranges are those of the IANA special-purpose registries (RFC 6890). The platform keeps what
/// it resolved for a while, so the request that follows the check goes to the address that was
/// checked.
final class PublicAddresses {

  private PublicAddresses() {}

  /// Why `address` must not be asked, or empty if it may be.
  static Optional<String> refusal(URI address) {
    try {
      for (InetAddress resolved : InetAddress.getAllByName(address.getHost())) {
        if (!isPublic(resolved)) {
          return Optional.of(
              "%s is a private address (%s); Assay only fetches from the public internet."
                  .formatted(address.getHost(), resolved.getHostAddress()));
        }
      }
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of(
          "No machine is called %s. Check the address and the connection."
              .formatted(address.getHost()));
    }
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes, 0);
  }

  private static boolean isPublic4(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int second = bytes[at + 1] & 0xff;
    int third = bytes[at + 2] & 0xff;
    return switch (first) {
      case 0, 10, 127 -> false;
      case 100 -> second < 64 || second > 127;
      case 169 -> second != 254;
      case 172 -> second < 16 || second > 31;
      case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2));
      case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
      case 203 -> !(second == 0 && third == 113);
      default -> first < 224; // 224 and up: multicast and reserved
    };
  }

  private static boolean isPublic6(byte[] bytes) {
    boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
    boolean translated =
        bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean documentation =
        bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && bytes[3] == (byte) 0xb8;
    if (uniqueLocal || documentation) {
      return false;
    }
    if (translated) {
      return isPublic4(bytes, 12);
    }
    return !sixToFour || isPublic4(bytes, 2);
  }
}
