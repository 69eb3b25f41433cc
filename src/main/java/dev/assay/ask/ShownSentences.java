package dev.assay.ask;

import dev.assay.article.Paragraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The chosen sentences as they are shown: with those that one needs to be understood.
final class ShownSentences {

  /// Where the first sentence is less likely than this, a further one that has nothing of the
  /// question says no more.
  private static final double UNSURE = 0.4;

  private final int most;
  private final AskWords words;
  private final List<CandidateSentence> shown = new ArrayList<>();
  private final @Nullable CandidateSentence unreasoned;

  private ShownSentences(List<CandidateSentence> chosen, int most, AskWords words) {
    this.most = most;
    this.words = words;
    this.unreasoned = chosen.stream().anyMatch(this::reasons) ? null : chosen.getFirst();
  }

  /// The chosen sentences, the best first: with what one points back to before it, and what a label
  /// opens behind it, or not at all where these have no place together. A row of a table says
  /// nothing without its head and stands behind what is told in sentences. Where it is asked why,
  /// one that gives a reason stands first; where none does, the best one mostly repeats the deed,
  /// and what follows it gives one.
  ///
  /// @param chosen the best first
  /// @param most sentences
  static List<CandidateSentence> of(List<CandidateSentence> chosen, int most, AskWords words) {
    if (chosen.isEmpty()) {
      return List.of();
    }
    ShownSentences sentences = new ShownSentences(chosen, most, words);
    chosen.stream()
        .sorted(
            Comparator.comparing(CandidateSentence::isRow)
                .thenComparing(one -> !sentences.reasons(one)))
        .forEach(sentences::addWithCompany);
    return List.copyOf(sentences.shown);
  }

  /// The chosen sentences; behind a first one that is not sure, only those that have something of
  /// the question.
  ///
  /// @param first how likely the first one tells what is asked
  static List<CandidateSentence> saying(List<CandidateSentence> chosen, double first) {
    return chosen.stream()
        .filter(
            one ->
                first >= UNSURE
                    || one.isSame(chosen.getFirst())
                    || one.in().question().share(one.own().degrees()) > 0)
        .toList();
  }

  private void addWithCompany(CandidateSentence one) {
    Optional<CandidateSentence> before = before(one);
    int room = most - shown.size() - (before.isPresent() ? 2 : 1);
    List<CandidateSentence> behind = room > 0 && lacksReason(one) ? next(one) : behind(one, room);
    List<CandidateSentence> together =
        Stream.of(before.stream(), Stream.of(one), behind.stream())
            .flatMap(sentences -> sentences)
            .filter(added -> shown.stream().noneMatch(added::isSame))
            .toList();
    if (shown.size() + together.size() <= most) {
      shown.addAll(together);
    }
  }

  /// Whether it is the best one where it is asked why and none of the chosen gives a reason.
  private boolean lacksReason(CandidateSentence one) {
    return unreasoned != null && one.isSame(unreasoned) && !one.opens();
  }

  /// Whether something else than *why* is asked too, or a sentence has a word that gives a reason.
  private boolean reasons(CandidateSentence one) {
    AskedQuestion question = one.in().question();
    return question.kind() != AskedKind.WHY
        || words.askedInClauses(AskWords.plain(question.text())).size() > 1
        || !words.answers(AskedKind.WHY, AskWords.plain(one.text())).isEmpty();
  }

  /// The sentence behind one, if it tells something.
  private static List<CandidateSentence> next(CandidateSentence one) {
    return one.next()
        .filter(next -> !next.isRow() && !next.opens())
        .map(List::of)
        .orElse(List.of());
  }

  /// What a sentence opens: the items of the list behind it, where several can be the answer, as
  /// far as there is room; else the next sentence.
  private List<CandidateSentence> behind(CandidateSentence one, int room) {
    if (!one.opens()) {
      return List.of();
    }
    List<CandidateSentence> all = one.in().sentences();
    List<CandidateSentence> rest = all.subList(one.number() + 1, all.size());
    List<CandidateSentence> items =
        rest.stream()
            .takeWhile(next -> next.place().kind() == Paragraph.Kind.LIST)
            .limit(Math.max(1, room))
            .toList();
    boolean several = !items.isEmpty() && !one.in().question().kind().isShort();
    return several ? items : rest.stream().limit(1).toList();
  }

  /// What must stand before a sentence: the head of its table, or what it points back to.
  private Optional<CandidateSentence> before(CandidateSentence one) {
    return one.isRow()
        ? one.head()
        : one.previous()
            .filter(previous -> previous.place().number() == one.place().number())
            .filter(_ -> words.pointsBack(AskWords.plain(one.text())));
  }
}
