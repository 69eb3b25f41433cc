package dev.assay.clean.file;

import dev.assay.article.Paragraph;
import dev.assay.clean.text.Paragraphs;
import dev.assay.clean.text.VisibleText;
import dev.assay.lexicon.Boilerplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Puts the glyphs of a PDF together: to lines, columns, paragraphs and tables, in reading order.
///
/// A line is glyphs on one base line with no wide gap; a wide gap parts columns or cells. Rows of
/// three lines or more whose gaps stand above each other are a table. Lines that recur at the head
/// or foot of pages are running heads; small type at the foot of a page is a footnote, and follows
/// the page's text. Lines of one paragraph share their type size and stand close; a short line, an
/// indent or a wider gap ends it.
public final class PdfLayout {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern PAGE_SIGNS = Pattern.compile("[0-9\\s\\-–—/·|第页頁共]");
  private static final Pattern PAGE_WORD = Pattern.compile("(?i)^(page|seite|of|von|p)++\\.?$");

  /// The text of a PDF.
  ///
  /// @param title the largest type at its beginning, or empty
  /// @param opening the text of the first page's first lines, title included
  public record Laid(String title, String opening, List<Paragraph> paragraphs) {}

  /// In units of the type size.
  private static final float NEXT_LINE = 2.1f;

  /// Shares of the page's height within which running heads stand.
  private static final float MARGIN = 0.1f;

  private final List<PdfGlyphs.PdfPage> pages;
  private final Paragraphs paragraphs = new Paragraphs();
  private final Set<String> recurring = new HashSet<>();
  private final Map<Integer, Float> rightEdges = new HashMap<>();
  private final Map<Integer, Float> leftEdges = new HashMap<>();
  private final TreeMap<Integer, List<PdfLine>> notes = new TreeMap<>();
  private float bodySize;

  /// Whether the last paragraph announces a list; where the items of the open list begin, or -1.
  private boolean opensList;

  private float listEdge = -1;

  private PdfLayout(List<PdfGlyphs.PdfPage> pages) {
    this.pages = pages;
  }

  public static Laid of(List<PdfGlyphs.PdfPage> pages) {
    return new PdfLayout(pages).lay();
  }

