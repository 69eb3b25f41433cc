package dev.assay.source.mail;

import dev.assay.lexicon.LetterPhrases;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An address that means the same to everybody: many links of mails lead through one that counts
/// who opens them, and carry a mark of whom they were sent to.
final class LastingAddress {

  /// A mark of a person, not a word: letters and digits in turn, too long for a number of a page.
  private static final Pattern MARK =
      Pattern.compile("(?=[^/]*\\d)(?=[^/]*\\p{Alpha})[\\w.~%+=-]{16,}");

  private static final Pattern WORDS = Pattern.compile("\\p{Alpha}{2,}(?:-[\\p{Alnum}]+){2,}");

  private LastingAddress() {}

  /// Empty if it is made for one reader.
  static Optional<URI> of(URI address) {
    String path = String.valueOf(address.getPath());
    boolean counted =
        names(address).anyMatch(LetterPhrases::isTracker)
            || Arrays.stream(path.split("/"))
                .anyMatch(
                    part -> part.length() > 1 && LetterPhrases.isTracker(part) || isMark(part));
    if (counted) {
      return Optional.empty();
    }
    String query = address.getRawQuery();
    if (query == null) {
      return Optional.of(address);
    }
    boolean marked =
        Arrays.stream(query.split("&"))
            .anyMatch(one -> isMark(one.substring(one.indexOf('=') + 1)));
    if (!marked) {
      return Optional.of(address);
    }
    String shown = address.toString();
    return Arrays.stream(path.split("/")).anyMatch(WORDS.asMatchPredicate())
        ? Optional.of(URI.create(shown.substring(0, shown.indexOf('?'))))
        : Optional.empty();
  }

  /// What stands before the domain.
  private static Stream<String> names(URI address) {
    String[] names = address.getHost().split("\\.");
    return Arrays.stream(names).limit(Math.max(0, names.length - 2));
  }

  private static boolean isMark(String part) {
    return MARK.matcher(part).matches() && !WORDS.matcher(part).matches();
  }
}
