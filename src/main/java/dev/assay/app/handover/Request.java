package dev.assay.app.handover;

import dev.assay.cli.terminal.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A command line with all that the place where it was typed tells it.
///
/// As text it is one field after another, each ended by NUL, which neither an argument nor a
/// variable can hold: to read or write it loads nothing, since a question to a running server is to
/// be answered at once.
///
/// @param folder the working folder, absolute
/// @param environment the variables that say how to speak to the person
record Request(
    List<String> arguments, String folder, Map<String, String> environment, boolean terminal) {

  /// Of this talk: server and command must be of one.
  private static final String VERSION = "2";

  private static final List<String> VARIABLES =
      List.of("ASSAY_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "TZ");

  private static final String END = "\0";
  private static final int HEAD = 4;

  static Request of(Streams streams, String[] arguments) {
    Map<String, String> environment = new TreeMap<>(streams.environment());
    environment.keySet().retainAll(VARIABLES);
    return new Request(
        List.of(arguments), streams.folder().toString(), environment, streams.terminal());
  }

  /// @throws IOException if the text is of another version
  static Request read(String text) throws IOException {
    List<String> fields = Arrays.asList(text.split(END, -1));
    if (fields.size() <= HEAD || !fields.getFirst().equals(VERSION)) {
      throw new IOException("the other side speaks another version of Assay");
    }
    int variables = HEAD + Integer.parseInt(fields.get(HEAD - 1));
    Map<String, String> environment = new TreeMap<>();
    for (String variable : fields.subList(HEAD, variables)) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return new Request(
        fields.subList(variables, fields.size() - 1),
        fields.get(1),
        environment,
        Boolean.parseBoolean(fields.get(2)));
  }

  String text() {
    List<String> fields = new ArrayList<>();
    fields.add(VERSION);
    fields.add(folder);
    fields.add(Boolean.toString(terminal));
    fields.add(Integer.toString(environment.size()));
    environment.forEach((name, value) -> fields.add(name + "=" + value));
    fields.addAll(arguments);
    return String.join(END, fields) + END;
  }

  Path workingFolder() {
    return Path.of(folder);
  }

  /// Whether the server tells the hour as the place where the command was typed does.
  boolean sharesTheHour(Map<String, String> server) {
    return environment.getOrDefault("TZ", "").equals(server.getOrDefault("TZ", ""));
  }
}
