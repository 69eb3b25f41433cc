package dev.assay.analyze;

import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A list of words that one rule on claims asks for, with what they tell in `claim-cues.tsv`, where
/// each has a row of its name. What many rules ask of a word is its [ClaimWord.Role].
enum Cue {
  LETS,
  POSSESSIVE,
  LINKING,
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
  ORDINAL,
  SERIES,
  PLANT_END,
  PHRASE_PIECE;

  private static final class Table {
    static final Map<String, WordList> WORDS = new HashMap<>();

    static {
      for (LexiconFile.Row row : LexiconFile.read("claim-cues.tsv").rows()) {
        WORDS.put(row.cell(0), new WordList(List.of(row.cell(1).split(", "))));
      }
    }

    static WordList words(String cue) {
      WordList words = WORDS.get(cue);
      if (words == null) {
        throw new IllegalStateException("claim-cues.tsv must have a row for " + cue);
      }
      return words;
    }
  }

  private final WordList words;

  Cue() {
    this.words = Table.words(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// Whether `word`, itself folded, is one of its words.
  boolean holds(String word) {
    return words.holds(word);
  }

  /// Whether one of its words begins at `start`.
  boolean isAt(FoldedText text, int start) {
    return words.isAt(text, start);
  }

  /// Whether one of its words ends at `end`.
  boolean isBefore(FoldedText text, int end) {
    return words.isBefore(text, end);
  }
}
