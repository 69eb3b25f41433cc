package dev.assay.watch.send;

import static dev.assay.watch.WatchDesk.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.watch.Channel;
import dev.assay.watch.Channels;
import dev.assay.watch.Delivery;
import dev.assay.watch.Kept;
import dev.assay.watch.Mistake;
import dev.assay.watch.Parcel;
import dev.assay.watch.Rule;
import dev.assay.watch.WatchDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What receivers get, and what becomes of what they do not take.
final class SendingTest {

  private static final String SECRET =
      "whsec_"
          + Base64.getEncoder()
              .encodeToString("an invented key of 32 characters".getBytes(StandardCharsets.UTF_8));

  private static final String PORT =
      "The port of Ellery closed two of its five berths on Monday after a crane fell. Ships that carry ore wait outside, the harbour master said, and the berths stay closed until the end of the month. A spokesman named no cost.";

  @TempDir private Path folder;
  private WatchDesk desk;
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    desk = new WatchDesk(folder);
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
    desk.close();
  }

  private Rule told(Channel channel) {
    Rule rule = desk.rule("everything", "", List.of(channel.id()), "article.created");
    desk.comes("port", "Carrow [Dispatch]", "Two berths closed at Port Ellery", PORT);
    desk.watch.firing().round();
    return rule;
  }

  private Delivery only() {
    List<Delivery> all = desk.watch.outbox().of(ANA, 10);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private Receiver.Got send() {
    assertThat(desk.sending.run()).isEqualTo(1);
    return receiver.got.getLast();
  }

  @Test
  void aWebhookIsSignedAsTheStandardSays() {
    Rule rule = told(desk.channel("webhook", receiver.address("/in"), SECRET));

    Receiver.Got got = send();

    String id = got.headers().get("webhook-id");
    String time = got.headers().get("webhook-timestamp");
    byte[] signed = (id + "." + time + "." + got.body()).getBytes(StandardCharsets.UTF_8);
    assertThat(id).matches("msg_[a-z0-9]{20}");
    assertThat(Long.parseLong(time)).isEqualTo(desk.clock.get().getEpochSecond());
    assertThat(got.headers().get("webhook-signature"))
        .isEqualTo(
            "v1,"
                + Mac.of(
                    "an invented key of 32 characters".getBytes(StandardCharsets.UTF_8), signed));
    JsonNode json = got.json();
    assertThat(json.path("type").asString()).isEqualTo("alert");
    assertThat(Instant.parse(json.path("timestamp").asString())).isEqualTo(only().madeAt());
    JsonNode data = json.path("data");
    assertThat(data.path("rule").path("id").asString()).isEqualTo(rule.id());
    assertThat(data.path("title").asString()).isEqualTo("all: Two berths closed at Port Ellery");
    assertThat(data.path("items").get(0).path("link").asString())
        .startsWith("https://desk.example.org/articles/");
    assertThat(only().state()).isEqualTo(Delivery.State.SENT);
    assertThat(only().said()).isEqualTo("The receiver answered 200.");
  }

  @Test
  void aNewSecretSignsBesideTheOldOneForADay() {
    Channel channel = desk.channel("webhook", receiver.address("/in"), SECRET);
    Channel renewed = desk.watch.channels().renew(ANA, channel.id()).orElseThrow();
    told(renewed);

    assertThat(send().headers().get("webhook-signature").split(" ")).hasSize(2);

    desk.clock.updateAndGet(now -> now.plus(Duration.ofHours(25)));
    desk.watch.outbox().again(ANA, only().id());
    assertThat(send().headers().get("webhook-signature").split(" ")).hasSize(1);
  }

  @Test
  void whatIsNotTakenIsSentAgainLaterUnderTheSameId() {
    told(desk.channel("webhook", receiver.address("/in"), SECRET));
    receiver.status = 500;
    String first = send().headers().get("webhook-id");
    assertThat(only().said()).isEqualTo("The receiver answered 500.");
    assertThat(desk.sending.run()).isZero();

    receiver.status = 204;
    receiver.answer = "";
    desk.clock.updateAndGet(now -> now.plus(Duration.ofSeconds(6)));
    assertThat(send().headers().get("webhook-id")).isEqualTo(first);
    assertThat(only().state()).isEqualTo(Delivery.State.SENT);
    assertThat(only().tries()).isEqualTo(2);
  }

  @Test
  void aReceiverThatAsksForTimeGetsIt() {
    told(desk.channel("webhook", receiver.address("/in"), SECRET));
    receiver.status = 429;
    receiver.retryAfter = "600";
    send();

    assertThat(Duration.between(desk.clock.get(), only().dueAt()))
        .isBetween(Duration.ofSeconds(600), Duration.ofSeconds(661));
  }

  @Test
  void afterTenTriesNothingIsSentThereAndItsReaderIsToldElsewhere() throws IOException {
    try (Receiver other = new Receiver()) {
      told(desk.channel("webhook", receiver.address("/in"), SECRET));
      Channel second = desk.channel("ntfy", other.address("/assay"), "");
      receiver.status = 503;
      for (int tries = 1; tries <= 10; tries++) {
        assertThat(desk.sending.run()).isEqualTo(tries < 10 ? 1 : 2); // the last, and the notice
        desk.clock.updateAndGet(now -> now.plus(Duration.ofHours(27)));
      }

      assertThat(receiver.got).hasSize(10);
      assertThat(receiver.got)
          .extracting(got -> got.headers().get("webhook-id"))
          .containsOnly(receiver.got.getFirst().headers().get("webhook-id"));
      assertThat(desk.watch.channels().of(ANA).getFirst().isOn()).isFalse();
      assertThat(other.got.getFirst().json().path("title").asString())
          .startsWith("Nothing is sent to webhook ")
          .endsWith("The receiver answered 503.");
      assertThat(desk.watch.channels().find(ANA, second.id()).orElseThrow().isOn()).isTrue();
    }
  }

  @Test
  void aReceiverThatIsGoneIsLeftAlone() {
    told(desk.channel("webhook", receiver.address("/in"), SECRET));
    receiver.status = 410;
    send();

    assertThat(only().state()).isEqualTo(Delivery.State.DROPPED);
    assertThat(desk.watch.channels().of(ANA).getFirst().isOn()).isFalse();
    assertThat(desk.watch.outbox().again(ANA, only().id())).isFalse();
  }

  @Test
  void aReceiverThatIsGoneGetsNoneOfWhatElseIsDue() {
    Channel gone = desk.channel("webhook", receiver.address("/in"), SECRET);
    for (int i = 0; i < 3; i++) {
      desk.watch.channels().test(ANA, gone.id(), Language.EN);
    }
    receiver.status = 410;

    assertThat(desk.sending.run()).isEqualTo(1);
    assertThat(receiver.got).hasSize(1);
    assertThat(desk.watch.outbox().of(ANA, 10))
        .extracting(Delivery::state)
        .containsOnly(Delivery.State.DROPPED);
  }

  @Test
  void ntfyGetsTheTopicOfItsAddress() {
    told(desk.channel("ntfy", receiver.address("/desk"), "tk_invented"));

    Receiver.Got got = send();

    assertThat(got.path()).isEqualTo("/");
    assertThat(got.headers().get("Authorization")).isEqualTo("Bearer tk_invented");
    assertThat(got.json().path("topic").asString()).isEqualTo("desk");
    assertThat(got.json().path("message").asString())
        .startsWith(
            "New article: Two berths closed at Port Ellery – Carrow [Dispatch]\nThe port of")
        .contains("https://desk.example.org/articles/");
  }

  @Test
  void appriseGetsTitleAndBody() {
    told(desk.channel("apprise", receiver.address("/notify/desk"), ""));

    Receiver.Got got = send();

    assertThat(got.path()).isEqualTo("/notify/desk");
    assertThat(got.json().path("title").asString())
        .isEqualTo("all: Two berths closed at Port Ellery");
    assertThat(got.json().has("urls")).isFalse();
    assertThat(got.json().path("format").asString()).isEqualTo("text");
  }

  @Test
  void robotsGetWhatTheyReadAndMayRefuseIt() {
    told(desk.channel("feishu", receiver.address("/open-apis/bot/v2/hook/x"), "geheim"));
    receiver.answer = "{\"code\":19021,\"msg\":\"sign match fail\"}";
    Receiver.Got got = send();

    String time = got.json().path("timestamp").asString();
    assertThat(got.json().path("sign").asString())
        .isEqualTo(Mac.of((time + "\ngeheim").getBytes(StandardCharsets.UTF_8), new byte[0]));
    assertThat(got.json().path("card").path("elements").get(0).path("content").asString())
        .startsWith(
            "New article: [Two berths closed at Port Ellery](https://desk.example.org/articles/")
        .contains("– Carrow ［Dispatch］");
    assertThat(only().state()).isEqualTo(Delivery.State.WAITING);
    assertThat(only().said()).isEqualTo("The receiver answered 19021 sign match fail.");
  }

  @Test
  void weComAndDingTalkGetMarkdownWithinTheirBounds() {
    Channel wecom = desk.channel("wecom", receiver.address("/cgi-bin/webhook/send?key=k"), "");
    Channel dingtalk =
        desk.channel("dingtalk", receiver.address("/robot/send?access_token=t"), "s");
    desk.rule("everything", "", List.of(wecom.id(), dingtalk.id()), "article.created");
    for (int i = 0; i < 30; i++) {
      desk.take(
          "a" + i,
          "Carrow Dispatch",
          desk.clock.get(),
          "Berth %d of the port of Ellery closes, ships wait outside".formatted(i),
          "Crane number %d of the port fell on Monday. Ship %d waits outside, captain %d said, until day %d."
              .formatted(i, i * 7, i * 13, i * 17),
          true);
    }
    desk.watch.firing().round();
    receiver.answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";

    assertThat(desk.sending.run()).isEqualTo(2);

    for (Receiver.Got got : receiver.got) {
      if (got.path().startsWith("/cgi-bin")) {
        String text = got.json().path("markdown").path("content").asString();
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(2_000, 4_096);
        assertThat(text).endsWith("/alerts/" + desk.watch.rules().of(ANA).getFirst().id() + ")");
      } else {
        assertThat(got.path()).contains("access_token=t&timestamp=").contains("&sign=");
        assertThat(got.json().path("msgtype").asString()).isEqualTo("markdown");
      }
    }
    assertThat(desk.watch.outbox().of(ANA, 10))
        .extracting(Delivery::state)
        .containsOnly(Delivery.State.SENT);
  }

  @Test
  void aTestArrivesInTheLanguageItWasAskedForIn() {
    Channel channel = desk.channel("webhook", receiver.address("/in"), "");
    assertThat(channel.secret()).startsWith("whsec_");
    desk.watch.channels().test(ANA, channel.id(), Language.ZH_HANS);

    assertThat(send().json().path("data").path("title").asString())
        .isEqualTo("Assay 测试：这里能收到，提醒也就能送到。");
  }

  @Test
  void whatIsDeletedIsNotSent() {
    told(desk.channel("webhook", receiver.address("/in"), SECRET));
    desk.store.change(
        session -> session.articles().delete(new Identity.OfExternal("", "port").articleId()));

    assertThat(desk.sending.run()).isZero();
    assertThat(receiver.got).isEmpty();
    assertThat(only().state()).isEqualTo(Delivery.State.DROPPED);
  }

  @Test
  void whatCannotBeSentIsATryLikeAnyOther() {
    told(desk.channel("webhook", receiver.address("/in"), SECRET));
    desk.store.change(
        session -> session.handle().execute("update watch_channel set address = 'not an address'"));

    assertThat(desk.sending.run()).isEqualTo(1);

    assertThat(only().state()).isEqualTo(Delivery.State.WAITING);
    assertThat(only().tries()).isEqualTo(1);
    assertThat(only().said()).isEqualTo("It cannot be sent; the log says why.");
    assertThat(desk.sending.run()).isZero(); // not before five seconds have passed
  }

  @Test
  void aPlaceWithMuchToComeHoldsUpNoOther() throws IOException {
    try (Receiver other = new Receiver()) {
      Channel full = desk.channel("webhook", receiver.address("/in"), SECRET);
      Channel idle = desk.channel("ntfy", other.address("/assay"), "");
      for (int i = 0; i < 300; i++) {
        desk.watch.channels().test(ANA, full.id(), Language.EN);
      }
      desk.watch.channels().test(ANA, idle.id(), Language.EN);

      assertThat(desk.sending.due(Set.of()))
          .extracting(parcel -> parcel.channel().id())
          .containsExactlyInAnyOrder(full.id(), idle.id());
      assertThat(desk.sending.due(Set.of(full.id())))
          .extracting(parcel -> parcel.channel().id())
          .containsExactly(idle.id());
      desk.sending.run();
      assertThat(other.got).hasSize(1);
      assertThat(receiver.got).hasSize(100);
    }
  }

  @Test
  void whatCannotBePutIntoWordsHoldsUpNothing() throws IOException {
    try (Receiver other = new Receiver()) {
      told(desk.channel("webhook", receiver.address("/in"), SECRET));
      Channel well = desk.channel("ntfy", other.address("/assay"), "");
      desk.store.change(session -> session.handle().execute("update watch_alert set item = '{'"));
      desk.watch.channels().test(ANA, well.id(), Language.EN);

      desk.sending.run();

      assertThat(other.got).hasSize(1);
      assertThat(receiver.got).isEmpty();
      assertThat(desk.watch.outbox().of(ANA, 10))
          .extracting(Delivery::said)
          .contains("It cannot be put into words; the log says why.");
    }
  }

  @Test
  void whatCannotBeAPlaceIsSaid() {
    assertThat(mistake("pigeon", "https://example.org/", "")).isEqualTo(Mistake.NO_KIND);
    assertThat(mistake("webhook", "example.org", "")).isEqualTo(Mistake.NO_ADDRESS);
    assertThat(mistake("webhook", "https://a:b@example.org/", "")).isEqualTo(Mistake.NO_ADDRESS);
    assertThat(mistake("webhook", "https://example.org/", "short")).isEqualTo(Mistake.NO_SECRET);
    assertThat(mistake("mail", "ana@example.org", "")).isEqualTo(Mistake.NO_MAIL);
    desk.channel("webhook", receiver.address("/in"), "");
    assertThat(mistake("webhook", receiver.address("/in"), "")).isEqualTo(Mistake.KNOWN_ALREADY);
  }

  private Mistake mistake(String kind, String address, String secret) {
    return ((Kept.Refused<Channel>)
            desk.watch.channels().add(ANA, new Channels.Draft(kind, address, secret, true)))
        .mistake();
  }

  @Test
  void whatTheOutboxHoldsOutlivesItsProcess() {
    told(desk.channel("webhook", receiver.address("/in"), SECRET));
    Parcel before = desk.watch.outbox().due(10, Set.of()).getFirst();
    desk.close();
    desk = new WatchDesk(folder);
    desk.clock.set(WatchDesk.NOW.plus(Duration.ofHours(1)));

    assertThat(send().headers().get("webhook-id")).isEqualTo(before.id());
  }
}
