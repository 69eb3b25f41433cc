package dev.assay.follow;

import java.time.Duration;
import java.time.Instant;

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
    return "Plant %d of site %d starts its line %d".formatted(entry, number, entry * 7 + number);
  }

  private String text(int entry) {
    return ("Plant %d of site %d made %d tonnes of oxide last year, its owner said on Monday. "
            + "It wants to make %d tonnes next year, for which it needs %d further workers and a second kiln. "
            + "The town has %d inhabitants, of whom one in five works there. "
            + "Concentrate number %d comes by rail from a mine %d kilometres away, which belongs to the same owner. "
            + "A decision on a line for heavy rare earths will be taken by June of the next year, and %d million dollars are set aside.")
        .formatted(
            entry,
            number,
            100 + entry,
            200 + entry,
            entry % 50,
            1000 + entry,
            entry * 31 + number,
            20 + entry % 300,
            5 + entry % 90);
  }

  String page(int entry) {
    return "<html><head><title>%s</title></head><body><article><h1>%s</h1><p>%s</p></article></body></html>"
        .formatted(title(entry), title(entry), text(entry).substring(0, 230));
  }
}
