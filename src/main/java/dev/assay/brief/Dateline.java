package dev.assay.brief;

import dev.assay.cite.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The agency, place and day before the first words of a news text, such as `新华社北京8月17日电` or
/// `LONDON (Carrow) —`. Not part of what is said.
final class Dateline {

  private static final int LONGEST = 60;
  private static final int LONGEST_CREDIT = 12;
  private static final List<String> CHINESE_ENDS =
      List.of("日电", "日電", "日讯", "日訊", "报讯", "報訊", "社讯", "社訊", "网讯", "網訊", "日报道", "日報道", "消息");
  private static final String DASHES = "—–-";

  /// An outlet and an author before the day: `青禾财经 李芳 8月15日，`.
  private static final Pattern BYLINE =
      Pattern.compile("^(?:[\\p{IsHan}]{2,8}[ \u3000]+){2,3}(?=\\d{1,2}月\\d{1,2}日)");

  /// Who took the picture above the sentence: `李芳 摄`.
  private static final Pattern CREDIT =
      Pattern.compile("^[\\p{IsHan}]{2,4}[ \u3000]+[摄攝][ \u3000]*");

  private Dateline() {}

  /// `sentence` without the credit of a picture at its head.
  static Span afterCredit(String text, Span sentence) {
    String head =
        text.substring(
            sentence.start(), Math.min(sentence.end(), sentence.start() + LONGEST_CREDIT));
    Matcher credit = CREDIT.matcher(head);
    return credit.find() && sentence.start() + credit.end() < sentence.end()
        ? new Span(sentence.start() + credit.end(), sentence.end())
        : sentence;
  }

  /// Where the words begin after the dateline; 0 if there is none.
  static int end(String text) {
    String head = text.substring(0, Math.min(LONGEST, text.length()));
    Matcher byline = BYLINE.matcher(head);
    if (byline.find()) {
      return byline.end();
    }
    int chinese = endOfChinese(head);
    return chinese > 0 ? chinese : endOfLatin(head);
  }

  private static int endOfChinese(String head) {
    for (String mark : CHINESE_ENDS) {
      int at = head.indexOf(mark);
      boolean attributed = head.startsWith("据") || head.startsWith("據");
      if (at >= 0 && isBare(head, at) && !attributed) {
        int dated = head.startsWith("日消息，", at - 1) ? at + mark.length() + 1 : 0;
        return Math.max(dated, afterSeparator(head, at + mark.length()));
      }
    }
    return 0;
  }

  private static boolean isBare(String head, int end) {
    for (int i = 0; i < end; i++) {
      if ("，。；、“”".indexOf(head.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// After a bracket and a colon or space; 0 if neither is there.
  private static int afterSeparator(String head, int from) {
    int i = from;
    if (i < head.length() && "（(".indexOf(head.charAt(i)) >= 0) {
      int close = Math.max(head.indexOf('）', i), head.indexOf(')', i));
      i = close < 0 ? i : close + 1;
    }
    while (i < head.length() && "：: \u3000".indexOf(head.charAt(i)) >= 0) {
      i++;
    }
    return i > from && i < head.length() ? i : 0;
  }

  private static int endOfLatin(String head) {
    int dash = 0;
    while (dash < head.length() && DASHES.indexOf(head.charAt(dash)) < 0) {
      dash++;
    }
    int end = dash;
    while (end < head.length() && (DASHES + " ").indexOf(head.charAt(end)) >= 0) {
      end++;
    }
    boolean spaced = dash > 0 && head.charAt(dash - 1) == ' ' && end - dash >= 2;
    return spaced && end < head.length() && namesPlace(head.substring(0, dash)) ? end : 0;
  }

  /// A city in capitals, and no word that begins small.
  private static boolean namesPlace(String text) {
    boolean capitals = false;
    for (String word : text.split("[ ,./()]+")) {
      if (!word.isEmpty() && Character.isLowerCase(word.charAt(0))) {
        return false;
      }
      capitals |= word.length() > 3 && word.chars().allMatch(Character::isUpperCase);
    }
    return capitals;
  }
}
