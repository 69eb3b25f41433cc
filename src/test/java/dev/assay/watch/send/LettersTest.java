package dev.assay.watch.send;

import static dev.assay.watch.WatchDesk.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.assay.fetch.mail.LetterBox;
import dev.assay.watch.Channel;
import dev.assay.watch.Delivery;
import dev.assay.watch.Rule;
import dev.assay.watch.WatchDesk;
import dev.assay.watch.WatchSettings;
import dev.assay.watch.WatchSettings.MailServer;
import dev.assay.watch.WatchSettings.Security;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Letters, by a mail server in this process.
final class LettersTest {

  private static final String PORT =
      "The port of Ellery closed two of its five berths on Monday after a crane fell. Ships that carry ore wait outside, the harbour master said, and the berths stay closed until the end of the month. A spokesman named no cost.";

  private static final String GALLIUM = "镓的出口许可本周又少了两张。松岭矿业的一位经理说，客户正在把订单推到明年春天，仓库里的镓还够用四个月。";

  private static final String FIRE =
      "A fire broke out at the Lynas plant in Kuantan, Malaysia, on 22 November and injured two workers. Lynas said that production of neodymium stands still; the cause of the fire is being investigated.";

  private static final String FIRE_AGAIN =
      "Lynas has stopped its plant in Kuantan, Malaysia, after a fire on 22 November in which two workers were injured. The police closed a road of 14 kilometres. Neodymium production will resume when the investigation ends.";

  @TempDir private Path folder;
  private GreenMail server;
  private WatchDesk desk;

