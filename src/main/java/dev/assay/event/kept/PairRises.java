package dev.assay.event.kept;

import dev.assay.analyze.name.Aboutness;
import dev.assay.article.ArticleId;
import dev.assay.event.kept.RiseFinder.Kind;
import dev.assay.event.kept.RiseFinder.Scored;
import dev.assay.event.kept.RiseTable.Pair;
import dev.assay.event.kept.RiseTable.Text;
import dev.assay.event.kept.RiseWindow.Behind;
import dev.assay.fold.Outlets;
import java.util.Collection;
import java.util.List;

/// Two names of which more texts tell together than their past would give, though neither rises by
/// itself: what is new is that they meet. Used by one thread.
final class PairRises {

  /// Pairs that are looked at, those of most texts.
  private static final int MOST_PAIRS = 400;

  private final RiseTable table;
  private final Outlets outlets;
  private final RiseWindow window;

  PairRises(RiseTable table, Outlets outlets, RiseWindow window) {
    this.table = table;
    this.outlets = outlets;
    this.window = window;
  }

  /// The pairs that rise, the farthest above what is expected first. Of pairs of the very same
  /// texts the first is told.
  ///
  /// @param names ids of those that rise by themselves
  List<Scored> rising(Collection<String> names) {
    Overlaps overlaps = new Overlaps();
    return table
        .pairs(window.from(), window.until(), Aboutness.ABOUT, RiseWindow.LEAST_TEXTS, MOST_PAIRS)
        .stream()
        .filter(pair -> !names.contains(pair.one()) && !names.contains(pair.other()))
        .flatMap(
            pair ->
                window
                    .rise(
                        Kind.PAIR,
                        List.of(pair.one(), pair.other()),
                        pair.texts(),
                        table.count(pair, window.past(), window.from(), Aboutness.ABOUT),
                        () -> behind(now(pair)))
                    .stream())
        .sorted(Scored.FARTHEST)
        .filter(rise -> overlaps.isApart(rise.newest()))
        .toList();
  }

  /// The pairs that fell quiet.
  ///
  /// @param names ids of those that fell quiet by themselves
  List<Scored> quiet(Collection<String> names, int most) {
    return table
        .pairs(window.past(), window.from(), Aboutness.ABOUT, window.leastForQuiet(), MOST_PAIRS)
        .stream()
        .filter(pair -> !names.contains(pair.one()) && !names.contains(pair.other()))
        .flatMap(
            pair ->
                window
                    .quiet(
                        Kind.PAIR,
                        List.of(pair.one(), pair.other()),
                        now(pair).size(),
                        pair.texts(),
                        () -> ids(now(pair)))
                    .stream())
        .sorted(Scored.QUIETEST)
        .limit(most)
        .toList();
  }

  private List<Text> now(Pair pair) {
    return table.texts(pair, window.from(), window.until(), Aboutness.ABOUT, RiseWindow.MOST_TEXTS);
  }

  private Behind behind(List<Text> texts) {
    return new Behind(
        RiseFinder.owners(outlets, texts.stream().map(Text::source).toList()), ids(texts));
  }

  private static List<ArticleId> ids(List<Text> texts) {
    return texts.stream().map(Text::id).toList();
  }
}
