package dev.assay.analyze.claim;

import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.text.Word.Part;
import dev.assay.cite.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells by parts of speech what of a stretch of text is a noun phrase, and so can be said to be
/// counted or paid for: "broadband satellites" of "broadband satellites broke apart".
final class NounPhrases {

  private final WordedText text;
  private final List<Phrase> wholes;

  /// @param wholes the longest noun phrases of the text
  NounPhrases(WordedText text, List<Phrase> wholes) {
    this.text = text;
    this.wholes = wholes;
  }

  /// The longest noun phrase that holds `place`, or `place` itself.
  Span around(Span place) {
    return wholes.stream()
        .map(whole -> new Span(whole.start(), whole.end()))
        .filter(whole -> whole.contains(place))
        .findFirst()
        .orElse(place);
  }

  /// Whether the stretch is a part of somebody's name, and says nothing by itself.
  boolean isOfName(Span part) {
    return text.isInReadName(part);
  }

  /// The noun phrase that a stretch begins with, closed by a verb; null if it is none. A stretch of
  /// which no word was read stays as it is.
  @Nullable Span in(Span stretch) {
    int first = text.firstFrom(stretch.start());
    if (!text.has(first) || text.word(first).start() >= stretch.end()) {
      return stretch;
    }
    while (text.has(first) && text.word(first).start() < stretch.end() && isFurther(first)) {
      first++;
    }
    int last = last(first, stretch.end());
    return last < first || opensWithVerb(first)
        ? null
        : new Span(text.word(first).start(), text.word(last).end());
  }

  private boolean isFurther(int i) {
    return text.has(i, Role.FURTHER) || text.is(i, Part.ADVERB);
  }

  private boolean opensWithVerb(int first) {
    return !text.isChinese && text.is(first, Part.VERB) && !isNominal(first);
  }

  /// The last noun before a verb that follows one; -1 if there is none. A head that the stretch
  /// leaves out is a part of the phrase: "hybrid" of "hybrid ships".
  private int last(int first, int end) {
    int last = -1;
    for (int i = first; text.together(first, i) && text.word(i).start() < end; i++) {
      if (last >= 0 && closes(i)) {
        return last;
      }
      last = text.word(i).part().isNoun() || text.is(i, Part.OTHER) ? i : last;
    }
    return text.isChinese ? last : head(first, last);
  }

  /// The last of the nouns that go on behind `last`.
  private int head(int first, int last) {
    int next = Math.max(first, last + 1);
    while (last < 0 && text.together(first, next) && text.is(next, Part.ADJECTIVE)) {
      next++;
    }
    while (text.together(first, next) && text.word(next).part().isNoun()) {
      next++;
    }
    return next > Math.max(first, last + 1) && text.word(next - 1).part().isNoun()
        ? next - 1
        : last;
  }

  /// Whether a noun phrase ends before the word: a verb that does not describe what follows.
  private boolean closes(int i) {
    return text.has(i, Role.REL) || text.isVerb(i) && !isNominal(i);
  }

  /// "Mining rights", 改造项目: a verb that is a part of a name.
  private boolean isNominal(int i) {
    boolean noun = text.together(i, i + 1) && text.word(i + 1).part().isNoun();
    return text.isChinese
        ? text.is(i, Part.VERB) && noun || text.cue(i).startsWith("n:")
        : text.written(i).endsWith("ing") || text.written(i).endsWith("ed") && noun;
  }
}
