package dev.assay.brief.extract;

import static java.util.Objects.requireNonNull;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.Maker;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Makes briefs from an article's own sentences, without a model.
///
/// The same article gives the same brief. Linear in the text but for the chosen sentences, of which
/// there are at most seventeen. Safe for use by many threads.
public final class ExtractiveBriefs {

  /// Goes up when a rule changes what is chosen or shown.
  public static final int VERSION = 6;

  /// With fewer candidates than this an article has a viewpoint only.
  private static final int FEWEST_FOR_GROUPS = 2;

  /// So many sentences are told with the one behind them; more where the sentences are few.
  private static final int FEWEST_LENGTHENED = 2;

  private ExtractiveBriefs() {}

  /// The brief of the analysed article, in its own language.
  public static Brief of(Analysis analysis) {
    Article article = analysis.article();
    Draft draft = Draft.of(analysis);
    if (draft.candidates().isEmpty()) {
      return brief(article, firstWords(analysis), List.of());
    }
    Choice choice = new Choice(draft);
    CandidateSentence first = choice.viewpoint();
    int bullets = bulletCount(draft.candidates().size());
    List<Group> groups =
        draft.candidates().size() < FEWEST_FOR_GROUPS
            ? List.of()
            : Outline.of(draft, choice, first, bullets);
    int told = groups.stream().mapToInt(group -> group.bullets().size()).sum();
    Set<CandidateSentence> lengthened =
        choice.lengthened(Math.max(FEWEST_LENGTHENED, bullets - told));
    Function<CandidateSentence, BriefSentence> sentence =
        one -> sentence(article, lengthened.contains(one) ? requireNonNull(one.longer()) : one);
    return brief(article, List.of(sentence.apply(first)), groups(groups, sentence));
  }

  private static Brief brief(
      Article article, List<BriefSentence> viewpoint, List<BriefGroup> groups) {
    return new Brief(
        article.id(), article.language(), viewpoint, groups, new Maker.Extractive(VERSION));
  }

  /// Three for a short item or what there is, two more for each doubling, fifteen for a report.
  private static int bulletCount(int candidates) {
    double doublings = Math.log(candidates / 4.0) / Math.log(2);
    return Math.clamp(Math.round(3 + 1.6 * doublings), Math.min(3, candidates - 1), 15);
  }

  private static List<BriefGroup> groups(
      List<Group> groups, Function<CandidateSentence, BriefSentence> sentence) {
    return groups.stream()
        .map(
            group ->
                new BriefGroup(group.heading(), group.bullets().stream().map(sentence).toList()))
        .toList();
  }

  private static BriefSentence sentence(Article article, CandidateSentence candidate) {
    Citation own = new Citation(article.id(), candidate.paragraph(), candidate.span());
    Voice voice = candidate.voice();
    return new BriefSentence(
        candidate.text(),
        voice == null
            ? List.of(own)
            : List.of(new Citation(article.id(), voice.paragraph(), voice.span()), own));
  }

  /// Where no sentence stands on its own: the head of the first paragraph of text.
  private static List<BriefSentence> firstWords(Analysis analysis) {
    return analysis.paragraphs().stream()
        .filter(paragraph -> paragraph.kind() != Paragraph.Kind.TABLE)
        .filter(paragraph -> !paragraph.sentences().isEmpty())
        .limit(1)
        .map(paragraph -> firstSentence(analysis.article(), paragraph))
        .toList();
  }

  private static BriefSentence firstSentence(Article article, TextReading paragraph) {
    Span span = paragraph.sentences().getFirst();
    return new BriefSentence(
        span.in(paragraph.text()),
        List.of(new Citation(article.id(), paragraph.paragraph(), span)));
  }
}
