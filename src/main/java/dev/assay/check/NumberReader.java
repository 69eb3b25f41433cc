package dev.assay.check;

import dev.assay.analyze.quantity.Basis;
import dev.assay.analyze.quantity.BasisReader;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.check.ContextReader.Place;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Unit;
import java.util.List;

/// Reads what stands with a number of a text: its words, what they make it mean, whose it is.
/// Immutable; safe for use by many threads.
final class NumberReader {

  private final ContextReader contexts;
  private final BasisReader bases;
  private final Owners owners;

  NumberReader(Names names, CheckWords words) {
    this.bases = new BasisReader(names.lexicon());
    this.contexts = new ContextReader(names);
    this.owners = new Owners(names, contexts, words);
  }

  /// One text, itself and folded, with the places of all its numbers in order.
  record Text(String text, char[] folded, List<Place> places, List<Span> spans, List<Unit> units) {

    static Text of(String text, List<Quantity> quantities) {
      return new Text(
          text,
          Folding.letters(text),
          quantities.stream().map(Place::of).toList(),
          quantities.stream().map(Quantity::span).toList(),
          quantities.stream().map(Quantity::unit).toList());
    }
  }

  /// The words beside the number at `index`.
  Context context(Text in, int index) {
    return contexts.read(in.folded(), in.places(), index);
  }

  /// The words of its clause.
  Context clause(Text in, int index) {
    return contexts.readClause(in.folded(), in.places(), index);
  }

  /// The words of some stretches.
  Context context(Text in, List<TableContext.Stretch> stretches) {
    return contexts.read(in.folded(), stretches);
  }

  Basis basis(Text in, int index) {
    return bases.read(in.folded(), in.spans(), index).each(in.units().get(index));
  }

  /// Whose the number is, by its own words and by what those of the number `before` hand on.
  Owners.Found owners(Text in, int index, Owners.Found before) {
    return owners.of(in.text(), in.folded(), in.places(), index, before);
  }
}
