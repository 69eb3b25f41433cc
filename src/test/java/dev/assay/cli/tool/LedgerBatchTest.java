package dev.assay.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class LedgerBatchTest {

  private static String answer(String lines) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LedgerBatch.run(
        Lexicon.shipped(), new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void writesTheEntriesOfALineOfPassages() throws Exception {
    assertThat(
            answer(
                """
                {"id":"q1","passages":[{"id":"a","text":"该剧于2021年2月12日上映。"},{"id":"b","text":"该剧于2011年2月12日上映。"}]}
                """))
        .isEqualTo(
            """
            {"id":"q1","entries":[{"entity":"该剧于…上映。","property":"date","of":"","verdict":"differ","rows":[\
            {"passage":"a","low":"2021-02-12","high":"2021-02-12","unit":"date","surface":"2021年2月12日"},\
            {"passage":"b","low":"2011-02-12","high":"2011-02-12","unit":"date","surface":"2011年2月12日"}]}]}""");
  }

  @Test
  void answersALineWithoutPassagesWithTheReason() throws Exception {
    assertThat(answer("{\"id\":1}"))
        .isEqualTo("{\"id\":1,\"error\":\"the line must have a list \\\"passages\\\"\"}");
  }
}
