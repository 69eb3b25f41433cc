package dev.assay.brief.model;

import dev.assay.llm.LanguageModel;
import dev.assay.llm.ModelQuestion;
import dev.assay.llm.Reply;
import dev.assay.llm.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// A model that answers as it is told, and keeps what it was asked.
public final class ScriptedModel implements LanguageModel {

  private static final Pattern LINE = Pattern.compile("(?m)^\\[(\\d+)] (.*)$");

  private static final Pattern TITLE = Pattern.compile("(?m)^Title: (.*)$");

  public final List<ModelQuestion> asked = new ArrayList<>();
  private final Function<ModelQuestion, Reply> script;
  private String name = "scripted";

  private ScriptedModel(Function<ModelQuestion, Reply> script) {
    this.script = script;
  }

  public static ScriptedModel of(Function<ModelQuestion, String> script) {
    return new ScriptedModel(question -> answered(question, script.apply(question)));
  }

  /// Is down as long as `down` says so, and then repeats the text.
  public static ScriptedModel downWhile(BooleanSupplier down, Duration retryAfter) {
    return new ScriptedModel(
        question ->
            down.getAsBoolean()
                ? new Reply.Down("status 503", retryAfter)
                : answered(question, repeat(question, sentence -> sentence)));
  }

  public static ScriptedModel replying(Reply... replies) {
    List<Reply> left = new ArrayList<>(Arrays.asList(replies));
    return new ScriptedModel(_ -> left.size() > 1 ? left.removeFirst() : left.getFirst());
  }

  /// Gives these answers in turn, the last for ever.
  public static ScriptedModel saying(String... answers) {
    return replying(
        Arrays.stream(answers)
            .map(text -> (Reply) new Reply.Answered(text, new Usage(100, 10)))
            .toArray(Reply[]::new));
  }

  /// Says the first sentence of each line, as `say` changes it.
  public static ScriptedModel repeating(Function<String, String> say) {
    return of(question -> repeat(question, say));
  }

  public static String repeat(ModelQuestion question, Function<String, String> say) {
    if (question.schema().contains("\"sentences\"")) {
      return "{\"sentences\": []}";
    }
    if (question.schema().contains("\"title\"")) {
      return json(Map.of("title", say.apply(title(question))));
    }
    if (question.schema().contains("\"lines\"")) {
      return json(Map.of("lines", translated(question, say)));
    }
    List<Map<String, Object>> bullets = new ArrayList<>();
    lines(question)
        .forEach(
            (number, line) ->
                bullets.add(
                    Map.of("text", say.apply(firstSentence(line)), "paragraphs", List.of(number))));
    List<Map<String, Object>> groups = new ArrayList<>();
    for (int i = 1; i < bullets.size() && groups.size() < 5; i += 3) {
      String heading = String.valueOf(bullets.get(i).get("text"));
      groups.add(
          Map.of(
              "heading", heading.substring(0, Math.min(12, heading.length())),
              "bullets", bullets.subList(i, Math.min(bullets.size(), i + 3))));
    }
    return json(Map.of("viewpoint", bullets.subList(0, 1), "groups", groups));
  }

  private static List<Map<String, Object>> translated(
      ModelQuestion question, Function<String, String> say) {
    List<Map<String, Object>> translated = new ArrayList<>();
    lines(question)
        .forEach(
            (number, line) -> translated.add(Map.of("number", number, "text", say.apply(line))));
    return translated;
  }

  public static String title(ModelQuestion question) {
    Matcher title = TITLE.matcher(question.text());
    return title.find() ? title.group(1) : "";
  }

  public static String firstSentence(String line) {
    int end = line.indexOf("。");
    int stop = line.indexOf(". ");
    if (end >= 0) {
      return line.substring(0, end + 1);
    }
    return stop >= 0 ? line.substring(0, stop + 1) : line;
  }

  /// The numbered lines of a question.
  public static Map<Integer, String> lines(ModelQuestion question) {
    Map<Integer, String> lines = new LinkedHashMap<>();
    Matcher matcher = LINE.matcher(question.text());
    while (matcher.find()) {
      lines.put(Integer.valueOf(matcher.group(1)), matcher.group(2));
    }
    return lines;
  }

  public static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  private static Reply answered(ModelQuestion question, String text) {
    return new Reply.Answered(text, new Usage(question.text().length() / 3, text.length() / 3));
  }

  public ScriptedModel named(String other) {
    name = other;
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized Reply ask(ModelQuestion question) {
    asked.add(question);
    return script.apply(question);
  }
}