  private Laid lay() {
    List<List<PdfLine>> lines = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      lines.add(PdfLine.of(pages.get(i).glyphs(), i));
    }
    bodySize = commonSize(lines);
    findRecurring(lines);
    findRightEdges(lines);
    List<PdfLine> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      for (PdfLine line : ordered(lines.get(i), pages.get(i).width())) {
        if (!isRunningHead(line)) {
          if (isFootnote(line)) {
            notes.computeIfAbsent(i, page -> new ArrayList<>()).add(line);
          } else {
            all.add(line);
          }
        }
      }
    }
    String title = title(all);
    String opening = String.join("", all.stream().limit(12).map(PdfLine::text).toList());
    join(withoutTitle(all, title));
    addNotes(pages.size());
    return new Laid(title, opening, paragraphs.list());
  }

  private static float commonSize(List<List<PdfLine>> pages) {
    Map<Integer, Integer> letters = new HashMap<>();
    pages.forEach(
        lines ->
            lines.forEach(
                line ->
                    letters.merge(
                        Math.round(line.size() * 2), line.text().length(), Integer::sum)));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> entry.getKey() / 2f)
        .orElse(10f);
  }

  /// Lines near the edges that stand on three pages or more, or on half of them, up to their
  /// digits.
  private void findRecurring(List<List<PdfLine>> lines) {
    Map<String, Set<Integer>> seen = new HashMap<>();
    lines.forEach(
        page ->
            page.stream()
                .filter(this::isAtEdge)
                .forEach(
                    line ->
                        seen.computeIfAbsent(withoutDigits(line.text()), key -> new HashSet<>())
                            .add(line.page())));
    int often = Math.max(2, Math.min(3, pages.size()));
    seen.forEach(
        (text, on) -> {
          if (on.size() >= often && pages.size() > 1) {
            recurring.add(text);
          }
        });
  }

  private boolean isAtEdge(PdfLine line) {
    float height = pages.get(line.page()).height();
    return line.y() < MARGIN * height || line.y() > (1 - MARGIN) * height;
  }

  private static String withoutDigits(String text) {
    return DIGITS.matcher(text).replaceAll("#");
  }

  private boolean isRunningHead(PdfLine line) {
    return isAtEdge(line)
        && (recurring.contains(withoutDigits(line.text())) || isPageNumber(line.text()));
  }

  private static boolean isPageNumber(String text) {
    String bare = PAGE_WORD.matcher(PAGE_SIGNS.matcher(text).replaceAll("")).replaceAll("");
    return bare.isEmpty() && text.length() <= 20;
  }

  private boolean isFootnote(PdfLine line) {
    return line.size() < 0.88f * bodySize
        && line.y() > 0.75f * pages.get(line.page()).height()
        && !isAtEdge(line);
  }

  /// Lines in reading order: down the left column and then the right, where a page has two.
  private static List<PdfLine> ordered(List<PdfLine> lines, float width) {
    List<PdfLine> ordered = new ArrayList<>();
    List<PdfLine> left = new ArrayList<>();
    List<PdfLine> right = new ArrayList<>();
    boolean columns = hasColumns(lines, width);
    for (PdfLine line : lines) {
      boolean whole = line.x() < 0.48f * width && line.end() > 0.52f * width;
      if (!columns || whole) {
        ordered.addAll(left);
        ordered.addAll(right);
        left.clear();
        right.clear();
        ordered.add(line);
      } else {
        (line.x() < 0.48f * width ? left : right).add(line);
      }
    }
    ordered.addAll(left);
    ordered.addAll(right);
    return ordered;
  }

  /// Whether most lines end before the middle or begin after it, on both sides, and are long.
  private static boolean hasColumns(List<PdfLine> lines, float width) {
    int left = 0;
    int right = 0;
    int whole = 0;
    for (PdfLine line : lines) {
      boolean isLong = line.end() - line.x() > 0.25f * width;
      left += isLong && line.end() < 0.53f * width ? 1 : 0;
      right += isLong && line.x() > 0.47f * width ? 1 : 0;
      whole += isLong && line.x() < 0.4f * width && line.end() > 0.6f * width ? 1 : 0;
    }
    return left >= 5 && right >= 5 && left + right > 2 * whole;
  }

  private String title(List<PdfLine> lines) {
    float largest = 0;
    for (PdfLine line : lines) {
      if (line.page() == 0 && line.text().length() > 1) {
        largest = Math.max(largest, line.size());
      }
    }
    if (largest < 1.15f * bodySize) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (PdfLine line : lines) {
      if (line.page() == 0 && line.size() > 0.97f * largest) {
        parts.add(line.text());
      } else if (!parts.isEmpty()) {
        break;
      }
    }
    return PlainText.join(parts);
  }

  private static List<PdfLine> withoutTitle(List<PdfLine> lines, String title) {
    if (title.isEmpty()) {
      return lines;
    }
    List<PdfLine> rest = new ArrayList<>();
    String left = title;
    for (PdfLine line : lines) {
      if (line.page() == 0 && !left.isEmpty() && left.startsWith(line.text())) {
        left = left.substring(line.text().length()).strip();
      } else {
        rest.add(line);
      }
    }
    return rest;
  }

  private void join(List<PdfLine> lines) {
    int i = 0;
    List<PdfLine> open = new ArrayList<>();
    while (i < lines.size()) {
      Table table = table(lines, i);
      if (table.rows().size() >= FEWEST_ROWS) {
        close(open);
        paragraphs.add(Paragraph.Kind.TABLE, String.join("\n", table.rows()));
        i = table.end();
        continue;
      }
      PdfLine line = lines.get(i);
      if (!open.isEmpty() && !continues(open, line)) {
        close(open);
      }
      if (open.isEmpty()) {
        addNotes(line.page());
      }
      open.add(line);
      i++;
    }
    close(open);
  }

  /// Adds the footnotes of the pages before `page`.
  private void addNotes(int page) {
    while (!notes.isEmpty() && notes.firstKey() < page) {
      List<PdfLine> lines = notes.pollFirstEntry().getValue();
      List<PdfLine> open = new ArrayList<>();
      for (PdfLine line : lines) {
        if (!open.isEmpty() && !continues(open, line)) {
          close(open);
        }
        open.add(line);
      }
      close(open);
    }
  }

  private static final int FEWEST_ROWS = 3;
  private static final int LONGEST_CELL = 60;

  /// Reads the table whose header row begins at `start`: rows whose words stand under the header's
  /// cells.
  private Table table(List<PdfLine> lines, int start) {
    int at = rowEnd(lines, start);
    if (at - start < 2) {
      return new Table(List.of(), start);
    }
    List<PdfLine> header = lines.subList(start, at);
    List<String> rows = new ArrayList<>();
    rows.add(String.join(Paragraph.CELL, header.stream().map(PdfLine::text).toList()));
    PdfLine before = header.getFirst();
    while (at < lines.size()) {
      int end = rowEnd(lines, at);
      PdfLine line = lines.get(at);
      boolean near =
          line.page() == before.page()
              && line.y() > before.y()
              && line.y() - before.y() < 3.5f * line.size();
      List<String> cells =
          near ? cells(lines.subList(at, Math.max(end, at + 1)), header) : List.of();
      if (cells.stream().filter(cell -> !cell.isEmpty()).count() < 2) {
        break;
      }
      rows.add(String.join(Paragraph.CELL, cells).strip());
      before = line;
      at = Math.max(end, at + 1);
    }
    return new Table(rows, at);
  }

  private record Table(List<String> rows, int end) {}

  /// The words of a row by the header cell under whose beginning they stand; empty if a word that
  /// begins no cell stands apart from the one before it.
  private static List<String> cells(List<PdfLine> row, List<PdfLine> header) {
    if (row.size() == header.size()) {
      return row.stream().map(PdfLine::text).toList();
    }
    List<List<PdfLine.Word>> cells = new ArrayList<>();
    header.forEach(cell -> cells.add(new ArrayList<>()));
    for (PdfLine piece : row) {
      for (PdfLine.Word word : piece.words()) {
        int column = 0;
        while (column + 1 < header.size()
            && word.x() >= header.get(column + 1).x() - 0.5f * piece.size()) {
          column++;
        }
        cells.get(column).add(word);
      }
    }
    for (int i = 0; i < cells.size(); i++) {
      boolean starts =
          cells.get(i).isEmpty()
              || Math.abs(cells.get(i).getFirst().x() - header.get(i).x())
                  < 0.6f * header.get(i).size();
      if (!starts) {
        return List.of();
      }
    }
    return cells.stream().map(PdfLine::joined).toList();
  }

  /// The end of the pieces that stand on one base line.
  private static int rowEnd(List<PdfLine> lines, int start) {
    int end = start;
    while (end < lines.size()
        && lines.get(end).page() == lines.get(start).page()
        && Math.abs(lines.get(end).y() - lines.get(start).y())
            < PdfLine.SAME_LINE * lines.get(start).size()
        && lines.get(end).text().length() <= LONGEST_CELL) {
      end++;
    }
    return end;
  }

  /// Whether a line goes on with the paragraph above it.
  private boolean continues(List<PdfLine> open, PdfLine line) {
    PdfLine last = open.getLast();
    if (Math.abs(line.size() - last.size()) > 0.12f * last.size()
        || line.bold() != last.bold() && !endsOpen(last)) {
      return false;
    }
    if (line.page() == last.page()
        && Math.abs(line.y() - last.y()) < PdfLine.SAME_LINE * line.size()) {
      return true;
    }
    if (line.page() != last.page() || line.y() < last.y()) {
      boolean midSentence = Character.isLowerCase(line.text().charAt(0));
      return endsOpen(last) && (midSentence || isFull(last, line));
    }
    if (line.y() - last.y() > NEXT_LINE * line.size() || isItem(line.text())) {
      return false;
    }
    boolean indented = line.x() > last.x() + 0.9f * line.size() && !isItem(last.text());
    boolean heading = line.bold() && last.bold() && endsOpen(last);
    return isFull(last, line) && !indented || heading && open.size() == 1 && isFull(last, line);
  }

  /// Whether a line is full: the first word of the next would not have fitted on it.
  private boolean isFull(PdfLine last, PdfLine next) {
    float room = widest(last) - last.end();
    return room < firstWord(next) + 0.6f * last.size();
  }

  private static float firstWord(PdfLine line) {
    String text = line.text();
    if (VisibleText.isWide(text.charAt(0))) {
      return 1.5f * line.size();
    }
    int space = text.indexOf(' ');
    int letters = space < 0 ? text.length() : space;
    return letters * (line.end() - line.x()) / text.length();
  }

  /// The right edge of the column that a line stands in: the furthest end of the lines of its page
  /// that begin at about the same place.
  private float widest(PdfLine line) {
    return rightEdges.getOrDefault(column(line), line.end());
  }

  /// The edge that nine in ten lines of a column do not pass: titles and tables do.
  private void findRightEdges(List<List<PdfLine>> pages) {
    Map<Integer, List<Float>> ends = new HashMap<>();
    pages.forEach(
        lines ->
            lines.forEach(
                line ->
                    ends.computeIfAbsent(column(line), key -> new ArrayList<>()).add(line.end())));
    for (int i = 0; i < pages.size(); i++) {
      List<Float> starts = new ArrayList<>(pages.get(i).stream().map(PdfLine::x).toList());
      starts.sort(Comparator.naturalOrder());
      if (!starts.isEmpty()) {
        leftEdges.put(i, starts.get(starts.size() / 20));
      }
    }
    ends.forEach(
        (column, all) -> {
          all.sort(Comparator.naturalOrder());
          rightEdges.put(column, all.get(Math.round(0.9f * (all.size() - 1))));
        });
  }

  private static int column(PdfLine line) {
    return line.page() * COLUMNS + Math.clamp(Math.round(line.x() / COLUMN_WIDTH), 0, COLUMNS - 1);
  }

  private static final int COLUMNS = 1_000;

  /// Points within which lines begin at the same place, an indent included.
  private static final int COLUMN_WIDTH = 60;

  private static boolean endsOpen(PdfLine line) {
    return ".!?…。！？”\"」』：:；;".indexOf(line.text().charAt(line.text().length() - 1)) < 0;
  }

  private static boolean isItem(String text) {
    return text.startsWith("•")
        || text.startsWith("·")
        || text.startsWith("– ")
        || text.startsWith("▪")
        || text.startsWith("■")
        || text.startsWith("◆");
  }

  private void close(List<PdfLine> open) {
    if (open.isEmpty()) {
      return;
    }
    String text = hyphensJoined(open);
    boolean larger = open.getFirst().size() > 1.12f * bodySize;
    boolean bold = open.stream().allMatch(PdfLine::bold);
    boolean heading = (larger || bold) && text.length() < 160 && endsOpen(open.getLast());
    boolean item = isItem(text) || isIndentedItem(open);
    listEdge = item ? open.getFirst().x() : -1;
    if (text.length() < 160 && Boilerplate.namesFigure(text)) {
      paragraphs.add(Paragraph.Kind.CAPTION, text);
      open.clear();
      return;
    }
    paragraphs.add(
        heading ? Paragraph.Kind.HEADING : item ? Paragraph.Kind.LIST : Paragraph.Kind.TEXT,
        isItem(text) ? text.substring(1).strip() : text);
    opensList = text.endsWith(":") || text.endsWith("：");
    open.clear();
  }

  /// Whether lines stand indented after a text that ends with a colon, or at the edge of the list
  /// item before: marks of lists are often drawn and not written.
  private boolean isIndentedItem(List<PdfLine> open) {
    PdfLine first = open.getFirst();
    if (listEdge >= 0) {
      return Math.abs(first.x() - listEdge) < 1 && open.size() <= MOST_ITEM_LINES;
    }
    PdfLine last = open.getLast();
    float left = leftEdges.getOrDefault(first.page(), first.x());
    return opensList && first.x() > left + first.size() && last.x() > left + first.size();
  }

  private static final int MOST_ITEM_LINES = 8;

  /// Joins lines; a hyphen at a line's end is dropped between lower-case letters.
  private static String hyphensJoined(List<PdfLine> lines) {
    StringBuilder joined = new StringBuilder();
    for (PdfLine line : lines) {
      PlainText.append(line.text(), joined);
    }
    return joined.toString();
  }
}
