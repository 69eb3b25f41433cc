package dev.assay.check;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import dev.assay.check.ContextReader.Place;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.WordTable;
import java.nio.CharBuffer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads what stands with each time of a text: what happened then. Immutable; safe for use by many
/// threads.
final class TimeContexts {

  /// Nothing further away happened then.
  private static final int REACH = 120;

  /// So many times in a row at most leave out what stands before the first.
  private static final int MOST_LEFT_OUT = 20;

  /// Between a joint and a time that begins its clause.
  private static final Pattern OPENING =
      Pattern.compile(
          "[\\s，,、;；和与及而但]*(?:(?:and|but|while|or|then|on|by|in|at|since|from|until|于|在|到|自)\\s*)*");

  private final ContextReader words;

  TimeContexts(ContextReader words) {
    this.words = words;
  }

  /// The words beside each of the `times` of `text`, which are in order.
  List<Context> read(String text, List<TimeExpression> times) {
    char[] folded = Folding.letters(text);
    List<Place> places =
        times.stream()
            .map(time -> new Place(time.span().start(), time.span().end(), kind(time)))
            .toList();
    return IntStream.range(0, places.size()).mapToObj(at -> read(folded, places, at)).toList();
  }

  /// What a time tells: a day, with its hour or without, or else its smallest part.
  static String kind(TimeExpression time) {
    Grain grain = time.day() > 0 ? Grain.DAY : time.grain();
    return grain.word();
  }

  /// The words of one time, with what stands before the first of several of which only that one has
  /// a subject before it (法院5月6日受理，6月20日开庭).
  private Context read(char[] text, List<Place> places, int index) {
    Place place = places.get(index);
    int left = left(text, places, index);
    Context.Builder marks = new Context.Builder();
    words.collect(text, left, place.start(), place, places, 1, marks);
    words.collect(text, place.end(), right(text, places, index), place, places, 1, marks);
    int first = index;
    while (first > 0
        && index - first < MOST_LEFT_OUT
        && isBare(text, left, places.get(first).start())) {
      first--;
      left = left(text, places, first);
    }
    Place named = places.get(first);
    if (first < index && ContextReader.isOneSentence(text, named.end() - 1, place.start())) {
      words.collect(text, left, named.start(), named, places, 1, marks);
    }
    return marks.build();
  }

  private static int left(char[] text, List<Place> places, int index) {
    Place place = places.get(index);
    int from = Math.max(0, place.start() - REACH);
    for (int k = index - 1; k >= 0 && places.get(k).end() > from; k--) {
      if (places.get(k).kind().equals(place.kind())) {
        from = Math.max(from, split(text, places.get(k).end(), place.start(), true));
      }
    }
    int at = place.start();
    while (at > from && !ContextReader.isSentenceEnd(text, at - 1)) {
      at--;
    }
    return at;
  }

  private static int right(char[] text, List<Place> places, int index) {
    Place place = places.get(index);
    int to = Math.min(text.length, place.end() + REACH);
    for (int k = index + 1; k < places.size() && places.get(k).start() < to; k++) {
      if (places.get(k).kind().equals(place.kind())) {
        to = Math.min(to, split(text, place.end(), places.get(k).start(), false));
      }
    }
    int at = place.end() - 1; // "4 July." may end its sentence
    while (at < to && !ContextReader.isSentenceEnd(text, at)) {
      at++;
    }
    return Math.max(place.end(), at);
  }

  /// Where the text between two times goes from the first to the second: where the clause begins
  /// that the second opens, where the one ends that the first closes, or else at the last joint.
  /// Without a joint it belongs to both.
  private static int split(char[] text, int from, int to, boolean forSecond) {
    int first = -1;
    int last = -1;
    for (int i = from; i < to; i++) {
      if (ContextReader.isJoint(text, i)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (last < 0) {
      return forSecond ? from : to;
    }
    boolean opens = OPENING.matcher(CharBuffer.wrap(text, last, to - last)).matches();
    return !opens && first - from <= 1 ? first : last;
  }

  private static boolean isBare(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (HanScript.isHan(text[i]) || WordTable.isLatin(text[i])) {
        return false;
      }
    }
    return true;
  }
}
