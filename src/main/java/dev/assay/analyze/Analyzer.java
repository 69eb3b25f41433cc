package dev.assay.analyze;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.ClaimedThings;
import dev.assay.analyze.claim.Heard;
import dev.assay.analyze.claim.Proposal;
import dev.assay.analyze.measure.MeasureReader;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.article.Article;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads an article, once: its sentences and numbers, the names in it, and by both who has which
/// figure.
///
/// A pure function of the article and the lexicon; linear in the text. Immutable; safe for use by
/// many threads; its parts are costly to make, so make one.
public final class Analyzer {

  private final QuantityExtractor numbers;
  private final TagMatcher names;
  private final ClaimReader claims;
  private final MeasureReader measures;

  public Analyzer(
      QuantityExtractor numbers, TagMatcher names, ClaimReader claims, MeasureReader measures) {
    this.numbers = numbers;
    this.names = names;
    this.claims = claims;
    this.measures = measures;
  }

  /// What `article` says.
  public Analysis analyze(Article article) {
    List<TextReading> paragraphs = numbers.read(article);
    TagMatcher.Named named = names.named(article);
    List<Tag> tags = named.all();
    List<Claim> read =
        measures.join(
            claims.read(article.title(), paragraphs, article.language(), tags),
            article,
            paragraphs,
            tags);
    List<Claim> shown = claims.shown(read, article.language());
    return new Analysis(article, paragraphs, ClaimedThings.counted(named.names(), shown), read);
  }

  /// The numbers of the paragraphs of `article` that have figures.
  public Set<Integer> withFigures(Article article) {
    return numbers.read(article).stream()
        .filter(text -> !text.numbers().quantities().isEmpty())
        .map(TextReading::paragraph)
        .collect(Collectors.toSet());
  }

  /// What is thought of claims that somebody else read in a text of the article, in their order.
  ///
  /// @param named what may own a figure there, as [#named] gives it
  public List<Heard> hear(
      Article article, TextReading text, List<Tag> named, List<Proposal> proposals) {
    return claims.hear(text, article.language(), named, proposals);
  }

  /// All that may own a figure in an article, also what is hardly a name.
  public List<Tag> named(Article article) {
    return names.named(article).all();
  }

  /// Which names are known, as a version that changes with them.
  public String namesVersion() {
    return names.version();
  }
}
