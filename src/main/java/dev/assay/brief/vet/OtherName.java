package dev.assay.brief.vet;

import dev.assay.lexicon.HanScript;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds a name of `lexicon/other-names.tsv` in a line, as whole words: 世界报 not in 世界报告. In Latin
/// letters a name of one word begins with a capital: a *target* is no Target. Immutable.
record OtherName(Pattern pattern, boolean word) {

  static OtherName of(String name) {
    return new OtherName(
        Pattern.compile(
            "(?<![a-z])" + Pattern.quote(name) + "(?![a-z])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
        name.indexOf(' ') < 0);
  }

  /// Whether `line` has it.
  boolean stands(String line) {
    Matcher found = pattern.matcher(HanScript.simplify(line));
    CutText cut = new CutText(line);
    while (found.find()) {
      char first = line.charAt(found.start());
      boolean whole =
          HanScript.isHan(first)
              ? cut.areWords(found.start(), found.end())
              : !word || !Character.isLowerCase(first);
      if (whole) {
        return true;
      }
    }
    return false;
  }
}
