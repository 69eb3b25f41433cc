package dev.assay.index;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.index.IndexQuery.KeywordField;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IndexRequestTest {

  @ParameterizedTest
  @EnumSource(names = {"ID", "ABOUT"})
  void refusesInWordsToCountAFieldThatIsNotCounted(KeywordField field) {
    assertThatThrownBy(
            () ->
                new IndexRequest(
                    new IndexQuery.All(),
                    new IndexQuery.All(),
                    IndexRequest.Order.NEWEST,
                    IndexRequest.Copies.SHOWN,
                    null,
                    1,
                    Set.of(KeywordField.TAG, field)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(field.name());
  }
}
