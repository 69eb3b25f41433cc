package dev.assay.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A document's headers as one column: a line each, name and value apart by a tab.
final class Headers {

  private Headers() {}

  static String write(Map<String, String> headers) {
    return new TreeMap<>(headers)
        .entrySet().stream()
            .map(header -> header.getKey() + "\t" + header.getValue().replaceAll("[\t\r\n]+", " "))
            .collect(Collectors.joining("\n"));
  }

  static Map<String, String> read(String column) {
    return column
        .lines()
        .map(line -> line.split("\t", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }
}
