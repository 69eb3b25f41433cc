package dev.assay.analyze.choice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the weights think of one figure.
///
/// @param properties what it can measure: [ClaimUnits#NONE], then the words of properties
/// @param propertyChances the probability of each
/// @param property the likeliest but `none`: a number into `properties`
/// @param candidates whose it can be
/// @param subjectChances the probability of each, and behind them that it is nobody's
/// @param subject the likeliest of the candidates, -1 if there is none
record Opinion(
    List<String> properties,
    double[] propertyChances,
    int property,
    List<Phrase> candidates,
    double[] subjectChances,
    int subject) {

  /// What it measures, if anything.
  String measured() {
    return properties.get(property);
  }

  double propertyChance() {
    return propertyChances[property];
  }

  /// That it is no claim of a property.
  double noneChance() {
    return propertyChances[0];
  }

  double nobodyChance() {
    return subjectChances[candidates.size()];
  }

  /// Whose it is, if anybody's.
  @Nullable Phrase holder() {
    return subject < 0 ? null : candidates.get(subject);
  }
}
