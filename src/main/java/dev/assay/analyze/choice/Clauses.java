package dev.assay.analyze.choice;

import dev.assay.analyze.choice.Phrase.Kind;
import dev.assay.analyze.text.Word.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the clauses of a text are about, as far as the order of words and their parts of speech
/// tell: a guess to be weighed, no parse.
final class Clauses {

  /// The verb that a word depends on, and what that verb says something about.
  ///
  /// @param verb the number of the verb, -1 if none stands before the word in its sentence
  /// @param subject the phrase before it, null if there is none, or a pronoun
  /// @param pronoun the number of the pronoun that is the subject, -1 if it is none
  record Clause(int verb, @Nullable Phrase subject, int pronoun) {

    static final Clause NONE = new Clause(-1, null, -1);
  }

  private final WordedText text;

  /// The longest noun phrases, by where they end.
  private final List<Phrase> wholes = new ArrayList<>();

  Clauses(WordedText text, List<Phrase> phrases) {
    this.text = text;
    for (Phrase phrase : phrases) {
      boolean part = phrase.kind() == Kind.LIST || phrase.kind() == Kind.OF;
      if (!part && wholes.stream().noneMatch(other -> other.holds(phrase))) {
        wholes.removeIf(phrase::holds);
        wholes.add(phrase);
      }
    }
    wholes.sort((a, b) -> Integer.compare(a.last(), b.last()));
  }

  /// The longest noun phrases, in order.
  List<Phrase> wholes() {
    return wholes;
  }

  /// The clause of the last verb before `word`.
  Clause before(int word) {
    int verb = verbBefore(word);
    return verb < 0 ? Clause.NONE : clause(verb);
  }

  /// What the first verb of the sentence of `word` is about.
  Clause main(int word) {
    int first = word;
    while (text.together(first - 1, word)) {
      first--;
    }
    for (int i = first; text.together(i, word); i++) {
      if (text.isVerb(i)) {
        return clause(i);
      }
    }
    return Clause.NONE;
  }

  private int verbBefore(int word) {
    int i = word - 1;
    while (text.together(i, word) && !text.isVerb(i)) {
      i--;
    }
    return text.together(i, word) ? i : -1;
  }

  private Clause clause(int verb) {
    int start = verb;
    while (text.together(start - 1, verb) && isOfGroup(start - 1)) {
      start--;
    }
    Clause own = subject(verb, start);
    int before = own.subject() == null && own.pronoun() < 0 ? verbBefore(start) : -1;
    if (before < 0) {
      return own;
    }
    Clause earlier = clause(before); // "and rose", "to invest": the subject of the verb before
    return new Clause(verb, earlier.subject(), earlier.pronoun());
  }

  private boolean isOfGroup(int i) {
    return switch (text.word(i).part()) {
      case VERB, AUXILIARY, ADVERB, PARTICLE -> true;
      default -> false;
    };
  }

  /// The nearest phrase or pronoun before `start` that no preposition governs, with no verb
  /// between.
  private Clause subject(int verb, int start) {
    int limit = start;
    for (Phrase phrase : beforeVerb(start)) {
      for (int i = phrase.last() + 1; i < limit; i++) {
        if (text.isVerb(i)) {
          return new Clause(verb, null, -1);
        }
        if (isSubjectPronoun(i)) {
          return new Clause(verb, null, i);
        }
      }
      if (!isGoverned(phrase)) {
        return new Clause(verb, phrase, -1);
      }
      limit = phrase.first();
    }
    for (int i = limit - 1; text.together(i, verb) && !text.isVerb(i); i--) {
      if (isSubjectPronoun(i)) {
        return new Clause(verb, null, i);
      }
    }
    return new Clause(verb, null, -1);
  }

  private boolean isSubjectPronoun(int i) {
    return text.isPointing(i) && !text.base(i).matches("which|that|who|这|那|其中|什么|如何");
  }

  /// The phrases of the sentence that end before `start`, the nearest first.
  private List<Phrase> beforeVerb(int start) {
    List<Phrase> before = new ArrayList<>();
    for (Phrase phrase : wholes) {
      if (phrase.last() < start && text.together(phrase.last(), start)) {
        before.add(phrase);
      }
    }
    Collections.reverse(before);
    return before;
  }

  /// "of copper", 在智利: whether a preposition stands before the phrase, or it only describes the
  /// next.
  private boolean isGoverned(Phrase phrase) {
    int i = phrase.first() - 1;
    while (text.together(i, phrase.first())
        && (text.is(i, Part.DETERMINER) || text.is(i, Part.ADJECTIVE) || text.is(i, Part.NUMBER))) {
      i--;
    }
    boolean governed = text.together(i, phrase.first()) && text.is(i, Part.PREPOSITION);
    return governed || text.is(phrase.last() + 1, Part.LINK);
  }
}
