package dev.assay.brief.model;

import dev.assay.cite.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers of those who are left when one is named: *He Lin and three other directors* of 何林等4名董事.
final class NamedAndOthers {

  private static final List<String> ENGLISH =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private static final String CHINESE = "一二三四五六七八九十";

  private static final Pattern AND_BEFORE = Pattern.compile("\\band $");
  private static final Pattern OTHERS_BEHIND = Pattern.compile("^ others?\\b");
  private static final Pattern OTHERS_BEFORE = Pattern.compile("[和及与以]?(?:另外|另|其他|其余)$");

  private NamedAndOthers() {}

  /// `sentence` with the number of all in the place of the number of the others at `number`; empty
  /// if no others stand there.
  static Optional<String> together(String sentence, Span number) {
    String before = sentence.substring(0, number.start());
    String behind = sentence.substring(number.end());
    boolean others =
        AND_BEFORE.matcher(before).find() && OTHERS_BEHIND.matcher(behind).find()
            || OTHERS_BEFORE.matcher(before).find();
    if (!others) {
      return Optional.empty();
    }
    String words = number.in(sentence);
    String count = count(words);
    int value = value(count);
    return value == 0
        ? Optional.empty()
        : Optional.of(before + (value + 1) + words.substring(count.length()) + behind);
  }

  /// The figures, the word or the character that counts.
  private static String count(String words) {
    String latin = words.split("[^A-Za-z0-9]", 2)[0];
    return latin.isEmpty() ? words.substring(0, 1) : latin;
  }

  /// What `count` counts; 0 if it is no small number.
  private static int value(String count) {
    int word = ENGLISH.indexOf(count.toLowerCase(Locale.ROOT));
    if (word >= 0) {
      return word + 1;
    }
    return count.matches("[0-9]{1,2}")
        ? Integer.parseInt(count)
        : count.length() == 1 ? CHINESE.indexOf(count) + 1 : 0;
  }
}
