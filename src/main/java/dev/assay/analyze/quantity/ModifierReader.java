package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.QuantityWords.Effect;
import dev.assay.analyze.quantity.QuantityWords.Mark;
import dev.assay.analyze.quantity.QuantityWords.UnitWord;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Ends;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import dev.assay.lexicon.WordTable;
import java.nio.CharBuffer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the words before and after a number of one text that say how it is meant.
final class ModifierReader {

  /// How many words may link a modifier to its number (约为), and how far they may reach.
  private static final int MAX_LINKS = 4;

  /// A length of time that tells how long ago something was, or how old it is.
  private static final Pattern AGO =
      Pattern.compile("[\\w.,-]+(?: [\\w-]+){0,2} (?:ago|old|earlier|before)\\b");

  private static final int LONGEST_AGO = 30;

  private static final int LINK_REACH = 12;

  /// How far back a modifier may stand before a phrase that ends in 的: 不到政府储量目标的6%.
  private static final int FAR = 14;

  /// So many characters may stand between a bound and its number, and so many may a bound have.
  private static final int APART = 6;

  private static final int LONGEST_BOUND = 5;

  /// Of a phrase or a number rather than of a verb.
  private static final String NO_VERB = "的是在一二三四五六七八九十百千万亿半";

  /// What a comparison of two amounts is told in.
  private static final List<String> SHARES = List.of("%", " percent", " per cent", " times");

  /// How far back the verb stands that makes 高达 a bound.
  private static final int PROSPECT_REACH = 14;

  /// How far before a length of time 未来 may stand, and how far after it the verb of a deadline.
  private static final int SPAN_REACH = 8;

  private static final int DEADLINE_REACH = 6;

  private final QuantityWords words;
  private final FoldedText text;

  ModifierReader(QuantityWords words, FoldedText text) {
    this.words = words;
    this.text = text;
  }

  /// What stands before a number.
  ///
  /// @param start where the number begins with it
  /// @param upTo whether it is a bound that a second number may share
  record Before(int start, @Nullable Modifier modifier, boolean upTo) {}

  /// What stands after a number, which ends with it at `end`.
  record After(int end, @Nullable Modifier modifier) {}

  /// The one modifier of a number that has `inner` in itself (30余万).
  static Modifier combine(@Nullable Modifier inner, Before before, After after) {
    Modifier one = before.modifier();
    Modifier other = after.modifier();
    if (inner == Modifier.MORE_THAN && (one == Modifier.ABOUT || one == null)) {
      return inner;
    }
    if (one == null) {
      return other != null ? other : inner != null ? inner : Modifier.EXACT;
    }
    boolean stronger =
        other == Modifier.AT_LEAST && (one == Modifier.AT_MOST || one == Modifier.ABOUT)
            || other == Modifier.AT_MOST && one == Modifier.ABOUT;
    return stronger && other != null ? other : one; // 可能高达八成以上 is at least 80 %
  }

  /// The modifier before `start`, past words that only link (约为).
  Before before(int start, Unit unit) {
    int at = start;
    for (int links = 0; links < MAX_LINKS; links++) {
      int end = text.skipSpacesBack(at);
      if (start - end > LINK_REACH) {
        break;
      }
      WordTable.Match<Mark> match = words.before.before(text.chars, end, 0);
      if (match == null) {
        match = links == 0 && end == start ? beforeScale(start) : null;
      }
      if (match == null) {
        break;
      }
      boolean superlative = text.at(match.end()) == '最' && text.at(end) == '的'; // 最多的有63人
      if (superlative) {
        break;
      }
      if (match.value().effect() != Effect.LINK) {
        return before(match.value(), match.end(), start, unit);
      }
      at = match.end();
    }
    Modifier far = far(start, unit);
    return new Before(start, far != null ? far : apart(start), false);
  }

  /// 至少罚款500万元: a bound that a verb parts from its number.
  private @Nullable Modifier apart(int start) {
    int verb = start;
    while (start - verb < APART && isOfVerb(verb - 1)) {
      WordTable.Match<Mark> match =
          words.before.before(text.chars, verb, Math.max(0, verb - LONGEST_BOUND));
      if (match != null && match.value().apart()) {
        return match.value().modifier();
      }
      verb--;
    }
    return null;
  }

  private boolean isOfVerb(int i) {
    return i > 0 && text.isHan(i) && NO_VERB.indexOf(text.at(i)) < 0;
  }

