package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.brief.model.Product;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void nameEachProductOfAModel(String language) {
    ResourceBundle words =
        ResourceBundle.getBundle("dev.assay.cli.words", Locale.forLanguageTag(language));
    assertThat(words.keySet())
        .containsAll(
            Arrays.stream(Product.values()).map(made -> "models.product." + made.word()).toList());
  }
}
