package dev.assay.analyze.text;

import dev.assay.analyze.text.Word.Part;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.Map;

/// The base form of an English noun or verb: by `lexicon/en/irregular.tsv`, else without its
/// ending. Two forms of one word get one base; that the base is itself a word is not promised.
public final class EnglishBase {

  private static final int SHORTEST_STEM = 3;

  private EnglishBase() {}

  private static final class Table {
    static final Map<String, String> BASES = read();

    private static Map<String, String> read() {
      Map<String, String> bases = new HashMap<>();
      for (LexiconFile.Row row : EnglishBase.table("irregular.tsv").rows()) {
        for (String form : row.cell(1).split(" ")) {
          bases.put(form, row.cell(0));
        }
      }
      return bases;
    }
  }

  /// A table of English words, of which the cutting of words needs few: it has no constructor that
  /// a lexicon could be handed to.
  static LexiconFile table(String name) {
    return Lexicon.shipped().table("en/" + name);
  }

  /// @param word in lower case
  static String of(String word, Part part) {
    return switch (part) {
      case NOUN -> Table.BASES.getOrDefault(word, singular(word));
      case VERB, AUXILIARY -> Table.BASES.getOrDefault(word, infinitive(word));
      default -> word;
    };
  }

  /// The stem of a word, whatever part of speech it is: exports, exported and exporting are one.
  ///
  /// @param word in lower case
  public static String stem(String word) {
    String owner = endsIn(word, "'s", "’s") ? cut(word, 2) : word;
    String base = singular(Table.BASES.getOrDefault(owner, owner));
    boolean manner = base.endsWith("ally") && base.length() > SHORTEST_STEM + 4;
    return manner ? cut(base, 2) : withoutEnding(base);
  }

  private static boolean endsIn(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static String singular(String word) {
    if (!word.endsWith("s") || word.length() <= SHORTEST_STEM || endsIn(word, "ss", "us", "is")) {
      return word;
    }
    return withoutS(word);
  }

  private static String withoutS(String word) {
    if (word.endsWith("ies") && word.length() > SHORTEST_STEM + 1) {
      return cut(word, 3) + "y";
    }
    return cut(word, endsIn(word, "sses", "shes", "ches", "xes", "zzes") ? 2 : 1);
  }

  private static String infinitive(String word) {
    if (word.endsWith("s") && !word.endsWith("ss") && word.length() > SHORTEST_STEM) {
      return bare(withoutS(word));
    }
    return withoutEnding(word);
  }

  private static String withoutEnding(String word) {
    if (word.endsWith("ied") && word.length() > SHORTEST_STEM + 1) {
      return cut(word, 3) + "y";
    }
    if (word.endsWith("ing") && word.length() > SHORTEST_STEM + 2) {
      return bare(cut(word, 3));
    }
    if (word.endsWith("ed") && word.length() > SHORTEST_STEM + 1) {
      return bare(cut(word, 2));
    }
    return bare(word);
  }

  /// Without a doubled last letter and without a silent e: `stop` of stopp, `mak` of make.
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
