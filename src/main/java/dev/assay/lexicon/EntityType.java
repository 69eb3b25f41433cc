package dev.assay.lexicon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What sort of thing a name stands for.
public enum EntityType {
  COMPANY,
  PERSON,
  ORGANISATION,
  PLACE,
  INDUSTRY,
  PRODUCT,
  EVENT,
  CONCEPT;

  /// The word used in packs, in JSON and in the store.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The type that `word` names, or empty if there is none.
  public static Optional<EntityType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }
}
