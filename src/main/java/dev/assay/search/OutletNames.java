package dev.assay.search;

import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.SearchIndex;
import dev.assay.lexicon.HanScript;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The outlets that a person means by a name: the one that is called so to the letter; else all
/// that have its words side by side, whatever their capitals, width and script. So an outlet
/// answers to its whole name, to what stands before a ` · `, to its host and to any words of it;
/// Chinese names have no gaps between words, so any characters of one will do. A name that ends
/// with a slash and is no address is a folder: what its sources bring. The words of each name are
/// kept; safe for use by many threads.
final class OutletNames {

  /// Outlets among which a name is looked for.
  static final int MOST = 100_000;

  private final SearchIndex index;
  private final Function<String, List<String>> filed;
  private volatile Folded last = new Folded(Set.of(), Map.of());

  /// All outlets, each with its words.
  private record Folded(Set<String> of, Map<String, String> words) {}

  /// @param filed the outlets of what the sources of a folder bring
  OutletNames(SearchIndex index, Function<String, List<String>> filed) {
    this.index = index;
    this.filed = filed;
  }

  List<String> called(String name) {
    Set<String> known = index.values(KeywordField.SOURCE, MOST);
    if (known.contains(name)) {
      return List.of(name);
    }
    if (name.endsWith("/") && !name.contains("://")) {
      String folder = name.strip().replaceAll("^/+|/+$", "");
      return folder.isEmpty() ? List.of() : filed.apply(folder);
    }
    String words = words(withoutAddress(name));
    return words.isBlank()
        ? List.of()
        : folded(known).entrySet().stream()
            .filter(source -> source.getValue().contains(words))
            .map(Map.Entry::getKey)
            .toList();
  }

  private Map<String, String> folded(Set<String> known) {
    Folded before = last;
    if (before.of().equals(known)) {
      return before.words();
    }
    Map<String, String> words = new HashMap<>();
    known.forEach(
        source -> {
          String folded = before.words().get(source);
          words.put(source, folded == null ? words(source) : folded);
        });
    last = new Folded(known, words);
    return words;
  }

  /// `https://www.example.com/` as `example.com`.
  private static String withoutAddress(String name) {
    return name.strip().replaceFirst("^(?i)https?://", "").replaceFirst("^(?i)www\\.", "");
  }

  /// Letters and digits, folded, a space before and after each spaced word and none by Chinese.
  private static String words(String text) {
    String folded =
        HanScript.simplify(
            Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    StringBuilder words = new StringBuilder(" ");
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean parts = !Character.isLetterOrDigit(c) && !Character.isSurrogate(c);
      words.append(parts ? " " : HanScript.isHan(c) ? " " + c + " " : String.valueOf(c));
    }
    return words.append(' ').toString().replaceAll(" +", " ");
  }
}
