package dev.assay.brief.vet;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.Map;

/// English words without their endings, whatever part of speech they are: exports, exported and
/// exporting are one. Immutable; safe for use by many threads.
final class Stems {

  private static final int SHORTEST = 3;

  private final Map<String, String> irregular = new HashMap<>();

  Stems(Lexicon lexicon) {
    for (LexiconFile.Row row : lexicon.table("en/irregular.tsv").rows()) {
      for (String form : row.cell(1).split(" ")) {
        irregular.put(form, regular(row.cell(0)));
      }
    }
  }

  /// @param word in small letters
  String of(String word) {
    String bare = word.endsWith("'s") || word.endsWith("’s") ? cut(word, 2) : word;
    String known = irregular.get(bare);
    return known == null ? regular(bare) : known;
  }

  private static String regular(String word) {
    String stem = word;
    if (stem.endsWith("ies") && stem.length() > SHORTEST + 1) {
      stem = cut(stem, 3) + "y";
    } else if (stem.endsWith("s")
        && stem.length() > SHORTEST
        && !stem.endsWith("ss")
        && !stem.endsWith("us")
        && !stem.endsWith("is")) {
      boolean es =
          stem.endsWith("sses")
              || stem.endsWith("shes")
              || stem.endsWith("ches")
              || stem.endsWith("xes")
              || stem.endsWith("zes");
      stem = cut(stem, es ? 2 : 1);
    }
    return withoutVerbEnding(stem);
  }

  private static String withoutVerbEnding(String word) {
    if (word.endsWith("ied") && word.length() > SHORTEST + 1) {
      return cut(word, 3) + "y";
    }
    if (word.endsWith("ing") && word.length() > SHORTEST + 3) {
      return bare(cut(word, 3));
    }
    if (word.endsWith("ed") && word.length() > SHORTEST + 1) {
      return bare(cut(word, 2));
    }
    if (word.endsWith("ally") && word.length() > SHORTEST + 4) {
      return cut(word, 2);
    }
    return bare(word);
  }

  /// Without a doubled last letter and without a silent e.
  private static String bare(String stem) {
    int last = stem.length() - 1;
    boolean doubled =
        last > 2
            && stem.charAt(last) == stem.charAt(last - 1)
            && "lszf".indexOf(stem.charAt(last)) < 0;
    return doubled || last > 2 && stem.charAt(last) == 'e' ? cut(stem, 1) : stem;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
