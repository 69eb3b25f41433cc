package dev.assay.cli.upkeep;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "settle",
    description = {
      "Decide for a desk that several processes share, until stopped: join copies, keep the ledger and the index, ask sources.",
      "One at a time does so; a second waits to take its place."
    })
public final class SettleCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  public SettleCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() throws Exception {
    Desk.Running settling = opener.sharing(common.data()).settle();
    Runtime.getRuntime().addShutdownHook(new Thread(settling::close));
    output.line(output.words().say("settle.ready"));
    output.flush();
    new CountDownLatch(1).await();
    return ExitCode.DONE;
  }
}
