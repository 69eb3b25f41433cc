package dev.assay.brief.extract;

import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefSentence;

/// A brief as plain lines, for tests and for reading.
public final class BriefText {

  private BriefText() {}

  public static String of(Brief brief) {
    StringBuilder text = new StringBuilder();
    brief.viewpoint().forEach(sentence -> text.append(line("", sentence)));
    for (BriefGroup group : brief.groups()) {
      if (!group.heading().isEmpty()) {
        text.append("## ").append(group.heading()).append('\n');
      }
      group.bullets().forEach(bullet -> text.append(line("- ", bullet)));
    }
    brief
        .keyFigures()
        .forEach(
            figure ->
                text.append(
                    "= %s: %s (%s) [%d]%n"
                        .formatted(
                            figure.about(),
                            figure.value(),
                            figure.written(),
                            figure.citation().paragraph())));
    return text.toString();
  }

  private static String line(String mark, BriefSentence sentence) {
    StringBuilder line = new StringBuilder(mark).append(sentence.text());
    sentence
        .citations()
        .forEach(citation -> line.append(" [").append(citation.paragraph()).append(']'));
    return line.append('\n').toString();
  }
}
