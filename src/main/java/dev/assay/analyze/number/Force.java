package dev.assay.analyze.number;

/// How sure we are that a number states something.
public enum Force {
  STATED,
  /// A number without unit: it takes the unit of its neighbours, if they share one.
  BARE,
  /// Used without stating anything: 一个, the two sides.
  WEAK
}
