package dev.assay.clean;

import dev.assay.lexicon.LetterPhrases;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What stands around the text of a mail: the mails that it answers, the way to unsubscribe, the
/// link that shows it in a browser.
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
          "(?m)^(?:On .{6,120} wrote:|在.{4,80}写道[:：]|-{2,} ?(?:Original Message|Forwarded message|原始邮件|转发邮件).*|-- )\\s*$");

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
    for (Element link : page.select("a")) {
      if (isButton(link)) {
        link.remove();
      } else {
        link.unwrap(); // titles of stories lead to them: in a mail that makes them no menu
      }
    }
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
    var answered = ANSWERED.matcher(own);
    String kept =
        answered.find() && answered.start() > 0 ? own.substring(0, answered.start()) : own;
    StringBuilder out = new StringBuilder();
    for (String block : BLANK.split(kept)) {
      if (block.length() > LONGEST || !LetterPhrases.isFoot(block)) {
        out.append(block).append("\n\n");
      }
    }
    return out.toString();
  }
}
