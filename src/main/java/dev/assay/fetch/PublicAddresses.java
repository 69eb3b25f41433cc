package dev.assay.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Tells addresses of the public internet from those that only this machine or network reaches.
///
/// The ranges are those of the IANA special-purpose registries (RFC 6890) for IPv4. Of IPv6 only
/// global unicast, 2000::/3, is public, less the special ranges in it. Forms of IPv6 that carry an
/// address of IPv4 (mapped, compatible, translated, 6to4) are as public as what they carry.
final class PublicAddresses {

  /// Not public though in 2000::/3: protocol assignments with Teredo, benchmarking and ORCHID
  /// (2001::/23), documentation (2001:db8::/32, 3fff::/20), segment routing (5f00::/16).
  private static final List<Range> SPECIAL =
      List.of(
          range("2001::", 23), range("2001:db8::", 32), range("3fff::", 20), range("5f00::", 16));

  private static final Range GLOBAL = range("2000::", 3);
  private static final Range MAPPED = range("::ffff:0:0:0", 96);
  private static final Range TRANSLATED = range("64:ff9b::", 96);
  private static final Range LOW = range("::", 96);
  private static final Range SIX_TO_FOUR = range("2002::", 16);

  private PublicAddresses() {}

  static boolean isPublic(InetAddress address) {
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
      case 192 ->
          second != 168
              && !(second == 0 && (third == 0 || third == 2))
              && !(second == 88 && third == 99);
      case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
      case 203 -> !(second == 0 && third == 113);
      default -> first < 224; // 224 and up: multicast and reserved
    };
  }

  private static boolean isPublic6(byte[] bytes) {
    if (isMapped(bytes) || TRANSLATED.holds(bytes) || MAPPED.holds(bytes)) {
      return isPublic4(bytes, 12);
    }
    if (LOW.holds(bytes)) {
      return false; // loopback, unspecified, and the compatible form that nobody uses any more
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return isPublic4(bytes, 2);
    }
    return GLOBAL.holds(bytes) && SPECIAL.stream().noneMatch(range -> range.holds(bytes));
  }

  /// `::ffff:0:0/96`: Java gives such an address as one of IPv4, unless it came as bytes.
  private static boolean isMapped(byte[] bytes) {
    for (int i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
  }

  private record Range(byte[] start, int bits) {
    boolean holds(byte[] address) {
      int whole = bits / 8;
      if (!Arrays.equals(start, 0, whole, address, 0, whole)) {
        return false;
      }
      int rest = bits % 8;
      return rest == 0
          || (start[whole] & 0xff) >> (8 - rest) == (address[whole] & 0xff) >> (8 - rest);
    }
  }

  private static Range range(String start, int bits) {
    try {
      return new Range(InetAddress.getByName(start).getAddress(), bits);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(start + " must be an address", e);
    }
  }
}
