package dev.assay.analyze.number;

import dev.assay.analyze.number.EnglishNumberWords.Kind;
import dev.assay.analyze.number.EnglishNumberWords.Word;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.WordTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads English number words: two hundred and five, two-thirds, half a million, tens of thousands,
/// several hundred, twenty point five. Immutable; safe for use by many threads.
public final class EnglishNumerals {

  private static final BigDecimal TEN = BigDecimal.TEN;

  private final EnglishNumberWords words;

  public EnglishNumerals(LexiconFile file) {
    this.words = new EnglishNumberWords(file);
  }

  /// Whether a number may begin with the folded letter `c`.
  public boolean mayBegin(char c) {
    return words.mayBegin(c);
  }

  /// The value of a suffix such as k, bn or M, as written, or null.
  public @Nullable BigDecimal suffix(String word) {
    return words.suffix(word);
  }

  /// Reads the number that begins at `start`, the first letter of a word; null if there is none.
  public @Nullable Numeral read(FoldedText text, int start) {
    int article = EnglishNumberWords.article(text, start);
    if (article > 0) {
      return afterArticle(text, start, article);
    }
    WordTable.Match<Word> match = words.at(text, start);
    if (match == null) {
      int some = EnglishNumberWords.some(text, start);
      return some < 0 ? null : several(text, start, some);
    }
    Word word = match.value();
    return switch (word.kind()) {
      case UNIT, TEEN, TEN -> cardinal(text, start);
      case SCALE, DOZEN ->
          word.plural()
              ? vague(text, start, word, match.end())
              : words.scaleAt(text, match.end()) == null
                  ? null
                  : cardinalFrom(text, start, start, true);
      case PART -> half(text, start, word, match.end());
      case SHORT -> null;
    };
  }

  /// Whether a scale word follows a number in digits, past a space or a hyphen; its numeral if so.
  public Numeral scaled(FoldedText text, Numeral digits) {
    boolean more = text.at(digits.end()) == '+' && isScaleAt(text, digits.end() + 1);
    Numeral result = more ? digits.moreThan(digits.end() + 1) : digits;
    while (true) {
      int from = EnglishNumberWords.gap(text, result.end());
      WordTable.Match<Word> match = from < 0 ? null : words.at(text, from);
      if (match == null
          || match.value().kind() != Kind.SCALE && match.value().kind() != Kind.DOZEN
          || match.value().plural() && EnglishNumberWords.ofNext(text, match.end()) > 0) {
        return result;
      }
      Numeral times = result.times(match.value().value());
      result =
          new Numeral(
              times.start(),
              match.end(),
              times.low(),
              times.high(),
              times.step(),
              times.scale(),
              times.form(),
              times.inner());
      result = followed(text, result, match.value().value());
    }
  }

  /// Whether a scale word follows `end`, as in $7.5+ million.
  private boolean isScaleAt(FoldedText text, int end) {
    int from = EnglishNumberWords.gap(text, end);
    WordTable.Match<Word> match = from < 0 ? null : words.at(text, from);
    return match != null && match.value().kind() == Kind.SCALE && !match.value().plural();
  }

  /// What follows a hundred or a thousand of digits: 3 hundred and 21, 4 thousand 3 hundred.
  private Numeral followed(FoldedText text, Numeral scaled, BigDecimal scale) {
    int next = EnglishNumberWords.gap(text, scaled.end());
    if (next > 0 && text.hasWord("and", next)) {
      Numeral more = andPartOfScale(text, scaled, scale, text.skipSpaces(next + 3));
      if (more != null) {
        return more;
      }
    }
    boolean small =
        (scale.compareTo(BigDecimal.valueOf(1000)) <= 0 || isIndian(scale))
            && text.at(scaled.end()) == ' ';
    if (next < 0 || !small) {
      return scaled;
    }
    boolean and = text.hasWord("and", next);
    int from = and ? text.skipSpaces(next + 3) : next;
    if (and && isIndian(scale)) {
      return followedByWords(text, scaled, scale, from);
    }
    DigitReader.Digits digits = text.isDigit(from) ? DigitReader.read(text, from, false) : null;
    if (digits == null
        || digits.value().signum() == 0
        || digits.value().compareTo(scale) >= 0
        || text.isLatin(digits.end())) {
      return scaled;
    }
    Numeral rest =
        scaled(
            text,
            new Numeral(
                from,
                digits.end(),
                digits.value(),
                digits.value(),
                digits.step(),
                BigDecimal.ONE,
                Numeral.Form.DIGITS,
                null));
    boolean fits = rest.low().compareTo(scale) < 0 && (and || rest.isScaled());
    return fits ? scaled.plus(rest.low(), rest.step(), rest.end()) : scaled;
  }

