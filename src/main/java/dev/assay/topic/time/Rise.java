package dev.assay.topic.time;

import dev.assay.event.kept.RiseFinder.Kind;
import dev.assay.topic.Mentioning;
import dev.assay.topic.Name;
import java.util.List;
import java.util.stream.Collectors;

/// A name, two names together or a phrase of which more is told than there used to be, or less.
///
/// @param names the one, or the two; of a phrase its words
/// @param id of the name; for a pair or a phrase its kind with what it is of
/// @param direction whether more or less is told
/// @param isNew whether no text was about it before these days
/// @param texts about it in these days, copies left out
/// @param independent sources behind them
/// @param expected as many texts as its own past would give
/// @param score how far the texts are from that, in deviations
/// @param with names that stand beside it in these texts
/// @param said what texts say of it, each with its article: why the score is what it is
public record Rise(
    Kind kind,
    List<Name> names,
    String id,
    Direction direction,
    boolean isNew,
    int texts,
    int independent,
    double expected,
    double score,
    List<Name> with,
    List<Mentioning> said) {

  public Rise {
    names = List.copyOf(names);
    with = List.copyOf(with);
    said = List.copyOf(said);
  }

  /// Whether more or less is told.
  public enum Direction {
    RISING,
    QUIET
  }

  /// What it is called: `Lynas + MP Materials` for two names.
  public String label() {
    return names.stream().map(Name::label).collect(Collectors.joining(" + "));
  }
}
