package dev.assay.brief.model;

import dev.assay.cite.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows a range whose unit the lines leave out: *between 147 and 148 yen* of 日元可能跌至147-148.
/// Stateless.
final class BareRanges {

  private static final String NUMBER = "\\d[\\d,]*+(?:\\.\\d+)?+";

  private static final Pattern RANGE =
      Pattern.compile("(" + NUMBER + ")(?: (?:and|to) |[-–—~～至到])(" + NUMBER + ")");

  /// Behind a number that has no unit.
  private static final Pattern BARE = Pattern.compile("$|[,.;)，。；、）]");

  private BareRanges() {}

  /// Whether a range stands at `place` of `text`, and `lines` have one of the same two numbers that
  /// counts nothing.
  static boolean stand(String text, Span place, String lines) {
    Matcher said = RANGE.matcher(place.in(text));
    if (!said.find()) {
      return false;
    }
    Matcher there = RANGE.matcher(lines);
    while (there.find()) {
      boolean same = there.group(1).equals(said.group(1)) && there.group(2).equals(said.group(2));
      if (same && BARE.matcher(lines).region(there.end(), lines.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }
}
