package dev.assay.cli;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.ask.AnswerId;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Misused;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.PastOption;
import dev.assay.export.Export;
import dev.assay.export.Pack;
import dev.assay.export.PackSubject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description =
        "Write the evidence on a topic, a query, an answer, a collection or articles into a zip.")
final class ExportCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();
  @Mixin private PastOption past = new PastOption();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "A topic, or a query whose articles are wanted.")
  private @Nullable String topic;

  @Option(names = "--ask", paramLabel = "ID", description = "A kept answer: assay ask --kept.")
  private @Nullable String answer;

  @Option(
      names = "--collection",
      paramLabel = "NAME",
      description = "A collection, with your notes on its articles.")
  private @Nullable String collection;

  @Option(
      names = "--article",
      paramLabel = "ID",
      description = "These articles only; may be repeated.")
  private List<String> articles = List.of();

  @Option(
      names = "--pages",
      description =
          "Put the pages in as they were fetched (WARC), but those whose site reserves them.")
  private boolean pages;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "The zip to write (default: assay-pack.zip); what is there is replaced.")
  private Path out = Path.of("assay-pack.zip");

  ExportCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    try (Desk desk = opener.toRead(common.data())) {
      Language reader = output.words().chinese() ? Language.ZH_HANS : Language.EN;
      Optional<Pack> pack =
          desk.export()
              .of(
                  subject(desk),
                  ReaderId.LOCAL,
                  reader,
                  past.moment(output.words()),
                  pages ? Export.Extent.PAGES : Export.Extent.TEXTS);
      if (pack.isEmpty()) {
        output.error().println(output.words().say("export.nothing"));
        return ExitCode.NOT_FOUND;
      }
      write(pack.get());
      output.line(
          output.words().say("export.done", out, pack.get().articles(), pack.get().figures()));
      return ExitCode.DONE;
    }
  }

  private PackSubject subject(Desk desk) {
    List<PackSubject> named = new ArrayList<>();
    if (topic != null && !topic.isBlank()) {
      named.add(new PackSubject.OfTopic(topic.strip()));
    }
    if (answer != null) {
      named.add(new PackSubject.OfAnswer(answerId(answer)));
    }
    if (collection != null) {
      named.add(new PackSubject.OfCollection(collection));
    }
    if (articles.size() > Export.MOST_ARTICLES) {
      throw new Misused(output.words().say("export.many", Export.MOST_ARTICLES, articles.size()));
    }
    if (!articles.isEmpty()) {
      named.add(
          new PackSubject.OfArticles(articles.stream().map(name -> article(desk, name)).toList()));
    }
    if (named.size() != 1) {
      throw new Misused(output.words().say("export.how"));
    }
    return named.getFirst();
  }

  private AnswerId answerId(String id) {
    return AnswerId.parse(id).orElseThrow(() -> new Misused(output.words().say("ask.unknown", id)));
  }

  private ArticleId article(Desk desk, String name) {
    return desk.upkeep()
        .find(name)
        .orElseThrow(() -> new Misused(output.words().say("article.none", name)));
  }

  /// A pack that breaks off leaves what was there.
  private void write(Pack pack) throws IOException {
    Path folder = out.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, ".assay-pack", ".part");
    try {
      try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part))) {
        pack.writeTo(file);
      }
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
