package dev.assay.analyze.quantity;

import dev.assay.cite.Span;
import java.nio.CharBuffer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a number tells by how much something changed, or what it was before or after: three that
/// are not each other.
final class Movement {

  private static final String BY_SO_MUCH = "by";
  private static final String TO_SO_MUCH = "to";
  private static final String FROM_SO_MUCH = "from";

  private static final Pattern BY = Pattern.compile("\\bby $");
  private static final String EVERY = " ?(?:每\\p{IsHan}{1,2})?$";
  private static final Pattern TO = Pattern.compile("\\bto $|(?:[至到]|[升降增跌涨提减调]为)" + EVERY);
  private static final Pattern FROM = Pattern.compile("\\bfrom $|[从由自]" + EVERY);

  /// What is so much of what it was: 去年的四成, 原来的三分之一.
  private static final Pattern PART = Pattern.compile("[%成倍]$|分之");

  /// Where a rate rises or falls, what it came to is a change as well: growth slowed to 5 percent.
  private static final Pattern RATE =
      Pattern.compile(
          "[幅速]|增长率|growth|pace|inflation|decline"
              + "|(?:fall|drop|rise|increase|slump|slide|plunge|dip|jump|surge) in ");

  /// So far before the number the rate may stand.
  private static final int RATE_REACH = 120;

  /// So near behind a number "to" tells what that came to: by 2 yuan to 5 yuan.
  private static final int LONGEST_TO = 16;

  private final char[] text;
  private final List<Span> places;
  private final int index;

  /// The number at `index` of `places`, which are all numbers of `text` in order.
  Movement(char[] text, List<Span> places, int index) {
    this.text = text;
    this.places = places;
    this.index = index;
  }

  /// `by`, `from` or `to`; null if it is no change.
  ///
  /// @param from where what stands with the number begins
  /// @param nearest what stands with it
  @Nullable String way(int from, BasisReader.Nearest nearest) {
    Span place = places.get(index);
    CharSequence before = between(from, place.start());
    if (BY.matcher(before).find()) {
      return BY_SO_MUCH;
    }
    boolean isOf = place.start() > from && text[place.start() - 1] == '的';
    if (isOf && PART.matcher(between(place.start(), place.end())).find()) {
      return TO_SO_MUCH;
    }
    if (TO.matcher(before).find()) {
      return isLevel(nearest) ? TO_SO_MUCH : null;
    }
    if (FROM.matcher(before).find()) {
      return isLevel(nearest) ? FROM_SO_MUCH : null;
    }
    return nearest.isBehindCourse ? BY_SO_MUCH : null;
  }

  private boolean isLevel(BasisReader.Nearest nearest) {
    int start = places.get(index).start();
    boolean second = index > 0 && start - places.get(index - 1).end() <= LONGEST_TO;
    boolean first = isBeforeTo(places.get(index).end());
    boolean isRate = RATE.matcher(between(Math.max(0, start - RATE_REACH), start)).find();
    return !isRate && (first || second || nearest.tellsCourse());
  }

  /// From 12 to 9, 从12人精简到9人: whether what it came to stands near behind a number.
  private boolean isBeforeTo(int end) {
    int next = index + 1 < places.size() ? places.get(index + 1).start() : end;
    return next - end <= LONGEST_TO && TO.matcher(between(end, next)).find();
  }

  /// Nothing where numbers overlap.
  private CharSequence between(int from, int to) {
    return from < to ? CharBuffer.wrap(text, from, to - from) : "";
  }
}
