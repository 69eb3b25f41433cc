package dev.assay.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The chosen sentences as they are shown: with those that one needs to be understood.
final class ShownSentences {

  private final AskWords words;
  private final List<CandidateSentence> shown = new ArrayList<>();

  private ShownSentences(AskWords words) {
    this.words = words;
  }

  /// The chosen sentences, the best first, and at most as many as an answer has: with what one
  /// points back to before it, and what a label opens behind it. A row of a table says nothing
  /// without its head and stands behind what is told in sentences.
  ///
  /// @param chosen the best first
  static List<CandidateSentence> of(List<CandidateSentence> chosen, AskWords words) {
    ShownSentences sentences = new ShownSentences(words);
    chosen.stream()
        .sorted(Comparator.comparing(CandidateSentence::isRow))
        .forEach(sentences::addWithCompany);
    List<CandidateSentence> shown = sentences.shown;
    return List.copyOf(shown.subList(0, Math.min(SentenceChoice.MOST, shown.size())));
  }

  private void addWithCompany(CandidateSentence one) {
    before(one).ifPresent(this::add);
    add(one);
    if (one.opens()) {
      one.next().ifPresent(this::add);
    }
  }

  /// What must stand before a sentence: the head of its table, or what it points back to.
  private Optional<CandidateSentence> before(CandidateSentence one) {
    return one.isRow()
        ? one.head()
        : one.previous()
            .filter(previous -> previous.place().number() == one.place().number())
            .filter(_ -> words.pointsBack(AskWords.plain(one.text())));
  }

  private void add(CandidateSentence one) {
    if (shown.stream().noneMatch(one::isSame)) {
      shown.add(one);
    }
  }
}
