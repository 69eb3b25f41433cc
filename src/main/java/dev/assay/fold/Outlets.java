package dev.assay.fold;

import dev.assay.article.Language;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Outlets and agencies: the one name for all spellings of each, and who owns which.
///
/// Names are compared without regard to case, Chinese script, brackets and a leading *The*. Tables:
/// `lexicon/copies/origins.tsv` and `lexicon/copies/owners.tsv`; a user's own rows come on top.
/// Immutable, safe for use by many threads.
public final class Outlets {

  /// Owners of owners are followed so far; a circle ends here too.
  private static final int MOST_STEPS = 4;

  private final Map<String, String> names;
  private final Map<String, String> owners;
  private final Map<String, String> chinese;

  private Outlets(
      Map<String, String> names, Map<String, String> owners, Map<String, String> chinese) {
    this.names = names;
    this.owners = owners;
    this.chinese = chinese;
  }

  /// The outlets of the lexicon.
  public static Outlets of(Lexicon lexicon) {
    return of(lexicon.table("copies/origins.tsv"), lexicon.table("copies/owners.tsv"));
  }

  static Outlets of(LexiconFile origins, LexiconFile owners) {
    Map<String, String> names = new HashMap<>();
    Map<String, String> chinese = new HashMap<>();
    for (LexiconFile.Row row : origins.rows()) {
      if (row.cell(0).equals("agency")) {
        names.put(key(row.cell(1)), row.cell(2));
        if (!row.cell(3).isEmpty()) {
          chinese.put(row.cell(2), row.cell(3));
        }
      }
    }
    Map<String, String> owned = new HashMap<>();
    owners.rows().forEach(row -> owned.put(key(row.cell(0)), row.cell(1)));
    return new Outlets(names, owned, chinese);
  }

  /// These outlets with rows of a user's own, which hold against those that Assay ships.
  ///
  /// @param own owners by outlet; an outlet that is its own owner stands for itself
  public Outlets with(Map<String, String> own) {
    if (own.isEmpty()) {
      return this;
    }
    Map<String, String> both = new HashMap<>(owners);
    own.forEach((outlet, owner) -> both.put(key(outlet), owner));
    return new Outlets(names, both, chinese);
  }

  /// The one name of what is written so: that of the table, or as it is written.
  String name(String written) {
    return names.getOrDefault(key(written), bare(written));
  }

  /// Who speaks when this outlet does: its owner if it has one, else itself.
  public String owner(String outlet) {
    String name = name(outlet);
    for (int step = 0; step < MOST_STEPS; step++) {
      String owner = owners.get(key(name));
      if (owner == null || key(owner).equals(key(name))) {
        return name;
      }
      name = name(owner);
    }
    return name;
  }

  /// The name for a reader of this language.
  public String label(String name, Language reader) {
    return reader.isChinese() ? chinese.getOrDefault(name, name) : name;
  }

  /// What two spellings of one outlet have in common.
  static String key(String name) {
    String key = HanScript.simplify(bare(name)).toLowerCase(Locale.ROOT);
    return key.startsWith("the ") ? key.substring(4) : key;
  }

  /// The name without brackets and spaces around it.
  private static String bare(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && isAround(name.charAt(start))) {
      start++;
    }
    while (end > start && isAround(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(start, end);
  }

  private static boolean isAround(char c) {
    return Character.isWhitespace(c) || "《》〈〉“”「」『』【】\"".indexOf(c) >= 0;
  }
}
