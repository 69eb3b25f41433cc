package dev.assay.app.handover;

import dev.assay.cli.terminal.Streams;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's side: runs the commands that come over the socket of its data folder, each on a
/// thread of its own. Closing it ends the commands after what they have under way.
public final class Handover implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

  private final SocketFile file;
  private final ServerSocketChannel socket;
  private final Runner runner;
  private final Set<Host> hosts = ConcurrentHashMap.newKeySet();
  private final Thread listener;

  private Handover(SocketFile file, ServerSocketChannel socket, Runner runner) {
    this.file = file;
    this.socket = socket;
    this.runner = runner;
    this.listener = Thread.ofVirtual().name("handover").unstarted(this::listen);
  }

  /// Runs one command line with the streams of whoever typed it.
  public interface Runner {
    /// Returns when the command has ended.
    ///
    /// @return the exit code
    int run(Streams streams, String[] arguments);
  }

  /// Begins to take commands for the data folder, which this process has open to write.
  public static Handover start(Path data, Runner runner) throws IOException {
    SocketFile file = new SocketFile(data);
    Handover handover = new Handover(file, file.listen(), runner);
    handover.listener.start();
    return handover;
  }

  /// Whether a server takes commands for the data folder.
  public static boolean isServed(Path data) {
    Optional<SocketChannel> channel = new SocketFile(data).connect();
    channel.ifPresent(Handover::closed);
    return channel.isPresent();
  }

  /// Has the server of the data folder run a command line.
  ///
  /// @return its exit code; none if no server listens
  /// @throws Declined if a server listens and does not run it
  public static OptionalInt run(Path data, Streams streams, String[] arguments) {
    Optional<SocketChannel> channel = new SocketFile(data).connect();
    if (channel.isEmpty()) {
      return OptionalInt.empty();
    }
    SocketChannel open = channel.get();
    try {
      return OptionalInt.of(new Guest(open, streams).run(arguments));
    } finally {
      closed(open);
    }
  }

  private void listen() {
    try {
      while (socket.isOpen()) {
        Host host = new Host(socket.accept(), runner);
        hosts.add(host);
        host.start(() -> hosts.remove(host));
      }
    } catch (AsynchronousCloseException e) {
      // closed: no more commands are taken
    } catch (IOException e) {
      LOG.error("no more commands are taken over the socket of the data folder", e);
    }
  }

  private static void closed(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("a connection could not be closed", e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
      file.remove();
    } catch (IOException e) {
      LOG.warn("the socket of the data folder could not be removed", e);
    }
    hosts.forEach(Host::end);
  }
}
