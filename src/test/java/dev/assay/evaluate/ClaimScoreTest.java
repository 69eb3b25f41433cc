package dev.assay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.claim.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class ClaimScoreTest {

  private static final String RIGHT =
      "{\"entity\":\"China\",\"subject\":[\"中国\"],\"property\":\"reserves\",\"surface\":\"4400万吨\"}";

  private static final String MISREAD =
      "{\"entity\":\"country:CN\",\"subject\":[],\"property\":\"reserves\",\"surface\":\"4400万吨\",\"start\":8}";

  private static LabelledPassage passage(String more) {
    return LabelledPassage.read(
        JsonMapper.shared()
            .readTree("{\"id\":\"1\",\"lang\":\"zh\",\"text\":\"中国的稀土储量为4400万吨。\"" + more + "}"));
  }

  private static ClaimScore score(LabelledPassage passage) {
    List<Claim> read = Analyses.of(passage.article()).claims();
    assertThat(read).hasSize(1);
    return ClaimScore.of(passage, read);
  }

  @Test
  void countsWhatIsFoundAndWhatIsWrong() {
    assertThat(score(passage(",\"claims\":[" + RIGHT + "]"))).isEqualTo(new ClaimScore(1, 1, 0));
    assertThat(score(passage(",\"whole\":false,\"wrong\":[" + MISREAD + "]")))
        .isEqualTo(new ClaimScore(0, 0, 1));
  }

  @Test
  void takesWhatNobodyJudgedForWrongOnlyWhereAllWasJudged() {
    assertThat(score(passage(""))).isEqualTo(new ClaimScore(0, 0, 1));
    assertThat(score(passage(",\"whole\":false"))).isEqualTo(ClaimScore.NONE);
  }

  @Test
  void saysWhatALineLacks() {
    assertThatThrownBy(() -> LabelledPassage.read(JsonMapper.shared().readTree("{}")))
        .hasMessage("a line must have text and lang");
    assertThatThrownBy(() -> passage(",\"claims\":[{\"subject\":[\"中国\"],\"start\":1}]"))
        .hasMessage("a claim must have a surface");
  }
}
