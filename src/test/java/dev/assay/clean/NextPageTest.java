package dev.assay.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextPageTest {

  @Test
  void goesOnWhereOnlyTheNumberOfThePageDiffers() {
    assertThat(next("https://a.cn/n/2025/1121/c1004-40.html", "c1004-40_2.html"))
        .hasValue("https://a.cn/n/2025/1121/c1004-40_2.html");
    assertThat(next("https://a.cn/t20251121_556_1.html", "./t20251121_556_2.html"))
        .hasValue("https://a.cn/t20251121_556_2.html");
    assertThat(next("https://a.cn/t20251121_556.htm", "t20251121_556_1.htm"))
        .hasValue("https://a.cn/t20251121_556_1.htm");
    assertThat(next("https://a.com/news/metal-prices", "/news/metal-prices/2"))
        .hasValue("https://a.com/news/metal-prices/2");
    assertThat(next("https://a.com/news/metal-prices/2/", "/news/metal-prices/3/"))
        .hasValue("https://a.com/news/metal-prices/3/");
    assertThat(next("https://a.de/artikel?id=77", "?id=77&seite=2"))
        .hasValue("https://a.de/artikel?id=77&seite=2");
    assertThat(next("https://a.de/artikel?page=2&id=77", "?id=77&page=3"))
        .hasValue("https://a.de/artikel?id=77&page=3");
  }

  @Test
  void anotherArticleOrSiteIsNoPageOfThisOne() {
    assertThat(next("https://a.cn/n/c1004-40.html", "c1004-41.html")).isEmpty();
    assertThat(next("https://a.com/news/metal-prices", "/news/older-post")).isEmpty();
    assertThat(next("https://a.com/news/metal-prices", "https://b.com/news/metal-prices/2"))
        .isEmpty();
    assertThat(next("https://a.com/gallery/2", "/gallery/4")).isEmpty();
    assertThat(next("https://a.com/news/metal-prices", "javascript:void(0)")).isEmpty();
    assertThat(next("https://a.com/news/metal-prices", "#next")).isEmpty();
    assertThat(next("https://a.com/2025/11/21", "/2025/11/22")).isEmpty();
  }

  private static Optional<String> next(String own, String link) {
    return NextPage.of(List.of(link), URI.create(own)).map(URI::toString);
  }
}
