package dev.assay.ask;

import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.PhraseTable;

/// Says in Chinese or English how a question fared and why. The words stand in
/// `lexicon/ask-says.tsv`. Immutable; safe for use by many threads.
public final class AskWording {

  private final PhraseTable phrases;

  private AskWording(PhraseTable phrases) {
    this.phrases = phrases;
  }

  /// The wording for readers of `language`: Chinese, or else English.
  static AskWording of(Lexicon lexicon, Language language) {
    return new AskWording(PhraseTable.of(lexicon.table("ask-says.tsv"), language));
  }

  public String state(Answer.State state) {
    return phrases.say("state." + state.word());
  }

  /// A sentence that says why the answer is as it is; empty if there is nothing to say.
  public String reason(Answer answer) {
    if (answer.reason() == null) {
      return "";
    }
    String missing = String.join(phrases.say("list.comma"), answer.missing());
    return phrases.say(
        "reason." + answer.reason().word(), missing, String.valueOf(Ask.LONGEST_QUESTION));
  }

  /// A sentence that says which sources contradict each other; empty if none do.
  public String disagreement(Answer answer) {
    Answer.Disagreement apart = answer.disagreement();
    return apart == null ? "" : phrases.say("disagreement", apart.one(), apart.other());
  }
}
