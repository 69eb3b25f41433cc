package dev.assay.brief.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How large the sums of money in a sentence are: of a list of them the largest tell most.
final class Sums {

  private static final Pattern LAST_POINTS = Pattern.compile("\\.+$");

  private static final Pattern ENGLISH =
      Pattern.compile("[$€£¥]\\s?([0-9][0-9.,]*)(?: (million|billion|trillion)|(?=\\D|$))");

  private static final Pattern CHINESE =
      Pattern.compile("([0-9][0-9.,]*) ?(万亿|萬億|亿|億|万|萬)(?:多|余|餘)?(?:[\\p{IsHan}]{1,2})?元");

  private static final double SMALLEST = 6;
  private static final double LARGEST = 12;

  private Sums() {}

  /// The power of ten of the largest sum of `text` above a million, 0 to 6; 0 if there is none.
  static double magnitude(String text) {
    double largest = 0;
    if (text.indexOf('元') >= 0) {
      Matcher sum = CHINESE.matcher(text);
      while (sum.find()) {
        largest = Math.max(largest, log(sum.group(1)) + power(sum.group(2)));
      }
    }
    if (text.chars().anyMatch(c -> "$€£¥".indexOf(c) >= 0)) {
      Matcher sum = ENGLISH.matcher(text);
      while (sum.find()) {
        String unit = sum.group(2);
        largest = Math.max(largest, log(sum.group(1)) + (unit == null ? 0 : power(unit)));
      }
    }
    return Math.clamp(largest - SMALLEST, 0, LARGEST - SMALLEST);
  }

  /// Of digits with or without commas; 0 for what is no number.
  private static double log(String digits) {
    String bare = LAST_POINTS.matcher(digits.replace(",", "")).replaceAll("");
    return bare.chars().filter(c -> c == '.').count() > 1
        ? 0
        : Math.log10(Math.max(1, Double.parseDouble(bare)));
  }

  private static int power(String unit) {
    return switch (unit) {
      case "万", "萬" -> 4;
      case "million" -> 6;
      case "亿", "億" -> 8;
      case "billion" -> 9;
      case "万亿", "萬億", "trillion" -> 12;
      default -> 0;
    };
  }
}
