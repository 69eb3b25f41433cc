package dev.assay.brief.model;

import dev.assay.article.Language;
import dev.assay.llm.ModelQuestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The questions that are put to a model: our words from `prompts/brief-N/`, the document as data.
///
/// A changed question is a new folder and a new [#VERSION], so that it is known which question a
/// stored brief answers.
final class Prompt {

  static final int VERSION = 1;

  private static final Map<String, String> LANGUAGES =
      Map.of(
          "en", "English",
          "zh-Hans", "Chinese in simplified characters (简体中文)",
          "zh-Hant", "Chinese in traditional characters (繁體中文)");

  private final String write = read("write.md");
  private final String section = read("section.md");
  private final String join = read("join.md");
  private final String again = read("again.md");
  private final String answer = resource("/prompts/answer-1/write.md");
  private final String writeSchema = read("write.schema.json");
  private final String againSchema = read("again.schema.json");

  /// For the brief of a whole document.
  ModelQuestion write(Material material, Language reader, int mostTokens) {
    return new ModelQuestion(in(write, reader), material.asData(), writeSchema, mostTokens);
  }

  /// For the brief of one section, counted from 1.
  ModelQuestion section(Material material, int part, int parts, Language reader, int mostTokens) {
    String where =
        section.replace("{part}", String.valueOf(part)).replace("{parts}", String.valueOf(parts));
    return new ModelQuestion(
        in(write, reader) + "\n" + where, material.asData(), writeSchema, mostTokens);
  }

  /// For the brief of a report of whose sections `material` holds the sentences.
  ModelQuestion join(Material material, Language reader, int mostTokens) {
    return new ModelQuestion(
        in(write, reader) + "\n" + join, material.asData(), writeSchema, mostTokens);
  }

  /// For another try at sentences that failed.
  ///
  /// @param failed each with its number and the reason
  ModelQuestion again(Material cited, String failed, Language reader, int mostTokens) {
    return new ModelQuestion(
        in(again, reader), cited.asData() + "\n" + failed, againSchema, mostTokens);
  }

  /// For the answer to a question, from passages.
  ModelQuestion answer(String question, Material passages, Language reader, int mostTokens) {
    return new ModelQuestion(
        in(answer, reader),
        passages.asData() + "\nQuestion: " + question.replace('\n', ' '),
        writeSchema,
        mostTokens);
  }

  private static String in(String text, Language reader) {
    return text.replace("{language}", LANGUAGES.getOrDefault(reader.tag(), reader.tag()));
  }

  private static String read(String name) {
    return resource("/prompts/brief-" + VERSION + "/" + name);
  }

  private static String resource(String path) {
    try (InputStream in = Prompt.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no prompt file is called " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
