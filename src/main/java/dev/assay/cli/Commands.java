package dev.assay.cli;

import dev.assay.article.Article;
import dev.assay.article.ExpectedFailure;
import dev.assay.article.UnknownPage;
import dev.assay.brief.work.ModelDesk;
import dev.assay.cli.desk.AlertsCommand;
import dev.assay.cli.desk.CollectionCommand;
import dev.assay.cli.desk.MarkCommand;
import dev.assay.cli.desk.MuteCommand;
import dev.assay.cli.desk.NoteCommand;
import dev.assay.cli.desk.UnreadCommand;
import dev.assay.cli.source.FetchCommand;
import dev.assay.cli.source.FollowCommand;
import dev.assay.cli.source.SourcesCommand;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Misused;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Version;
import dev.assay.cli.time.ChainCommand;
import dev.assay.cli.time.EditsCommand;
import dev.assay.cli.time.EventCommand;
import dev.assay.cli.time.RisingCommand;
import dev.assay.cli.time.SeriesCommand;
import dev.assay.cli.time.TimelineCommand;
import dev.assay.cli.tool.CheckCommand;
import dev.assay.cli.tool.CleanCommand;
import dev.assay.cli.tool.EventsCommand;
import dev.assay.cli.tool.QuantitiesCommand;
import dev.assay.cli.upkeep.AuditCommand;
import dev.assay.cli.upkeep.BackfillCommand;
import dev.assay.cli.upkeep.BackupCommand;
import dev.assay.cli.upkeep.DoctorCommand;
import dev.assay.cli.upkeep.EmbeddingsCommand;
import dev.assay.cli.upkeep.MoveCommand;
import dev.assay.cli.upkeep.OwnersCommand;
import dev.assay.cli.upkeep.ReindexCommand;
import dev.assay.cli.upkeep.ReportCommand;
import dev.assay.cli.upkeep.RestoreCommand;
import dev.assay.cli.upkeep.SettleCommand;
import dev.assay.cli.upkeep.UserCommand;
import dev.assay.cli.upkeep.VerifyCommand;
import dev.assay.cli.upkeep.WorkCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command tree of `assay`.
@Command(
    name = "assay",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "A research desk: topic pages with cited summaries, and search, from your own documents.",
    synopsisSubcommandLabel = "COMMAND")
public final class Commands {

  private static final String LANGUAGE = "--lang";

  private static final String STORE = "--store";

  /// Commands that nobody else may be in the data folder with.
  private static final Set<String> ALONE = Set.of("serve", "demo", "reindex", "restore");

  @Option(
      names = LANGUAGE,
      scope = CommandLine.ScopeType.INHERIT,
      paramLabel = "zh|en",
      description =
          "The language of what Assay says (default: ASSAY_LANG, else that of the environment).")
  @SuppressWarnings("UnusedVariable") // read before the rest: the help is in this language too
  private String language = "";

  /// `ASSAY_LANG` first: where the launcher gives the process another charset, it keeps there what
  /// the user's environment said.
  private static final List<String> LANGUAGE_VARIABLES =
      List.of("ASSAY_LANG", "LC_ALL", "LC_MESSAGES", "LANG");

  @Option(
      names = STORE,
      scope = CommandLine.ScopeType.INHERIT,
      paramLabel = "ADDRESS",
      description =
          "Where the desk is kept: postgres://USER@HOST:PORT/DATABASE, or folder (default: ASSAY_STORE, else store.properties in the data folder, else the folder).")
  @SuppressWarnings("UnusedVariable") // read before the rest: commands are made with their store
  private String store = "";

  private Commands() {}

