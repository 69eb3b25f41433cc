package dev.assay.analyze;

import dev.assay.lexicon.Alias;
import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What the words beside a spelling say about it.
///
/// @param before folded words after which a capital is only a place, Chinese ones without a space
/// @param after the same for the words that follow
/// @param numberEnds words and characters at the end of a number, after which a currency is a unit
record NameContext(List<String> before, List<String> after, List<String> numberEnds) {

  private static final int LONGEST_CUE = 16;

  static NameContext load() {
    LexiconFile file = LexiconFile.read("names/cues.tsv");
    return new NameContext(
        cues(file, "place-before"), cues(file, "place-after"), cues(file, "number-end"));
  }

  private static List<String> cues(LexiconFile file, String kind) {
    return file.rows().stream()
        .filter(row -> row.cell(0).equals(kind))
        .flatMap(row -> Arrays.stream(row.cell(1).split(" \\| ")))
        .map(String::strip)
        .toList();
  }

  /// Leaves out longer words that are no names, currencies that are the unit of a number, and short
  /// forms of countries that stand alone.
  List<NameMatch> filter(String text, List<NameMatch> matches) {
    List<NameMatch> kept = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      NameMatch match = matches.get(i);
      boolean keep =
          !match.readings().isEmpty()
              && (!isShort(match) || hasCompany(text, matches, i))
              && !(TagMatcher.isCurrency(match) && isUnit(text, match));
      if (keep) {
        kept.add(match);
      }
    }
    return kept;
  }

  private static boolean isShort(NameMatch match) {
    return !match.readings().isEmpty()
        && match.readings().stream().allMatch(reading -> reading.alias().use() == Alias.Use.SHORT);
  }

  /// Whether another short form stands right beside this one, as in 中美 or 美、日、印.
  private static boolean hasCompany(String text, List<NameMatch> matches, int i) {
    NameMatch match = matches.get(i);
    if (match.start() > 0 && Character.isDigit(text.charAt(match.start() - 1))) {
      return false;
    }
    return i > 0 && together(text, matches.get(i - 1), match)
        || i + 1 < matches.size() && together(text, match, matches.get(i + 1));
  }

  private static boolean together(String text, NameMatch left, NameMatch right) {
    boolean besides =
        left.end() == right.start()
            || left.end() + 1 == right.start() && text.charAt(left.end()) == '、';
    boolean date = left.start() > 0 && Character.isDigit(text.charAt(left.start() - 1));
    return besides
        && !date
        && isShort(left)
        && isShort(right)
        && !left.readings().getFirst().entity().equals(right.readings().getFirst().entity());
  }

  private boolean isUnit(String text, NameMatch match) {
    String left = left(text, match.start()).stripTrailing();
    return !left.isEmpty()
        && (Character.isDigit(left.charAt(left.length() - 1)) || endsWithAny(left, numberEnds));
  }

  /// Whether the words around the capital say that it is where something is or was.
  boolean isPlaceHere(String text, NameMatch match) {
    String left = left(text, match.start());
    String right = text.substring(match.end(), Math.min(text.length(), match.end() + LONGEST_CUE));
    return endsWithAny(left, before)
        || after.stream().anyMatch(right.toLowerCase(Locale.ROOT)::startsWith)
        || isDateline(text, match);
  }

  /// `BEIJING, Nov. 3 (Agency) -` at the head of a paragraph.
  private static boolean isDateline(String text, NameMatch match) {
    String name = text.substring(match.start(), match.end());
    return match.start() == 0
        && name.equals(name.toUpperCase(Locale.ROOT))
        && !name.equals(name.toLowerCase(Locale.ROOT));
  }

  private static String left(String text, int end) {
    return text.substring(Math.max(0, end - LONGEST_CUE), end).toLowerCase(Locale.ROOT);
  }

  /// A cue that is a word must begin as one; a space at its end is part of it.
  private static boolean endsWithAny(String left, List<String> cues) {
    String trimmed = left.stripTrailing();
    for (String cue : cues) {
      int start = trimmed.length() - cue.length();
      if (trimmed.endsWith(cue)
          && (cue.charAt(0) > 0x2e80 || start == 0 || trimmed.charAt(start - 1) == ' ')) {
        return true;
      }
    }
    return false;
  }
}
