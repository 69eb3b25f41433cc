package dev.assay.analyze.text;

import dev.assay.cite.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The agency, place and day before the first words of a news text, such as `新华社北京8月17日电` or
/// `LONDON (Carrow) —`. Not part of what is said.
public final class Dateline {

  private static final int LONGEST = 60;

  /// What an old headline and the dateline behind it fill at most.
  private static final int LONGEST_NAMED = 240;

  private static final int LONGEST_CREDIT = 12;

  /// `日电 （记者 李芳）`, `日讯（编辑 王强）`, `日消息，`: the end of the dateline with whoever wrote it.
  private static final Pattern AGENCY =
      Pattern.compile(
          "(?:[日社网網][电電讯訊]|报讯|報訊|日报道|日報道|消息)"
              + "(?<behind>(?<=日消息)， *|(?:[ \u3000]*[（(][^）)]{0,40}[）)])*[ \u3000：:]*)");

  /// `日电 `, `日电（记者 李芳）`: what an agency sent, though the outlet says `据` before it; `日报道：` and
  /// `日消息，` go on as its sentence.
  private static final Pattern SENT = Pattern.compile("^.[电電讯訊][ \u3000（(]");

  /// `【青禾日报记者 李芳】`
  private static final Pattern BRACKETED =
      Pattern.compile("【[^】]{0,40}(?:记者|記者|报道|報道|[讯訊电電])[^】]{0,20}】[ \u3000]*");

  /// `2023-08-17 06:40:43 作者：李芳 `
  private static final Pattern STAMP =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2} +\\d{2}:\\d{2}(?::\\d{2})? *(?:(?:作者|来源|编辑|來源|編輯)[：:][^ ]{1,12} +)?");

  /// `7月24日，记者从海关获悉`, `截至2025年8月8日`: where a report begins behind its headline.
  private static final Pattern REPORTER =
      Pattern.compile(
          "(?=(?<!\\d|月)(?:\\d{1,2}月)?\\d{1,2}日[上下午晚]*，[记記]者|(?<![，。：])截至?\\d{4}年"
              + "|(?<=[\\p{IsHan}”！？])(?<![在于至从自年月的、])\\d{1,2}月\\d{1,2}日[上下午晚间]*，)");

  /// `原标题：`: the headline, though it stands in the text.
  private static final Pattern NAMED_TITLE = Pattern.compile("^原[标標][题題]");

  private static final String DASHES = "—–-";

  /// An outlet and an author before the day: `青禾财经 李芳 8月15日，`.
  private static final Pattern BYLINE =
      Pattern.compile("^(?:[\\p{IsHan}]{2,8}[ \u3000]+){2,3}(?=\\d{1,2}月\\d{1,2}日)");

  /// Who took the picture above the sentence: `李芳 摄`.
  private static final Pattern CREDIT =
      Pattern.compile("^[\\p{IsHan}]{2,4}[ \u3000]+[摄攝][ \u3000]*");

  private Dateline() {}

  /// `sentence` without the credit of a picture at its head.
  public static Span afterCredit(String text, Span sentence) {
    String head =
        text.substring(
            sentence.start(), Math.min(sentence.end(), sentence.start() + LONGEST_CREDIT));
    Matcher credit = CREDIT.matcher(head);
    return credit.find() && sentence.start() + credit.end() < sentence.end()
        ? new Span(sentence.start() + credit.end(), sentence.end())
        : sentence;
  }

  /// Whether a text opens with a headline that calls itself one: `原标题：`.
  public static boolean opensWithHeadline(String text) {
    return NAMED_TITLE.matcher(text).find();
  }

  /// Where the words begin after the dateline; 0 if there is none, or no words after it.
  public static int end(String text) {
    int end = opensWithHeadline(text) ? endOfHeadline(text) : endOfLine(text);
    return text.substring(end).chars().anyMatch(Character::isLetterOrDigit) ? end : 0;
  }

  private static int endOfLine(String text) {
    String head = text.substring(0, Math.min(LONGEST, text.length()));
    Matcher byline = BYLINE.matcher(head);
    Matcher bracketed = BRACKETED.matcher(head);
    if (byline.find()) {
      return byline.end();
    }
    if (bracketed.lookingAt()) {
      return bracketed.end();
    }
    int chinese = endOfChinese(head);
    return chinese > 0 ? chinese : endOfLatin(head);
  }

  /// Behind the last mark of a dateline in the first sentence, which an old headline opens
  /// (`原标题：`), with no stop of its own; 0 if there is none.
  private static int endOfHeadline(String text) {
    int stop = text.indexOf('。');
    String head = text.substring(0, Math.min(LONGEST_NAMED, stop < 0 ? text.length() : stop));
    int end = 0;
    for (Pattern mark : List.of(AGENCY, BRACKETED, STAMP, REPORTER)) {
      Matcher found = mark.matcher(head);
      while (found.find()) {
        boolean closed =
            mark != AGENCY
                || !found.group("behind").isEmpty()
                || found.end() < head.length() && Character.isDigit(head.charAt(found.end()));
        end = closed ? Math.max(end, found.end()) : end;
      }
    }
    return end;
  }

  private static int endOfChinese(String head) {
    Matcher agency = AGENCY.matcher(head);
    boolean attributed = head.startsWith("据") || head.startsWith("據");
    while (agency.find()) {
      if (isBare(head, agency.start())
          && !agency.group("behind").isEmpty()
          && !(attributed && !SENT.matcher(agency.group()).find())
          && agency.end() < head.length()) {
        return agency.end();
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
