package dev.assay.analyze.name;

import dev.assay.lexicon.EntityType;
import java.util.Optional;

/// The sorts of names that are recognised without knowing them.
enum NameKind {
  PERSON(1, EntityType.PERSON),
  ORGANISATION(3, EntityType.ORGANISATION),
  PLACE(5, EntityType.PLACE),
  /// A product, a work, an event.
  THING(7, EntityType.PRODUCT);

  private final int first;
  private final EntityType type;

  NameKind(int first, EntityType type) {
    this.first = first;
    this.type = type;
  }

  EntityType type() {
    return type;
  }

  /// The label of the first place of such a name; that of the further ones is one more.
  int first() {
    return first;
  }

  /// The kind that such a thing is read as; empty for an idea or a trade.
  static Optional<NameKind> of(EntityType type) {
    return switch (type) {
      case PERSON -> Optional.of(PERSON);
      case COMPANY, ORGANISATION -> Optional.of(ORGANISATION);
      case PLACE -> Optional.of(PLACE);
      case PRODUCT, EVENT -> Optional.of(THING);
      case INDUSTRY, CONCEPT -> Optional.empty();
    };
  }

  /// The kind that a label of a place in a name belongs to.
  static NameKind of(int label) {
    return switch ((label - 1) / 2) {
      case 0 -> PERSON;
      case 1 -> ORGANISATION;
      case 2 -> PLACE;
      default -> THING;
    };
  }
}
