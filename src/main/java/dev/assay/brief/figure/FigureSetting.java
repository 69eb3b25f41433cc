package dev.assay.brief.figure;

import dev.assay.analyze.claim.Claim;
import dev.assay.brief.figure.FigureWords.Kind;
import dev.assay.brief.figure.FigureWords.Meaning;
import dev.assay.cite.Span;
import dev.assay.lexicon.WordTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure in its sentence: the claim, the other claims of the sentence and of the article, and
/// the words.
record FigureSetting(Claim claim, List<Claim> others, List<Claim> all, FigureText text) {

  static FigureSetting of(Claim claim, List<Claim> all, FigureText text) {
    List<Claim> others =
        all.stream()
            .filter(other -> other.paragraph() == claim.paragraph())
            .filter(other -> other.sentence().equals(claim.sentence()))
            .filter(other -> !other.value().span().equals(claim.value().span()))
            .toList();
    return new FigureSetting(claim, others, all, text);
  }

  Span number() {
    return claim.value().span();
  }

  boolean isBefore(Span span) {
    return span.end() <= number().start();
  }

  /// Whether the number of another figure stands between `word` and the number.
  boolean isOfOther(Span word) {
    return others.stream()
        .map(other -> other.value().span())
        .anyMatch(value -> word.end() <= value.start() && isBefore(value));
  }

  /// Whether `word` stands between the number of another figure and the number.
  boolean isBehindOther(Span word) {
    return isBefore(word)
        && others.stream()
            .map(other -> other.value().span())
            .anyMatch(value -> value.end() <= word.start() && isBefore(value));
  }

  /// The clause of the sentence that begins at `from`.
  Span clauseAt(int from) {
    return text.clause(new Span(from, from + 1), claim.sentence());
  }

  /// The longest word of the lexicon that begins at `from`, or null.
  WordTable.@Nullable Match<List<Meaning>> match(int from, int limit) {
    return text.words().at(text.chars(), from, limit);
  }

  boolean isAt(int from, int limit, Kind kind) {
    return FigureWords.is(match(from, limit), kind);
  }

  /// Where the first word of `[from, to)` begins that is one of `kinds`, -1 if there is none.
  int first(int from, int to, Kind... kinds) {
    for (int i = from; i < to; i++) {
      if (text.beginsWord(i)) {
        for (Kind kind : kinds) {
          if (isAt(i, to, kind)) {
            return i;
          }
        }
      }
    }
    return -1;
  }

  /// What stands behind the number up to the end of the sentence, as it is written.
  String rest(int from) {
    return text.written(from, claim.sentence().end());
  }

  boolean isOwner(String kind) {
    String id = claim.entity().id();
    return id != null && id.startsWith(kind);
  }

  boolean isMoney() {
    return claim.quantity().filter(quantity -> quantity.unit().isMoney()).isPresent();
  }
}
