package dev.assay.brief.model;

import dev.assay.analyze.text.Sentences;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.BriefJson;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.claim.SaidClaim;
import dev.assay.cite.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How many claims of a model are admitted that answers with labelled claims, every fourth of them
/// spoilt: another value, the subject of a claim beside it, the figure of another property, or a
/// denial dropped that stands in the text. `java dev.assay.brief.model.ClaimsBench PASSAGES
/// LABELS`; what LABELS (`bench/claim-labels.tsv`) names was learned from and is told apart.
final class ClaimsBench {

  private static final Pattern VERB =
      Pattern.compile(
          "(?:达到|达|占|增长|下降|获得|超过|实现|完成|投资|减少|增加|上涨|下跌)|\\b(?:is|are|was|were|has|have|will|had)\\b");

  private final boolean isSeen;
  private final Map<String, int[]> kinds = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private int count;

  private ClaimsBench(boolean isSeen) {
    this.isSeen = isSeen;
  }

  public static void main(String[] arguments) throws IOException {
    Set<String> learned =
        Files.readAllLines(Path.of(arguments[1])).stream()
            .map(line -> line.split("\t")[0])
            .collect(Collectors.toSet());
    for (boolean seen : new boolean[] {true, false}) {
      ClaimsBench bench = new ClaimsBench(seen);
      for (String line : Files.readAllLines(Path.of(arguments[0]))) {
        JsonNode passage = JsonMapper.shared().readTree(line);
        if (learned.contains(passage.path("id").asString()) == seen) {
          bench.tryOne(passage);
        }
      }
      bench.tell();
    }
  }

  private void tell() {
    System.out.println(isSeen ? "learned from" : "not learned from");
    kinds.forEach(
        (kind, counts) ->
            System.out.printf(
                "  %-14s %4d of %4d admitted (%.1f %%)%n",
                kind, counts[0], counts[1], 100.0 * counts[0] / counts[1]));
    System.out.println("  right ones refused for " + reasons);
  }

  /// What the model says of one label, right or not.
  private record Saying(String kind, Map<String, Object> claim) {}

  private void tryOne(JsonNode passage) {
    String text = passage.path("text").asString();
    List<JsonNode> labels = new ArrayList<>();
    passage.path("claims").forEach(labels::add);
    labels.removeIf(label -> label.path("subject").isEmpty());
    List<Saying> sayings = new ArrayList<>();
    for (JsonNode label : labels) {
      Saying right = new Saying("right", said(label, text));
      sayings.add(++count % 4 == 0 ? spoilt(label, labels, right, text).orElse(right) : right);
    }
    if (sayings.isEmpty()) {
      return;
    }
    Optional<String> denied = denied(sayings, text);
    String shown = denied.orElse(text);
    boolean isChinese = passage.path("lang").asString().equals("zh");
    Article article = Article.ofPassage(shown, isChinese ? Language.ZH_HANS : Language.EN);
    for (Saying saying : sayings) {
      saying.claim().put("quote", sentence(shown, String.valueOf(saying.claim().get("figure"))));
    }
    ScriptedModel model =
        ScriptedModel.of(
            _ ->
                ScriptedModel.json(Map.of("claims", sayings.stream().map(Saying::claim).toList())));
    count(sayings, answer(model, article));
  }

  private static ModelReading answer(ScriptedModel model, Article article) {
    Answer answer =
        ShippedWriters.of(model).write(Product.CLAIMS, article, Language.UNKNOWN, Gate.OPEN);
    return answer.content() == null
        ? new ModelReading("", List.of(), List.of())
        : BriefJson.mapper().readValue(answer.content(), ModelReading.class);
  }

  private void count(List<Saying> sayings, ModelReading reading) {
    Set<String> admitted = new HashSet<>();
    for (SaidClaim said : reading.said()) {
      admitted.add(said.figure() + said.property().word() + said.subject() + said.low());
    }
    for (Saying saying : sayings) {
      Map<String, Object> claim = saying.claim();
      Object low = claim.get("low");
      String key = "" + claim.get("figure") + claim.get("property") + claim.get("subject") + low;
      int[] counts = kinds.computeIfAbsent(saying.kind(), _ -> new int[2]);
      counts[0] += admitted.contains(key) ? 1 : 0;
      counts[1]++;
      if (saying.kind().equals("right") && !admitted.contains(key)) {
        String reason =
            reading.refused().stream()
                .filter(refused -> refused.figure().equals(claim.get("figure")))
                .map(refused -> refused.reason().word())
                .findFirst()
                .orElse("-");
        reasons.merge(reason, 1, Integer::sum);
        if (System.getProperty("show") != null) {
          System.out.println(reason + " " + claim);
        }
      }
    }
  }

