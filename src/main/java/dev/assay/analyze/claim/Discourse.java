package dev.assay.analyze.claim;

import dev.assay.analyze.name.Thing;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was spoken of before in one article: what a pronoun, or a subject that the text leaves out,
/// can stand for. Only sure answers: if two countries come into question, "the country" is neither.
final class Discourse {

  /// How many sentences back a pronoun can point.
  private static final int BACK = 2;

  /// In place of several imposers.
  private static final Thing NOBODY = new Thing(null, "");

  private final Map<String, Thing> imposers = new HashMap<>();
  private final Deque<Grammar> before = new ArrayDeque<>();
  private @Nullable Claim lastRank;

  /// Takes a sentence that has been read.
  void add(Grammar sentence) {
    before.addFirst(sentence);
    if (before.size() > BACK) {
      before.removeLast();
    }
  }

  /// Takes the last rank that the sentence just read tells, null if it tells none.
  void ranked(@Nullable Claim rank) {
    lastRank = rank;
  }

  /// The last rank that the sentence before told, null if it told none.
  @Nullable Claim lastRank() {
    return lastRank;
  }

  /// A new text begins: a subject that is left out is not that of another paragraph.
  void endParagraph() {
    before.clear();
    lastRank = null;
  }

  /// Whom the sentence before was about, if that is a named holder of figures; else null.
  @Nullable Thing lastSubject() {
    Grammar last = before.peekFirst();
    return last == null ? null : subject(last);
  }

  /// Takes who has been said to impose a tariff on whom.
  void imposed(Thing imposer, List<Claim.Part> of) {
    Thing known = imposers.getOrDefault("", imposer);
    imposers.put("", Objects.equals(known.id(), imposer.id()) ? imposer : NOBODY);
    for (Claim.Part part : of) {
      if (part.facet() == Claim.Facet.COUNTERPART && part.id() != null) {
        imposers.put(part.id(), imposer);
      }
    }
  }

  /// Who imposes the tariffs on `target` that the article spoke of before; for an empty target the
  /// one who imposes all that it spoke of. Null if it did not tell.
  @Nullable Thing imposerOn(String target) {
    Thing imposer = imposers.get(target);
    return NOBODY.equals(imposer) ? null : imposer;
  }

  /// Who says the quotation that begins at `quote`, a place in the text of the paragraph.
  @Nullable Thing speaker(int quote) {
    for (Grammar earlier : before) {
      if (quote >= earlier.sentence.span().start() && quote < earlier.sentence.span().end()) {
        return new FirstPersons(earlier, this).before(earlier.sentence.size());
      }
    }
    return null;
  }

  private static @Nullable Thing subject(Grammar grammar) {
    int verb = grammar.verbFrom(0, Math.min(grammar.sentence.size(), Grammar.REACH));
    if (verb < 0) {
      return opening(grammar);
    }
    Thing owner = new Owners(grammar).holder(grammar.subjectOf(verb));
    return owner == null || owner.id() == null ? null : owner;
  }

  /// 智利领先: the name that a sentence without a known verb opens with.
  private static @Nullable Thing opening(Grammar grammar) {
    MarkedSentence sentence = grammar.sentence;
    boolean alone = grammar.isChinese() && sentence.isHolder(0) && !sentence.isPossessive(0);
    return alone && !sentence.isStop(1) ? sentence.thing(0) : null;
  }

  /// The one country, or the one company, that was named last before `mark`; null if none was, or
  /// if several were and none was the subject.
  @Nullable Thing only(String kind, MarkedSentence sentence, int mark) {
    List<Thing> here = of(kind, sentence, mark);
    if (!here.isEmpty()) {
      return here.size() == 1 ? here.getFirst() : null;
    }
    Iterator<Grammar> earlier = before.iterator();
    while (earlier.hasNext()) {
      Grammar grammar = earlier.next();
      List<Thing> things = of(kind, grammar.sentence, grammar.sentence.size());
      if (things.size() == 1) {
        return things.getFirst();
      }
      if (!things.isEmpty()) {
        Thing subject = subject(grammar);
        return subject != null && things.contains(subject) ? subject : null;
      }
    }
    return null;
  }

  private static List<Thing> of(String kind, MarkedSentence sentence, int end) {
    List<Thing> things = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < end; i++) {
      if (sentence.at(i) instanceof Mark.Name name
          && name.kind().equals(kind)
          && !sentence.isSign(i - 1, "(（")
          && !ids.contains(name.id())) {
        ids.add(name.id());
        things.add(sentence.thing(i));
      }
    }
    return things;
  }
}
