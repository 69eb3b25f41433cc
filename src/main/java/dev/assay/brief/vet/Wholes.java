package dev.assay.brief.vet;

import dev.assay.cite.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds a part that is more than its whole: *220 of the 40 beams*, 40根中有220根. Stateless.
final class Wholes {

  private static final Pattern OF = Pattern.compile(" of (?:the |its |their |all |all the )?");

  /// What is counted may stand before: 40根梁中有.
  private static final Pattern AMONG =
      Pattern.compile("\\p{IsHan}{0,4}(?:当中|之中|中)(?:有|的|，有|，)?(?:多达|约|近)?");

  private Wholes() {}

  /// Where the part stands; empty if none is too much.
  static Optional<Span> exceeded(ReadText text) {
    for (int i = 0; i + 1 < text.figures().size(); i++) {
      Figure one = text.figures().get(i);
      Figure other = text.figures().get(i + 1);
      if (one.end() < other.start() && isCount(one) && isCount(other)) {
        String between = text.text().substring(one.end(), other.start());
        if (OF.matcher(between).matches() && one.size() > other.size()) {
          return Optional.of(new Span(one.start(), one.end()));
        }
        if (AMONG.matcher(between).matches() && other.size() > one.size()) {
          return Optional.of(new Span(other.start(), other.end()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isCount(Figure figure) {
    return figure.kind().equals(Figure.COUNT);
  }
}
