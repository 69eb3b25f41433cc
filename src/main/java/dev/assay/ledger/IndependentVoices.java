package dev.assay.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many independent sources stand behind rows: copies of one text are one, and so are texts of
/// one voice.
final class IndependentVoices {

  private IndependentVoices() {}

  static int count(List<Row> rows) {
    Map<String, String> parents = new HashMap<>();
    for (Row row : rows) {
      add(row.evidence(), parents);
      row.copies().forEach(copy -> add(copy, parents));
    }
    return (int) parents.keySet().stream().map(key -> root(parents, key)).distinct().count();
  }

  private static void add(Evidence evidence, Map<String, String> parents) {
    String group = "group " + evidence.group();
    String voice = evidence.voice().isEmpty() ? group : "voice " + evidence.voice();
    parents.putIfAbsent(group, group);
    parents.putIfAbsent(voice, voice);
    parents.put(root(parents, group), root(parents, voice));
  }

  private static String root(Map<String, String> parents, String key) {
    String at = key;
    String up = parents.getOrDefault(at, at);
    while (!up.equals(at)) {
      parents.put(at, parents.getOrDefault(up, up));
      at = up;
      up = parents.getOrDefault(at, at);
    }
    return at;
  }
}
