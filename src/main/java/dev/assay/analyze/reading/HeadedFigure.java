package dev.assay.analyze.reading;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.claim.Claim.Value;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.scope.Scopes;
import dev.assay.analyze.sentence.ClaimWord;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.SentenceLexicon;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A figure that stands alone, in a cell or behind a label: what it is, whose and of what is told
/// by headings. It gives a claim only if they tell all of it, and nothing that contradicts itself.
///
/// @param own what stands beside the figure in its cell
record HeadedFigure(Mark.Number number, HeadWords own, Heads heads) {

  /// What stands over a figure.
  ///
  /// @param near the headings of its row and column, or its label
  /// @param far what holds for the whole table or list, the nearest first: corner, lead-in, caption
  /// @param time of the row, null if it states none
  /// @param materials those that the article's title names
  record Heads(
      List<HeadWords> near,
      List<HeadWords> far,
      @Nullable TimeExpression time,
      List<Part> materials) {}

  /// The claims of the figures of one cell or item; each of its pieces (约4400万吨，占全球34% has two)
  /// stands for itself.
  static List<Claim> claims(
      SentenceLexicon lexicon,
      FoldedText text,
      List<Mark> cell,
      Heads heads,
      int paragraph,
      Span quote) {
    List<Claim> claims = new ArrayList<>();
    for (List<Mark> piece : pieces(cell)) {
      List<Mark.Number> numbers = numbers(piece);
      if (numbers.size() == 1 && !hasVerb(piece)) {
        HeadWords own = withShare(HeadWords.of(lexicon, text, piece), piece);
        new HeadedFigure(numbers.getFirst(), own, heads)
            .claim(paragraph, quote)
            .ifPresent(claims::add);
      }
    }
    return claims;
  }

  private static List<List<Mark>> pieces(List<Mark> cell) {
    List<List<Mark>> pieces = new ArrayList<>();
    List<Mark> piece = new ArrayList<>();
    for (Mark mark : cell) {
      if (mark instanceof Mark.Stop stop && "，,；;、()（）".indexOf(stop.sign()) >= 0) {
        pieces.add(piece);
        piece = new ArrayList<>();
      } else {
        piece.add(mark);
      }
    }
    pieces.add(piece);
    return pieces;
  }

  private static List<Mark.Number> numbers(List<Mark> piece) {
    return piece.stream()
        .filter(mark -> mark instanceof Mark.Number)
        .map(mark -> (Mark.Number) mark)
        .toList();
  }

  /// What has a verb of its own is a sentence, and read as one.
  private static boolean hasVerb(List<Mark> piece) {
    return piece.stream().anyMatch(mark -> mark.is(Role.ACT) && !mark.is(Role.LEVEL));
  }

  /// "34 % of the world's", 占全球34%, 中国占60%.
  private static HeadWords withShare(HeadWords own, List<Mark> piece) {
    boolean part = piece.stream().anyMatch(mark -> mark.is(Role.PORTION) || mark.is(Role.WORLD));
    return part ? own.with(SHARE) : own;
  }

  private static final ClaimWord SHARE =
      new ClaimWord(Role.NOUN, "share", Property.SHARE, 0, Set.of(UnitFamily.PART));

  /// Kinds of figures that headings can tell. Rises have a sign, tariffs two sides, counts as many
  /// kinds as there are nouns: those are left to sentences.
  private static final Set<Property> TOLD =
      EnumSet.of(
          Property.SHARE,
          Property.RESERVES,
          Property.PRODUCTION,
          Property.CAPACITY,
          Property.CONSUMPTION,
          Property.EXPORTS,
          Property.IMPORTS,
          Property.PRICE,
          Property.INVESTMENT,
          Property.REVENUE,
          Property.PROFIT,
          Property.COST,
          Property.QUOTA,
          Property.PURITY,
          Property.RANK,
          Property.IMPORT_RELIANCE);

  /// Figures that are of nothing unless a material is told.
  private static final Set<Property> OF_MATERIAL =
      EnumSet.of(
          Property.SHARE,
          Property.RESERVES,
          Property.PRODUCTION,
          Property.CAPACITY,
          Property.CONSUMPTION,
          Property.EXPORTS,
          Property.IMPORTS,
          Property.QUOTA,
          Property.RANK,
          Property.PURITY,
          Property.IMPORT_RELIANCE);

  private Optional<Claim> claim(int paragraph, Span quote) {
    Property property = property();
    List<TimeExpression> times = times();
    if (property == null || !TOLD.contains(property) || times.size() > 1 || isUnfit()) {
      return Optional.empty();
    }
    Thing entity = entity(property);
    Optional<List<Part>> scope = entity == null ? Optional.empty() : scope(property, entity);
    return scope.map(
        parts ->
            new Claim(
                Objects.requireNonNull(entity),
                property,
                parts,
                times.isEmpty() ? null : times.getFirst(),
                new Value.Figure(number.quantity()),
                paragraph,
                quote,
                null,
                Stance.ASSERTED));
  }

  private Stream<HeadWords> beside() {
    return Stream.concat(Stream.of(own), heads.near().stream());
  }

  private boolean isUnfit() {
    return !own.others().isEmpty() || beside().anyMatch(HeadWords::isUnfit);
  }

  private boolean hasOthers() {
    return heads.near().stream().anyMatch(head -> !head.others().isEmpty());
  }

