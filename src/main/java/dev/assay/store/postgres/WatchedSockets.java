package dev.assay.store.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.Map;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/// Sockets on which this system asks a silent server whether it is still there. Without, whoever
/// was cut off while a statement ran, and waits for its answer, waits on after the server gave the
/// session up, until the time for any answer is over; who listens would for hours. Whoever asks
/// only after the cut waits on all the same: Linux asks nothing while something that it sent is not
/// acknowledged.
///
/// Public, because the driver makes it by its name.
public final class WatchedSockets extends SocketFactory {

  /// Both sides ask after so many seconds of silence, then so many seconds apart, and give up after
  /// so many questions: in ten seconds in all.
  static final int IDLE_SECONDS = 4;

  static final int INTERVAL_SECONDS = 2;
  static final int QUESTIONS = 3;

  private static final Map<SocketOption<Integer>, Integer> OPTIONS =
      Map.of(
          ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS,
          ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL_SECONDS,
          ExtendedSocketOptions.TCP_KEEPCOUNT, QUESTIONS);

  private final SocketFactory plain = getDefault();

  @Override
  public Socket createSocket() throws IOException {
    return watched(plain.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return watched(plain.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return watched(plain.createSocket(host, port, from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return watched(plain.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return watched(plain.createSocket(host, port, from, fromPort));
  }

  /// A system that cannot set them asks in its own time.
  private static Socket watched(Socket socket) throws IOException {
    socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    for (var option : OPTIONS.entrySet()) {
      if (socket.supportedOptions().contains(option.getKey())) {
        socket.setOption(option.getKey(), option.getValue());
      }
    }
    return socket;
  }
}
