package dev.assay.cli;

import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// Says in the user's language why a command line could not be understood, and where to read on.
final class Misreadings implements CommandLine.IParameterExceptionHandler {

  private static final int SUGGESTED = 3;

  private final Output output;

  Misreadings(Output output) {
    this.output = output;
  }

  @Override
  public int handleParseException(ParameterException thrown, String[] arguments) {
    Output.Words words = output.words();
    String command = thrown.getCommandLine().getCommandSpec().qualifiedName();
    output.error().println(words.say("error.failed", said(thrown, words)));
    if (thrown instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      output.error().println(words.say("search.mean", String.join(", ", likely(unmatched))));
    }
    output.error().println(words.say("usage.see", command + " --help"));
    return ExitCode.USAGE;
  }

  /// Commands of the same letters in another order, which are most likely meant, and those that
  /// share most pairs of letters.
  private static List<String> likely(CommandLine.UnmatchedArgumentException unmatched) {
    String letters = inOrder(unmatched.getUnmatched().getFirst());
    Stream<String> mixedUp =
        unmatched.getCommandLine().getSubcommands().keySet().stream()
            .filter(name -> inOrder(name).equals(letters));
    return Stream.concat(mixedUp, unmatched.getSuggestions().stream())
        .distinct()
        .limit(SUGGESTED)
        .toList();
  }

  private static String inOrder(String word) {
    char[] letters = word.toCharArray();
    Arrays.sort(letters);
    return new String(letters);
  }

  private static String said(ParameterException thrown, Output.Words words) {
    return switch (thrown) {
      case CommandLine.UnmatchedArgumentException unmatched ->
          words.say("usage.unknown", unmatched.getUnmatched().getFirst());
      case CommandLine.MissingParameterException missing when !missing.getMissing().isEmpty() ->
          words.say("usage.missing", names(missing.getMissing()));
      case CommandLine.OverwrittenOptionException twice ->
          words.say("usage.twice", name(twice.getOverwritten()));
      default -> otherwise(thrown, words);
    };
  }

  private static String otherwise(ParameterException thrown, Output.Words words) {
    ArgSpec argument = thrown.getArgSpec();
    String value = thrown.getValue();
    if (argument != null && value != null) {
      return words.say("usage.value", name(argument), value, wanted(argument, words));
    }
    String message = String.valueOf(thrown.getMessage());
    return message.equals("Missing required subcommand")
        ? words.say("usage.no-command")
        : words.say("usage.other", message);
  }

  private static String names(List<ArgSpec> missing) {
    boolean choice =
        missing.stream()
            .allMatch(argument -> argument.group() != null && argument.group().exclusive());
    return missing.stream()
        .map(Misreadings::name)
        .collect(Collectors.joining(choice ? " | " : ", "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String wanted(ArgSpec argument, Output.Words words) {
    Class<?>[] types = argument.auxiliaryTypes();
    Class<?> type = types.length > 0 ? types[0] : argument.type();
    Object[] choices = type.getEnumConstants();
    return choices == null
        ? words.say("usage.wants.number")
        : words.say(
            "usage.wants.one-of",
            Arrays.stream(choices)
                .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
  }
}
