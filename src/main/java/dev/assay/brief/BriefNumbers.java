package dev.assay.brief;

import dev.assay.analyze.Analysis;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.check.Checker;
import dev.assay.check.Cited;
import dev.assay.check.NumberCheck;
import dev.assay.check.Source;
import dev.assay.cite.Citation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Checks every number of a brief against the paragraphs that its sentence cites, whoever made the
/// brief. Safe for use by many threads.
public final class BriefNumbers {

  private final Checker checker;

  public BriefNumbers(Checker checker) {
    this.checker = checker;
  }

  /// `brief` of the analysed article with the verdict on each of its numbers; nothing else is
  /// changed.
  public Brief check(Brief brief, Analysis analysis) {
    return check(
        brief,
        new Reading(
            analysis.article(),
            cited -> checker.of(cited.stream().map(analysis::paragraph).toList())));
  }

  /// The same for an article as the store gives it: the cited paragraphs alone are read.
  public Brief check(Brief brief, Article article) {
    return check(brief, reading(article));
  }

  /// `sentences`, which cite `article` alone, with the verdict on each of their numbers.
  public List<BriefSentence> check(List<BriefSentence> sentences, Article article) {
    return reading(article).checked(sentences);
  }

  private Reading reading(Article article) {
    return new Reading(
        article,
        cited ->
            checker.read(
                cited.stream().map(number -> cited(article, number)).toList(),
                article.publishedAt()));
  }

  private static Brief check(Brief brief, Reading reading) {
    return new Brief(
        brief.article(),
        brief.language(),
        reading.checked(brief.viewpoint()),
        brief.groups().stream()
            .map(group -> new BriefGroup(group.heading(), reading.checked(group.bullets())))
            .toList(),
        brief.maker(),
        brief.keyFigures());
  }

  /// A table with the line above it, where its scale may stand.
  private static Cited cited(Article article, int number) {
    Paragraph paragraph = article.paragraph(number);
    boolean table = paragraph.kind() == Paragraph.Kind.TABLE && number > 1;
    return new Cited(
        paragraph.text(), article.language(), table ? article.paragraph(number - 1).text() : null);
  }

  /// The cited paragraphs of one article, each set of them made ready once.
  private final class Reading {

    private final Article article;
    private final Function<List<Integer>, Source> reader;
    private final Map<List<Integer>, Source> sources = new HashMap<>();

    Reading(Article article, Function<List<Integer>, Source> reader) {
      this.article = article;
      this.reader = reader;
    }

    List<BriefSentence> checked(List<BriefSentence> sentences) {
      return sentences.stream().map(this::checked).toList();
    }

    private BriefSentence checked(BriefSentence sentence) {
      List<Integer> cited =
          sentence.citations().stream().map(Citation::paragraph).distinct().sorted().toList();
      Source source = sources.computeIfAbsent(cited, reader);
      List<CheckedNumber> numbers =
          checker.check(sentence.text(), source, article.language()).numbers().stream()
              .map(number -> number(number, cited))
              .toList();
      return new BriefSentence(
          sentence.text(), sentence.citations(), numbers, sentence.openNames(), sentence.doubts());
    }

    private CheckedNumber number(NumberCheck number, List<Integer> cited) {
      return new CheckedNumber(
          number.span(), number.readAs(), number.verdict(), evidence(number.evidence(), cited));
    }

    private @Nullable Citation evidence(
        NumberCheck.@Nullable Evidence evidence, List<Integer> cited) {
      return evidence == null
          ? null
          : new Citation(article.id(), cited.get(evidence.paragraph()), evidence.span());
    }
  }
}
