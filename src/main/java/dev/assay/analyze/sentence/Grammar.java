package dev.assay.analyze.sentence;

import dev.assay.analyze.sentence.ClaimWord.Role;

/// How the parts of a sentence belong together, as far as it is told by the order of its words and
/// lists of verbs and small words; one for each language. Nothing is looked for further than
/// [#REACH] marks away, so the work is linear in the text.
public abstract class Grammar {

  /// Longer clauses than this are cut.
  public static final int REACH = 60;

  public final MarkedSentence sentence;
  private final Verbs verbs;

  Grammar(Verbs verbs) {
    this.sentence = verbs.sentence;
    this.verbs = verbs;
  }

  /// Where the figure at `figure`, a number, stands.
  public abstract Setting setting(int figure);

  /// What the verb at `verb` says something about; empty if the text leaves it out.
  public abstract Stretch subjectOf(int verb);

  /// Whether the mark is used as a verb here; false outside the sentence.
  public final boolean isVerb(int i) {
    return verbs.isVerb(i);
  }

  /// The nearest verb before `i`, not before `from`; -1 if there is none.
  public final int verbBefore(int i, int from) {
    return verbs.before(i, from);
  }

  /// The nearest verb from `i` on, before `to`; -1 if there is none.
  final int verbFrom(int i, int to) {
    return verbs.from(i, to);
  }

  /// The clause around `i`: from the sign or joining word before it to the one behind it.
  public abstract Stretch clause(int i);

  /// Whether the sentence is Chinese: its subject may be left out if the one before has named it, a
  /// phrase has its head at the end, and no article or capital tells a name.
  public abstract boolean isChinese();

  /// The clause before that says where or in what this one holds (在精炼环节，份额超过九成), empty if none.
  public Stretch frame(int figure) {
    return Stretch.NONE;
  }

  /// The noun phrase at the head of `phrase`: in English what stands before the first preposition.
  public abstract Stretch head(Stretch phrase);

  /// Whether the figure stands right behind "from", or a small word behind it (从目前的57%,
  /// 从4月预测的2.5%).
  public final boolean isAfterFrom(int figure) {
    int i = figure - 1;
    while (i > figure - 4
        && (sentence.is(i, Role.LINK)
            || sentence.is(i, Role.AUX)
            || sentence.is(i, Role.DET)
            || sentence.is(i, Role.LEAD) && !sentence.is(i, Role.FROM)
            || sentence.is(i, Cue.RECKONING)
            || sentence.isMoment(i))) {
      i--;
    }
    return sentence.is(i, Role.FROM);
  }
}
