package dev.assay.cli.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON Lines in, JSON Lines out: answers in the order of the questions, on every core, with a
/// bounded number of lines in memory. A line that cannot be answered is answered with its reason.
final class BatchLines {

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  /// Lines that one task answers: enough to make handing it over cheap.
  private static final int CHUNK = 64;

  private BatchLines() {}

  /// Answers each line of `in`; the answers need no id, it is set here. Neither stream is closed.
  static void run(InputStream in, OutputStream out, Function<JsonNode, ObjectNode> answer)
      throws IOException, InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    PrintStream lines = new PrintStream(out, false, StandardCharsets.UTF_8);
    Deque<Future<String>> underWay = new ArrayDeque<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> chunk = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          chunk.add(line);
        }
        if (chunk.size() == CHUNK) {
          List<String> full = chunk;
          underWay.add(workers.submit(() -> answers(full, answer)));
          chunk = new ArrayList<>();
        }
        if (underWay.size() > 4 * threads) {
          lines.print(textOf(underWay.remove()));
        }
      }
      List<String> rest = chunk;
      underWay.add(workers.submit(() -> answers(rest, answer)));
      while (!underWay.isEmpty()) {
        lines.print(textOf(underWay.remove()));
      }
    }
    lines.flush();
  }

  private static String textOf(Future<String> answers) throws InterruptedException {
    try {
      return answers.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a batch of lines could not be answered", e.getCause());
    }
  }

  private static String answers(List<String> lines, Function<JsonNode, ObjectNode> answer) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(answerLine(line, answer)).append('\n');
    }
    return text.toString();
  }

  private static String answerLine(String line, Function<JsonNode, ObjectNode> answer) {
    JsonNode question;
    try {
      question = MAPPER.readTree(line);
    } catch (JacksonException e) {
      return error(null, "the line is not JSON: " + e.getOriginalMessage());
    }
    JsonNode id = question.path("id");
    try {
      ObjectNode whole = MAPPER.createObjectNode();
      whole.set("id", id.isMissingNode() ? MAPPER.nullNode() : id);
      whole.setAll(answer.apply(question));
      return MAPPER.writeValueAsString(whole);
    } catch (IllegalArgumentException e) {
      return error(id, String.valueOf(e.getMessage()));
    }
  }

  private static String error(@Nullable JsonNode id, String reason) {
    ObjectNode answer = MAPPER.createObjectNode();
    answer.set("id", id == null ? MAPPER.nullNode() : id);
    answer.put("error", reason);
    return MAPPER.writeValueAsString(answer);
  }

  /// The text of a field that a line must have.
  static String text(JsonNode question, String field) {
    if (!question.path(field).isString()) {
      throw new IllegalArgumentException("the line must have a text \"" + field + "\"");
    }
    return question.path(field).asString();
  }
}
