package dev.assay.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A server of raw sockets on loopback that answers each path as it is told, byte for byte, also
/// with what is no HTTP.
public final class Origin implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Asked> asked = new ArrayList<>();

  public Origin() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::accept);
  }

  /// One request that came.
  public record Asked(String path, Map<String, String> headers, Instant at, String body) {}

  /// Writes an answer; the connection is closed after it.
  public interface Reply {
    void to(OutputStream out) throws IOException, InterruptedException;
  }

  public void on(String path, Reply reply) {
    replies.put(path, reply);
  }

  public void on(String path, String head, byte[] body) {
    on(
        path,
        out -> {
          out.write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
          out.write(body);
        });
  }

  public void on(String path, String head, String body) {
    on(path, head, body.getBytes(StandardCharsets.UTF_8));
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// The requests for `path`, in their order.
  public List<Asked> asked(String path) {
    synchronized (asked) {
      return asked.stream().filter(one -> one.path().equals(path)).toList();
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        Thread.startVirtualThread(() -> answer(one));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket one) {
    try (one;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(one.getInputStream(), StandardCharsets.ISO_8859_1))) {
      String line = in.readLine();
      if (line == null) {
        return;
      }
      Map<String, String> headers = new ConcurrentHashMap<>();
      for (String header = in.readLine();
          header != null && !header.isEmpty();
          header = in.readLine()) {
        String[] parts = header.split(": ", 2);
        headers.put(parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
      }
      String path = line.split(" ")[1];
      char[] body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
      int read = 0;
      while (read < body.length) {
        int more = in.read(body, read, body.length - read);
        if (more < 0) {
          break;
        }
        read += more;
      }
      synchronized (asked) {
        asked.add(new Asked(path, headers, Instant.now(), new String(body, 0, read)));
      }
      Reply reply = replies.get(path);
      if (reply == null) {
        one.getOutputStream()
            .write(
                "HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
      } else {
        reply.to(one.getOutputStream());
      }
    } catch (IOException | InterruptedException e) {
      // whoever asked has gone
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
