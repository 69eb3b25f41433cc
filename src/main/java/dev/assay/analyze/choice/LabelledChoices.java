package dev.assay.analyze.choice;

import dev.assay.analyze.claim.Naming;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.sentence.WordFigures;
import dev.assay.cite.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The choices of a text with what a person chose.
final class LabelledChoices {

  private static final double SAME = 0.005;
  private static final double CLOSE = 0.5;
  private static final double NEARLY = 0.66;

  final LabelledText passage;
  final Choices choices;
  private final List<LabelledText.@Nullable Label> labels = new ArrayList<>();
  private final Function<String, String> english;

  /// @param english the English name of the thing with an id
  LabelledChoices(LabelledText passage, Choices choices, Function<String, String> english) {
    this.passage = passage;
    this.choices = choices;
    this.english = english;
    List<LabelledText.Label> left = new ArrayList<>(passage.labels());
    for (Figure figure : choices.text.figures) {
      LabelledText.Label label = closest(figure, left);
      left.remove(label);
      labels.add(label);
    }
  }

  /// The label that is written where the figure stands; one with its unit and its value first.
  private LabelledText.@Nullable Label closest(Figure figure, List<LabelledText.Label> left) {
    LabelledText.Label best = null;
    int most = 0;
    for (LabelledText.Label label : left) {
      int score = isAt(label.surface(), figure) ? 1 : 0;
      score += score > 0 && label.unit().equals(figure.unit()) ? 1 : 0;
      score += score > 0 && isValue(label, figure.quantity()) ? 2 : 0;
      if (score > most) {
        most = score;
        best = label;
      }
    }
    return best;
  }

  private boolean isAt(String surface, Figure figure) {
    int at = passage.text().indexOf(surface);
    while (at >= 0) {
      var span = figure.quantity().span();
      if (at < span.end() && at + surface.length() > span.start()) {
        return true;
      }
      at = passage.text().indexOf(surface, at + 1);
    }
    return false;
  }

  private static boolean isValue(LabelledText.Label label, Quantity quantity) {
    return label.unit().equals(quantity.unit().code())
        && (near(label.low(), quantity.low()) && near(label.high(), quantity.high())
            || near(size(label.low()), quantity.low()) && near(size(label.high()), quantity.high())
            || near(size(label.high()), quantity.low())
                && near(size(label.low()), quantity.high()));
  }

  private static @Nullable Double size(@Nullable Double value) {
    return value == null ? null : Math.abs(value);
  }

  private static boolean near(@Nullable Double told, @Nullable BigDecimal read) {
    return told == null || read == null
        ? told == null && read == null
        : Math.abs(told - read.doubleValue()) <= SAME * Math.abs(told) + 1e-12;
  }

  /// What a person read at the figure; null if nothing.
  LabelledText.@Nullable Label labelOf(int number) {
    return labels.get(number);
  }

  /// Whether a person read a claim at the figure.
  boolean isClaim(int number) {
    return labels.get(number) != null;
  }

  /// Whether it is known what is right for the figure; of figures in words ("the largest") only
  /// where a person read them.
  boolean isKnown(int number) {
    boolean inWords = WordFigures.isOne(choices.text.figures.get(number).quantity());
    return passage.isWhole() && !inWords || isClaim(number);
  }

  /// What a person chose for the figure: a property or `none`.
  String property(int number) {
    LabelledText.Label label = labels.get(number);
    return label == null ? ClaimUnits.NONE : label.chosen();
  }

  /// Which properties are right; none if the one that a person chose is not among them.
  boolean[] rightProperties(int number) {
    List<String> properties = choices.properties(number);
    boolean[] right = new boolean[properties.size()];
    int at = properties.indexOf(property(number));
    right[Math.max(0, at)] = true;
    return right;
  }

  /// Which candidates name the subject: those spelled closest to it; last of all, nobody.
  boolean[] rightSubjects(int number, List<Phrase> candidates) {
    boolean[] right = new boolean[candidates.size() + 1];
    LabelledText.Label label = labels.get(number);
    double[] closeness = new double[candidates.size()];
    double best = 0;
    for (int k = 0; label != null && k < closeness.length; k++) {
      closeness[k] = closeness(label, candidates.get(k));
      best = Math.max(best, closeness[k]);
    }
    for (int k = 0; k < closeness.length; k++) {
      right[k] = closeness[k] > 0 && closeness[k] >= Math.min(CLOSE, best);
    }
    right[candidates.size()] = best == 0;
    return right;
  }

