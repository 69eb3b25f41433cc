package dev.assay.search;

import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.Any;
import dev.assay.index.IndexQuery.Best;
import dev.assay.index.IndexQuery.Phrase;
import dev.assay.index.IndexQuery.PlacedTerm;
import dev.assay.index.IndexQuery.Term;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexQuery.Weighted;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Kind;
import dev.assay.index.IndexTerms.Word;
import dev.assay.index.SearchIndex;
import dev.assay.search.dictionary.Dictionary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Weighs the names of a term as one: rare names of a common term must not outweigh it.
///
/// The frequency of a group is the sum of its names' (Pirkola's structured queries, SIGIR 1998:
/// alternatives as one synonym set), so that each name scores as rarely as the group stands in the
/// index, not as rarely as the name does. A term of many names is the less certain one and is worth
/// a little less.
final class GroupWeights {

  /// What the single words of a gloss are worth where the whole gloss does not stand. Those of a
  /// name say nothing apart: *Peace Corps* is not about Lynas Corp.
  private static final double WORDS_OF_GLOSS = 0.5;

  /// How much less a term is worth with each e-fold number of names.
  private static final double AMBIGUITY = 0.2;

  private final Map<Term, Integer> frequencies;
  private final double articles;

  private GroupWeights(Map<Term, Integer> frequencies, long articles) {
    this.frequencies = frequencies;
    this.articles = Math.max(1, articles);
  }

  static GroupWeights of(List<TermGroup> groups, SearchIndex index) {
    Set<Term> terms = new LinkedHashSet<>();
    for (TermGroup group : groups) {
      for (TermGroup.Name name : group.names()) {
        terms(name).forEach(term -> terms.add(term(term)));
      }
    }
    return new GroupWeights(index.frequencies(terms), index.size());
  }

  /// The names of `group` that stand in the index, as one query each, the likeliest first.
  Map<TermGroup.Name, IndexQuery> alternatives(TermGroup group) {
    List<TermGroup.Name> present = present(group);
    double worth = worth(group, present);
    Map<TermGroup.Name, IndexQuery> alternatives = new LinkedHashMap<>();
    present.forEach(
        name -> {
          double own = Math.max(1e-6, name.weight() * worth);
          alternatives.put(
              name, group.translated() ? gloss(terms(name), own) : whole(terms(name), own));
        });
    return alternatives;
  }

  /// What the term is worth among those of its question: as much as a word that is as rare as its
  /// names are together.
  double worth(TermGroup group) {
    return worth(group, present(group));
  }

  private double worth(TermGroup group, List<TermGroup.Name> present) {
    double frequency =
        present.stream().mapToDouble(name -> name.weight() * frequency(terms(name))).sum();
    double certainty = 1 / (1 + AMBIGUITY * Math.log(Math.max(1, present.size())));
    return group.weight() * certainty * rarity(Math.min(articles, frequency));
  }

  private List<TermGroup.Name> present(TermGroup group) {
    return group.names().stream().filter(name -> frequency(terms(name)) > 0).toList();
  }

  /// A name: its words side by side.
  private IndexQuery whole(List<PlacedTerm> terms, double worth) {
    if (terms.size() == 1) {
      return weighted(term(terms.getFirst()), worth / rarity(frequency(terms)));
    }
    double all = terms.stream().mapToDouble(term -> rarity(frequency(term))).sum();
    return weighted(new Phrase(TextField.TEXT, terms), worth / all);
  }

  /// IndexTerms of a dictionary: side by side, or for less wherever they stand.
  private IndexQuery gloss(List<PlacedTerm> terms, double worth) {
    IndexQuery whole = whole(terms, worth);
    if (terms.size() == 1) {
      return whole;
    }
    double share = WORDS_OF_GLOSS * worth / terms.size();
    List<IndexQuery> single = new ArrayList<>();
    terms.forEach(term -> single.add(weighted(term(term), share / rarity(frequency(term)))));
    return new Best(List.of(whole, new Any(single)));
  }

  private static IndexQuery weighted(IndexQuery query, double weight) {
    return new Weighted(query, (float) weight);
  }

  private static Term term(PlacedTerm term) {
    return new Term(TextField.TEXT, term.kind(), term.term());
  }

  /// The terms of a name: pairs if it is Chinese, else stems.
  static List<PlacedTerm> terms(TermGroup.Name name) {
    String text = name.text();
    List<Word> words = IndexTerms.of(text);
    Kind kind =
        words.stream().anyMatch(word -> word.kind() == Kind.PAIR)
            ? Kind.PAIR
            : words.size() == 1 ? words.getFirst().kind() : Kind.STEM;
    List<Word> chosen =
        words.stream().filter(word -> word.kind() == kind && !isEmpty(word, text)).toList();
    return chosen.stream()
        .map(
            word ->
                new PlacedTerm(
                    word.kind(), word.term(), word.position() - chosen.getFirst().position()))
        .toList();
  }

  private static boolean isEmpty(Word word, String text) {
    return Dictionary.isEmptyWord(text.substring(word.start(), word.end()));
  }

  /// Articles with all the terms, at most.
  private int frequency(List<PlacedTerm> terms) {
    return terms.stream().mapToInt(this::frequency).min().orElse(0);
  }

  private int frequency(PlacedTerm term) {
    return frequencies.getOrDefault(term(term), 0);
  }

  /// BM25's inverse document frequency.
  private double rarity(double frequency) {
    return Math.log(1 + (Math.max(0, articles - frequency) + 0.5) / (frequency + 0.5));
  }
}
