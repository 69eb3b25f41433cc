package dev.assay.brief.model;

import dev.assay.cite.Span;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Knows a time of day in two ways of writing, beside its day or not: 3:30 p.m. of 3日15时30分.
/// Stateless.
final class Clocks {

  private static final int NOON = 12;

  private static final Pattern LATIN =
      Pattern.compile("(?<![\\d:.])(\\d{1,2})(?:[:.](\\d{2}))?+ ?([ap])\\.?m\\b");

  /// A half of the day, an hour and its minutes.
  private static final Pattern HAN =
      Pattern.compile(
          "(下午|傍晚|晚上|晚间|当晚|晚|夜里)?(?<![\\d.,])([01]?\\d|2[0-4])[时時点點:：](?:(\\d{1,2})分?|(半))?");

  private Clocks() {}

  /// Whether the time of day at `place` of `text` stands in `lines`, in whichever way it is
  /// written.
  static boolean stand(String text, Span place, String lines) {
    Set<Integer> there = in(lines, _ -> true);
    return at(text, place).stream().anyMatch(there::contains);
  }

  /// The times in `text` that cover `place`, in minutes of the day: with a day it is a time of
  /// more.
  private static Set<Integer> at(String text, Span place) {
    return in(text, time -> time.start() <= place.start() && place.end() <= time.end());
  }

  private static Set<Integer> in(String text, Predicate<MatchResult> which) {
    Set<Integer> minutes = new HashSet<>();
    Matcher latin = LATIN.matcher(text.toLowerCase(Locale.ROOT));
    while (latin.find()) {
      if (which.test(latin)) {
        int hour = Integer.parseInt(latin.group(1)) % NOON;
        add(latin.group(3).equals("p") ? hour + NOON : hour, latin.group(2), minutes);
      }
    }
    Matcher han = HAN.matcher(text);
    while (han.find()) {
      if (which.test(han)) {
        int hour = Integer.parseInt(han.group(2));
        boolean late = han.group(1) != null && hour < NOON;
        add(late ? hour + NOON : hour, han.group(4) == null ? han.group(3) : "30", minutes);
      }
    }
    return minutes;
  }

  private static void add(int hour, @Nullable String minute, Set<Integer> minutes) {
    minutes.add(60 * hour + (minute == null ? 0 : Integer.parseInt(minute)));
  }
}
