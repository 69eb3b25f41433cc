package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.ask.AskScope;
import dev.assay.brief.BriefSentence;
import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What is asked of records, in which a line has a label and a value.
@TestInstance(Lifecycle.PER_CLASS)
final class AskedRecordsTest {

  private static final Instant START = Instant.parse("2025-11-20T08:00:00Z");

  private Desk desk;

  @BeforeAll
  void open(@TempDir Path folder) {
    desk = new Desks(Lexicon.shipped(), () -> START, Optional::empty).toWrite(folder);
    record(
        "en-1",
        "Harbour Survey of Tarnby",
        "The survey is of all who work at the locks.",
        "Name: O. Wickstead",
        "Occupation: Lock keeper");
    record(
        "en-2",
        "Harbour Survey of Elmstow",
        "The survey is of all who work at the locks.",
        "Name: P. Ludlow",
        "Occupation: Rope maker");
    record("zh-1", "苇塘港务局登记表", "本表登记在港务局工作的人。", "姓名：柏某某", "职业：闸工");
    record("zh-2", "柳汀港务局登记表", "本表登记在港务局工作的人。", "姓名：臧某某", "职业：绳匠");
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private void record(String id, String title, String... lines) {
    BatchLines.take(
        desk,
        START,
        Map.of(
            "id",
            id,
            "source",
            "Carrow Register",
            "published",
            START.minusSeconds(3_600).toString(),
            "title",
            title,
            "text",
            String.join("\n\n", lines)),
        Map.of());
  }

  private List<String> said(String question) {
    return desk.ask().answer(question, AskScope.ALL, Language.EN).sentences().stream()
        .map(BriefSentence::text)
        .toList();
  }

  @Test
  void answersByTheLineWhoseLabelSaysWhatIsAsked() {
    assertThat(
            said("According to the harbour survey of Tarnby, what is O. Wickstead's occupation?"))
        .startsWith("Occupation: Lock keeper");
    assertThat(said("According to the harbour survey of Elmstow, what is P. Ludlow's occupation?"))
        .startsWith("Occupation: Rope maker");
    assertThat(said("根据苇塘港务局登记表，柏某某的职业是什么？")).startsWith("职业：闸工");
    assertThat(said("根据柳汀港务局登记表，臧某某的职业是什么？")).startsWith("职业：绳匠");
  }

  @Test
  void takesNoLabelForAnAnswerThatSaysLessThanIsAsked() {
    assertThat(
            said(
                "According to the harbour survey of Tarnby, what is the occupation of O. Wickstead's eldest daughter Maud?"))
        .doesNotContain("Occupation: Lock keeper");
    assertThat(said("根据苇塘港务局登记表，柏某某的职业病是什么？")).doesNotContain("职业：闸工");
  }
}
