package dev.assay.app;

import dev.assay.cli.terminal.Desk;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Does in one process what users do most, so that the start-up cache (JEP 514) that is made of its
/// run knows the classes of every answer and what the compiler learnt of them (JEP 515): an import,
/// the questions of the command line, the pages of a server. The launcher runs it once after a
/// build.
final class Rehearsal {

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("topic", "稀土联盟"),
          List.of("topic", "rare earths", "--json"),
          List.of("search", "稀土"),
          List.of("search", "rare earth refining", "--json"),
          List.of("ledger", "rare earths"),
          List.of("today"),
          List.of("status"));

  private static final List<String> PAGES =
      List.of(
          "/",
          "/topics/" + URLEncoder.encode("稀土", StandardCharsets.UTF_8),
          "/search?q=rare+earth+refining",
          "/ledger",
          "/sources",
          "/api/v1/search?q=neodymium");

  private static final int ROUNDS = 3;

  private Rehearsal() {}

  /// Does it all once.
  ///
  /// @param arguments an empty folder for the data, and a folder of pages to import
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String data = arguments[0];
    Main.run(new String[] {"import", arguments[1], "--data", data});
    for (List<String> command : COMMANDS) {
      Main.run(Stream.concat(command.stream(), Stream.of("--data", data)).toArray(String[]::new));
    }
    serve(Path.of(data));
  }

  private static void serve(Path data) throws IOException, InterruptedException {
    Desks desks = Main.desks(Main.root());
    Desk desk = desks.toWrite(data);
    Desk.Serving serving = desks.serve(desk, Desk.Listening.here(0));
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int round = 0; round < ROUNDS; round++) {
        for (String page : PAGES) {
          URI address = URI.create("http://127.0.0.1:%d%s".formatted(serving.port(), page));
          client.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
        }
        Main.run(new String[] {"search", "镓", "--data", data.toString()}); // by the server
      }
    } finally {
      serving.close();
      desk.close();
    }
  }
}
