package dev.assay.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ItemIdsTest {

  private static final ArticleId ID = new ArticleId(0x5d38bdc96631a3e9L);

  @Test
  void readTheFormsThatProgramsSend() {
    assertThat(ItemIds.longForm(ID)).isEqualTo("tag:google.com,2005:reader/item/5d38bdc96631a3e9");
    for (String form :
        List.of(
            "tag:google.com,2005:reader/item/5d38bdc96631a3e9",
            "item/5d38bdc96631a3e9",
            "5D38BDC96631A3E9",
            "6717327516923700201")) {
      assertThat(ItemIds.parse(form)).as(form).contains(ID);
    }
    assertThat(ItemIds.parse("0000000000000007")).contains(new ArticleId(7));
    assertThat(ItemIds.parse("7")).contains(new ArticleId(7));
  }

  @Test
  void takeNothingElse() {
    for (String form :
        List.of("", "-7", "x", "9999999999999999999", "ffffffffffffffff", "feed/7")) {
      assertThat(ItemIds.parse(form)).as(form).isEmpty();
    }
  }
}
