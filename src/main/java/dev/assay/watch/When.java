package dev.assay.watch;

import dev.assay.store.Happening.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a reader can be told of.
public enum When {
  /// A text that was not there.
  ARTICLE("article.created", Kind.ARTICLE_CREATED),
  /// Its source put another text in an article's place.
  EDITED("article.edited", Kind.ARTICLE_EDITED),
  /// The same, if a figure is another.
  FIGURES_EDITED("article.figures_edited", Kind.ARTICLE_EDITED),
  /// A figure that its speaker did not give before.
  FIGURE("figure.created", Kind.FIGURE_CREATED),
  /// A figure further from what the others allow than the rule's percentage.
  OUTSIDE("figure.outside", Kind.FIGURE_CREATED),
  /// Figures that cannot hold together.
  DISPUTE_OPENED("dispute.opened", Kind.DISPUTE_OPENED),
  /// Another figure in a dispute, or its end.
  DISPUTE_CHANGED("dispute.changed", Kind.FIGURE_CREATED, Kind.DISPUTE_CLOSED),
  /// A second text tells of what happened.
  EVENT("event.created", Kind.EVENT_CREATED),
  /// A name that far more articles are about than in the weeks before.
  RISING("name.rising", Kind.NAME_RISING),
  /// A source that cannot be read any more.
  FAILING("source.failing", Kind.SOURCE_FAILING),
  /// A source that was failing can be read again.
  RECOVERED("source.recovered", Kind.SOURCE_RECOVERED);

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Kind> kinds;

  When(String word, Kind... kinds) {
    this.word = word;
    this.kinds = List.of(kinds);
  }

  /// As it stands in the store, in JSON, in forms and on the command line.
  public String word() {
    return word;
  }

  boolean isOf(Kind kind) {
    return kinds.contains(kind);
  }

  static Optional<When> of(String word) {
    return Arrays.stream(values()).filter(when -> when.word.equals(word)).findFirst();
  }
}
