package dev.assay.ask;

import dev.assay.ask.Answer.Disagreement;
import dev.assay.ask.Weighing.Found;
import dev.assay.cite.Citation;
import dev.assay.store.Session;
import dev.assay.topic.event.EventPage;
import dev.assay.topic.time.Past;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What other reports on the same event say otherwise.
final class OtherReports {

  /// A word that is asked stands so near to its figure, in characters of a text in Latin letters.
  private static final int BESIDE = 25;

  /// The same in a Chinese text.
  private static final int BESIDE_HAN = 9;

  /// A word stands in a sentence with this much of it.
  private static final double STANDS = 0.5;

  private OtherReports() {}

  /// A figure that was said, and what another report on the event has in its place.
  ///
  /// @param sameWords whether another outlet says so with all the words that are asked beside the
  ///   figure: *eleven people are missing* says nothing against *nine people have died*
  record Otherwise(EventPage.Side said, EventPage.Side other, boolean sameWords) {
    Disagreement apart() {
      return new Disagreement(
          null, said.written(), other.written(), said.article().id(), other.article().id());
    }
  }

  /// What other reports on the event state in place of a figure that a said sentence has beside the
  /// words that are asked.
  static List<Otherwise> otherwise(
      Past.At at, Session session, Found found, List<CandidateSentence> said) {
    List<Otherwise> otherwise = new ArrayList<>();
    for (CandidateSentence one : said) {
      for (EventPage.Compared row : at.events().against(session, one.article().id())) {
        for (EventPage.Side own : row.sides()) {
          List<Integer> asked = beside(own, one, found);
          row.sides().stream()
              .filter(side -> !asked.isEmpty() && !side.article().id().equals(own.article().id()))
              .findFirst()
              .map(other -> of(own, other, asked, found.question()))
              .ifPresent(otherwise::add);
        }
      }
    }
    return otherwise;
  }

  private static Otherwise of(
      EventPage.Side own, EventPage.Side other, List<Integer> asked, AskedQuestion question) {
    boolean apart = !other.article().outlet().equals(own.article().outlet());
    return new Otherwise(
        own, other, apart && asked.stream().allMatch(term -> has(other, term, question)));
  }

  private static boolean has(EventPage.Side side, int term, AskedQuestion question) {
    String text = side.sentence().text();
    return question.terms().in(text).within(CandidateSentences.all(text)).degrees()[term] >= STANDS;
  }

  /// The words asked beside a figure of the sentence that tell it from the others and are no name;
  /// none if it stands elsewhere.
  private static List<Integer> beside(EventPage.Side side, CandidateSentence one, Found found) {
    Citation stated = side.sentence().citations().getFirst();
    int figure = one.text().indexOf(side.written());
    boolean here =
        stated.article().equals(one.article().id())
            && stated.paragraph() == one.place().number()
            && stated.span().overlaps(one.span())
            && figure >= 0;
    double[] local = one.in().local();
    double most = Arrays.stream(local).max().orElse(0);
    int near = one.article().language().isChinese() ? BESIDE_HAN : BESIDE;
    return IntStream.range(0, here ? local.length : 0)
        .filter(i -> !found.question().terms().terms().get(i).named())
        .filter(i -> one.own().at()[i] >= 0 && local[i] > most / 2)
        .filter(
            i -> {
              int word = one.own().at()[i];
              return word > figure - near && word < figure + side.written().length() + near;
            })
        .boxed()
        .toList();
  }
}
