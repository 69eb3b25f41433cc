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
    "chris isherwood, chris b. isherwood, PERSON",
    "通知, 关于做好汛期安全工作的通知, THING",
    "大运会, 清河大运会, THING",
    "清河, 清河市, PLACE",
    "清滨客专, 清江至东滨客运专线, PLACE",
    "嘉和银行, 清江嘉和银行股份有限公司, ORGANISATION",
    "嘉和, 清江嘉和控股有限公司, ORGANISATION",
    "嘉和制药, 嘉和制药（清江）有限公司, ORGANISATION",
    "海鹰, 海鹰具乐部, ORGANISATION",
    "证监会, 中国证券监督管理委员会, ORGANISATION",
    "清江使馆, 清江驻东滨使馆, ORGANISATION",
    "运博会, 清江国际运动博览会, THING",
    "清冠, 清江冠军联赛, THING",
    "清委, 水利部清委, ORGANISATION",
    "清河交警, 清河公安交警, ORGANISATION",
    "山河, 山河第二部, THING"
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
    "清河作协, 清河作协书记处",
    "清河市委, 清河市政府咨询委员会",
    "清江防总, 清江防总办公室",
    "rrw, riverside relief and works agency",
    "rr, rr relief agency"
  })
  void takesAnotherBodyForAnother(String form, String full) {
    assertThat(ShortForms.likeness(form, ORGANISATION, full, ORGANISATION)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "清运赛, THING, 清江运动大赛, ORGANISATION, 0",
    "大河联赛, THING, 清江大河联赛, ORGANISATION, 1",
    "托雷多, PLACE, 玛丽莎·德·托雷多, PERSON, 1",
    "乐康, PERSON, 清江乐康食品有限公司, ORGANISATION, 0",
    "霓康, PERSON, 清江霓康食品有限公司, ORGANISATION, 1",
    "清江, PLACE, 清江霓康食品有限公司, ORGANISATION, 0",
    "查尔东纳, PERSON, 查尔东纳市, PLACE, 1",
    "张三, PERSON, 张三市, PLACE, 0"
  })
  void weighsWhatANameWasTakenFor(
      String form, NameKind kind, String full, NameKind fullKind, int likeness) {
    assertThat(ShortForms.likeness(form, kind, full, fullKind)).isEqualTo(likeness);
  }

  @ParameterizedTest
  @CsvSource({"georgia, university of georgia", "georgia, georgia bulldogs"})
  void takesAPlaceForNoBody(String form, String full) {
    assertThat(ShortForms.likeness(form, PLACE, full, ORGANISATION)).isZero();
    assertThat(ShortForms.likeness(form, THING, full + " " + form, PLACE)).isZero();
  }
}
