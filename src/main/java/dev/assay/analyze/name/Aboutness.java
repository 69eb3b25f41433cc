package dev.assay.analyze.name;

/// How much an article is about a thing that it names: what was counted, and one number made of it.
///
/// @param title whether the title names it
/// @param lead whether one of the first two sentences or the first fifth of the text does
/// @param mentions places where it is named, the title's included
/// @param sentences sentences of the paragraphs that name it
/// @param subjects those of them that it heads, or that have a claim about it
/// @param ofSentences sentences that the paragraphs have
/// @param most mentions of what the article names most often
public record Aboutness(
    boolean title,
    boolean lead,
    int mentions,
    int sentences,
    int subjects,
    int ofSentences,
    int most) {

  /// From this [#score] on the article is about the thing; below, it names it in passing.
  public static final double ABOUT = 0.5;

  // Weights of a logistic regression on pairs of an article and a name that were labelled by
  // reading: docs/measurements/names.md.
  private static final double BIAS = -4.4;
  private static final double TITLE = 1.57;
  private static final double LEAD = 0.83;
  private static final double OFTEN = 4.86;
  private static final double MOST = 1.26;
  private static final double SUBJECT = 0.5;

  public Aboutness {
    if (mentions < 1 || subjects > sentences || sentences > ofSentences || most < mentions) {
      throw new IllegalArgumentException(
          "a thing is named once or more, heads no more sentences than name it, and is named at most"
              + " as often as what is named most, got %d, %d, %d, %d, %d"
                  .formatted(mentions, subjects, sentences, ofSentences, most));
    }
  }

  /// Share of the article's sentences that name it, 0 to 1.
  public double share() {
    return ofSentences == 0 ? 0 : (double) sentences / ofSentences;
  }

  /// Share of the sentences naming it that it is the subject of, 0 to 1.
  public double subjectShare() {
    return sentences == 0 ? 0 : (double) subjects / sentences;
  }

  /// How much the article is about it, 0 to 1: how often it is named, against the length of the
  /// article and against what is named most, counts before all. So a short article is about what it
  /// names first, though it names it once.
  public double score() {
    double sum =
        BIAS
            + (title ? TITLE : 0)
            + (lead ? LEAD : 0)
            + OFTEN * Math.log(1 + mentions) / Math.log(2 + ofSentences)
            + MOST * mentions / most
            + SUBJECT * subjectShare();
    return Math.round(1000 / (1 + Math.exp(-sum))) / 1000.0;
  }

  /// This, of a thing that heads `more` sentences besides.
  public Aboutness withSubjects(int more) {
    int heads = Math.min(sentences, subjects + more);
    return new Aboutness(title, lead, mentions, sentences, heads, ofSentences, most);
  }

  /// This, of a thing in an article that names something `times`.
  Aboutness withMost(int times) {
    return new Aboutness(title, lead, mentions, sentences, subjects, ofSentences, times);
  }
}
