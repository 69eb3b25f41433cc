package dev.assay.check;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.time.TimeExpression.Grain;
import dev.assay.check.ArithmeticWords.Words;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Finds a number that the source says in other words: a growth as a multiple, a range by its ends,
/// a rank by the order of a list, a score from the other side, a year without its sign.
final class Rewordings {

  /// How far before a number the verb of its growth may stand.
  private static final int GROWN_REACH = 16;

  /// Before a multiple: it is one of something, and no growth (去年同期的3倍).
  private static final String OF = "的";

  private final Sentence sentence;
  private final Source source;
  private final CheckWords words;
  private final Reasons reasons;

  Rewordings(Sentence sentence, Source source, CheckWords words, Reasons reasons) {
    this.sentence = sentence;
    this.source = source;
    this.words = words;
    this.reasons = reasons;
  }

  /// Gives `draft` its verdict if the source says its number in other words; whether it does.
  boolean settles(NumberDraft draft) {
    return isGrownMultiple(draft)
        || isSplitRange(draft)
        || isImpliedRank(draft)
        || isReversedScore(draft)
        || isYearOfSource(draft)
        || isHalfOfYear(draft)
        || isDayOfSource(draft)
        || isOneOfTime(draft);
  }

  /// A range of the sentence whose ends the source states apart: from 84 % to 125 %.
  private boolean isSplitRange(NumberDraft draft) {
    Quantity said = draft.said;
    BigDecimal low = said.low();
    BigDecimal high = said.high();
    if (said.modifier() != Modifier.RANGE || low == null || high == null) {
      return endOfRange(draft);
    }
    Fact first = null;
    Fact second = null;
    for (Fact fact : source.facts) {
      first =
          first == null && ValueMatch.of(point(said, low), fact.quantity()).carries()
              ? fact
              : first;
      second =
          second == null && ValueMatch.of(point(said, high), fact.quantity()).carries()
              ? fact
              : second;
    }
    if (first == null || second == null) {
      return false;
    }
    draft.set(
        NumberVerdict.EXACT,
        first,
        reasons.exact(source.words(first) + "…" + source.words(second)));
    return true;
  }

  /// An end of a range of the source, where the sentence says which, or states the other as well.
  private boolean endOfRange(NumberDraft draft) {
    BigDecimal value = draft.said.value().orElse(null);
    if (value == null) {
      return false;
    }
    for (Fact fact : source.facts) {
      Quantity there = fact.quantity();
      BigDecimal low = there.low();
      BigDecimal high = there.high();
      if (there.modifier() == Modifier.RANGE
          && there.unit().equals(draft.said.unit())
          && low != null
          && high != null) {
        boolean isLow = ValueMatch.isEqual(low, value);
        BigDecimal other = isLow ? high : ValueMatch.isEqual(high, value) ? low : null;
        boolean isTold = draft.basis.isSide("end", isLow ? "lowest" : "highest");
        if (other != null && (isTold || saysToo(other, draft.said))) {
          draft.set(NumberVerdict.EXACT, fact, reasons.exact(source.words(fact)));
          return true;
        }
      }
    }
    return false;
  }

  private boolean saysToo(BigDecimal value, Quantity said) {
    return sentence.reading().quantities().stream()
        .anyMatch(
            other ->
                other.value().isPresent()
                    && ValueMatch.isEqual(other.value().get(), value)
                    && other.unit().equals(said.unit()));
  }

  private static Quantity point(Quantity said, BigDecimal value) {
    return new Quantity(said.span(), value, value, said.unit(), Modifier.EXACT, said.precision());
  }

  /// Whether two multiples of one value mean another: doubled, and 增长两倍.
  boolean isOtherMultiple(Quantity said, Fact fact) {
    if (!said.unit().equals(Units.TIMES) || !fact.quantity().unit().equals(Units.TIMES)) {
      return false;
    }
    BigDecimal one = growth(said, sentence.text());
    BigDecimal other = growth(fact.quantity(), source.paragraphs.get(fact.paragraph()));
    return one != null && other != null && !ValueMatch.isEqual(one, other);
  }

  /// 增长1倍 is two times what it was, and a growth of 100 %.
  private boolean isGrownMultiple(NumberDraft draft) {
    if (!draft.said.unit().equals(Units.TIMES) && !draft.said.unit().equals(Units.PERCENT)) {
      return false;
    }
    BigDecimal said = growth(draft.said, sentence.text());
    for (Fact fact : source.facts) {
      Quantity there = fact.quantity();
      boolean multiples = draft.said.unit().equals(Units.TIMES) || there.unit().equals(Units.TIMES);
      if (multiples
          && (there.unit().equals(Units.TIMES) || there.unit().equals(Units.PERCENT))
          && there.value().isPresent()
          && fact.stated()) {
        BigDecimal other = growth(there, source.paragraphs.get(fact.paragraph()));
        if (said != null
            && other != null
            && ValueMatch.isEqual(said, other)
            && ValueMatch.fits(draft.said.modifier(), there.modifier())) {
          draft.set(
              NumberVerdict.CONVERTED,
              fact,
              reasons.converted(source.words(fact), Reasons.shown(draft.said)));
          return true;
        }
      }
    }
    return false;
  }

