package dev.assay.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class FoldCommandTest {

  private static final String TEXT =
      "南屏矿业周二说，新的分离线将于明年三月投产，每年可出氧化镨钕4200吨。"
          + "原料来自北岸的两座矿山，运距不到90公里，矿石品位在去年的勘探中有所提高。"
          + "项目耗资18亿元，其中三成来自地方基金，其余由公司自筹，预计7年收回投资。";
  private static final String TRADITIONAL =
      "南屏礦業周二說，新的分離線將於明年三月投產，每年可出氧化鐠釹4200噸。"
          + "原料來自北岸的兩座礦山，運距不到90公里，礦石品位在去年的勘探中有所提高。"
          + "項目耗資18億元，其中三成來自地方基金，其餘由公司自籌，預計7年收回投資。";

  private static String line(String id, String text, String published) {
    return "{\"id\":\"%s\",\"title\":\"标题 %s\",\"text\":\"%s\",\"published\":\"%s\"}"
        .formatted(id, id, text, published);
  }

  private static List<String> fold(List<String> lines, int threads) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] in = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    try (PrintStream printed = new PrintStream(out, false, StandardCharsets.UTF_8)) {
      FoldBatch.run(new ByteArrayInputStream(in), printed, threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void namesTheFirstPublishedAsCanonicalAndKeepsNewFiguresApart() {
    assertThat(
            fold(
                List.of(
                    line("late", TEXT, "2025-05-06 09:00"),
                    line("early", TRADITIONAL, "2025-05-06T08:00+08:00"),
                    line("other", TEXT.replace("4200", "4600"), "2025-05-07")),
                2))
        .containsExactly(
            "{\"id\":\"late\",\"group\":\"early\",\"canonical\":false}",
            "{\"id\":\"early\",\"group\":\"early\",\"canonical\":true}",
            "{\"id\":\"other\",\"group\":\"other\",\"canonical\":true}");
  }

  @Test
  void answersWhatCannotBeReadWithTheReason() {
    assertThat(fold(List.of("{\"title\":\"x\"}", line("one", "", "")), 1))
        .containsExactly(
            "{\"id\":\"line 1\",\"error\":\"the line must be a JSON object with an \\\"id\\\"\"}",
            "{\"id\":\"one\",\"group\":\"one\",\"canonical\":true}");
  }

  @Test
  void givesTheSameGroupsInAnyOrderWithAnyNumberOfThreads() {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int kind = random.nextInt(6);
      String text = TEXT.replace("4200", Integer.toString(4200 + 100 * kind));
      text = random.nextBoolean() ? text.substring(0, 70 + random.nextInt(40)) : text;
      lines.add(line("a" + i, text, "2025-05-0%d".formatted(1 + random.nextInt(9))));
    }
    TreeSet<String> expected = new TreeSet<>(fold(lines, 1));
    for (int shuffle = 0; shuffle < 100; shuffle++) {
      Collections.shuffle(lines, random);
      assertThat(new TreeSet<>(fold(lines, 1 + shuffle % 8))).isEqualTo(expected);
    }
  }
}
