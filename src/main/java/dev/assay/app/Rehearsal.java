package dev.assay.app;

import java.util.List;
import java.util.stream.Stream;

/// Asks in one process what users ask most, so that the start-up cache (JEP 514) that is made of
/// its run knows the classes of every answer. `./assay` runs it once after a build.
final class Rehearsal {

  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("topic", "稀土联盟"),
          List.of("topic", "rare earths", "--json"),
          List.of("search", "稀土"),
          List.of("search", "rare earth refining", "--json"),
          List.of("ledger", "rare earths"),
          List.of("status"));

  private Rehearsal() {}

  /// Asks each question once.
  ///
  /// @param arguments the folder with some data, as the commands take it
  public static void main(String[] arguments) {
    for (List<String> question : QUESTIONS) {
      Main.run(
          Stream.concat(question.stream(), Stream.of("--data", arguments[0]))
              .toArray(String[]::new));
    }
  }
}
