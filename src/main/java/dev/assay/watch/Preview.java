package dev.assay.watch;

import java.util.List;

/// What a rule would have told in the last days.
///
/// @param times of what came by itself, each thing once
/// @param imported what it would have been told of too, had it not been brought in by hand or been
///   old when it came
/// @param examples the last of both
/// @param whole whether all that happened was looked at
public record Preview(long times, long imported, List<Item> examples, boolean whole) {

  /// Days that are looked at.
  public static final int DAYS = 30;

  public Preview {
    examples = List.copyOf(examples);
  }
}
