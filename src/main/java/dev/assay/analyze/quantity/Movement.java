package dev.assay.analyze.quantity;

import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.WordTable;
import java.nio.CharBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a number tells by how much something changed, or what it was before or after: three that
/// are not each other (`lexicon/movements.tsv`). Immutable; safe for use by many threads.
final class Movement {

  private static final String BY_SO_MUCH = "by";
  private static final String TO_SO_MUCH = "to";
  private static final String RATE = "rate";

  /// Between the word and a number of each of something: 降至每吨5元.
  private static final Pattern EVERY = Pattern.compile("每\\p{IsHan}{1,2}$");

  private static final int LONGEST_EVERY = 3;

  /// What is so much of what it was: 去年的四成, 原来的三分之一.
  private static final Pattern PART = Pattern.compile("[%成倍]$|分之");

  /// So far before the number the rate may stand.
  private static final int RATE_REACH = 120;

  /// So near behind a number "to" tells what that came to: by 2 yuan to 5 yuan.
  private static final int LONGEST_TO = 16;

  private final WordTable<String> ways;
  private final WordTable<Boolean> rates;

  Movement(Lexicon lexicon) {
    Map<String, String> waysByWord = new HashMap<>();
    Map<String, Boolean> rateWords = new HashMap<>();
    for (LexiconFile.Row row : lexicon.table("movements.tsv").rows()) {
      for (String word : row.cell(1).split(" \\| ")) {
        if (row.cell(0).equals(RATE)) {
          rateWords.put(word, true);
        } else {
          waysByWord.put(word, row.cell(0));
        }
      }
    }
    this.ways = WordTable.backwards(waysByWord);
    this.rates = WordTable.forwards(rateWords);
  }

  /// `by`, `from` or `to`; null if it is no change.
  ///
  /// @param index of the number in `places`, which are all numbers of `text` in order
  /// @param from where what stands with the number begins
  /// @param nearest what stands with it
  @Nullable String way(
      char[] text, List<Span> places, int index, int from, BasisReader.Nearest nearest) {
    Span place = places.get(index);
    String told = told(text, from, place.start());
    if (BY_SO_MUCH.equals(told)) {
      return BY_SO_MUCH;
    }
    boolean isOf = place.start() > from && text[place.start() - 1] == '的';
    if (isOf && PART.matcher(between(text, place.start(), place.end())).find()) {
      return TO_SO_MUCH;
    }
    if (told != null) {
      return isLevel(text, places, index, nearest) ? told : null;
    }
    return nearest.isBehindCourse ? BY_SO_MUCH : null;
  }

  /// What the word right before `end` tells, which begins at `from` at the earliest; null if none
  /// does.
  private @Nullable String told(char[] text, int from, int end) {
    int start = Math.max(from, end - LONGEST_EVERY);
    Matcher every = EVERY.matcher(between(text, start, end));
    int to = every.find() ? start + every.start() : end;
    to -= to > from && text[to - 1] == ' ' ? 1 : 0;
    WordTable.Match<String> match = ways.before(text, to, from);
    return match == null ? null : match.value();
  }

  private boolean isLevel(char[] text, List<Span> places, int index, BasisReader.Nearest nearest) {
    int start = places.get(index).start();
    boolean second = index > 0 && start - places.get(index - 1).end() <= LONGEST_TO;
    return !isRate(text, start)
        && (isBeforeTo(text, places, index) || second || nearest.tellsCourse());
  }

  private boolean isRate(char[] text, int start) {
    for (int i = Math.max(0, start - RATE_REACH); i < start; i++) {
      boolean begins = i == 0 || !WordTable.isLatin(text[i]) || !WordTable.isLatin(text[i - 1]);
      if (begins && rates.at(text, i, start) != null) {
        return true;
      }
    }
    return false;
  }

  /// From 12 to 9, 从12人精简到9人: whether what it came to stands near behind a number.
  private boolean isBeforeTo(char[] text, List<Span> places, int index) {
    int end = places.get(index).end();
    int next = index + 1 < places.size() ? places.get(index + 1).start() : end;
    return next - end <= LONGEST_TO && TO_SO_MUCH.equals(told(text, end, next));
  }

  /// Nothing where numbers overlap.
  private static CharSequence between(char[] text, int from, int to) {
    return from < to ? CharBuffer.wrap(text, from, to - from) : "";
  }
}
