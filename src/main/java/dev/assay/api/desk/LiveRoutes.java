package dev.assay.api.desk;

import dev.assay.access.Visitor;
import dev.assay.api.Routes;
import dev.assay.article.ReaderId;
import dev.assay.watch.Live;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.TooManyRequestsResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// What happens, as a stream of server-sent events, or as one answer to those who ask now and then.
/// Safe for use by many threads.
public final class LiveRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

  private static final String STREAM = "text/event-stream";
  private static final int MOST_STREAMS = 200;

  /// Of one reader, so that nobody keeps the others from listening.
  private static final int MOST_OF_ONE = 20;

  private static final int MOST_EVENTS = 200;

  private static final Duration LOOK = Duration.ofSeconds(1);

  /// A connection on which nothing is said for longer may be cut by something between.
  private static final Duration BREATH = Duration.ofSeconds(15);

  /// Whoever listened so long shows anew who they are.
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Live live;
  private final Duration look;
  private final Duration breath;
  private final Room room;
  private final CountDownLatch stop = new CountDownLatch(1);

  public LiveRoutes(Live live) {
    this(live, new Room(MOST_STREAMS, MOST_OF_ONE), LOOK, BREATH);
  }

  LiveRoutes(Live live, Room room, Duration look, Duration breath) {
    this.live = live;
    this.look = look;
    this.breath = breath;
    this.room = room;
  }

  public void register(JavalinConfig config) {
    config.routes.get(Routes.PREFIX + "/live", this::answer);
    config.events.serverStopping(stop::countDown);
  }

  private void answer(Context context) {
    if (STREAM.equals(context.header("Accept"))) {
      follow(context, Visitor.of(context).reader(), position(context));
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

  /// Holds the thread of the request, a virtual one, as long as somebody listens. A stream that
  /// outlived its request would end in one that is already used for another.
  private void follow(Context context, ReaderId reader, Live.Position from) {
    if (!room.takes(reader)) {
      throw new TooManyRequestsResponse("Too many listen already; ask again in a minute.");
    }
    try {
      context
          .contentType(STREAM + "; charset=utf-8")
          .header("Cache-Control", "no-store")
          .header("X-Accel-Buffering", "no");
      // Not that of the context, which would keep back what it could still compress.
      follow(context.res().getOutputStream(), reader, from);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.debug("whoever listened has gone", e);
    } catch (RuntimeException e) {
      if (stop.getCount() > 0) { // else the store is closed
        LOG.error("a stream of events broke off", e);
      }
    } finally {
      room.leave(reader);
    }
  }

  private void follow(OutputStream out, ReaderId reader, Live.Position from)
      throws IOException, InterruptedException {
    Live.Position heard = from;
    Instant end = Instant.now().plus(LONGEST);
    Instant said = Instant.now();
    write(out, ": live\n\n");
    do {
      Live.Position newest = live.newest();
      if (!heard.orLater(newest).equals(heard)) {
        List<Live.Event> events = live.after(reader, heard, MOST_EVENTS);
        for (Live.Event event : events) {
          write(out, text(event));
        }
        Live.Position last = events.isEmpty() ? heard : events.getLast().position();
        heard = events.size() < MOST_EVENTS ? last.orLater(newest) : last;
        said = events.isEmpty() ? said : Instant.now();
      }
      if (said.plus(breath).isBefore(Instant.now())) {
        write(out, ": still here\n\n");
        said = Instant.now();
      }
    } while (Instant.now().isBefore(end) && !stop.await(look.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static String text(Live.Event event) {
    return "id: %s\nevent: %s\ndata: %s\n\n"
        .formatted(
            event.position().text(),
            event.type(),
            JsonMapper.shared().writeValueAsString(AlertShapes.LiveEvent.of(event)));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
