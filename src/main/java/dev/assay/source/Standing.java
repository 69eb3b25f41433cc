package dev.assay.source;

import java.util.Locale;

/// How a source is, in one word; the worst first.
public enum Standing {
  /// 410: it says that it will not come back. Asked monthly.
  GONE,
  /// A check for bots stands before it.
  BLOCKED,
  /// robots.txt does not allow it.
  ROBOTS,
  /// A page where a feed was.
  HTML_INSTEAD,
  /// A watched page that lists nothing any more.
  CHANGED_FORM,
  /// It failed; it is asked again, less often the longer it goes on.
  RETRYING,
  /// Of most articles it shows only a part to those who do not pay.
  PAYWALLED,
  /// Everything was new: entries may have been missed between two rounds.
  MISSING,
  /// It takes long to answer.
  SLOW,
  /// Never asked yet.
  NEW,
  /// Nothing new for 90 days.
  QUIET,
  WORKING,
  /// As its owner wants it: what comes does not stand among what is new.
  MUTED,
  PAUSED;

  /// The word used in JSON, in the store and on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Standing of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Whether nothing comes from it, and a person should look.
  public boolean isTrouble() {
    return compareTo(RETRYING) <= 0;
  }
}
