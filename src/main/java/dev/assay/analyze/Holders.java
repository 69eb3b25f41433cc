package dev.assay.analyze;

import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.Map;

/// Which named things can have figures of their own, and who acts for whom. `claim-things.tsv`.
final class Holders {

  private static final class Table {
    static final Map<String, String> PARTS = new HashMap<>();
    static final Map<String, String> ACTS_FOR = new HashMap<>();

    static {
      for (LexiconFile.Row row : LexiconFile.read("claim-things.tsv").rows()) {
        for (String id : row.cell(1).split(" ")) {
          switch (row.cell(0)) {
            case "acts-for" -> ACTS_FOR.put(id, row.cell(2));
            default -> PARTS.put(id, row.cell(0));
          }
        }
      }
    }
  }

  private Holders() {}

  static boolean isHolder(String kind) {
    return "holder".equals(Table.PARTS.get(kind));
  }

  static boolean isMaterial(String kind) {
    return "material".equals(Table.PARTS.get(kind));
  }

  static boolean isKnown(String kind) {
    return Table.PARTS.containsKey(kind);
  }

  /// The country for which a person or an authority makes laws; the id itself if none is known.
  static String government(String id) {
    String direct = Table.ACTS_FOR.get(id);
    if (direct != null) {
      return direct;
    }
    int dash = id.indexOf('-');
    return dash < 0 ? id : Table.ACTS_FOR.getOrDefault(id.substring(0, dash + 1) + "*", id);
  }
}
