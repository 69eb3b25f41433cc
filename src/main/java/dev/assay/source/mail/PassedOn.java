package dev.assay.source.mail;

import dev.assay.clean.text.TextDecoder;
import dev.assay.lexicon.LetterPhrases;
import dev.assay.lexicon.LetterPhrases.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// A mail within a mail that somebody passed on: programs set lines such as `From: ...` and
/// `发件人：...` above it.
///
/// @param from who wrote it: a name, an address, or both
/// @param subject empty if no line tells it
/// @param sent as it is written there; empty if no line tells it
/// @param text without the lines, and without what stands above them
record PassedOn(String from, String subject, String sent, Letter.Text text) {

  /// A longer note above it is a text of its own, and what follows is what it is about.
  private static final int LONGEST_NOTE = 600;

  private static final String HTML = "text/html";
  private static final int LONGEST_NAME = 20;

  /// Lines that tell of one mail, those included that go on with the one before.
  private static final int MOST_LINES = 16;

  private static final int LEAST_LINES = 3;

  private static final Pattern TOLD =
      Pattern.compile("^[\\s>*_]*([\\p{L}\\p{IsHan} -]{1,20}?)[\\s*_]*[:：]\\**\\s*(.*)$");

  private static final Pattern PREFIX = Pattern.compile("^\\s*([\\p{L}]{1,4})\\s*[:：]\\s*");

  private static final String QUOTES =
      ".gmail_quote, .gmail_quote_container, .moz-forward-container, .yahoo_quoted, blockquote[type=cite],"
          + " #divRplyFwdMsg, #appendonsend, .OutlookMessageHeader";

  /// Lines `[start, end)` that tell of a mail.
  private record Head(int start, int end, Map<Line, String> told) {}

  /// The mail that this one passes on; empty if it passes none on.
  ///
  /// @param subject of the mail that holds it
  static Optional<PassedOn> of(Letter.Text text, String subject) {
    return text.mediaType().equals(HTML)
        ? ofPage(decoded(text), subject)
        : ofLines(decoded(text), subject);
  }

  /// A text without the mail that it answers, which stands below lines that tell of it.
  static Letter.Text withoutAnswered(Letter.Text text) {
    if (text.mediaType().equals(HTML)) {
      Document page = Jsoup.parse(decoded(text));
      List<PageLine> lines = PageLine.all(page);
      int end = answered(lines.stream().map(PageLine::text).toList());
      if (end == lines.size()) {
        return text;
      }
      lines.subList(end, lines.size()).forEach(PageLine::remove);
      return utf8(HTML, page.outerHtml());
    }
    List<String> lines = decoded(text).lines().toList();
    int end = answered(lines);
    return end == lines.size()
        ? text
        : utf8(text.mediaType(), String.join("\n", lines.subList(0, end)));
  }

  /// Where what is answered begins, below some text; the end if nothing is answered.
  private static int answered(List<String> lines) {
    boolean own = false;
    for (int i = 0; i < lines.size(); i++) {
      if (own && headAt(lines, i).isPresent()) {
        return i;
      }
      own |= !lines.get(i).isBlank();
    }
    return lines.size();
  }

  private static String decoded(Letter.Text text) {
    return TextDecoder.decode(text.bytes(), text.mediaType() + "; charset=" + text.charset())
        .text();
  }

