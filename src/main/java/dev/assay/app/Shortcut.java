package dev.assay.app;

import dev.assay.app.handover.Declined;
import dev.assay.app.handover.Handover;
import dev.assay.article.ExpectedFailure;
import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;

/// What is answered before anything of Assay is loaded: its version, and all that a running server
/// answers, which has everything loaded and warm. The server runs the very same command, so the
/// answer is the same.
final class Shortcut {

  /// Commands that read or write the desk alone. Those that write would be handed over in any case.
  private static final Set<String> OF_THE_DESK =
      Set.of(
          "alias",
          "article",
          "brief",
          "collection",
          "delete",
          "fetch",
          "fold",
          "import",
          "ledger",
          "mark",
          "note",
          "search",
          "sources",
          "status",
          "today",
          "topic",
          "unfold",
          "unread");

  /// What says that the command works on files, or on another desk than the folder's own.
  private static final Set<String> NOT_OF_THE_DESK = Set.of("--batch", "--store");

  private Shortcut() {}

  /// Answers a command line at once, if it can.
  ///
  /// @return the exit code; none if there is no shortcut
  static OptionalInt run(Streams streams, String[] arguments) {
    if (arguments.length == 1 && Set.of("--version", "-V").contains(arguments[0])) {
      return version(streams);
    }
    if (arguments.length == 0
        || !OF_THE_DESK.contains(arguments[0])
        || Arrays.stream(arguments).anyMatch(Shortcut::leavesTheDesk)
        || streams.environment().containsKey("ASSAY_STORE")) {
      return OptionalInt.empty();
    }
    Path data = Common.data(arguments);
    try {
      return Handover.run(data, streams, arguments);
    } catch (Declined e) {
      return OptionalInt.empty();
    } catch (ExpectedFailure e) {
      return OptionalInt.of(Commands.failed(streams, arguments, e));
    }
  }

  private static boolean leavesTheDesk(String argument) {
    int equals = argument.indexOf('=');
    return NOT_OF_THE_DESK.contains(equals < 0 ? argument : argument.substring(0, equals));
  }

  private static OptionalInt version(Streams streams) {
    byte[] line = (Version.line() + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    try {
      streams.out().write(line);
      streams.out().flush();
    } catch (IOException e) {
      return OptionalInt.of(ExitCode.FAILED);
    }
    return OptionalInt.of(ExitCode.DONE);
  }
}