  private @Nullable Property property() {
    UnitFamily family = number.family();
    Optional<ClaimWord> told = beside().flatMap(head -> head.noun(family).stream()).findFirst();
    if (told.isEmpty() && !hasOthers()) {
      told = heads.far().stream().flatMap(head -> head.noun(family).stream()).findFirst();
    }
    if (told.isPresent()) {
      return told.get().property();
    }
    return switch (family) {
      case RANK -> Property.RANK;
      case RATE ->
          number.quantity().unit().kind().contains("mass") && !hasOthers() ? Property.PRICE : null;
      case PART, POINTS, TIMES, MASS, MONEY, SPAN, COUNT, OTHER -> null;
    };
  }

  private List<TimeExpression> times() {
    List<TimeExpression> near = distinct(beside().flatMap(head -> head.times().stream()));
    if (!near.isEmpty()) {
      return near;
    }
    if (heads.time() != null) {
      return List.of(heads.time());
    }
    return heads.far().stream()
        .map(head -> distinct(head.times().stream()))
        .filter(times -> !times.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<TimeExpression> distinct(Stream<TimeExpression> times) {
    List<TimeExpression> distinct = new ArrayList<>();
    times
        .filter(time -> distinct.stream().noneMatch(known -> known.iso().equals(time.iso())))
        .forEach(distinct::add);
    return distinct;
  }

  private @Nullable Thing entity(Property property) {
    List<Thing> holders = distinctThings(beside());
    boolean pure =
        heads.near().stream()
            .noneMatch(head -> !head.holders().isEmpty() && !head.others().isEmpty());
    if (!holders.isEmpty()) {
      return holders.size() == 1 && pure ? holders.getFirst() : null;
    }
    if (property == Property.PRICE) {
      List<Part> priced = parts(Facet.MATERIAL);
      return priced.size() == 1
          ? new Thing(priced.getFirst().id(), priced.getFirst().words())
          : null;
    }
    if (hasOthers()) {
      return null;
    }
    if (beside().anyMatch(head -> !head.parts(Facet.PLACE).isEmpty())) {
      return property == Property.SHARE ? null : new Thing("world", "world");
    }
    List<Thing> told =
        heads.far().stream()
            .filter(head -> !head.holders().isEmpty())
            .findFirst()
            .map(head -> head.isUnfit() ? List.<Thing>of() : head.holders())
            .orElse(List.of());
    return told.size() == 1 ? told.getFirst() : null;
  }

  private static List<Thing> distinctThings(Stream<HeadWords> heads) {
    List<Thing> things = new ArrayList<>();
    heads
        .flatMap(head -> head.holders().stream())
        .filter(thing -> things.stream().noneMatch(known -> Objects.equals(known.id(), thing.id())))
        .forEach(things::add);
    return things;
  }

  /// The step and the measure; from afar only for a share, or if the property is told from there:
  /// over a table of mine production, a column of reserves is not one of mining.
  private List<Part> kinds(Facet facet, Property property) {
    boolean fromFar =
        property == Property.SHARE
            || beside().allMatch(head -> head.noun(number.family()).isEmpty());
    return fromFar ? parts(facet) : distinctParts(beside(), facet);
  }

  /// The parts of a facet that stand beside the figure, else those told from afar.
  private List<Part> parts(Facet facet) {
    List<Part> near = distinctParts(beside(), facet);
    if (!near.isEmpty()) {
      return near;
    }
    return heads.far().stream()
        .map(head -> head.parts(facet))
        .filter(parts -> !parts.isEmpty())
        .findFirst()
        .orElse(facet == Facet.MATERIAL ? heads.materials() : List.of());
  }

  private static List<Part> distinctParts(Stream<HeadWords> heads, Facet facet) {
    List<Part> parts = new ArrayList<>();
    heads
        .flatMap(head -> head.parts(facet).stream())
        .filter(part -> parts.stream().noneMatch(known -> Objects.equals(known.id(), part.id())))
        .forEach(parts::add);
    return parts;
  }

  /// Empty if what is told is too little.
  private Optional<List<Part>> scope(Property property, Thing entity) {
    List<Part> material =
        parts(Facet.MATERIAL).stream()
            .filter(part -> !Objects.equals(part.id(), entity.id()))
            .toList();
    List<Part> scope = new ArrayList<>(material);
    scope.addAll(kinds(Facet.STAGE, property));
    kinds(Facet.MEASURE, property).stream()
        .filter(part -> part.id() != null && Scopes.isMeasured(property, part.id()))
        .forEach(scope::add);
    boolean isKind = scope.size() > material.size() || hasOthers();
    boolean needsKind = property == Property.SHARE || property == Property.RANK;
    if (needsKind && !isKind || OF_MATERIAL.contains(property) && material.size() != 1) {
      return Optional.empty();
    }
    for (Facet facet : List.of(Facet.PLACE, Facet.COUNTERPART, Facet.OTHER)) {
      scope.addAll(distinctParts(Stream.concat(beside(), heads.far().stream()), facet));
    }
    heads.near().stream()
        .flatMap(head -> head.others().stream())
        .map(words -> new Part(Facet.OTHER, null, words))
        .forEach(scope::add);
    scope.removeIf(part -> Objects.equals(part.id(), entity.id()));
    return Optional.of(List.copyOf(scope));
  }
}