  @BeforeEach
  void open() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    desk = desk(server.getSmtp().getPort());
  }

  private WatchDesk desk(int port) {
    return new WatchDesk(
        folder,
        new MailServer("127.0.0.1", port, Security.NONE, "", "", "Assay <desk@example.org>"));
  }

  @AfterEach
  void close() {
    desk.close();
    server.stop();
  }

  private MimeMessage only() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private static String body(MimeMessage letter, int part) throws MessagingException, IOException {
    BodyPart body = ((MimeMultipart) letter.getContent()).getBodyPart(part);
    return ((String) body.getContent()).replace("\r\n", "\n");
  }

  @Test
  void aLetterHasTextAndHtmlAndEndsByOneClick() throws MessagingException, IOException {
    Channel channel = desk.channel("mail", "ana@example.org", "");
    Rule rule = desk.rule("topic", "镓", List.of(channel.id()), "article.created");
    desk.comes("zh", "北岸财经", "镓的许可<少>了两张", GALLIUM);
    desk.watch.firing().round();
    Delivery delivery = desk.watch.outbox().of(ANA, 1).getFirst();

    assertThat(desk.sending.run()).isEqualTo(1);

    MimeMessage letter = only();
    assertThat(letter.getSubject()).isEqualTo("镓: 镓的许可<少>了两张");
    assertThat(letter.getMessageID()).isEqualTo("<" + delivery.id() + "@desk.example.org>");
    assertThat(letter.getHeader("From")).containsExactly("Assay <desk@example.org>");
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(letter.getHeader("Content-Language")).containsExactly("en");
    assertThat(letter.getHeader("List-Id")[0]).isEqualTo("<" + rule.id() + ".desk.example.org>");
    assertThat(letter.getContentType()).startsWith("multipart/alternative");
    assertThat(letter.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String end = letter.getHeader("List-Unsubscribe")[0];
    assertThat(end)
        .matches(
            "<https://desk\\.example\\.org/u/([a-z0-9]{20})>,\\s+<mailto:stop\\+\\1@desk\\.example\\.org>");

    assertThat(body(letter, 0))
        .startsWith("New article: 镓的许可<少>了两张 – 北岸财经\n镓的出口许可")
        .contains("https://desk.example.org/articles/")
        .contains("You get this because of your alert “镓” on this Assay desk.");
    assertThat(body(letter, 1))
        .contains("镓的许可&lt;少&gt;了两张</a>")
        .doesNotContain("<少>")
        .doesNotContain("<img");

    String token = end.substring(end.lastIndexOf('/') + 1, end.indexOf('>'));
    assertThat(desk.watch.rules().ending(token)).hasValue(List.of("镓", "ana@example.org"));
    assertThat(desk.watch.rules().end(token)).isTrue();
    assertThat(desk.watch.rules().end(token)).isFalse();
    assertThat(desk.watch.rules().find(ANA, rule.id()).orElseThrow().channels()).isEmpty();
  }

  @Test
  void aLetterToTheAddressThatItNamesEndsTheAlertThere() throws Exception {
    Channel channel = desk.channel("mail", "ana@example.org", "");
    Rule rule = desk.rule("topic", "镓", List.of(channel.id()), "article.created");
    desk.comes("zh", "北岸财经", "镓的许可少了两张", GALLIUM);
    desk.watch.firing().round();
    desk.sending.run();
    String ways = only().getHeader("List-Unsubscribe")[0];
    String address = ways.substring(ways.indexOf("mailto:") + 7, ways.lastIndexOf('>'));

    WatchSettings settings =
        new WatchSettings(URI.create("https://desk.example.org"), null, "stop@desk.example.org");
    EndingLetters letters = new EndingLetters(desk.watch.rules(), settings);
    try (LetterBox box = LetterBox.open(InetAddress.getLoopbackAddress(), 0, letters)) {
      assertThatThrownBy(() -> write(box, "stop+nothing@desk.example.org"))
          .hasRootCauseInstanceOf(SMTPAddressFailedException.class);
      assertThatThrownBy(() -> write(box, address.replace("stop+", "other+")))
          .hasRootCauseInstanceOf(SMTPAddressFailedException.class);
      assertThat(desk.watch.rules().find(ANA, rule.id()).orElseThrow().channels()).hasSize(1);

      write(box, address.toUpperCase(Locale.ROOT));
    }
    assertThat(desk.watch.rules().find(ANA, rule.id()).orElseThrow().channels()).isEmpty();
  }

  private static void write(LetterBox box, String to) throws MessagingException {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(box.port()));
    MimeMessage letter = new MimeMessage(Session.getInstance(properties));
    letter.setFrom("ana@example.org");
    letter.setRecipients(Message.RecipientType.TO, to);
    letter.setSubject("unsubscribe");
    letter.setText("");
    Transport.send(letter);
  }

  @Test
  void aDailyDigestFoldsWhatTellsOfOneEventAndComesOnce() throws MessagingException, IOException {
    Channel channel = desk.channel("mail", "ana@example.org", "");
    desk.rule("everything", "", "daily 07:30", List.of(channel.id()), "article.created");
    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.comes("copy", "Meridian Wire", "Two berths closed at Port Ellery", PORT);
    desk.comes(
        "port2",
        "Ellery Ledger",
        "Crane falls at the port of Ellery, two berths closed",
        "Four ships with ore anchor off Ellery since the crane at its port collapsed. Dockers of the union want every crane looked at before they go back to the berths, two of which are closed; the insurer of the port sends its own engineers, and a tug company counts its losses.");
    desk.comes("zh", "北岸财经", "镓的许可少了两张", GALLIUM);
    desk.watch.firing().round();
    assertThat(desk.sending.run()).isZero();

    desk.clock.set(Instant.parse("2025-11-24T23:30:00Z")); // 07:30 in Shanghai
    desk.watch.firing().round();
    desk.sending.run();
    desk.clock.updateAndGet(now -> now.plus(Duration.ofDays(1)));
    desk.watch.firing().round();
    desk.sending.run();

    MimeMessage letter = only();
    assertThat(letter.getSubject()).isEqualTo("all: 4 articles, 3 independent sources");
    String text = body(letter, 0);
    assertThat(text)
        .startsWith("Stories\n\nTwo berths closed at Port Ellery – Carrow Dispatch\n")
        .contains("also in Ellery Ledger, Meridian Wire\n")
        .contains("镓的许可少了两张 – 北岸财经");
    assertThat(text.split("berths closed at Port Ellery –", -1)).hasSize(2);
  }

  @Test
  void anArticleThatIsTheSecondToTellOfAHappeningIsOneThingInALetter()
      throws MessagingException, IOException {
    Channel channel = desk.channel("mail", "ana@example.org", "");
    desk.rule("everything", "", List.of(channel.id()), "article.created", "event.created");
    desk.comes("one", "Carrow Dispatch", "Fire stops Lynas plant in Malaysia", FIRE);
    desk.watch.firing().round();
    desk.sending.run();
    desk.comes("two", "Harbour Wire", "Lynas halts Malaysian plant after fire", FIRE_AGAIN);
    desk.watch.firing().round();
    desk.sending.run();

    MimeMessage letter = server.getReceivedMessages()[1];
    assertThat(letter.getSubject()).isEqualTo("all: Lynas halts Malaysian plant after fire");
    assertThat(body(letter, 0))
        .startsWith("New article: Lynas halts Malaysian plant after fire – Harbour Wire\n")
        .contains("\nCarrow Dispatch had it first; Harbour Wire tells of it now.\n")
        .contains("\nAll that this alert found: https://desk.example.org/alerts/")
        .doesNotContain("Several tell of it");
    assertThat(body(letter, 1)).contains(">All that this alert found</a>");
  }

  @Test
  void aServerThatDoesNotAnswerIsTriedAgain() {
    server.stop();
    Channel channel = desk.channel("mail", "ana@example.org", "");
    desk.rule("everything", "", List.of(channel.id()), "article.created");
    desk.comes("port", "Carrow Dispatch", "Two berths closed at Port Ellery", PORT);
    desk.watch.firing().round();

    assertThat(desk.sending.run()).isEqualTo(1);

    Delivery delivery = desk.watch.outbox().of(ANA, 1).getFirst();
    assertThat(delivery.state()).isEqualTo(Delivery.State.WAITING);
    assertThat(delivery.said()).contains("does not take it: ");
  }
}
