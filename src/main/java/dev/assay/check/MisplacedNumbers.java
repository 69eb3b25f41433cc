package dev.assay.check;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.check.ValueMatch.Fit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells when a number stands with the wrong thing: when the words beside it are those that the
/// source puts beside another number of its kind.
final class MisplacedNumbers {

  /// How much better the words must fit the other number, in weights of marks.
  private static final float MARGIN = 1.2f;

  /// In a sentence of few words, by which part of all that they weigh: "Perrin: 12 tonnes." has
  /// nothing but the name. Chosen on half of the passages of docs/measurements/numbers.md.
  private static final float PART = 0.4f;

  /// And how many times better.
  private static final float FACTOR = 1.5f;

  /// Among more names nobody can tell whose a number is.
  private static final int MOST_NAMES = 4;

  private static final int LONGEST_NAME = 24;

  /// What a number counts, and a name before the next: "，女选手", " beds, each doctor ".
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(?: [\\p{L}-]+)?(?:[，,、;；]| and)(?: the| each)?\\s?"
              + "(\\p{IsHan}{1,6}|(?:[\\p{L}'-]+ )?[\\p{L}'-]+)\\s?");

  private final Sentence sentence;
  private final Source source;
  private final NumberReader reader;
  private final Rewordings rewordings;
  private final Reasons reasons;

  MisplacedNumbers(
      Sentence sentence,
      Source source,
      NumberReader reader,
      Rewordings rewordings,
      Reasons reasons) {
    this.sentence = sentence;
    this.source = source;
    this.reader = reader;
    this.rewordings = rewordings;
    this.reasons = reasons;
  }

  /// Marks exchanged and misplaced numbers as unsupported.
  void mark(List<NumberDraft> drafts, NumberReader.Text text) {
    if (source.facts.size() < 2 || drafts.isEmpty() || source.says(sentence.text())) {
      return;
    }
    List<Owners.Found> owners = owners(drafts.size(), text);
    for (int i = 0; i < drafts.size(); i++) {
      NumberDraft draft = drafts.get(i);
      draft.period = reader.period(text, i);
      dated(draft, reader.isTold(text, i));
      if (draft.verdict != NumberVerdict.UNSUPPORTED
          && draft.fact != null
          && rivals(draft).facts().size() > 1) {
        draft.context = reader.context(text, i);
        draft.clause = reader.clause(text, i);
        draft.owners = new HashSet<>(owners.get(i).all());
        draft.owners.retainAll(source.owners);
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

  /// Marks a number that the source has of another time: where that stands with it in both, or
  /// where the source has another number of the time of the sentence.
  private void dated(NumberDraft draft, boolean isTold) {
    Fact own = draft.fact;
    if (own == null || !draft.period.isTold() || !draft.isFound()) {
      return;
    }
    if (!draft.period.differsAsWhole(own.period())) {
      Fact other = own.period().isTheSameOfOther(draft.period) ? ofItsTime(draft, own) : null;
      if (other != null) {
        draft.set(NumberVerdict.UNSUPPORTED, own, otherTime(own, other));
      }
      return;
    }
    for (Fact fact : source.facts) {
      if (fact.stated()
          && carries(fact, draft.said)
          && !draft.basis.differs(fact.basis())
          && !draft.period.differsAsWhole(fact.period())) {
        draft.fact = fact;
        return;
      }
    }
    Fact rival = ofItsTime(draft, own);
    boolean both = draft.period.own() && own.period().own() && isToldOf(draft.period);
    if (rival != null || both && !isTold && draft.period.differs(own.period())) {
      draft.set(NumberVerdict.UNSUPPORTED, own, otherTime(own, rival));
    }
  }

  private String otherTime(Fact own, @Nullable Fact rival) {
    return rival == null
        ? reasons.otherTime(source.words(own))
        : reasons.otherTime(source.words(own), source.words(rival));
  }

  /// Whether the source tells of that time; else it is the time that is wrong.
  private boolean isToldOf(Period period) {
    return source.facts.stream().anyMatch(fact -> period.isThatOf(fact.period()));
  }

  /// Another number of the source of the kind and time of one of the sentence, or null.
  private @Nullable Fact ofItsTime(NumberDraft draft, Fact own) {
    for (Fact rival : rivals(draft).facts()) {
      boolean other = !rival.equals(own) && !carries(rival, draft.said);
      if (other
          && rival.quantity().unit().kind().equals(own.quantity().unit().kind())
          && !draft.basis.differs(rival.basis())
          && draft.period.isThatOf(rival.period())) {
        return rival;
      }
    }
    return null;
  }

  private List<Owners.Found> owners(int size, NumberReader.Text text) {
    List<Owners.Found> owners = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      owners.add(reader.owners(text, i, i == 0 ? Owners.Found.NONE : owners.get(i - 1)));
    }
    return owners;
  }

  /// The numbers of the source of the kind of one of the sentence, or of that which carries it:
  /// kroner may be Swedish ones.
  private Source.Rivals rivals(NumberDraft draft) {
    Source.Rivals rivals = source.rivals(draft.said.unit().kind());
    Fact own = draft.fact;
    return rivals.facts().isEmpty() && own != null
        ? source.rivals(own.quantity().unit().kind())
        : rivals;
  }

  /// Of several places that have the number, the one with the words of the sentence.
  private void bestOwner(NumberDraft draft) {
    Context all = rivals(draft).common();
    Fact own = draft.fact;
    if (own == null) {
      return;
    }
    float best = draft.context.shared(own.context(), all);
    Fit fit = ValueMatch.of(draft.said, own.quantity());
    boolean named = isNamed(draft, own);
    for (Fact rival : rivals(draft).facts()) {
      if (!rival.equals(own)
          && !draft.basis.differs(rival.basis())
          && !isOfOtherTime(draft, own, rival)
          && ValueMatch.of(draft.said, rival.quantity()) == fit) {
        float shared = draft.context.shared(rival.context(), all);
        boolean namesToo = isNamed(draft, rival);
        if (namesToo && !named || shared > best && namesToo == named) {
          named = namesToo;
          best = shared;
          draft.fact = rival;
        }
      }
    }
  }

  /// Whether `own` is of the time of the sentence, and `rival` is not.
  private static boolean isOfOtherTime(NumberDraft draft, Fact own, Fact rival) {
    Period period = draft.period;
    boolean apart =
        period.isTold()
            && !period.differsAsWhole(own.period())
            && period.differsAsWhole(rival.period());
    return apart || period.isThatOf(own.period()) && rival.period().isTheSameOfOther(period);
  }

  /// Whether the time of the sentence stands with `own`, and none with `rival`.
  private static boolean isOfOwnTime(NumberDraft draft, Fact own, Fact rival) {
    return draft.period.own()
        && own.period().own()
        && draft.period.isThatOf(own.period())
        && !rival.period().isTold();
  }

  /// Whether the names of the sentence stand with a number of the source as well.
  private static boolean isNamed(NumberDraft draft, Fact fact) {
    return fact.owners().containsAll(draft.owners);
  }

  private void swapped(NumberDraft one, NumberDraft other) {
    Fact first = one.fact;
    Fact second = other.fact;
    boolean kin = one.said.unit().kind().equals(other.said.unit().kind());
    if (!kin
        || first == null
        || second == null
        || first.equals(second)
        || one.verdict == NumberVerdict.UNSUPPORTED
        || other.verdict == NumberVerdict.UNSUPPORTED) {
      return;
    }
    if (carries(second, one.said) || carries(first, other.said)) {
      return;
    }
    if (one.basis.differs(other.basis) && first.basis().differs(second.basis())) {
      return; // each was held against what it means
    }
    Context all = rivals(one).common();
    if (isTurned(one, first, other, second)
        || isSwapped(one.context, other.context, first.context(), second.context(), all)) {
      one.set(NumberVerdict.UNSUPPORTED, first, reasons.otherOwner(source.words(second)));
      other.set(NumberVerdict.UNSUPPORTED, second, reasons.otherOwner(source.words(first)));
    }
  }

  private boolean carries(Fact fact, Quantity said) {
    return ValueMatch.of(said, fact.quantity()).carries()
        && !rewordings.isOtherMultiple(said, fact);
  }

  private void misplaced(NumberDraft draft, List<NumberDraft> drafts) {
    Fact own = draft.fact;
    if (own == null || !draft.isFound()) {
      return;
    }
    if (draft.basis.isOfSameSide(own.basis())) {
      return;
    }
    Context all = rivals(draft).common();
    boolean twice = drafts.stream().anyMatch(each -> each != draft && own.equals(each.fact));
    for (Fact rival : rivals(draft).facts()) {
      boolean other =
          !rival.equals(own)
              && !carries(rival, draft.said)
              && !draft.basis.differs(rival.basis())
              && !rival.basis().isOfPart(draft.basis)
              && !isChangeOf(draft, own, rival)
              && !isLeftOut(own, rival)
              && !isOfOtherTime(draft, own, rival);
      if (other && isOthers(draft, own, rival)) {
        draft.set(NumberVerdict.UNSUPPORTED, own, reasons.otherOwner(source.words(rival)));
        return;
      }
      if (other
          && (isOfOtherHead(draft.context, own.context(), rival.context())
              || draft.context.beginsAs(rival.context(), own.context())
              || isBefore(own, rival) && draft.context.beginsWith(rival.context(), own.context())
              || draft.context.isWhere(rival.context(), own.context())
              || isOfOtherSide(draft, own, rival))) {
        draft.set(NumberVerdict.UNSUPPORTED, own, reasons.otherOwner(source.words(rival)));
        return;
      }
      boolean taken =
          drafts.stream()
              .anyMatch(
                  each ->
                      each != draft
                          && rival.equals(each.fact)
                          && each.verdict != NumberVerdict.UNSUPPORTED);
      boolean nearer =
          draft.clause.shared(own.context(), all) > draft.clause.shared(rival.context(), all);
      if (other
          && !taken
          && !nearer
          && !draft.context.isLedAs(own.context(), rival.context())
          && !draft.context.isWhere(own.context(), rival.context())
          && !isOwn(draft, own, rival)
          && !isOfOwnTime(draft, own, rival)
          && isMisplaced(draft.context, own.context(), rival.context(), all, twice)) {
        draft.set(NumberVerdict.UNSUPPORTED, own, reasons.otherOwner(source.words(rival)));
        return;
      }
    }
  }

  /// Whether the names of `own` are more like those of the sentence than the names of `rival`.
  private static boolean isOwn(NumberDraft draft, Fact own, Fact rival) {
    return !draft.owners.isEmpty()
        && !rival.owners().isEmpty()
        && likeness(draft, own) > likeness(draft, rival);
  }

  /// So many names in common, less those that only the source has.
  private static long likeness(NumberDraft draft, Fact fact) {
    long common = fact.owners().stream().filter(draft.owners::contains).count();
    return 2 * common - fact.owners().size();
  }

  /// Whether a name of the sentence stands with `rival` and not with `own`, which has another.
  private static boolean isOthers(NumberDraft draft, Fact own, Fact rival) {
    Set<Long> said = draft.owners;
    boolean told = !draft.said.unit().isDuration() && said.size() <= MOST_NAMES;
    if (!told || own.owners().size() > MOST_NAMES || own.owners().containsAll(said)) {
      return false;
    }
    return !said.containsAll(own.owners())
        && said.stream()
            .allMatch(name -> own.owners().contains(name) || rival.owners().contains(name))
        && own.owners().stream()
            .noneMatch(name -> !said.contains(name) && rival.owners().contains(name));
  }

  /// Whether the sentence counts what `rival` counts, and nothing is said there of what `own`
  /// counts.
  private static boolean isOfOtherHead(Context said, Context own, Context rival) {
    return said.hasHeadOf(rival) && !said.hasHead(own) && !own.hasHead(said);
  }

  /// Whether one number of a paragraph stands before another, so that it has nothing of what that
  /// is told of: a subject is handed on, never back.
  private static boolean isBefore(Fact one, Fact other) {
    return one.paragraph() == other.paragraph()
        && one.quantity().span().end() <= other.quantity().span().start();
  }

  /// Whether the sentence and `rival` are an average, the highest or the lowest, and `own` is not,
  /// nor the other end of a change.
  private static boolean isOfOtherSide(NumberDraft draft, Fact own, Fact rival) {
    boolean both =
        areBoth(draft, rival, "whole", "average")
            || areBoth(draft, rival, "end", "highest")
            || areBoth(draft, rival, "end", "lowest");
    return both
        && draft.said.unit().equals(rival.quantity().unit())
        && !own.context().isOtherEndThan(rival.context());
  }

  /// Whether the sentence tells by how much the number before it changed: 场均2.4万人，比上季少0.3万人.
  private boolean isChangeOf(NumberDraft draft, Fact own, Fact rival) {
    return draft.basis.course() != null
        && own.basis().course() != null
        && rival.basis().course() == null
        && rival.quantity().span().end() <= own.quantity().span().start()
        && source.isOneSentence(rival, own);
  }

  /// Whether nothing but a name of the sentence stands between `rival` and `own`, which leaves out
  /// what is said of `rival`: 男选手平均26岁，女选手24岁; each nurse has 12 beds, each doctor 30.
  private boolean isLeftOut(Fact own, Fact rival) {
    int from = rival.quantity().span().end();
    int to = own.quantity().span().start();
    if (own.paragraph() != rival.paragraph() || to <= from || to - from > LONGEST_NAME) {
      return false;
    }
    Matcher name = LEFT_OUT.matcher(source.paragraphs.get(own.paragraph())).region(from, to);
    return name.matches() && isSaid(name.group(1));
  }

  private boolean isSaid(String name) {
    return sentence.text().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean areBoth(NumberDraft draft, Fact rival, String pair, String side) {
    return draft.basis.isSide(pair, side) && rival.basis().isSide(pair, side);
  }

  /// Whether a change is told from its end: from 62 to 97 of what went from 97 to 62.
  private static boolean isTurned(NumberDraft one, Fact first, NumberDraft other, Fact second) {
    return one.context.isOtherEndThan(other.context)
        && one.context.isOtherEndThan(first.context())
        && other.context.isOtherEndThan(second.context());
  }

  /// Whether two numbers of a sentence are exchanged.
  private static boolean isSwapped(
      Context one, Context other, Context factOfOne, Context factOfOther, Context common) {
    float straight = one.shared(factOfOne, common) + other.shared(factOfOther, common);
    float crossed = one.shared(factOfOther, common) + other.shared(factOfOne, common);
    return crossed > straight + MARGIN && crossed > FACTOR * straight;
  }

  /// Whether the words beside a number fit `rival` much better than `own`. A number of the source
  /// that the sentence gives `twice` is suspect from the beginning.
  private static boolean isMisplaced(
      Context said, Context own, Context rival, Context common, boolean twice) {
    float mine = said.shared(own, common);
    float other = said.shared(rival, common);
    float margin = twice ? MARGIN / 3 : Math.min(MARGIN * 1.5f, PART * said.shared(said, common));
    return other > mine + margin && other > (twice ? 1.3f : 2) * mine;
  }
}
