package dev.assay.ask;

import dev.assay.brief.BriefSentence;
import dev.assay.topic.ArticleLine;
import java.util.ArrayList;
import java.util.List;

/// A step on the way to an answer, in the order in which they come.
public sealed interface AskEvent {

  /// What was looked through.
  ///
  /// @param id of the answer that will be
  record Looked(AnswerId id, Answer.Searched searched) implements AskEvent {}

  /// What the ledger has.
  record Counted(List<Answer.Figure> figures) implements AskEvent {
    public Counted {
      figures = List.copyOf(figures);
    }
  }

  /// A sentence of the answer, and the articles that it cites.
  record Said(BriefSentence sentence, List<ArticleLine> articles) implements AskEvent {
    public Said {
      articles = List.copyOf(articles);
    }
  }

  /// All of it.
  record Done(Answer answer) implements AskEvent {}

  /// Takes the steps as they come; called by one thread.
  interface Listener {
    void on(AskEvent event);

    /// Waits for the end.
    Listener NONE = _ -> {};
  }

  /// The steps that led to `answer`, for who comes late.
  static List<AskEvent> of(Answer answer) {
    List<AskEvent> events = new ArrayList<>();
    events.add(new Looked(answer.id(), answer.searched()));
    if (!answer.figures().isEmpty()) {
      events.add(new Counted(answer.figures()));
    }
    for (BriefSentence sentence : answer.sentences()) {
      List<ArticleLine> cited =
          sentence.citations().stream()
              .flatMap(citation -> answer.article(citation.article()).stream())
              .distinct()
              .toList();
      events.add(new Said(sentence, cited));
    }
    events.add(new Done(answer));
    return events;
  }
}
