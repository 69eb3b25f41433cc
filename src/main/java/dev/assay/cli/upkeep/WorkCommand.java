package dev.assay.cli.upkeep;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "work",
    description = "Read the documents that backfill hands out, beside any number of others.")
public final class WorkCommand implements Callable<Integer> {

  private static final long LOOK_MILLIS = 500;

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Option(
      names = "--until-done",
      description = "End when nothing is left to do (default: go on until stopped).")
  private boolean untilDone;

  public WorkCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() throws Exception {
    Desk.Working working = opener.sharing(common.data()).work(this::say);
    Thread closing = new Thread(working::close);
    Runtime.getRuntime().addShutdownHook(closing);
    output.line(output.words().say("work.ready"));
    output.flush();
    while (!untilDone || working.waiting() > 0) {
      Thread.sleep(LOOK_MILLIS);
    }
    working.close();
    return ExitCode.DONE;
  }

  private synchronized void say(Desk.Done done) {
    Map<String, Long> documents = new TreeMap<>(done.documents());
    output.line(output.words().say("work.part", done.part(), documents));
    output.flush();
  }
}
