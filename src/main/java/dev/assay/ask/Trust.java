package dev.assay.ask;

/// How far what was found is trusted to answer.
enum Trust {
  NONE,
  LITTLE,
  FULL;

  /// How likely there must be an answer for it to be trusted.
  private static final double TRUSTED = 0.65;

  /// The least geometric mean of two odds at which anything is shown: that there is an answer at
  /// all, and that the first sentence tells it. Each of the two is surest of texts like those that
  /// it was learned from, and errs in other questions than the other. Chosen on the questions that
  /// are learned from (`docs/measurements/ask.md`).
  private static final double LEAST_ODDS = 0.5;

  /// The same where a name that is asked about stands in no article that would be cited: what is
  /// shown then must be likelier than not.
  private static final double LEAST_ODDS_WITHOUT_NAME = 1;

  /// @param any how likely there is an answer at all
  /// @param first how likely the first sentence tells what is asked
  /// @param lacksName whether a known name that is asked about stands in none of the articles
  static Trust of(double any, double first, boolean lacksName) {
    double least = lacksName ? LEAST_ODDS_WITHOUT_NAME : LEAST_ODDS;
    double likely = any * first;
    double unlikely = (1 - any) * (1 - first);
    return likely < least * least * unlikely ? NONE : any < TRUSTED ? LITTLE : FULL;
  }
}
