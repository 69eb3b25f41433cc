package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.quantity.Property;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What of a thing a figure measures, as far as the text says: for each facet the keys of its
/// parts. A facet that is not stated fits any.
final class Scope {

  private static final Scope NONE = new Scope(Map.of());

  private final Map<Facet, Set<String>> parts;
  private final String key;

  private Scope(Map<Facet, Set<String>> parts) {
    this.parts = parts;
    this.key =
        parts.entrySet().stream()
            .map(part -> part.getKey().word() + "=" + String.join("+", part.getValue()))
            .collect(Collectors.joining("|"));
  }

  /// All that the claim states.
  static Scope of(Claim claim) {
    return of(claim.of());
  }

  /// What the claim states, without words that narrow nothing, and with what goes without saying.
  static Scope of(Claim claim, ScopeTable table) {
    return table.made(claim, () -> make(claim, table));
  }

  private static Scope make(Claim claim, ScopeTable table) {
    Property property = claim.property();
    Scope told =
        of(
            claim.of().stream()
                .filter(part -> !table.isEmpty(part) && !table.isRepeated(property, part))
                .filter(part -> !table.isEarlier(part) && !table.isMinedForm(part))
                .filter(part -> !table.isBase(part))
                .filter(part -> !table.isSaidTwice(part, claim.of()))
                .filter(part -> !isToldByOthers(part, claim))
                .toList());
    boolean ores =
        claim.of().stream()
            .anyMatch(part -> table.isMinedForm(part) || table.isMinedMaterial(part));
    boolean mined = ores && told.keys(Facet.STAGE).isEmpty() || told.isOfMining(property, table);
    return mined ? told.with(Facet.STAGE, MINING) : told;
  }

  private static final Set<String> MINING = Set.of("#mining");

  /// What a claim leaves out ("outside China") is a phrase that begins so.
  static final String OUTSIDE = "outside ";

  /// Whether the words of a phrase narrow nothing beside a material, a step or a measure that the
  /// lexicon knows, and that they name: two texts call one thing otherwise, and what is known of
  /// both is compared. What is counted or paid for is no more than its phrase.
  private static boolean isToldByOthers(Claim.Part part, Claim claim) {
    boolean phrase =
        part.facet() == Facet.OTHER && part.id() == null && !part.words().startsWith(OUTSIDE);
    return phrase
        && !claim.property().isOfItsPhrase()
        && claim.of().stream()
            .filter(other -> other.id() != null && other.facet().saysOfWhat())
            .anyMatch(
                other ->
                    other.facet() == Facet.MEASURE && claim.property() == Property.CHANGE
                        || part.words().contains(other.words()));
  }

  /// Whether it is an output of what is counted where it is mined, and no step is told.
  private boolean isOfMining(Property property, ScopeTable table) {
    Set<String> measures = keys(Facet.MEASURE);
    boolean output =
        property == Property.PRODUCTION && measures.isEmpty() || table.areOutput(measures);
    return output
        && keys(Facet.STAGE).isEmpty()
        && table.status(keys(Facet.OTHER)).equals(keys(Facet.OTHER))
        && table.areMined(keys(Facet.MATERIAL));
  }

  private Scope with(Facet facet, Set<String> keys) {
    Map<Facet, Set<String>> more = new EnumMap<>(Facet.class);
    more.putAll(parts);
    more.put(facet, keys);
    return new Scope(more);
  }

  private static Scope of(List<Claim.Part> stated) {
    if (stated.isEmpty()) {
      return NONE;
    }
    Map<Facet, Set<String>> parts = new EnumMap<>(Facet.class);
    for (Claim.Part part : stated) {
      parts.computeIfAbsent(part.facet(), _ -> new TreeSet<>()).add(Keys.of(part));
    }
    return new Scope(parts);
  }

  /// One text for all scopes that say the same.
  String key() {
    return key;
  }

  private static final Set<Facet> SAYING =
      EnumSet.of(Facet.STAGE, Facet.MEASURE, Facet.PARTY, Facet.OTHER);

