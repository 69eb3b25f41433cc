package dev.assay.analyze.sentence;

import dev.assay.analyze.quantity.BasisReader;
import dev.assay.analyze.quantity.Moods;
import dev.assay.analyze.text.WordList;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the lexicon tells of words and names, whatever the language of their sentence. Immutable;
/// safe for use by many threads.
///
/// @param cues the words of each cue
/// @param empty words of a heading that say nothing of the figures under it
/// @param noSpeakers what a figure rests on without anybody saying it: 按照*框架*, "according to the
///   *plan*"
/// @param moods what tells that a text does not stand behind a figure as a fact
/// @param bases what tells in how long so much is
public record SentenceLexicon(
    Holders holders,
    Map<Cue, WordList> cues,
    Set<String> empty,
    WordList noSpeakers,
    Moods moods,
    BasisReader bases) {

  public SentenceLexicon {
    cues = Collections.unmodifiableMap(new EnumMap<>(cues));
    empty = Set.copyOf(empty);
  }

  public static SentenceLexicon of(Lexicon lexicon) {
    return new SentenceLexicon(
        new Holders(lexicon),
        Cue.words(lexicon.table("claim-cues.tsv")),
        words(lexicon.table("heading-words.tsv"), " ").collect(Collectors.toSet()),
        new WordList(words(lexicon.table("not-speakers.tsv"), ", ").toList()),
        Moods.of(lexicon),
        new BasisReader(lexicon));
  }

  private static Stream<String> words(LexiconFile file, String between) {
    return file.rows().stream().flatMap(row -> Arrays.stream(row.cell(0).split(between)));
  }

  /// The words of one cue.
  public WordList words(Cue cue) {
    return Objects.requireNonNull(cues.get(cue)); // each has a row
  }
}
