package dev.assay.brief.model;

import dev.assay.article.Language;
import dev.assay.llm.ModelQuestion;

/// The questions by which a model is asked for a brief: our words, the document as data.
final class Prompt {

  private final PromptFiles files = new PromptFiles(Product.BRIEF);
  private final String write = files.read("write.md");
  private final String section = files.read("section.md");
  private final String join = files.read("join.md");
  private final String again = files.read("again.md");
  private final String answer = PromptFiles.resource("/prompts/answer-1/write.md");
  private final String writeSchema = files.read("write.schema.json");
  private final String againSchema = files.read("again.schema.json");

  /// For the brief of a whole document.
  ModelQuestion write(Material material, Language reader, int mostTokens) {
    return new ModelQuestion(
        PromptFiles.in(write, reader), material.asData(), writeSchema, mostTokens);
  }

  /// For the brief of one section, counted from 1.
  ModelQuestion section(Material material, int part, int parts, Language reader, int mostTokens) {
    String where =
        section.replace("{part}", String.valueOf(part)).replace("{parts}", String.valueOf(parts));
    return new ModelQuestion(
        PromptFiles.in(write, reader) + "\n" + where, material.asData(), writeSchema, mostTokens);
  }

  /// For the brief of a report of whose sections `material` holds the sentences.
  ModelQuestion join(Material material, Language reader, int mostTokens) {
    return new ModelQuestion(
        PromptFiles.in(write, reader) + "\n" + join, material.asData(), writeSchema, mostTokens);
  }

  /// For another try at sentences that failed.
  ///
  /// @param failed each with its number and the reason
  ModelQuestion again(Material cited, String failed, Language reader, int mostTokens) {
    return new ModelQuestion(
        PromptFiles.in(again, reader), cited.asData() + "\n" + failed, againSchema, mostTokens);
  }

  /// For the answer to a question, from passages.
  ModelQuestion answer(String question, Material passages, Language reader, int mostTokens) {
    return new ModelQuestion(
        PromptFiles.in(answer, reader),
        passages.asData() + "\nQuestion: " + question.replace('\n', ' '),
        writeSchema,
        mostTokens);
  }
}
