package dev.assay.check;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.check.ArithmeticWords.Words;
import dev.assay.lexicon.Units;
import java.util.List;
import java.util.Optional;

/// Tells what a number counts, of kinds that are not each other: persons, households, firms.
final class Counted {

  /// Firms before households: 800户企业 are firms.
  private final List<Words> kinds;

  Counted(CheckWords words) {
    this.kinds = List.of(words.persons, words.firms, words.households);
  }

  /// Whether the words beside two numbers count different things: 3400户 and 3,400 people.
  boolean differ(Quantity one, String text, Quantity other, String otherText) {
    Optional<Words> mine = kind(one, text);
    return mine.isPresent()
        && kind(other, otherText).filter(kind -> !kind.equals(mine.get())).isPresent();
  }

  /// The kind of the word that ends the number, or stands right behind it.
  private Optional<Words> kind(Quantity quantity, String text) {
    int end = quantity.span().end();
    return quantity.unit().equals(Units.COUNT)
        ? kinds.stream()
            .filter(kind -> kind.endsAt(text, end) || kind.startsAt(text, end))
            .findFirst()
        : Optional.empty();
  }
}
