package dev.assay.analyze.claim;

import dev.assay.analyze.quantity.Property;
import dev.assay.cite.Span;

/// A claim as somebody else than the weights reads it, in places of one text.
///
/// @param figure where its figure stands
/// @param falls whether it is a change downwards
/// @param subject where the thing is named that has the figure
public record Proposal(Span figure, Property property, boolean falls, Span subject) {

  /// The property as the weights tell it: a fall is `change-`.
  public String measured() {
    return property.word() + (falls && property == Property.CHANGE ? "-" : "");
  }
}