  /// 6 crore and two hundred, at the end of a clause.
  private Numeral followedByWords(FoldedText text, Numeral scaled, BigDecimal scale, int from) {
    Numeral rest = text.isLatin(from) ? read(text, from) : null;
    boolean closed = rest != null && "\n.,;)".indexOf(text.at(rest.end())) >= 0;
    boolean fits = rest != null && closed && !rest.isVague() && rest.low().compareTo(scale) < 0;
    return rest != null && fits ? scaled.plus(rest.low(), rest.step(), rest.end()) : scaled;
  }

  private static boolean isIndian(BigDecimal value) {
    return value.intValue() == 100_000 || value.intValue() == 10_000_000;
  }

  /// 3 million and a half, where "a half" begins at `from`; null before "of", where the half is of
  /// something else.
  private @Nullable Numeral andPartOfScale(
      FoldedText text, Numeral scaled, BigDecimal scale, int from) {
    int at = EnglishNumberWords.article(text, from);
    WordTable.Match<Word> part = at < 0 ? null : words.at(text, at);
    boolean plain =
        part != null
            && part.value().kind() == Kind.PART
            && !part.value().plural()
            && (part.value().value().intValue() == 2 || text.at(at) == 'q')
            && EnglishNumberWords.ofNext(text, part.end()) < 0;
    if (part == null || !plain) {
      return null;
    }
    BigDecimal more = scale.divide(part.value().value(), MathContext.DECIMAL64);
    return scaled.plus(more, more, part.end());
  }

  /// A hundred, a dozen, a third; a few hundred.
  private @Nullable Numeral afterArticle(FoldedText text, int start, int from) {
    int some = EnglishNumberWords.some(text, from);
    if (some > 0) {
      return several(text, start, some);
    }
    WordTable.Match<Word> match = words.at(text, from);
    if (match == null || match.value().plural()) {
      return null;
    }
    Word word = match.value();
    return switch (word.kind()) {
      case SCALE, DOZEN -> cardinalFrom(text, start, from, true);
      case PART -> part(text, start, BigDecimal.ONE, word, match.end(), true);
      case UNIT, TEEN, TEN, SHORT -> null;
    };
  }

  private @Nullable Numeral several(FoldedText text, int start, int from) {
    WordTable.Match<Word> match = words.at(text, from);
    if (match == null || match.value().kind() != Kind.SCALE && match.value().kind() != Kind.DOZEN) {
      return null;
    }
    return vague(text, start, match.value(), match.end());
  }

  /// Tens of thousands, several hundred, thousands of jobs: one order of magnitude. A bare plural
  /// (billions) says too little to be a number, and so does one of a pronoun (dozens of them).
  private @Nullable Numeral vague(FoldedText text, int start, Word word, int end) {
    boolean counted =
        !text.hasWord("tens", start) && start + 9 < end && !word.plural()
            || EnglishNumberWords.some(text, start) > 0
            || EnglishNumberWords.article(text, start) > 0;
    BigDecimal value = word.value();
    int at = end;
    int of = EnglishNumberWords.ofNext(text, end);
    WordTable.Match<Word> next = of < 0 ? null : words.at(text, of);
    if (next != null && next.value().kind() == Kind.SCALE && next.value().plural()) {
      value = value.multiply(next.value().value());
      at = next.end();
    } else if (!counted
        && word.kind() == Kind.SCALE
        && !EnglishNumberWords.isNoun(text, start, of)) {
      return null;
    } else if (counted) {
      WordTable.Match<Word> scale = words.scaleAt(text, end);
      if (scale != null) {
        value = value.multiply(scale.value().value());
        at = scale.end();
      }
    }
    return new Numeral(
        start, at, value, value.multiply(TEN), value, value, Numeral.Form.WORDS, Modifier.ABOUT);
  }

  /// Half a million, half a dozen, half of.
  private @Nullable Numeral half(FoldedText text, int start, Word word, int end) {
    boolean half = word.value().compareTo(BigDecimal.TWO) == 0 && !word.plural();
    boolean quarter = word.value().intValue() == 4 && !word.plural() && text.at(start) == 'q';
    if (!half && !quarter) {
      return null;
    }
    int from = EnglishNumberWords.gap(text, end);
    int article = from < 0 ? -1 : EnglishNumberWords.article(text, from);
    WordTable.Match<Word> next = from < 0 ? null : words.at(text, article > 0 ? article : from);
    if (next != null
        && (next.value().kind() == Kind.SCALE || next.value().kind() == Kind.DOZEN)
        && !next.value().plural()) {
      return scaled(
          text, fractionOf(BigDecimal.ONE, word.value(), start, end, article > 0 ? article : from));
    }
    return half ? part(text, start, BigDecimal.ONE, word, end, false) : null;
  }

