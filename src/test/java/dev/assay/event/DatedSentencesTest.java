package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.lexicon.Lexicon;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which sentences of a text say when something happened, and when that was.
final class DatedSentencesTest {

  private final DatedSentences days = new DatedSentences(Lexicon.shipped());

  private List<String> told(Language language, LocalDate day, Precision precision, String text) {
    PublicationTime published =
        new PublicationTime(
            day.atStartOfDay(ZoneOffset.UTC).toInstant(),
            precision,
            ZoneOffset.UTC,
            false,
            Certainty.STATED,
            "");
    Article article = Article.ofLines(text, language, published);
    return days.of(Analyses.analyzer().analyze(article)).stream()
        .map(DatedSentencesTest::line)
        .toList();
  }

  private static String line(DatedSentence dated) {
    String until = dated.first().equals(dated.last()) ? "" : ".." + dated.last();
    return dated.first() + until + " " + dated.text();
  }

  private List<String> english(String text) {
    return told(Language.EN, LocalDate.of(2026, 6, 8), Precision.DAY, text);
  }

  private List<String> chinese(String text) {
    return told(Language.ZH_HANS, LocalDate.of(2026, 6, 8), Precision.DAY, text);
  }

  @Test
  void areOfTheDaysThatTheirSentenceMeans() {
    assertThat(
            english(
                "In the week to 5 June the board of Wallen counted 312 lorries on the detour.\n"
                    + "Judges in Wallen hear the appeal in the week of 16 June.\n"
                    + "Inspectors closed nine school kitchens in Wallen between 1 and 4 June."))
        .containsExactly(
            "2026-05-30..2026-06-05 In the week to 5 June the board of Wallen counted 312 lorries on the detour.",
            "2026-06-15..2026-06-21 Judges in Wallen hear the appeal in the week of 16 June.",
            "2026-06-01..2026-06-04 Inspectors closed nine school kitchens in Wallen between 1 and 4 June.");
    assertThat(chinese("上诉将于6月16日当周在瓦伦开庭。\n卡罗公司6月1日至5日在南屏举行了三场听证会。"))
        .containsExactly(
            "2026-06-15..2026-06-21 上诉将于6月16日当周在瓦伦开庭。",
            "2026-06-01..2026-06-05 卡罗公司6月1日至5日在南屏举行了三场听证会。");
  }

  @Test
  void areAsExactAsTheirSentence() {
    assertThat(
            english(
                "Engineers of Wallen finished the new pier in the first half of 2025, and opened it without a word."))
        .containsExactly(
            "2025-01-01..2025-06-30 Engineers of Wallen finished the new pier in the first half of 2025, and opened it without a word.");
    assertThat(chinese("卡罗矿2025年第三季度曾因溢流停产两周，损失很大。"))
        .containsExactly("2025-07-01..2025-09-30 卡罗矿2025年第三季度曾因溢流停产两周，损失很大。");
  }

  @Test
  void areOfWhatIsToComeByThen() {
    assertThat(english("The city of Wallen will hire forty cooks before September, it says."))
        .containsExactly(
            "2026-09-01..2026-09-30 The city of Wallen will hire forty cooks before September, it says.");
    assertThat(chinese("莱纳斯此前表示，其重稀土产线将在2026年9月以前扩建完毕。"))
        .containsExactly("2026-09-01..2026-09-30 莱纳斯此前表示，其重稀土产线将在2026年9月以前扩建完毕。");
  }

  @Test
  void mayBeShort() {
    assertThat(chinese("委员会定于6月20日开会。")).containsExactly("2026-06-20 委员会定于6月20日开会。");
    assertThat(english("June 20, 2026 Wallen")).isEmpty();
  }

  @Test
  void areOfNoDayThatIsAName() {
    assertThat(english("Nobody in Wallen had read the Sunday Times before the vote was held."))
        .isEmpty();
    assertThat(english("Monday Night Tennis will show the match of Wallen again.")).isEmpty();
  }

  @Test
  void haveNoWeekdayWhereOnlyTheMonthOfTheTextIsKnown() {
    assertThat(
            told(
                Language.EN,
                LocalDate.of(2026, 6, 1),
                Precision.MONTH,
                "The board of Wallen closed the ferry line to Tarwin on Friday."))
        .isEmpty();
  }
}
