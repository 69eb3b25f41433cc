package dev.assay.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.terminal.Output;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class NumbersBatchTest {

  private static InputStream in(String lines) {
    return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
  }

  private static Output output(ByteArrayOutputStream out) {
    return Output.of(out, out, false, Locale.ENGLISH);
  }

  private static List<String> quantities(String lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CommandLine(
            new QuantitiesCommand(Lexicon.shipped(), _ -> Optional.empty(), in(lines), output(out)))
        .execute("--batch");
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static List<String> checks(String lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CommandLine(new CheckCommand(Lexicon.shipped(), in(lines), output(out))).execute("--batch");
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void writesOneAnswerALineInTheOrderOfTheQuestions() {
    assertThat(
            quantities(
                """
                {"id":"a","text":"约54万吨"}
                {"id":2,"text":"up to $3bn"}
                """))
        .containsExactly(
            "{\"id\":\"a\",\"quantities\":[{\"surface\":\"约54万吨\",\"start\":0,\"end\":5,\"low\":540000,\"high\":540000,\"unit\":\"t\",\"modifier\":\"about\"}],\"claims\":[]}",
            "{\"id\":2,\"quantities\":[{\"surface\":\"up to $3bn\",\"start\":0,\"end\":10,\"low\":null,\"high\":3000000000,\"unit\":\"USD\",\"modifier\":\"at_most\"}],\"claims\":[]}");
  }

  @Test
  void answersWithTheReasonWhatItCannotRead() {
    List<String> lines = quantities("{\"id\":\"a\"}\nno json\n");

    assertThat(lines.getFirst())
        .isEqualTo("{\"id\":\"a\",\"error\":\"the line must have a text \\\"text\\\"\"}");
    assertThat(lines.get(1)).startsWith("{\"id\":null,\"error\":\"the line is not JSON");
  }

  @Test
  void checksABulletAgainstItsSource() {
    assertThat(
            checks(
                """
                {"id":"a","source":"产量54万吨。","bullet":"Output was 54,000 t."}
                """))
        .singleElement()
        .asString()
        .startsWith(
            "{\"id\":\"a\",\"verdict\":\"unsupported\",\"numbers\":[{\"surface\":\"54,000 t\",\"verdict\":\"unsupported\"");
  }
}
