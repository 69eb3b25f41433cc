package dev.assay.web.ask;

import dev.assay.article.ArticleId;
import dev.assay.ask.Answer;
import dev.assay.ask.AnswerChange;
import dev.assay.ask.AskWording;
import dev.assay.brief.BriefSentence;
import dev.assay.topic.ArticleLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An answer as the page shows it.
///
/// @param said its sentences, those of one article that follow each other together
/// @param kept whether it has an address that lasts
/// @param change what is new since it was asked before; null if it was not
public record AskView(
    Answer answer,
    List<Said> said,
    String state,
    String reason,
    String disagreement,
    boolean kept,
    @Nullable AnswerChange change) {

  /// Sentences of one article.
  public record Said(ArticleLine article, List<BriefSentence> sentences) {}

  /// A figure of the ledger, and whose it is.
  public record Told(Answer.Figure figure, ArticleLine article) {}

  /// A passage that came near, and whose it is.
  public record NearBy(Answer.Near near, ArticleLine article) {}

  static AskView of(Answer answer, boolean kept, @Nullable AnswerChange change, AskWording say) {
    return new AskView(
        answer,
        said(answer),
        say.state(answer.state()),
        say.reason(answer),
        say.disagreement(answer),
        kept,
        change);
  }

  private static List<Said> said(Answer answer) {
    List<Said> said = new ArrayList<>();
    for (BriefSentence sentence : answer.sentences()) {
      ArticleId id = sentence.citations().getFirst().article();
      answer
          .article(id)
          .ifPresent(
              article -> {
                if (said.isEmpty() || !said.getLast().article().id().equals(id)) {
                  said.add(new Said(article, new ArrayList<>()));
                }
                said.getLast().sentences().add(sentence);
              });
    }
    return said;
  }

  public List<Told> figures() {
    return answer.figures().stream()
        .flatMap(
            figure ->
                answer.article(figure.place().article()).stream()
                    .map(article -> new Told(figure, article)))
        .toList();
  }

  public List<NearBy> nearest() {
    return answer.nearest().stream()
        .flatMap(
            near ->
                answer.article(near.place().article()).stream()
                    .map(article -> new NearBy(near, article)))
        .toList();
  }

  /// Whether a sentence was not in the answer before.
  public boolean isNew(BriefSentence sentence) {
    return change != null && news().contains(sentence.text());
  }

  private Set<String> news() {
    return change == null
        ? Set.of()
        : change.came().stream().map(BriefSentence::text).collect(Collectors.toSet());
  }
}
