package dev.assay.watch;

import java.util.Locale;

/// Why a rule or a place to be told at cannot be kept.
public enum Mistake {
  NO_NAME,
  NO_SCOPE,
  NO_SUBJECT,
  NO_ENTRY,
  NOTHING_WANTED,
  NO_PERCENT,
  NO_LANGUAGE,
  NO_SORT,
  NO_SOURCES,
  NO_SCHEDULE,
  NO_HOURS,
  NO_ZONE,
  NO_SPAN,
  NO_CHANNEL,
  TOO_MANY,
  NO_KIND,
  NO_ADDRESS,
  PRIVATE_ADDRESS,
  NO_SECRET,
  NO_MAIL,
  NOT_ALLOWED,
  KNOWN_ALREADY;

  /// The key of its words.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
