package dev.assay.brief.model;

import dev.assay.analyze.number.Modifier;
import dev.assay.check.NumberCheck;
import dev.assay.check.ReadAs;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers of those who are left when one is named: *He Lin and three other directors* of 何林等4名董事.
final class NamedAndOthers {

  /// More are not counted with those who are named.
  private static final BigDecimal MOST = BigDecimal.valueOf(99);

  /// The figures, the words or the characters that count.
  private static final Pattern COUNT =
      Pattern.compile("\\d+|[A-Za-z]+(?:-[A-Za-z]+)?|[一二三四五六七八九十两兩]+");

  private static final Pattern AND_BEFORE = Pattern.compile("\\band $");
  private static final Pattern OTHERS_BEHIND = Pattern.compile("^ others?\\b");
  private static final Pattern OTHERS_BEFORE = Pattern.compile("[和及与以]?(?:另外|另|其他|其余)$");

  private NamedAndOthers() {}

  /// `sentence` with the number of all in the place of the number of the others, which `check` is
  /// of; empty if no others are counted there.
  static Optional<String> together(String sentence, NumberCheck check) {
    String before = sentence.substring(0, check.span().start());
    String behind = sentence.substring(check.span().end());
    boolean others =
        AND_BEFORE.matcher(before).find() && OTHERS_BEHIND.matcher(behind).find()
            || OTHERS_BEFORE.matcher(before).find();
    String words = check.span().in(sentence);
    Matcher count = COUNT.matcher(words);
    BigDecimal left = check.readAs().low();
    return others && isCount(check.readAs()) && left != null && count.lookingAt()
        ? Optional.of(before + left.add(BigDecimal.ONE) + words.substring(count.end()) + behind)
        : Optional.empty();
  }

  /// Whether it counts a few, no sum and no weight.
  private static boolean isCount(ReadAs number) {
    return number.unit().equals(Units.COUNT.code())
        && number.modifier() == Modifier.EXACT
        && number.low() != null
        && number.low().scale() == 0
        && number.low().signum() > 0
        && number.low().compareTo(MOST) <= 0;
  }
}
