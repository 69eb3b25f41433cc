package dev.assay.api;

import dev.assay.access.Visitor;
import dev.assay.article.ReaderId;
import dev.assay.watch.Live;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.TooManyRequestsResponse;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// What happens, as a stream of server-sent events, or as one answer to those who ask now and then.
/// Safe for use by many threads.
public final class LiveRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

  private static final String STREAM = "text/event-stream";
  private static final int MOST_STREAMS = 200;
  private static final int MOST_EVENTS = 200;

  private static final Duration LOOK = Duration.ofSeconds(1);

  /// A connection on which nothing is said for longer may be cut by something between.
  private static final Duration BREATH = Duration.ofSeconds(15);

  /// Whoever listened so long shows anew who they are.
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Live live;
  private final AtomicInteger streams = new AtomicInteger();
  private final SseHandler stream = new SseHandler(this::begin);

  public LiveRoutes(Live live) {
    this.live = live;
  }

  public void register(JavalinConfig config) {
    config.routes.get(Routes.PREFIX + "/live", this::answer);
  }

  private void answer(Context context) {
    if (STREAM.equals(context.header("Accept"))) {
      if (streams.get() >= MOST_STREAMS) {
        throw new TooManyRequestsResponse("Too many listen already; ask again in a minute.");
      }
      position(context); // refused before the stream begins
      stream.handle(context);
      return;
    }
    Live.Position asked = position(context);
    Routes.answer(
        context,
        AlertShapes.LiveEvents.of(
            live.after(Visitor.of(context).reader(), asked, MOST_EVENTS), asked));
  }

  private Live.Position position(Context context) {
    String asked =
        Optional.ofNullable(context.header("Last-Event-ID"))
            .orElse(Optional.ofNullable(context.queryParam("after")).orElse(""));
    return asked.isEmpty()
        ? live.newest()
        : Live.Position.parse(asked)
            .orElseThrow(
                () -> new BadRequestResponse("after must be the id of an event, got " + asked));
  }

  private void begin(SseClient client) {
    ReaderId reader = Visitor.of(client.ctx()).reader();
    Live.Position from = position(client.ctx());
    client.keepAlive();
    streams.incrementAndGet();
    Thread.startVirtualThread(() -> follow(client, reader, from));
  }

  private void follow(SseClient client, ReaderId reader, Live.Position from) {
    Live.Position heard = from;
    Instant end = Instant.now().plus(LONGEST);
    Instant said = Instant.now();
    try {
      client.sendComment("live");
      while (!client.terminated() && Instant.now().isBefore(end)) {
        Live.Position newest = live.newest();
        if (!newest.equals(heard)) {
          List<Live.Event> events = live.after(reader, heard, MOST_EVENTS);
          events.forEach(event -> send(client, event));
          Live.Position last = events.isEmpty() ? newest : events.getLast().position();
          heard = events.size() < MOST_EVENTS ? last.orLater(newest) : last;
          said = Instant.now();
        }
        if (said.plus(BREATH).isBefore(Instant.now())) {
          client.sendComment("still here");
          said = Instant.now();
        }
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("a stream of events ended", e); // the server is going, or whoever listened has gone
    } finally {
      streams.decrementAndGet();
      client.close();
    }
  }

  private static void send(SseClient client, Live.Event event) {
    client.sendEvent(
        event.type(),
        JsonMapper.shared().writeValueAsString(AlertShapes.LiveEvent.of(event)),
        event.position().text());
  }
}
