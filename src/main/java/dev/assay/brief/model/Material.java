package dev.assay.brief.model;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Numbered lines that a model reads, and the paragraphs each rests on.
public final class Material {

  /// One line: for a document its paragraph of the same number.
  record Line(int number, String text, Set<Integer> paragraphs) {}

  private final String title;
  private final Map<Integer, Line> lines = new TreeMap<>();

  Material(String title, List<Line> lines) {
    this.title = title;
    lines.forEach(line -> this.lines.put(line.number(), line));
  }

  /// The paragraphs of `article` but those in `without`.
  static Material of(Article article, Set<Integer> without) {
    return new Material(
        article.title(),
        article.paragraphs().stream()
            .filter(paragraph -> !without.contains(paragraph.number()))
            .map(Material::line)
            .toList());
  }

  private static Line line(Paragraph paragraph) {
    String kind =
        switch (paragraph.kind()) {
          case HEADING -> "(heading) ";
          case TABLE -> "(table) ";
          case CAPTION -> "(caption) ";
          case TEXT, LIST, QUOTE -> "";
        };
    return new Line(
        paragraph.number(),
        kind + paragraph.text().replace("\n", " ; "),
        Set.of(paragraph.number()));
  }

  List<Line> lines() {
    return List.copyOf(lines.values());
  }

  /// The paragraphs that the lines with these numbers rest on; a number that no line has counts for
  /// nothing.
  List<Integer> paragraphs(List<Integer> numbers) {
    Set<Integer> found = new TreeSet<>();
    for (int number : numbers) {
      Line line = lines.get(number);
      if (line != null) {
        found.addAll(line.paragraphs());
      }
    }
    return List.copyOf(found);
  }

  Material only(Set<Integer> numbers) {
    return new Material(
        title, lines().stream().filter(line -> numbers.contains(line.number())).toList());
  }

  /// Between two marks that the document cannot know.
  String asData() {
    String text =
        lines.values().stream()
            .map(line -> "[%d] %s".formatted(line.number(), line.text()))
            .collect(Collectors.joining("\n"));
    String mark = "=====" + hash(title + text).substring(0, 16) + "=====";
    return "%s\nTitle: %s\n%s\n%s".formatted(mark, title.replace('\n', ' '), text, mark);
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What tells a sentence about these words from any other, its blanks apart.
  static String key(String sentence, List<String> cited) {
    String plain = sentence.strip().replaceAll("\\s+", " ");
    return hash(plain + "\n" + String.join("\n", cited)).substring(0, 32);
  }

  /// What tells this article's text from any other, whatever document it stands in.
  public static byte[] textHash(Article article) {
    return sha256(
        article.title()
            + article.paragraphs().stream()
                .map(paragraph -> "\n" + paragraph.kind().word() + "\t" + paragraph.text())
                .collect(Collectors.joining()));
  }

  /// Cuts the lines into pieces of at most `tokens`, at a heading where one is near.
  List<Material> pieces(int tokens) {
    List<Material> pieces = new ArrayList<>();
    List<Line> piece = new ArrayList<>();
    int size = 0;
    for (Line line : lines.values()) {
      for (Line part : parts(line, tokens)) {
        int own = tokens(part.text());
        boolean section = part.text().startsWith("(heading)") && size > tokens / 2;
        if (!piece.isEmpty() && (size + own > tokens || section)) {
          pieces.add(new Material(title, piece));
          piece = new ArrayList<>();
          size = 0;
        }
        piece.add(part);
        size += own;
      }
    }
    pieces.add(new Material(title, piece));
    return pieces;
  }

  /// A line that alone is too long, cut short: what is past its head is not shown to the model.
  private static List<Line> parts(Line line, int tokens) {
    if (tokens(line.text()) <= tokens) {
      return List.of(line);
    }
    int end = Math.min(line.text().length(), tokens / 2);
    return List.of(new Line(line.number(), line.text().substring(0, end), line.paragraphs()));
  }

  /// An upper estimate over tokenisers: 1.2 for a Chinese character, one for three others.
  static int tokens(String text) {
    int han = (int) text.chars().filter(c -> c >= 0x2e80).count();
    return 8 + han * 6 / 5 + (text.length() - han) / 3;
  }
}
