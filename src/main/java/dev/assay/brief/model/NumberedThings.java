package dev.assay.brief.model;

import com.ibm.icu.text.RuleBasedNumberFormat;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows the number of a thing that is called by it in two languages: No. 1 Hospital of 第一医院, Line
/// 6 of 六号线. Safe for use by many threads.
final class NumberedThings {

  private static final Pattern NUMBER =
      Pattern.compile(
          "\\b(?:No\\.|Number|Line|Hall|Unit|Gate|Terminal|Berth|Reactor|Building) ?(\\d{1,3})\\b");

  private NumberedThings() {}

  /// Whether a thing's number stands at `place` of the English `text`, and the Chinese `lines` call
  /// one by the same.
  static boolean stand(String text, Span place, String lines) {
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      if (number.start(1) < place.end() && place.start() < number.end(1)) {
        String digits = number.group(1);
        return calls(lines, digits) || calls(HanScript.simplify(lines), inHan(digits));
      }
    }
    return false;
  }

  private static boolean calls(String lines, String number) {
    return Pattern.compile("第" + number + "(?![\\d十百])|(?<![\\d十百.])" + number + "号")
        .matcher(lines)
        .find();
  }

  private static String inHan(String digits) {
    return new RuleBasedNumberFormat(Locale.CHINA, RuleBasedNumberFormat.SPELLOUT)
        .format(Integer.parseInt(digits));
  }
}
