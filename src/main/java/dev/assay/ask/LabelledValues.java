package dev.assay.ask;

import dev.assay.cite.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the line of a record whose label says what is asked, and no more: of *what is her
/// occupation*, `Occupation: teacher`. Such a line has few words, and a longer one that names the
/// record and the person has more of the question.
final class LabelledValues {

  /// A label, without the marks around it. It is no longer than forty characters.
  private static final Pattern LABEL =
      Pattern.compile("^[\\s*#\\-•\\d.()]*([\\p{L}][^:：\\n]{1,39}?)[\\s*]*[:：]");

  /// The label has this share of what is asked of the thing.
  private static final double MOST = 0.5;

  /// The article has this share of the question.
  private static final double SAME_THING = 0.8;

  private final AskedQuestion question;
  private final boolean[] proper;
  private final AskWords words;
  private final String plain;
  private final int asked;

  private LabelledValues(AskedQuestion question, boolean[] proper, AskWords words) {
    this.question = question;
    this.proper = proper;
    this.words = words;
    this.plain = AskWords.plain(question.text());
    this.asked = words.behindTheSource(plain);
  }

  /// The line that answers, of several one in the article that has most of the question.
  ///
  /// @param proper which terms of the question are names
  static Optional<CandidateSentence> of(
      AskedQuestion question,
      boolean[] proper,
      AskWords words,
      List<CandidateSentence> candidates) {
    LabelledValues values = new LabelledValues(question, proper, words);
    return candidates.stream()
        .filter(values::isAsked)
        .max(Comparator.comparingDouble(one -> question.share(one.in().whole())));
  }

  private boolean isAsked(CandidateSentence candidate) {
    Matcher label = LABEL.matcher(candidate.text());
    return label.find() && isOfTheThing(candidate) && isAsked(label.group(1));
  }

  /// Whether the article is the one that is asked about, where one is: every record has such a
  /// line.
  private boolean isOfTheThing(CandidateSentence candidate) {
    boolean named = asked > 0;
    for (boolean one : proper) {
      named |= one;
    }
    return named && question.share(candidate.in().whole()) >= SAME_THING;
  }

  /// Whether a label says what is asked: in Chinese it stands before the words that ask.
  private boolean isAsked(String label) {
    String said = AskWords.plain(label).strip();
    if (question.chinese()) {
      int at = plain.indexOf(said, asked);
      return at >= 0 && words.askForItsValue(plain.substring(at + said.length()));
    }
    return words(said).allMatch(word -> plain.indexOf(word, asked) >= 0) && share(label) >= MOST;
  }

  /// The words of a label, without the ending of several.
  private static Stream<String> words(String label) {
    return Stream.of(label.split("[^\\p{L}]+"))
        .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
  }

  /// The share of what is asked of the thing that a label has.
  private double share(String label) {
    double[] stands = question.terms().in(label).within(CandidateSentences.all(label)).degrees();
    double has = 0;
    double all = 0;
    for (int i = 0; i < stands.length; i++) {
      Span span = question.terms().terms().get(i).span();
      if (!proper[i] && span.start() >= asked) {
        has += question.weight(i) * stands[i];
        all += question.weight(i);
      }
    }
    return all == 0 ? 0 : has / all;
  }
}
