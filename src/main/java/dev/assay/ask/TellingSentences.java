package dev.assay.ask;

import dev.assay.analyze.text.SaidSentences;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Paragraph;
import dev.assay.brief.BriefSentence;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.ledger.Evidence;
import dev.assay.store.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what is shown for a figure of the ledger: a sentence rather than the row of a table, and a
/// row only behind the head that says what stands in it.
final class TellingSentences {

  /// What many articles have in tables alone is not sought in all of them: each is loaded.
  private static final int MOST_LOOKED_AT = 20;

  private final Session session;
  private final Map<ArticleId, Optional<Article>> articles = new HashMap<>();

  TellingSentences(Session session) {
    this.session = session;
  }

  /// What tells a figure: the first of `told` that is a sentence, else the first row with its head;
  /// nothing where titles alone tell it.
  ///
  /// @param told by which the same is said, the best first
  List<BriefSentence> of(List<Evidence> told) {
    List<Evidence> within =
        told.stream().filter(one -> one.claim().paragraph() > 0).limit(MOST_LOOKED_AT).toList();
    return within.stream()
        .filter(one -> row(one).isEmpty())
        .findFirst()
        .map(one -> List.of(sentence(one)))
        .orElseGet(() -> within.stream().findFirst().map(this::withHead).orElse(List.of()));
  }

  private List<BriefSentence> withHead(Evidence row) {
    Optional<BriefSentence> head =
        row(row)
            .flatMap(
                table -> head(table, row.claim().sentence()).map(span -> head(row, table, span)));
    return Stream.concat(head.stream(), Stream.of(sentence(row))).toList();
  }

  private static BriefSentence head(Evidence row, Paragraph table, Span span) {
    return new BriefSentence(
        span.in(table.text()), List.of(new Citation(row.article(), table.number(), span)));
  }

  /// The first line of a table, if it is not the row itself.
  private static Optional<Span> head(Paragraph table, Span row) {
    return SaidSentences.of(table).stream()
        .findFirst()
        .filter(first -> first.end() <= row.start())
        .filter(first -> table.text().lastIndexOf('\n', first.start()) < 0);
  }

  /// The table in which evidence stands.
  private Optional<Paragraph> row(Evidence evidence) {
    return articles
        .computeIfAbsent(evidence.article(), this::load)
        .flatMap(
            article ->
                article.paragraphs().stream()
                    .filter(one -> one.number() == evidence.claim().paragraph())
                    .filter(one -> one.kind() == Paragraph.Kind.TABLE)
                    .findFirst());
  }

  private Optional<Article> load(ArticleId id) {
    return session.articles().find(List.of(id)).values().stream()
        .map(stored -> stored.article())
        .findFirst();
  }

  private static BriefSentence sentence(Evidence evidence) {
    return new BriefSentence(
        evidence.quote(),
        List.of(
            new Citation(
                evidence.article(), evidence.claim().paragraph(), evidence.claim().sentence())));
  }
}
