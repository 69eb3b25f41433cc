package dev.assay.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import dev.assay.fetch.Fetcher;
import dev.assay.fetch.Origin;
import dev.assay.fetch.Secrets;
import dev.assay.follow.Pushes.Delivery;
import dev.assay.follow.Sources.Following;
import dev.assay.follow.Sources.Wish;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.ShippedStages;
import dev.assay.ingest.Stages;
import dev.assay.ingest.input.Inputs;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.source.Push;
import dev.assay.source.Source;
import dev.assay.source.SourceState;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hub that tells what is new, one that does not keep its promise, and somebody who says to be
/// one.
final class PushesTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");
  private static final Stages STAGES = ShippedStages.of(Names.load(Lexicon.shipped()));
  private static final FetchSettings LOCAL =
      new FetchSettings(
          Duration.ofSeconds(5), 1_000_000, 5, PrivateAddresses.ALLOWED, Duration.ZERO, "test");

  @TempDir Path folder;

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private Origin origin;
  private Fetcher fetcher;
  private Store store;
  private LuceneIndex index;

  @BeforeEach
  void start() throws IOException {
    origin = new Origin();
    fetcher = new Fetcher(LOCAL, now::get);
    store = Stores.openToWrite(folder.resolve("data"));
    index = LuceneIndex.openInMemory();
    origin.on("/hub", "HTTP/1.1 202 Accepted", "");
    origin.on("/feed", "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml", feed(1));
  }

  @AfterEach
  void stop() throws IOException {
    store.close();
    index.close();
    fetcher.close();
    origin.close();
  }

  private Sources sources(String publicAddress) {
    return new Sources(
        store,
        new Sources.Reach(fetcher, Secrets.NONE, Discovery.Bridges.NONE, publicAddress),
        new Inputs(fetcher, now::get),
        () -> new Ingest(store, index, STAGES, now::get),
        Lexicon.shipped(),
        now::get,
        new Random(1));
  }

  private String feed(int... numbers) {
    StringBuilder items = new StringBuilder();
    for (int number : numbers) {
      items.append(
          "<item><title>第%d家稀土工厂投产</title><link>%s</link><description>%s</description></item>"
              .formatted(
                  number,
                  origin.address("/news/" + number),
                  "第%d家工厂去年生产了%d吨镨钕，比前年增加了一成多，公司在周一发布的公告里这样说。"
                      .formatted(number, number + 20)
                      .repeat(8)));
    }
    return """
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>松岭早报</title><link>-</link>
        <description>-</description><atom:link rel="hub" href="%s"/><atom:link rel="self" href="%s"/>%s</channel></rss>
        """
        .formatted(origin.address("/hub"), origin.address("/feed"), items);
  }

  private Source follow(Sources sources) {
    return ((Following.Done)
            sources.follow(origin.address("/feed").toString(), Wish.of(""), Steps.UNHEARD))
        .source();
  }

  private void askDue(Sources sources) {
    sources.askDue((_, _) -> {});
  }

  private Push push(Source source) {
    return store.read(session -> session.pushes().of(source.id())).orElseThrow();
  }

  private SourceState state(Sources sources, Source source) {
    return sources.find(source.id()).orElseThrow().health().state();
  }

  private static Sources.Lease lease(Sources sources, Source source) {
    return Objects.requireNonNull(sources.find(source.id()).orElseThrow().lease());
  }

  private long articles() {
    return store.read(session -> session.articles().count().articles());
  }

  private static String signed(String algorithm, String secret, byte[] body) throws Exception {
    Mac mac = Mac.getInstance("Hmac" + algorithm.toUpperCase());
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "x"));
    return algorithm + "=" + HexFormat.of().formatHex(mac.doFinal(body));
  }

  private byte[] body(int... numbers) {
    return feed(numbers).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void asksNoHubWhereNobodyCouldCallBack() {
    Sources sources = sources("");
    follow(sources);
    askDue(sources);

    assertThat(origin.asked("/hub")).isEmpty();
  }

  @Test
  void takesInWhatAHubTellsAndAsksOnlyDaily() throws Exception {
    Sources sources = sources("https://desk.example/");
    Source source = follow(sources);
    askDue(sources);
    Push asked = push(source);
    String form = URLDecoder.decode(origin.asked("/hub").getFirst().body(), StandardCharsets.UTF_8);
    assertThat(form)
        .isEqualTo(
            "hub.mode=subscribe&hub.topic=%s&hub.callback=https://desk.example/websub/%s&hub.secret=%s&hub.lease_seconds=864000"
                .formatted(origin.address("/feed"), asked.path(), asked.secret()));
    assertThat(asked.path()).hasSize(36);
    assertThat(articles()).isEqualTo(1);

    Pushes pushes = sources.pushes();
    String topic = origin.address("/feed").toString();
    assertThat(lease(sources, source).word(now.get())).isEqualTo("asked");
    assertThat(pushes.confirm(asked.path(), "subscribe", topic, "ch4llenge", "864000"))
        .contains("ch4llenge");
    assertThat(lease(sources, source).word(now.get())).isEqualTo("told");
    assertThat(lease(sources, source).until()).isEqualTo(now.get().plusSeconds(864_000));
    assertThat(lease(sources, source).word(now.get().plusSeconds(864_000))).isEqualTo("ended");
    now.set(state(sources, source).plan().dueAt());
    askDue(sources);
    assertThat(state(sources, source).plan().why()).isEqualTo(SourceState.Why.PUSHED);
    assertThat(Duration.between(now.get(), state(sources, source).plan().dueAt()))
        .isEqualTo(Duration.ofDays(1));

    byte[] body = body(1, 2);
    assertThat(pushes.deliver(asked.path(), signed("sha256", asked.secret(), body), body))
        .isEqualTo(Delivery.TAKEN);
    askDue(sources); // takes up what waits, and asks nobody
    assertThat(articles()).isEqualTo(2);
    assertThat(origin.asked("/feed")).hasSize(3);
  }

  @Test
  void takesNothingThatIsNotSignedAsAgreed() throws Exception {
    Sources sources = sources("https://desk.example");
    Source source = follow(sources);
    askDue(sources);
    Push push = push(source);
    byte[] body = body(1, 2);
    Pushes pushes = sources.pushes();

    for (String signature :
        new String[] {
          "",
          "sha256=",
          "sha256=zz",
          "md5=00",
          signed("sha256", "other", body),
          signed("sha1", push.secret(), body(1))
        }) {
      assertThat(pushes.deliver(push.path(), signature, body))
          .as(signature)
          .isEqualTo(Delivery.IGNORED);
    }
    assertThat(pushes.deliver("unknown", signed("sha256", push.secret(), body), body))
        .isEqualTo(Delivery.UNKNOWN);
    for (String algorithm : new String[] {"sha1", "sha384", "sha512"}) {
      assertThat(pushes.deliver(push.path(), signed(algorithm, push.secret(), body), body))
          .isEqualTo(Delivery.TAKEN);
    }
    byte[] noFeed = "<html>".getBytes(StandardCharsets.UTF_8);
    assertThat(pushes.deliver(push.path(), signed("sha1", push.secret(), noFeed), noFeed))
        .isEqualTo(Delivery.IGNORED);
  }

  @Test
  void confirmsOnlyWhatItAskedFor() {
    Sources sources = sources("https://desk.example");
    Source source = follow(sources);
    askDue(sources);
    Push push = push(source);
    Pushes pushes = sources.pushes();
    String topic = push.topic();

    assertThat(pushes.confirm("unknown", "subscribe", topic, "x", "1")).isEmpty();
    assertThat(pushes.confirm(push.path(), "subscribe", "https://evil.example/", "x", "1"))
        .isEmpty();
    assertThat(pushes.confirm(push.path(), "unsubscribe", topic, "x", "1")).isEmpty();
    assertThat(pushes.confirm(push.path(), "denied", topic, "x", "1")).isEmpty();
    assertThat(push(source).leaseUntil()).isNull();
  }

  /// A hub that does not tell what a poll then finds is not waited for.
  @Test
  void goesBackToAskingWhereAHubDoesNotTell() {
    Sources sources = sources("https://desk.example");
    Source source = follow(sources);
    askDue(sources);
    Push push = push(source);
    sources.pushes().confirm(push.path(), "subscribe", push.topic(), "x", "864000");
    now.set(state(sources, source).plan().dueAt());
    origin.on("/feed", "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml", feed(1, 2));
    askDue(sources);

    assertThat(articles()).isEqualTo(2);
    assertThat(push(source).missedAt()).isEqualTo(now.get());
    assertThat(state(sources, source).plan().why()).isNotEqualTo(SourceState.Why.PUSHED);
  }

  @Test
  void asksAgainAtHalfTheLease() {
    Sources sources = sources("https://desk.example");
    Source source = follow(sources);
    askDue(sources);
    Push push = push(source);
    sources.pushes().confirm(push.path(), "subscribe", push.topic(), "x", "864000");
    sources.attend();
    assertThat(origin.asked("/hub")).hasSize(1);
    now.set(NOW.plus(Duration.ofDays(5)).plusSeconds(60));
    sources.attend();

    assertThat(origin.asked("/hub")).hasSize(2);
    assertThat(push(source).path()).isEqualTo(push.path());
  }

  @Test
  void readsWhereTheHubIsFromTheHeadOfTheAnswerToo() {
    origin.on(
        "/feed",
        "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nLink: </hub>; rel=\"hub\", <%s>; rel=\"self\""
            .formatted(origin.address("/other")),
        feed(1).replaceAll("<atom:link[^>]*>", ""));
    Sources sources = sources("https://desk.example");
    Source source = follow(sources);
    askDue(sources);

    assertThat(push(source).hub()).isEqualTo(origin.address("/hub").toString());
    assertThat(push(source).topic()).isEqualTo(origin.address("/other").toString());
  }
}
