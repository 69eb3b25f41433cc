package dev.assay.clean.text;

import dev.assay.article.Paragraph;
import java.util.ArrayList;
import java.util.List;

/// Numbers paragraphs as they come.
public final class Paragraphs {

  private final List<Paragraph> paragraphs = new ArrayList<>();

  /// Adds a text in the visible form; a blank one is left out.
  public void add(Paragraph.Kind kind, String text) {
    if (!text.isBlank()) {
      paragraphs.add(new Paragraph(paragraphs.size() + 1, kind, text.strip()));
    }
  }

  public boolean isEmpty() {
    return paragraphs.isEmpty();
  }

  public List<Paragraph> list() {
    return List.copyOf(paragraphs);
  }

  /// All text, for the language detector.
  static String joined(List<Paragraph> paragraphs, int most) {
    StringBuilder text = new StringBuilder();
    for (Paragraph paragraph : paragraphs) {
      if (text.length() > most) {
        break;
      }
      text.append(paragraph.text()).append('\n');
    }
    return text.toString();
  }

  /// The first words of a text, for an article without a title.
  public static String firstWords(List<Paragraph> paragraphs, String otherwise) {
    if (paragraphs.isEmpty()) {
      return otherwise.isBlank() ? "Untitled" : otherwise;
    }
    String text = paragraphs.getFirst().text();
    int line = text.indexOf('\n');
    String first = line > 0 ? text.substring(0, line) : text;
    int end = firstSentenceEnd(first);
    return end < first.length() ? first.substring(0, end).strip() + "…" : first;
  }

  private static final int TITLE_SIZE = 80;

  private static int firstSentenceEnd(String text) {
    int size = 0;
    int space = 0;
    for (int i = 0; i < text.length(); i++) {
      size += VisibleText.isWide(text.charAt(i)) ? 2 : 1;
      if (text.charAt(i) == ' ' || VisibleText.isWide(text.charAt(i))) {
        space = i;
      }
      if (size > TITLE_SIZE) {
        int end = space > 0 ? space : i;
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
      }
    }
    return text.length();
  }
}
