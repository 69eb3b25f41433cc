package dev.assay.cli;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.ask.Answer;
import dev.assay.ask.AskScope;
import dev.assay.brief.BriefSentence;
import dev.assay.cite.Citation;
import dev.assay.cli.terminal.Desk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers questions by the line: `{"id", "question", "articles"?}`, the articles by their own or
/// external ids. Nothing is kept.
final class AskBatch {

  private static final JsonMapper JSON = JsonMapper.shared();

  private AskBatch() {}

  /// A sentence, and where it stands.
  record Sentence(String text, String article, int paragraph, int start, int end) {}

  static void run(Desk desk, InputStream in, PrintStream out) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        out.println(JSON.writeValueAsString(answered(desk, line)));
      }
    }
  }

  private static Map<String, Object> answered(Desk desk, String line) {
    JsonNode asked;
    try {
      asked = JSON.readTree(line);
    } catch (JacksonException e) {
      return Map.of("error", "the line is no JSON");
    }
    List<ArticleId> articles = new ArrayList<>();
    for (JsonNode name : asked.path("articles")) {
      Optional<ArticleId> found = desk.upkeep().find(name.asString(""));
      if (found.isEmpty()) {
        return Map.of("error", "no article is called " + name.asString(""));
      }
      articles.add(found.get());
    }
    Answer answer =
        desk.ask()
            .answer(
                asked.path("question").asString(""),
                AskScope.ALL.withArticles(articles),
                Language.EN);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", asked.path("id").asString(""));
    told.put("state", answer.state().word());
    told.put("kind", answer.kind().word());
    told.put("reason", answer.reason() == null ? "" : answer.reason().word());
    told.put("sentences", sentences(desk, answer));
    told.put("missing", answer.missing());
    return told;
  }

  private static List<Sentence> sentences(Desk desk, Answer answer) {
    Set<ArticleId> cited = new LinkedHashSet<>();
    answer.sentences().forEach(one -> one.citations().forEach(place -> cited.add(place.article())));
    Map<ArticleId, String> names = desk.upkeep().externalIds(cited);
    List<Sentence> sentences = new ArrayList<>();
    for (BriefSentence sentence : answer.sentences()) {
      for (Citation place : sentence.citations()) {
        sentences.add(
            new Sentence(
                sentence.text(),
                names.getOrDefault(place.article(), place.article().toString()),
                place.paragraph(),
                place.span().start(),
                place.span().end()));
      }
    }
    return sentences;
  }
}
