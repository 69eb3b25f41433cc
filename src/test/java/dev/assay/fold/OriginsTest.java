package dev.assay.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Lexicon;
import org.junit.jupiter.api.Test;

final class OriginsTest {

  private final Origins origins = Origins.of(Lexicon.shipped());

  @Test
  void readsDatelinesOfAgenciesInChineseAndEnglish() {
    assertThat(origins.of("新华社北京5月6日电（记者王一）稀土出口许可将更快审批。"))
        .contains(new Origin("Xinhua", Origin.Kind.WIRE, "新华社北京5月6日电"));
    assertThat(origins.of("新華社北京5月6日電 稀土出口許可將更快審批。"))
        .contains(new Origin("Xinhua", Origin.Kind.WIRE, "新華社北京5月6日電"));
    assertThat(origins.of("CARROW, May 6 (Reuters) - Export licences will come faster."))
        .contains(new Origin("Reuters", Origin.Kind.WIRE, "(Reuters)"));
  }

  @Test
  void readsMarksOfSyndication() {
    assertThat(origins.of("稀土价格上涨。\n本文转自：《北岸财经》"))
        .contains(new Origin("北岸财经", Origin.Kind.SYNDICATED, "本文转自：《北岸财经》"));
    assertThat(origins.of("稀土价格上涨。来源：新华社"))
        .contains(new Origin("Xinhua", Origin.Kind.SYNDICATED, "来源：新华社"));
    assertThat(
            origins.of("Prices rose.\nThis article was originally published by Carrow Dispatch."))
        .contains(
            new Origin(
                "Carrow Dispatch",
                Origin.Kind.SYNDICATED,
                "originally published by Carrow Dispatch"));
  }

  @Test
  void readsAnOutletsNameBeforeADayAtTheHead() {
    assertThat(origins.of("【北岸日报松岭5月6日讯】新的分离线投产。"))
        .contains(new Origin("北岸日报", Origin.Kind.SYNDICATED, "【北岸日报松岭5月6日讯"));
    assertThat(origins.of("雲浦網 5 月 6 日消息，新的分離線投產。"))
        .contains(new Origin("雲浦網", Origin.Kind.SYNDICATED, "雲浦網 5 月 6 日消息"));
    assertThat(origins.of("本报5月6日讯 新的分离线投产。")).isEmpty();
    assertThat(origins.of("据北岸日报5月6日报道，新的分离线投产。")).isEmpty();
    assertThat(origins.of("CARROW, May 6, 2025 /PRNewswire/ -- The new line has started."))
        .contains(new Origin("PR Newswire", Origin.Kind.WIRE, "/PRNewswire/"));
  }

  @Test
  void endsANameWhereAnotherNoteBegins() {
    assertThat(origins.of("新的分离线投产。来源：北岸日报 记者 王一责任编辑：李二"))
        .contains(new Origin("北岸日报", Origin.Kind.SYNDICATED, "来源：北岸日报"));
    assertThat(origins.of("新的分离线投产。来源：北岸日报返回首页，查看更多"))
        .contains(new Origin("北岸日报", Origin.Kind.SYNDICATED, "来源：北岸日报"));
    assertThat(origins.of("转自：北岸日报当地时间周二，松岭港关闭。"))
        .contains(new Origin("北岸日报", Origin.Kind.SYNDICATED, "转自：北岸日报"));
    assertThat(origins.of("來源：北岸日報美東時間週二，松嶺港關閉。"))
        .contains(new Origin("北岸日報", Origin.Kind.SYNDICATED, "來源：北岸日報"));
    assertThat(origins.of("來源：北岸日報北京時間週二，松嶺港關閉。"))
        .contains(new Origin("北岸日報", Origin.Kind.SYNDICATED, "來源：北岸日報"));
    assertThat(origins.of("来源：北岸日报8月18日，松岭港关闭。"))
        .contains(new Origin("北岸日报", Origin.Kind.SYNDICATED, "来源：北岸日报"));
    assertThat(origins.of("The port closed. Originally published by Carrow Dispatch (photo: Ida)."))
        .contains(
            new Origin(
                "Carrow Dispatch",
                Origin.Kind.SYNDICATED,
                "Originally published by Carrow Dispatch"));
  }

  @Test
  void doesNotTakePicturesFiguresLinksOrTitlesForTheOrigin() {
    assertThat(origins.of("新的分离线投产。图片来源：北岸日报")).isEmpty();
    assertThat(origins.of("新的分离线投产。如需转载，请注明来源：北岸日报")).isEmpty();
    assertThat(origins.of("新的分离线投产。来源：新线三月开工http://beian.example/1")).isEmpty();
    assertThat(origins.of("新的分离线投产。来源：新线三月开工并且每年可以产出四千二百吨氧化镨钕产品")).isEmpty();
    assertThat(origins.of("The line has started. Photo source: Elder Post")).isEmpty();
  }

  @Test
  void doesNotTakeAQuotedAgencyForTheOrigin() {
    assertThat(origins.of("Reuters reported on Monday that licences will come faster.")).isEmpty();
    assertThat(origins.of("据路透社报道，许可将更快审批。")).isEmpty();
  }
}
