package dev.assay.topic;

import java.time.LocalDate;

/// How many articles one week brought.
///
/// @param monday the week's first day, in UTC
/// @param independent articles that are no copy of another
/// @param copies all other articles
public record Week(LocalDate monday, long independent, long copies) {

  public long articles() {
    return independent + copies;
  }
}
