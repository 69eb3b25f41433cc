package dev.assay.analyze.choice;

import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.text.Word.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Lists of figures behind lists of as many phrases, where the sentence says that they are dealt
/// out: "iron and zinc rose 3 and 5 percent respectively", 铁、锌分别上涨3%、5%. By its place each figure
/// is of one of the phrases, and of none of the others.
final class DealtLists {

  /// So many words at most join two items of a list: "and the".
  private static final int JOINTS = 2;

  /// What stands between two items in brackets may be as long as that.
  private static final int LONGEST_BRACKET = 8;

  private static final Set<String> JOINT = Set.of(",", "，", "、", "&");
  private static final Set<String> CLAUSE_END = Set.of(",", "，", ";", "；", "。", ":", "：");
  private static final Set<String> OPEN = Set.of("(", "（");
  private static final Set<String> CLOSE = Set.of(")", "）");

  private final WordedText text;
  private final Map<Integer, Dealt> byFigure = new HashMap<>();

  /// @param own which of the items the figure is of, by its place
  private record Dealt(List<Phrase> items, int own) {

    /// Whether a phrase has words of another item that are not said of all: the owner of all opens
    /// the first, what is measured of all closes the last (全市的水耗和能耗).
    boolean isOfOther(Phrase phrase) {
      int last = items.size() - 1;
      return IntStream.rangeClosed(0, last)
          .filter(k -> k != own && items.get(k).meets(phrase))
          .anyMatch(
              k ->
                  !(k == 0 && phrase.last() < items.get(k).last())
                      && !(k == last && phrase.first() > items.get(k).first()));
    }
  }

  /// @param all the longest noun phrases, in order
  DealtLists(WordedText text, List<Phrase> all) {
    this.text = text;
    if (IntStream.range(0, text.size()).noneMatch(i -> text.has(i, Role.RESPECTIVE))) {
      return;
    }
    List<int[]> figures =
        text.figures.stream().map(figure -> new int[] {figure.word(), figure.word()}).toList();
    List<Phrase> wholes = all.stream().filter(one -> !isInBracket(one)).toList();
    List<int[]> stretches =
        wholes.stream().map(one -> new int[] {one.first(), one.last()}).toList();
    List<int[]> lists = runs(stretches);
    for (int[] run : runs(figures)) {
      deal(figures, run, wholes, lists);
    }
  }

  /// Whether the sentence says that the figure is of another phrase than this one: of another of
  /// the list, where this is one of it or stands in a clause before.
  boolean isOfAnother(Figure figure, Phrase phrase) {
    Dealt dealt = byFigure.get(figure.word());
    return dealt != null
        && (dealt.isOfOther(phrase)
            || dealt.items().stream().noneMatch(phrase::meets)
                && isOfClauseBefore(phrase, dealt.items().getFirst()));
  }

  /// Whether a phrase, or a part of it, is one of the list of which the figure at `word` is
  /// another.
  boolean isOfOtherItem(int word, Phrase phrase) {
    Dealt dealt = byFigure.get(word);
    return dealt != null && dealt.isOfOther(phrase);
  }

  private boolean isOfClauseBefore(Phrase phrase, Phrase first) {
    if (text.isMeasure(first.head())) {
      return false; // 公司...，毛利率和净利率分别为
    }
    for (int i = phrase.last() + 1; i < first.first(); i++) {
      if (CLAUSE_END.contains(text.base(i))) {
        return true;
      }
    }
    return false;
  }

  /// To each figure of `run` the phrase at its place in the nearest list before that is as long.
  private void deal(List<int[]> figures, int[] run, List<Phrase> wholes, List<int[]> lists) {
    int first = figures.get(run[0])[0];
    int length = run[1] - run[0];
    int[] nearest = null;
    for (int[] list : lists) {
      Phrase last = wholes.get(list[1] - 1);
      boolean fits = list[1] - list[0] == length && last.last() < first;
      nearest = fits && text.together(wholes.get(list[0]).first(), first) ? list : nearest;
    }
    if (nearest == null || !isTold(first)) {
      return;
    }
    List<Phrase> items = wholes.subList(nearest[0], nearest[1]);
    for (int k = 0; k < length; k++) {
      byFigure.put(figures.get(run[0] + k)[0], new Dealt(items, k));
    }
  }

  /// Whether the sentence says that they are dealt out: respectively, 分别.
  private boolean isTold(int word) {
    return isTold(word, -1) || isTold(word, 1);
  }

  private boolean isTold(int word, int step) {
    for (int i = word; text.together(i, word); i += step) {
      if (text.has(i, Role.RESPECTIVE)) {
        return true;
      }
    }
    return false;
  }

  /// Two or more stretches of words with nothing but joints between them: from, and to, exclusive.
  private List<int[]> runs(List<int[]> stretches) {
    List<int[]> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= stretches.size(); i++) {
      if (i == stretches.size() || !isJoined(stretches.get(i - 1)[1], stretches.get(i)[0])) {
        if (i - from > 1) {
          runs.add(new int[] {from, i});
        }
        from = i;
      }
    }
    return runs;
  }

  private boolean isJoined(int last, int next) {
    int from = pastBracket(last + 1, next);
    boolean isShort = next > from && next - from <= JOINTS && text.together(last, next);
    for (int i = from; isShort && i < next; i++) {
      boolean joint =
          JOINT.contains(text.base(i)) || text.has(i, Role.AND) || text.is(i, Part.DETERMINER);
      if (!joint) {
        return false;
      }
    }
    return isShort;
  }

  private boolean isInBracket(Phrase phrase) {
    int from = phrase.first() - 1;
    for (int i = from; i > from - LONGEST_BRACKET && text.together(i, phrase.first()); i--) {
      if (OPEN.contains(text.base(i)) || CLOSE.contains(text.base(i))) {
        return OPEN.contains(text.base(i));
      }
    }
    return false;
  }

  private int pastBracket(int from, int to) {
    if (!OPEN.contains(text.base(from))) {
      return from;
    }
    for (int i = from + 1; i < Math.min(to, from + LONGEST_BRACKET); i++) {
      if (CLOSE.contains(text.base(i))) {
        return i + 1;
      }
    }
    return from;
  }
}
