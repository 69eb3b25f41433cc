package dev.assay.analyze.quantity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a claim measures about a thing. The words that name each property, by language, stand in
/// `lexicon/LANGUAGE/properties.tsv`.
public enum Property {
  /// The part of a whole: market share, share of output, of reserves, of imports.
  SHARE,
  RESERVES,
  PRODUCTION,
  CAPACITY,
  CONSUMPTION,
  EXPORTS,
  IMPORTS,
  PRICE,
  /// Money put into something: investments, loans, grants, funding.
  INVESTMENT,
  REVENUE,
  PROFIT,
  COST,
  /// A rise or fall against an earlier value; negative when it falls.
  CHANGE,
  TARIFF,
  QUOTA,
  PURITY,
  COUNT,
  DURATION,
  RANK,
  IMPORT_RELIANCE,
  /// How high something stands that is told again and again by its own name: a jobless rate.
  RATE,
  /// How much of something was handled, sold, carried in a stretch of time, told likewise.
  VOLUME,
  /// A quantity of a thing that no other property names.
  AMOUNT,
  /// What another text tells of too, by the words around both figures: no word for it was read, and
  /// no claim reader finds it.
  ALIKE,
  /// The day, month or year of something. Its value is a time, not a quantity.
  DATE;

  /// The word used in JSON and in the store.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// That of a word that was stored.
  public static Property of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// That of a word that somebody wrote, if it is one.
  public static Optional<Property> named(String word) {
    return Arrays.stream(values()).filter(property -> property.word().equals(word)).findFirst();
  }

  /// Whether it is how much of a material there is, is made, used or moved.
  public boolean isStock() {
    return switch (this) {
      case RESERVES, PRODUCTION, CAPACITY, CONSUMPTION, EXPORTS, IMPORTS -> true;
      case SHARE, PRICE, INVESTMENT, REVENUE, PROFIT, COST, CHANGE, TARIFF, QUOTA -> false;
      case PURITY, COUNT, DURATION, RANK, IMPORT_RELIANCE, AMOUNT, DATE, RATE, VOLUME, ALIKE ->
          false;
    };
  }

  /// Whether a figure of it is no more than the phrase for what is counted or paid for: materials
  /// and steps that the lexicon knows do not tell what three of somebody are.
  public boolean isOfItsPhrase() {
    return switch (this) {
      case COUNT, AMOUNT, INVESTMENT, COST, DURATION, CAPACITY, TARIFF -> true;
      case SHARE, RESERVES, PRODUCTION, CONSUMPTION, EXPORTS, IMPORTS, IMPORT_RELIANCE -> false;
      case PRICE, REVENUE, PROFIT, QUOTA, RANK, PURITY, CHANGE, DATE, RATE, VOLUME, ALIKE -> false;
    };
  }
}