  /// A fraction as a plain number whose scale word begins at `scaleAt`.
  private static Numeral fractionOf(
      BigDecimal top, BigDecimal parts, int start, int end, int scaleAt) {
    BigDecimal value = top.divide(parts, MathContext.DECIMAL64);
    return new Numeral(
        start,
        Math.max(end, scaleAt - 1),
        value,
        value,
        value,
        BigDecimal.ONE,
        Numeral.Form.WORDS,
        null);
  }

  private static final String[] NOT_AFTER_HALF = {
    "year", "time", "day", "term", "way", "life", "brother", "sister"
  };

  /// `top` parts of a whole. An ordinal in the singular is a fraction only before of, or after a
  /// hyphen (one-third), or at the end of its clause.
  private @Nullable Numeral part(
      FoldedText text, int start, BigDecimal top, Word word, int end, boolean article) {
    int after = text.skipSpaces(end);
    if (article
        && !word.plural()
        && word.value().intValue() != 2
        && !isFractionContext(text, start, end, after)) {
      if (words.scaleAt(text, end) == null) {
        return null;
      }
    }
    if (word.value().intValue() == 2) {
      for (String noun : NOT_AFTER_HALF) {
        if ((text.at(end) == '-' && text.hasWord(noun, end + 1))) {
          return null;
        }
      }
    }
    if (words.scaleAt(text, end) != null) {
      int from = EnglishNumberWords.gap(text, end);
      return scaled(text, fractionOf(top, word.value(), start, end, from));
    }
    int scale = scaleAfterOf(text, end);
    if (scale > 0) {
      return scaled(text, fractionOf(top, word.value(), start, end, scale));
    }
    BigDecimal value = top.divide(word.value(), MathContext.DECIMAL64);
    return new Numeral(
        start, end, value, value, value, BigDecimal.ONE, Numeral.Form.FRACTION, null);
  }

  /// Where the scale of "of a million" begins after `end`, or -1.
  private int scaleAfterOf(FoldedText text, int end) {
    int of = EnglishNumberWords.ofNext(text, end);
    int from = of < 0 ? -1 : EnglishNumberWords.article(text, of);
    WordTable.Match<Word> match = from < 0 ? null : words.at(text, from);
    return match != null && match.value().kind() == Kind.SCALE && !match.value().plural()
        ? from
        : -1;
  }

  /// What follows a third that is a part, and no place in a row: a third higher.
  private static final Set<String> FRACTION_BEFORE =
      Set.of(
          "of", "more", "less", "as", "to", "in", "from", "since", "above", "below", "higher",
          "lower", "larger", "smaller", "bigger", "fewer", "cheaper", "faster", "slower", "longer",
          "shorter", "off");

  private static final Set<String> FRACTION_AFTER =
      Set.of("by", "than", "about", "nearly", "almost");

  private static boolean isFractionContext(FoldedText text, int start, int end, int after) {
    char c = text.at(after);
    int before = Math.max(0, start - 1);
    return c == '\n'
        || ",.;:)!?".indexOf(c) >= 0
        || text.at(end) == '-'
        || FRACTION_BEFORE.contains(text.folded(after, text.wordEnd(after)))
        || FRACTION_AFTER.contains(text.folded(text.wordStart(before), before));
  }

  private @Nullable Numeral cardinal(FoldedText text, int start) {
    return cardinalFrom(text, start, start, false);
  }

  /// Words from `from` on; the number begins at `start`, before an article if there is one.
  private @Nullable Numeral cardinalFrom(FoldedText text, int start, int from, boolean article) {
    NumberSum sum = new NumberSum();
    if (article) {
      sum.article();
    }
    int at = from;
    int end = from;
    while (true) {
      WordTable.Match<Word> match = words.at(text, at);
      if (match == null) {
        break;
      }
      Word word = match.value();
      if (word.kind() == Kind.PART && !sum.isEmpty()) {
        return fractionAfter(text, start, sum, word, match.end(), end);
      }
      if (!sum.add(word)) {
        break;
      }
      end = match.end();
      int next = EnglishNumberWords.gap(text, end);
      if (next < 0) {
        break;
      }
      if (text.hasWord("point", next)) {
        return decimals(text, start, sum, text.skipSpaces(next + 5), end);
      }
      int and = text.hasWord("and", next) ? EnglishNumberWords.gap(text, next + 3) : -1;
      Numeral mixed = and > 0 ? andPart(text, start, sum, and) : null;
      if (mixed != null) {
        return mixed;
      }
      boolean joined = and > 0 && sum.mayAnd();
      at = joined ? and : next;
      sum.joined(joined);
    }
    return sum.isEmpty() ? null : sum.numeral(start, end);
  }

