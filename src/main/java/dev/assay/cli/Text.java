package dev.assay.cli;

import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.KeyFigure;
import dev.assay.brief.Maker;
import dev.assay.brief.NoBrief;
import dev.assay.cite.Citation;
import dev.assay.cli.terminal.Output;
import dev.assay.topic.Focus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Articles and briefs as lines of plain text.
final class Text {

  private Text() {}

  /// Viewpoint, then groups with their bullets, each sentence with the paragraphs it cites.
  static List<String> brief(Brief brief, Output.Words words) {
    return groups(brief.viewpoint(), brief.groups(), words);
  }

  /// Of a topic's card, what does not name the topic: a few bullets, and how many more there are.
  static List<String> focus(Focus focus, Output.Words words) {
    List<String> lines = new ArrayList<>(groups(focus.viewpoint(), focus.first(), words));
    if (focus.further() > 0) {
      lines.add("  " + words.say("topic.further", focus.further()));
    }
    return lines;
  }

  private static List<String> groups(
      List<BriefSentence> viewpoint, List<BriefGroup> groups, Output.Words words) {
    List<String> lines = new ArrayList<>();
    viewpoint.forEach(sentence -> lines.add("  " + cited(sentence, words)));
    groups.forEach(
        group -> {
          if (!group.heading().isEmpty()) {
            lines.add("  " + group.heading());
          }
          group.bullets().forEach(bullet -> lines.add("  - " + cited(bullet, words)));
        });
    return lines;
  }

  /// Which model wrote the brief or was asked in vain; no line if none was.
  static List<String> maker(Maker maker, Output.Words words) {
    return switch (maker) {
      case Maker.Extractive _ -> List.of();
      case Maker.Model(String name, int prompt, int withheld) ->
          List.of("  " + words.say("brief.by-model", name, prompt, withheld));
      case Maker.InPlaceOfModel(_, String name, NoBrief reason) ->
          List.of(
              "  "
                  + words.say(
                      "brief.in-place", name, words.say("models.outcome." + reason.word())));
    };
  }

  /// How many numbers stand where they are cited; no line for a brief without numbers.
  static List<String> numbers(Brief brief, Output.Words words) {
    int all = brief.numbers().size();
    return all == 0
        ? List.of()
        : List.of("  " + words.say("brief.numbers", brief.foundNumbers(), all));
  }

  /// The key figures for a reader who may not read the brief; no line if there are none.
  static List<String> keyFigures(Brief brief, Output.Words words) {
    Language reader = words.chinese() ? Language.ZH_HANS : Language.EN;
    List<String> lines = new ArrayList<>();
    for (KeyFigure figure : brief.keyFiguresFor(reader)) {
      if (lines.isEmpty()) {
        lines.add("  " + words.say("brief.key-figures"));
      }
      lines.add(
          "  - %s: %s (%s) [%d]"
              .formatted(
                  figure.about(), figure.value(), figure.written(), figure.citation().paragraph()));
    }
    return lines;
  }

  /// The sentence with what is open of it and the paragraphs that it cites.
  static String cited(BriefSentence sentence, Output.Words words) {
    List<String> open = sentence.openNames();
    return sentence.text()
        + (open.isEmpty()
            ? " "
            : " " + words.say("brief.open-names", String.join(", ", open)) + " ")
        + sentence.doubts().stream()
            .map(doubt -> words.say("brief.doubt", doubt.words()) + " ")
            .collect(Collectors.joining())
        + sentence.citations().stream()
            .map(Citation::paragraph)
            .distinct()
            .map(paragraph -> "[" + paragraph + "]")
            .collect(Collectors.joining());
  }
}
