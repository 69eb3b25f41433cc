package dev.assay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.UnknownPage;
import dev.assay.index.IndexRequest.Anchor;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageTokenTest {

  private static PageToken token(@Nullable Anchor anchor, long ahead) {
    List<Long> shown = LongStream.range(0, ahead).boxed().toList();
    return new PageToken(7, 1_764_000_000, anchor, shown, true);
  }

  @Test
  void isReadAsItWasWritten() {
    for (PageToken token : List.of(token(null, 3), token(new Anchor(5, 1.5f, 20), 0))) {
      assertThat(PageToken.parse(token.text(), 7)).isEqualTo(token);
    }
  }

  @Test
  void isRefusedWhereNoPageEndsSo() {
    List<PageToken> wrong =
        List.of(token(null, SearchRequest.MOST_HITS + 1), token(new Anchor(-1, 1.5f, 20), 0));
    for (PageToken token : wrong) {
      assertThatThrownBy(() -> PageToken.parse(token.text(), 7)).isInstanceOf(UnknownPage.class);
    }
  }
}
