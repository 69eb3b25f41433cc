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
      if (one.size() > other.size() && isOf(text, one, other)) {
        return Optional.of(new Span(one.start(), one.end()));
      }
      if (other.size() > one.size() && isAmong(text, one, other)) {
        return Optional.of(new Span(other.start(), other.end()));
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(ReadText text, Figure part, Figure whole) {
    return isBetween(OF, text, part, whole);
  }

  /// Pupils are no part of schools: in 3所学校中有1200名 both are counted by another word.
  private static boolean isAmong(ReadText text, Figure whole, Figure part) {
    char measure = text.text().charAt(whole.end() - 1);
    return isBetween(AMONG, text, whole, part)
        && TextReader.isMeasured(measure)
        && measure == text.text().charAt(part.end() - 1);
  }

  private static boolean isBetween(Pattern words, ReadText text, Figure one, Figure other) {
    return one.end() < other.start()
        && words.matcher(text.text().substring(one.end(), other.start())).matches();
  }
}
