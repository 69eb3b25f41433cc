package dev.assay.analyze.quantity;

/// Whole numbers in words, for tests: 一万零五十 and ten thousand and fifty.
public final class SpelledNumbers {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] SMALL = {"", "十", "百", "千"};
  private static final String[] BIG = {"", "万", "亿", "万亿"};
  private static final String[] UNITS = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final String[] SCALES = {"", " thousand", " million", " billion", " trillion"};

  private SpelledNumbers() {}

  /// A number from 1 to 10^12 in Chinese numerals.
  public static String chinese(long value) {
    StringBuilder text = new StringBuilder();
    boolean gap = false;
    for (int section = 2; section >= 0; section--) {
      int part = (int) (value / (long) Math.pow(10_000, section) % 10_000);
      if (part == 0) {
        gap = !text.isEmpty();
        continue;
      }
      if (gap || !text.isEmpty() && part < 1000) {
        text.append('零');
      }
      gap = false;
      text.append(section(part)).append(BIG[section]);
    }
    return text.toString();
  }

  private static String section(int part) {
    StringBuilder text = new StringBuilder();
    boolean zero = false;
    for (int place = 3; place >= 0; place--) {
      int digit = part / (int) Math.pow(10, place) % 10;
      if (digit == 0) {
        zero = !text.isEmpty();
        continue;
      }
      if (zero) {
        text.append('零');
      }
      zero = false;
      text.append(DIGITS.charAt(digit)).append(SMALL[place]);
    }
    return text.toString();
  }

  /// A number from 1 to 10^15 in English words.
  public static String english(long value) {
    StringBuilder text = new StringBuilder();
    for (int group = 4; group >= 0; group--) {
      int part = (int) (value / (long) Math.pow(1000, group) % 1000);
      if (part > 0) {
        text.append(text.isEmpty() ? "" : " ").append(group(part)).append(SCALES[group]);
      }
    }
    return text.toString();
  }

  private static String group(int part) {
    String hundreds = part >= 100 ? UNITS[part / 100] + " hundred" : "";
    int rest = part % 100;
    String tail =
        rest == 0
            ? ""
            : rest < 20
                ? UNITS[rest]
                : TENS[rest / 10] + (rest % 10 == 0 ? "" : "-" + UNITS[rest % 10]);
    return hundreds + (hundreds.isEmpty() || tail.isEmpty() ? "" : " and ") + tail;
  }
}
