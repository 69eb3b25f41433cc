package dev.assay.analyze.sentence;

import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.WordList;
import dev.assay.lexicon.LexiconFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A list of words that one rule on claims asks for, with what they tell in `claim-cues.tsv`, where
/// each has a row of its name. What many rules ask of a word is its [ClaimWord.Role].
public enum Cue {
  LETS,
  POSSESSIVE,
  LINKING,
  BEING,
  PLACE_END,
  HOLDING,
  HOLD,
  EXCEEDING,
  SPAN,
  ELSEWHERE,
  BURDENED,
  GOODS,
  SHIPPING,
  RECKONING,
  EXPECTED,
  HALVING,
  MATERIAL_KIND,
  ORDINAL,
  SERIES,
  PLANT_END,
  PHRASE_PIECE;

  private static final class Table {
    static final Map<Cue, WordList> WORDS = new EnumMap<>(Cue.class);

    static {
      for (LexiconFile.Row row : LexiconFile.read("claim-cues.tsv").rows()) {
        Cue cue = valueOf(row.cell(0).toUpperCase(Locale.ROOT).replace('-', '_'));
        WORDS.put(cue, new WordList(List.of(row.cell(1).split(", "))));
      }
    }
  }

  private WordList words() {
    WordList words = Table.WORDS.get(this);
    if (words == null) {
      throw new IllegalStateException("claim-cues.tsv must have a row for " + this);
    }
    return words;
  }

  /// Whether `word`, itself folded, is one of its words.
  boolean holds(String word) {
    return words().holds(word);
  }

  /// Whether one of its words begins at `start`.
  public boolean isAt(FoldedText text, int start) {
    return words().isAt(text, start);
  }

  /// Whether one of its words ends at `end`.
  public boolean isBefore(FoldedText text, int end) {
    return words().isBefore(text, end);
  }
}
