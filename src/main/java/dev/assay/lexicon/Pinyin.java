package dev.assay.lexicon;

import dev.assay.lexicon.Names.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Chinese names by how they are typed: `xitu` and `xt` for 稀土.
///
/// [Sounds] has one reading for each character. Made when the first letters are typed, which takes
/// half a second; safe for use by many threads.
final class Pinyin {

  /// Initials of shorter names stand for too many.
  private static final int SHORTEST_INITIALS = 2;

  private final NavigableMap<String, List<Reading>> names = new TreeMap<>();

  Pinyin(Map<String, List<Reading>> table) {
    table.forEach(this::add);
  }

  private void add(String name, List<Reading> readings) {
    if (readings.isEmpty() || !name.chars().allMatch(c -> HanScript.isHan((char) c))) {
      return;
    }
    StringBuilder whole = new StringBuilder();
    StringBuilder initials = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      String sound = Sounds.of(name.charAt(i));
      whole.append(sound);
      initials.append(sound, 0, Math.min(1, sound.length()));
    }
    put(whole.toString(), readings);
    if (initials.length() >= SHORTEST_INITIALS) {
      put(initials.toString(), readings);
    }
  }

  private void put(String letters, List<Reading> readings) {
    names.computeIfAbsent(letters, _ -> new ArrayList<>(2)).addAll(readings);
  }

  /// The names that are typed with letters that begin so, at most `max`.
  List<Reading> beginning(String letters, int max) {
    return names.subMap(letters, true, letters + Character.MAX_VALUE, false).values().stream()
        .flatMap(List::stream)
        .limit(max)
        .toList();
  }
}