  /// 上百, 过亿: words that say so only before a scale alone.
  private WordTable.@Nullable Match<Mark> beforeScale(int start) {
    if (!words.han.isScale(text.at(start)) && text.at(start) != '半') {
      return null;
    }
    WordTable.Match<Mark> match =
        words.beforeScale.before(text.chars, start, Math.max(0, start - 1));
    String notAfter = words.scaleLimits.getOrDefault(text.at(start - 1), "");
    return match == null || notAfter.indexOf(text.at(start - 2)) >= 0 ? null : match;
  }

  private Before before(Mark mark, int from, int start, Unit unit) {
    Before none = new Before(start, null, false);
    return switch (mark.effect()) {
      case MODIFY ->
          isUnderOfLaw(mark, from, unit)
                  || isTopGroup(from, unit)
                  || isDuring(from, start, unit)
                  || isRecent(from, start)
                  || isComparison(from, start, unit)
                  || isExtreme(from, unit)
              ? none
              : new Before(from, denied(mark, from), words.beside.upTo.isAt(text, from));
      case WITHIN -> unit.isDuration() ? new Before(from, mark.modifier(), false) : none;
      case REACH -> {
        boolean bound = text.at(from) != '达' && isProspect(from);
        yield new Before(from, bound ? Modifier.AT_MOST : null, bound);
      }
      case LINK -> none;
    };
  }

  /// 近5日 are the last five days, and not nearly five: a unit that is one only there.
  private boolean isRecent(int from, int start) {
    int end = start;
    while (text.isDigit(end) || words.han.isNumeral(text.at(end))) {
      end++;
    }
    WordTable.Match<List<UnitWord>> unit = words.units.at(text.chars, end, text.length);
    return from == start - 1
        && unit != null
        && unit.value().stream().anyMatch(word -> word.limits().isRecent(text, start));
  }

  /// No purchase may exceed 5,000 tonnes: a bound, where the verb is denied in its clause.
  private Modifier denied(Mark mark, int from) {
    if (mark.modifier() != Modifier.MORE_THAN || !text.startsWith("exceed", from)) {
      return mark.modifier();
    }
    int start = from;
    while (start > 0
        && Ends.OF_COUNTED_CLAUSE.indexOf(text.at(start - 1)) < 0
        && text.at(start - 1) != '\n') {
      start--;
    }
    boolean no = words.beside.negations.isWithin(text, start, from);
    return no ? Modifier.AT_MOST : mark.modifier();
  }

  /// "Under 301" at the start of a sentence names a law.
  private boolean isUnderOfLaw(Mark mark, int start, Unit unit) {
    return mark.modifier() == Modifier.LESS_THAN
        && unit.equals(Units.COUNT)
        && text.isUpper(start)
        && text.hasWord("under", start);
  }

  /// $1 billion over 20 years: how long it takes, not that it is more.
  private boolean isDuring(int from, int start, Unit unit) {
    int end = text.skipSpacesBack(from);
    if (text.hasWord("over", from) && text.startsWith("over a ", from)) {
      return unit.isDuration() && text.isDigit(start); // over a 20-year period
    }
    return text.hasWord("over", from)
        && start - from <= "over ".length()
        && !words.beside.ages.isBefore(text, text.skipSpacesBack(start))
        && unit.isDuration()
        && !isAgo(start)
        && !words.beside.lasting.isBefore(text, end);
  }

  /// Over eight years ago: longer than that.
  private boolean isAgo(int start) {
    int end = Math.min(text.length, start + LONGEST_AGO);
    return AGO.matcher(CharBuffer.wrap(text.chars, start, end - start)).lookingAt();
  }

  /// 40 percent less than three years ago, eight cents more than a week ago: how much less or more,
  /// and no bound.
  private boolean isComparison(int from, int start, Unit unit) {
    int end = text.skipSpacesBack(from);
    boolean compares = text.startsWith("less than", from) || text.startsWith("more than", from);
    return compares
        && (SHARES.stream().anyMatch(share -> text.endsWith(share, end))
            || unit.isDuration() && isAgo(start) && isAmount(end));
  }

  /// Whether a number, or a unit that is no length of time, ends at `end`.
  private boolean isAmount(int end) {
    if (text.isDigit(end - 1)) {
      return true;
    }
    var match = words.units.at(text.chars, text.wordStart(end), end);
    Unit unit = match == null || match.end() < end ? null : match.value().getFirst().unit();
    return unit != null && !unit.isDuration();
  }

