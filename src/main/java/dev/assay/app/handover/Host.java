package dev.assay.app.handover;

import dev.assay.cli.terminal.Interrupted;
import dev.assay.cli.terminal.Interruption;
import dev.assay.cli.terminal.Streams;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One command that the server runs for somebody: a thread runs it, another hears what its person
/// sends meanwhile.
final class Host {

  private static final Logger LOG = LoggerFactory.getLogger(Host.class);

  private static final int BUFFER = 8192;
  private static final int END_SECONDS = 20;

  private final SocketChannel channel;
  private final Handover.Runner runner;
  private final LinkedBlockingQueue<byte[]> input = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Stopping stopping = new Stopping();

  Host(SocketChannel channel, Handover.Runner runner) {
    this.channel = channel;
    this.runner = runner;
  }

  /// @param atEnd run when the command has ended
  void start(Runnable atEnd) {
    Thread.ofVirtual().name("command").start(() -> run(atEnd));
  }

  /// Asks the command to end, and waits for it for a while.
  void end() {
    stopping.stop();
    try {
      ended.await(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Runnable atEnd) {
    try (SocketChannel open = channel) {
      Frame start = Frame.readFrom(open);
      String declined = declined(start);
      send(
          declined.isEmpty()
              ? Frame.of(Frame.Kind.END, Integer.toString(run(Request.read(start.text()))))
              : Frame.of(Frame.Kind.DECLINED, declined));
    } catch (IOException e) {
      LOG.debug("a command's person is gone", e);
    } finally {
      ended.countDown();
      atEnd.run();
    }
  }

  private int run(Request request) throws IOException {
    Thread.ofVirtual().name("command input").start(this::hear);
    OutputStream out = new BufferedOutputStream(new Sent(Frame.Kind.OUT), BUFFER);
    int code =
        runner.run(
            new Streams(
                new Asked(),
                out,
                new Sent(Frame.Kind.ERROR),
                request.terminal(),
                request.workingFolder(),
                request.environment(),
                stopping),
            request.arguments().toArray(String[]::new));
    out.flush();
    return code;
  }

  /// Why the command is not run here; empty if it is.
  private static String declined(Frame start) {
    try {
      return Request.read(start.text()).sharesTheHour(System.getenv())
          ? ""
          : "The running server is in another time zone. Set TZ to its own, or to nothing.";
    } catch (IOException | RuntimeException e) {
      return "The running server is another version of Assay. Stop it and start it again.";
    }
  }

  /// Until the talk is over; a person who is gone wants the command to end.
  private void hear() {
    try {
      while (true) {
        Frame frame = Frame.readFrom(channel);
        if (frame.kind() == Frame.Kind.INPUT) {
          input.add(frame.bytes());
        } else {
          stopping.stop();
        }
      }
    } catch (IOException e) {
      stopping.stop();
      input.add(new byte[0]);
    }
  }

  private synchronized void send(Frame frame) throws IOException {
    frame.writeTo(channel);
  }

  /// What stops the command when its person says so.
  private static final class Stopping implements Interruption {
    private Runnable stop = () -> {};
    private boolean asked;

    @Override
    public synchronized Interrupted stops(Runnable work) {
      stop = work;
      if (asked) {
        work.run();
      }
      return this::forget;
    }

    private synchronized void forget() {
      stop = () -> {};
    }

    synchronized void stop() {
      asked = true;
      stop.run();
    }
  }

  /// What is written to it is shown where the command was typed.
  private final class Sent extends OutputStream {
    private final Frame.Kind kind;

    Sent(Frame.Kind kind) {
      this.kind = kind;
    }

    @Override
    public void write(int b) throws IOException {
      send(new Frame(kind, new byte[] {(byte) b}));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (int at = from; at < from + length; at += Frame.MOST_BYTES) {
        int end = Math.min(from + length, at + Frame.MOST_BYTES);
        send(new Frame(kind, Arrays.copyOfRange(bytes, at, end)));
      }
    }
  }

  /// Standard input of the place where the command was typed; asked for only when it is read.
  private final class Asked extends InputStream {
    private byte[] chunk = new byte[0];
    private int at;
    private boolean over;

    @Override
    public int read() throws IOException {
      return fill() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, bytes, from, count);
      at += count;
      return count;
    }

    /// @return whether there is a byte to read
    private boolean fill() throws IOException {
      if (at < chunk.length) {
        return true;
      }
      if (over) {
        return false;
      }
      send(new Frame(Frame.Kind.ASK, new byte[0]));
      try {
        chunk = input.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        chunk = new byte[0];
      }
      at = 0;
      over = chunk.length == 0;
      return !over;
    }
  }
}
