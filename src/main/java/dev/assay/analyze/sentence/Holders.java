package dev.assay.analyze.sentence;

import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which named things can have figures of their own, and who acts for whom. `claim-things.tsv`.
public final class Holders {

  private static final class Table {
    static final Map<String, String> PARTS = new HashMap<>();
    static final Set<String> PLACES = new HashSet<>();
    static final Map<String, String> ACTS_FOR = new HashMap<>();
    static final Map<String, String> TARIFFS = new LinkedHashMap<>();
    static final Map<String, String> PRICED = new HashMap<>();

    private static void put(String[] keys, String value, Map<String, String> table) {
      for (String key : keys) {
        table.put(key, value);
      }
    }

    static {
      for (LexiconFile.Row row : LexiconFile.read("names/capitals.tsv").rows()) {
        ACTS_FOR.put(row.cell(0), row.cell(1));
      }
      for (LexiconFile.Row row : LexiconFile.read("claim-things.tsv").rows()) {
        switch (row.cell(0)) {
          case "tariff" -> put(row.cell(1).split(", "), row.cell(2), TARIFFS);
          case "price" -> put(row.cell(1).split(", "), row.cell(2), PRICED);
          case "acts-for" -> put(row.cell(1).split(" "), row.cell(2), ACTS_FOR);
          case "place" -> PLACES.addAll(List.of(row.cell(1).split(" ")));
          default -> put(row.cell(1).split(" "), row.cell(0), PARTS);
        }
      }
    }
  }

  /// A name of a tariff, `[start, end)` in the text that was searched, and whose tariff it is.
  public record Tariff(String id, int start, int end) {}

  private Holders() {}

  public static boolean isHolder(String kind) {
    return "holder".equals(Table.PARTS.get(kind));
  }

  public static boolean isMaterial(String kind) {
    return "material".equals(Table.PARTS.get(kind));
  }

  /// Whether such a thing is a stretch of land.
  static boolean isPlace(String kind) {
    return Table.PLACES.contains(kind);
  }

  public static boolean isKnown(String kind) {
    return Table.PARTS.containsKey(kind);
  }

  /// The country for which a person or an authority makes laws; the id itself if none is known.
  public static String government(String id) {
    String direct = Table.ACTS_FOR.get(id);
    if (direct != null) {
      return direct;
    }
    int dash = id.indexOf('-');
    return dash < 0 ? id : Table.ACTS_FOR.getOrDefault(id.substring(0, dash + 1) + "*", id);
  }

  /// The first tariff that is named in `words`, which are folded.
  public static Optional<Tariff> tariff(String words) {
    for (Map.Entry<String, String> row : Table.TARIFFS.entrySet()) {
      int at = words.indexOf(row.getKey());
      if (at >= 0) {
        return Optional.of(new Tariff(row.getValue(), at, at + row.getKey().length()));
      }
    }
    return Optional.empty();
  }

  /// The material whose price is called by a word of its own: 金价.
  public static Optional<String> priced(String word) {
    return Optional.ofNullable(Table.PRICED.get(word));
  }
}
