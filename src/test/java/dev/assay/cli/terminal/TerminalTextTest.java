package dev.assay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// No text of others moves a terminal's cursor, renames its window or turns what follows it.
final class TerminalTextTest {

  private static final List<String> ATTACKS =
      List.of(
          "\u001b[2J\u001b[H",
          "\u001b]0;owned\u0007",
          "\u001b]52;c;cm0gLXJm\u0007",
          "\u009b31m",
          "\u0090q\u009c",
          "over\rwritten",
          "back\b\bspace",
          "\u0007",
          "\u007f",
          "\u0000",
          "\u202Egpj.exe",
          "\u2066turned\u2069");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Output output = Output.of(out, out, false, Locale.ENGLISH);

  private String printed() {
    output.flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static boolean isHarmless(String text) {
    return text.chars()
        .allMatch(
            c -> c >= 0x20 && !(c >= 0x7f && c <= 0x9f) && "\u202E\u2066\u2069".indexOf(c) < 0);
  }

  @Test
  void linesMessagesAndJsonAreHarmless() {
    for (String attack : ATTACKS) {
      output.line("稀土 " + attack + " rare");
      output.json(Map.of("title", "稀土 " + attack + " rare"));
      output.line(output.words().say("import.refused", "a" + attack + ".html\nfake: line", attack));
    }

    String printed = printed();
    assertThat(printed.lines()).hasSize(3 * ATTACKS.size()).allMatch(TerminalTextTest::isHarmless);
    assertThat(printed).contains("稀土").contains("rare").contains("fake: line");
  }

  @Test
  void jsonSaysTheSameAsBefore() {
    for (String attack : ATTACKS) {
      out.reset();
      output.json(Map.of("title", attack));
      assertThat(JsonMapper.shared().readTree(printed()).path("title").asString())
          .isEqualTo(attack);
    }
  }

  @Test
  void textWithoutThemIsLeftAsItIs() {
    String text = "中国镓 │ 锗\n\tcell \u200B🙂 naïve";
    assertThat(TerminalText.lines(text)).isSameAs(text);
  }
}
