package dev.assay.analyze.scope;

import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// "A and B hold 60 % and 30 % respectively", 分别占开采和精炼的60%和92%: which of the listed words each of
/// the listed figures belongs to; or which of the figures before: 收入62亿元，利润9亿元，分别增长5%和12%. Only
/// where there are as many words of one sort, or figures, as there are figures.
final class Respective {

  private final MarkedSentence sentence;
  private final Map<Integer, Integer> partners = new HashMap<>();
  private final Map<Integer, Integer> earlier = new HashMap<>();
  private final Map<Integer, Integer> moments = new HashMap<>();
  private final Set<Integer> listed = new TreeSet<>();

  Respective(MarkedSentence sentence) {
    this.sentence = sentence;
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.is(i, Role.RESPECTIVE)) {
        pair();
        return;
      }
    }
  }

  /// The word that the figure belongs to, -1 if there is no such list.
  int partner(int figure) {
    return partners.getOrDefault(figure, -1);
  }

  /// The figure before to which the figure belongs, -1 if there is no such list.
  int earlier(int figure) {
    return earlier.getOrDefault(figure, -1);
  }

  /// The time that the figure is of, -1 if it is dealt out to none: 4月和5月分别投资12亿元和13亿元.
  int moment(int figure) {
    return moments.getOrDefault(figure, -1);
  }

  /// Whether the word is one of the list, so that it belongs to one figure only.
  boolean isListed(int mark) {
    return listed.contains(mark);
  }

  private void pair() {
    List<Integer> all = IntStream.range(0, sentence.size()).filter(this::isFigure).boxed().toList();
    for (List<Integer> figures : runs("figure")) {
      for (String sort : List.of("holder", "stage", "measure", "material")) {
        for (List<Integer> words : runs(sort)) {
          if (words.size() == figures.size() && !partners.containsKey(figures.getFirst())) {
            pair(figures, words);
          }
        }
      }
      if (!partners.containsKey(figures.getFirst())) {
        pairWithEarlier(figures, all);
      }
      runs("moment").reversed().stream()
          .filter(times -> isDealtOver(times, figures))
          .findFirst()
          .ifPresent(times -> deal(figures, times, moments));
    }
  }

  /// Whether there are as many moments as figures, and no other figure stands between them: before
  /// the figures, or behind them where it is said there ($7 billion and $8 billion in 2023 and 2024
  /// respectively).
  private boolean isDealtOver(List<Integer> times, List<Integer> figures) {
    int end = times.getLast() + 1;
    boolean before = end <= figures.getFirst();
    boolean told = before || IntStream.of(end, end + 1).anyMatch(this::isRespective);
    int from = before ? end : figures.getLast() + 1;
    int to = before ? figures.getFirst() : times.getFirst();
    return times.size() == figures.size()
        && told
        && IntStream.range(from, to).noneMatch(this::isFigure);
  }

  private boolean isRespective(int i) {
    return sentence.is(i, Role.RESPECTIVE);
  }

  private static void deal(List<Integer> figures, List<Integer> to, Map<Integer, Integer> dealt) {
    for (int k = 0; k < figures.size(); k++) {
      dealt.put(figures.get(k), to.get(k));
    }
  }

  /// With as many figures right before them that stand apart from each other.
  private void pairWithEarlier(List<Integer> figures, List<Integer> all) {
    int first = all.indexOf(figures.getFirst());
    int from = first - figures.size();
    if (from < 0 || !isTold(all.get(first - 1), figures)) {
      return;
    }
    deal(figures, all.subList(from, first), earlier);
  }

  /// Whether it is said that they are dealt out: between the figure before and them, or right
  /// behind them.
  private boolean isTold(int before, List<Integer> figures) {
    return sentence.is(figures.getLast() + 1, Role.RESPECTIVE)
        || IntStream.range(before, figures.getFirst())
            .anyMatch(i -> sentence.is(i, Role.RESPECTIVE));
  }

  private boolean isFigure(int i) {
    return sentence.at(i) instanceof Mark.Number;
  }

  private void pair(List<Integer> figures, List<Integer> words) {
    deal(figures, words, partners);
    listed.addAll(words);
  }

  /// Two or more marks of one sort with nothing but "and" and commas between them.
  private List<List<Integer>> runs(String sort) {
    List<List<Integer>> runs = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (int i = 0; i <= sentence.size(); i++) {
      boolean joins = i < sentence.size() && isJoint(i);
      if (i < sentence.size() && isA(sort, i)) {
        run.add(i);
      } else if (!joins) {
        if (run.size() > 1) {
          runs.add(List.copyOf(run));
        }
        run.clear();
      }
    }
    return runs;
  }

  private boolean isJoint(int i) {
    boolean comma = sentence.at(i) instanceof Mark.Stop stop && ",，、".indexOf(stop.sign()) >= 0;
    return comma || sentence.is(i, Role.AND) || sentence.is(i, Role.ADVERB);
  }

  private boolean isA(String sort, int i) {
    Mark mark = sentence.at(i);
    return switch (sort) {
      case "figure" -> isFigure(i);
      case "moment" -> mark instanceof Mark.Moment;
      case "holder" ->
          mark instanceof Mark.Name name && sentence.lexicon().holders().isHolder(name.kind());
      case "material" ->
          mark instanceof Mark.Name name && sentence.lexicon().holders().isMaterial(name.kind());
      case "stage" -> mark.is(Role.STAGE);
      default -> mark.is(Role.MEASURE);
    };
  }
}
