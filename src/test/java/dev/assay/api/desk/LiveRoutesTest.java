package dev.assay.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.Routes;
import dev.assay.watch.Live;
import dev.assay.watch.WatchDesk;
import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How streams of events begin and end. Time stands on the desk unless a test moves it.
@Timeout(60)
final class LiveRoutesTest {

  private static final int MOST = 3;
  private static final int MOST_EVENTS = 100;
  private static final int LONGEST_WAIT = 30;
  private static final Duration SHORT = Duration.ofMillis(5);
  private static final Duration NEVER = Duration.ofHours(1);

  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CountDownLatch ended = new CountDownLatch(1);
  private WatchDesk desk;
  private Javalin server;

  @BeforeEach
  void open() {
    desk = new WatchDesk(folder);
  }

  @AfterEach
  void close() {
    client.shutdownNow();
    server.stop();
    desk.close();
  }

  private void start(Duration look, Duration breath) {
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.concurrency.useVirtualThreads = true;
                  new LiveRoutes(desk.watch.live(), new Room(2 * MOST, MOST), look, breath)
                      .register(config);
                  config.routes.after("/api/v1/live", _ -> ended.countDown());
                  config.routes.exception(
                      HttpResponseException.class,
                      (e, context) ->
                          Routes.fail(
                              context,
                              HttpStatus.forStatus(e.getStatus()),
                              String.valueOf(e.getMessage())));
                })
            .start("127.0.0.1", 0);
  }

  private HttpRequest request(String after) {
    URI address = URI.create("http://127.0.0.1:%d/api/v1/live".formatted(server.port()) + after);
    return HttpRequest.newBuilder(address).header("Accept", "text/event-stream").build();
  }

  private BufferedReader listen(String after) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = client.send(request(after), BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    BufferedReader heard =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    assertThat(heard.readLine()).isEqualTo(": live");
    return heard;
  }

  private static String next(BufferedReader heard, String head) throws IOException {
    String line = heard.readLine();
    while (line != null && !line.startsWith(head)) {
      line = heard.readLine();
    }
    return String.valueOf(line);
  }

  private boolean hasEnded() throws InterruptedException {
    return ended.await(LONGEST_WAIT, TimeUnit.SECONDS);
  }

  @Test
  void isEndedByAListenerWhoGoesWhileNothingHappens() throws Exception {
    start(SHORT, SHORT);
    try (BufferedReader heard = listen("")) {
      assertThat(next(heard, ":")).isEqualTo(": still here");
      assertThat(ended.getCount()).isEqualTo(1);
    }

    assertThat(hasEnded()).isTrue();
  }

  @Test
  void isEndedByTheEndOfTheServer() throws Exception {
    start(NEVER, NEVER);
    try (BufferedReader _ = listen("")) {
      server.stop();

      assertThat(hasEnded()).isTrue();
    }
  }

  @Test
  void isEndedByAStoreThatIsClosed() throws Exception {
    start(SHORT, NEVER);
    try (BufferedReader heard = listen("")) {
      desk.store.close();
      desk.clock.updateAndGet(at -> at.plusSeconds(1)); // it looks anew

      assertThat(hasEnded()).isTrue();
      assertThat(heard.lines()).allMatch(String::isEmpty);
    }
  }

  @Test
  void letsNoMoreListenThanThereIsRoomFor() {
    start(NEVER, NEVER);
    List<CompletableFuture<HttpResponse<InputStream>>> asked =
        IntStream.range(0, 10 * MOST)
            .mapToObj(_ -> client.sendAsync(request(""), BodyHandlers.ofInputStream()))
            .toList();

    assertThat(asked.stream().map(answer -> answer.join().statusCode()))
        .filteredOn(status -> status == 200)
        .hasSize(MOST);
  }

  @Test
  void tellsNothingTwiceToWhoHeardMoreThanItLastSaw() throws Exception {
    start(SHORT, SHORT);
    Live live = desk.watch.live();
    Live.Position start = live.newest(); // for half a second, on a clock that stands
    take("one");
    Live.Position known = live.after(WatchDesk.ANA, start, MOST_EVENTS).getLast().position();
    assertThat(live.newest()).isEqualTo(start).isNotEqualTo(known);
    try (BufferedReader heard = listen("?after=" + known.text())) {
      assertThat(next(heard, ":")).isEqualTo(": still here");
      assertThat(next(heard, ":")).isEqualTo(": still here");

      take("two");
      desk.clock.updateAndGet(at -> at.plusSeconds(1));

      assertThat(next(heard, "id: ")).isEqualTo("id: %d-0".formatted(known.happening() + 1));
    }
  }

  private void take(String id) {
    desk.take(id, "北岸财经", WatchDesk.NOW, "镓的许可", "镓的出口许可本周又少了两张。" + id, true);
  }
}
