package dev.assay.watch.send;

import static dev.assay.watch.WatchDesk.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.article.Language;
import dev.assay.watch.Channel;
import dev.assay.watch.WatchDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The reference's own receiver verifies what we sign: npm's `standardwebhooks` in `target/peers`,
/// which `.ci/run` puts there.
final class StandardWebhooksPeerTest {

  private static final Path PEERS =
      Path.of(System.getProperty("assay.root", "."), "target/peers/node_modules").toAbsolutePath();

  private static final String SCRIPT =
      """
      const {Webhook} = require(process.argv[2] + '/standardwebhooks');
      const [,, , secret, id, time, signature, body] = process.argv;
      const headers = {'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature};
      try {
        console.log(new Webhook(secret).verify(body, headers).type);
      } catch (e) {
        console.log(e.message);
      }
      """;

  @TempDir private Path folder;

  @Test
  void verifiesWhatWeSignAndNothingElse() throws IOException, InterruptedException {
    assumeTrue(Files.exists(PEERS.resolve("standardwebhooks")), "npm's standardwebhooks");
    try (WatchDesk desk = new WatchDesk(folder.resolve("data"));
        Receiver receiver = new Receiver()) {
      desk.clock.set(Instant.now()); // it takes nothing that is older than minutes
      Channel channel = desk.channel("webhook", receiver.address("/in"), "");
      Channel renewed = desk.watch.channels().renew(ANA, channel.id()).orElseThrow();
      desk.watch.channels().test(ANA, channel.id(), Language.ZH_HANS);
      desk.sending.run();
      Receiver.Got got = receiver.got.getFirst();

      assertThat(verified(renewed.secret(), got, got.body())).isEqualTo("notice");
      assertThat(verified(channel.secret(), got, got.body())).isEqualTo("notice");
      assertThat(verified(renewed.secret(), got, got.body() + " "))
          .isEqualTo("No matching signature found");
    }
  }

  private String verified(String secret, Receiver.Got got, String body)
      throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("verify.cjs"), SCRIPT);
    Process process =
        new ProcessBuilder(
                List.of(
                    "node",
                    script.toString(),
                    PEERS.toString(),
                    secret,
                    got.headers().get("webhook-id"),
                    got.headers().get("webhook-timestamp"),
                    got.headers().get("webhook-signature"),
                    body))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return said.strip();
  }
}
