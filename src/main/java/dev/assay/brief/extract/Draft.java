package dev.assay.brief.extract;

import dev.assay.analyze.Analysis;
import dev.assay.article.Article;
import java.util.List;

/// An article read for a brief.
///
/// @param words the words of each paragraph
/// @param candidates the sentences that can stand alone, in the order of the text
record Draft(
    Article article,
    Tongue tongue,
    List<ParagraphWords> words,
    Sections sections,
    List<CandidateSentence> candidates,
    Terms terms) {

  static Draft of(Analysis analysis) {
    Article article = analysis.article();
    Tongue tongue = Tongue.of(article.language());
    List<ParagraphWords> words =
        article.paragraphs().stream()
            .map(paragraph -> tongue.cutter().of(paragraph.text()))
            .toList();
    Terms terms = Terms.of(article, words, tongue.cutter().of(article.title()));
    Sections sections = new Sections(article, tongue);
    List<CandidateSentence> candidates = CandidateSentences.of(analysis, words, tongue, sections);
    return new Draft(article, tongue, words, sections, candidates, terms);
  }
}
