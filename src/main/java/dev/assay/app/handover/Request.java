package dev.assay.app.handover;

import dev.assay.cli.terminal.Streams;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// A command line with all that the place where it was typed tells it.
///
/// @param version of this talk: server and command must be of one
/// @param folder the working folder, absolute
/// @param environment the variables that say how to speak to the person
record Request(
    int version,
    List<String> arguments,
    String folder,
    Map<String, String> environment,
    boolean terminal) {

  static final int VERSION = 1;

  private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS");

  static Request of(Streams streams, String[] arguments) {
    Map<String, String> environment = new TreeMap<>(streams.environment());
    environment.keySet().retainAll(VARIABLES);
    return new Request(
        VERSION, List.of(arguments), streams.folder().toString(), environment, streams.terminal());
  }

  static Request read(String json) {
    return JsonMapper.shared().readValue(json, Request.class);
  }

  String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  Path workingFolder() {
    return Path.of(folder);
  }
}
