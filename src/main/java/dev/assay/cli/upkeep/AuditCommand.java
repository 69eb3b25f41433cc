package dev.assay.cli.upkeep;

import dev.assay.access.AuditLine;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay audit`: who did what.
@Command(
    name = "audit",
    description =
        "List who changed what, when and from where: every change that reaches more than one reader, and every sign-in.")
public final class AuditCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Option(
      names = "--limit",
      defaultValue = "50",
      description = "How many lines, the newest first (default: ${DEFAULT-VALUE}).")
  private int limit;

  public AuditCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    try (Desk desk = opener.toRead(common.data())) {
      List<AuditLine> lines = desk.doors().accounts().audit().newest(Math.max(1, limit));
      lines.forEach(this::print);
      return ExitCode.DONE;
    }
  }

  private void print(AuditLine line) {
    if (common.json()) {
      output.json(line);
    } else {
      output.line(
          "%tFT%<tTZ  %s  %s  %s  %s"
              .formatted(
                  line.at().atOffset(ZoneOffset.UTC),
                  line.who(),
                  line.what(),
                  line.target(),
                  line.address())
              .stripTrailing());
    }
  }
}
