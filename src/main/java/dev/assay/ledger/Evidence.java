package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Clause;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A claim, with what the ledger must know of the article that makes it.
///
/// @param group the canonical article of its group of copies; the article itself if it has none
/// @param source the outlet's name as a reader knows it; may be empty
/// @param voice who speaks: the owner of the outlet, or of the agency that the text came from
///   ([dev.assay.fold.Origins]); texts of one voice are not independent. Empty if not known
/// @param published when the source says it was published; null if it does not say
/// @param orderedBy when the article was published, or else fetched; null if neither is known
/// @param written the figure as it stands in the text
/// @param quote the sentence
public record Evidence(
    EvidenceId id,
    ArticleId article,
    ArticleId group,
    String source,
    String voice,
    @Nullable PublicationTime published,
    @Nullable Instant orderedBy,
    Language language,
    String written,
    String quote,
    Claim claim) {

  /// By time of publication, those without one last; then by id.
  static final Comparator<Evidence> BY_TIME =
      Comparator.comparing(
              Evidence::orderedBy, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(Evidence::id);

  /// The evidence that `claim` of `article` gives.
  ///
  /// @param group the canonical article of its group of copies
  public static Evidence of(Article article, Claim claim, ArticleId group, String voice) {
    String text = text(article, claim);
    return new Evidence(
        EvidenceId.of(article.id(), claim),
        article.id(),
        group,
        article.source(),
        voice,
        article.publishedAt(),
        article.orderedBy(),
        article.language(),
        claim.value().span().in(text),
        claim.sentence().in(text),
        claim);
  }

  /// The day of publication on the source's own clock; null if it is not known. When it was fetched
  /// says nothing of when it held.
  public @Nullable LocalDate day() {
    return published == null ? null : published.local().toLocalDate();
  }

  /// The words around its figure.
  Clause clause() {
    int told = claim.value().span().start() - claim.sentence().start();
    int figure = told >= 0 && quote.startsWith(written, told) ? told : quote.indexOf(written);
    return figure < 0 ? Clause.of(quote, 0, 0) : Clause.of(quote, figure, written.length());
  }

  /// The same with other parts of its scope.
  Evidence of(List<Claim.Part> parts) {
    Claim changed =
        new Claim(
            claim.entity(),
            claim.property(),
            parts,
            claim.time(),
            claim.value(),
            claim.paragraph(),
            claim.sentence(),
            claim.speaker(),
            claim.stance(),
            claim.reading());
    return new Evidence(
        id, article, group, source, voice, published, orderedBy, language, written, quote, changed);
  }

  /// Who says it: whom the text names, or else whose text it is. Words that no pack knows, such as
  /// "analysts", name another one in each text.
  String teller() {
    Thing speaker = claim.speaker();
    String text = voice.isEmpty() ? group.toString() : voice;
    if (speaker == null) {
      return text;
    }
    String named = Keys.of(speaker);
    return Keys.isId(named) ? named : text + "\t" + named;
  }

  /// Whether it is told by somebody else than `other`: by another text of another voice, or, in one
  /// text too, by another speaker whom it names.
  boolean isIndependentOf(Evidence other) {
    boolean twoTexts =
        !group.equals(other.group) && (voice.isEmpty() || !voice.equals(other.voice));
    return twoTexts || haveTwoSpeakers(claim.speaker(), other.claim.speaker());
  }

  private static boolean haveTwoSpeakers(@Nullable Thing one, @Nullable Thing other) {
    return one != null && other != null && !Keys.of(one).equals(Keys.of(other));
  }

  /// The paragraph or title that the claim stands in.
  public static String text(Article article, Claim claim) {
    return claim.paragraph() == Tag.TITLE
        ? article.title()
        : article.paragraph(claim.paragraph()).text();
  }
}
