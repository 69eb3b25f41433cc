package dev.assay.brief.vet;

import dev.assay.brief.vet.Cue.Kind;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which way a figure went is told beside it: *rose 8.9 percent*, 下跌4.3%. A word of the one text
/// and the words beside the same figure of the other are held against each other, however many
/// figures rise and fall there. Stateless.
final class Directions {

  /// So many letters may stand between a figure and the word that tells its way, and nothing that
  /// joins another thing.
  private static final int REACH = 30;

  private static final Pattern JOINED = Pattern.compile("\\b(?:and|or)\\b|[、和或及;；]");

  private static final Set<Kind> MORE = Set.of(Kind.UP, Kind.MORE);
  private static final Set<Kind> LESS = Set.of(Kind.DOWN, Kind.LESS);

  /// What is said of figures more than of other things.
  static final Set<Kind> BESIDE = Set.of(Kind.UP, Kind.DOWN, Kind.MORE, Kind.LESS);

  private Directions() {}

  /// What the other text tells of the figure that a word stands beside.
  enum Told {
    /// The same.
    SAME,
    /// The contrary.
    CONTRARY,
    /// Nothing, or there is no such figure.
    NOTHING
  }

  /// What `to` tells of the figure that `cue`, a word of this kind, stands beside in `text`.
  static Told told(
      ReadText text, Clause clause, Cue cue, Kind kind, Set<Kind> contraries, List<ReadText> to) {
    Figure figure = beside(text, clause, cue).orElse(null);
    if (figure == null) {
      return Told.NOTHING;
    }
    Set<Kind> same = alike(kind);
    Set<Kind> contrary = new LinkedHashSet<>();
    contraries.forEach(each -> contrary.addAll(alike(each)));
    boolean own = false;
    boolean other = false;
    for (ReadText line : to) {
      for (Figure there : line.figures()) {
        if (there.key() == figure.key() && there.kind().equals(figure.kind())) {
          Optional<Cue> nearest = nearest(line, there, same, contrary);
          own |= nearest.filter(each -> each.isAny(same)).isPresent();
          other |= nearest.filter(each -> !each.isAny(same)).isPresent();
        }
      }
    }
    return own ? Told.SAME : other ? Told.CONTRARY : Told.NOTHING;
  }

  private static Set<Kind> alike(Kind kind) {
    return MORE.contains(kind) ? MORE : LESS.contains(kind) ? LESS : Set.of(kind);
  }

  /// The figure of the clause that is nearest to a word, and no time.
  private static Optional<Figure> beside(ReadText text, Clause clause, Cue cue) {
    return text.figures().stream()
        .filter(figure -> clause.start() <= figure.start() && figure.start() < clause.end())
        .filter(figure -> !figure.isTime() && distance(figure, cue) <= REACH)
        .filter(figure -> !isJoined(text.text(), figure, cue))
        .min(Comparator.comparingInt(figure -> distance(figure, cue)));
  }

  /// The word of either kind that is nearest to a figure of its clause and beside no other figure.
  private static Optional<Cue> nearest(
      ReadText text, Figure figure, Set<Kind> same, Set<Kind> contrary) {
    Clause clause = Attachments.clauseOf(text, figure);
    return clause.cues().stream()
        .filter(cue -> cue.isAny(same) != cue.isAny(contrary))
        .filter(cue -> beside(text, clause, cue).filter(figure::equals).isPresent())
        .min(Comparator.comparingInt(cue -> distance(figure, cue)));
  }

  private static boolean isJoined(String text, Figure figure, Cue cue) {
    int from = Math.min(figure.end(), cue.end());
    int to = Math.max(figure.start(), cue.start());
    return from < to && JOINED.matcher(text.substring(from, to)).find();
  }

  private static int distance(Figure figure, Cue cue) {
    return Math.max(0, Math.max(figure.start() - cue.end(), cue.start() - figure.end()));
  }
}
