package dev.assay.topic;

import java.util.List;

/// A name of which more is told than there used to be, or less.
///
/// @param direction which of the two
/// @param isNew whether no text named it before these days
/// @param texts about it in these days, copies left out
/// @param independent sources behind them
/// @param expected as many texts as its own past would give
/// @param score how far the texts are from that, in deviations
/// @param with names that stand beside it in these texts
/// @param said what texts say of it, each with its article: why the score is what it is
public record Rise(
    Name name,
    String entity,
    Direction direction,
    boolean isNew,
    int texts,
    int independent,
    double expected,
    double score,
    List<Name> with,
    List<Mentioning> said) {

  public Rise {
    with = List.copyOf(with);
    said = List.copyOf(said);
  }

  /// Whether more or less is told.
  public enum Direction {
    RISING,
    QUIET
  }
}
