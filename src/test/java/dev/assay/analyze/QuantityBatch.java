package dev.assay.analyze;

import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stand-in for `assay quantities --batch`.
final class QuantityBatch {
  public static void main(String[] args) throws Exception {
    JsonMapper json = JsonMapper.builder().build();
    QuantityExtractor extractor = new QuantityExtractor();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    String line;
    while ((line = in.readLine()) != null) {
      JsonNode node = json.readTree(line);
      String text = node.get("text").asString();
      Language language = LanguageDetector.detect(text, Language.UNKNOWN);
      List<Map<String, Object>> quantities = new ArrayList<>();
      for (Quantity q : extractor.extract(text, language)) {
        Map<String, Object> each = new LinkedHashMap<>();
        each.put("surface", q.span().in(text));
        each.put("start", q.span().start());
        each.put("end", q.span().end());
        each.put("low", plain(q.low()));
        each.put("high", plain(q.high()));
        each.put("unit", q.unit().code());
        each.put("modifier", q.modifier().word());
        quantities.add(each);
      }
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("id", node.get("id").asString());
      answer.put("quantities", quantities);
      answer.put("claims", List.of());
      out.println(json.writeValueAsString(answer));
    }
    out.flush();
  }

  private static Object plain(BigDecimal value) {
    return value == null ? null : new BigDecimal(value.toPlainString());
  }
}
