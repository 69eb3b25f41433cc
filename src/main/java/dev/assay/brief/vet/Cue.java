package dev.assay.brief.vet;

import java.util.Set;

/// A word that says how far a sentence stands behind what it tells, `[start, end)`.
record Cue(int start, int end, Set<Kind> kinds) {

  /// The kinds of `lexicon/vetting-cues.tsv`, which says what each means.
  enum Kind {
    NONE,
    DENIAL,
    POSSIBLE,
    PLAN,
    CONSIDERED,
    EXPECTED,
    CONDITION,
    SUPPOSING,
    DONE,
    SAID,
    CLAIMED,
    SOURCE,
    DENYING,
    POSSIBLY,
    PLANNING,
    EXPECTING,
    FUTURE,
    SAYING,
    UP,
    DOWN,
    MOST,
    LEAST,
    OUT,
    IN,
    BOUGHT,
    SOLD,
    MORE,
    LESS,
    GAINED,
    LOST,
    EARLIER,
    LATER,
    FAVOURED,
    OPPOSED,
    OPENED,
    CLOSED,
    BEAT,
    BEATEN,
    NORTH,
    SOUTH,
    EAST,
    WEST,
    ADMITTED,
    DENIED,
    APPROVED,
    REJECTED,
    ALLOWED,
    BANNED,
    RESUMED,
    STOPPED,
    JOINED,
    QUIT,
    KEPT,
    DROPPED,
    FROM,
    WAS,
    INTO,
    INSIDE,
    TOWARDS,
    BY,
    WITH,
    WHOLE,
    PART
  }

  boolean is(Kind kind) {
    return kinds.contains(kind);
  }

  boolean isAny(Set<Kind> any) {
    return kinds.stream().anyMatch(any::contains);
  }
}
