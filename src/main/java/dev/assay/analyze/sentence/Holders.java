package dev.assay.analyze.sentence;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which named things can have figures of their own, and who acts for whom. `claim-things.tsv`.
/// Immutable; safe for use by many threads.
public final class Holders {

  private final Map<String, String> parts = new HashMap<>();
  private final Set<String> places = new HashSet<>();
  private final Map<String, String> actsFor = new HashMap<>();
  private final Map<String, String> tariffs = new LinkedHashMap<>();
  private final Map<String, String> priced = new HashMap<>();

  /// A name of a tariff, `[start, end)` in the text that was searched, and whose tariff it is.
  public record Tariff(String id, int start, int end) {}

  public Holders(Lexicon lexicon) {
    for (LexiconFile.Row row : lexicon.table("names/capitals.tsv").rows()) {
      actsFor.put(row.cell(0), row.cell(1));
    }
    for (LexiconFile.Row row : lexicon.table("claim-things.tsv").rows()) {
      switch (row.cell(0)) {
        case "tariff" -> put(row.cell(1).split(", "), row.cell(2), tariffs);
        case "price" -> put(row.cell(1).split(", "), row.cell(2), priced);
        case "acts-for" -> put(row.cell(1).split(" "), row.cell(2), actsFor);
        case "place" -> places.addAll(List.of(row.cell(1).split(" ")));
        default -> put(row.cell(1).split(" "), row.cell(0), parts);
      }
    }
  }

  private static void put(String[] keys, String value, Map<String, String> table) {
    for (String key : keys) {
      table.put(key, value);
    }
  }

  public boolean isHolder(String kind) {
    return "holder".equals(parts.get(kind));
  }

  public boolean isMaterial(String kind) {
    return "material".equals(parts.get(kind));
  }

  /// Whether such a thing is a stretch of land.
  boolean isPlace(String kind) {
    return places.contains(kind);
  }

  public boolean isKnown(String kind) {
    return parts.containsKey(kind);
  }

  /// The country for which a person or an authority makes laws; the id itself if none is known.
  public String government(String id) {
    String direct = actsFor.get(id);
    if (direct != null) {
      return direct;
    }
    int dash = id.indexOf('-');
    return dash < 0 ? id : actsFor.getOrDefault(id.substring(0, dash + 1) + "*", id);
  }

  /// The first tariff that is named in `words`, which are folded.
  public Optional<Tariff> tariff(String words) {
    for (Map.Entry<String, String> row : tariffs.entrySet()) {
      int at = words.indexOf(row.getKey());
      if (at >= 0) {
        return Optional.of(new Tariff(row.getValue(), at, at + row.getKey().length()));
      }
    }
    return Optional.empty();
  }

  /// The material whose price is called by a word of its own: 金价.
  public Optional<String> priced(String word) {
    return Optional.ofNullable(priced.get(word));
  }
}
