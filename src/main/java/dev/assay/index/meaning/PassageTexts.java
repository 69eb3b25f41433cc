package dev.assay.index.meaning;

import dev.assay.analyze.text.Sentences;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.List;

/// Cuts an article into passages of one paragraph each, long ones between sentences. What is read
/// for a passage begins with what leads up to it: the title, or headings and lines too short to
/// stand alone.
public final class PassageTexts {

  /// Longest passage, in Chinese characters. Models of this kind are trained on some 512 tokens,
  /// and a vector of a shorter text says more of each of its sentences.
  private static final double LONGEST = 300;

  /// A shorter paragraph leads up to the next.
  private static final double SHORTEST = 12;

  /// Passages of one article; a longer one has vectors for its beginning only.
  private static final int MOST = 64;

  /// What a Latin letter weighs beside a Chinese character, which is a token of its own.
  private static final double LATIN = 0.3;

  private PassageTexts() {}

  /// One passage of an article.
  ///
  /// @param span its place in the paragraph
  /// @param text what the vector is made of
  public record PassageText(int paragraph, Span span, String text) {}

  public static List<PassageText> of(Article article) {
    List<PassageText> passages = new ArrayList<>();
    String lead = article.title() + "\n";
    for (Paragraph paragraph : article.paragraphs()) {
      if (passages.size() >= MOST) {
        break;
      }
      if (leads(paragraph)) {
        lead = lead + paragraph.text() + "\n";
        continue;
      }
      for (Span span : stretches(paragraph.text())) {
        passages.add(new PassageText(paragraph.number(), span, lead + span.in(paragraph.text())));
        lead = "";
      }
    }
    return passages.isEmpty() ? alone(article) : List.copyOf(passages);
  }

  private static boolean leads(Paragraph paragraph) {
    return paragraph.kind() == Paragraph.Kind.HEADING || weight(paragraph.text()) < SHORTEST;
  }

  /// An article of short lines only is one passage.
  private static List<PassageText> alone(Article article) {
    if (article.paragraphs().isEmpty()) {
      return List.of();
    }
    StringBuilder text = new StringBuilder(article.title());
    article.paragraphs().forEach(paragraph -> text.append('\n').append(paragraph.text()));
    Paragraph first = article.paragraphs().getFirst();
    Span span = new Span(0, first.text().length());
    return List.of(new PassageText(first.number(), span, text.toString()));
  }

  private static List<Span> stretches(String text) {
    if (weight(text) <= LONGEST) {
      return List.of(new Span(0, text.length()));
    }
    List<Span> stretches = new ArrayList<>();
    for (Span sentence : Sentences.of(text)) {
      Span last = stretches.isEmpty() ? null : stretches.getLast();
      if (last != null && weight(text.substring(last.start(), sentence.end())) <= LONGEST) {
        stretches.set(stretches.size() - 1, new Span(last.start(), sentence.end()));
      } else {
        stretches.add(sentence);
      }
    }
    return stretches;
  }

  private static double weight(String text) {
    long han = text.chars().filter(c -> HanScript.isHan((char) c)).count();
    return han + LATIN * (text.length() - han);
  }
}
