package dev.assay.brief.figure;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.brief.figure.FigureWords.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/// What money is given for, in the words of the source: no list has all of them.
///
/// A quotation is a part of a scope without an id whose words stand between “ and ”.
final class FigureQuote {

  private static final Pattern BRACKETS = Pattern.compile("[(（][^)）]*[)）]");
  private static final Pattern SPACES = Pattern.compile("\\p{Z}+");
  private static final Pattern OPENING = Pattern.compile("^(?:的|of) *");
  private static final Pattern SIGNS_AT_END = Pattern.compile("[.,;。，；\\s]+$");
  private static final Pattern WORD_AT_END =
      Pattern.compile(" (?:to|for|in|of|on|with|by|and|from)$");

  private static final int MOST_WORDS = 14;
  private static final int MOST_CHARACTERS = 24;

  /// Points to something that is not quoted, or goes on to another clause.
  private static final Pattern POINTS =
      Pattern.compile("\\b(?:these|this|those|such|will|plans?)\\b|这|该|上述|此|将");

  private static final Pattern PREPOSITION =
      Pattern.compile("(?:to|for|in|towards?|into|from|through|over)\\b");

  private FigureQuote() {}

  static boolean is(Part part) {
    return part.id() == null && part.words().startsWith("“");
  }

  /// The words behind the number up to `to`, if they are few and take nothing back.
  ///
  /// @param unknown where the first word stands that no lexicon tells
  static Optional<Part> of(FigureSetting setting, int unknown, int to) {
    FigureText text = setting.text();
    int stop = setting.first(unknown, to, Kind.STOP);
    int end = stop < 0 ? to : stop;
    String words = trimmed(text.written(from(setting, end), end));
    boolean brief =
        text.isChinese()
            ? words.length() <= MOST_CHARACTERS
            : words.split("\\s+").length <= MOST_WORDS;
    boolean clear =
        !POINTS.matcher(words).find()
            && setting.first(setting.number().end(), end, Kind.REFUSE) < 0;
    return brief && clear && !words.isEmpty()
        ? Optional.of(new Part(Facet.OTHER, null, "“" + words + "”"))
        : Optional.empty();
  }

  private static String trimmed(String words) {
    String bare = BRACKETS.matcher(words).replaceAll("").replace('“', '"').replace('”', '"');
    String line = SPACES.matcher(bare).replaceAll(" ").strip();
    String open = OPENING.matcher(line).replaceFirst("");
    String closed = SIGNS_AT_END.matcher(open).replaceFirst("");
    return WORD_AT_END.matcher(closed).replaceFirst("");
  }

  /// Behind the word for the money ("in grants" of "in grants for rural broadband"), else behind
  /// the number.
  private static int from(FigureSetting setting, int end) {
    FigureText text = setting.text();
    int number = setting.number().end();
    for (int at = number; at < end; ) {
      var match = setting.match(at, end);
      if (match != null && FigureWords.is(match, Kind.FUND)) {
        boolean opens = PREPOSITION.matcher(text.folded(match.end(), end).strip()).lookingAt();
        return opens || text.isChinese() ? match.end() : number;
      }
      if (text.isWordAt(at) && !FigureWords.is(match, Kind.LIGHT)) {
        return number;
      }
      at = match == null ? at + 1 : match.end();
    }
    return number;
  }
}
