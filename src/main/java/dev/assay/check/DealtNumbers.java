package dev.assay.check;

import dev.assay.check.ContextReader.Place;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Numbers that a sentence deals out to the items of a list before them: "iron and zinc rose 3 and
/// 5 percent respectively", 铁、锌分别上涨3%、5%.
final class DealtNumbers {

  private static final Pattern RESPECTIVELY = Pattern.compile("分别|分別|依次|respectively");

  /// All that stands between two items, or two numbers, of a list.
  private static final Pattern JOINT =
      Pattern.compile("\\s*(?:[、，,]\\s*(?:and\\s|和|及)?|和|与|以及|\\band\\s)\\s*");

  /// A longer list is a table.
  private static final int MOST = 20;

  private static final String TIME = "年月日季度";

  /// How far the list, or the word that says that it is dealt out, stands from its numbers, at
  /// most.
  private static final int REACH = 160;

  private DealtNumbers() {}

  /// A list of numbers that is dealt out: its first and its last number.
  record Run(int first, int last) {

    int size() {
      return last - first + 1;
    }
  }

  /// The list that the number at `index` of `places` is one of; null if it is in none, or nothing
  /// says that it is dealt out.
  static @Nullable Run run(char[] text, List<Place> places, int index) {
    int first = index;
    while (first > 0
        && index - first < MOST
        && isListed(text, places.get(first - 1), places.get(first))) {
      first--;
    }
    int last = index;
    while (last + 1 < places.size()
        && last - first < MOST
        && isListed(text, places.get(last), places.get(last + 1))) {
      last++;
    }
    boolean told = isTold(text, places.get(first).start(), places.get(last).end());
    return first == last || last - first >= MOST || !told ? null : new Run(first, last);
  }

  /// The item that the number at `index` of `places` is dealt out to; null if it is dealt to none,
  /// there are not as many items as numbers, or they are times.
  static @Nullable Place item(char[] text, List<Place> places, int index) {
    Run run = run(text, places, index);
    if (run == null) {
      return null;
    }
    int start = places.get(run.first()).start();
    int from = run.first() == 0 ? 0 : places.get(run.first() - 1).end();
    List<Place> items = items(text, Math.max(from, start - REACH), start);
    int skipped = items.size() - run.size();
    if (skipped < 0
        || items.subList(skipped, items.size()).stream().anyMatch(at -> isTime(text, at))) {
      return null;
    }
    return items.get(skipped + index - run.first());
  }

  /// Whether nothing but a joint of a list stands in `[from, to)`.
  static boolean isJoint(char[] text, int from, int to) {
    return from < to && JOINT.matcher(CharBuffer.wrap(text, from, to - from)).matches();
  }

  /// Whether an item has no words, but for those of times: 2023年和2024年分别投资12亿元、15亿元.
  private static boolean isTime(char[] text, Place item) {
    return IntStream.range(item.start(), item.end())
        .noneMatch(i -> Character.isLetter(text[i]) && TIME.indexOf(text[i]) < 0);
  }

  private static boolean isListed(char[] text, Place one, Place next) {
    return one.kind().equals(next.kind()) && isJoint(text, one.end(), next.start());
  }

  /// Whether the sentence of the numbers says that they are dealt out.
  private static boolean isTold(char[] text, int start, int end) {
    int from = sentenceStart(text, start);
    int to = end;
    while (to < text.length && to - end < REACH && !ContextReader.isSentenceEnd(text, to)) {
      to++;
    }
    return RESPECTIVELY.matcher(CharBuffer.wrap(text, from, to - from)).find();
  }

  private static int sentenceStart(char[] text, int at) {
    int from = at;
    while (from > 0 && at - from < REACH && !ContextReader.isSentenceEnd(text, from - 1)) {
      from--;
    }
    return from;
  }

  /// The items of the sentence before its numbers, in order; the last one goes on up to these.
  private static List<Place> items(char[] text, int from, int to) {
    int start = Math.max(from, sentenceStart(text, to));
    List<Place> items = new ArrayList<>();
    Matcher joint = JOINT.matcher(CharBuffer.wrap(text, start, to - start));
    int begin = start;
    while (joint.find()) {
      if (start + joint.start() > begin) {
        items.add(new Place(begin, start + joint.start(), ""));
      }
      begin = start + joint.end();
    }
    if (begin < to) {
      items.add(new Place(begin, to, ""));
    }
    return items;
  }
}
