package dev.assay.clean;

import dev.assay.article.Paragraph;
import dev.assay.clean.text.Paragraphs;
import dev.assay.lexicon.Boilerplate;
import dev.assay.lexicon.LetterPhrases;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What stands around the text of a mail: the mails that it answers, the way to unsubscribe, the
/// link that shows it in a browser, greetings and notices.
final class LetterFurniture {

  /// A longer block is no foot, whatever it holds.
  private static final int LONGEST = 500;

  /// Nor is one that makes up so much of its mail.
  private static final double MOST_OF_ALL = 0.3;

  private static final int LONGEST_LINK = 80;
  private static final int LONGEST_BUTTON = 24;

  /// Letters between links that stand side by side.
  private static final int SEPARATORS = 6;

  private static final String QUOTED =
      "blockquote[type=cite], .gmail_quote, .gmail_quote_container, .moz-cite-prefix,"
          + " .moz-signature, .yahoo_quoted, #divRplyFwdMsg, #appendonsend, .OutlookMessageHeader";

  private static final Pattern ANSWERED =
      Pattern.compile(
          "(?m)^(?:On .{6,120}(?:\\n.{1,120})? wrote:|在.{4,80}写道[:：]|-{2,} ?(?:Original Message|Forwarded message|原始邮件|转发邮件).*|-- )\\s*$");

  /// A line of marks, below which mails have their feet.
  private static final Pattern RULE = Pattern.compile("(?m)^\\s*[-_=*~—]{5,}\\s*$");

  /// An address in a text that is no more than where a word of it led.
  private static final Pattern LINKED =
      Pattern.compile(
          "\\s*[\\[<(]\\s*https?://[^\\s\\])>]+\\s*[\\])>]|(?m)^\\s*https?://\\S+\\s*$");

  /// Programs that make plain text of a page mark its headings so.
  private static final Pattern STARS = Pattern.compile("(?m)^\\s*\\*{2,} (?=\\S)");

  private static final int LONGEST_FOOT = 1_500;

  /// A mail by which one confirms that one wants others is no longer.
  private static final int LONGEST_CONFIRMATION = 1_500;

  private static final int LONGEST_NOTICE = 300;
  private static final int LONGEST_GREETING = 60;
  private static final int LONGEST_CLOSING = 40;

  /// So many paragraphs at the end may take leave, with a name and a place below.
  private static final int CLOSING_LINES = 5;

  private static final int LONGEST_SIGNATURE = 120;
  private static final String GREETS = ",，:：!！.。、";

  private static final Pattern QUOTE = Pattern.compile("(?m)^>.*\\n?");
  private static final Pattern BLANK = Pattern.compile("\\n\\s*\\n");

  private LetterFurniture() {}

  /// Takes it out of a page.
  static void remove(Document page) {
    page.select(QUOTED).remove();
    List<Element> out = new ArrayList<>();
    int longest = (int) Math.min(LONGEST, page.text().length() * MOST_OF_ALL);
    for (Element link : page.select("a[href]")) {
      String text = link.text();
      if (text.length() <= LONGEST_LINK
          && (LetterPhrases.isFoot(text) || LetterPhrases.isOnlineLink(text))) {
        out.add(block(link, longest));
      }
    }
    out.forEach(Element::remove);
    boolean confirmation = page.text().length() <= LONGEST_CONFIRMATION;
    for (Element link : page.select("a")) {
      if (confirmation && LetterPhrases.confirms(link.text()) && !link.attr("href").isEmpty()) {
        keep(link);
      } else if (isButton(link) || Boilerplate.isPhrase(link.text())) {
        link.remove();
      } else {
        link.unwrap(); // titles of stories lead to them: in a mail that makes them no menu
      }
    }
  }

  /// Whether these are the lines of a mail by which one confirms that one wants others.
  static boolean isConfirmation(List<String> lines) {
    return lines.stream().mapToInt(String::length).sum() <= LONGEST_CONFIRMATION
        && lines.stream().anyMatch(line -> line.contains("://") && LetterPhrases.confirms(line));
  }

