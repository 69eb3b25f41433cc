package dev.assay.cli;

import dev.assay.access.guard.AllowedHosts;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Misused;
import dev.assay.cli.terminal.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Serve the pages and the API until stopped.")
final class ServeCommand implements Callable<Integer> {

  static final int DEFAULT_PORT = 8420;
  private static final int MOST_PORT = 65_535;
  static final String LOOPBACK = "127.0.0.1";

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Option(
      names = "--port",
      defaultValue = "" + DEFAULT_PORT,
      description = "Where to listen (default: ${DEFAULT-VALUE}; 0 takes any free port).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = LOOPBACK,
      description =
          "Which address to listen on (default: ${DEFAULT-VALUE}, reached from this machine only). Another needs accounts: assay user add.")
  private String host = LOOPBACK;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "A name that browsers may ask this server by, such as that of a proxy before it; any number of times. Others are refused.")
  private List<String> names = List.of();

  ServeCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() throws Exception {
    checkPort(port, output);
    return serve(opener, output, common.data(), new Desk.Listening(host, port, names));
  }

  /// Serves a desk until it is stopped; on a network only if somebody must sign in.
  static int serve(Desk.Opener opener, Output output, Path data, Desk.Listening listening)
      throws InterruptedException {
    String host = listening.host();
    Desk desk = opener.toWrite(data);
    if (!AllowedHosts.isThisMachine(host) && !desk.doors().accounts().exist()) {
      desk.close();
      output.error().println(output.words().say("serve.no-accounts", host));
      return ExitCode.FAILED;
    }
    Desk.Serving serving = opener.serve(desk, listening);
    output.line(output.words().say("serve.ready", host, serving.port()));
    output.flush();
    serving.lookAtFirstPages();
    untilStopped(desk, serving);
    return ExitCode.DONE;
  }

  /// @throws Misused if there can be no such port
  static void checkPort(int port, Output output) {
    if (port < 0 || port > MOST_PORT) {
      throw new Misused(output.words().say("usage.port", port));
    }
  }

  /// Waits for the signal that ends the process, then closes in order.
  static void untilStopped(Desk desk, Desk.Serving serving) throws InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  serving.close();
                  desk.close();
                }));
    new CountDownLatch(1).await();
  }
}