  /// Whether it states a step, a measure, a party or something else that is not a thing or a place.
  boolean saysOfWhat() {
    return SAYING.stream().anyMatch(facet -> !keys(facet).isEmpty());
  }

  /// Whether it states the other side of a relation.
  boolean saysWhom() {
    return !keys(Facet.COUNTERPART).isEmpty();
  }

  private static final Set<Facet> TELLING =
      EnumSet.of(Facet.MATERIAL, Facet.STAGE, Facet.MEASURE, Facet.COUNTERPART, Facet.PARTY);

  /// Whether it states a material, a step, a measure or a party that the lexicon knows.
  boolean saysWhatIsKnown() {
    return TELLING.stream().flatMap(facet -> keys(facet).stream()).anyMatch(Keys::isId);
  }

  /// Whether both state one of `facets`.
  boolean shares(Set<Facet> facets, Scope other) {
    return facets.stream().anyMatch(one -> !keys(one).isEmpty() && !other.keys(one).isEmpty());
  }

  /// Whether both state the same facets, and the same of each.
  boolean statesTheSameAs(Scope other, ScopeTable table) {
    return parts.keySet().equals(other.parts.keySet()) && difference(other, table).isEmpty();
  }

  int statedFacets() {
    return parts.size();
  }

  Set<String> keys(Facet facet) {
    return parts.getOrDefault(facet, Set.of());
  }

  /// Facets that say what kind of figure it is: one that does not state them is of something else,
  /// not of anything. A share of mining is no share of patents that are not told to be of mining,
  /// and an output of who knows what is not one of gallium.
  private static final Set<Facet> KINDS =
      EnumSet.of(Facet.MATERIAL, Facet.STAGE, Facet.PARTY, Facet.OTHER);

  /// Whether both can be of one entry: what both state is the same in broad terms, and what kind of
  /// figure it is both state or neither.
  boolean fitsBroadly(Scope other, ScopeTable table) {
    return KINDS.stream().allMatch(kind -> keys(kind).isEmpty() == other.keys(kind).isEmpty())
        && measuresAlike(other, table)
        && firstDifference(other, table, true).isEmpty();
  }

  /// Whether a figure of this scope could stand beside one of `other`: what it is of is the same,
  /// or fits it broadly.
  boolean fits(Scope other, ScopeTable table) {
    return equals(other) || fitsBroadly(other, table);
  }

  /// A stage alone may be its capacity or its output; nothing else is meant where it is not said.
  private boolean measuresAlike(Scope other, ScopeTable table) {
    Set<String> mine = keys(Facet.MEASURE);
    Set<String> theirs = other.keys(Facet.MEASURE);
    return mine.isEmpty() == theirs.isEmpty()
        || !keys(Facet.STAGE).isEmpty() && table.areOfMaking(mine.isEmpty() ? theirs : mine);
  }

  /// The first facet that both state and in which they differ, or the last if one is planned, say,
  /// and the other is not.
  Optional<Facet> difference(Scope other, ScopeTable table) {
    return firstDifference(other, table, false);
  }

  private Optional<Facet> firstDifference(Scope other, ScopeTable table, boolean broadly) {
    for (Map.Entry<Facet, Set<String>> part : parts.entrySet()) {
      Set<String> mine = part.getValue();
      Set<String> theirs = other.keys(part.getKey());
      if (!theirs.isEmpty() && !table.same(part.getKey(), mine, theirs, broadly)) {
        return Optional.of(part.getKey());
      }
    }
    Set<String> status = table.status(keys(Facet.OTHER));
    return status.equals(table.status(other.keys(Facet.OTHER)))
        ? Optional.empty()
        : Optional.of(Facet.OTHER);
  }

  /// The parts that the claims of an entry state, each once, the words of the first that has it.
  static List<Claim.Part> union(List<Claim> claims, ScopeTable table) {
    List<Claim.Part> union = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (List<Claim.Part> parts : claims.stream().map(Claim::of).distinct().toList()) {
      for (Claim.Part part : parts) {
        if (!table.isEarlier(part) && seen.add(part.facet().word() + Keys.of(part))) {
          union.add(part);
        }
      }
    }
    return union;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scope scope && scope.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return key;
  }
}
