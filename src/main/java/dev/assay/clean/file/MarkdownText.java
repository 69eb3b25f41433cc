package dev.assay.clean.file;

import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.clean.text.Paragraphs;
import dev.assay.clean.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// Reads Markdown: CommonMark, tables, and the head that writers put for programs. Marks become the
/// kinds of paragraphs; pictures and addresses of links are left out.
///
/// Walks the tree without recursion, however deep it is.
public final class MarkdownText {

  /// Quotes and lists in each other: a text has a few, an attack has thousands.
  private static final int DEEPEST = 100;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), YamlFrontMatterExtension.create()))
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();

  private final Paragraphs paragraphs = new Paragraphs();
  private String title = "";

  private MarkdownText() {}

  public static TextDocument read(String text) {
    Node document = PARSER.parse(text);
    YamlFrontMatterVisitor head = new YamlFrontMatterVisitor();
    document.accept(head);
    MarkdownText reader = new MarkdownText();
    reader.title = first(head, "title").map(VisibleText::of).orElse("");
    Node node = document.getFirstChild();
    while (node != null) {
      node = reader.take(node) ? after(node, document) : next(node, document);
    }
    return new TextDocument(
        reader.title,
        all(head, "author", "authors").stream().map(VisibleText::of).toList(),
        first(head, "date", "published").orElse(null),
        null,
        "",
        first(head, "lang", "language").map(Language::parse).orElse(Language.UNKNOWN),
        reader.paragraphs.list());
  }

  /// Takes a block that holds text itself; whether what stands in it has been read by that.
  private boolean take(Node block) {
    switch (block) {
      case Heading heading -> heading(heading);
      case TableBlock table -> paragraphs.add(Paragraph.Kind.TABLE, table(table));
      case org.commonmark.node.Paragraph text -> paragraphs.add(kind(text), inline(text));
      case FencedCodeBlock code -> lines(code.getLiteral());
      case IndentedCodeBlock code -> lines(code.getLiteral());
      case HtmlBlock html ->
          paragraphs.add(
              Paragraph.Kind.TEXT, VisibleText.of(Jsoup.parse(html.getLiteral()).text()));
      case Node _ -> {
        return false;
      }
    }
    return true;
  }

  private void heading(Heading heading) {
    String text = inline(heading);
    if (heading.getLevel() == 1 && title.isEmpty() && paragraphs.isEmpty()) {
      title = text;
    } else if (!text.equals(title)) {
      paragraphs.add(Paragraph.Kind.HEADING, text);
    }
  }

  private void lines(String code) {
    code.lines().forEach(line -> paragraphs.add(Paragraph.Kind.TEXT, VisibleText.of(line)));
  }

  private static Paragraph.Kind kind(Node text) {
    return switch (text.getParent()) {
      case ListItem _ -> Paragraph.Kind.LIST;
      case BlockQuote _ -> Paragraph.Kind.QUOTE;
      case Node _ -> Paragraph.Kind.TEXT;
    };
  }

  private static String table(TableBlock table) {
    List<String> rows = new ArrayList<>();
    for (Node node = table.getFirstChild(); node != null; node = after(node, table)) {
      while (node.getFirstChild() != null && !(node instanceof TableRow)) {
        node = node.getFirstChild();
      }
      if (node instanceof TableRow row) {
        rows.add(row(row));
      }
    }
    return String.join("\n", rows);
  }

  private static String row(TableRow row) {
    List<String> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      cells.add(cell instanceof TableCell ? inline(cell) : "");
    }
    return String.join(Paragraph.CELL, cells).strip();
  }

  /// The words of a block on one line: lines are joined as those of a plain text.
  private static String inline(Node block) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    Node node = block.getFirstChild();
    while (node != null) {
      switch (node) {
        case Text text -> line.append(text.getLiteral());
        case Code code -> line.append(code.getLiteral());
        case SoftLineBreak _, HardLineBreak _ -> {
          lines.add(VisibleText.of(line.toString()));
          line.setLength(0);
        }
        case Node _ -> {}
      }
      node = node instanceof Image ? after(node, block) : next(node, block);
    }
    lines.add(VisibleText.of(line.toString()));
    return PlainText.join(lines);
  }

  /// The next node below `root` in the order of the text.
  private static @Nullable Node next(Node node, Node root) {
    return node.getFirstChild() != null ? node.getFirstChild() : after(node, root);
  }

  /// The next node below `root` that does not stand in `node`.
  private static @Nullable Node after(Node node, Node root) {
    Node at = node;
    while (at != root && at.getNext() == null) {
      at = at.getParent();
    }
    return at == root ? null : at.getNext();
  }

  private static Optional<String> first(YamlFrontMatterVisitor head, String... keys) {
    return all(head, keys).stream().findFirst();
  }

  private static List<String> all(YamlFrontMatterVisitor head, String... keys) {
    Map<String, List<String>> fields = head.getData();
    List<String> found = new ArrayList<>();
    for (String key : keys) {
      fields.getOrDefault(key, List.of()).stream()
          .filter(value -> !value.isBlank())
          .forEach(found::add);
    }
    return found;
  }
}
