package dev.assay.app.handover;

import dev.assay.article.ExpectedFailure;
import dev.assay.cli.terminal.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The command's side: sends the command line, shows what comes back.
final class Guest {

  private static final int INPUT_BYTES = 1 << 16;
  private static final int STOP_SECONDS = 20;

  private final SocketChannel channel;
  private final Streams streams;

  Guest(SocketChannel channel, Streams streams) {
    this.channel = channel;
    this.streams = streams;
  }

  /// Returns when the command has ended there.
  ///
  /// @return its exit code
  /// @throws Declined if the server does not run it
  int run(String[] arguments) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread stop = new Thread(() -> stop(ended));
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      send(Frame.of(Frame.Kind.START, Request.of(streams, arguments).text()));
      return talk();
    } catch (IOException e) {
      throw new ExpectedFailure(
          "The server that runs this command broke off: %s. Run the command again; it goes on where it stopped."
              .formatted(e.getMessage()),
          e);
    } finally {
      ended.countDown();
      removed(stop);
    }
  }

  private int talk() throws IOException {
    while (true) {
      Frame frame = Frame.readFrom(channel);
      switch (frame.kind()) {
        case OUT -> show(streams.out(), frame);
        case ERROR -> show(streams.error(), frame);
        case ASK -> send(new Frame(Frame.Kind.INPUT, nextInput()));
        case END -> {
          return Integer.parseInt(frame.text());
        }
        case DECLINED -> throw new Declined(frame.text());
        case START, INPUT, STOP -> throw new IOException("the server sent what only commands send");
      }
    }
  }

  /// What is there of standard input, after waiting for the first byte; none at its end.
  private byte[] nextInput() throws IOException {
    byte[] buffer = new byte[INPUT_BYTES];
    return Arrays.copyOf(buffer, Math.max(0, streams.in().read(buffer)));
  }

  private static void show(OutputStream stream, Frame frame) throws IOException {
    stream.write(frame.bytes());
    stream.flush();
  }

  private synchronized void send(Frame frame) throws IOException {
    frame.writeTo(channel);
  }

  /// Ctrl-C: the server ends the command after what is under way, and its summary is still shown.
  private void stop(CountDownLatch ended) {
    try {
      send(new Frame(Frame.Kind.STOP, new byte[0]));
      ended.await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      // The talk is over: there is nothing to stop.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removed(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs, and finds the talk over.
    }
  }
}
