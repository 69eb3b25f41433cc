package dev.assay.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One of the sites of a simulation: what it has published at a moment is a function of that moment
/// alone, so that a process that begins anew finds it as the one before left it.
///
/// @param number every fifth one carries whole texts in its feed, the others teasers; one in 25 is
///   down for four days, one in 25 wants to be left alone for two hours now and then
/// @param days of the simulation
record SimulatedSite(int number, Instant begins, int days) {

  /// What a feed lists.
  static final int LISTED = 20;

  private static final Duration LEFT_ALONE = Duration.ofHours(2);
  private static final int SENTENCES = 6;
  private static final int WORDS = 6;

  private static final List<String> SYLLABLES =
      IntStream.range(0, 100)
          .mapToObj(i -> "" + "bdfgklmnprstvwzjchqx".charAt(i / 5) + "aeiou".charAt(i % 5))
          .toList();

  String host() {
    return "site%d.example".formatted(number);
  }

  /// From four hours to twenty days between two entries.
  private Duration rate() {
    double share = (number * 0.6180339887) % 1;
    return Duration.ofMinutes(
        Math.round(240 * Math.pow(120, isDownOnce() ? 0.5 + share / 2 : share)));
  }

  /// How many entries it has published, the first three before the simulation.
  int published(Instant at) {
    return 3 + (int) (Duration.between(begins, at).toMinutes() / rate().toMinutes());
  }

  boolean isWhole() {
    return number % 5 == 0;
  }

  private boolean isDownOnce() {
    return number % 25 == 3;
  }

  boolean isDown(Instant at) {
    double passed = Duration.between(begins, at).toMinutes() / (days * 1440.0);
    return isDownOnce() && passed >= 0.4 && passed < 0.4 + 4.0 / 30;
  }

  /// How long it wants to be left alone; nothing if it may be asked.
  Duration leftAlone(Instant at) {
    long hour = Duration.between(begins, at).toHours();
    return number % 25 == 7 && hour % 24 == 11 ? LEFT_ALONE : Duration.ZERO;
  }

  String feed(Instant at, int port) {
    StringBuilder feed =
        new StringBuilder(
            "<rss version=\"2.0\"><channel><title>Site %d</title><link>http://%s/</link><description>-</description>"
                .formatted(number, host()));
    int published = published(at);
    for (int entry = published - 1; entry >= Math.max(0, published - LISTED); entry--) {
      feed.append(
          "<item><title>%s</title><link>http://%s:%d/news/%d</link><guid>%d-%d</guid><description>%s</description></item>"
              .formatted(
                  title(entry), host(), port, entry, number, entry, isWhole() ? text(entry) : "…"));
    }
    return feed.append("</channel></rss>").toString();
  }

  private String title(int entry) {
    Random chance = new Random(number * 7919L + entry);
    return Stream.generate(() -> word(chance)).limit(WORDS).collect(Collectors.joining(" "));
  }

  /// What its title says, then words that no other entry has, and no figures: what is simulated is
  /// the asking, so no ledger grows, and no text is like another or tells of the same. What all
  /// have in common, in titles first of all, would have texts of one hour grouped again and again
  /// as one event.
  private String text(int entry) {
    Random chance = new Random(number * 100_003L + entry);
    return title(entry)
        + ". "
        + IntStream.range(0, SENTENCES)
            .mapToObj(_ -> sentence(chance))
            .collect(Collectors.joining(" "));
  }

  private static String sentence(Random chance) {
    return "The %s and the %s of the %s were %s by those who had been with %s before it was %s."
        .formatted(Stream.generate(() -> word(chance)).limit(WORDS).toArray());
  }

  private static String word(Random chance) {
    return chance
        .ints(3, 0, SYLLABLES.size())
        .mapToObj(SYLLABLES::get)
        .collect(Collectors.joining());
  }

  String page(int entry) {
    return "<html><head><title>%s</title></head><body><article><h1>%s</h1><p>%s</p></article></body></html>"
        .formatted(title(entry), title(entry), text(entry).substring(0, 330));
  }
}
