package dev.assay.analyze.scope;

import dev.assay.analyze.quantity.Property;

/// Which property a figure measures.
///
/// @param sign -1 for a fall
/// @param word the mark that names the property, -1 if none does
record Chosen(Property property, int sign, int word) {}
