package dev.assay.analyze.choice;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord;
import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.WordList;
import dev.assay.cite.Span;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The noun phrases of a text, for what is said of a claim's subject and of what it is of.
public final class NounPhrases {

  private final WordedText text;
  private final List<Phrase> wholes;
  private final DealtLists dealt;

  /// @param wholes the longest noun phrases of the text
  NounPhrases(WordedText text, List<Phrase> wholes, DealtLists dealt) {
    this.text = text;
    this.wholes = wholes;
    this.dealt = dealt;
  }

  /// Whether the sentence deals out a list over figures, and `part` is said of another item than
  /// that of `figure`.
  public boolean isOfOtherItem(Span figure, Span part) {
    return dealt.isOfOtherItem(text.firstFrom(figure.start()), text.phrase(part));
  }

  /// The longest noun phrase that holds `place`, or `place` itself.
  public Span around(Span place) {
    return wholes.stream()
        .map(whole -> new Span(whole.start(), whole.end()))
        .filter(whole -> whole.contains(place))
        .findFirst()
        .orElse(place);
  }

  /// The noun phrases of a stretch that opens with one, each whole, to the end of the last or to a
  /// word for saying: whom the stretch names. Where a verb cuts them apart the stretch is a clause;
  /// in Chinese the name that it opens with is named all the same (甲局 of 甲局最新发布). Null if nobody
  /// is.
  public @Nullable Span naming(Span stretch) {
    Phrase words = text.phrase(stretch);
    List<Phrase> own =
        wholes.stream()
            .filter(whole -> whole.last() >= words.first() && whole.first() <= words.last())
            .toList();
    int opening = words.first() + (text.isChinese && text.isVerb(words.first()) ? 1 : 0);
    boolean opens = !own.isEmpty() && own.getFirst().first() <= opening; // 知情人士
    if (!opens || text.word(words.first()).start() != stretch.start()) {
      return null;
    }
    Phrase first = own.getFirst();
    int cut = text.isChinese ? words.last() : words.last() - 1; // "people briefed" on it
    boolean isClause =
        any(first.last() + 1, cut, text::isVerb)
            && !text.has(words.last(), ClaimWord.Role.TELLER); // 形势分析预测报告
    if (isClause && !(text.isChinese && any(words.first(), first.last(), text::isName))) {
      return null;
    }
    int last = isClause ? first.last() : words.last();
    while (!isClause && last < own.getLast().last() && !text.has(last + 1, ClaimWord.Role.SAY)) {
      last++;
    }
    return new Span(stretch.start(), text.word(last).end());
  }

  private static boolean any(int from, int to, IntPredicate is) {
    return IntStream.rangeClosed(from, to).anyMatch(is);
  }

  /// Whether whole words stand there: 收于 is none of 回收于.
  public boolean areWords(Span stretch) {
    Phrase words = text.phrase(stretch);
    return text.word(words.first()).start() == stretch.start()
        && text.word(words.last()).end() == stretch.end();
  }

  /// Whether the stretch is a part of somebody's name, and says nothing by itself.
  public boolean isOfName(Span part) {
    return text.isInReadName(part);
  }

  /// Whether a stretch names a person: it ends so, or in English before its first preposition
  /// ("Tomas Brandt of Carrow").
  public boolean isPerson(Span stretch) {
    Phrase words = text.phrase(stretch);
    int head =
        IntStream.range(words.first(), words.last())
            .filter(i -> !text.isChinese && text.is(i + 1, Word.Part.PREPOSITION))
            .findFirst()
            .orElse(words.last());
    return text.is(head, Word.Part.PERSON);
  }

  /// What is done to those that are counted, said right before their figure: 查扣 of 查扣37艘渔船,
  /// "refused" of "refused 1,200 containers"; null if they only are there.
  public @Nullable Span done(Span figure, Span phrase, WordList having) {
    int at = text.firstFrom(figure.start());
    if (phrase.start() < figure.start()) {
      return null;
    }
    int i = at - 1;
    while (text.is(i, Word.Part.ADVERB) || text.is(i, Word.Part.PARTICLE)) {
      i--;
    }
    if (!text.together(i, at) || !text.is(i, Word.Part.VERB) || !isDoing(i, having)) {
      return null;
    }
    return new Span(text.word(i).start(), text.word(i).end());
  }

  private boolean isDoing(int i, WordList having) {
    boolean plain =
        (text.cue(i).equals("-") || text.cue(i).equals("act")) && !text.has(i, ClaimWord.Role.PLAN);
    boolean long1 = !text.isChinese || text.base(i).length() > 1; // 有, 设, 达
    return plain && long1 && !having.isAt(text.text, text.word(i).start());
  }

  /// Over which time something changed or was counted, said before the figure and no other: 近1年 of
  /// 近1年下跌37%, "the past year"; null if it is not said. A time that has a name is none.
  public @Nullable Span period(Span figure) {
    int at = text.firstFrom(figure.start());
    for (int i = at - 1; text.together(i, at) && !text.isSign(i); i--) {
      boolean length = text.base(i).equals("#span");
      boolean lasts = length || text.is(i, Word.Part.TIME);
      if (lasts && text.written(i).startsWith("近")) {
        return new Span(text.word(i).start(), text.word(i).end());
      }
      if (length && text.together(i - 1, at) && text.has(i - 1, ClaimWord.Role.WINDOW)) {
        return new Span(text.word(i - 1).start(), text.word(i).end());
      }
      if (text.isFigure(i)) {
        return null;
      }
    }
    return null;
  }

  /// Whether the claim says already, by its property and the parts of its scope, what a phrase
  /// says.
  ///
  /// @param verbs whether verbs narrow what the claim says: 居 of 储量居全球 does not
  public boolean isSaid(Span phrase, Claim claim, boolean verbs) {
    Phrase words = text.phrase(phrase);
    UnitFamily unit =
        claim.quantity().map(one -> UnitFamily.of(one.unit())).orElse(UnitFamily.COUNT);
    for (int i = words.first(); i <= words.last(); i++) {
      int word = i;
      boolean said =
          isSmall(i)
              || !verbs && text.word(i).part() == Word.Part.VERB
              || text.names(i, claim.property().word(), unit)
              || claim.entity().words().contains(text.written(i))
              || claim.of().stream().anyMatch(part -> part.words().contains(text.written(word)));
      if (!said) {
        return false;
      }
    }
    return true;
  }

  /// A word that joins others and says nothing by itself.
  private boolean isSmall(int i) {
    return switch (text.word(i).part()) {
      case LINK, PREPOSITION, DETERMINER, CONJUNCTION, PARTICLE, SIGN -> true;
      default -> false;
    };
  }
}
