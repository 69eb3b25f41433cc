package dev.assay.cli;

import dev.assay.article.Outcome;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.ingest.input.Given;
import dev.assay.source.Source;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = {
      "Import the sample articles on rare earths into a folder of their own, serve them,",
      "and open the topic page 稀土联盟 (rare earth alliance)."
    })
final class DemoCommand implements Callable<Integer> {

  private static final String TOPIC = "稀土联盟";

  private final Desk.Opener opener;
  private final Output output;
  private final Path samples;
  private final InstantSource clock;

  @Mixin private Common common = new Common();

  @Option(
      names = "--port",
      defaultValue = "" + ServeCommand.DEFAULT_PORT,
      description = "Where to listen (default: ${DEFAULT-VALUE}; 0 takes any free port).")
  private int port;

  @Option(names = "--no-browser", description = "Only print the address.")
  private boolean noBrowser;

  DemoCommand(Desk.Opener opener, Output output, Path samples, InstantSource clock) {
    this.opener = opener;
    this.output = output;
    this.samples = samples;
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    ServeCommand.checkPort(port, output);
    if (!Files.isDirectory(samples)) {
      output.error().println(output.words().say("demo.nosamples", samples));
      return ExitCode.FAILED;
    }
    Path arriving = samples.resolveSibling("arriving.atom");
    if (!Files.isRegularFile(arriving)) {
      return serve(opener.toWrite(common.dataOr("assay-demo")), Optional.empty());
    }
    try (DemoFeed feed = DemoFeed.serve(arriving, clock)) {
      return serve(
          opener.meeting(feed.host()).toWrite(common.dataOr("assay-demo")), Optional.of(feed));
    }
  }

  /// @param feed what the desk follows from now on
  private int serve(Desk desk, Optional<DemoFeed> feed) throws InterruptedException {
    Optional<Source> followed = feed.map(one -> one.follow(desk));
    long articles = new Samples(samples).bring(desk, this::report);
    desk.topics().saved().save(TOPIC);
    Desk.Serving serving = opener.serve(desk, Desk.Listening.here(port));
    followed.ifPresent(source -> feed.orElseThrow().grow(desk.sources(), source));
    String address =
        "http://%s:%d/topics/%s"
            .formatted(
                ServeCommand.LOOPBACK,
                serving.port(),
                URLEncoder.encode(TOPIC, StandardCharsets.UTF_8));
    output.line(output.words().say("demo.ready", articles, address));
    followed.ifPresent(
        source ->
            output.line(
                output
                    .words()
                    .say("demo.follows", source.shown(), source.address(), serving.port())));
    output.flush();
    if (!noBrowser) {
      open(address);
    }
    ServeCommand.untilStopped(desk, serving);
    return ExitCode.DONE;
  }

  private void report(Given given, Outcome outcome) {
    if (outcome instanceof Outcome.Refused(String reason)) {
      output
          .error()
          .println(
              output
                  .words()
                  .say("import.refused", given.identity().shown(), output.words().reason(reason)));
    }
  }

  /// Opens a browser where a desktop is there to show it.
  private static void open(String address) {
    Map<String, String> environment = System.getenv();
    boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    boolean desktop =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    if (!mac && !desktop) {
      return;
    }
    try {
      new ProcessBuilder(mac ? "open" : "xdg-open", address).start();
    } catch (IOException e) {
      // No browser to open: the address stands on the screen.
    }
  }
}
