package dev.assay.analyze.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import org.junit.jupiter.api.Test;

class EnglishTagsTest {

  private static final List<String> SENTENCES =
      List.of(
          "Output rose 12.5 % to 4,200 tonnes in March , the ministry said .",
          "It did n't say who 'll pay for the well-known plant near Perth .",
          "U.S. - based miners cut 300 jobs ; \" we had to \" , Ms. Ito wrote .",
          "Up",
          "The firm won aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaing twice .",
          "镓 价 上涨 A1-b2 ½ ∑ É coûte 7th");

  /// Twice, since what a word says of those beside it is kept.
  @Test
  void tagsAsTheLibraryDoes() throws IOException {
    POSModel model;
    try (InputStream in =
        EnglishTags.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
      model = new POSModel(in);
    }
    EnglishTags tags = new EnglishTags(model);
    for (String sentence : Stream.concat(SENTENCES.stream(), SENTENCES.stream()).toList()) {
      String[] words = sentence.split(" ");
      assertThat(tags.of(words)).as(sentence).containsExactly(tagsOfLibrary(model, words));
    }
  }

  private static String[] tagsOfLibrary(POSModel model, String[] words) {
    POSContextGenerator features = model.getFactory().getPOSContextGenerator();
    MaxentModel weights = model.getArtifact("pos.model");
    String[] tags = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      tags[i] =
          weights.getBestOutcome(weights.eval(features.getContext(i, words, tags, new Object[0])));
    }
    return tags;
  }
}
