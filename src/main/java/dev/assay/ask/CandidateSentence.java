package dev.assay.ask;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.search.AskedTerms.Presence;
import java.util.Optional;

/// A sentence that may answer a question, with what stands around it.
///
/// @param in its article
/// @param number of the sentence in its article, from 0
/// @param own how far each term of the question stands in the sentence
/// @param paragraph the same, of its paragraph
record CandidateSentence(
    ReadArticle in, int number, Paragraph place, Span span, Presence own, double[] paragraph) {

  /// What a sentence is worth beside one in whose article all terms stand.
  private static final double IN_SENTENCE = 0.8;

  private static final double BESIDE = 0.2;

  Article article() {
    return in.article();
  }

  String text() {
    return span.in(place.text());
  }

  /// Whether both are one sentence of one article.
  boolean isSame(CandidateSentence other) {
    return number == other.number && article().id().equals(other.article().id());
  }

  /// The sentence before it in the article.
  Optional<CandidateSentence> previous() {
    return number == 0 ? Optional.empty() : Optional.of(in.sentences().get(number - 1));
  }

  Optional<CandidateSentence> next() {
    return number + 1 == in.sentences().size()
        ? Optional.empty()
        : Optional.of(in.sentences().get(number + 1));
  }

  /// Whether it is a row of a table.
  boolean isRow() {
    return place.kind() == Paragraph.Kind.TABLE;
  }

  /// The first row of its table, which says what stands in the others; empty if it is that itself,
  /// or if that is no sentence, such as a row of years.
  Optional<CandidateSentence> head() {
    return in.sentences().stream()
        .filter(one -> one.place.number() == place.number())
        .findFirst()
        .filter(one -> place.text().lastIndexOf('\n', one.span.start()) < 0)
        .filter(one -> one.number != number);
  }

  /// How far each term stands in the sentence or beside it.
  double[] near() {
    double[] near = own.degrees();
    if (number > 0) {
      near = Presence.either(near, in.sentences().get(number - 1).own.degrees());
    }
    if (number + 1 < in.sentences().size()) {
      near = Presence.either(near, in.sentences().get(number + 1).own.degrees());
    }
    return near;
  }

  /// The share of what is asked beyond what the article is about.
  ///
  /// @param degrees how far each term stands in the sentence, or around it
  double content(double[] degrees) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < degrees.length; i++) {
      sum += in.local()[i] * degrees[i];
      all += in.local()[i];
    }
    return all == 0 ? 0 : sum / all;
  }

  /// Whether it opens what stands behind it: a label, the head of a list.
  boolean opens() {
    String text = text();
    int last = text.length() - 1;
    // marks of emphasis, which plain text keeps around a label
    while (last > 0 && text.charAt(last) == '*') {
      last--;
    }
    char end = text.charAt(last);
    return end == ':' || end == '：' || place.kind() == Paragraph.Kind.HEADING;
  }

  /// A first guess of how likely it answers.
  double guess() {
    double whole = in.question().share(in.whole());
    double led =
        previous()
            .filter(CandidateSentence::opens)
            .map(p -> p.content(p.own.degrees()))
            .orElse(0.0);
    return whole
        * (1
            + IN_SENTENCE * Math.max(content(own.degrees()), 0.7 * led)
            + BESIDE * content(near())
            + BESIDE * in.question().share(own.degrees()));
  }
}
