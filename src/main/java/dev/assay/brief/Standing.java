package dev.assay.brief;

import dev.assay.brief.Token.Role;
import dev.assay.cite.Span;
import java.util.Optional;
import java.util.Set;

/// Decides whether a sentence can be taken out of its text, and how much of it.
///
/// Only an opening connective with its comma is ever taken away. A sentence that points back, asks,
/// breaks off, or says too little or too much is left out.
final class Standing {

  private static final String SENTENCE_ENDS = ".。!！…；;";
  private static final String TRAILING = "”’」』）)】]\"'";
  private static final String COMMAS = ",，、";

  /// Third person: somebody must have been named before.
  private static final Set<String> PERSONS =
      Set.of(
          "he", "she", "him", "his", "her", "hers", "they", "them", "their", "他", "她", "他们", "她们");

  private Standing() {}

  /// The part of `sentence` that stands on its own; empty if none does.
  static Optional<Span> of(Words words, Span sentence, Tongue tongue) {
    int from = words.indexAt(sentence.start());
    int to = words.indexAt(sentence.end());
    if (!endsWhole(words.text(), sentence) || isTooLong(words, from, to, tongue)) {
      return Optional.empty();
    }
    int begin = afterOpenings(words, from, to, tongue);
    if (begin < 0
        || tongue.units(words, begin, to) < tongue.fewest()
        || pointsBack(words, begin, to)
        || tongue.saysNothing(tongue.folded(sentence.in(words.text())))) {
      return Optional.empty();
    }
    return Optional.of(new Span(start(words, begin), sentence.end()));
  }

  /// A bracket or quotation mark before the first word belongs to the sentence.
  private static int start(Words words, int begin) {
    return words.token(begin).start();
  }

  private static boolean isTooLong(Words words, int from, int to, Tongue tongue) {
    return tongue.units(words, from, to) > tongue.most();
  }

  private static boolean endsWhole(String text, Span sentence) {
    int last = sentence.end() - 1;
    while (last > sentence.start() && TRAILING.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0;
  }

  /// Index of the first token to keep, or -1 if the sentence must be left out.
  private static int afterOpenings(Words words, int from, int to, Tongue tongue) {
    int begin = from;
    while (begin < to) {
      Openings.Opening opening = tongue.openings().of(words, begin, to);
      boolean comma = opening.end() < to && isComma(words, opening.end());
      switch (opening.rule()) {
        case DROP -> {
          return -1;
        }
        case KEEP -> {
          return begin;
        }
        case COMMA -> {
          if (!comma) {
            return -1;
          }
          begin = opening.end() + 1;
        }
        case COMMA_OR_KEEP -> {
          if (!comma) {
            return begin;
          }
          begin = opening.end() + 1;
        }
        case STRIP -> begin = comma ? opening.end() + 1 : opening.end();
      }
    }
    return -1;
  }

  private static boolean isComma(Words words, int index) {
    return COMMAS.indexOf(words.text().charAt(words.token(index).start())) >= 0;
  }

  /// Whether a pronoun of a person comes before anybody or anything it could stand for.
  private static boolean pointsBack(Words words, int from, int to) {
    boolean named = false;
    for (int i = from; i < to; i++) {
      Token token = words.token(i);
      if (PERSONS.contains(words.written(i))) {
        return !named;
      }
      named |= token.role() == Role.NAME || token.role() == Role.NOUN;
    }
    return false;
  }
}
