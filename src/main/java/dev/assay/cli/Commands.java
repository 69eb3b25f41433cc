package dev.assay.cli;

import dev.assay.article.ExpectedFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command tree of `assay`.
@Command(
    name = "assay",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    description =
        "A research desk: topic pages with cited summaries, and search, from your own documents.",
    synopsisSubcommandLabel = "COMMAND")
public final class Commands {

  @Option(
      names = "--lang",
      scope = CommandLine.ScopeType.INHERIT,
      paramLabel = "zh|en",
      description = "The language of what Assay says (default: that of the environment).")
  @SuppressWarnings("UnusedVariable") // read before the rest: the help is in this language too
  private String language = "";

  private Commands() {}

  /// The process's streams.
  ///
  /// @param terminal whether a person watches `error`
  public record Streams(InputStream in, OutputStream out, OutputStream error, boolean terminal) {

    /// Those of this process.
    public static Streams ofProcess() {
      return new Streams(
          System.in, System.out, System.err, System.getenv("ASSAY_TERMINAL") != null);
    }
  }

  /// Runs one command line.
  ///
  /// @param samples the folder with the sample articles
  /// @return the exit code
  public static int run(
      Desk.Opener opener, InstantSource clock, Path samples, Streams streams, String[] arguments) {
    Output output =
        Output.of(
            streams.out(), streams.error(), streams.terminal(), locale(arguments, System.getenv()));
    int code = tree(opener, output, clock, samples, streams.in()).execute(arguments);
    output.flush();
    return code;
  }

  static CommandLine tree(
      Desk.Opener opener, Output output, InstantSource clock, Path samples, InputStream in) {
    CommandLine tree = new CommandLine(new Commands());
    tree.setOut(new PrintWriter(output.out(), true, output.out().charset()));
    tree.setErr(new PrintWriter(output.error(), true, output.error().charset()));
    tree.addSubcommand(new DemoCommand(opener, output, samples));
    tree.addSubcommand(new ServeCommand(opener, output));
    tree.addSubcommand(new ImportCommand(opener, output, clock, in));
    tree.addSubcommand(new TopicCommand(opener, output));
    tree.addSubcommand(new SearchCommand(opener, output));
    tree.addSubcommand(new AliasCommand(opener, output));
    tree.addSubcommand(new DictionaryCommand(output));
    tree.addSubcommand(new EmbeddingsCommand(opener, output));
    tree.addSubcommand(new ArticleCommand(opener, output));
    tree.addSubcommand(new BriefCommand(opener, output));
    tree.addSubcommand(new StatusCommand(opener, output));
    tree.addSubcommand(new ModelsCommand(opener, output));
    tree.addSubcommand(new DeleteCommand(opener, output));
    tree.addSubcommand(new ReindexCommand(opener, output, clock));
    tree.addSubcommand(new ReprocessCommand(opener, output, clock));
    tree.addSubcommand(new VerifyCommand(opener, output, clock));
    tree.addSubcommand(new BackupCommand(opener, output));
    tree.addSubcommand(new RestoreCommand(opener, output));
    tree.addSubcommand(new CleanCommand(in, output.out(), clock));
    tree.addSubcommand(new FoldCommand(opener, output, in));
    tree.addSubcommand(new UnfoldCommand(opener, output));
    tree.addSubcommand(new OwnersCommand(opener, output));
    tree.addSubcommand(new EventsCommand(in, output.out()));
    tree.addSubcommand(new LedgerCommand(opener, output, in));

    tree.addSubcommand(new QuantitiesCommand(in, output.out()));
    tree.addSubcommand(new CheckCommand(in, output.out()));
    tree.setCaseInsensitiveEnumValuesAllowed(true); // of all commands above
    tree.setExecutionExceptionHandler((thrown, _, _) -> failed(output, thrown));
    tree.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
    return tree;
  }

  private static int failed(Output output, Exception thrown) {
    if (thrown instanceof ExpectedFailure || thrown instanceof IOException) {
      output
          .error()
          .println(output.words().say("error.failed", String.valueOf(thrown.getMessage())));
    } else {
      thrown.printStackTrace(output.error());
      output.error().println(output.words().say("error.bug", thrown));
    }
    return ExitCode.FAILED;
  }

  /// `--lang` wherever it stands, else the environment's language as the C library reads it.
  private static Locale locale(String[] arguments, Map<String, String> environment) {
    int option = Arrays.asList(arguments).indexOf("--lang");
    if (option >= 0 && option + 1 < arguments.length) {
      return Locale.forLanguageTag(arguments[option + 1]);
    }
    for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isEmpty()) {
        return value.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
      }
    }
    return Locale.ENGLISH;
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Commands.class.getPackage().getImplementationVersion();
      return new String[] {"assay " + (version == null ? "(built from sources)" : version)};
    }
  }
}
