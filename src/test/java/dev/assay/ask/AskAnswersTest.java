package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The questions of `bench/ask-answers.jsonl`, from which is learned, and the reports that they are
/// asked of: `ask-articles.jsonl` and some of `event-figures.jsonl`.
class AskAnswersTest {

  private static List<JsonNode> lines(String name) throws IOException {
    return Files.readAllLines(Path.of("bench", name)).stream()
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  @Test
  void eachRightSentenceStandsInItsParagraph() throws IOException {
    Map<String, JsonNode> articles = new HashMap<>();
    lines("ask-articles.jsonl").forEach(one -> articles.put(one.path("id").asString(""), one));
    for (JsonNode event : lines("event-figures.jsonl")) {
      event.path("texts").forEach(one -> articles.put(one.path("id").asString(""), one));
    }
    for (JsonNode question : lines("ask-answers.jsonl")) {
      for (JsonNode same : question.path("told")) {
        for (JsonNode told : same) {
          String paragraph =
              articles
                  .get(told.path("article").asString(""))
                  .path("paragraphs")
                  .path(told.path("paragraph").asInt(0) - 1)
                  .asString("");
          String text = told.path("text").asString("");
          assertThat(Sentences.of(paragraph).stream().map(span -> span.in(paragraph).strip()))
              .as(question.path("id").asString(""))
              .anyMatch(sentence -> sentence.contains(text) || text.contains(sentence));
        }
      }
    }
  }

  @Test
  void noEventIsBothLearnedFromAndKeptUnread() throws IOException {
    Map<String, Set<String>> parts = new HashMap<>();
    for (String name : List.of("ask-articles.jsonl", "ask-answers.jsonl")) {
      lines(name)
          .forEach(
              one ->
                  parts
                      .computeIfAbsent(
                          one.path("id").asString("").substring(0, 3), _ -> new HashSet<>())
                      .add(one.path("part").asString("")));
    }
    assertThat(parts).hasSize(36).allSatisfy((_, of) -> assertThat(of).hasSize(1));
  }
}
