package dev.assay.ask;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Paragraph;
import dev.assay.article.RawDocument;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import dev.assay.brief.Maker;
import dev.assay.brief.NoBrief;
import dev.assay.brief.model.ModelBriefs.Result;
import dev.assay.brief.work.ModelDesk;
import dev.assay.cite.Citation;
import dev.assay.fold.Outlets;
import dev.assay.llm.ModelSettings.Reach;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Has a language model write an answer from the passages that one in the sources' words rests on.
///
/// It sees nothing else, and of what it writes nothing is shown that those passages do not carry.
/// Where none of it can be shown the sources' words stand, and the answer says so. Texts that their
/// site reserves are sent to a model of this machine only. Safe for use by many threads.
final class WrittenAnswers {

  /// Paragraphs that are sent.
  private static final int MOST_PASSAGES = 12;

  private final ModelDesk models;
  private final Outlets outlets;

  WrittenAnswers(ModelDesk models, Outlets outlets) {
    this.models = models;
    this.outlets = outlets;
  }

  /// A paragraph that is sent.
  private record Passage(Article article, Paragraph paragraph) {}

  private record Place(ArticleId article, int paragraph) {}

  /// `answer` as the model writes it; as it is where nothing is answered, no model is set, or there
  /// is nothing that it may see.
  Answer of(Answer answer, Store store) {
    Optional<Reach> reach = models.reach();
    if (reach.isEmpty() || answer.state() == Answer.State.REFUSED) {
      return answer;
    }
    List<Passage> passages = store.read(session -> passages(answer, reach.get(), session));
    if (passages.isEmpty()) {
      return answer;
    }
    return models
        .answer(answer.question(), joined(passages), answer.reader())
        .map(answered -> written(answer, answered, passages))
        .orElse(answer);
  }

  private static List<Passage> passages(Answer answer, Reach reach, Session session) {
    Set<Place> places = places(answer);
    List<ArticleId> ids = places.stream().map(Place::article).distinct().toList();
    Map<ArticleId, Article> articles = new HashMap<>();
    session.articles().find(ids).forEach((id, stored) -> articles.put(id, stored.article()));
    if (reach == Reach.ELSEWHERE) {
      session
          .articles()
          .headers(ids)
          .forEach(
              (id, headers) -> {
                if (!headers.getOrDefault(RawDocument.RESERVED, "").isBlank()) {
                  articles.remove(id);
                }
              });
    }
    List<Passage> passages = new ArrayList<>();
    for (Place place : places) {
      Article article = articles.get(place.article());
      if (article != null && place.paragraph() <= article.paragraphs().size()) {
        passages.add(new Passage(article, article.paragraph(place.paragraph())));
      }
    }
    return passages.subList(0, Math.min(MOST_PASSAGES, passages.size()));
  }

  /// What the answer rests on, and then what came near.
  private static Set<Place> places(Answer answer) {
    List<Citation> cited = new ArrayList<>();
    answer.sentences().forEach(sentence -> cited.addAll(sentence.citations()));
    answer.figures().forEach(figure -> cited.add(figure.place()));
    answer.nearest().forEach(near -> cited.add(near.place()));
    Set<Place> places = new LinkedHashSet<>();
    for (Citation citation : cited) {
      if (citation.paragraph() > 0) {
        places.add(new Place(citation.article(), citation.paragraph()));
      }
    }
    return places;
  }

  /// An article of the passages as its paragraphs, in the language of most of them.
  private static Article joined(List<Passage> passages) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Passage passage : passages) {
      paragraphs.add(
          new Paragraph(paragraphs.size() + 1, Paragraph.Kind.TEXT, passage.paragraph().text()));
    }
    long chinese =
        passages.stream().filter(passage -> passage.article().language().isChinese()).count();
    boolean mostly = 2 * chinese > passages.size();
    Article first =
        passages.stream()
            .map(Passage::article)
            .filter(article -> article.language().isChinese() == mostly)
            .findFirst()
            .orElse(passages.getFirst().article());
    return first.withParagraphs(paragraphs);
  }

  private Answer written(Answer answer, ModelDesk.Answered answered, List<Passage> passages) {
    return switch (answered.result()) {
      case Result.Made(Brief brief) -> {
        List<BriefSentence> sentences =
            brief.sentences().map(sentence -> placed(sentence, passages)).toList();
        int withheld = brief.maker() instanceof Maker.Model(_, _, int some) ? some : 0;
        yield answer.by(
            sentences,
            independent(sentences, passages),
            new Maker.Model(answered.model(), VERSION, withheld));
      }
      case Result.Nothing(NoBrief reason, _) ->
          answer.by(
              answer.sentences(),
              answer.independent(),
              new Maker.InPlaceOfModel(Ask.VERSION, answered.model(), reason));
    };
  }

  /// Of the question that is put; goes up when it changes.
  private static final int VERSION = 1;

  /// The sentence with the places of the passages that it cites.
  private static BriefSentence placed(BriefSentence sentence, List<Passage> passages) {
    return new BriefSentence(
        sentence.text(),
        sentence.citations().stream().map(citation -> placed(citation, passages)).toList(),
        sentence.numbers().stream().map(number -> placed(number, passages)).toList(),
        sentence.openNames(),
        sentence.doubts());
  }

  private static CheckedNumber placed(CheckedNumber number, List<Passage> passages) {
    Citation evidence = number.evidence();
    return new CheckedNumber(
        number.span(),
        number.readAs(),
        number.verdict(),
        evidence == null ? null : placed(evidence, passages));
  }

  private static Citation placed(Citation joined, List<Passage> passages) {
    Passage passage = passages.get(joined.paragraph() - 1);
    return new Citation(passage.article().id(), passage.paragraph().number(), joined.span());
  }

  private int independent(List<BriefSentence> sentences, List<Passage> passages) {
    Map<ArticleId, Article> articles = new HashMap<>();
    passages.forEach(passage -> articles.put(passage.article().id(), passage.article()));
    Set<String> voices = new LinkedHashSet<>();
    for (BriefSentence sentence : sentences) {
      for (Citation place : sentence.citations()) {
        Article article = articles.get(place.article());
        String source = article == null ? "" : article.source();
        voices.add(source.isEmpty() ? place.article().toString() : outlets.owner(source));
      }
    }
    return voices.size();
  }
}
