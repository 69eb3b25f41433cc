package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.Analysis;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OneEventTest {

  private static final TagMatcher NAMES = new TagMatcher(Names.load(Lexicon.shipped()));
  private static final EventReader READER = new EventReader(Lexicon.shipped(), () -> NAMES);
  private static final DatedSentences DAYS = new DatedSentences(Lexicon.shipped());

  private static final PublicationTime ON_ONE_DAY =
      new PublicationTime(
          Instant.parse("2023-08-07T10:00:00Z"),
          PublicationTime.Precision.MINUTE,
          ZoneOffset.UTC,
          true,
          PublicationTime.Certainty.STATED,
          "test");

  private static final String NOTICE =
      "截至8月7日收盘，%1$s报收于%2$s元，上涨%3$s%%，换手率%3$s%%，成交量%2$s万手，成交额%4$s亿元。资金流向数据方面，主力资金净流出%4$s万元，占总成交额%3$s%%，游资资金净流入%2$s万元，散户资金净流入%4$s万元。%1$s主营业务是%5$s。";

  @Test
  void tellsChineseNoticesOfOneFormOnTwoFirmsApart() {
    assertThat(
            isOne(
                Language.ZH_HANS,
                NOTICE.formatted("泰岭药业", "12.36", "3.59", "1.17", "中药材的种植和销售"),
                NOTICE.formatted("环江纸业", "8.42", "0.71", "2.93", "包装纸和纸箱的生产")))
        .isFalse();
  }

  @Test
  void joinsReportsInWordsOfTheirOwn() {
    assertThat(
            isOne(
                Language.ZH_HANS,
                "8月7日凌晨，环江县环江纸业的一座仓库起火，2名值班工人受伤，消防部门出动9辆消防车，火势于5时许被扑灭。",
                "环江纸业仓库深夜失火。据环江县消防救援大队通报，9辆消防车赶到现场，明火在清晨5点前后熄灭，两名夜班工人被送往医院。"))
        .isTrue();
    assertThat(
            isOne(
                Language.EN,
                "A fire at a warehouse of Norland Mills in Carrow injured two night workers on Monday; nine engines put it out by 5 a.m.",
                "Two workers were hurt when flames tore through the Norland Mills warehouse in Carrow early Monday, where nine fire engines fought the fire until 5 a.m."))
        .isTrue();
  }

  private static boolean isOne(Language language, String one, String other) {
    return READER.oneEvent().chance(read(language, one), read(language, other)) >= OneEvent.LIKELY;
  }

  private static EventText read(Language language, String text) {
    Analysis analysis = Analyses.of(Article.ofLines(text, language, ON_ONE_DAY));
    return READER.weighing().weigh(READER.read(analysis, DAYS.of(analysis)));
  }
}
