package dev.assay.api;

import dev.assay.api.Shapes.Cite;
import dev.assay.api.Shapes.Line;
import dev.assay.api.Shapes.Sentence;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.ask.Answer;
import dev.assay.ask.AnswerChange;
import dev.assay.ask.Ask;
import dev.assay.ask.AskScope;
import dev.assay.ask.AskWording;
import dev.assay.brief.Maker;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The published JSON of answers, in the rules of [Shapes].
public final class AskShapes {

  private AskShapes() {}

  /// Which articles were asked.
  public record Scope(
      @Nullable String topic,
      List<String> sources,
      List<String> articles,
      List<String> languages,
      @Nullable String from,
      @Nullable String until) {
    static Scope of(AskScope scope) {
      return new Scope(
          scope.topic(),
          scope.sources(),
          scope.articles().stream().map(ArticleId::toString).toList(),
          scope.languages().stream().map(Language::tag).toList(),
          moment(scope.from()),
          moment(scope.until()));
    }
  }

  private static @Nullable String moment(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }

  /// A figure of the ledger that was asked for.
  ///
  /// @param entry id of the ledger entry
  /// @param figure id of its row
  /// @param low decimal strings in `unit`, null where open
  /// @param side figures of one side can hold together; 0 is the side of most sources, -1 what is
  ///   compared with nothing
  /// @param independent sources of its side
  public record AnswerFigure(
      String entry,
      String figure,
      String written,
      @Nullable String low,
      @Nullable String high,
      String unit,
      String modifier,
      @Nullable String time,
      boolean time_stated,
      int side,
      int independent,
      String quote,
      Cite place) {
    static AnswerFigure of(Answer.Figure figure) {
      return new AnswerFigure(
          figure.entry(),
          figure.evidence(),
          figure.written(),
          figure.low(),
          figure.high(),
          figure.unit(),
          figure.modifier(),
          figure.time(),
          figure.timeStated(),
          figure.side(),
          figure.independent(),
          figure.quote(),
          Cite.of(figure.place()));
    }

    static List<AnswerFigure> of(List<Answer.Figure> figures) {
      return figures.stream().map(AnswerFigure::of).toList();
    }
  }

  /// Sources that cannot all be right.
  ///
  /// @param entry of the ledger; null where reports on one event differ
  /// @param text says so in the reader's language
  public record Disagreement(@Nullable String entry, String one, String other, String text) {}

  /// A passage that came near and does not answer.
  public record Near(String text, Cite place) {
    static List<Near> of(List<Answer.Near> nearest) {
      return nearest.stream().map(near -> new Near(near.text(), Cite.of(near.place()))).toList();
    }
  }

  /// What was looked through.
  ///
  /// @param articles that have words of the question; at least so many
  public record Searched(
      long articles, List<String> terms, List<String> also_searched, @Nullable String credit) {
    static Searched of(Answer.Searched searched) {
      return new Searched(
          searched.articles(), searched.terms(), searched.alsoSearched(), searched.credit());
    }
  }

  /// An answer.
  ///
  /// @param id its lasting name
  /// @param kind `figure`, `date`, `who`, `where`, `list`, `why`, `how`, `definition`, `summary`,
  ///   `compare`, `whether` or `other`
  /// @param state `answered`, `partly` or `refused`
  /// @param reason why it is so, as a word that stays; null if there is nothing to say
  /// @param reason_text the same in the reader's language
  /// @param sentences the sources' own words unless a model is named as the maker
  /// @param nearest passages that do not answer
  /// @param missing words of the question of which nothing that is cited speaks
  /// @param maker `extractive` or the model's name
  /// @param withheld sentences of the model that are not shown
  /// @param again the answer that this one was asked again of
  /// @param articles that are cited or stand nearest
  public record AnswerShape(
      String id,
      String question,
      Scope scope,
      @Nullable String as_of,
      String reader,
      String kind,
      String state,
      @Nullable String reason,
      String reason_text,
      List<Sentence> sentences,
      List<AnswerFigure> figures,
      @Nullable Disagreement disagreement,
      List<Near> nearest,
      List<String> missing,
      int independent,
      Searched searched,
      List<Line> articles,
      String maker,
      int withheld,
      String made_at,
      @Nullable String again) {
    public static AnswerShape of(Answer answer, Ask ask) {
      AskWording say = ask.wording(answer.reader());
      Answer.Disagreement apart = answer.disagreement();
      return new AnswerShape(
          answer.id().value(),
          answer.question(),
          Scope.of(answer.scope()),
          moment(answer.scope().asOf()),
          answer.reader().tag(),
          answer.kind().word(),
          answer.state().word(),
          answer.reason() == null ? null : answer.reason().word(),
          say.reason(answer),
          Sentence.of(answer.sentences()),
          AnswerFigure.of(answer.figures()),
          apart == null
              ? null
              : new Disagreement(
                  apart.entry(), apart.one(), apart.other(), say.disagreement(answer)),
          Near.of(answer.nearest()),
          answer.missing(),
          answer.independent(),
          Searched.of(answer.searched()),
          Line.of(answer.articles()),
          makerName(answer.maker()),
          answer.maker() instanceof Maker.Model(_, _, int withheld) ? withheld : 0,
          answer.madeAt().toString(),
          answer.again() == null ? null : answer.again().value());
    }
  }

  private static String makerName(Maker maker) {
    return switch (maker) {
      case Maker.Extractive _, Maker.InPlaceOfModel _ -> "extractive";
      case Maker.Model(String name, _, _) -> name;
    };
  }

  /// A page of a reader's answers, the newest first.
  public record Answers(List<AnswerShape> answers, @Nullable String next_token) {
    public static Answers of(List<Answer> answers, Ask ask) {
      return new Answers(answers.stream().map(one -> AnswerShape.of(one, ask)).toList(), null);
    }

    static Answers of(ListPage<Answer> page, Ask ask) {
      return new Answers(of(page.items(), ask).answers(), page.next());
    }
  }

  /// A question asked again, and what is new since.
  ///
  /// @param changed whether anything is
  /// @param came sentences that were not in the answer before
  /// @param went sentences that were, and are no more
  /// @param figures_came the sources' words of figures that were not there
  /// @param figures_went the same of those that are no more
  public record AskedAgain(
      AnswerShape answer,
      String before,
      boolean changed,
      List<Sentence> came,
      List<Sentence> went,
      List<String> figures_came,
      List<String> figures_went) {
    public static AskedAgain of(AnswerChange change, Ask ask) {
      return new AskedAgain(
          AnswerShape.of(change.now(), ask),
          change.before().id().value(),
          change.isChange(),
          Sentence.of(change.came()),
          Sentence.of(change.went()),
          change.figuresCame().stream().map(Answer.Figure::written).toList(),
          change.figuresWent().stream().map(Answer.Figure::written).toList());
    }
  }

  /// What was forgotten.
  public record AnswerRemoved(String id) {}

  /// The first step: what was looked through.
  public record LookedStep(String id, Searched searched) {}

  /// A step: what the ledger has.
  public record FiguresStep(List<AnswerFigure> figures) {}

  /// A step: a sentence, and the articles that it cites.
  public record SentenceStep(Sentence sentence, List<Line> articles) {}
}
