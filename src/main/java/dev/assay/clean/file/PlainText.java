package dev.assay.clean.file;

import dev.assay.article.Paragraph;
import dev.assay.clean.text.Paragraphs;
import dev.assay.clean.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/// Cuts a plain text into a title and paragraphs.
public final class PlainText {

  private static final int LONGEST_TITLE = 160;

  /// Lines this long, on average, were broken by a program and not by the writer.
  private static final int WRAPPED = 55;

  private static final String ENDS = ".!?…。！？”\"»’」』;；:：,，、";

  private PlainText() {}

  public static TextDocument read(String text) {
    Paragraphs paragraphs = new Paragraphs();
    String title = "";
    for (List<String> group : groups(text)) {
      List<String> lines = group;
      if (group.size() > 1 && isUnderline(group.get(1))) {
        if (title.isEmpty() && paragraphs.isEmpty()) {
          title = group.getFirst();
        } else {
          paragraphs.add(Paragraph.Kind.HEADING, group.getFirst());
        }
        lines = group.subList(2, group.size());
      }
      for (String one : lines.isEmpty() ? lines : entries(lines)) {
        if (title.isEmpty() && paragraphs.isEmpty() && isTitle(one)) {
          title = one;
        } else if (isItem(one)) {
          paragraphs.add(Paragraph.Kind.LIST, one.substring(1).strip());
        } else {
          paragraphs.add(Paragraph.Kind.TEXT, one);
        }
      }
    }
    return TextDocument.of(title, paragraphs.list());
  }

  /// The paragraphs of lines without a blank one between them.
  private static List<String> entries(List<String> lines) {
    if (isItem(lines.getFirst())) {
      return items(lines);
    }
    return isWrapped(lines) ? List.of(join(lines)) : lines;
  }

  private static List<String> items(List<String> lines) {
    List<String> items = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : lines) {
      if (isItem(line) && !open.isEmpty()) {
        items.add(open.toString());
        open.setLength(0);
      }
      append(line, open);
    }
    items.add(open.toString());
    return items;
  }

  private static boolean isItem(String line) {
    return line.length() > 2 && "-*•·–".indexOf(line.charAt(0)) >= 0 && line.charAt(1) == ' ';
  }

  private static boolean isUnderline(String line) {
    char first = line.charAt(0);
    return line.length() >= 3
        && "=-~".indexOf(first) >= 0
        && line.chars().allMatch(c -> c == first);
  }

  /// Lines in the visible form, parted where a line is blank.
  private static List<List<String>> groups(String text) {
    List<List<String>> groups = new ArrayList<>();
    List<String> group = new ArrayList<>();
    for (String raw : text.lines().toList()) {
      String line = VisibleText.of(raw);
      if (!line.isEmpty()) {
        group.add(line);
      } else if (!group.isEmpty()) {
        groups.add(group);
        group = new ArrayList<>();
      }
    }
    groups.add(group);
    return groups;
  }

  static boolean isTitle(String line) {
    return line.length() <= LONGEST_TITLE && ENDS.indexOf(line.charAt(line.length() - 1)) < 0;
  }

  /// Whether all lines but the last are about as long as each other, and long.
  private static boolean isWrapped(List<String> lines) {
    if (lines.size() < 2) {
      return false;
    }
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    int open = 0;
    for (int i = 0; i < lines.size() - 1; i++) {
      int size = displaySize(lines.get(i));
      shortest = Math.min(shortest, size);
      longest = Math.max(longest, size);
      open += ENDS.indexOf(lines.get(i).charAt(lines.get(i).length() - 1)) < 0 ? 1 : 0;
    }
    return longest <= 110
        && longest >= WRAPPED
        && shortest > longest * 0.6
        && open * 2 >= lines.size() - 1;
  }

  /// Columns on a terminal, where an ideograph takes two.
  private static int displaySize(String line) {
    return line.length() + (int) line.chars().filter(c -> VisibleText.isWide((char) c)).count();
  }

  /// Joins lines: no space between ideographs, none after a hyphen that breaks a word.
  static String join(List<String> lines) {
    StringBuilder joined = new StringBuilder();
    lines.forEach(line -> append(line, joined));
    return joined.toString();
  }

  /// Appends a line to the lines before it; an empty one adds nothing.
  static void append(String line, StringBuilder joined) {
    if (!joined.isEmpty() && !line.isEmpty()) {
      int last = joined.length() - 1;
      char before = joined.charAt(last);
      char after = line.charAt(0);
      boolean broken =
          before == '-'
              && last > 0
              && Character.isLowerCase(joined.charAt(last - 1))
              && Character.isLowerCase(after);
      if (broken) {
        joined.setLength(last);
      } else if (!(VisibleText.isWide(before) && VisibleText.isWide(after)
          || isWideMark(before)
          || isWideMark(after))) {
        joined.append(' ');
      }
    }
    joined.append(line);
  }

  static boolean isWideMark(char c) {
    return c >= '\u3001' && c <= '\u301f' || c >= '\uff01' && c <= '\uff65' || c == '“' || c == '”';
  }
}
