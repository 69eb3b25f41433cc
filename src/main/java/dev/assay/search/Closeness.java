package dev.assay.search;

import dev.assay.analyze.text.Sentences;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.search.AskedTerms.Places;
import dev.assay.search.AskedTerms.Presence;
import java.util.Arrays;

/// How near to each other the terms of a query stand in an article. A text of many matters has
/// every word somewhere; one that speaks of what is looked for has them in one place, or in its
/// title and one place. Whatever the language of the text, the same share means the same.
final class Closeness {

  /// What a term in the title is worth to a place that has it not.
  private static final double IN_TITLE = 0.8;

  /// What an article keeps of its score where no term stands, times the square of how many there
  /// are: of two words both are meant, of ten some are missing where they are answered.
  private static final double APART = 0.015;

  /// Of more terms than this hardly ever most stand in one place.
  private static final int MOST_TERMS = 7;

  /// A long article is read this far, in characters.
  private static final int MOST_TEXT = 100_000;

  private final AskedTerms terms;
  private final double whole;

  /// Whether there are terms enough, and not too many, for their places to tell anything.
  static boolean tells(AskedTerms terms) {
    return terms.terms().size() > 1 && terms.terms().size() <= MOST_TERMS;
  }

  /// @param terms of which the places tell something
  Closeness(AskedTerms terms) {
    this.terms = terms;
    this.whole = terms.terms().stream().mapToDouble(AskedTerms.Term::rarity).sum();
  }

  /// What the score of an article counts for, more than 0: as much as it says in its best place.
  double worth(Article article) {
    int size = terms.terms().size();
    return APART * size * size + of(article);
  }

  /// The share of the query that stands in the best place, 0 to 1, rare terms counting for more.
  private double of(Article article) {
    double[] title = within(article.title(), terms.in(article.title()));
    double[] known = Arrays.stream(title).map(degree -> IN_TITLE * degree).toArray();
    double best = share(title);
    int read = 0;
    for (Paragraph paragraph : article.paragraphs()) {
      read += paragraph.text().length();
      if (read > MOST_TEXT) {
        break;
      }
      best = Math.max(best, of(paragraph.text(), known, best));
    }
    return best;
  }

  /// The same of two sentences on end, where the paragraph as a whole has more than `least`.
  private double of(String text, double[] known, double least) {
    Places places = terms.in(text);
    if (places.isEmpty() || share(Presence.either(known, within(text, places))) <= least) {
      return 0;
    }
    double best = 0;
    double[] before = known;
    for (Span sentence : Sentences.of(text)) {
      double[] here = Presence.either(known, places.within(sentence).degrees());
      best = Math.max(best, share(Presence.either(before, here)));
      before = here;
    }
    return best;
  }

  private static double[] within(String text, Places places) {
    return places.within(new Span(0, Math.max(1, text.length()))).degrees();
  }

  private double share(double[] degrees) {
    double sum = 0;
    for (int i = 0; i < degrees.length; i++) {
      sum += terms.terms().get(i).rarity() * degrees[i];
    }
    return sum / whole;
  }
}