  /// Two and a half (million); one million and a half; twenty and three fifths.
  private @Nullable Numeral andPart(FoldedText text, int start, NumberSum sum, int from) {
    int article = EnglishNumberWords.article(text, from);
    BigDecimal top = BigDecimal.ONE;
    int at = article;
    if (article < 0) {
      WordTable.Match<Word> unit = words.at(text, from);
      if (unit == null
          || unit.value().kind() == Kind.SCALE
          || unit.value().kind() == Kind.PART
          || unit.value().kind() == Kind.DOZEN) {
        return null;
      }
      top = unit.value().value();
      at = EnglishNumberWords.gap(text, unit.end());
      WordTable.Match<Word> ones = at < 0 ? null : words.at(text, at);
      if (unit.value().kind() == Kind.TEN && ones != null && ones.value().kind() == Kind.UNIT) {
        top = top.add(ones.value().value());
        at = EnglishNumberWords.gap(text, ones.end());
      }
    }
    WordTable.Match<Word> part = at < 0 ? null : words.at(text, at);
    if (part == null
        || part.value().kind() != Kind.PART
        || top.compareTo(part.value().value()) >= 0
        || article < 0 && !part.value().plural() && top.compareTo(BigDecimal.ONE) != 0) {
      return null;
    }
    BigDecimal whole = sum.value();
    BigDecimal one =
        sum.lastScale().signum() > 0
                && whole.remainder(sum.lastScale()).signum() == 0
                && (sum.lastScale().compareTo(BigDecimal.valueOf(1000)) >= 0 || sum.isDozens())
            ? sum.lastScale()
            : BigDecimal.ONE;
    WordTable.Match<Word> scale = words.scaleAt(text, part.end());
    if (scale != null && sum.lastScale().compareTo(BigDecimal.valueOf(1000)) >= 0) {
      BigDecimal more =
          top.multiply(scale.value().value()).divide(part.value().value(), MathContext.DECIMAL64);
      return new Numeral(
          start,
          scale.end(),
          whole.add(more),
          whole.add(more),
          more,
          sum.scale(),
          Numeral.Form.WORDS,
          null);
    }
    BigDecimal value =
        whole.add(one.multiply(top).divide(part.value().value(), MathContext.DECIMAL64));
    Numeral mixed =
        new Numeral(
            start,
            part.end(),
            value,
            value,
            one.divide(part.value().value(), MathContext.DECIMAL64),
            sum.scale(),
            Numeral.Form.WORDS,
            null);
    return scaled(text, mixed);
  }

  private @Nullable Numeral fractionAfter(
      FoldedText text, int start, NumberSum sum, Word word, int end, int before) {
    boolean one = sum.value().compareTo(BigDecimal.ONE) == 0;
    boolean quarters =
        word.value().intValue() == 4
            && text.at(end - 2) == 'r'
            && sum.value().compareTo(BigDecimal.valueOf(4)) >= 0;
    if (!word.plural() && !one || quarters) {
      return sum.isEmpty() ? null : sum.numeral(start, before);
    }
    Numeral part = part(text, start, sum.value(), word, end, false);
    return part;
  }

  private Numeral decimals(FoldedText text, int start, NumberSum sum, int from, int before) {
    StringBuilder digits = new StringBuilder();
    int at = from;
    int end = before;
    while (at >= 0) {
      WordTable.Match<Word> match = words.at(text, at);
      if (match == null
          || match.value().kind() != Kind.UNIT
              && match.value().kind() != Kind.TEEN
              && match.value().kind() != Kind.TEN) {
        break;
      }
      BigDecimal value = match.value().value();
      int next = EnglishNumberWords.gap(text, match.end());
      WordTable.Match<Word> unit = next < 0 ? null : words.at(text, next);
      boolean joined =
          match.value().kind() == Kind.TEN
              && unit != null
              && unit.value().kind() == Kind.UNIT
              && unit.value().value().signum() > 0;
      digits.append(String.valueOf(joined ? value.intValue() / 10 : value.intValue()));
      end = match.end();
      at = next;
    }
    BigDecimal part =
        digits.isEmpty()
            ? BigDecimal.ZERO
            : new BigDecimal(digits.toString()).movePointLeft(digits.length());
    BigDecimal value = sum.value().add(part);
    Numeral number =
        new Numeral(
            start,
            end,
            value,
            value,
            BigDecimal.ONE.movePointLeft(digits.length()),
            BigDecimal.ONE,
            Numeral.Form.WORDS,
            null);
    return scaled(text, number);
  }
}
