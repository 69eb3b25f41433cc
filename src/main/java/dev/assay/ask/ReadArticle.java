package dev.assay.ask;

import dev.assay.analyze.text.SaidSentences;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.search.AskedTerms.Places;
import dev.assay.search.AskedTerms.Presence;
import java.util.ArrayList;
import java.util.List;

/// An article with the places where the terms of a question stand in it.
final class ReadArticle {

  /// Characters that are read of one article.
  private static final int MOST_TEXT = 250_000;

  /// What a term tells of a sentence that stands at the head of the article.
  private static final double IN_HEAD = 0.25;

  /// Paragraphs that say what an article is about.
  private static final int LEAD = 2;

  private AskedQuestion question;
  private final Article article;
  private final int rank;
  private final List<CandidateSentence> sentences = new ArrayList<>();
  private final double[] local;
  private double[] whole;
  private double[] head;
  private int length;

  private ReadArticle(AskedQuestion question, Article article, int rank) {
    this.question = question;
    this.article = article;
    this.rank = rank;
    this.whole = presence(article.title(), question.terms().in(article.title()));
    this.head = whole;
    this.length = article.title().length();
    this.local = new double[question.size()];
  }

  /// @param rank of the article among those found, from 0
  static ReadArticle of(AskedQuestion question, Article article, int rank) {
    ReadArticle read = new ReadArticle(question, article, rank);
    for (Paragraph paragraph : article.paragraphs()) {
      if (read.length + paragraph.text().length() > MOST_TEXT) {
        break;
      }
      read.add(paragraph);
    }
    return read;
  }

  private void add(Paragraph paragraph) {
    length += paragraph.text().length();
    Places places = question.terms().in(paragraph.text());
    double[] here = presence(paragraph.text(), places);
    whole = Presence.either(whole, here);
    if (paragraph.number() <= LEAD) {
      head = Presence.either(head, here);
    }
    for (Span span : SaidSentences.of(paragraph)) {
      sentences.add(
          new CandidateSentence(
              this, sentences.size(), paragraph, span, places.within(span), here));
    }
  }

  private static double[] presence(String text, Places places) {
    return places.within(CandidateSentences.all(text)).degrees();
  }

  /// In how many of its sentences each term stands.
  double[] stands() {
    double[] stands = new double[local.length];
    for (CandidateSentence sentence : sentences) {
      for (int i = 0; i < stands.length; i++) {
        stands[i] += sentence.own().degrees()[i];
      }
    }
    return stands;
  }

  /// A term that stands in every sentence tells none from the others, and one that stands in the
  /// title or at the head is what the article is about: it tells the article.
  ///
  /// @param weighed the question, with what its terms say among the sentences of all articles
  void weigh(AskedQuestion weighed) {
    question = weighed;
    double[] stands = stands();
    double rarest = Math.log(2 * sentences.size() + 2);
    for (int i = 0; i < local.length; i++) {
      double rare = rarity(stands[i], sentences.size()) / rarest;
      local[i] = rare * Math.sqrt(question.weight(i)) * (1 - (1 - IN_HEAD) * head[i]);
    }
  }

  /// What a term says that stands in so many of `all` sentences.
  static double rarity(double stands, double all) {
    return Math.log(1 + (all - stands + 0.5) / (stands + 0.5));
  }

  AskedQuestion question() {
    return question;
  }

  Article article() {
    return article;
  }

  int rank() {
    return rank;
  }

  /// Its sentences, in order.
  List<CandidateSentence> sentences() {
    return sentences;
  }

  /// How far each term stands in it.
  double[] whole() {
    return whole;
  }

  /// How far each term stands in its title and first paragraphs.
  double[] head() {
    return head;
  }

  /// What each term tells of a sentence among the others of this article.
  double[] local() {
    return local;
  }

  /// Characters that were read.
  int length() {
    return length;
  }
}
