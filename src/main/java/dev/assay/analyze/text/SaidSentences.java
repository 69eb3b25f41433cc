package dev.assay.analyze.text;

import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.lexicon.Boilerplate;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a paragraph into what it says: its sentences without the dateline before the first, the
/// mark of an item and the credit of an editor; none that is an address, a credit or what a site
/// puts around its texts.
public final class SaidSentences {

  /// Longer than a sentence can be: a table, or text without stops.
  private static final int LONGEST = 1_200;

  /// Shorter than a sentence can be.
  private static final int SHORTEST = 3;

  /// A sentence this long is one, whatever stands in it.
  private static final int LONG = 160;

  /// The same of one that begins as what stands around a text does: `原标题：` and all that follows.
  private static final int LONGEST_LABEL = 48;

  /// How to reach somebody: a mailbox, a number to call or to write to, a post code with its label.
  private static final Pattern REACHES =
      Pattern.compile(
          "[\\w.]+@[\\w.]+\\.\\w{2,}"
              + "|(?i:\\b(?:tel|phone|fax|e-?mail)\\b|电话|電話|传真|傳真|邮箱|郵箱|邮编|郵編|地址|热线|熱線)"
              + "[^:：]{0,6}[:：] ?[\\w+(（]");

  /// `1. `, `(2) `, `3）`: the mark of an item, whose number is none.
  private static final Pattern ITEM =
      Pattern.compile("^(?:[(（]\\d{1,2}[)）]|\\d{1,2}[.)）、])[ \u3000]+(?=\\S)");

  /// `【编辑:李芳】`, `（责任编辑：李芳）`, `(完)` at the end.
  private static final Pattern CREDIT =
      Pattern.compile(
          "^(?:[(（]完[)）]|[【\\[(（](?:责任)?(?:编辑|責任編輯|編輯|作者|来源)[:：][^】\\])）]{1,20}[】\\])）])[ \u3000]*");

  /// Paragraphs that a dateline may open.
  private static final int LEAD = 2;

  /// A number that goes on behind its point; not one that a name has: `May 5.`, `Table 12.`
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(?<![\\d.]|\\b\\p{Lu}\\p{L}{0,19}\\.? )\\d{1,3}\\.$");

  /// Such a number, its point and the word before it.
  private static final int NUMBER_WITH_POINT = 26;

  /// The end of a sentence.
  private static final Pattern STOP = Pattern.compile("[。！？.!?][”’」』）)\"']*$");

  private SaidSentences() {}

  /// The sentences of `paragraph`, in order.
  public static List<Span> of(Paragraph paragraph) {
    String text = paragraph.text();
    int from = paragraph.number() <= LEAD ? Dateline.end(text) : 0;
    List<Span> spans = new ArrayList<>();
    for (Span sentence : whole(text)) {
      if (sentence.end() > from) {
        Span said = said(text, new Span(Math.max(from, sentence.start()), sentence.end()));
        if (isSentence(said.in(text))) {
          spans.add(said);
        }
      }
    }
    return spans;
  }

  /// The sentences; a number that its source broke behind the point (`6. 1 percent`) is not cut.
  private static List<Span> whole(String text) {
    List<Span> whole = new ArrayList<>();
    for (Span sentence : Sentences.of(text)) {
      Span before = whole.isEmpty() ? null : whole.getLast();
      if (before != null
          && Character.isDigit(text.charAt(sentence.start()))
          && endsInNumber(text, before)) {
        whole.set(whole.size() - 1, new Span(before.start(), sentence.end()));
      } else {
        whole.add(sentence);
      }
    }
    return whole;
  }

  private static boolean endsInNumber(String text, Span sentence) {
    int from = Math.max(sentence.start(), sentence.end() - NUMBER_WITH_POINT);
    return ENDS_IN_NUMBER.matcher(text.substring(from, sentence.end())).find();
  }

  private static Span said(String text, Span sentence) {
    Span said = Dateline.afterCredit(text, sentence);
    for (Pattern head : List.of(CREDIT, ITEM)) {
      Matcher matcher = head.matcher(said.in(text));
      if (matcher.find() && matcher.end() < said.length()) {
        said = new Span(said.start() + matcher.end(), said.end());
      }
    }
    return said;
  }

  private static boolean isSentence(String text) {
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      return false;
    }
    boolean around =
        text.length() < LONG && mayReach(text) && REACHES.matcher(text).find()
            || text.length() < LONGEST_LABEL && Boilerplate.isPhrase(text)
            || CREDIT.matcher(text).matches();
    return !around && isProse(text);
  }

  /// Whether one of the marks stands there without which nobody is reached.
  private static boolean mayReach(String text) {
    return text.indexOf(':') >= 0 || text.indexOf('：') >= 0 || text.indexOf('@') >= 0;
  }

  /// Whether half of what is written are letters, or a quarter where a stop ends it, since what is
  /// said may be full of figures: no row of figures, no address of a page.
  private static boolean isProse(String text) {
    int letters = 0;
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) || HanScript.isHan(c) ? 1 : 0;
      written += Character.isWhitespace(c) ? 0 : 1;
    }
    return 2 * letters >= written || 4 * letters >= written && STOP.matcher(text).find();
  }
}
