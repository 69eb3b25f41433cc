package dev.assay.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FeedAddressTest {

  @Test
  void isTheSameForEachSpellingOfOneFeed() {
    assertThat(FeedAddress.of("/feed.json", "token=assay_x&q=rare+earth&topic=%E9%95%93"))
        .isEqualTo(FeedAddress.of("/atom", "topic=镓&q=rare%20earth"))
        .isEqualTo("/atom?q=rare earth&topic=镓");
    assertThat(FeedAddress.of("/atom", null)).isEqualTo("/atom");
    assertThat(FeedAddress.of("/atom", "q=100%")).isEqualTo(FeedAddress.of("/atom", "q=100%25"));
  }

  @Test
  void keepsASignInANameFromPartingIt() {
    assertThat(FeedAddress.of("/atom", "topic=R%26q=D"))
        .isNotEqualTo(FeedAddress.of("/atom", "topic=R&q=D"));
  }
}
