package dev.assay.cli;

import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.Progress;
import dev.assay.ingest.BatchLines;
import dev.assay.ingest.Given;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.Inputs;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Take in documents: HTML, text, Markdown, PDF and DOCX files, folders of them, http(s) addresses,",
      "RSS or Atom feeds with the pages they name, or JSON Lines with --batch.",
      "Running it again takes in only what is new or changed."
    })
final class ImportCommand implements Callable<Integer> {

  private static final long STOP_SECONDS = 20;

  private final Desk.Opener opener;
  private final Output output;
  private final InstantSource clock;
  private final InputStream in;

  @Mixin private Common common;

  @Option(
      names = "--batch",
      description =
          "Read JSON Lines from standard input, or from the FILEs: {\"id\", \"title\", \"text\", ...} a line.")
  private boolean batch;

  @Parameters(paramLabel = "FILE|FOLDER|URL", arity = "0..*", description = "What to take in.")
  private List<String> arguments = List.of();

  ImportCommand(Desk.Opener opener, Output output, InstantSource clock, InputStream in) {
    this.opener = opener;
    this.output = output;
    this.clock = clock;
    this.in = in;
    this.common = new Common();
  }

  @Override
  public Integer call() throws Exception {
    if (arguments.isEmpty() && !batch) {
      output.error().println(output.words().say("import.nothing"));
      return ExitCode.USAGE;
    }
    CountDownLatch ended = new CountDownLatch(1);
    try (Desk desk = opener.toWrite(common.data())) {
      Tally tally = new Tally(output, common.json(), new Progress(output, total(), clock));
      Ingest ingest = desk.ingest();
      stopOnInterrupt(ingest, ended);
      if (batch) {
        importBatches(ingest, tally);
      } else {
        try (Stream<Given> given = arguments.stream().flatMap(desk.inputs()::of)) {
          ingest.run(given.iterator(), tally);
        }
      }
      return tally.finish();
    } finally {
      ended.countDown();
    }
  }

  private long total() {
    return batch ? 0 : Inputs.count(arguments);
  }

  private void importBatches(Ingest ingest, Tally tally) throws Exception {
    if (arguments.isEmpty()) {
      ingest.run(new BatchLines(new BufferedInputStream(in), clock), tally);
    }
    for (String file : arguments) {
      try (InputStream opened = Files.newInputStream(Path.of(file))) {
        Iterator<Given> lines = new BatchLines(new BufferedInputStream(opened), clock);
        ingest.run(lines, tally);
      }
    }
  }

  /// Ctrl-C ends the run after the documents under way; the next run goes on from there.
  static void stopOnInterrupt(Ingest ingest, CountDownLatch ended) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  ingest.stop();
                  try {
                    ended.await(STOP_SECONDS, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }
}
