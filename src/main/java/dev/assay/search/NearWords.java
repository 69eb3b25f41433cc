package dev.assay.search;

import com.hankcs.hanlp.corpus.synonym.Synonym;
import com.hankcs.hanlp.dictionary.CoreSynonymDictionary;
import com.hankcs.hanlp.dictionary.common.CommonSynonymDictionary.SynonymItem;
import dev.assay.index.IndexTerms;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.WordForms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words that say what another one says: other forms of an English word that its stem does not tell
/// (*decide*, *decision*), and Chinese words of one meaning (施行, 实施).
final class NearWords {

  /// A Chinese word that means one of so many says nothing sure.
  private static final int MOST = 24;

  private NearWords() {}

  /// By the stem of the word. Read on first use.
  private static final class Forms {
    static final Map<String, List<String>> OF = read();

    private static Map<String, List<String>> read() {
      Map<String, List<String>> forms = new HashMap<>();
      for (WordForms.Pair pair : WordForms.pairs()) {
        forms.computeIfAbsent(stem(pair.word()), _ -> new ArrayList<>()).add(pair.other());
        forms.computeIfAbsent(stem(pair.other()), _ -> new ArrayList<>()).add(pair.word());
      }
      return forms;
    }
  }

  private static String stem(String word) {
    return IndexTerms.of(word).getFirst().term();
  }

  /// The near words of one word, in simplified characters or small letters; empty if it has none,
  /// or if it is several words.
  static List<String> of(String word) {
    if (HanScript.isHan(word.charAt(0))) {
      return word.length() > 1 ? meaningAlike(HanScript.simplify(word)) : List.of();
    }
    boolean one = word.chars().allMatch(Character::isLetter);
    return one ? Forms.OF.getOrDefault(stem(word), List.of()) : List.of();
  }

  private static List<String> meaningAlike(String word) {
    SynonymItem item = CoreSynonymDictionary.get(word);
    if (item == null || item.type != Synonym.Type.EQUAL || item.synonymList.size() > MOST) {
      return List.of();
    }
    return item.synonymList.stream()
        .map(one -> one.realWord)
        .filter(other -> other.length() > 1 && !other.equals(word))
        .distinct()
        .toList();
  }
}
