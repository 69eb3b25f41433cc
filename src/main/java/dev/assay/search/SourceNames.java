package dev.assay.search;

import dev.assay.lexicon.HanScript;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// The outlets that a person means by a name: the one that is called so to the letter; else all
/// that have its words side by side, whatever their capitals, width and script. So an outlet
/// answers to its whole name, to what stands before a ` · `, to its host and to any words of it;
/// Chinese names have no gaps between words, so any characters of one will do.
final class SourceNames {

  private SourceNames() {}

  /// @param known the names of all outlets
  static List<String> called(String name, Collection<String> known) {
    if (known.contains(name)) {
      return List.of(name);
    }
    String words = words(withoutAddress(name));
    return words.isBlank()
        ? List.of()
        : known.stream().filter(source -> words(source).contains(words)).toList();
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
