package dev.assay.clean;

import dev.assay.clean.text.Tags;
import dev.assay.clean.text.VisibleText;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Reads from the elements of a page what they say of title, author, time and outlet, into
/// [Signals].
record SignalReader(Signals signals) {

  /// Longest text taken for a signal such as a byline or a date.
  private static final int SIGNAL_LENGTH = 240;

  private static final int SIGNAL_NODES = 80;

  private static final int WANTED =
      ClassWords.AUTHOR
          | ClassWords.DATE
          | ClassWords.UPDATED
          | ClassWords.TITLE
          | ClassWords.SOURCE;

  /// Reads an element of the page's head.
  void readHead(Element element, String name) {
    switch (name) {
      case "meta" -> readMeta(element);
      case "link" -> {
        if (element.attr("rel").equalsIgnoreCase("canonical")) {
          signals.canonical(element.attr("href"));
        } else if (element.attr("rel").equalsIgnoreCase("next")) {
          signals.addNext(element.attr("href"));
        }
      }
      case "title" -> signals.title(VisibleText.of(element.wholeText()));
      case String _ -> {}
    }
  }

  private void readMeta(Element element) {
    String content = element.attr("content");
    for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
      String name = element.attr(key);
      if (!name.isEmpty()) {
        signals.addMeta(name, content);
      }
    }
  }

  /// Reads an element of the body.
  ///
  /// @param marks what its class and id say, as bits of [ClassWords]
  /// @param block number of the block that comes next
  void read(Element element, int marks, int block) {
    String name = element.normalName();
    boolean time = name.equals("time");
    boolean author = name.equals("a") && element.attr("rel").equalsIgnoreCase("author");
    boolean heading = name.equals("h1");
    if (!time && !author && !heading && (marks & WANTED) == 0) {
      return;
    }
    if (name.equals("html") || name.equals("body")) {
      return;
    }
    String said = shortText(element);
    String value = machineValue(element);
    if (said.isEmpty() && value.isEmpty()) {
      return;
    }
    String property = element.attr("itemprop");
    String shown = !property.isEmpty() ? "itemprop " + property : time ? "time" : name;
    Signals.Mark mark =
        new Signals.Mark(shown, value, said, block, marks | (author ? ClassWords.AUTHOR : 0));
    if (time || (marks & (ClassWords.DATE | ClassWords.UPDATED)) != 0) {
      signals.addTime(mark);
    }
    if (author || (marks & ClassWords.AUTHOR) != 0) {
      signals.addAuthor(mark);
    }
    if (heading || (marks & ClassWords.TITLE) != 0) {
      signals.addTitle(mark);
    }
    if ((marks & ClassWords.SOURCE) != 0) {
      signals.addSource(mark);
    }
  }

  private static String machineValue(Element element) {
    for (String key :
        List.of("datetime", "content", "data-datetime", "data-time", "data-timestamp")) {
      String value = element.attr(key);
      if (!value.isEmpty()) {
        return value.length() > SIGNAL_LENGTH ? "" : value;
      }
    }
    return "";
  }

  /// The first of the element's visible text.
  private static String shortText(Element element) {
    StringBuilder said = new StringBuilder();
    Node node = element;
    for (int i = 0; i < SIGNAL_NODES && said.length() < SIGNAL_LENGTH; i++) {
      if (node instanceof TextNode part) {
        VisibleText.append(part.getWholeText(), said);
      } else if (node instanceof Element inner
          && Tags.of(inner.normalName()) != Tags.Role.INLINE
          && !said.isEmpty()) {
        VisibleText.append(" ", said);
      }
      Node next = isSkipped(node) ? null : node.firstChild();
      while (next == null && node != null && !node.equals(element)) {
        next = node.nextSibling();
        if (next == null) {
          node = node.parent();
        }
      }
      if (next == null) {
        break;
      }
      node = next;
    }
    String whole = said.toString().strip();
    return whole.length() > SIGNAL_LENGTH ? whole.substring(0, SIGNAL_LENGTH) : whole;
  }

  private static boolean isSkipped(Node node) {
    return node instanceof Element inner && Tags.of(inner.normalName()) == Tags.Role.SKIP;
  }
}
