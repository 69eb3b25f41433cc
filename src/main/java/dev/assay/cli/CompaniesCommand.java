package dev.assay.cli;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.ingest.CompanyList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "companies",
    description =
        "Say how many listed companies are known by their tickers, or add a list: assay companies add [FILE].")
final class CompaniesCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(index = "0", arity = "0..1", paramLabel = "add", description = "What to do.")
  private String action = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "company_tickers.json of the SEC, or JSON of Wikidata's query service. Without it, the list is fetched.")
  private @Nullable Path file;

  CompaniesCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    boolean usable = file == null || Files.isRegularFile(file);
    return switch (action) {
      case "" -> say();
      case "add" -> usable ? add() : usage();
      default -> usage();
    };
  }

  private int say() {
    try (Desk desk = opener.toRead(common.data())) {
      int size = desk.companies().size();
      output.line(output.words().say(size == 0 ? "companies.none" : "companies.present", size));
      return ExitCode.DONE;
    }
  }

  private int add() {
    try (Desk desk = opener.toWrite(common.data())) {
      CompanyList companies = desk.companies();
      if (file == null) {
        output.error().println(companies.address());
      }
      int size = file == null ? companies.fetch() : companies.add(file);
      output.line(output.words().say("companies.added", size));
      return ExitCode.DONE;
    }
  }

  private int usage() {
    output.error().println(output.words().say("companies.how"));
    return ExitCode.USAGE;
  }
}
