package dev.assay.analyze.name;

/// How much an article is about a thing that it names: what was counted, and one number that was
/// learned to tell it.
///
/// @param title whether the title names it
/// @param lead whether one of the first two sentences or the first fifth of the text does
/// @param mentions places where it is named, the title's included
/// @param sentences sentences of the paragraphs that name it
/// @param subjects those of them that it heads, or that have a claim about it
/// @param ofSentences sentences that the paragraphs have
/// @param most mentions of what the article names most often
/// @param score how likely a reader takes the article to be about it, 0 to 1
public record Aboutness(
    boolean title,
    boolean lead,
    int mentions,
    int sentences,
    int subjects,
    int ofSentences,
    int most,
    double score) {

  /// From this [#score] on the article is about the thing; below, it only mentions it.
  public static final double ABOUT = 0.5;

  public Aboutness {
    if (mentions < 1 || subjects > sentences || sentences > ofSentences || most < mentions) {
      throw new IllegalArgumentException(
          "a thing is named once or more, heads no more sentences than name it, and is named at most"
              + " as often as what is named most, got %d, %d, %d, %d, %d"
                  .formatted(mentions, subjects, sentences, ofSentences, most));
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score must be 0 to 1, got " + score);
    }
  }

  /// Share of the article's sentences that name it, 0 to 1.
  public double share() {
    return ofSentences == 0 ? 0 : (double) sentences / ofSentences;
  }

  /// This, of a thing that heads `more` sentences besides.
  public Aboutness withSubjects(int more) {
    int heads = Math.min(sentences, subjects + more);
    return new Aboutness(title, lead, mentions, sentences, heads, ofSentences, most, score);
  }

  /// This, of a thing in an article that names something `times`, with what it was found to score.
  Aboutness with(int times, double found) {
    return new Aboutness(title, lead, mentions, sentences, subjects, ofSentences, times, found);
  }
}