  /// What the quantity makes of one: 3 for three times, 2 for a growth of one time or of 100 %.
  private @Nullable BigDecimal growth(Quantity quantity, String text) {
    BigDecimal value = quantity.value().orElse(null);
    if (value == null) {
      return null;
    }
    int start = quantity.span().start();
    boolean to = words.reached.endsAt(text, start) || text.startsWith(OF, start - 1);
    boolean grown = words.grown.isIn(text, Math.max(0, start - GROWN_REACH), start);
    if (quantity.unit().equals(Units.PERCENT)) {
      return grown && !to ? value.movePointLeft(2).add(BigDecimal.ONE) : null;
    }
    boolean numeric =
        text.charAt(quantity.span().end() - 1) == '倍' && !quantity.span().in(text).startsWith("翻");
    return grown && !to && numeric ? value.add(BigDecimal.ONE) : value;
  }

  /// The first of a list leads it, and those that follow are second and third.
  private boolean isImpliedRank(NumberDraft draft) {
    if (!draft.said.unit().equals(Units.RANK)) {
      return false;
    }
    boolean first = draft.said.value().orElse(BigDecimal.ZERO).compareTo(BigDecimal.ONE) == 0;
    for (String paragraph : source.paragraphs) {
      if ((first ? words.first : words.following).isIn(paragraph)) {
        draft.set(NumberVerdict.DERIVED, null, reasons.implied());
        return true;
      }
    }
    return false;
  }

  private boolean isReversedScore(NumberDraft draft) {
    if (!draft.said.unit().equals(Units.SCORE)) {
      return false;
    }
    String said = reversed(draft.said);
    for (Fact fact : source.facts) {
      if (fact.quantity().unit().equals(Units.SCORE)
          && fact.quantity().value().orElseThrow().toPlainString().equals(said)) {
        draft.set(NumberVerdict.EXACT, fact, reasons.exact(source.words(fact)));
        return true;
      }
    }
    return isClock(draft);
  }

  private static String reversed(Quantity score) {
    String[] sides = score.value().orElseThrow().toPlainString().split("\\.");
    return Integer.parseInt(sides[1]) + "." + "%03d".formatted(Integer.parseInt(sides[0]));
  }

  /// 8:30 may be a time of day that only the source tells as one.
  private boolean isClock(NumberDraft draft) {
    String[] sides = draft.said.value().orElseThrow().toPlainString().split("\\.");
    int minute = 60 * Integer.parseInt(sides[0]) + Integer.parseInt(sides[1]);
    if (source.times.stream().anyMatch(time -> time.minute() == minute)) {
      draft.set(NumberVerdict.EXACT, null, reasons.exact(sentence.words(draft.said)));
      return true;
    }
    return false;
  }

  /// The first six months are the first half, the first three the first quarter, and the first ten
  /// are 1至10月.
  private boolean isHalfOfYear(NumberDraft draft) {
    int start = draft.said.span().start();
    boolean calendar = draft.said.unit().kind().equals("calendar");
    if (!calendar || !words.firstPart.endsAt(sentence.text(), start)) {
      return false;
    }
    int months =
        draft.said.value().orElse(BigDecimal.ZERO).multiply(draft.said.unit().factor()).intValue();
    Grain grain = months == 6 ? Grain.HALF : months == 3 ? Grain.QUARTER : Grain.YEAR;
    boolean part =
        source.times.stream().anyMatch(time -> time.part() > 0 && time.grain() == grain)
            || source.months.contains(1) && source.months.contains(months);
    if (!part) {
      return false;
    }
    draft.set(NumberVerdict.EXACT, null, reasons.exact(sentence.words(draft.said)));
    return true;
  }

  /// The 16th of the sentence is 16日 of the source.
  private boolean isDayOfSource(NumberDraft draft) {
    BigDecimal value = draft.said.value().orElse(BigDecimal.ZERO);
    boolean the =
        sentence
            .text()
            .startsWith("the ", Math.max(0, draft.said.span().start() - "the ".length()));
    if (!the
        || !draft.said.unit().equals(Units.ORDINAL)
        || !source.days.contains(value.intValue())) {
      return false;
    }
    draft.set(NumberVerdict.EXACT, null, reasons.exact(sentence.words(draft.said)));
    return true;
  }

  /// 过去一个月 is the last month: one of a length of time that the source names without a number.
  private boolean isOneOfTime(NumberDraft draft) {
    boolean one = draft.said.value().orElse(BigDecimal.ZERO).compareTo(BigDecimal.ONE) == 0;
    Words names = words.times.get(draft.said.unit().code());
    boolean recent = words.recent.endsAt(sentence.text(), draft.said.span().start());
    if (!one || !recent || names == null || source.paragraphs.stream().noneMatch(names::isIn)) {
      return false;
    }
    draft.set(NumberVerdict.EXACT, null, reasons.exact(sentence.words(draft.said)));
    return true;
  }

  /// A bare number that the source reads as a year.
  private boolean isYearOfSource(NumberDraft draft) {
    BigDecimal value = draft.said.value().orElse(null);
    boolean bare =
        draft.said.unit().equals(Units.COUNT)
            && value != null
            && value.stripTrailingZeros().scale() <= 0;
    if (bare
        && source.times.stream()
            .anyMatch(
                time ->
                    time.yearStated() && BigDecimal.valueOf(time.year()).compareTo(value) == 0)) {
      draft.set(NumberVerdict.EXACT, null, reasons.exact(sentence.words(draft.said)));
      return true;
    }
    return false;
  }
}
