package dev.assay.clean.text;

import dev.assay.article.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Reads a table of data as rows of cells, or finds that a table only arranges the page.
///
/// A table of data has two or more rows, two or more columns in most of them, no table inside, and
/// cells of a few words. All reading on one page shares a budget of nodes, so that tables within
/// tables cost no more than the page is long.
public final class TableReader {

  private static final int BUDGET = 300_000;
  private static final int LONGEST_CELL = 300;
  private static final int MOST_ROWS = 2_000;

  /// Above this share of text in links a table is a menu.
  private static final double MENU = 0.6;

  private String caption = "";
  private int budget = BUDGET;
  private int size;
  private int links;
  private int linkSize;
  private int linkDepth;

  /// The cell that is open; null between cells.
  private @Nullable StringBuilder cell;

  /// The rows of a table of data; empty if it is none.
  public List<List<String>> read(Element table) {
    caption = "";
    size = 0;
    links = 0;
    linkSize = 0;
    linkDepth = 0;
    List<List<String>> rows = new ArrayList<>();
    return readInto(table, rows) && isData(rows) ? rows : List.of();
  }

  /// What the table's own caption says; empty if it has none.
  public String caption() {
    return caption;
  }

  public int links() {
    return links;
  }

  public int linkSize() {
    return linkSize;
  }

  public static String text(List<List<String>> rows) {
    return rows.stream()
        .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
        .map(row -> String.join(Paragraph.CELL, row).strip())
        .collect(Collectors.joining("\n"));
  }

  /// Whether the whole table could be read as rows and cells.
  private boolean readInto(Element table, List<List<String>> rows) {
    cell = null;
    Node node = table;
    while (budget-- > 0) {
      if (!node.equals(table) && !enter(node, rows)) {
        return false;
      }
      Node next = isSkipped(node) ? null : node.firstChild();
      Node left = node;
      while (next == null) {
        leave(left, rows);
        Node above = left.parent();
        if (left.equals(table) || above == null) {
          return true;
        }
        next = left.nextSibling();
        left = above;
      }
      node = next;
    }
    return false;
  }

  /// Whether the table can still be one of data with this node.
  private boolean enter(Node node, List<List<String>> rows) {
    return switch (node) {
      case TextNode text when cell != null -> add(text.getWholeText(), cell);
      case Element element -> enter(element, rows);
      case Node _ -> true;
    };
  }

  private boolean add(String text, StringBuilder to) {
    int added = VisibleText.append(text, to);
    size += added;
    linkSize += linkDepth > 0 ? added : 0;
    return to.length() <= LONGEST_CELL;
  }

  private boolean enter(Element element, List<List<String>> rows) {
    switch (Tags.of(element.normalName())) {
      case TABLE, HEADING -> {
        return false;
      }
      case ROW -> {
        if (element.normalName().equals("tr")) {
          rows.add(new ArrayList<>());
        }
        cell = null;
      }
      case CELL -> {
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
          return false;
        }
        cell = new StringBuilder();
        rows.getLast().add("");
      }
      case LINK -> {
        links++;
        linkDepth++;
      }
      case BREAK, BLOCK, PARAGRAPH, ITEM -> {
        if (element.normalName().equals("caption")) {
          caption = VisibleText.of(element.wholeText());
        } else if (cell != null) {
          VisibleText.append(" ", cell);
        }
      }
      case SKIP, FURNITURE, QUOTE, CAPTION, RULE, BOLD, META, INLINE -> {}
    }
    return true;
  }

  private void leave(Node node, List<List<String>> rows) {
    if (node instanceof Element left) {
      if (left.normalName().equals("a")) {
        linkDepth--;
      } else if (cell != null && Tags.of(left.normalName()) == Tags.Role.CELL) {
        rows.getLast().set(rows.getLast().size() - 1, cell.toString().strip());
        cell = null;
      }
    }
  }

  private static boolean isSkipped(Node node) {
    return node instanceof Element inner && Tags.of(inner.normalName()) == Tags.Role.SKIP;
  }

  private boolean isData(List<List<String>> rows) {
    long wide = rows.stream().filter(row -> row.size() >= 2).count();
    return wide >= 2 && wide * 2 >= rows.size() && linkSize <= MENU * size;
  }
}
