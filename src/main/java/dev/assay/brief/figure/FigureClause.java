package dev.assay.brief.figure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import dev.assay.cite.Span;
import dev.assay.lexicon.Ends;
import dev.assay.lexicon.Folding;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stretch between two marks in which a figure stands, and what of it the claim tells.
///
/// @param folded its paragraph: simplified, small letters
/// @param span of the clause
/// @param told the characters of the paragraph that are words of the claim, numbers or times
record FigureClause(TextReading text, String folded, Span span, BitSet told) {

  static FigureClause of(Claim claim, TextReading text) {
    String folded = new String(Folding.letters(text.text()));
    return new FigureClause(text, folded, clause(folded, claim), told(claim, text, folded));
  }

  private static Span clause(String text, Claim claim) {
    Span figure = claim.value().span();
    int start = figure.start();
    while (start > claim.sentence().start() && !isMark(text, start - 1)) {
      start--;
    }
    int end = figure.end();
    while (end < claim.sentence().end() && !isMark(text, end)) {
      end++;
    }
    return new Span(start, end);
  }

  private static boolean isMark(String text, int i) {
    char c = text.charAt(i);
    boolean inNumber =
        (c == ',' || c == ':')
            && i > 0
            && i + 1 < text.length()
            && Character.isDigit(text.charAt(i - 1))
            && Character.isDigit(text.charAt(i + 1));
    return !inNumber && Ends.OF_LEDGER_CLAUSE.indexOf(c) >= 0;
  }

  private static BitSet told(Claim claim, TextReading text, String folded) {
    BitSet told = new BitSet();
    tell(claim.entity().words(), folded, told);
    claim.of().stream().map(Part::words).forEach(words -> tell(words, folded, told));
    text.numbers().quantities().stream().map(Quantity::span).forEach(span -> tell(span, told));
    text.numbers().times().stream().map(TimeExpression::span).forEach(span -> tell(span, told));
    return told;
  }

  private static void tell(Span span, BitSet told) {
    told.set(span.start(), span.end());
  }

  private static void tell(String words, String folded, BitSet told) {
    String name = new String(Folding.letters(words));
    for (int at = folded.indexOf(name); at >= 0 && !name.isEmpty(); ) {
      told.set(at, at + name.length());
      at = folded.indexOf(name, at + name.length());
    }
  }

  /// Whether the sentence puts the figure at a time that is not told with it: before another number
  /// (从2010年的90%降至60%), or in a clause of something else.
  boolean isOfOtherTime(Claim claim) {
    TimeExpression time = claim.time();
    return time != null && time(claim) == null && claim.property() != Property.INVESTMENT;
  }

  /// The time that is told with the figure: that of the claim, if it stands in this clause or opens
  /// the sentence and no other number stands between; for what adds up, the one time before the
  /// figure. Null if there is none, or if it is no more than the day of the text ("today").
  @Nullable TimeExpression time(Claim claim) {
    TimeExpression time = claim.time();
    if (time == null) {
      return addsUp(claim.property()) ? periodBefore(claim) : null;
    }
    boolean here = span.contains(time.span()) || opens(time, claim);
    return here && isDated(time) && isNextTo(time, claim) ? time : null;
  }

  private static boolean addsUp(Property property) {
    return switch (property) {
      case PRODUCTION, CONSUMPTION, EXPORTS, IMPORTS, REVENUE, PROFIT, CHANGE -> true;
      case SHARE,
          RESERVES,
          CAPACITY,
          PRICE,
          INVESTMENT,
          COST,
          TARIFF,
          QUOTA,
          PURITY,
          COUNT,
          DURATION,
          RANK,
          IMPORT_RELIANCE,
          AMOUNT,
          DATE ->
          false;
    };
  }

  private boolean isDated(TimeExpression time) {
    return time.grain() != Grain.CENTURY
        && time.span().in(folded).chars().anyMatch(Character::isDigit);
  }

  private static boolean opens(TimeExpression time, Claim claim) {
    return time.span().start() - claim.sentence().start() <= "during ".length();
  }

  /// Whether no other number stands between the two, unless the time opens the sentence.
  private boolean isNextTo(TimeExpression time, Claim claim) {
    Span figure = claim.value().span();
    int from = Math.min(time.span().end(), figure.end());
    int to = Math.max(time.span().start(), figure.start());
    return opens(time, claim)
        || text.numbers().quantities().stream()
            .map(Quantity::span)
            .noneMatch(other -> other.start() >= from && other.end() <= to);
  }

  private @Nullable TimeExpression periodBefore(Claim claim) {
    List<TimeExpression> before =
        text.numbers().times().stream()
            .filter(time -> claim.sentence().contains(time.span()) && isPeriod(time))
            .filter(time -> time.span().end() <= claim.value().span().start())
            .toList();
    boolean one = before.stream().map(TimeExpression::iso).distinct().count() == 1;
    return one ? before.getFirst() : null;
  }

  private static boolean isPeriod(TimeExpression time) {
    return switch (time.grain()) {
      case YEAR, HALF, QUARTER, MONTHS, MONTH -> true;
      case CENTURY, DECADE, WEEK, DAY, MINUTE -> false;
    };
  }
}
