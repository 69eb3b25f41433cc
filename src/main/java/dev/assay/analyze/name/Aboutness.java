package dev.assay.analyze.name;

/// How much an article is about a thing that it names: what was counted, and one number made of it.
///
/// @param title whether the title names it
/// @param lead whether one of the first two paragraphs does
/// @param mentions places where it is named, the title's included
/// @param sentences sentences of the paragraphs that name it
/// @param subjects those of them that it heads, or that have a claim about it
/// @param ofSentences sentences that the paragraphs have
public record Aboutness(
    boolean title, boolean lead, int mentions, int sentences, int subjects, int ofSentences) {

  /// From this [#score] on the article is about the thing; below, it names it in passing.
  public static final double ABOUT = 0.5;

  private static final double TITLE = 0.4;
  private static final double LEAD = 0.15;
  private static final double SHARE = 0.25;
  private static final double SUBJECT = 0.2;

  /// With this share of the sentences a thing has half of the weight that any share can have.
  private static final double HALF = 0.15;

  public Aboutness {
    if (mentions < 1 || subjects > sentences || sentences > ofSentences) {
      throw new IllegalArgumentException(
          "a thing is named once or more, and heads no more sentences than name it, got %d, %d, %d, %d"
              .formatted(mentions, subjects, sentences, ofSentences));
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

  /// How much the article is about it, 0 to 1.
  public double score() {
    double sum =
        (title ? TITLE : 0)
            + (lead ? LEAD : 0)
            + SHARE * share() / (share() + HALF)
            + SUBJECT * subjectShare();
    return Math.round(sum * 1000) / 1000.0;
  }

  /// This, of a thing that heads `more` sentences besides.
  public Aboutness withSubjects(int more) {
    return new Aboutness(
        title, lead, mentions, sentences, Math.min(sentences, subjects + more), ofSentences);
  }
}
