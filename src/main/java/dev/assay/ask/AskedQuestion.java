package dev.assay.ask;

import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.search.AskedTerms;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A question as it was read.
///
/// @param text as it was asked
/// @param chinese whether it is Chinese
/// @param sought what must stand in an answer, of each part of what is asked
/// @param weights what each term says: until sentences were read, how much of it is asked for; 0
///   for one that belongs to the asking
/// @param properties what a figure that it asks for measures; empty if it does not say
/// @param families units that such a figure can have; empty if it does not say
/// @param times that it names
/// @param quantities that it states
/// @param before index of the term that stands before the words that ask, such as 身高 in 身高是多少; -1
///   if there is none
/// @param after index of the term that stands behind them, such as `height` in *what is the
///   height*; -1 if there is none
/// @param counted index of the term of which it is asked how many, such as `ships` in *how many
///   ships*; -1 if there is none
record AskedQuestion(
    String text,
    boolean chinese,
    AskedKind kind,
    Set<Sought> sought,
    AskedTerms terms,
    List<Double> weights,
    Set<Property> properties,
    Set<UnitFamily> families,
    List<TimeExpression> times,
    List<Quantity> quantities,
    int before,
    int after,
    int counted) {

  /// What a term says, 0 for one that belongs to the asking.
  double weight(int term) {
    return weights.get(term);
  }

  /// The same question with other weights.
  AskedQuestion withWeights(List<Double> others) {
    return new AskedQuestion(
        text,
        chinese,
        kind,
        sought,
        terms,
        others,
        properties,
        families,
        times,
        quantities,
        before,
        after,
        counted);
  }

  /// The same question without some of its terms and times.
  AskedQuestion without(Set<Integer> left, Set<TimeExpression> others) {
    List<Integer> kept = IntStream.range(0, size()).filter(i -> !left.contains(i)).boxed().toList();
    return new AskedQuestion(
        text,
        chinese,
        kind,
        sought,
        terms.only(kept),
        kept.stream().map(weights::get).toList(),
        properties,
        families,
        times.stream().filter(time -> !others.contains(time)).toList(),
        quantities,
        kept.indexOf(before),
        kept.indexOf(after),
        kept.indexOf(counted));
  }

  /// Whether one of its terms is a name of something known, as it is written.
  boolean names(String written) {
    return terms.terms().stream().anyMatch(term -> term.named() && term.text().equals(written));
  }

  int size() {
    return terms.terms().size();
  }

  /// The sum of what the terms say, more than 0 if there are any.
  double whole() {
    double whole = 0;
    for (int i = 0; i < size(); i++) {
      whole += weight(i);
    }
    return whole;
  }

  /// The share of what is asked that stands somewhere, 0 to 1.
  ///
  /// @param degrees how far each term stands there
  double share(double[] degrees) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += weight(i) * degrees[i];
    }
    double whole = whole();
    return whole == 0 ? 0 : sum / whole;
  }
}
