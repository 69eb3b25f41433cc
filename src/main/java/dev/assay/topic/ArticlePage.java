package dev.assay.topic;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.brief.Brief;
import dev.assay.brief.Withheld;
import dev.assay.brief.model.ModelTitle;
import dev.assay.check.ArithmeticFinding;
import dev.assay.evaluate.TwoReaders;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One article with what is known of it.
///
/// @param editions the other places and times in which its text stands
/// @param brief null if the article is too short for one or is not analysed yet
/// @param withheld the sentences of the model's brief that are not shown, and those that a reader
///   let pass; empty without a model
/// @param title in the reader's language, as a model wrote it; null if the article is in it or
///   there is none
/// @param readers what a model read of its figures beside the rules; null if none was asked
/// @param findings totals and rates of the article that its own numbers contradict, in its order
/// @param names what the article is about, most important first, in the reader's language
/// @param arrival how much of its text came
public record ArticlePage(
    Article article,
    Editions editions,
    @Nullable Brief brief,
    List<Withheld> withheld,
    @Nullable ModelTitle title,
    @Nullable TwoReaders readers,
    List<ArithmeticFinding> findings,
    List<Name> names,
    Arrival arrival) {

  public ArticlePage {
    withheld = List.copyOf(withheld);
    findings = List.copyOf(findings);
    names = List.copyOf(names);
  }

  /// The article without its text.
  public ArticleLine line() {
    return ArticleLine.of(article);
  }

  /// The articles with this text, the canonical one first.
  public List<ArticleId> group() {
    Stream<ArticleId> copies = editions.copies().stream().map(copy -> copy.article().id());
    Stream<ArticleId> own = Stream.concat(Stream.of(article.id()), copies);
    return Stream.concat(
            Stream.ofNullable(editions.original()).map(copy -> copy.article().id()), own)
        .toList();
  }
}
