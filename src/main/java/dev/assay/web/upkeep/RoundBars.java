package dev.assay.web.upkeep;

import dev.assay.source.SourceRound;
import dev.assay.web.Messages;
import dev.assay.web.TimeWords;
import java.util.ArrayList;
import java.util.List;

/// The last rounds of a source as bars, the oldest first: the higher, the more was new; low and
/// pale where nothing was, hollow where it failed.
public record RoundBars(List<Bar> bars) {

  /// How many are kept.
  private static final int ROUNDS = 30;

  public static final int WIDTH = 272;
  public static final int HEIGHT = 40;

  private static final int LOW = 4;

  public RoundBars {
    bars = List.copyOf(bars);
  }

  /// One round.
  ///
  /// @param style `some`, `none` or `failed`
  /// @param title when, and what came of it
  public record Bar(double x, double y, double width, double height, String style, String title) {}

  static RoundBars of(List<SourceRound> newestFirst, Messages say, TimeWords time) {
    List<SourceRound> rounds = newestFirst.reversed();
    int most = rounds.stream().mapToInt(SourceRound::fresh).max().orElse(0);
    double step = WIDTH / (double) ROUNDS;
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      SourceRound round = rounds.get(i);
      boolean answered = round.word().equals("listed") || round.word().equals("unchanged");
      double height =
          answered
              ? round.fresh() == 0 ? LOW : LOW + (HEIGHT - LOW) * round.fresh() / (double) most
              : HEIGHT / 2.0;
      bars.add(
          new Bar(
              WIDTH - (rounds.size() - i) * step,
              HEIGHT - height,
              step - 2,
              height,
              answered ? round.fresh() == 0 ? "none" : "some" : "failed",
              "%s: %s, %s"
                  .formatted(
                      time.ago(round.at()),
                      say.text("sources.round." + round.word()),
                      say.count("sources.bar", round.fresh()))));
    }
    return new RoundBars(bars);
  }
}
