package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Thing;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// One spelling for words that name the same thing: case, width, traditional characters, articles
/// and plurals make no difference. What a pack knows goes by its id.
final class Keys {

  private static final class Table {
    static final Set<String> EMPTY_WORDS =
        Lexicon.shipped().table("ledger/empty-words.tsv").rows().stream()
            .map(row -> row.cell(0))
            .collect(Collectors.toUnmodifiableSet());
  }

  private Keys() {}

  /// What a thing goes by: `#` and its id, or its words.
  static String of(Thing thing) {
    return thing.id() == null ? words(thing.words()) : "#" + thing.id();
  }

  static String of(Claim.Part part) {
    return part.id() == null ? words(part.words()) : "#" + part.id();
  }

  /// Whether a key is that of something a pack or the lexicon knows.
  static boolean isId(String key) {
    return key.startsWith("#");
  }

  /// The words of `text` that carry meaning, in their order, apart by spaces.
  static String words(String text) {
    String joined = String.join(" ", list(text));
    return joined.isEmpty() ? text.strip().toLowerCase(Locale.ROOT) : joined;
  }

  static List<String> list(String text) {
    char[] folded = Folding.fold(text);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= folded.length; i++) {
      boolean inside = i < folded.length && Character.isLetterOrDigit(folded[i]);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        add(new String(folded, start, i - start), words);
        start = -1;
      }
    }
    return words;
  }

  private static void add(String word, List<String> words) {
    if (!Table.EMPTY_WORDS.contains(word)) {
      words.add(singular(word));
    }
  }

  /// Without the `s` of an English plural; not a dictionary, only the same for both forms.
  private static String singular(String word) {
    int end = word.length() - 1;
    boolean plural =
        end > 2
            && word.charAt(end) == 's'
            && word.charAt(end - 1) >= 'a'
            && word.charAt(end - 1) <= 'z'
            && "siu".indexOf(word.charAt(end - 1)) < 0;
    return plural ? word.substring(0, end) : word;
  }
}