  private static Map<String, Object> said(JsonNode label, String text) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("paragraph", 1);
    said.put("figure", label.path("surface").asString());
    said.put("low", decimal(label.path("low")));
    said.put("high", decimal(label.path("high")));
    said.put("unit", label.path("unit").asString());
    said.put("bound", label.path("modifier").asString());
    said.put("subject", label.path("subject").get(0).asString());
    said.put("property", label.path("property").asString());
    said.put("of", null);
    said.put("when", label.path("time").isNull() ? null : label.path("time").asString());
    said.put("speaker", null);
    said.put("stance", "asserted");
    return said;
  }

  private static String decimal(JsonNode node) {
    return node.isNumber() ? new BigDecimal(node.toString()).toPlainString() : null;
  }

  private Optional<Saying> spoilt(
      JsonNode label, List<JsonNode> labels, Saying right, String text) {
    for (int i = 0; i < 4; i++) {
      Map<String, Object> claim = new HashMap<>(right.claim());
      String kind =
          switch ((count / 4 + i) % 4) {
            case 0 -> value(claim);
            case 1 -> subject(claim, label, labels, text);
            case 2 -> figure(claim, label, labels);
            default -> verbBefore(text, label).isPresent() ? "denial" : "";
          };
      if (!kind.isEmpty()) {
        return Optional.of(new Saying(kind, claim));
      }
    }
    return Optional.empty();
  }

  /// Every digit one more, in the value or in the words too.
  private static String value(Map<String, Object> claim) {
    for (String end : List.of("low", "high")) {
      Object value = claim.get(end);
      if (value != null) {
        claim.put(end, new BigDecimal(value.toString()).multiply(new BigDecimal("1.1")).toString());
      }
    }
    return "value";
  }

  private static String subject(
      Map<String, Object> claim, JsonNode label, List<JsonNode> labels, String text) {
    for (JsonNode other : labels) {
      String words = other.path("subject").get(0).asString();
      if (!other.path("entity").equals(label.path("entity"))
          && !overlaps(words, label.path("subject"))) {
        claim.put("subject", words);
        return "subject";
      }
    }
    return "";
  }

  private static boolean overlaps(String words, JsonNode subjects) {
    for (JsonNode subject : subjects) {
      if (subject.asString().contains(words) || words.contains(subject.asString())) {
        return true;
      }
    }
    return false;
  }

  private static String figure(Map<String, Object> claim, JsonNode label, List<JsonNode> labels) {
    for (JsonNode other : labels) {
      if (!other.path("property").equals(label.path("property"))
          && !other.path("surface").equals(label.path("surface"))) {
        claim.put("figure", other.path("surface").asString());
        claim.put("low", decimal(other.path("low")));
        claim.put("high", decimal(other.path("high")));
        claim.put("unit", other.path("unit").asString());
        claim.put("bound", other.path("modifier").asString());
        return "figure";
      }
    }
    return "";
  }

  /// The verb of the clause before the figure.
  private static Optional<Span> verbBefore(String text, JsonNode label) {
    int at = text.indexOf(label.path("surface").asString());
    int from = Math.max(0, at - 24);
    if (at < 0) {
      return Optional.empty();
    }
    Matcher verb = VERB.matcher(text.substring(from, at));
    Span last = null;
    while (verb.find()) {
      last = new Span(from + verb.start(), from + verb.end());
    }
    return Optional.ofNullable(last);
  }

  /// The text with a denial before the verb of the claim whose denial is dropped.
  private static Optional<String> denied(List<Saying> sayings, String text) {
    for (Saying saying : sayings) {
      if (saying.kind().equals("denial")) {
        JsonNode label =
            JsonMapper.shared().valueToTree(Map.of("surface", saying.claim().get("figure")));
        Span verb = verbBefore(text, label).orElseThrow();
        boolean english = Character.isLowerCase(text.charAt(verb.start()));
        int place = english ? verb.end() : verb.start();
        return Optional.of(
            text.substring(0, place) + (english ? " not" : "并未") + text.substring(place));
      }
    }
    return Optional.empty();
  }

  private static String sentence(String text, String figure) {
    int at = text.indexOf(figure);
    return Sentences.of(text).stream()
        .filter(span -> span.start() <= at && at < span.end())
        .map(span -> span.in(text))
        .filter(words -> words.length() <= 600)
        .findFirst()
        .orElse(figure);
  }
}
