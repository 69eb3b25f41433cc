package dev.assay.cli;

import dev.assay.article.ArticleId;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.tool.FoldBatch;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay fold`: which articles of a batch are copies of each other; or, of stored articles, that
/// they are, by the reader's word.
@Command(
    name = "fold",
    description = {
      "Fold stored articles into one text: the groups that they stand in become one. This is kept, and"
          + " holds whatever Assay makes of the texts later; assay unfold ID takes an article out again.",
      "With --batch: tell which articles of standard input are copies: reposts, light edits and excerpts,"
          + " in either Chinese script. Templates of another day and follow-ups with new figures stay apart."
    })
final class FoldCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;
  private final InputStream in;

  @Mixin private Common common = new Common();

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Article ids, or ids that a batch gave: two or more, or one with --forget.")
  private List<String> names = List.of();

  @Option(
      names = "--forget",
      description = "Forget what was said of these articles: Assay's comparison decides again.")
  private boolean forget;

  @Option(
      names = "--batch",
      description =
          "Read JSON Lines {\"id\",\"title\",\"text\",\"published\",\"source\"} from standard input; write"
              + " {\"id\",\"group\",\"canonical\"} a line. Stored articles play no part.")
  private boolean batch;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "With --batch: threads that compare (default: one for each processor). The answer is the same.")
  private int threads = Runtime.getRuntime().availableProcessors();

  FoldCommand(Desk.Opener opener, Output output, InputStream in) {
    this.opener = opener;
    this.output = output;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    if (batch) {
      return foldBatch();
    }
    int least = forget ? 1 : 2;
    if (names.size() < least) {
      output.error().println(output.words().say("fold.too-few", least));
      return ExitCode.USAGE;
    }
    return foldStored();
  }

  private int foldBatch() throws IOException {
    PrintStream lines =
        new PrintStream(
            new BufferedOutputStream(output.out(), 1 << 16), false, StandardCharsets.UTF_8);
    FoldBatch.run(in, lines, threads);
    lines.flush();
    return ExitCode.DONE;
  }

  private int foldStored() {
    try (Desk desk = opener.toWrite(common.data())) {
      HandFolding folding = new HandFolding(desk, output, common.json());
      List<ArticleId> found = folding.find(names);
      if (forget) {
        found.forEach(id -> folding.print(desk.folds().forget(id), id));
      } else if (found.stream().distinct().count() > 1) {
        folding.print(desk.folds().fold(found), found.getFirst());
      } else if (folding.code() == ExitCode.DONE) {
        output.error().println(output.words().say("fold.itself"));
        return ExitCode.USAGE;
      }
      return folding.code();
    }
  }
}
