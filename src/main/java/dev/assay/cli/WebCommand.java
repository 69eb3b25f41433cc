package dev.assay.cli;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Output;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "web",
    description =
        "Serve the pages and the API of a desk that several processes share, and do nothing else.")
final class WebCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Option(
      names = "--port",
      defaultValue = "" + ServeCommand.DEFAULT_PORT,
      description = "Where to listen (default: ${DEFAULT-VALUE}; 0 takes any free port).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = ServeCommand.LOOPBACK,
      description =
          "Which address to listen on (default: ${DEFAULT-VALUE}). Another needs accounts.")
  private String host = ServeCommand.LOOPBACK;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "A further name that browsers may ask this server by; any number of times.")
  private List<String> names = List.of();

  WebCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() throws Exception {
    ServeCommand.checkPort(port, output);
    return ServeCommand.serve(
        opener, output, common.data(), new Desk.Listening(host, port, names, Desk.Duty.PAGES));
  }
}
