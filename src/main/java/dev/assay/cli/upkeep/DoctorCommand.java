package dev.assay.cli.upkeep;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Finding;
import dev.assay.cli.terminal.Output;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "doctor",
    description = {
      "Say what is wrong with this installation, and what to do about it.",
      "It looks at the machine, the data folder, store, index and settings, and changes nothing; exit 5 if something does not work."
    })
public final class DoctorCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  public DoctorCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    List<Finding> findings = opener.examine(common.data());
    for (Finding finding : findings) {
      if (common.json()) {
        output.json(json(finding));
      } else {
        print(finding);
      }
    }
    long faults = count(findings, Finding.Grade.FAULT);
    if (!common.json()) {
      output.line(output.words().say("doctor.sum", faults, count(findings, Finding.Grade.REMARK)));
    }
    return faults > 0 ? ExitCode.PROBLEMS : ExitCode.DONE;
  }

  private static long count(List<Finding> findings, Finding.Grade grade) {
    return findings.stream().filter(finding -> finding.grade() == grade).count();
  }

  private void print(Finding finding) {
    output.line(said(finding, "doctor." + word(finding.grade())) + said(finding));
    if (finding.grade() != Finding.Grade.WELL) {
      output.line("        " + said(finding, key(finding) + ".remedy"));
    }
  }

  private String said(Finding finding) {
    return said(
        finding, finding.grade() == Finding.Grade.WELL ? key(finding) : key(finding) + ".not");
  }

  private String said(Finding finding, String key) {
    return output.words().say(key, finding.arguments().toArray());
  }

  private static String key(Finding finding) {
    return "doctor." + finding.key();
  }

  private static String word(Finding.Grade grade) {
    return grade.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, String> json(Finding finding) {
    return finding.grade() == Finding.Grade.WELL
        ? Map.of("grade", word(finding.grade()), "key", finding.key(), "text", said(finding))
        : Map.of(
            "grade",
            word(finding.grade()),
            "key",
            finding.key(),
            "text",
            said(finding),
            "remedy",
            said(finding, key(finding) + ".remedy"));
  }
}
