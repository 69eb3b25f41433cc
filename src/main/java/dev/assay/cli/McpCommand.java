package dev.assay.cli;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `assay mcp`: the desk as tools for an assistant on this machine.
@Command(
    name = "mcp",
    description =
        "Serve the desk's tools to an assistant on this machine, over standard input and output (Model Context Protocol). It reads beside a running server, and changes nothing.")
final class McpCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;
  private final InputStream in;

  @Mixin private Common common = new Common();

  McpCommand(Desk.Opener opener, Output output, InputStream in) {
    this.opener = opener;
    this.output = output;
    this.in = in;
  }

  @Override
  public Integer call() throws Exception {
    try (Desk desk = opener.toRead(common.data())) {
      opener.serveTools(desk, in, output.out());
    }
    return ExitCode.DONE;
  }
}
