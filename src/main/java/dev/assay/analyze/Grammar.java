package dev.assay.analyze;

import dev.assay.analyze.Claim.Thing;
import dev.assay.analyze.ClaimWord.Role;
import java.util.List;

/// How the parts of a sentence belong together, as far as it is told by the order of its words and
/// lists of verbs and small words; one for each language. Nothing is looked for further than
/// [#REACH] marks away, so the work is linear in the text.
abstract class Grammar {

  /// Longer clauses than this are cut.
  static final int REACH = 60;

  final MarkedSentence sentence;
  final List<Mark> marks;

  private static final byte UNKNOWN = 0;
  private static final byte YES = 1;
  private static final byte NO = 2;
  private final byte[] verbs;

  Grammar(MarkedSentence sentence) {
    this.verbs = new byte[sentence.marks().size()];
    this.sentence = sentence;
    this.marks = sentence.marks();
  }

  /// Where the figure at `figure`, a number, stands.
  abstract Setting setting(int figure);

  /// What the verb at `verb` says something about; empty if the text leaves it out.
  abstract Stretch subjectOf(int verb);

  /// What a clause without a verb is about.
  abstract Stretch subjectIn(Stretch clause);

  /// Whether the mark is used as a verb here.
  abstract boolean isUsedAsVerb(int i);

  /// Whether the mark is used as a verb here; false outside the sentence.
  final boolean isVerb(int i) {
    if (i < 0 || i >= verbs.length) {
      return false;
    }
    if (verbs[i] == UNKNOWN) {
      verbs[i] = isUsedAsVerb(i) ? YES : NO;
    }
    return verbs[i] == YES;
  }

  /// The clause around `i`: from the sign or joining word before it to the one behind it.
  abstract Stretch clause(int i);

  /// Whether a sentence may leave its subject out because the one before has named it.
  abstract boolean dropsSubjects();

  /// Whether the figure describes a thing together with the next one: "a five-year, $300 billion
  /// plan".
  boolean describesWithNext(int figure) {
    return false;
  }

  /// Whether the verb stands in a clause that "which" or "that" opens.
  final boolean isRelative(int verb) {
    return verb >= 0 && is(clause(verb).from() - 1, Role.REL);
  }

  /// The clause before that says where or in what this one holds (在精炼环节，份额超过九成), empty if none.
  Stretch frame(int figure) {
    return Stretch.NONE;
  }

  /// The noun phrase at the head of `phrase`: in English what stands before the first preposition.
  abstract Stretch head(Stretch phrase);

  final Mark at(int i) {
    return marks.get(i);
  }

  final boolean is(int i, Role role) {
    return i >= 0 && i < marks.size() && marks.get(i).is(role);
  }

  final boolean isStop(int i) {
    return i < 0 || i >= marks.size() || marks.get(i) instanceof Mark.Stop;
  }

  final boolean isNumber(int i) {
    return i >= 0 && i < marks.size() && marks.get(i) instanceof Mark.Number;
  }

  final boolean isMoment(int i) {
    return i >= 0 && i < marks.size() && marks.get(i) instanceof Mark.Moment;
  }

  final boolean isName(int i) {
    return i >= 0 && i < marks.size() && marks.get(i) instanceof Mark.Name;
  }

  /// Whether the mark names somebody that can have figures: a country, a company, a mine.
  final boolean isHolder(int i) {
    return isName(i) && Holders.isHolder(((Mark.Name) at(i)).kind());
  }

  /// Whether the mark names something that figures are of: copper, magnets.
  final boolean isMaterial(int i) {
    return isName(i) && Holders.isMaterial(((Mark.Name) at(i)).kind());
  }

  /// Whether the mark is one of the signs.
  final boolean isSign(int i, String signs) {
    return i >= 0
        && i < marks.size()
        && at(i) instanceof Mark.Stop stop
        && signs.indexOf(stop.sign()) >= 0;
  }

  /// Whether a word that no lexicon knows begins with a capital.
  final boolean isCapital(int i) {
    return i >= 0
        && i < marks.size()
        && at(i) instanceof Mark.Plain
        && sentence.text().isUpper(at(i).start());
  }

  /// What stands behind the preposition that opens the stretch.
  final Stretch withoutPreposition(Stretch stretch) {
    boolean opens = is(stretch.from(), Role.SIDE);
    return opens ? new Stretch(stretch.from() + 1, stretch.to()) : stretch;
  }

  /// The thing that the mark, a name, names.
  final Thing thing(int mark) {
    return new Thing(((Mark.Name) at(mark)).id(), sentence.words(new Stretch(mark, mark + 1)));
  }

  /// Whether the figure stands right behind "from", or a small word behind it (从目前的57%).
  final boolean isAfterFrom(int figure) {
    int i = figure - 1;
    while (i > figure - 4
        && (is(i, Role.LINK)
            || is(i, Role.AUX)
            || is(i, Role.DET)
            || is(i, Role.LEAD) && !is(i, Role.FROM)
            || isMoment(i))) {
      i--;
    }
    return is(i, Role.FROM);
  }

  /// The bracket in which the figure stands alone, "Chile (8 million tons)"; -1 if it does not.
  final int bracket(int figure) {
    int from = clause(figure).from();
    from = verbBefore(figure, from) < 0 ? beforeGloss(from) : from;
    boolean opens =
        from > 0 && at(from - 1) instanceof Mark.Stop stop && "(（[".indexOf(stop.sign()) >= 0;
    return opens && verbBefore(figure, from) < 0 ? from - 1 : -1;
  }

  /// Where a bracket begins that opens with the name in another language: （Rare Earths：一组17种元素）.
  private int beforeGloss(int from) {
    if (from < 2 || !(at(from - 1) instanceof Mark.Stop stop) || ":：".indexOf(stop.sign()) < 0) {
      return from;
    }
    int i = from - 1;
    while (i > 0 && i > from - 8 && !isStop(i - 1)) {
      i--;
    }
    boolean bracket =
        i > 0 && at(i - 1) instanceof Mark.Stop open && "(（".indexOf(open.sign()) >= 0;
    return bracket ? i : from;
  }

  /// Whether the figure stands alone between brackets.
  final boolean isBracketed(int figure) {
    return figure > 1
        && figure + 1 < marks.size()
        && at(figure - 1) instanceof Mark.Stop open
        && "(（".indexOf(open.sign()) >= 0
        && at(figure + 1) instanceof Mark.Stop close
        && ")）".indexOf(close.sign()) >= 0;
  }

  /// Whether a number stands in `[from, to)`.
  final boolean hasNumber(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isNumber(i)) {
        return true;
      }
    }
    return false;
  }

  /// The nearest verb before `i`, not before `from`; -1 if there is none.
  final int verbBefore(int i, int from) {
    for (int k = i - 1; k >= from; k--) {
      if (isVerb(k)) {
        return k;
      }
    }
    return -1;
  }

  /// The nearest verb from `i` on, before `to`; -1 if there is none.
  final int verbFrom(int i, int to) {
    for (int k = i; k < to; k++) {
      if (isVerb(k)) {
        return k;
      }
    }
    return -1;
  }
}
