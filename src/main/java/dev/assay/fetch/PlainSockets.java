package dev.assay.fetch;

import dev.assay.fetch.FetchSettings.PrivateAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import javax.net.SocketFactory;

/// Sockets that connect only to addresses that may be asked, for protocols other than HTTP: the
/// very address that is connected to is checked, whatever its name means a moment later.
public final class PlainSockets extends SocketFactory {

  private final FetchSettings settings;

  private PlainSockets(FetchSettings settings) {
    this.settings = settings;
  }

  public static SocketFactory checked(FetchSettings settings) {
    return new PlainSockets(settings);
  }

  @Override
  public Socket createSocket() {
    return new CheckedSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  private Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = createSocket();
    socket.connect(address, (int) settings.timeout().toMillis());
    return socket;
  }

  private final class CheckedSocket extends Socket {
    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
      if (!(address instanceof InetSocketAddress target) || target.getAddress() == null) {
        throw new UnknownHostException("No machine is called " + address + ".");
      }
      boolean asked =
          settings.privateAddresses() == PrivateAddresses.ALLOWED
              || settings.neighbours().contains(target.getHostString() + ":" + target.getPort())
              || PublicAddresses.isPublic(target.getAddress());
      if (!asked) {
        throw new CheckedNames.PrivateAddress(target.getHostString(), target.getAddress());
      }
      super.connect(address, timeout);
    }
  }
}