  /// What a person says that the figure counts or measures; null if nobody was asked, or could say.
  LabelledText.@Nullable Measurand measurand(int number) {
    LabelledText.Label label = labels.get(number);
    return label == null ? null : label.measurand();
  }

  /// Which of the phrases is what the figure counts or measures: those that stand closest to what a
  /// person said; last of all, none.
  boolean[] rightMeasurands(LabelledText.Measurand told, List<Phrase> candidates) {
    boolean[] right = new boolean[candidates.size() + 1];
    double best = 0;
    for (Phrase candidate : candidates) {
      best = Math.max(best, closeness(told, candidate));
    }
    for (int k = 0; k < candidates.size(); k++) {
      right[k] = best >= CLOSE && closeness(told, candidates.get(k)) >= best;
    }
    right[candidates.size()] = told.places().isEmpty();
    return right;
  }

  /// How much of a phrase is that of one that a person named, 1 if all is.
  double closeness(LabelledText.Measurand told, Phrase phrase) {
    String written = choices.text.written(phrase);
    double most = 0;
    for (Span place : told.places()) {
      int both = Math.min(place.end(), phrase.end()) - Math.max(place.start(), phrase.start());
      int either = Math.max(place.end(), phrase.end()) - Math.min(place.start(), phrase.start());
      boolean same = written.equals(place.in(passage.text()));
      most = Math.max(most, same ? 1 : (double) both / either);
    }
    return most;
  }

  /// Whether what was chosen is what a person said, to a word or so.
  boolean isMeasurand(LabelledText.Measurand told, @Nullable Phrase chosen) {
    return chosen == null ? told.places().isEmpty() : closeness(told, chosen) >= NEARLY;
  }

  /// The likeliest of the phrases that name the subject, or that which was chosen if none does.
  @Nullable Phrase subject(int number, Opinion opinion) {
    boolean[] right = rightSubjects(number, opinion.candidates());
    int best = -1;
    for (int k = 0; k < opinion.candidates().size(); k++) {
      boolean better = best < 0 || opinion.subjectChances()[k] > opinion.subjectChances()[best];
      best = right[k] && better ? k : best;
    }
    return best < 0 ? opinion.holder() : opinion.candidates().get(best);
  }

  /// How much of the phrase and of one of the subject's namings is the same place; 0 if they do not
  /// name the same.
  private double closeness(LabelledText.Label label, Phrase phrase) {
    String written = choices.text.written(phrase);
    double most = 0;
    for (String subject : label.subject()) {
      if (Naming.same(written, subject)) {
        most = Math.max(most, Math.max(0.01, closeness(subject, phrase)));
      }
    }
    return most;
  }

  private double closeness(String subject, Phrase phrase) {
    double most = 0;
    int at = passage.text().indexOf(subject);
    while (at >= 0) {
      int end = at + subject.length();
      int both = Math.min(end, phrase.end()) - Math.max(at, phrase.start());
      int either = Math.max(end, phrase.end()) - Math.min(at, phrase.start());
      most = Math.max(most, (double) both / either);
      at = passage.text().indexOf(subject, at + 1);
    }
    return most;
  }

  /// Whether the likeliest property, subject and the value are those that a person chose.
  boolean isRight(int number, Opinion opinion) {
    LabelledText.Label label = labels.get(number);
    Phrase holder = opinion.holder();
    return label != null
        && holder != null
        && label.chosen().equals(opinion.measured())
        && isValue(label, choices.text.figures.get(number).quantity())
        && isNamed(label, holder);
  }

  /// What of it is right.
  ClaimTraining.Parts parts(int number, Opinion opinion) {
    LabelledText.Label label = labels.get(number);
    Phrase holder = opinion.holder();
    return label == null
        ? new ClaimTraining.Parts(false, false, false, false)
        : new ClaimTraining.Parts(
            isValue(label, choices.text.figures.get(number).quantity()),
            opinion.candidates().stream().anyMatch(candidate -> isNamed(label, candidate)),
            label.chosen().equals(opinion.measured()),
            holder != null && isNamed(label, holder));
  }

  private boolean isNamed(LabelledText.Label label, Phrase holder) {
    String written = choices.text.written(holder);
    return label.subject().stream().anyMatch(subject -> Naming.same(written, subject))
        || holder.id() != null && Naming.same(english.apply(holder.id()), label.entity())
        || Naming.same(written, label.entity());
  }

  /// What a person chose, in words.
  String label(int number) {
    LabelledText.Label label = labels.get(number);
    return label == null ? ClaimUnits.NONE : label.chosen() + " of " + label.subject();
  }
}
