package dev.assay.check;

import dev.assay.analyze.text.Word.Part;
import dev.assay.analyze.text.WordCutter;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tells when a time stands with the wrong happening: when the words beside it are those that the
/// source puts beside another time of its kind. The gates were opened on 17 May, and on 9 May the
/// spillway.
final class MisplacedTimes {

  /// How much better the words must fit the other time, in weights of marks. A Chinese word weighs
  /// half of an English one, and stands nearer.
  private static final float MARGIN = 1.3f;

  private static final float MARGIN_HAN = 0.8f;

  /// And how many times better.
  private static final float FACTOR = 2;

  /// No further apart stand two times that are told beside each other.
  private static final int REACH = 140;

  /// Behind the day of a report: 9月25日专电, 8月3日消息, Sept. 25 (Xinhua).
  private static final Pattern REPORTED =
      Pattern.compile(
          "\\p{IsHan}{0,5}(?:[电讯]|消息|报道)| ?\\(\\p{Lu}[\\w.&-]*(?: \\p{Lu}[\\w.&-]*){0,3}\\)");

  /// What closes a sentence.
  private static final Pattern CLOSING = Pattern.compile("[\\s。.！!？?；;，,]+$");

  /// Among more nobody can tell.
  private static final int MOST = 40;

  private final Source source;
  private final List<TimeExpression> all;
  private final List<Context> contexts;
  private final String sentence;

  /// @param all the times of the sentence
  /// @param contexts the words beside each of them; empty if none tells a day
  MisplacedTimes(String sentence, Source source, List<TimeExpression> all, List<Context> contexts) {
    this.sentence = sentence;
    this.source = source;
    this.all = all;
    this.contexts = contexts;
  }

  /// The place among the times of the source of one that the words beside `said` fit much better
  /// than any time that carries it; -1 if there is none.
  int find(TimeExpression said) {
    boolean isHan = isHan(said.span().in(sentence));
    List<Integer> kin = said.day() > 0 ? kin(said, isHan) : List.of();
    if (kin.size() < 2 || kin.size() > MOST) {
      return -1;
    }
    Context words = contexts.get(all.indexOf(said));
    float margin = isHan ? MARGIN_HAN : MARGIN;
    List<Integer> carrying =
        kin.stream().filter(at -> TimeMatch.carries(at, said, source)).toList();
    if (carrying.isEmpty()) {
      return -1; // its hour carries it, and its day stands apart
    }
    if (carrying.stream().anyMatch(at -> isQuoted(said, at))) {
      return -1;
    }
    return kin.stream()
        .filter(at -> !carrying.contains(at))
        .filter(rival -> carrying.stream().allMatch(own -> fits(words, rival, own, margin)))
        .findFirst()
        .orElse(-1);
  }

  /// Whether the sentence stands in the source as it is, with `said` at the place of the time `at`.
  private boolean isQuoted(TimeExpression said, int at) {
    String text = source.paragraphs.get(source.timeParagraphs.get(at));
    String words = CLOSING.matcher(sentence).replaceFirst("").stripLeading();
    int before = said.span().start() - (sentence.length() - sentence.stripLeading().length());
    return words.length() > said.span().length()
        && text.startsWith(words, source.times.get(at).span().start() - before);
  }

  /// Whether `words` fit the time at `rival` much better than the one at `own`; what both have
  /// tells nothing.
  private boolean fits(Context words, int rival, int own, float margin) {
    if (!areBeside(rival, own)) {
      return false;
    }
    Context there = source.timeContexts().get(rival);
    Context here = source.timeContexts().get(own);
    Context common = Context.common(List.of(there, here));
    float other = words.shared(there, common);
    float mine = words.shared(here, common);
    return other > mine + margin
        && other > FACTOR * mine
        && !(mine > 0 && leavesVerbOut(rival, own));
  }

  /// Whether the clause of the time at `own` has the verb of the one before it: the gate opened on
  /// 3 May, and the canal on 9 May.
  private boolean leavesVerbOut(int rival, int own) {
    int from = source.times.get(rival).span().end();
    int to = source.times.get(own).span().start();
    String text = source.paragraphs.get(source.timeParagraphs.get(own));
    return from < to
        && ContextReader.isOneSentence(text, from, to)
        && WordCutter.of(text, new Span(from, to)).stream()
            .noneMatch(word -> word.part() == Part.VERB || word.part() == Part.AUXILIARY);
  }

  private boolean isOfReport(int at) {
    String text = source.paragraphs.get(source.timeParagraphs.get(at));
    return REPORTED
        .matcher(text)
        .region(source.times.get(at).span().end(), text.length())
        .lookingAt();
  }

  private boolean areBeside(int one, int other) {
    int first = Math.min(one, other);
    int second = Math.max(one, other);
    int apart = source.times.get(second).span().start() - source.times.get(first).span().end();
    return source.timeParagraphs.get(first).equals(source.timeParagraphs.get(second))
        && apart <= REACH;
  }

  /// The places of the times of the source that tell as much as `said`, in its script: a single
  /// word that is known in both languages tells too little.
  private List<Integer> kin(TimeExpression said, boolean isHan) {
    List<Integer> kin = new ArrayList<>();
    for (int i = 0; i < source.times.size(); i++) {
      if (TimeContexts.kind(source.times.get(i)).equals(TimeContexts.kind(said))
          && isHan(source.words(i)) == isHan
          && !isOfReport(i)) {
        kin.add(i);
      }
    }
    return kin;
  }

  private static boolean isHan(String words) {
    return words.chars().anyMatch(c -> HanScript.isHan((char) c));
  }
}
