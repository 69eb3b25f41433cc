package dev.assay.brief.extract;

import dev.assay.brief.extract.Token.Role;
import java.util.regex.Pattern;

/// What the figures of a sentence are worth, and which of them measure something.
final class MeasuredFigures {

  private static final double FIGURE = 0.3;

  /// What a figure of the title adds.
  private static final double MAIN_FIGURE = 1.3;

  /// What a sum of money adds for each power of ten above a million.
  private static final double SUM = 0.12;

  private static final int MOST = 2;

  /// So many figures are the terms of something.
  private static final int OF_TERMS = 2;

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  /// What stands directly behind a figure of one digit that measures something.
  private static final String UNITS = "%％万萬亿億千百十成倍吨噸元";

  private static final Pattern MAGNITUDE = Pattern.compile(" (?:percent|per cent|[mbtr]+illion)");

  private final Draft draft;

  MeasuredFigures(Draft draft) {
    this.draft = draft;
  }

  /// A factor of 1 or more: a figure says more than none, the title's own most, and of sums of
  /// money the larger.
  double worth(CandidateSentence candidate) {
    boolean main =
        candidate.tokens().stream()
            .anyMatch(token -> isFigure(token) && draft.terms().isInTitle(token));
    return (1 + FIGURE * Math.min(MOST, measured(candidate)))
        * (main ? MAIN_FIGURE : 1)
        * (1 + SUM * Sums.magnitude(candidate.text()));
  }

  /// Whether `candidate` tells the terms of something: several figures that measure.
  boolean areTerms(CandidateSentence candidate) {
    return measured(candidate) >= OF_TERMS;
  }

  /// Whether a figure of `one` that measures something is told by `other` too.
  boolean areShared(CandidateSentence one, CandidateSentence other) {
    String text = text(one);
    return one.tokens().stream()
        .anyMatch(token -> isMeasured(text, token) && other.tells(token.term()));
  }

  /// A figure that is no year, day, hour or place in a row.
  boolean isMeasured(CandidateSentence candidate, Token token) {
    return isMeasured(text(candidate), token);
  }

  private long measured(CandidateSentence candidate) {
    String text = text(candidate);
    return candidate.tokens().stream().filter(token -> isMeasured(text, token)).count();
  }

  private String text(CandidateSentence candidate) {
    return draft.words().get(candidate.paragraph() - 1).text();
  }

  private static boolean isFigure(Token token) {
    return token.role() == Role.NUMBER && Character.isDigit(token.term().charAt(0));
  }

  private static boolean isMeasured(String text, Token token) {
    if (!isFigure(token)) {
      return false;
    }
    char before = token.start() == 0 ? ' ' : text.charAt(token.start() - 1);
    char after = token.end() == text.length() ? ' ' : text.charAt(token.end());
    boolean money = "$€£¥￥".indexOf(before) >= 0;
    boolean year = YEAR.matcher(token.term()).matches() && after != '%';
    boolean day = "年月日号號届屆时時点點".indexOf(after) >= 0 || before == '第' || before == '-';
    boolean counts = token.term().length() > 1 || UNITS.indexOf(after) >= 0;
    return money
        || !year
            && !day
            && (counts || MAGNITUDE.matcher(text).region(token.end(), text.length()).lookingAt());
  }
}
