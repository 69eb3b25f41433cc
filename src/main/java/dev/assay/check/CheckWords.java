package dev.assay.check;

import dev.assay.check.ArithmeticWords.Words;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;

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
  }
}
