package dev.assay.cli;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Interrupted;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.Progress;
import dev.assay.cli.terminal.Streams;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.input.BatchDocuments;
import dev.assay.ingest.input.Given;
import dev.assay.ingest.input.Inputs;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Take in documents: HTML, text, Markdown, PDF and DOCX files, mails, web archives, references and lists of links,",
      "folders of them, http(s) addresses, RSS or Atom feeds with the pages they name, or JSON Lines with --batch.",
      "Running it again takes in only what is new or changed."
    })
final class ImportCommand implements Callable<Integer> {

  /// A file that is redirected here can be read twice.
  private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

  private final Desk.Opener opener;
  private final Output output;
  private final InstantSource clock;
  private final Streams streams;

  @Mixin private Common common;

  @Option(
      names = "--batch",
      description =
          "Read JSON Lines from standard input, or from the FILEs: {\"id\", \"title\", \"text\", ...} a line.")
  private boolean batch;

  @Parameters(paramLabel = "FILE|FOLDER|URL", arity = "0..*", description = "What to take in.")
  private List<String> arguments = List.of();

  ImportCommand(Desk.Opener opener, Output output, InstantSource clock, Streams streams) {
    this.opener = opener;
    this.output = output;
    this.clock = clock;
    this.streams = streams;
    this.common = new Common();
  }

  @Override
  public Integer call() throws Exception {
    if (arguments.isEmpty() && !batch) {
      output.error().println(output.words().say("import.nothing"));
      return ExitCode.USAGE;
    }
    List<String> named = arguments.stream().map(this::resolved).toList();
    try (Desk desk = opener.toWrite(common.data())) {
      Progress progress = new Progress(output, total(named), clock);
      progress.at(0); // the first documents take a while
      Tally tally = new Tally(output, common.json(), progress);
      Ingest ingest = desk.ingest();
      try (Interrupted _ = streams.interruption().stops(ingest::stop)) {
        if (batch) {
          importBatches(ingest, named, tally);
        } else {
          try (Stream<Given> given = desk.inputs().of(named)) {
            ingest.run(given.iterator(), tally);
          }
        }
        return tally.finish();
      }
    }
  }

  /// A path as seen from where the command was typed; an address as it is.
  private String resolved(String argument) {
    try {
      return argument.contains("://") ? argument : streams.folder().resolve(argument).toString();
    } catch (InvalidPathException e) {
      return argument; // refused by itself, in words
    }
  }

  private long total(List<String> named) throws IOException {
    if (!batch) {
      return Inputs.count(named);
    }
    List<Path> files =
        named.isEmpty() ? List.of(STANDARD_INPUT) : named.stream().map(Path::of).toList();
    boolean ours = !named.isEmpty() || streams.in() == System.in;
    long lines = 0;
    for (Path file : files) {
      lines += ours && Files.isRegularFile(file) ? lines(file) : 0;
    }
    return lines;
  }

  /// Those that are not blank, by their ends: a batch may be large, and is read again after this.
  private static long lines(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      long lines = 0;
      boolean blank = true;
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == '\n') {
          blank = true;
        } else if (blank && c > ' ') {
          blank = false;
          lines++;
        }
      }
      return lines;
    }
  }

  private void importBatches(Ingest ingest, List<String> files, Tally tally) throws Exception {
    if (files.isEmpty()) {
      ingest.run(new BatchDocuments(new BufferedInputStream(streams.in()), clock), tally);
    }
    for (String file : files) {
      try (InputStream opened = Files.newInputStream(Path.of(file))) {
        Iterator<Given> lines = new BatchDocuments(new BufferedInputStream(opened), clock);
        ingest.run(lines, tally);
      }
    }
  }
}