  /// A link that the reader of the mail must be able to follow.
  private static void keep(Element link) {
    String address = link.attr("href");
    if (!link.text().contains(address)) {
      link.appendText(" (" + address + ")");
    }
    link.unwrap();
  }

  /// A link that stands alone and is too short to be a title, such as "Read more" or the name of a
  /// network.
  private static boolean isButton(Element link) {
    Element parent = link.parent();
    boolean heading = link.closest("h1, h2, h3, h4, h5, h6") != null;
    int others =
        parent == null
            ? 0
            : parent.text().length()
                - parent.select("a").stream().mapToInt(one -> one.text().length()).sum();
    return !heading && others <= SEPARATORS && link.text().length() <= LONGEST_BUTTON;
  }

  /// The largest element around a link that is still too short to be a text.
  private static Element block(Element link, int longest) {
    Element block = link;
    for (Element parent = link.parent();
        parent != null && parent.text().length() <= longest;
        parent = parent.parent()) {
      block = parent;
    }
    return block;
  }

  /// The plain text of a mail without it.
  static String without(String text) {
    String own = QUOTE.matcher(text.replace("\r\n", "\n")).replaceAll("");
    Matcher answered = ANSWERED.matcher(own);
    String kept =
        answered.find() && answered.start() > 0 ? own.substring(0, answered.start()) : own;
    StringBuilder out = new StringBuilder();
    for (String block : BLANK.split(withoutLinks(withoutFoot(kept)))) {
      boolean foot = block.length() <= LONGEST && LetterPhrases.isFoot(block);
      boolean online = block.length() <= LONGEST_LINK && LetterPhrases.isOnlineLink(block);
      if (!foot && !online) {
        out.append(block).append("\n\n");
      }
    }
    return out.toString();
  }

  /// The text without what stands below the last line of marks that has a foot below it: what
  /// stands between two such lines may be its own.
  private static String withoutFoot(String text) {
    Matcher rule = RULE.matcher(text);
    int end = text.length();
    while (rule.find()) {
      String below = text.substring(rule.end());
      boolean isShort =
          below.length() <= LONGEST_FOOT && below.length() <= MOST_OF_ALL * 2 * text.length();
      if (isShort && rule.start() > 0 && LetterPhrases.isFoot(below)) {
        end = rule.start();
      }
    }
    return text.substring(0, end);
  }

  private static String withoutLinks(String text) {
    return text.length() <= LONGEST_CONFIRMATION && LetterPhrases.confirms(text)
        ? text
        : STARS.matcher(LINKED.matcher(text).replaceAll("")).replaceAll("");
  }

  /// The paragraphs of a mail without those that speak to its reader.
  static List<Paragraph> without(List<Paragraph> paragraphs, String title) {
    List<Paragraph> told =
        paragraphs.stream()
            .filter(paragraph -> !isMarks(paragraph.text()) && !isNotice(paragraph.text()))
            .toList();
    int start = 0;
    while (start < told.size() && isOpening(told.get(start).text(), title)) {
      start++;
    }
    List<Paragraph> rest = told.subList(start, closing(told, start));
    if (rest.isEmpty()) {
      return paragraphs;
    }
    Paragraphs numbered = new Paragraphs();
    rest.forEach(one -> numbered.add(one.kind(), one.text()));
    return numbered.list();
  }

  private static boolean isMarks(String text) {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static boolean isNotice(String text) {
    return text.length() <= LONGEST_NOTICE && LetterPhrases.isNotice(text);
  }

  private static boolean isOpening(String text, String title) {
    return text.equalsIgnoreCase(title)
        || text.length() <= LONGEST_GREETING
            && LetterPhrases.isGreeting(text)
            && GREETS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /// Where a mail takes leave; its end if it does not.
  private static int closing(List<Paragraph> told, int start) {
    for (int i = Math.max(start + 1, told.size() - CLOSING_LINES); i < told.size(); i++) {
      int signed =
          told.subList(i + 1, told.size()).stream().mapToInt(one -> one.text().length()).sum();
      String text = told.get(i).text();
      if (text.length() <= LONGEST_CLOSING
          && LetterPhrases.isClosing(text)
          && signed <= LONGEST_SIGNATURE) {
        return i;
      }
    }
    return told.size();
  }
}
