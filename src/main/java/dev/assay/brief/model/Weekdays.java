package dev.assay.brief.model;

import dev.assay.analyze.time.DayNames;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Days of the week, in both languages: *on Wednesday* of 周三. Stateless.
final class Weekdays {

  private static final Pattern ENGLISH = Pattern.compile("\\b(" + DayNames.ENGLISH + ")days?\\b");

  /// Not 每周五天, five days a week, nor 上周三次.
  private static final Pattern CHINESE =
      Pattern.compile(
          "(?:" + DayNames.WEEK + ")([" + DayNames.CHINESE + "])(?![天次年个個名家起位岁歲均届屆场場月周])");

  private Weekdays() {}

  /// The words for a day of the week that `cited` does not name where it names others; empty if
  /// there is none, or if the lines name no day by which it could be told.
  static Optional<String> another(String sentence, String cited) {
    Set<DayOfWeek> there = EnumSet.noneOf(DayOfWeek.class);
    places(cited).forEach(place -> there.add(DayNames.day(place.group(1))));
    return there.isEmpty()
        ? Optional.empty()
        : places(sentence)
            .filter(place -> !there.contains(DayNames.day(place.group(1))))
            .map(MatchResult::group)
            .findFirst();
  }

  private static Stream<MatchResult> places(String text) {
    return Stream.concat(ENGLISH.matcher(text).results(), CHINESE.matcher(text).results());
  }
}
