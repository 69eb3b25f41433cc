package dev.assay.check;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.check.ValueMatch.Fit;
import java.util.List;

/// Tells when a number stands with the wrong thing: when the words beside it are those that the
/// source puts beside another number of its kind.
final class MisplacedNumbers {

  /// How much better the words must fit the other number, in weights of marks.
  private static final float MARGIN = 1.2f;

  /// And how many times better.
  private static final float FACTOR = 1.5f;

  private final Sentence sentence;
  private final Source source;
  private final ContextReader contexts;
  private final Reasons reasons;

  MisplacedNumbers(Sentence sentence, Source source, ContextReader contexts, Reasons reasons) {
    this.sentence = sentence;
    this.source = source;
    this.contexts = contexts;
    this.reasons = reasons;
  }

  /// Marks exchanged and misplaced numbers as unsupported.
  void mark(List<NumberDraft> drafts) {
    if (source.facts.size() < 2 || drafts.isEmpty() || source.says(sentence.text())) {
      return;
    }
    List<Quantity> all = drafts.stream().map(draft -> draft.said).toList();
    List<ContextReader.Place> places = Source.places(all);
    char[] folded = ContextReader.fold(sentence.text());
    for (int i = 0; i < drafts.size(); i++) {
      NumberDraft draft = drafts.get(i);
      if (draft.verdict != Verdict.UNSUPPORTED && draft.fact != null && rivals(draft).size() > 1) {
        draft.context = contexts.read(folded, places, i);
        draft.clause = contexts.readClause(folded, places, i);
        bestOwner(draft);
      }
    }
    for (int i = 0; i < drafts.size(); i++) {
      for (int k = i + 1; k < drafts.size(); k++) {
        swapped(drafts.get(i), drafts.get(k));
      }
    }
    for (NumberDraft draft : drafts) {
      misplaced(draft, drafts);
    }
  }

  private List<Fact> rivals(NumberDraft draft) {
    return source.facts.stream()
        .filter(
            fact -> fact.stated() && fact.quantity().unit().kind().equals(draft.said.unit().kind()))
        .toList();
  }

  /// Of several places that have the number, the one with the words of the sentence.
  private void bestOwner(NumberDraft draft) {
    List<Fact> rivals = rivals(draft);
    List<Context> all = rivals.stream().map(Fact::context).toList();
    Fact own = draft.fact;
    if (own == null) {
      return;
    }
    float best = draft.context.shared(own.context(), all);
    Fit fit = ValueMatch.of(draft.said, own.quantity());
    for (Fact rival : rivals) {
      if (!rival.equals(own) && ValueMatch.of(draft.said, rival.quantity()) == fit) {
        float shared = draft.context.shared(rival.context(), all);
        if (shared > best) {
          best = shared;
          draft.fact = rival;
        }
      }
    }
  }

  private void swapped(NumberDraft one, NumberDraft other) {
    Fact first = one.fact;
    Fact second = other.fact;
    boolean kin = one.said.unit().kind().equals(other.said.unit().kind());
    if (!kin
        || first == null
        || second == null
        || first.equals(second)
        || one.verdict == Verdict.UNSUPPORTED
        || other.verdict == Verdict.UNSUPPORTED) {
      return;
    }
    if (ValueMatch.of(one.said, second.quantity()).carries()
        || ValueMatch.of(other.said, first.quantity()).carries()) {
      return;
    }
    List<Context> all = rivals(one).stream().map(Fact::context).toList();
    if (isSwapped(one.context, other.context, first.context(), second.context(), all)) {
      one.set(Verdict.UNSUPPORTED, first, reasons.otherOwner(source.words(second)));
      other.set(Verdict.UNSUPPORTED, second, reasons.otherOwner(source.words(first)));
    }
  }

  private void misplaced(NumberDraft draft, List<NumberDraft> drafts) {
    Fact own = draft.fact;
    if (own == null || draft.verdict == Verdict.UNSUPPORTED || draft.verdict == Verdict.DERIVED) {
      return;
    }
    List<Fact> rivals = rivals(draft);
    List<Context> all = rivals.stream().map(Fact::context).toList();
    for (Fact rival : rivals) {
      boolean other = !rival.equals(own) && !ValueMatch.of(draft.said, rival.quantity()).carries();
      boolean twice = drafts.stream().anyMatch(each -> each != draft && own.equals(each.fact));
      boolean taken =
          drafts.stream()
              .anyMatch(
                  each ->
                      each != draft
                          && rival.equals(each.fact)
                          && each.verdict != Verdict.UNSUPPORTED);
      boolean nearer =
          draft.clause.shared(own.context(), all) > draft.clause.shared(rival.context(), all);
      if (other
          && !taken
          && !nearer
          && isMisplaced(draft.context, own.context(), rival.context(), all, twice)) {
        draft.set(Verdict.UNSUPPORTED, own, reasons.otherOwner(source.words(rival)));
        return;
      }
    }
  }

  /// Whether two numbers of a sentence are exchanged.
  private static boolean isSwapped(
      Context one, Context other, Context factOfOne, Context factOfOther, List<Context> rivals) {
    float straight = one.shared(factOfOne, rivals) + other.shared(factOfOther, rivals);
    float crossed = one.shared(factOfOther, rivals) + other.shared(factOfOne, rivals);
    return crossed > straight + MARGIN && crossed > FACTOR * straight;
  }

  /// Whether the words beside a number fit `rival` much better than `own`. A number of the source
  /// that the sentence gives `twice` is suspect from the beginning.
  private static boolean isMisplaced(
      Context said, Context own, Context rival, List<Context> rivals, boolean twice) {
    float mine = said.shared(own, rivals);
    float other = said.shared(rival, rivals);
    float margin = twice ? MARGIN / 3 : MARGIN * 1.5f;
    return other > mine + margin && other > (twice ? 1.3f : 2) * mine;
  }
}
