package dev.assay.brief.vet;

import dev.assay.brief.vet.Cue.Kind;
import dev.assay.lexicon.HanScript;
import java.util.LinkedHashSet;
import java.util.Set;

/// The part that a figure or a name plays, by the word beside it: *from* 6.8 million, 升至740万, *by*
/// the council.
final class Parts {

  private static final Set<Kind> BEFORE =
      Set.of(Kind.FROM, Kind.WAS, Kind.INTO, Kind.INSIDE, Kind.TOWARDS, Kind.BY, Kind.WITH);

  private static final Set<Kind> WHOLES = Set.of(Kind.WHOLE, Kind.PART);

  /// So many letters, or half as many characters, may stand between.
  private static final int BETWEEN = 8;

  private Parts() {}

  /// How the part that something plays in a sentence agrees with those of two places.
  static <T> String agreed(Set<T> said, Set<T> own, Set<T> rival) {
    if (said.isEmpty()) {
      return own.isEmpty() == rival.isEmpty() ? "none" : own.isEmpty() ? "own free" : "rival free";
    }
    boolean here = meet(said, own);
    boolean there = meet(said, rival);
    return here == there ? here ? "both" : "neither" : here ? "own" : "rival";
  }

  static <T> boolean meet(Set<T> one, Set<T> other) {
    return one.stream().anyMatch(other::contains);
  }

  static Set<Kind> of(ReadText text, Figure figure) {
    Set<Kind> parts = new LinkedHashSet<>();
    int nearest = 0;
    for (Clause clause : text.clauses()) {
      for (Cue cue : clause.cues()) {
        boolean before = cue.isAny(BEFORE) && isNear(text.text(), cue.end(), figure.start());
        if (before && cue.end() >= nearest) {
          nearest = cue.end();
          parts.clear();
          cue.kinds().stream().filter(BEFORE::contains).forEach(parts::add);
        }
      }
    }
    boolean was = isToldBehind(text, figure);
    if (was || parts.remove(Kind.WAS)) {
      parts.add(Kind.FROM);
    }
    return parts;
  }

  /// Whether a number is of a whole or of its part: 14 *of its* 96, 96根拉索*中有*14根; empty if neither
  /// is told.
  static Set<Kind> ofWhole(ReadText text, Figure figure) {
    Set<Kind> parts = new LinkedHashSet<>();
    for (Clause clause : text.clauses()) {
      for (Cue cue : clause.cues()) {
        if (cue.isAny(WHOLES)) {
          boolean before = isNear(text.text(), cue.end(), figure.start());
          boolean behind = isNear(text.text(), figure.end(), cue.start());
          boolean whole = cue.is(Kind.WHOLE);
          if (before) {
            parts.add(whole ? Kind.WHOLE : Kind.PART);
          } else if (behind) {
            parts.add(whole ? Kind.PART : Kind.WHOLE);
          }
        }
      }
    }
    return parts.size() == 1 ? parts : Set.of();
  }

  /// *6.8 million a year earlier*.
  private static boolean isToldBehind(ReadText text, Figure figure) {
    return text.clauses().stream()
        .flatMap(clause -> clause.cues().stream())
        .anyMatch(cue -> cue.is(Kind.WAS) && isNear(text.text(), figure.end(), cue.start()));
  }

  private static boolean isNear(String text, int end, int start) {
    if (end > start || start - end > BETWEEN) {
      return false;
    }
    String between = text.substring(end, start);
    long han = between.chars().filter(c -> HanScript.isHan((char) c)).count();
    return between.length() + han <= BETWEEN
        && between.chars().noneMatch(c -> Character.isDigit(c) || ",，;；。".indexOf(c) >= 0);
  }
}
