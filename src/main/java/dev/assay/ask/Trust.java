package dev.assay.ask;

/// How far what was found is trusted to answer.
enum Trust {
  NONE,
  LITTLE,
  FULL;

  /// How likely there must be an answer for it to be trusted; below the other none is shown.
  private static final double TRUSTED = 0.65;

  private static final double DOUBTED = 0.5;

  /// A sentence that tells what is asked as likely as not is shown, however doubtful the whole is.
  private static final double LIKELY = 0.5;

  /// @param any how likely there is an answer at all
  /// @param first how likely the first sentence tells what is asked
  static Trust of(double any, double first) {
    return any < DOUBTED && first < LIKELY ? NONE : any < TRUSTED ? LITTLE : FULL;
  }
}
