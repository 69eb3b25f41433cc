package dev.assay.analyze.sentence;

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
  PLACE_END,
  RECKONING,
  SERIES,
  STAKE,
  HAVING,
  PHRASE_PIECE,
  NOW,
  AS_OF,
  TIME_JOINT,
  TIME_AND,
  SINCE,
  FROM,
  ONWARD,
  ONWARD_NEXT,
  PERFECT,
  AMONG,
  OF_THE_DAY,
  OTHER_DAY,
  AGED,
  PERSON,
  OF_YEARS,
  HEARER,
  WIRE;

  /// The words of all cues.
  static Map<Cue, WordList> words(LexiconFile file) {
    Map<Cue, WordList> words = new EnumMap<>(Cue.class);
    for (LexiconFile.Row row : file.rows()) {
      Cue cue = valueOf(row.cell(0).toUpperCase(Locale.ROOT).replace('-', '_'));
      words.put(cue, new WordList(List.of(row.cell(1).split(", "))));
    }
    for (Cue cue : values()) {
      if (!words.containsKey(cue)) {
        throw new IllegalStateException(file.name() + " must have a row for " + cue);
      }
    }
    return words;
  }
}
