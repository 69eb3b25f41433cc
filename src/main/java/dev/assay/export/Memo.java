package dev.assay.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a pack says, before it takes a form.
///
/// @param lead what it is and how much, a line each
record Memo(String title, List<String> lead, List<Part> parts) {

  Memo {
    lead = List.copyOf(lead);
    parts = List.copyOf(parts);
  }

  /// Lines under a heading.
  ///
  /// @param of the article that they are of; null if of several
  record Part(String heading, @Nullable PackSource of, List<Line> lines) {
    Part {
      lines = List.copyOf(lines);
    }
  }

  /// Whose words a line is.
  enum By {
    SOURCE,
    LEDGER,
    READER
  }

  /// A sentence with its footnotes.
  record Line(String text, List<Quote> quotes, By by) {
    Line {
      quotes = List.copyOf(quotes);
    }
  }
}
