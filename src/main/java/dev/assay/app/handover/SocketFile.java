package dev.assay.app.handover;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The place in a data folder where its server listens for commands.
///
/// A socket's path has room for some hundred bytes (`sun_path`, unix(7)): in a folder with a longer
/// one, a file beside says in which private folder of the system's own the socket is.
record SocketFile(Path data) {

  private static final int LONGEST = 100;

  /// Begins to listen. The caller is the one process that writes to the folder, so a socket that is
  /// there was left by one that is gone.
  ServerSocketChannel listen() throws IOException {
    remove();
    Path socket = data.resolve("server.sock");
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      socket = Files.createTempDirectory("assay").resolve("server.sock");
      Files.writeString(elsewhere(), socket.toString());
    }
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    PosixFileAttributeView rights =
        Files.getFileAttributeView(socket, PosixFileAttributeView.class);
    if (rights != null) {
      rights.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
    return server;
  }

  /// A talk with the server of this folder, if one listens.
  Optional<SocketChannel> connect() {
    try {
      return Optional.of(SocketChannel.open(UnixDomainSocketAddress.of(socket())));
    } catch (IOException e) {
      return Optional.empty(); // nobody listens: whoever writes here takes no commands
    }
  }

  void remove() throws IOException {
    Files.deleteIfExists(socket());
    Files.deleteIfExists(elsewhere());
  }

  private Path socket() throws IOException {
    return Files.exists(elsewhere())
        ? Path.of(Files.readString(elsewhere()))
        : data.resolve("server.sock");
  }

  private Path elsewhere() {
    return data.resolve("server.sock.path");
  }
}
