package dev.assay.cli.source;

import dev.assay.article.Outcome;
import dev.assay.cli.terminal.Output;
import dev.assay.follow.Step;
import dev.assay.follow.Steps;
import dev.assay.source.FeedEntry;

/// Prints the steps of a round or a search as they are taken, a line each.
record StepLines(Output output) implements Steps {

  @Override
  public void took(Step step) {
    output.line("  " + said(step));
    output.flush();
  }

  private String said(Step step) {
    Output.Words words = output.words();
    return switch (step) {
      case Step.Asked(var address, boolean conditional) ->
          words.say(conditional ? "step.asked.if" : "step.asked", address);
      case Step.Answered(_, int status, String type, long bytes, long millis) ->
          type.isEmpty()
              ? words.say("step.answered.same", status, millis)
              : words.say("step.answered", status, type, bytes, millis);
      case Step.Failed(_, _, String reason) -> words.say("step.failed", words.reason(reason));
      case Step.Listed(String format, int entries, int fresh, String remark) ->
          words.say(
              "step.listed",
              (format.isEmpty() ? "" : format + ": ") + entries,
              fresh,
              remark.isEmpty() ? "" : " (" + remark + ")");
      case Step.Unchanged _ -> words.say("step.unchanged");
      case Step.Read(FeedEntry entry, var completeness, int paragraphs) ->
          words.say(
              "step.read",
              name(entry),
              words.say("sources.text." + completeness.word()),
              paragraphs);
      case Step.Unread(FeedEntry entry, String reason) ->
          words.say("step.unread", name(entry), words.reason(reason));
      case Step.Settled(FeedEntry entry, Outcome outcome) ->
          outcome instanceof Outcome.Refused(String reason)
              ? words.say("import.refused", name(entry), words.reason(reason))
              : words.say("step.settled." + outcome.word(), name(entry));
    };
  }

  private static String name(FeedEntry entry) {
    return entry.title().isEmpty() ? entry.link() : entry.title();
  }
}
