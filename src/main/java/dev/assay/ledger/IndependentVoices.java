package dev.assay.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many independent sources stand behind rows: copies of one text are one, and so are texts of
/// one voice.
final class IndependentVoices {

  private IndependentVoices() {}

  static int count(List<Row> rows) {
    // by the id of a group and the name of a voice
    Map<Object, Object> parents = new HashMap<>();
    for (Row row : rows) {
      add(row.evidence(), parents);
      row.copies().forEach(copy -> add(copy, parents));
    }
    return (int) parents.keySet().stream().map(key -> root(parents, key)).distinct().count();
  }

  private static void add(Evidence evidence, Map<Object, Object> parents) {
    Object group = evidence.group();
    Object voice = evidence.voice().isEmpty() ? group : evidence.voice();
    parents.putIfAbsent(group, group);
    parents.putIfAbsent(voice, voice);
    parents.put(root(parents, group), root(parents, voice));
  }

  private static Object root(Map<Object, Object> parents, Object key) {
    Object at = key;
    Object up = parents.getOrDefault(at, at);
    while (!up.equals(at)) {
      parents.put(at, parents.getOrDefault(up, up));
      at = up;
      up = parents.getOrDefault(at, at);
    }
    return at;
  }
}
