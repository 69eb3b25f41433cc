package dev.assay.analyze.quantity;

import dev.assay.analyze.text.WordKinds;
import dev.assay.analyze.text.WordList;
import dev.assay.lexicon.Lexicon;

/// Words that decide by where they stand beside a number what it is (`lexicon/*/beside-numbers.tsv`
/// says what each kind does). Immutable; safe for use by many threads.
final class BesideWords {

  final WordList labels;
  final WordList capitalLabels;
  final WordList sentenceStarts;
  final WordList counted;
  final WordList statutes;
  final WordList ages;
  final WordList levels;
  final WordList indices;
  final WordList comparisons;
  final WordList closings;
  final WordList spanAdjectives;
  final WordList superlatives;
  final WordList rankAdjectives;
  final WordList rankVerbs;
  final WordList noRanks;
  final WordList ranging;
  final WordList raised;
  final WordList moved;
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
  final WordList adjectives;
  final WordList multipleBefore;
  final WordList multipleAfter;
  final WordList articles;
  final WordList lasting;
  final WordList terms;
  final WordList spread;
  final WordList negations;
  final WordList foreign;
  final WordList longTimes;
  final WordList per;
  final WordList upTo;
  final WordList streets;
  final WordList halvesOfDay;
  final WordList each;
  final WordList countables;
  final WordList counting;
  final WordList paid;
  final WordList weighed;
  final WordList magnitudes;
  final WordList heat;
  final WordList compounds;

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
    MOVED,
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
    CLOSING,
    OTHERWISE,
    NO_MULTIPLE_AFTER,
    ADJECTIVE,
    MULTIPLE_BEFORE,
    MULTIPLE_AFTER,
    LASTING,
    TERM,
    SPREAD,
    NEGATION,
    FOREIGN,
    ARTICLE,
    LONG_TIME,
    PER,
    UP_TO,
    LEVEL,
    INDEX,
    STREET,
    HALF_OF_DAY,
    EACH,
    COUNTABLE,
    COUNTING,
    PAID,
    WEIGHED,
    MAGNITUDE,
    HEAT,
    COMPOUND
  }

  BesideWords(Lexicon lexicon) {
    WordKinds<Kind> beside = new WordKinds<>(lexicon, Kind.class, "beside-numbers.tsv");
    this.labels = beside.list(Kind.LABEL);
    this.capitalLabels = beside.list(Kind.CAPITAL_LABEL);
    this.sentenceStarts = beside.list(Kind.SENTENCE_START);
    this.counted = beside.list(Kind.COUNTED);
    this.statutes = beside.list(Kind.STATUTE);
    this.comparisons = beside.list(Kind.COMPARISON);
    this.closings = beside.list(Kind.CLOSING);
    this.ages = beside.list(Kind.AGE);
    this.spanAdjectives = beside.list(Kind.SPAN_ADJECTIVE);
    this.superlatives = beside.list(Kind.SUPERLATIVE);
    this.rankAdjectives = beside.list(Kind.RANK_ADJECTIVE);
    this.rankVerbs = beside.list(Kind.RANK_VERB);
    this.noRanks = beside.list(Kind.NO_RANK);
    this.ranging = beside.list(Kind.RANGING);
    this.raised = beside.list(Kind.RAISED);
    this.moved = beside.list(Kind.MOVED);
    this.prospects = beside.list(Kind.PROSPECT);
    this.spans = beside.list(Kind.SPAN);
    this.deadlines = beside.list(Kind.DEADLINE);
    this.stated = beside.list(Kind.STATED);
    this.noShareBefore = beside.list(Kind.NO_SHARE_BEFORE);
    this.noShareAfter = beside.list(Kind.NO_SHARE_AFTER);
    this.halfParts = beside.list(Kind.HALF_PART);
    this.equals = beside.list(Kind.EQUALS);
    this.otherwise = beside.list(Kind.OTHERWISE);
    this.noMultipleAfter = beside.list(Kind.NO_MULTIPLE_AFTER);
    this.adjectives = beside.list(Kind.ADJECTIVE);
    this.multipleBefore = beside.list(Kind.MULTIPLE_BEFORE);
    this.multipleAfter = beside.list(Kind.MULTIPLE_AFTER);
    this.foreign = beside.list(Kind.FOREIGN);
    this.negations = beside.list(Kind.NEGATION);
    this.spread = beside.list(Kind.SPREAD);
    this.terms = beside.list(Kind.TERM);
    this.lasting = beside.list(Kind.LASTING);
    this.articles = beside.list(Kind.ARTICLE);
    this.longTimes = beside.list(Kind.LONG_TIME);
    this.per = beside.list(Kind.PER);
    this.upTo = beside.list(Kind.UP_TO);
    this.levels = beside.list(Kind.LEVEL);
    this.streets = beside.list(Kind.STREET);
    this.halvesOfDay = beside.list(Kind.HALF_OF_DAY);
    this.each = beside.list(Kind.EACH);
    this.indices = beside.list(Kind.INDEX);
    this.countables = beside.list(Kind.COUNTABLE);
    this.counting = beside.list(Kind.COUNTING);
    this.paid = beside.list(Kind.PAID);
    this.weighed = beside.list(Kind.WEIGHED);
    this.magnitudes = beside.list(Kind.MAGNITUDE);
    this.heat = beside.list(Kind.HEAT);
    this.compounds = beside.list(Kind.COMPOUND);
  }
}
