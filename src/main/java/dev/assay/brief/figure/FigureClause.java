package dev.assay.brief.figure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.quantity.Property;
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
/// @param text its paragraph
/// @param span of the clause
/// @param told the characters of the clause, from its first on, that are words of the claim
record FigureClause(FigureText text, Span span, BitSet told) {

  static FigureClause of(Claim claim, FigureText text) {
    Span span = clause(text.folded(), claim);
    return new FigureClause(text, span, told(claim, text.folded(), span));
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

  private static BitSet told(Claim claim, String folded, Span clause) {
    BitSet told = new BitSet();
    tell(claim.entity().words(), folded, clause, told);
    claim.of().stream().map(Part::words).forEach(words -> tell(words, folded, clause, told));
    return told;
  }

  private static void tell(String words, String folded, Span clause, BitSet told) {
    String name = new String(Folding.letters(words));
    int length = name.length();
    int to = Math.min(folded.length(), clause.end() + length);
    int at = length == 0 ? -1 : folded.indexOf(name, Math.max(0, clause.start() - length), to);
    while (at >= 0) {
      int from = Math.max(0, at - clause.start());
      told.set(from, Math.max(from, at + length - clause.start()));
      at = folded.indexOf(name, at + length, to);
    }
  }

  /// Whether a character of the clause is of words of the claim, a number or a time.
  boolean isTold(int at) {
    return text.isCounted(at) || told.get(at - span.start());
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
      case PRODUCTION, CONSUMPTION, EXPORTS, IMPORTS, REVENUE, PROFIT, CHANGE, VOLUME -> true;
      case SHARE,
          RESERVES,
          CAPACITY,
          PRICE,
          INVESTMENT,
          COST,
          TARIFF,
          QUOTA,
          PURITY,
          RATE,
          COUNT,
          DURATION,
          RANK,
          IMPORT_RELIANCE,
          AMOUNT,
          ALIKE,
          DATE ->
          false;
    };
  }

  private boolean isDated(TimeExpression time) {
    return time.grain() != Grain.CENTURY
        && time.span().in(text.folded()).chars().anyMatch(Character::isDigit);
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
        || text.stated(from, to).stream().noneMatch(other -> other.span().end() <= to);
  }

  private @Nullable TimeExpression periodBefore(Claim claim) {
    List<TimeExpression> before =
        text.times(claim.sentence()).stream()
            .filter(time -> claim.sentence().contains(time.span()) && isPeriod(time))
            .filter(time -> time.span().end() <= claim.value().span().start())
            .toList();
    boolean one = before.stream().map(TimeExpression::iso).distinct().count() == 1;
    return one ? before.getFirst() : null;
  }

  private static boolean isPeriod(TimeExpression time) {
    return switch (time.grain()) {
      case SPAN, YEAR, HALF, QUARTER, MONTHS, MONTH -> true;
      case CENTURY, DECADE, SINCE, WEEK, DAY, MINUTE -> false;
    };
  }
}
