package dev.assay.analyze.name;

import static dev.assay.analyze.name.NameKind.ORGANISATION;
import static dev.assay.analyze.name.NameKind.PLACE;
import static dev.assay.analyze.name.NameKind.THING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names in folded letters, as [NameJoins] has them.
final class ShortFormsTest {

  @ParameterizedTest
  @CsvSource({
    "清河市城管委, 清河市城市管理委员会, ORGANISATION",
    "最高法, 最高人民法院, ORGANISATION",
    "清河市清江区法院, 清河市清江区人民法院, ORGANISATION",
    "清河测绘大队, 清河水利厅测绘大队, ORGANISATION",
    "玻国民议会, 玻利维亚国民议会, ORGANISATION",
    "猎鹰队, 南湾猎鹰队, ORGANISATION",
    "海鹰, 南湾海鹰, ORGANISATION",
    "海鹰, 海鹰集团, ORGANISATION",
    "riverside relief, riverside relief and works agency, ORGANISATION",
    "works agency, riverside relief and works agency, ORGANISATION",
    "rrwa, riverside relief and works agency, ORGANISATION",
    "jets, new harbor jets, ORGANISATION",
    "弗莱彻, 弗雷德·弗莱彻, PERSON",
    "村山, 村山富市, PERSON",
    "isherwood, veronica isherwood, PERSON",
    "veronica, veronica isherwood, PERSON",
    "chris, christopher isherwood, PERSON",
    "通知, 关于做好汛期安全工作的通知, THING",
    "大运会, 清河大运会, THING",
    "清河, 清河市, PLACE",
    "清滨客专, 清江至东滨客运专线, PLACE"
  })
  void knowsAShorterForm(String form, String full, NameKind kind) {
    assertThat(ShortForms.likeness(form, kind, full, kind)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "清河大学, 清河师范大学",
    "清河测绘大队, 清河东滨市测绘大队",
    "中国银行, 中国人民银行",
    "清河大学, 清河大学附属医院",
    "清江报, 清河晚报",
    "rrw, riverside relief and works agency",
    "rr, rr relief agency"
  })
  void takesAnotherBodyForAnother(String form, String full) {
    assertThat(ShortForms.likeness(form, ORGANISATION, full, ORGANISATION)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"georgia, university of georgia", "georgia, georgia bulldogs"})
  void takesAPlaceForNoBody(String form, String full) {
    assertThat(ShortForms.likeness(form, PLACE, full, ORGANISATION)).isZero();
    assertThat(ShortForms.likeness(form, THING, full + " " + form, PLACE)).isZero();
  }
}
