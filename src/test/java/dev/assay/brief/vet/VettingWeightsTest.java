package dev.assay.brief.vet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VettingWeightsTest {

  @Test
  void areLearnedFromTheChoicesToTheLastDigit() throws IOException {
    List<String> shipped =
        Lexicon.shipped().table("vetting-weights.tsv").rows().stream()
            .map(row -> row.cell(0) + "\t" + row.cell(1))
            .toList();
    List<Path> choices =
        List.of(Path.of("bench/vetting-choices.tsv"), Path.of("bench/vetting-places.tsv"));
    assertThat(VettingChoices.weights(choices)).isEqualTo(shipped);
  }
}
