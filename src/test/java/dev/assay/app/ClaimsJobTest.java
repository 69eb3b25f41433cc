package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ClaimsJobTest {

  private static final Logger LOG = Logger.getLogger(ClaimsJob.class.getName());

  private final BlockingQueue<LogRecord> said = new LinkedBlockingQueue<>();

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord event) {
          said.add(event);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOG.addHandler(handler);
  }

  @AfterEach
  void listenNoMore() {
    LOG.removeHandler(handler);
  }

  @Test
  void saysInTheLogWhyWhatReadsCouldNotBeMade() throws InterruptedException {
    IllegalStateException cause = new IllegalStateException("the lexicon is cut short");
    try (ClaimsJob _ = ClaimsJob.start(() -> failing(cause))) {
      assertThat(said.take().getThrown()).isSameAs(cause);
    }
  }

  @Test
  void endsBeforeWhatReadsIsMadeAndThenSaysNothingOfIt() throws InterruptedException {
    SynchronousQueue<Thread> making = new SynchronousQueue<>();
    CountDownLatch closed = new CountDownLatch(1);
    ClaimsJob job =
        ClaimsJob.start(
            () -> {
              try {
                making.put(Thread.currentThread());
                closed.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return failing(new IllegalStateException("the desk is closed"));
            });
    Thread thread = making.take();

    job.close();
    closed.countDown();
    thread.join();

    assertThat(said).isEmpty();
  }

  private static <T> T failing(RuntimeException cause) {
    throw cause;
  }
}
