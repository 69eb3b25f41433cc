package dev.assay.brief.vet;

import java.util.Set;

/// A word that says how far a sentence stands behind what it tells, `[start, end)`.
record Cue(int start, int end, Set<Kind> kinds) {

  /// A time after the day of the text itself, which is no word of the table.
  static final Kind DATED = new Kind("dated");

  /// A kind of `lexicon/vetting-cues.tsv`, which says what each means.
  record Kind(String word) {
    static final Kind NONE = new Kind("none");
    static final Kind DENIAL = new Kind("denial");
    static final Kind POSSIBLE = new Kind("possible");
    static final Kind PLAN = new Kind("plan");
    static final Kind CONSIDERED = new Kind("considered");
    static final Kind EXPECTED = new Kind("expected");
    static final Kind CONDITION = new Kind("condition");
    static final Kind SUPPOSING = new Kind("supposing");
    static final Kind OBLIGED = new Kind("obliged");
    static final Kind DONE = new Kind("done");
    static final Kind SAID = new Kind("said");
    static final Kind CLAIMED = new Kind("claimed");
    static final Kind SOURCE = new Kind("source");
    static final Kind DENYING = new Kind("denying");
    static final Kind POSSIBLY = new Kind("possibly");
    static final Kind PLANNING = new Kind("planning");
    static final Kind EXPECTING = new Kind("expecting");
    static final Kind FUTURE = new Kind("future");
    static final Kind SAYING = new Kind("saying");
    static final Kind UP = new Kind("up");
    static final Kind DOWN = new Kind("down");
    static final Kind MORE = new Kind("more");
    static final Kind LESS = new Kind("less");
    static final Kind DENIED = new Kind("denied");
    static final Kind TEXT = new Kind("text");
    static final Kind FROM = new Kind("from");
    static final Kind WAS = new Kind("was");
    static final Kind INTO = new Kind("into");
    static final Kind INSIDE = new Kind("inside");
    static final Kind TOWARDS = new Kind("towards");
    static final Kind BY = new Kind("by");
    static final Kind WITH = new Kind("with");
    static final Kind WHOLE = new Kind("whole");
    static final Kind PART = new Kind("part");
  }

  boolean is(Kind kind) {
    return kinds.contains(kind);
  }

  boolean isAny(Set<Kind> any) {
    return kinds.stream().anyMatch(any::contains);
  }
}
