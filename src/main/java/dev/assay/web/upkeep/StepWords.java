package dev.assay.web.upkeep;

import dev.assay.article.Outcome;
import dev.assay.follow.Step;
import dev.assay.source.FeedEntry;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import java.util.ArrayList;
import java.util.List;

/// The steps of a round in a reader's words.
///
/// @param about the address or the entry that it is about; may be empty
/// @param said what happened
/// @param link where what came of it can be read; empty if nothing came
public record StepWords(String about, String said, String link) {

  /// Why a round failed is not said again where it was just said of an address.
  static List<StepWords> of(List<Step> steps, Messages say) {
    List<StepWords> words = new ArrayList<>();
    for (Step step : steps) {
      StepWords next = of(step, say);
      if (!next.about().isEmpty()
          || words.isEmpty()
          || !words.getLast().said().equals(next.said())) {
        words.add(next);
      }
    }
    return words;
  }

  private static StepWords of(Step step, Messages say) {
    return switch (step) {
      case Step.Asked(var address, boolean conditional) ->
          new StepWords(
              address.toString(),
              conditional ? say.text("sources.step.asked-if") : say.text("sources.step.asked"),
              "");
      case Step.Answered(var address, int status, String type, long bytes, long millis) ->
          new StepWords(
              address.toString(),
              type.isEmpty()
                  ? say.text("sources.step.same", String.valueOf(status), say.number(millis))
                  : say.text(
                      "sources.step.answered",
                      String.valueOf(status),
                      type,
                      say.number(bytes),
                      say.number(millis)),
              "");
      case Step.Failed(var address, int status, String reason) ->
          new StepWords(
              address.toString(), (status > 0 ? status + " " : "") + say.reason(reason), "");
      case Step.Listed(String format, int entries, int fresh, String remark) ->
          new StepWords(
              format,
              say.text("sources.step.listed", say.number(entries), say.number(fresh))
                  + (remark.isEmpty() ? "" : " " + say.reason(remark)),
              "");
      case Step.Unchanged _ -> new StepWords("", say.text("sources.step.unchanged"), "");
      case Step.Read(FeedEntry entry, var completeness, int paragraphs) ->
          new StepWords(
              name(entry),
              say.text("sources.text." + completeness.word())
                  + (paragraphs == 0
                      ? ""
                      : say.text("semicolon") + say.count("sources.step.paragraphs", paragraphs)),
              "");
      case Step.Unread(FeedEntry entry, String reason) ->
          new StepWords(name(entry), say.reason(reason), "");
      case Step.Settled(FeedEntry entry, Outcome outcome) ->
          new StepWords(
              name(entry),
              say.text("intake.outcome." + outcome.word())
                  + (outcome instanceof Outcome.Refused(String reason)
                      ? say.text("semicolon") + say.reason(reason)
                      : ""),
              outcome.article().map(Links::article).orElse(""));
    };
  }

  private static String name(FeedEntry entry) {
    return entry.title().isEmpty() ? entry.link() : entry.title();
  }
}
