package dev.assay.ask;

import dev.assay.ask.Weighing.Found;
import dev.assay.brief.BriefSentence;
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

  private OtherReports() {}

  /// The sentences of other reports on the event that state another figure than a said sentence has
  /// beside the words that are asked.
  static List<BriefSentence> otherwise(
      Past.At at, Session session, Found found, List<CandidateSentence> said) {
    List<BriefSentence> otherwise = new ArrayList<>();
    for (CandidateSentence one : said) {
      for (EventPage.Compared row : at.events().against(session, one.article().id())) {
        if (row.sides().stream().anyMatch(side -> isAsked(side, one, found))) {
          row.sides().stream()
              .filter(side -> !side.article().id().equals(one.article().id()))
              .findFirst()
              .ifPresent(side -> otherwise.add(side.sentence()));
        }
      }
    }
    return otherwise;
  }

  /// Whether a figure stands in the sentence, and beside an asked word that tells it from the
  /// others and is no name.
  private static boolean isAsked(EventPage.Side side, CandidateSentence one, Found found) {
    Citation stated = side.sentence().citations().getFirst();
    int figure = one.text().indexOf(side.written());
    double[] local = one.in().local();
    double most = Arrays.stream(local).max().orElse(0);
    int near = one.article().language().isChinese() ? BESIDE_HAN : BESIDE;
    return stated.article().equals(one.article().id())
        && stated.paragraph() == one.place().number()
        && stated.span().overlaps(one.span())
        && figure >= 0
        && IntStream.range(0, local.length)
            .filter(i -> !found.question().terms().terms().get(i).named())
            .filter(i -> one.own().at()[i] >= 0 && local[i] > most / 2)
            .anyMatch(
                i -> {
                  int word = one.own().at()[i];
                  return word > figure - near && word < figure + side.written().length() + near;
                });
  }
}
