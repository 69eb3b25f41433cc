package dev.assay.watch.send;

import dev.assay.article.ReaderId;
import dev.assay.fetch.Courier;
import dev.assay.fetch.FetchSettings;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceSettings;
import dev.assay.source.SourceState;
import dev.assay.store.Store;
import dev.assay.store.sqlite.SqliteStore;
import dev.assay.watch.Channel;
import dev.assay.watch.Channels;
import dev.assay.watch.Delivery;
import dev.assay.watch.Kept;
import dev.assay.watch.RuleDraft;
import dev.assay.watch.Watch;
import dev.assay.watch.When;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Kills processes while they tell, each in one of three ways in turn: between commit and send;
/// when the receiver has it and has not answered; at any moment. Then looks whether each thing that
/// happened arrived.
///
/// `java -cp target/test-classes:target/classes:... dev.assay.watch.send.KilledWhileTelling 1000`
final class KilledWhileTelling {

  private static final ReaderId ANA = new ReaderId("ana");
  private static final int MOST_MILLIS = 120;

  private KilledWhileTelling() {}

  /// What came of it.
  ///
  /// @param happened things that are written down in the store
  /// @param told of which a message arrived
  /// @param messages that were written
  /// @param ids different ids that arrived
  /// @param requests that arrived in all
  /// @param changed ids under which different things arrived
  /// @param waiting messages that never went out
  record Outcome(
      int kills,
      int happened,
      int told,
      int messages,
      int ids,
      int requests,
      int changed,
      int waiting) {}

  static Outcome run(Path folder, int kills) throws IOException, InterruptedException {
    Random chance = new Random(19);
    try (Receiver receiver = new Receiver()) {
      begin(folder, receiver.address("/in"));
      for (int n = 1; n <= kills; n++) {
        switch (n % 3) {
          case 0 -> end(start(folder, n, "halt"));
          case 1 -> killWhenHeard(receiver, start(folder, n, "on"));
          default -> killAtAnyMoment(start(folder, n, "on"), chance.nextInt(MOST_MILLIS));
        }
      }
      end(start(folder, kills + 1, "last"));
      return outcome(folder, kills, receiver);
    }
  }

  /// A desk with a source, a rule and a webhook.
  private static void begin(Path folder, String address) {
    try (Store store = SqliteStore.openToWrite(folder);
        Courier courier = new Courier(FetchSettings.DEFAULTS, TellingProcess.clock(0))) {
      store.change(
          session ->
              session
                  .sources()
                  .add(
                      new Source(
                          0,
                          new SourceKind.OfFeed(),
                          "https://carrow.example.org/feed",
                          "Carrow Dispatch",
                          "",
                          "",
                          "",
                          SourceSettings.DEFAULTS,
                          TellingProcess.clock(0).instant(),
                          ""),
                      SourceState.fresh(TellingProcess.clock(0).instant(), Duration.ofHours(1))));
      Watch watch = TellingProcess.watch(store, courier, TellingProcess.clock(0));
      Channel channel =
          ((Kept.Done<Channel>)
                  watch.channels().add(ANA, new Channels.Draft("webhook", address, "", false)))
              .kept();
      watch
          .rules()
          .add(
              ANA,
              new RuleDraft(
                  "sources",
                  "everything",
                  "",
                  List.of(When.FAILING.word()),
                  "",
                  List.of(),
                  "now",
                  "",
                  "UTC",
                  "en",
                  List.of(channel.id())));
    }
  }

  private static Process start(Path folder, int number, String how) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            TellingProcess.class.getName(),
            folder.toString(),
            Integer.toString(number),
            how)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void end(Process process) throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException("a process did not end");
    }
  }

  /// The receiver has it; what it answers is heard by nobody.
  private static void killWhenHeard(Receiver receiver, Process process)
      throws InterruptedException {
    receiver.beforeAnswer = process::destroyForcibly;
    end(process);
    receiver.beforeAnswer = () -> {};
  }

  private static void killAtAnyMoment(Process process, int millis)
      throws IOException, InterruptedException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    said.readLine();
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly();
    end(process);
  }

  private static Outcome outcome(Path folder, int kills, Receiver receiver) {
    Map<String, Set<String>> byId = new HashMap<>();
    Set<String> told = new HashSet<>();
    for (Receiver.Got got : List.copyOf(receiver.got)) {
      String what = got.json().path("data").toString();
      byId.computeIfAbsent(got.headers().get("webhook-id"), _ -> new HashSet<>()).add(what);
      got.json().path("data").path("items").forEach(item -> told.add(item.path("said").asString()));
    }
    try (Store store = SqliteStore.openToRead(folder);
        Courier courier = new Courier(FetchSettings.DEFAULTS, TellingProcess.clock(0))) {
      Watch watch = TellingProcess.watch(store, courier, TellingProcess.clock(kills + 2));
      long happened = store.<Long>read(session -> session.happenings().last());
      List<Delivery> all = watch.outbox().of(ANA, Integer.MAX_VALUE);
      long waiting = all.stream().filter(one -> one.state() != Delivery.State.SENT).count();
      return new Outcome(
          kills,
          (int) happened,
          told.size(),
          all.size(),
          byId.size(),
          receiver.got.size(),
          (int) byId.values().stream().filter(bodies -> bodies.size() > 1).count(),
          (int) waiting);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("killed-while-telling");
    System.out.println(run(folder, Integer.parseInt(arguments[0])));
  }
}
