package dev.assay.analyze;

import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Words that decide by where they stand beside a number what it is (`lexicon/*/beside-numbers.tsv`
/// says what each kind does). Immutable; safe for use by many threads.
final class BesideWords {

  final WordList labels;
  final WordList capitalLabels;
  final WordList sentenceStarts;
  final WordList counted;
  final WordList statutes;
  final WordList ages;
  final WordList comparisons;
  final WordList spanAdjectives;
  final WordList superlatives;
  final WordList rankAdjectives;
  final WordList rankVerbs;
  final WordList noRanks;
  final WordList ranging;
  final WordList raised;
  final WordList prospects;
  final WordList spans;
  final WordList deadlines;
  final WordList stated;
  final WordList noShareBefore;
  final WordList noShareAfter;
  final WordList halfParts;
  final WordList equals;
  final WordList otherwise;
  final WordList noMultipleAfter;
  final WordList articles;
  final WordList longTimes;
  final WordList per;
  final WordList upTo;

  private enum Kind {
    LABEL,
    CAPITAL_LABEL,
    SENTENCE_START,
    COUNTED,
    STATUTE,
    SPAN_ADJECTIVE,
    SUPERLATIVE,
    RANK_ADJECTIVE,
    RANK_VERB,
    NO_RANK,
    RANGING,
    RAISED,
    PROSPECT,
    SPAN,
    DEADLINE,
    STATED,
    NO_SHARE_BEFORE,
    NO_SHARE_AFTER,
    HALF_PART,
    EQUALS,
    AGE,
    COMPARISON,
    OTHERWISE,
    NO_MULTIPLE_AFTER,
    ARTICLE,
    LONG_TIME,
    PER,
    UP_TO
  }

  BesideWords(LexiconFile chinese, LexiconFile english) {
    Map<Kind, List<String>> words = new EnumMap<>(Kind.class);
    add(chinese, " ", words);
    add(english, ", ", words);
    this.labels = list(words, Kind.LABEL);
    this.capitalLabels = list(words, Kind.CAPITAL_LABEL);
    this.sentenceStarts = list(words, Kind.SENTENCE_START);
    this.counted = list(words, Kind.COUNTED);
    this.statutes = list(words, Kind.STATUTE);
    this.comparisons = list(words, Kind.COMPARISON);
    this.ages = list(words, Kind.AGE);
    this.spanAdjectives = list(words, Kind.SPAN_ADJECTIVE);
    this.superlatives = list(words, Kind.SUPERLATIVE);
    this.rankAdjectives = list(words, Kind.RANK_ADJECTIVE);
    this.rankVerbs = list(words, Kind.RANK_VERB);
    this.noRanks = list(words, Kind.NO_RANK);
    this.ranging = list(words, Kind.RANGING);
    this.raised = list(words, Kind.RAISED);
    this.prospects = list(words, Kind.PROSPECT);
    this.spans = list(words, Kind.SPAN);
    this.deadlines = list(words, Kind.DEADLINE);
    this.stated = list(words, Kind.STATED);
    this.noShareBefore = list(words, Kind.NO_SHARE_BEFORE);
    this.noShareAfter = list(words, Kind.NO_SHARE_AFTER);
    this.halfParts = list(words, Kind.HALF_PART);
    this.equals = list(words, Kind.EQUALS);
    this.otherwise = list(words, Kind.OTHERWISE);
    this.noMultipleAfter = list(words, Kind.NO_MULTIPLE_AFTER);
    this.articles = list(words, Kind.ARTICLE);
    this.longTimes = list(words, Kind.LONG_TIME);
    this.per = list(words, Kind.PER);
    this.upTo = list(words, Kind.UP_TO);
  }

  private static void add(LexiconFile file, String between, Map<Kind, List<String>> words) {
    for (LexiconFile.Row row : file.rows()) {
      Kind kind = Kind.valueOf(row.cell(1).toUpperCase(Locale.ROOT).replace('-', '_'));
      for (String word : row.cell(0).split(between)) {
        words.computeIfAbsent(kind, _ -> new ArrayList<>()).add(FoldedText.fold(word));
      }
    }
  }

  private static WordList list(Map<Kind, List<String>> words, Kind kind) {
    return new WordList(words.getOrDefault(kind, List.of()));
  }
}
