package dev.assay.fetch;

import dev.assay.fetch.FetchSettings.PrivateAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import okhttp3.Dns;

/// Looks names up for every connection, and gives only addresses that may be asked: the connection
/// is made to the very address that was checked, whatever the name means a moment later.
final class CheckedNames implements Dns {

  private final PrivateAddresses privateAddresses;
  private final Dns names;

  /// @param names who is asked what a name means
  CheckedNames(PrivateAddresses privateAddresses, Dns names) {
    this.privateAddresses = privateAddresses;
    this.names = names;
  }

  /// A name or a written address leads to this machine or network.
  static final class PrivateAddress extends UnknownHostException {
    private static final long serialVersionUID = 1;

    PrivateAddress(String host, InetAddress address) {
      super(
          "%s is a private address (%s); Assay only fetches from the public internet, unless private-addresses in sources.properties allows it."
              .formatted(host, address.getHostAddress()));
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> found = names.lookup(host);
    if (privateAddresses == PrivateAddresses.REFUSED) {
      for (InetAddress address : found) {
        if (!PublicAddresses.isPublic(address)) {
          throw new PrivateAddress(host, address);
        }
      }
    }
    return found;
  }

  /// An address written in digits is never looked up by the client, so it is checked before.
  void checkWritten(String host) throws UnknownHostException {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    boolean digits = bare.indexOf(':') >= 0 || bare.matches("[0-9.]+");
    if (digits && privateAddresses == PrivateAddresses.REFUSED) {
      InetAddress address = InetAddress.getByName(bare);
      if (!PublicAddresses.isPublic(address)) {
        throw new PrivateAddress(host, address);
      }
    }
  }

  /// The platform's own resolver.
  static List<InetAddress> platform(String host) throws UnknownHostException {
    return Arrays.asList(InetAddress.getAllByName(host));
  }
}
