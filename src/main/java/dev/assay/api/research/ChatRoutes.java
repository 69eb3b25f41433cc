package dev.assay.api.research;

import dev.assay.access.Visitor;
import dev.assay.api.AskShapes;
import dev.assay.api.Routes;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.ask.Answer;
import dev.assay.ask.Ask;
import dev.assay.ask.AskScope;
import dev.assay.ask.AskWording;
import dev.assay.brief.BriefSentence;
import dev.assay.cite.Citation;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.search.Filters;
import dev.assay.topic.ArticleLine;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Questions, answered as a chat of these clients is: in events, or at once. Nothing is kept, and
/// nothing is known of an earlier question.
final class ChatRoutes {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> MODES = Set.of("", "concise", "comprehensive", "deepresearch");

  /// No article has this id: where no document passes the filters, a question is asked of none.
  private static final ArticleId NOBODY = new ArticleId(0);

  private final Ask ask;
  private final Wanted wanted;

  ChatRoutes(Ask ask, Wanted wanted) {
    this.ask = ask;
    this.wanted = wanted;
  }

  void register(JavalinConfig config) {
    config.routes.post("/v1/chat/completion", this::complete);
  }

  private void complete(Context context) {
    Body body = Body.of(context);
    String question = body.required("query");
    if (!MODES.contains(body.text("mode"))) {
      throw new Body.Unfit("mode", "mode must be concise, comprehensive or deepresearch.");
    }
    AskScope scope =
        wanted
            .filters(body, Visitor.of(context).reader(), Set.of())
            .map(this::scope)
            .orElse(AskScope.ALL.withArticles(List.of(NOBODY)));
    boolean chinese = LanguageDetector.detect(question, Language.EN).isChinese();
    Answer answer = ask.answer(question, scope, chinese ? Language.ZH_HANS : Language.EN);
    List<ResearchShapes.Said> said = said(answer, body.text("session_id"));
    if (body.at("stream").asBoolean(true)) {
      context
          .contentType("text/event-stream; charset=utf-8")
          .header("Cache-Control", "no-store")
          .result(
              said.stream()
                  .map(one -> "data: " + JSON.writeValueAsString(one) + "\n\n")
                  .collect(Collectors.joining()));
    } else {
      Routes.answer(context, said.getLast());
    }
  }

  /// Filters that a question has not are asked of the newest documents that they let through.
  private AskScope scope(Filters filters) {
    boolean plain = filters.kinds().isEmpty() && filters.tags().isEmpty();
    Set<ArticleId> articles = plain ? filters.articles() : wanted.newest(filters);
    return new AskScope(
        null,
        List.copyOf(filters.sources()),
        plain || !articles.isEmpty() ? List.copyOf(articles) : List.of(NOBODY),
        List.of(),
        filters.from(),
        filters.until(),
        null);
  }

  private List<ResearchShapes.Said> said(Answer answer, String session) {
    String id = answer.id().value();
    List<Citation> cited =
        answer.sentences().stream()
            .flatMap(sentence -> sentence.citations().stream())
            .distinct()
            .toList();
    Map<String, Object> sources = Map.of("sources", sources(answer, cited));
    List<String> parts = new ArrayList<>();
    answer.sentences().forEach(sentence -> parts.add(marked(sentence, cited)));
    AskWording wording = ask.wording(answer.reader());
    Stream.of(wording.disagreement(answer), wording.reason(answer))
        .filter(text -> !text.isEmpty())
        .forEach(parts::add);
    Map<String, Object> end = new LinkedHashMap<>(sources);
    end.put("session_id", session);
    end.put("assay", AskShapes.AnswerShape.of(answer, ask));
    String question = answer.question();
    List<ResearchShapes.Said> said = new ArrayList<>();
    said.add(
        new ResearchShapes.Said(
            "questions", id, "", Map.of("questions", List.of(question), "in_steps", false)));
    said.add(new ResearchShapes.Said("start", id, question, Map.of()));
    said.add(
        new ResearchShapes.Said(
            "info",
            id,
            "",
            Map.of("tool", Map.of("key", "", "query", question, "question", question))));
    said.add(new ResearchShapes.Said("info", id, "", sources));
    said.add(new ResearchShapes.Said("answer", id, question, sources));
    parts.forEach(part -> said.add(new ResearchShapes.Said("stream", id, part + "\n", Map.of())));
    said.add(new ResearchShapes.Said("end", id, String.join("\n", parts), end));
    return said;
  }

  /// A sentence with the numbers of its sources behind it.
  private static String marked(BriefSentence sentence, List<Citation> cited) {
    return sentence.text()
        + sentence.citations().stream()
            .distinct()
            .map(citation -> "[%d]".formatted(cited.indexOf(citation) + 1))
            .collect(Collectors.joining());
  }

  private static List<ResearchShapes.SourceOf> sources(Answer answer, List<Citation> cited) {
    return cited.stream().flatMap(citation -> source(answer, citation).stream()).toList();
  }

  private static List<ResearchShapes.SourceOf> source(Answer answer, Citation citation) {
    return answer
        .article(citation.article())
        .map(
            article ->
                new ResearchShapes.SourceOf(
                    "text",
                    "",
                    name(article),
                    citation.paragraph(),
                    citation.span().start(),
                    citation.span().end()))
        .stream()
        .toList();
  }

  private static ResearchShapes.DocName name(ArticleLine article) {
    return new ResearchShapes.DocName(
        DocumentIds.of(article.id()),
        article.title(),
        article.address() == null ? "/articles/" + article.id() : article.address().toString());
  }
}
