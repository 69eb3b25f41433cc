package dev.assay.cli.upkeep;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Finding;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "report",
    description = {
      "Print what a report of a fault should hold, as JSON: versions, counts, and where stages failed.",
      "No titles, names, addresses, paths or keys. Read it before you send it."
    })
public final class ReportCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  public ReportCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("assay", new Version().getVersion()[0]);
    report.put("java", Runtime.version().toString());
    report.put(
        "system",
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    report.put("processors", Runtime.getRuntime().availableProcessors());
    report.put("heapMegabytes", Runtime.getRuntime().maxMemory() >> 20);
    report.put("charset", System.getProperty("sun.jnu.encoding", ""));
    report.put("findings", findings());
    report.put("data", opener.counts(common.data()));
    output.line(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    return ExitCode.DONE;
  }

  /// What was found, by its key alone: the words may name files.
  private List<String> findings() {
    List<String> found = new ArrayList<>();
    for (Finding finding : opener.examine(common.data())) {
      found.add(finding.grade().name().toLowerCase(Locale.ROOT) + " " + finding.key());
    }
    return found;
  }
}
