package dev.assay.mcp;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tasks that an assistant's user can choose by name.
final class Prompts {

  /// One task.
  ///
  /// @param words with the argument's value in place of `%s`
  private record Task(String name, String title, String argument, String about, String words) {}

  private static final String NAME = "name";

  private static final List<Task> TASKS =
      List.of(
          new Task(
              "brief_topic",
              "Brief me on a topic",
              NAME,
              "Any name, in any script.",
              "Brief me on %s from this desk. Use topic, then ledger for its figures. At most twelve"
                  + " sentences; after each its citation as [article, paragraph]. Say where sources"
                  + " differ, and leave out every number whose verdict is not supported."),
          new Task(
              "compare_figures",
              "Compare figures",
              NAME,
              "Any name, in any script.",
              "Which figures on %s do the sources of this desk agree on, and where do they differ?"
                  + " Use ledger and ledger_entry; give for each side value, source, date and quote,"
                  + " and the verdict's reason."),
          new Task(
              "check_draft",
              "Check a draft",
              "draft",
              "The text to check.",
              "Check every sentence of this draft that has a number or a name against this desk:"
                  + " search_passages to find what it rests on, then check. List what is not"
                  + " supported, with what the source says.\n\n%s"));

  private Prompts() {}

  static List<McpSchema.Prompt> all() {
    return TASKS.stream()
        .map(
            task ->
                McpSchema.Prompt.builder(task.name())
                    .title(task.title())
                    .description(task.title())
                    .arguments(
                        List.of(
                            McpSchema.PromptArgument.builder(task.argument())
                                .description(task.about())
                                .required(true)
                                .build()))
                    .build())
        .toList();
  }

  /// The tasks whose argument is the name of a topic.
  static Stream<McpSchema.PromptReference> ofTopics() {
    return TASKS.stream()
        .filter(task -> task.argument().equals(NAME))
        .map(task -> new McpSchema.PromptReference(task.name()));
  }

  /// @param arguments null if the client names none
  /// @throws McpError if the task's argument is missing
  static McpSchema.GetPromptResult say(String name, @Nullable Map<String, Object> arguments) {
    Task task = TASKS.stream().filter(known -> known.name().equals(name)).findFirst().orElseThrow();
    Map<String, Object> given = arguments == null ? Map.of() : arguments;
    String value = String.valueOf(given.getOrDefault(task.argument(), "")).strip();
    if (value.isEmpty()) {
      throw McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS)
          .message("%s needs %s: %s".formatted(name, task.argument(), task.about()))
          .build();
    }
    McpSchema.TextContent words =
        McpSchema.TextContent.builder(task.words().replace("%s", value)).build();
    McpSchema.PromptMessage message =
        McpSchema.PromptMessage.builder(McpSchema.Role.USER, words).build();
    return McpSchema.GetPromptResult.builder(List.of(message)).description(task.title()).build();
  }
}