  private static Letter.Text utf8(String mediaType, String text) {
    return new Letter.Text(mediaType, "utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /// A subject without the marks that say that it was passed on.
  static String withoutPrefix(String subject) {
    String bare = subject;
    for (Matcher mark = PREFIX.matcher(bare);
        mark.find() && LetterPhrases.isPrefix(mark.group(1));
        mark = PREFIX.matcher(bare)) {
      bare = bare.substring(mark.end());
    }
    return bare.strip();
  }

  private static Optional<PassedOn> ofLines(String text, String subject) {
    List<String> lines = text.lines().toList();
    return head(lines, subject)
        .map(
            head -> {
              List<String> rest = unquoted(lines.subList(head.end(), lines.size()));
              return of(head, "text/plain", String.join("\n", rest));
            });
  }

  /// Some programs quote what they pass on.
  private static List<String> unquoted(List<String> lines) {
    long quoted = lines.stream().filter(line -> line.startsWith(">")).count();
    long filled = lines.stream().filter(line -> !line.isBlank()).count();
    return 2 * quoted > filled
        ? lines.stream().map(line -> line.replaceFirst("^> ?", "")).toList()
        : lines;
  }

  private static PassedOn of(Head head, String mediaType, String text) {
    return new PassedOn(
        head.told().getOrDefault(Line.FROM, ""),
        head.told().getOrDefault(Line.SUBJECT, ""),
        head.told().getOrDefault(Line.SENT, ""),
        utf8(mediaType, text));
  }

  private static Optional<PassedOn> ofPage(String html, String subject) {
    Document page = Jsoup.parse(html);
    List<PageLine> lines = PageLine.all(page);
    return head(lines.stream().map(PageLine::text).toList(), subject)
        .map(
            head -> {
              lines.subList(0, head.end()).forEach(PageLine::remove);
              if (head.end() < lines.size()) {
                lines.get(head.end()).parents().forEach(PassedOn::unquote);
              }
              return of(head, HTML, page.outerHtml());
            });
  }

  private static void unquote(Element around) {
    if (around.is(QUOTES)) {
      around.clearAttributes();
      around.tagName("div");
    }
  }

  private static Optional<Head> head(List<String> lines, String subject) {
    for (int i = 0; i < lines.size(); i++) {
      Optional<Head> head = headAt(lines, i);
      if (head.isPresent()) {
        List<String> above = lines.subList(0, i);
        return head.filter(_ -> isPassedOn(above, subject));
      }
    }
    return Optional.empty();
  }

  private static Optional<Head> headAt(List<String> lines, int start) {
    Map<Line, String> told = new EnumMap<>(Line.class);
    Line last = null;
    int named = 0;
    int end = start;
    for (int i = start; i < Math.min(lines.size(), start + MOST_LINES); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      Matcher line = TOLD.matcher(lines.get(i));
      Optional<Line> name =
          line.matches() && line.group(1).length() <= LONGEST_NAME
              ? Line.named(line.group(1))
              : Optional.empty();
      if (name.isPresent()) {
        last = name.get();
        named++;
        told.putIfAbsent(last, line.group(2).strip());
      } else if (last != Line.TO || !lines.get(i).contains("@")) { // it may go to lines of people
        break;
      }
      end = i + 1;
    }
    boolean whole =
        named >= LEAST_LINES
            && told.containsKey(Line.FROM)
            && (told.containsKey(Line.SENT) || told.containsKey(Line.SUBJECT));
    return whole ? Optional.of(new Head(start, end, told)) : Optional.empty();
  }

  /// What is answered stands below such lines too. Passed on is what its subject says to be, what a
  /// line says to be, and what nothing stands above.
  private static boolean isPassedOn(List<String> above, String subject) {
    String note = above.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    Matcher mark = PREFIX.matcher(subject);
    boolean says =
        mark.find() && LetterPhrases.isPrefix(mark.group(1))
            || above.stream().anyMatch(LetterPhrases::saysPassedOn);
    return note.length() <= LONGEST_NOTE && (says || note.isEmpty());
  }

  /// A line of a page as a reader sees it.
  ///
  /// @param nodes its texts, in their order
  private record PageLine(String text, List<TextNode> nodes) {

    private static final String BREAKING =
        "p, div, tr, table, li, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, br, hr, section, article, header, footer, pre";

    static List<PageLine> all(Document page) {
      List<PageLine> lines = new ArrayList<>();
      List<TextNode> open = new ArrayList<>();
      page.body()
          .traverse(
              new NodeVisitor() {
                @Override
                public void head(Node node, int depth) {
                  if (node instanceof TextNode text && !text.isBlank()) {
                    open.add(text);
                  } else if (node instanceof Element element && element.is(BREAKING)) {
                    close(lines, open);
                  }
                }

                @Override
                public void tail(Node node, int depth) {
                  if (node instanceof Element element && element.is(BREAKING)) {
                    close(lines, open);
                  }
                }
              });
      close(lines, open);
      return lines;
    }

    private static void close(List<PageLine> lines, List<TextNode> open) {
      if (!open.isEmpty()) {
        lines.add(new PageLine(shown(open), List.copyOf(open)));
        open.clear();
      }
    }

    /// An address that only a link tells is told with its name.
    private static String shown(List<TextNode> nodes) {
      String text =
          nodes.stream()
              .map(TextNode::getWholeText)
              .collect(Collectors.joining())
              .replaceAll("[\\s\\u00a0]+", " ")
              .strip();
      return text.contains("@")
          ? text
          : nodes.stream()
              .map(TextNode::parent)
              .filter(Objects::nonNull)
              .map(parent -> parent.attr("href"))
              .filter(href -> href.startsWith("mailto:"))
              .findFirst()
              .map(href -> text + " <" + href.substring("mailto:".length()) + ">")
              .orElse(text);
    }

    List<Element> parents() {
      Element parent = nodes.getFirst().parent();
      return parent == null
          ? List.of()
          : Stream.concat(Stream.of(parent), parent.parents().stream()).toList();
    }

    void remove() {
      for (TextNode node : nodes) {
        Element around = node.parent();
        node.remove();
        if (around != null && around.normalName().equals("a") && around.childNodeSize() == 0) {
          around.remove();
        }
      }
    }
  }
}
