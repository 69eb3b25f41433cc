package dev.assay.fold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OriginsTest {

  private final Origins origins = Origins.shipped();

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
  void doesNotTakeAQuotedAgencyForTheOrigin() {
    assertThat(origins.of("Reuters reported on Monday that licences will come faster.")).isEmpty();
    assertThat(origins.of("据路透社报道，许可将更快审批。")).isEmpty();
  }
}