  /// Runs one command line.
  ///
  /// @param samples the folder with the sample articles
  /// @return the exit code
  public static int run(
      Desk.Opener desks, InstantSource clock, Path samples, Streams streams, String[] given) {
    String[] arguments = Help.asOption(given);
    Output output = output(streams, arguments);
    String store = Common.option(STORE, arguments);
    Desk.Opener opener = store.isEmpty() ? desks : desks.at(store);
    List<Object> commands = commands(opener, output, clock, samples, streams);
    String unknown = unknownLanguage(arguments);
    if (!unknown.isEmpty()) {
      output.error().println(output.words().say("usage.lang", unknown));
      return ExitCode.USAGE;
    }
    int code =
        tree(asked(commands, arguments), output)
            .setExecutionExceptionHandler(
                (thrown, command, _) ->
                    thrown instanceof FolderServed served
                        ? handedOver(opener, served.data(), command, output, streams, arguments)
                        : failed(output, thrown))
            .execute(arguments);
    output.flush();
    return code;
  }

  /// Says why a command line that was not read here failed.
  ///
  /// @return the exit code
  public static int failed(Streams streams, String[] arguments, ExpectedFailure failure) {
    Output output = output(streams, arguments);
    int code = failed(output, failure);
    output.flush();
    return code;
  }

  private static Output output(Streams streams, String[] arguments) {
    return Output.of(
        streams.out(),
        streams.error(),
        streams.terminal(),
        locale(arguments, streams.environment()));
  }

  /// A running server has the data folder open: it runs the command, unless the command needs the
  /// folder for itself.
  private static int handedOver(
      Desk.Opener opener,
      Path data,
      CommandLine command,
      Output output,
      Streams streams,
      String[] arguments) {
    if (ALONE.contains(command.getCommandName())) {
      output.error().println(output.words().say("handover.alone", data));
      return ExitCode.FAILED;
    }
    output.flush();
    try {
      return opener.handOver(data, streams, arguments);
    } catch (ExpectedFailure e) {
      return failed(output, e);
    }
  }

  /// All of them, in the order of the help.
  private static List<Object> commands(
      Desk.Opener opener, Output output, InstantSource clock, Path samples, Streams streams) {
    InputStream in = streams.in();
    return List.of(
        new DemoCommand(opener, output, samples, clock),
        new ServeCommand(opener, output),
        new WebCommand(opener, output),
        new SettleCommand(opener, output),
        new WorkCommand(opener, output),
        new BackfillCommand(opener, output),
        new MoveCommand(opener, output),
        new ImportCommand(opener, output, clock, streams),
        new FollowCommand(opener, output, streams),
        new SourcesCommand(opener, output, clock),
        new FetchCommand(opener, output),
        new TopicCommand(opener, output),
        new SearchCommand(opener, output),
        new AskCommand(opener, output, in),
        new ExportCommand(opener, output),
        new TodayCommand(opener, output),
        new UnreadCommand(opener, output),
        new MarkCommand(opener, output, clock),
        new MuteCommand(opener, output),
        new NoteCommand(opener, output),
        new CollectionCommand(opener, output),
        new AlertsCommand(opener, output),
        new AliasCommand(opener, output),
        new DictionaryCommand(output),
        new CompaniesCommand(opener, output),
        new EmbeddingsCommand(opener, output),
        new ArticleCommand(opener, output),
        new BriefCommand(opener, output),
        new EventCommand(opener, output),
        new EditsCommand(opener, output),
        new RisingCommand(opener, output),
        new TimelineCommand(opener, output, clock),
        new SeriesCommand(opener, output),
        new ChainCommand(opener, output, clock),
        new StatusCommand(opener, output),
        new ModelsCommand(opener, output),
        new DeleteCommand(opener, output),
        new ReindexCommand(opener, output, clock),
        new ReprocessCommand(opener, output, clock, streams.interruption()),
        new VerifyCommand(opener, output, clock),
        new DoctorCommand(opener, output),
        new ReportCommand(opener, output),
        new BackupCommand(opener, output),
        new RestoreCommand(opener, output),
        new CleanCommand(in, output, clock),
        new FoldCommand(opener, output, in),
        new UnfoldCommand(opener, output),
        new OwnersCommand(opener, output),
        new UserCommand(opener, output, clock, in),
        new AuditCommand(opener, output),
        new McpCommand(opener, output, in),
        new EventsCommand(opener.lexicon(), in, output.out()),
        new LedgerCommand(opener, output, in),
        new LabelsCommand(opener, output),
        new EvaluateCommand(opener, output),
        new QuantitiesCommand(opener.lexicon(), figures(opener), in, output),
        new CheckCommand(opener.lexicon(), in, output));
  }

