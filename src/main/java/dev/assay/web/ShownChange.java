package dev.assay.web;

import dev.assay.fold.Change;
import dev.assay.fold.Changes;
import java.util.List;

/// A difference as it is printed.
///
/// @param before the sentence before, what the other lacks marked; empty if it was added
/// @param after the sentence after, likewise; empty if it was left out
public record ShownChange(Kind kind, List<Piece> before, List<Piece> after) {

  /// In the order in which they are shown.
  public enum Kind {
    FIGURES,
    WORDS,
    REMOVED,
    ADDED
  }

  public static List<ShownChange> of(Changes changes) {
    return changes.list().stream().map(ShownChange::of).toList();
  }

  public static ShownChange of(Change change) {
    return switch (change) {
      case Change.Added(String sentence) ->
          new ShownChange(Kind.ADDED, List.of(), Piece.of(sentence, List.of()));
      case Change.Removed(String sentence) ->
          new ShownChange(Kind.REMOVED, Piece.of(sentence, List.of()), List.of());
      case Change.Changed changed ->
          new ShownChange(
              changed.figures() ? Kind.FIGURES : Kind.WORDS,
              Piece.of(changed.before(), changed.inBefore()),
              Piece.of(changed.after(), changed.inAfter()));
    };
  }

  /// Those of one kind.
  public static List<ShownChange> of(Kind kind, List<ShownChange> all) {
    return all.stream().filter(change -> change.kind() == kind).toList();
  }
}