  /// 最高气温31℃, 最低27℃: the highest and the lowest that it was, and no bound.
  private boolean isExtreme(int from, Unit unit) {
    return unit.kind().equals("temperature") && text.at(from) == '最';
  }

  /// The top five are a group; sales that top five million are more.
  private boolean isTopGroup(int from, Unit unit) {
    int end = text.skipSpacesBack(from);
    return text.hasWord("top", from)
        && (unit.equals(Units.COUNT) && !text.hasWord("to", end - 2)
            || words.beside.counted.isBefore(text, end)
            || text.endsWith("'s", end));
  }

  private boolean isProspect(int end) {
    int from = Math.max(0, end - PROSPECT_REACH);
    for (int i = end - 1; i >= from && Ends.OF_COUNTED_CLAUSE.indexOf(text.at(i)) < 0; i--) {
      if (words.beside.prospects.isAt(text, i)) {
        return true;
      }
    }
    return false;
  }

  /// 不到政府储量目标的6%: the modifier stands before a phrase that ends in 的.
  private @Nullable Modifier far(int start, Unit unit) {
    boolean share = unit.equals(Units.PERCENT) || unit.equals(Units.TIMES);
    if (!share || text.at(start - 1) != '的') {
      return null;
    }
    for (int end = start - 2; end > Math.max(1, start - FAR); end--) {
      boolean inName = text.isDigit(end) && text.isLatin(end - 1); // G7
      if (!text.isHan(end) && !text.isLatin(end) && !inName) {
        return null;
      }
      WordTable.Match<Mark> match = words.before.before(text.chars, end, Math.max(0, end - 4));
      if (match != null && match.value().far() && match.value().effect() == Effect.MODIFY) {
        return match.value().modifier();
      }
    }
    return null;
  }

  /// The modifier after a number of `unit` that ends at `end`.
  After after(int end, Unit unit) {
    After none = new After(end, null);
    int at = text.skipSpaces(end);
    WordTable.Match<Mark> match = at - end > 1 ? null : words.after.at(text.chars, at, text.length);
    if (match == null || !isAfterWord(at, match.end(), end) || isOfNext(match.end())) {
      return none;
    }
    boolean inside = text.at(at) == '以' || text.at(at) == '之';
    boolean deadline = unit.isDuration() ? isDeadline(end, match.end()) : inside;
    return match.value().effect() == Effect.WITHIN && !deadline
        ? none
        : new After(match.end(), match.value().modifier());
  }

  /// 两年内将完成 is a deadline; 两天内蒸发2200点 and 未来五年内 only tell how long.
  private boolean isDeadline(int end, int after) {
    if (words.beside.spans.isWithin(text, end - SPAN_REACH, end)) {
      return false;
    }
    int to = Math.min(text.length, after + DEADLINE_REACH);
    return words.beside.deadlines.isWithin(text, after, to)
        || text.at(end) == '以'
        || text.at(end) == '之';
  }

  /// Up to 110 mph, and more than 14 inches: what stands before "than" is of the number behind it.
  private boolean isOfNext(int end) {
    return text.hasWord("than", text.skipSpaces(end));
  }

  /// Whether the word at `[at, to)` is a modifier there, and no part of another word.
  private boolean isAfterWord(int at, int to, int end) {
    QuantityWords.ModifierLimit limit =
        to - at > 1 ? null : words.afterLimits.get(String.valueOf(text.at(at)));
    if (limit != null) {
      return (at == end || !limit.touching()) && limit.notBefore().indexOf(text.at(to)) < 0;
    }
    return switch (text.at(at)) {
      case '+' -> at == end && !text.isDigit(to) && !text.isLatin(to); // 3+N, 16G + 1T
      case '-' -> text.startsWith("-odd", at);
      case 'o' -> !text.hasWord("odd", at) || at == end + 1;
      case 'a' -> !text.startsWith("at ", at) || isClosing(text.skipSpaces(to));
      case 'p' -> !text.hasWord("plus", at) || isClosingPlus(text.skipSpaces(to));
      default -> true;
    };
  }

  /// 500 at least, but not of these 500 at least 20.
  private boolean isClosing(int next) {
    return next >= text.length || Ends.OF_COUNTED_CLAUSE.indexOf(text.at(next)) >= 0;
  }

  /// 500 plus, but not 500 plus 20 and 500 plus a bonus.
  private boolean isClosingPlus(int next) {
    return !text.isDigit(next) && !text.hasWord("a", next);
  }
}
