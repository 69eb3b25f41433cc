package dev.assay.analyze.quantity;

import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.List;

/// One paragraph, read once: its sentences and its numbers. Who has which of them is told by a
/// claim.
///
/// @param paragraph its number, from 1
/// @param sentences in order; they never overlap
public record TextReading(
    int paragraph,
    Paragraph.Kind kind,
    String text,
    List<Span> sentences,
    QuantityExtractor.Reading numbers) {

  public TextReading {
    sentences = List.copyOf(sentences);
  }

  /// The same paragraph with other numbers.
  TextReading with(QuantityExtractor.Reading other) {
    return new TextReading(paragraph, kind, text, sentences, other);
  }

  /// The same paragraph in parts of whole sentences, each part no longer than `longest`: what is
  /// compared with all that stands with it takes time in proportion to the text then. A sentence
  /// that is longer itself is none, and in no part.
  public List<TextReading> parts(int longest) {
    if (text.length() <= longest) {
      return List.of(this);
    }
    List<TextReading> parts = new ArrayList<>();
    List<Span> together = new ArrayList<>();
    for (Span sentence : sentences) {
      if (!together.isEmpty() && sentence.end() - together.getFirst().start() > longest) {
        parts.add(new TextReading(paragraph, kind, text, together, numbers));
        together.clear();
      }
      if (sentence.end() - sentence.start() <= longest) {
        together.add(sentence);
      }
    }
    if (!together.isEmpty()) {
      parts.add(new TextReading(paragraph, kind, text, together, numbers));
    }
    return parts;
  }

  /// The sentences from `from` on; one that begins before it begins there.
  public List<Span> sentencesFrom(int from) {
    return sentences.stream()
        .filter(sentence -> sentence.end() > from)
        .map(sentence -> new Span(Math.max(from, sentence.start()), sentence.end()))
        .toList();
  }
}
