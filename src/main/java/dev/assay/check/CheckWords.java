package dev.assay.check;

import dev.assay.check.ArithmeticWords.Words;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Map;

/// The words of `lexicon/check-words.tsv`, by kind. Immutable; safe for use by many threads.
final class CheckWords {

  final Words sum;
  final Words difference;
  final Words share;
  final Words growth;
  final Words grown;
  final Words reached;
  final Words first;
  final Words following;
  final Words noName;
  final Words nameEnd;
  final Words noNameStem;
  final Words noLead;
  final Words relative;
  final Words preposition;
  final Words decadeEnd;

  final Words recent;

  /// The names of a unit of time, by its code.
  final Map<String, Words> times;

  final Words firstPart;
  final Words persons;
  final Words households;
  final Words firms;

  CheckWords(Lexicon lexicon) {
    LexiconFile file = lexicon.table("check-words.tsv");
    this.sum = ArithmeticWords.words(file, "sum");
    this.difference = ArithmeticWords.words(file, "difference");
    this.share = ArithmeticWords.words(file, "share");
    this.growth = ArithmeticWords.words(file, "growth");
    this.grown = ArithmeticWords.words(file, "grown");
    this.reached = ArithmeticWords.words(file, "reached");
    this.first = ArithmeticWords.words(file, "first");
    this.following = ArithmeticWords.words(file, "following");
    this.noName = ArithmeticWords.words(file, "no-name");
    this.nameEnd = ArithmeticWords.words(file, "name-end");
    this.noNameStem = ArithmeticWords.words(file, "no-name-stem");
    this.noLead = ArithmeticWords.words(file, "no-lead");
    this.relative = ArithmeticWords.words(file, "relative");
    this.preposition = ArithmeticWords.words(file, "preposition");
    this.recent = ArithmeticWords.words(file, "recent");
    this.times =
        Map.of(
            "month", ArithmeticWords.words(file, "month"),
            "week", ArithmeticWords.words(file, "week"),
            "day", ArithmeticWords.words(file, "day"),
            "hour", ArithmeticWords.words(file, "hour"));
    this.decadeEnd = ArithmeticWords.words(file, "decade-end");
    this.firstPart = ArithmeticWords.words(file, "first-part");
    this.persons = ArithmeticWords.words(file, "persons");
    this.households = ArithmeticWords.words(file, "households");
    this.firms = ArithmeticWords.words(file, "firms");
  }
}
