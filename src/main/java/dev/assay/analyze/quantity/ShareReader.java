package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Numeral;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads fractions: a share of something in percent, or, alone in its text, a number.
final class ShareReader {

  private static final String AND = "and";
  private static final String DASH = " - ";

  private final QuantityWords words;
  private final FoldedText text;

  ShareReader(QuantityWords words, FoldedText text) {
    this.words = words;
    this.text = text;
  }

  /// The amount of a fraction; null where it states no share (the first half, 四分之一决赛).
  @Nullable Amount read(Numeral numeral) {
    boolean large = numeral.low().abs().compareTo(BigDecimal.ONE) > 0;
    if (large || text.isAlone(numeral.start(), pastOf(numeral.end()))) {
      return Amount.of(numeral, numeral.end(), Units.COUNT, BigDecimal.ONE);
    }
    return isPart(numeral) ? null : Amount.share(numeral, numeral.end());
  }

  private int pastOf(int end) {
    int of = text.skipSpaces(end);
    return text.hasWord("of", of) ? of + 2 : end;
  }

  /// Half a world away, a page and a half: halves of one thing that is no unit.
  private boolean isOneHalf(Numeral numeral) {
    int after = text.skipSpaces(numeral.end());
    boolean of = text.hasWord("of", after);
    int before = text.skipSpacesBack(numeral.start());
    int article =
        text.hasWord("a", before - 1) ? text.skipSpacesBack(before - 1) : before; // and | a half
    boolean added =
        text.hasWord(AND, article - AND.length())
            && (article < before || text.at(numeral.start()) == 'a');
    return text.hasWord("a", after)
        || text.hasWord("an", after)
        || added && (!of || isOfOneThing(article - AND.length()));
  }

  /// A cup and a half of honey: whether "a" and a word stand before the "and" at `and`.
  private boolean isOfOneThing(int and) {
    int thing = text.wordStart(text.skipSpacesBack(and));
    int end = text.skipSpacesBack(thing);
    return text.hasWord("a", end - 1) || text.hasWord("an", end - 2);
  }

  /// The first - half lead, half - brothers: a text whose signs were cut apart from its words.
  private boolean isApart(Numeral numeral) {
    return text.startsWith(DASH, numeral.end()) && text.isLatin(numeral.end() + DASH.length())
        || text.endsWith(DASH, numeral.start())
            && text.isLatin(numeral.start() - DASH.length() - 1);
  }

  /// Four minutes to play in the half: a part of a game.
  private boolean isPeriod(Numeral numeral) {
    return text.hasWord("half", numeral.start())
        && text.hasWord("the", text.skipSpacesBack(numeral.start()) - "the".length())
        && !text.isLatin(text.skipSpaces(numeral.end()));
  }

  private boolean isPart(Numeral numeral) {
    int end = numeral.end();
    boolean compound = text.at(end) == '-' && text.isLatin(end + 1) && !text.hasWord("of", end + 1);
    return compound
        || isApart(numeral)
        || isOneHalf(numeral)
        || isPeriod(numeral)
        || text.isUpper(numeral.start()) && text.isUpper(text.skipSpaces(end)) // Half Life
        || words.beside.noShareAfter.isAt(text, text.skipSpaces(end))
        || words.beside.noShareBefore.isBefore(text, text.skipSpacesBack(numeral.start()));
  }
}
