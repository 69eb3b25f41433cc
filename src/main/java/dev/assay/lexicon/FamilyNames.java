package dev.assay.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Knows family names again that one text writes in characters and another by a sound that no
/// Chinese reading tells: 铃木 of Suzuki, 范 of Pham. By `lexicon/family-names.tsv`. Safe for use by
/// many threads.
public final class FamilyNames {

  /// One character stands in too many words: of such a family both names must be asked for whole.
  private static final int SHORTEST = 2;

  private static final int LONGEST = 3;

  /// A given name has so many letters at least: *Jo* is one.
  private static final int FEWEST_LETTERS = 2;

  private FamilyNames() {}

  /// Read when a name is first asked for.
  private static final class Table {
    static final Map<String, List<String>> LATIN = new HashMap<>();
    static final Map<String, List<String>> HAN = new HashMap<>();

    static {
      for (LexiconFile.Row row : Lexicon.shipped().table("family-names.tsv").rows()) {
        for (String latin : row.cell(1).split(",")) {
          String letters = letters(latin);
          LATIN.computeIfAbsent(row.cell(0), _ -> new ArrayList<>(1)).add(letters);
          HAN.computeIfAbsent(letters, _ -> new ArrayList<>(1)).add(row.cell(0));
        }
      }
    }
  }

  /// Whether `text`, in simplified characters, has the family name `word`.
  public static boolean stands(String word, String text) {
    return Table.HAN.getOrDefault(letters(word), List.of()).stream()
        .anyMatch(family -> family.length() >= SHORTEST && text.contains(family));
  }

  /// Whether the family `han` sounds like `word`: 范 like Pham.
  public static boolean sounds(char han, String word) {
    return Table.LATIN.getOrDefault(String.valueOf(han), List.of()).contains(letters(word));
  }

  /// Whether `han` may be the person `name`, in whose letters blanks count for nothing: the family
  /// names are one, and a given name stands beside both of them, or beside one; beside a family of
  /// one character in `han` alone.
  public static boolean isOne(String name, String han) {
    if (!han.isEmpty() && sounds(han.charAt(0), name)) {
      return true;
    }
    String letters = letters(name);
    for (int end = SHORTEST; end <= Math.min(LONGEST, han.length()); end++) {
      List<String> families = Table.LATIN.getOrDefault(han.substring(0, end), List.of());
      if (families.stream().anyMatch(family -> isOf(letters, family))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(String letters, String family) {
    int given = letters.length() - family.length();
    return given == 0
        ? letters.equals(family)
        : given >= FEWEST_LETTERS && (letters.startsWith(family) || letters.endsWith(family));
  }

  /// In small letters, a long vowel as a short one: Ōtani, Ohtani and Otani are one.
  private static String letters(String name) {
    char[] folded = Folding.fold(name);
    StringBuilder letters = new StringBuilder();
    for (char c : folded) {
      if (c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters
        .toString()
        .replace("ou", "o")
        .replaceAll("oh(?![aeiou])|oo", "o")
        .replace("uu", "u");
  }
}