  /// The one command that `arguments` name, or all of them: to read what each can do takes longer
  /// than most answers. What `assay` itself may be told before it is its language.
  private static List<Object> asked(List<Object> commands, String[] arguments) {
    int at = arguments.length > 0 && arguments[0].equals(LANGUAGE) ? 2 : 0;
    String word = at < arguments.length ? arguments[at] : "";
    return commands.stream()
        .filter(command -> word.equals(name(command)))
        .findFirst()
        .map(List::of)
        .orElse(commands);
  }

  private static String name(Object command) {
    return command.getClass().getAnnotation(Command.class).name();
  }

  static CommandLine tree(
      Desk.Opener opener, Output output, InstantSource clock, Path samples, Streams streams) {
    return tree(commands(opener, output, clock, samples, streams), output);
  }

  private static CommandLine tree(List<Object> commands, Output output) {
    CommandLine tree = new CommandLine(new Commands());
    tree.setOut(new PrintWriter(output.out(), true, output.out().charset()));
    tree.setErr(new PrintWriter(output.error(), true, output.error().charset()));
    commands.forEach(tree::addSubcommand);
    tree.setCaseInsensitiveEnumValuesAllowed(true); // of all commands above
    tree.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
    Help.arrange(tree, output.words());
    tree.setParameterExceptionHandler(new Misreadings(output)); // of all commands too
    return tree;
  }

  private static int failed(Output output, Exception thrown) {
    if (thrown instanceof UnknownPage) {
      output.error().println(output.words().say("error.page"));
      return ExitCode.USAGE;
    }
    if (thrown instanceof ExpectedFailure) {
      output
          .error()
          .println(
              output
                  .words()
                  .say("error.failed", output.words().reason(String.valueOf(thrown.getMessage()))));
    } else if (thrown instanceof IOException io) {
      output.error().println(output.words().say("error.failed", said(io, output.words())));
    } else {
      thrown.printStackTrace(output.error());
      output.error().println(output.words().say("error.bug", thrown));
    }
    return thrown instanceof Misused ? ExitCode.USAGE : ExitCode.FAILED;
  }

  /// Some of these exceptions say no more than a path.
  private static String said(IOException thrown, Output.Words words) {
    String message = String.valueOf(thrown.getMessage());
    return thrown instanceof NoSuchFileException
        ? words.say("error.no-file", message)
        : thrown instanceof FileSystemException && !message.contains(" ")
            ? words.say("error.file", message, thrown.getClass().getSimpleName())
            : message;
  }

  /// What `--lang` asks for and Assay does not speak; empty if it speaks it.
  private static String unknownLanguage(String[] arguments) {
    int option = Arrays.asList(arguments).indexOf(LANGUAGE);
    String asked = option >= 0 && option + 1 < arguments.length ? arguments[option + 1] : "en";
    return asked.startsWith("zh") || asked.startsWith("en") ? "" : asked;
  }

  /// `--lang` wherever it stands, else the environment's language as the C library reads it.
  private static Locale locale(String[] arguments, Map<String, String> environment) {
    int option = Arrays.asList(arguments).indexOf(LANGUAGE);
    if (option >= 0 && option + 1 < arguments.length) {
      return Locale.forLanguageTag(arguments[option + 1]);
    }
    for (String variable : LANGUAGE_VARIABLES) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isEmpty()) {
        return value.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
      }
    }
    return Locale.ENGLISH;
  }

  /// Reads the figures of a text by the model of the data folder.
  private static Function<Article, Optional<ModelDesk.ReadFigures>> figures(Desk.Opener opener) {
    return article -> {
      try (Desk desk = opener.toWrite(new Common().data())) {
        return desk.models().readFigures(article);
      }
    };
  }
}
