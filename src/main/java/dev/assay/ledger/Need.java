package dev.assay.ledger;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.quantity.Property;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What two figures of a property must say before they are set against each other: several of these
/// for most. `lexicon/ledger/needs.tsv`.
enum Need {
  /// Nothing, also where no pack knows the thing.
  FREE,
  /// The time.
  TIME,
  /// Against what something rose or fell.
  BASE,
  /// The step or the measure.
  WHAT,
  /// The same, and both the step or both the material.
  STEP,
  /// The same whole.
  WHOLE,
  /// The material, or a thing that has but one.
  MATERIAL,
  /// The other side.
  PARTY,
  /// The same other side, or none.
  PARTNER,
  /// The same parts, one of them known.
  SAME,
  /// The one deal that a sum is of.
  DEAL;

  /// The needs of each property, and of those whose units differ in what they need.
  ///
  /// @param byName what stands in the table: `share`, `amount/money`
  record Table(Map<String, Set<Need>> byName) {

    static Table of(Lexicon lexicon) {
      Map<String, Set<Need>> needs = new HashMap<>();
      for (LexiconFile.Row row : lexicon.table("ledger/needs.tsv").rows()) {
        needs.put(row.cell(0), words(row.cell(1)));
      }
      for (Property property : Property.values()) {
        if (!needs.containsKey(property.word())) {
          throw new IllegalArgumentException(
              "ledger/needs.tsv must have a row for " + property.word());
        }
      }
      return new Table(Map.copyOf(needs));
    }

    /// The same for figures that were found to be of one thing before: nothing more need be said.
    static Table none() {
      return new Table(
          Arrays.stream(Property.values())
              .collect(Collectors.toMap(Property::word, _ -> EnumSet.of(FREE))));
    }

    private static Set<Need> words(String cell) {
      return cell.equals("nothing")
          ? EnumSet.noneOf(Need.class)
          : Arrays.stream(cell.split(" "))
              .map(word -> valueOf(word.toUpperCase(Locale.ROOT)))
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.class)));
    }

    /// What figures of `property` in units of `family` must say.
    Set<Need> of(Property property, String family) {
      Set<Need> any = byName.getOrDefault(property.word(), Set.of());
      return byName.getOrDefault(property.word() + "/" + family, any);
    }
  }

  private static final Set<Facet> STEPS = EnumSet.of(Facet.STAGE, Facet.MATERIAL);

  /// What is needed where no pack knows the entity.
  static Set<Need> ofUnknown(Set<Need> needs) {
    Set<Need> more = EnumSet.of(SAME, TIME);
    more.addAll(needs);
    return needs.contains(FREE) ? needs : more;
  }

  /// Whether both figures say it.
  boolean isMet(FigureSubject one, FigureSubject other, ScopeTable table) {
    Scope mine = one.scope();
    Scope theirs = other.scope();
    return switch (this) {
      case FREE -> true;
      case TIME -> one.timed() && other.timed();
      case BASE -> !one.base().isEmpty() && one.base().equals(other.base());
      case WHAT -> mine.saysOfWhat() && theirs.saysOfWhat();
      case STEP -> WHAT.isMet(one, other, table) && mine.shares(STEPS, theirs);
      case WHOLE -> !one.whole(table).isEmpty() && one.whole(table).equals(other.whole(table));
      case PARTNER -> mine.keys(Facet.COUNTERPART).equals(theirs.keys(Facet.COUNTERPART));
      case PARTY -> mine.saysWhom() && theirs.saysWhom();
      case SAME -> mine.saysWhatIsKnown() && mine.statesTheSameAs(theirs, table);
      case DEAL -> mine.statesTheSameAs(theirs, table) && one.namesDeal(table);
      case MATERIAL ->
          mine.shares(EnumSet.of(Facet.MATERIAL), theirs)
              || one.hasOneMaterial(table)
              || TIME.isMet(one, other, table) && mine.statesTheSameAs(theirs, table);
    };
  }
}
