package dev.assay.clean.file;

import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.clean.text.Paragraphs;
import dev.assay.clean.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads Markdown (CommonMark's common part, pipe tables, front matter) line by line.
public final class MarkdownText {

  private final Paragraphs paragraphs = new Paragraphs();
  private final List<String> open = new ArrayList<>();
  private Paragraph.Kind kind = Paragraph.Kind.TEXT;
  private String title = "";
  private @Nullable String date;
  private final List<String> authors = new ArrayList<>();
  private Language language = Language.UNKNOWN;

  private MarkdownText() {}

  public static TextDocument read(String text) {
    MarkdownText reader = new MarkdownText();
    List<String> lines = text.lines().toList();
    int start = reader.frontMatter(lines);
    boolean fenced = false;
    for (String line : lines.subList(start, lines.size())) {
      String stripped = line.strip();
      if (stripped.startsWith("```") || stripped.startsWith("~~~")) {
        reader.close();
        fenced = !fenced;
      } else if (fenced) {
        reader.paragraphs.add(Paragraph.Kind.TEXT, VisibleText.of(line));
      } else {
        reader.line(stripped);
      }
    }
    reader.close();
    return new TextDocument(
        reader.title,
        reader.authors,
        reader.date,
        null,
        "",
        reader.language,
        reader.paragraphs.list());
  }

  /// Reads `key: value` lines between `---` lines; returns the number of the first line after them.
  private int frontMatter(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
      return 0;
    }
    for (int i = 1; i < Math.min(lines.size(), 60); i++) {
      String line = lines.get(i).strip();
      if (line.equals("---")) {
        return i + 1;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        field(line.substring(0, colon).strip(), unquoted(line.substring(colon + 1).strip()));
      }
    }
    return 0;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && "\"'".indexOf(value.charAt(0)) >= 0
            && value.endsWith(value.substring(0, 1));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private void field(String key, String value) {
    switch (key) {
      case "title" -> title = VisibleText.of(value);
      case "date", "published" -> date = value;
      case "author", "authors" -> {
        if (!value.isBlank()) {
          authors.add(VisibleText.of(value));
        }
      }
      case "lang", "language" -> language = Language.parse(value);
      case String _ -> {}
    }
  }

  private void line(String line) {
    if (line.isEmpty()) {
      close();
    } else if (line.startsWith("#")) {
      close();
      heading(line);
    } else if (isRule(line)) {
      underline(line);
    } else if (line.startsWith("|")) {
      start(Paragraph.Kind.TABLE, line);
    } else if (line.startsWith(">")) {
      start(Paragraph.Kind.QUOTE, line.substring(1).strip());
    } else if (itemStart(line) > 0) {
      close();
      start(Paragraph.Kind.LIST, line.substring(itemStart(line)).strip());
    } else if (kind == Paragraph.Kind.TABLE && !open.isEmpty()) {
      close();
      start(Paragraph.Kind.TEXT, line);
    } else {
      open.add(line);
    }
  }

  private void start(Paragraph.Kind next, String line) {
    if (kind != next) {
      close();
    }
    kind = next;
    open.add(line);
  }

  private void heading(String line) {
    int level = 0;
    while (level < line.length() && line.charAt(level) == '#') {
      level++;
    }
    String text = inline(withoutClosingMarks(line.substring(level).strip()));
    if (level == 1 && title.isEmpty() && paragraphs.isEmpty()) {
      title = text;
    } else if (!text.equals(title)) {
      paragraphs.add(Paragraph.Kind.HEADING, text);
    }
  }

  private static String withoutClosingMarks(String heading) {
    int end = heading.length();
    while (end > 0 && heading.charAt(end - 1) == '#') {
      end--;
    }
    return heading.substring(0, end);
  }

  private static boolean isRule(String line) {
    return line.length() >= 3
        && line.chars().allMatch(c -> c == line.charAt(0) || c == ' ')
        && "-*_=".indexOf(line.charAt(0)) >= 0;
  }

  /// A line of `=` or `-` under one line of text makes it a heading; else it is a rule.
  private void underline(String line) {
    if (open.size() == 1 && kind == Paragraph.Kind.TEXT && "=-".indexOf(line.charAt(0)) >= 0) {
      String text = open.getFirst();
      open.clear();
      heading((line.charAt(0) == '=' ? "# " : "## ") + text);
    } else {
      close();
    }
  }

  /// Where the text of a list item begins, or 0 if the line is none.
  private static int itemStart(String line) {
    if (line.length() > 1 && "-*+•".indexOf(line.charAt(0)) >= 0 && line.charAt(1) == ' ') {
      return 2;
    }
    int digits = 0;
    while (digits < line.length() && digits < 4 && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    boolean numbered =
        digits > 0
            && line.length() > digits + 1
            && ".)".indexOf(line.charAt(digits)) >= 0
            && line.charAt(digits + 1) == ' ';
    return numbered ? digits + 2 : 0;
  }

  private void close() {
    if (!open.isEmpty()) {
      if (kind == Paragraph.Kind.TABLE) {
        paragraphs.add(kind, table());
      } else {
        paragraphs.add(kind, inline(PlainText.join(open)));
      }
      open.clear();
    }
    kind = Paragraph.Kind.TEXT;
  }

  private String table() {
    List<String> rows = new ArrayList<>();
    for (String line : open) {
      if (!line.chars().allMatch(c -> "|-: ".indexOf(c) >= 0)) {
        String inner =
            line.substring(
                1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
        List<String> cells = new ArrayList<>();
        for (String cell : inner.split("\\|", -1)) {
          cells.add(inline(cell));
        }
        rows.add(String.join(Paragraph.CELL, cells).strip());
      }
    }
    return String.join("\n", rows);
  }

  /// Text without the marks of emphasis, code, links and pictures.
  private static String inline(String text) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        out.append(text.charAt(i + 1));
        i += 2;
      } else if (c == '!' && i + 1 < text.length() && text.charAt(i + 1) == '[') {
        i = linkEnd(text, i + 1, null);
      } else if (c == '[') {
        i = linkEnd(text, i, out);
      } else if (c == '`' || c == '*' && isMark(text, i) || c == '_' && isUnderscoreMark(text, i)) {
        i++;
      } else {
        out.append(c);
        i++;
      }
    }
    return VisibleText.of(out.toString());
  }

  /// An asterisk with space on both sides is an asterisk.
  private static boolean isMark(String text, int at) {
    boolean before = at == 0 || text.charAt(at - 1) == ' ';
    boolean after = at + 1 == text.length() || text.charAt(at + 1) == ' ';
    return !(before && after);
  }

  private static boolean isUnderscoreMark(String text, int at) {
    boolean before = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    boolean after = at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    return before != after;
  }

  private static final int LONGEST_LINK = 2_000;

  /// Past a link `[text](address)` whose bracket is at `at`; its text is added to `out`.
  private static int linkEnd(String text, int at, @Nullable StringBuilder out) {
    int close = indexWithin(text, ']', at);
    if (close < 0) {
      if (out != null) {
        out.append('[');
      }
      return at + 1;
    }
    boolean link = close + 1 < text.length() && text.charAt(close + 1) == '(';
    int end = link ? indexWithin(text, ')', close) : close;
    if (out != null) {
      out.append(link ? text.substring(at + 1, close) : text.substring(at, close + 1));
    }
    return end < 0 ? close + 1 : end + 1;
  }

  /// The next `c` within the length of a link, or -1.
  private static int indexWithin(String text, char c, int from) {
    int end = Math.min(text.length(), from + LONGEST_LINK);
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }
}
