package dev.assay.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReasonsTest {

  private static final Path MAIN =
      Path.of(System.getProperty("assay.root", "."), "src/main/java/dev/assay");

  /// What refuses a document, or ends a command with words for a person.
  private static final Pattern REFUSAL =
      Pattern.compile(
          "\\b(?:CleanResult\\.Refused|Given\\.Refused|Outcome\\.Refused|StoreException|ExpectedFailure"
              + "|[a-z]*[rR]efused)\\(\\s*(?:[\\w.]+(?:\\([^()\"]*\\))?,\\s*|[\\w.]+\\(\\),\\s*)?\"((?:[^\"\\\\]|\\\\.)+)\"");

  /// A sentence that says what is wrong, and often what to do.
  private static final Pattern SENTENCE =
      Pattern.compile(
          "\"([A-Za-z%](?:[^\"\\\\\n]|\\\\.)*?(?: (?:[^\"\\\\\n ]|\\\\.)+){4,}[.;](?: [^\"\\n]*)?)\"");

  /// A literal, of one piece or several, that ends like a sentence.
  private static final Pattern MESSAGE =
      Pattern.compile(
          "\"(?:[^\"\\\\\n]|\\\\.)*+\"(?:\\s*\\+\\s*\"(?:[^\"\\\\\n]|\\\\.)*+\")*+(?<=[.]\")");

  @Test
  void tellsAReasonInChineseWithWhatItNames() {
    assertThat(Reasons.inChinese("There is no such file. Check the path."))
        .isEqualTo("没有这个文件。请检查路径。");
    assertThat(
            Reasons.inChinese(
                "Port 80 cannot be used: it is taken. Name another with --port N, or 0 for any."))
        .isEqualTo("端口 80 无法使用：it is taken。请用 --port N 换一个，或用 0 任选。");
    assertThat(Reasons.inChinese("mended: left its document type out, spelled entities out"))
        .isEqualTo("已修复：去掉文档类型声明、还原字符实体");
    assertThat(
            Reasons.inChinese(
                "the PDF is damaged and could not be read; open it in a viewer and save it anew"))
        .isEqualTo("PDF 文件已损坏，无法读取；请用阅读器打开并重新保存");
    assertThat(Reasons.inChinese("Nobody wrote this.")).isEqualTo("Nobody wrote this.");
  }

  @Test
  void everyReasonOfTheProgramHasItsChinese() throws IOException {
    List<String> english = new ArrayList<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!file.startsWith(MAIN.resolve("api")) && !file.startsWith(MAIN.resolve("cli"))) {
          Matcher refusal = REFUSAL.matcher(Files.readString(file));
          while (refusal.find()) {
            english.add(refusal.group(1));
          }
          if (file.startsWith(MAIN.resolve("clean")) || file.startsWith(MAIN.resolve("fetch"))) {
            Matcher sentence = SENTENCE.matcher(Files.readString(file));
            while (sentence.find()) {
              english.add(sentence.group(1));
            }
          }
        }
      }
    }
    english.removeIf(reason -> reason.split(" ").length < 4); // parts of a sentence
    assertThat(english).hasSizeGreaterThan(50);
    english.removeIf(ReasonsTest::isTold);
    assertThat(english).as("reasons without Chinese").isEmpty();
  }

  /// The API says what is wrong to who prefers Chinese in Chinese; that of the commercial contract
  /// says what the contract does.
  @Test
  void everyMessageOfTheApiHasItsChinese() throws IOException {
    List<String> english = new ArrayList<>();
    try (Stream<Path> files = Files.walk(MAIN.resolve("api"))) {
      for (Path file : files.filter(ReasonsTest::isOfOwnRoutes).toList()) {
        Matcher message = MESSAGE.matcher(Files.readString(file));
        while (message.find()) {
          english.add(message.group().replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("^\"|\"$", ""));
        }
      }
    }
    english.removeIf(message -> message.split(" ").length < 4);
    assertThat(english).hasSizeGreaterThan(100);
    english.removeIf(ReasonsTest::isTold);
    assertThat(english).as("messages without Chinese").isEmpty();
  }

  private static boolean isOfOwnRoutes(Path file) {
    return file.toString().endsWith("Routes.java") && !file.getParent().endsWith("research");
  }

  private static boolean isTold(String reason) {
    String said = reason.replace("\\\"", "\"").replaceAll("%,?[sd]", "7");
    String chinese = Reasons.inChinese(said.endsWith(" ") ? said + "x" : said);
    return Pattern.compile("\\p{IsHan}").matcher(chinese).find();
  }
}
