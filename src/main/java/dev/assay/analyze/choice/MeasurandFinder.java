package dev.assay.analyze.choice;

import dev.assay.analyze.choice.Phrase.Kind;
import dev.assay.analyze.text.Word.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds what may be counted or measured by a figure: every stretch of words near to it that can be
/// a phrase, from a word that can open one to a word that can close one.
///
/// It finds far too many; which of them it is, is weighed. The number of stretches is bounded, so
/// that it is linear in the figures.
final class MeasurandFinder {

  /// Words of a phrase: of the labelled ones one in a hundred is longer.
  private static final int LONGEST = 9;

  /// Words before and behind the figure at which a phrase may begin.
  private static final int BEFORE = 45;

  private static final int BEHIND = 22;

  /// Figures of long sentences have more; those that stand nearest are kept.
  private static final int MOST = 160;

  private final WordedText text;

  MeasurandFinder(WordedText text) {
    this.text = text;
  }

  /// The phrases for a figure, the nearest first.
  List<Phrase> of(Figure figure) {
    List<Phrase> found = new ArrayList<>();
    int at = figure.word();
    for (int first = Math.max(0, at - BEFORE);
        first < Math.min(text.size(), at + BEHIND);
        first++) {
      boolean near =
          text.together(first, at) || first < at && text.sentence(at) - text.sentence(first) == 1;
      if (near && opens(first)) {
        addFrom(first, found);
      }
    }
    int before = before(at);
    found.removeIf(phrase -> phrase.first() > before && phrase.last() < at);
    if (found.size() <= MOST) {
      return found;
    }
    found.sort(Comparator.comparingInt(phrase -> distance(phrase, at)));
    return new ArrayList<>(found.subList(0, MOST));
  }

  private void addFrom(int first, List<Phrase> found) {
    for (int last = first;
        last < first + LONGEST
            && text.together(first, last)
            && isInside(last)
            && (last == first || !text.isApart(last))
            && !(text.base(last).equals("such") && text.base(last + 1).equals("as"));
        last++) {
      if (closes(last)) {
        found.add(
            new Phrase(
                text.word(first).start(),
                text.word(last).end(),
                first,
                last,
                head(first, last),
                Kind.WHOLE,
                null));
      }
    }
  }

  /// The figure before with nothing but its noun phrase up to this one, behind which a noun goes
  /// on: what stands between is of the first (国家和地区 of 60个国家和地区400家媒体). This one if there is none.
  private int before(int at) {
    int i = at - 1;
    while (text.together(i, at)
        && (text.isNominal(i) || text.is(i, Part.CONJUNCTION) || text.is(i, Part.LINK))) {
      i--;
    }
    boolean goesOn = text.together(at, at + 1) && text.isNominal(at + 1);
    return goesOn && text.together(i, at) && text.isFigure(i) ? i : at;
  }

  /// How many words stand between a phrase and a figure.
  static int distance(Phrase phrase, int at) {
    return phrase.last() < at ? at - phrase.last() - 1 : phrase.first() - at - 1;
  }

  /// A phrase neither begins nor ends within a name (Rica of Costa Rica), nor before the Latin
  /// letters that say what its Chinese words are (制造业PMI).
  private boolean opens(int i) {
    if (!text.isChinese && text.isName(i) && text.isName(i - 1) && text.together(i - 1, i)) {
      return false;
    }
    return switch (text.word(i).part()) {
      case NOUN, VERB_NOUN, VERB, NAME, PERSON, PLACE, BODY, ADJECTIVE, ATTRIBUTE, OTHER -> true;
      case NUMBER -> !text.isFigure(i);
      case PREPOSITION, ADVERB, DIRECTION -> text.isChinese;
      case SIGN -> "“《".contains(text.base(i));
      case AUXILIARY, PRONOUN, DETERMINER, MEASURE, TIME, CONJUNCTION, LINK, PARTICLE -> false;
    };
  }

  private boolean isInside(int i) {
    return switch (text.word(i).part()) {
      case NUMBER -> !text.isFigure(i);
      case TIME -> false;
      case SIGN -> (text.isChinese ? "、“”《》（）()·-" : "-–&$/").contains(text.base(i));
      case PRONOUN, DETERMINER, AUXILIARY -> !text.isChinese;
      default -> true;
    };
  }

  private boolean closes(int i) {
    if (text.isChinese && isSpelt(i)) {
      return false;
    }
    boolean goesOn =
        !text.isChinese
            && text.has(i + 1)
            && text.together(i, i + 1)
            && text.word(i + 1).part().isNoun();
    return switch (text.word(i).part()) {
      case NOUN, VERB_NOUN, NAME, PERSON, PLACE, BODY, OTHER -> text.isChinese || !goesOn;
      case VERB, ADJECTIVE, ADVERB -> !goesOn;
      case NUMBER -> !text.isFigure(i);
      case DIRECTION -> text.isChinese;
      case SIGN -> "”》）)".contains(text.base(i));
      case AUXILIARY, PRONOUN, DETERMINER, MEASURE, TIME, CONJUNCTION -> false;
      case ATTRIBUTE, LINK, PARTICLE, PREPOSITION -> false;
    };
  }

  /// Whether Latin letters join a Chinese word from behind.
  private boolean isSpelt(int i) {
    int end = text.word(i).end();
    return text.text.isHan(end - 1) && text.text.isLatin(end);
  }

  /// The word that says what a phrase is: in English the last of its first nouns, in Chinese the
  /// last word.
  private int head(int first, int last) {
    if (text.isChinese) {
      return text.is(last, Part.SIGN) && last > first ? last - 1 : last;
    }
    int head = -1;
    for (int i = first; i <= last; i++) {
      if (text.word(i).part().isNoun()) {
        head = i;
      } else if (head >= 0 && !text.is(i, Part.LINK)) {
        return head;
      }
    }
    return head < 0 ? last : head;
  }
}
