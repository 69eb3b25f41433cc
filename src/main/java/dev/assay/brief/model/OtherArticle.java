package dev.assay.brief.model;

import dev.assay.article.ArticleId;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import dev.assay.brief.Withheld;
import dev.assay.cite.Citation;
import java.util.List;

/// What was written of a text, for another article that holds the same text.
public final class OtherArticle {

  private OtherArticle() {}

  /// The same brief of the same text in another article.
  public static Brief of(Brief brief, ArticleId id) {
    return new Brief(
        id,
        brief.language(),
        of(brief.viewpoint(), id),
        brief.groups().stream()
            .map(group -> new BriefGroup(group.heading(), of(group.bullets(), id)))
            .toList(),
        brief.maker());
  }

  private static List<BriefSentence> of(List<BriefSentence> sentences, ArticleId id) {
    return sentences.stream()
        .map(
            sentence ->
                new BriefSentence(
                    sentence.text(),
                    sentence.citations().stream().map(citation -> of(citation, id)).toList(),
                    sentence.numbers().stream().map(number -> of(number, id)).toList(),
                    sentence.openNames(),
                    sentence.doubts()))
        .toList();
  }

  private static Citation of(Citation citation, ArticleId id) {
    return new Citation(id, citation.paragraph(), citation.span());
  }

  static CheckedNumber of(CheckedNumber number, ArticleId id) {
    Citation evidence = number.evidence();
    return new CheckedNumber(
        number.span(),
        number.readAs(),
        number.verdict(),
        evidence == null ? null : of(evidence, id));
  }

  /// The same sentence of the same text in another article.
  public static Withheld of(Withheld withheld, ArticleId id) {
    return new Withheld(
        withheld.key(),
        withheld.heading(),
        withheld.text(),
        withheld.citations().stream().map(citation -> of(citation, id)).toList(),
        withheld.numbers().stream().map(number -> of(number, id)).toList(),
        withheld.faults(),
        withheld.passedBy());
  }
}
