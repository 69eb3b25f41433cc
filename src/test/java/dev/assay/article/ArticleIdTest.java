package dev.assay.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class ArticleIdTest {

  @Test
  void isTheSameForTheSameIdentityAndDiffersByKind() {
    Identity page = new Identity.OfAddress(URI.create("https://carrow.example/a"));
    Identity file = new Identity.OfFile("https://carrow.example/a");

    assertThat(page.articleId()).isEqualTo(page.articleId()).isNotEqualTo(file.articleId());
  }

  @Test
  void readsBackWhatItWrites() {
    ArticleId id = new Identity.OfExternal("", "re0006").articleId();

    assertThat(ArticleId.parse(id.toString())).contains(id);
    assertThat(ArticleId.parse("not-an-id")).isEmpty();
  }

  @Test
  void spellsAnAddressOneWay() {
    assertThat(CanonicalAddress.of("HTTPS://Carrow.example:443/a?utm_source=x&id=7#part"))
        .contains(URI.create("https://carrow.example/a?id=7"));
    assertThat(CanonicalAddress.of("http://carrow.example"))
        .contains(URI.create("http://carrow.example/"));
    assertThat(CanonicalAddress.of("javascript:alert(1)")).isEmpty();
  }

  @Test
  void readsTheTagsThatChinesePagesUse() {
    assertThat(Language.parse("zh-CN")).isEqualTo(Language.ZH_HANS);
    assertThat(Language.parse("zh_TW")).isEqualTo(Language.ZH_HANT);
    assertThat(Language.parse("zh-Hant-HK")).isEqualTo(Language.ZH_HANT);
    assertThat(Language.parse("en-US")).isEqualTo(Language.EN);
    assertThat(Language.parse("")).isEqualTo(Language.UNKNOWN);
  }
}
