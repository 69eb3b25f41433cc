package dev.assay.brief.vet;

import dev.assay.analyze.text.EnglishBase;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Sounds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Knows names of lines in one script again in a sentence in the other by how they are spelled:
/// Muchuan of 沐川. Immutable.
final class Heard {

  static final Heard NOTHING = new Heard(Map.of(), Set.of());

  /// Two or three characters; of more the sound is two names.
  private static final int LONGEST = 3;

  private static final int FEWEST_LETTERS = 4;

  /// The key of the first two characters that are spelled so.
  private final Map<String, Long> spelled;

  private final Set<String> words;

  private Heard(Map<String, Long> spelled, Set<String> words) {
    this.spelled = spelled;
    this.words = words;
  }

  /// What a sentence in the other script may spell of `lines`.
  static Heard in(List<ReadText> lines, boolean chinese) {
    Map<String, Long> spelled = new HashMap<>();
    Set<String> words = new HashSet<>();
    for (ReadText line : lines) {
      char[] folded = Folding.letters(line.text());
      if (chinese) {
        spell(folded, spelled);
      } else {
        names(line, folded, words);
      }
    }
    return new Heard(spelled, words);
  }

  private static void spell(char[] folded, Map<String, Long> spelled) {
    for (int i = 0; i + 1 < folded.length; i++) {
      StringBuilder sound = new StringBuilder();
      for (int k = i; k < Math.min(folded.length, i + LONGEST) && HanScript.isHan(folded[k]); k++) {
        sound.append(Sounds.of(folded[k]));
        if (k > i) {
          spelled.putIfAbsent(sound.toString(), Term.pair(folded[i], folded[i + 1]));
        }
      }
    }
  }

  /// The words of a line that are known by their letters alone and have a capital.
  private static void names(ReadText line, char[] folded, Set<String> words) {
    for (Clause clause : line.clauses()) {
      for (Term term : clause.terms()) {
        if (term.kind() == Term.Kind.LETTERS
            && Character.isUpperCase(line.text().charAt(term.start()))) {
          words.add(new String(folded, term.start(), term.end() - term.start()));
        }
      }
    }
  }

  /// The key of the characters that this word, in small letters, spells; 0 if there are none.
  long han(String word) {
    return word.length() < FEWEST_LETTERS ? 0 : spelled.getOrDefault(word, 0L);
  }

  /// The name at `from` of a text that [Folding#letters] has folded.
  @Nullable Term latin(char[] folded, int from) {
    if (words.isEmpty()) {
      return null;
    }
    StringBuilder sound = new StringBuilder();
    Term found = null;
    for (int k = from;
        k < Math.min(folded.length, from + LONGEST) && HanScript.isHan(folded[k]);
        k++) {
      sound.append(Sounds.of(folded[k]));
      String word = sound.toString();
      if (k > from && word.length() >= FEWEST_LETTERS && words.contains(word)) {
        long key = Term.key(Term.LETTERS, EnglishBase.stem(word));
        found = new Term(from, k + 1, Term.Kind.NAME, new long[] {key}, TextReader.NAME);
      }
    }
    return found;
  }
}
