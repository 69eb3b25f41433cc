package dev.assay.brief.model;

import dev.assay.brief.NoBrief;
import dev.assay.llm.LanguageModel;
import dev.assay.llm.ModelQuestion;
import dev.assay.llm.Reply;
import dev.assay.llm.Usage;
import java.time.Duration;

/// The questions that are put to a model for one article, and what they cost. Used by one thread.
final class Asking {

  private final LanguageModel model;
  private final Gate gate;
  private Usage usage = Usage.NONE;
  private int calls;

  Asking(LanguageModel model, Gate gate) {
    this.model = model;
    this.gate = gate;
  }

  /// Ends the work on an article that cannot go on.
  static final class Ended extends Exception {
    private static final long serialVersionUID = 1;

    private final transient NoBrief reason;
    private final transient Duration pause;

    Ended(NoBrief reason, Duration pause) {
      super(reason.word(), null, false, false);
      this.reason = reason;
      this.pause = pause;
    }

    NoBrief reason() {
      return reason;
    }

    /// How long to ask nothing more; zero if that would not help.
    Duration pause() {
      return pause;
    }
  }

  Usage usage() {
    return usage;
  }

  int calls() {
    return calls;
  }

  /// What the model wrote.
  String answer(ModelQuestion question) throws Ended {
    if (!gate.admits()) {
      throw new Ended(NoBrief.BUDGET, Duration.ZERO);
    }
    Reply reply = model.ask(question);
    calls++;
    usage = usage.plus(reply.usage());
    gate.used(reply.usage());
    return switch (reply) {
      case Reply.Answered(String text, _) -> text;
      case Reply.Refused _ -> throw new Ended(NoBrief.REFUSED, Duration.ZERO);
      case Reply.CutOff _ -> throw new Ended(NoBrief.CUT_OFF, Duration.ZERO);
      case Reply.Limited(Duration pause) -> throw new Ended(NoBrief.LIMITED, pause);
      case Reply.Down(_, Duration pause) -> throw new Ended(NoBrief.DOWN, pause);
      case Reply.TimedOut _ -> throw new Ended(NoBrief.TIMED_OUT, Duration.ZERO);
      case Reply.Failed _ -> throw new Ended(NoBrief.FAILED, Duration.ZERO);
    };
  }
}
