package dev.assay.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class BoundedTest {

  private record Catch(String port, List<String> ships, Landed landed) {}

  private record Landed(List<Haul> hauls) {}

  private record Haul(String fish, List<String> crates) {}

  private static final Rest WHOLE = Rest.parse("");

  private static int sent(ObjectNode json) {
    Toolbox.Outcome outcome = Answers.of(json);
    return JsonMapper.shared().writeValueAsBytes(List.of(outcome.answer(), outcome.text())).length;
  }

  @Test
  void leavesAShortAnswerWhole() {
    Catch small = new Catch("松湾", List.of("Merle"), new Landed(List.of()));
    assertThat(Bounded.of(small, WHOLE)).isEqualTo(JsonMapper.shared().valueToTree(small));
  }

  @Test
  void givesALongAnswerInPartsThatComeToTheWhole() {
    List<String> ships = IntStream.range(0, 900).mapToObj(i -> "渔船 \"Merle\" " + i).toList();
    List<Haul> hauls =
        IntStream.range(0, 300).mapToObj(i -> new Haul("鲭鱼 mackerel " + i, List.of("一"))).toList();
    Catch whole = new Catch("松湾", ships, new Landed(hauls));
    List<String> told = new ArrayList<>();
    String rest = "";
    int answers = 0;
    do {
      ObjectNode part = Bounded.of(whole, Rest.parse(rest));
      assertThat(sent(part)).isLessThanOrEqualTo(Bounded.MOST);
      part.path("ships").valueStream().map(JsonNode::asString).forEach(told::add);
      part.at("/landed/hauls")
          .valueStream()
          .map(haul -> haul.path("fish").asString())
          .forEach(told::add);
      rest = part.path("rest").asString("");
      assertThat(part.has("left_out")).isEqualTo(!rest.isEmpty());
      answers++;
    } while (!rest.isEmpty());

    List<String> all = new ArrayList<>(ships);
    hauls.forEach(haul -> all.add(haul.fish()));
    assertThat(told).containsExactlyInAnyOrderElementsOf(all);
    assertThat(answers).isBetween(4, 12);
  }

  @Test
  void cutsWhatIsWithinAnElementThatNoAnswerHolds() {
    Haul large =
        new Haul("herring", IntStream.range(0, 5_000).mapToObj(i -> "crate " + i).toList());
    ObjectNode json =
        Bounded.of(new Catch("Arden", List.of(), new Landed(List.of(large, large))), WHOLE);

    assertThat(sent(json)).isLessThanOrEqualTo(Bounded.MOST);
    assertThat(json.path("rest").asString()).isEqualTo("landed.hauls:1");
    assertThat(json.at("/landed/hauls/0/crates").size()).isGreaterThan(400);
  }

  private record Log(List<Entry> entries) {}

  private record Entry(String article, String text, List<String> marks) {}

  /// What is one text cannot be given in parts: its beginning is, and where the whole is.
  @Test
  void cutsATextThatNoAnswerHoldsAndSaysSo() {
    Entry long1 = new Entry("0g3k", "鲭鱼🐟 of the harbour. ".repeat(4_000), List.of("一", "two"));
    Entry short1 = new Entry("1h4m", "Nothing landed.", List.of());
    ObjectNode first = Bounded.of(new Log(List.of(long1, short1)), WHOLE);

    assertThat(sent(first)).isBetween(Bounded.MOST * 3 / 4, Bounded.MOST);
    String text = first.at("/entries/0/text").asString();
    assertThat(text)
        .startsWith("鲭鱼🐟 of the harbour. 鲭鱼🐟")
        .matches(
            "(?s).*… \\[cut here: [0-9,]+ more characters; the tool article has it whole, id 0g3k]");
    assertThat(text.codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
    assertThat(first.path("rest").asString()).isEqualTo("entries:1");
    ObjectNode second = Bounded.of(new Log(List.of(long1, short1)), Rest.parse("entries:1"));
    assertThat(second.at("/entries/0/text").asString()).isEqualTo("Nothing landed.");
    assertThat(second.has("rest")).isFalse();
  }

  @Test
  void saysHowARestIsWritten() {
    assertThat(Rest.parse("articles:12  a.b:3").given())
        .isEqualTo(Map.of("articles", 12, "a.b", 3));
    for (String wrong : List.of("12", "articles", "articles:-1", ":4", "articles:9999999999")) {
      assertThatThrownBy(() -> Rest.parse(wrong))
          .isInstanceOf(Arguments.Mistake.class)
          .hasMessageStartingWith("rest must be what the answer before said");
    }
  }

  @Test
  void breaksAParagraphOnlyWhereAnAnswerDoesNotHoldIt() {
    List<Paragraph> paragraphs =
        List.of(
            new Paragraph(1, Paragraph.Kind.TEXT, "港口".repeat(1_000)),
            new Paragraph(2, Paragraph.Kind.TEXT, "𠀀".repeat(9_000)),
            new Paragraph(3, Paragraph.Kind.TEXT, "The end."));
    StringBuilder second = new StringBuilder();
    Stretch first = Stretch.of(paragraphs, 1, 0);
    assertThat(first.paragraphs()).extracting(McpShapes.Paragraph::number).containsExactly(1);
    assertThat(first.next()).isEqualTo(2);
    assertThat(first.nextAt()).isNull();

    Stretch part = Stretch.of(paragraphs, 2, 0);
    while (part.nextAt() != null) {
      second.append(part.paragraphs().getFirst().text());
      part = Stretch.of(paragraphs, 2, part.nextAt());
    }
    second.append(part.paragraphs().getFirst().text());
    assertThat(second.toString()).isEqualTo("𠀀".repeat(9_000));
    assertThat(part.paragraphs()).extracting(McpShapes.Paragraph::number).containsExactly(2, 3);
    assertThat(part.next()).isNull();
  }
}
