package dev.assay.brief.extract;

import dev.assay.brief.Brief;
import dev.assay.brief.extract.EvalArticles.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Prints briefs for reading: `ShowBriefs articles.jsonl zh|en COUNT SEED`.
final class ShowBriefs {

  private static final WholeBriefs WHOLE = new WholeBriefs();

  private ShowBriefs() {}

  public static void main(String[] arguments) throws IOException {
    List<Sample> samples = new ArrayList<>(EvalArticles.read(Path.of(arguments[0])));
    samples.removeIf(sample -> !sample.article().language().tag().startsWith(arguments[1]));
    Collections.shuffle(samples, new Random(Long.parseLong(arguments[3])));
    for (Sample sample : samples.subList(0, Integer.parseInt(arguments[2]))) {
      IO.println(shown(sample));
    }
  }

  private static String shown(Sample sample) {
    Brief brief = WHOLE.of(sample.article());
    return "\n=== %s %s\n%s".formatted(sample.id(), sample.article().title(), BriefText.of(brief));
  }
}
