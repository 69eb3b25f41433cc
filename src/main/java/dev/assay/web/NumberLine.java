package dev.assay.web;

import dev.assay.analyze.text.Sentences;
import dev.assay.article.Article;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.topic.ArticlePage;
import java.util.ArrayList;
import java.util.List;

/// A number of a brief in the article's list of checks.
///
/// @param order from 1, through the whole brief
/// @param words the number as the brief writes it
/// @param paragraph where it stands, or what comes nearest; else the first that its sentence cites
/// @param quote the article's sentence there, with the words of the number marked; empty if nothing
///   comes near
public record NumberLine(
    int order, String words, CheckedNumber number, int paragraph, List<Piece> quote) {

  public NumberLine {
    quote = List.copyOf(quote);
  }

  /// The numbers of the article's brief, in its order.
  public static List<NumberLine> of(ArticlePage page) {
    Brief brief = page.brief();
    List<NumberLine> lines = new ArrayList<>();
    if (brief != null) {
      brief
          .sentences()
          .forEach(
              sentence ->
                  sentence
                      .numbers()
                      .forEach(
                          number ->
                              lines.add(of(lines.size() + 1, sentence, number, page.article()))));
    }
    return List.copyOf(lines);
  }

  private static NumberLine of(
      int order, BriefSentence sentence, CheckedNumber number, Article article) {
    String words = number.span().in(sentence.text());
    Citation evidence = number.evidence();
    return evidence == null
        ? new NumberLine(
            order, words, number, sentence.citations().getFirst().paragraph(), List.of())
        : new NumberLine(order, words, number, evidence.paragraph(), quote(evidence, article));
  }

  private static List<Piece> quote(Citation evidence, Article article) {
    String text = article.paragraph(evidence.paragraph()).text();
    Span around =
        Sentences.of(text).stream()
            .filter(sentence -> sentence.contains(evidence.span()))
            .findFirst()
            .orElse(new Span(0, text.length()));
    return Piece.within(text, around, List.of(evidence.span()));
  }
}
