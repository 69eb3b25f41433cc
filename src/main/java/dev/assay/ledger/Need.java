package dev.assay.ledger;

import dev.assay.analyze.Claim.Facet;
import dev.assay.analyze.Property;
import dev.assay.lexicon.LexiconFile;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What two figures of a property must say before they are set against each other.
/// `lexicon/ledger/needs.tsv`.
enum Need {
  /// Nothing, also where no pack knows the entity.
  FREE,
  NOTHING,
  /// The step or the measure.
  WHAT,
  /// The same, and the step or the material.
  STEP,
  /// The other side, and the time.
  PARTY,
  /// The same parts, and one of them known.
  SAME,
  /// The same parts, one of them known, and the time.
  DATED,
  /// The time.
  TIME;

  static Map<Property, Need> shipped() {
    Map<Property, Need> needs = new EnumMap<>(Property.class);
    for (LexiconFile.Row row : LexiconFile.read("ledger/needs.tsv").rows()) {
      needs.put(Property.of(row.cell(0)), valueOf(row.cell(1).toUpperCase(Locale.ROOT)));
    }
    for (Property property : Property.values()) {
      if (!needs.containsKey(property)) {
        throw new IllegalArgumentException(
            "ledger/needs.tsv must have a row for " + property.word());
      }
    }
    return needs;
  }

  private static final Set<Facet> STEPS = EnumSet.of(Facet.STAGE, Facet.MATERIAL);

  boolean needsTime() {
    return this == TIME || this == PARTY || this == DATED;
  }

  /// What is needed where no pack knows the entity.
  Need ofUnknown() {
    return this == FREE ? FREE : DATED;
  }

  /// Whether the scopes of both say it.
  boolean isMet(Scope one, Scope other, ScopeTable table) {
    return switch (this) {
      case FREE, NOTHING, TIME -> true;
      case WHAT -> one.saysOfWhat() && other.saysOfWhat();
      case STEP -> WHAT.isMet(one, other, table) && one.shares(STEPS, other);
      case PARTY -> one.saysWhom() && other.saysWhom();
      case SAME, DATED -> one.saysWhatIsKnown() && one.statesTheSameAs(other, table);
    };
  }
}
