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
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

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
    return run(folder, kills, Starter.plain());
  }

  private static Outcome run(Path folder, int kills, Starter starter)
      throws IOException, InterruptedException {
    Random chance = new Random(19);
    try (Receiver receiver = new Receiver()) {
      begin(folder, receiver.address("/in"));
      for (int n = 1; n <= kills; n++) {
        switch (n % 3) {
          case 0 -> end(starter.start(folder, n, "halt"));
          case 1 -> killWhenHeard(receiver, starter.start(folder, n, "on"));
          default -> killAtAnyMoment(starter.start(folder, n, "on"), chance.nextInt(MOST_MILLIS));
        }
      }
      end(starter.start(folder, kills + 1, "last"));
      return outcome(folder, kills, receiver);
    }
  }

  /// How a process is begun.
  ///
  /// @param flags of the virtual machine, beside those that are always set
  private record Starter(String classPath, List<String> flags) {

    static Starter plain() {
      return new Starter(System.getProperty("java.class.path"), List.of());
    }

    /// With what a first process leaves of its start, which takes a class path of jars alone.
    static Starter rehearsed(Path folder) throws IOException, InterruptedException {
      List<String> jars = new ArrayList<>();
      for (String part :
          System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
        jars.add(Files.isDirectory(Path.of(part)) ? jar(folder, part, jars.size()) : part);
      }
      String classPath = String.join(File.pathSeparator, jars);
      String cache = folder.resolve("start.aot").toString();
      try (Receiver receiver = new Receiver()) {
        Path desk = Files.createDirectory(folder.resolve("rehearsal"));
        begin(desk, receiver.address("/in"));
        end(new Starter(classPath, List.of("-XX:AOTCacheOutput=" + cache)).start(desk, 1, "on"));
      }
      return new Starter(classPath, List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off"));
    }

    private static String jar(Path folder, String classes, int number) {
      String jar = folder.resolve("classes" + number + ".jar").toString();
      ToolProvider.findFirst("jar")
          .orElseThrow()
          .run(
              System.out,
              System.err,
              "--create",
              "--no-compress",
              "--file",
              jar,
              "-C",
              classes,
              ".");
      return jar;
    }

    Process start(Path folder, int number, String how) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx128m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED"));
      command.addAll(flags);
      command.addAll(
          List.of(
              "-cp",
              classPath,
              TellingProcess.class.getName(),
              folder.toString(),
              Integer.toString(number),
              how));
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
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
                  RuleDraft.Only.ANY,
                  "now",
                  "",
                  "UTC",
                  "en",
                  List.of(channel.id())));
    }
  }

  private static void end(Process process) throws InterruptedException {
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
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
    System.out.println(
        run(
            Files.createDirectory(folder.resolve("desk")),
            Integer.parseInt(arguments[0]),
            Starter.rehearsed(folder)));
  }
}
