package dev.assay.analyze.name;

import java.util.List;

/// How much an article is about a thing, from where and how often it names it.
final class Salience {

  private static final double TITLE = 0.35;
  private static final double LEAD = 0.15;
  private static final double FREQUENCY = 0.25;
  private static final double SPREAD = 0.25;

  private static final int LEAD_PARAGRAPHS = 2;

  /// So many mentions have half of the weight that any number can have.
  private static final double HALF = 3;

  private Salience() {}

  /// 0 to 1, for the mentions of one thing in an article of so many paragraphs.
  static double of(List<Tag.Mention> mentions, int paragraphs) {
    boolean title = mentions.getFirst().paragraph() == Tag.TITLE;
    long distinct =
        mentions.stream().mapToInt(Tag.Mention::paragraph).filter(p -> p > 0).distinct().count();
    boolean lead =
        mentions.stream().anyMatch(m -> m.paragraph() > 0 && m.paragraph() <= LEAD_PARAGRAPHS);
    double frequency = mentions.size() / (mentions.size() + HALF);
    double spread = paragraphs == 0 ? 0 : (double) distinct / paragraphs;
    double sum = (title ? TITLE : 0) + (lead ? LEAD : 0) + FREQUENCY * frequency + SPREAD * spread;
    return Math.round(sum * 1000) / 1000.0;
  }
}
