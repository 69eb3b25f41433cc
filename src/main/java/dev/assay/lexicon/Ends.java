package dev.assay.lexicon;

/// Which characters end a sentence or a clause, for each that asks.
///
/// A clause is not the same to all: what binds a word to a number (here the check is strict and the
/// ledger lax) is cut at fewer signs than what reads like a sentence of its own. The difference is
/// the reason for each row.
public final class Ends {

  /// Ends of a clause with a number: a full stop counts too, since stops within numbers and
  /// abbreviations have been read by then.
  public static final String OF_COUNTED_CLAUSE = "，。；！？,;.";

  /// Ends of what a key figure may be taken from: a comma is left to its rules, which tell a list
  /// from a clause, and a Latin full stop to the sentence.
  public static final String OF_FIGURE_CLAUSE = "，。；;！？!?：—";

  /// Ends of a sentence of which a summary may keep one clause: at these nothing is missing.
  public static final String OF_BULLET_CLAUSE = "；;";

  /// What a sentence must end with to stand in a summary.
  public static final String OF_BULLET = ".。!！…；;";

  /// Ends of what the words beside a figure of the ledger are said of: a dash and brackets turn to
  /// something else.
  public static final String OF_LEDGER_CLAUSE = ",，;；:：。!！?？—–()（）";

  /// Ends of what a rate's basis (同比, "from a year earlier") is said of, by the check.
  public static final String OF_BASIS_CLAUSE = "，,。；;！!？?：:（）()\n";

  /// Behind these a word is no longer beside a number at all, by the check.
  public static final String OF_CHECKED_SENTENCE = "。！？；\n;!?";

  /// Behind these a word is less near to a number, by the check.
  public static final String OF_CHECKED_CLAUSE = "，,、（）()：:";

  private Ends() {}
}
