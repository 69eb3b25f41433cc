package dev.assay.cli.upkeep;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.topic.OutletLine;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `assay owners`: who stands behind the outlets of a data folder.
@Command(
    name = "owners",
    description = {
      "List the outlets whose articles are stored, and the owner under which each counts.",
      "Outlets of one owner are one source. Assay knows some owners; put yours into owners.tsv in the data"
          + " folder: a row is an outlet, a tab, its owner. An outlet that is its own owner stands for itself."
    })
public final class OwnersCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  public OwnersCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  /// What `--json` prints.
  private record Outlets(List<OutletLine> outlets) {}

  @Override
  public Integer call() {
    try (Desk desk = opener.toRead(common.data())) {
      List<OutletLine> outlets = desk.topics().outlets();
      if (common.json()) {
        output.json(new Outlets(outlets));
      } else {
        outlets.forEach(this::print);
      }
      return ExitCode.DONE;
    }
  }

  private void print(OutletLine outlet) {
    String name = outlet.name().isEmpty() ? output.words().say("owners.unnamed") : outlet.name();
    String owner =
        outlet.owner().equals(outlet.name())
            ? ""
            : "  " + output.words().say("owners.of", outlet.owner());
    output.line("%,6d  %s%s".formatted(outlet.articles(), name, owner));
  }
}
