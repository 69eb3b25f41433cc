package dev.assay.brief.figure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.claim.ClaimText;
import dev.assay.analyze.claim.PhraseText;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Basis;
import dev.assay.analyze.quantity.BasisReader;
import dev.assay.analyze.quantity.Mood;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.article.Language;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Says of a claim what a reader of one language can be told of it, or that he cannot.
///
/// What a figure is of must be told whole: a share without its step, a rise of nobody knows what, a
/// count of words that this reader cannot read say something else than the text. A name that has no
/// label in the reader's language stays as it is written. Safe for use by many threads.
final class Telling {

  private final ClaimText reader;
  private final PhraseText phrases;
  private final BasisReader bases;
  private final ClauseWords clauses;

  Telling(Names names, Language language) {
    this.reader = new ClaimText(names, language);
    this.phrases = new PhraseText(names, language);
    this.bases = new BasisReader(names.lexicon());
    this.clauses = new ClauseWords(names.lexicon());
  }

  /// How this reader is told a claim.
  ClaimText reader() {
    return reader;
  }

  /// `claim` in words of this reader; empty if it cannot be told whole.
  ///
  /// @param text its paragraph
  Optional<Claim> of(Claim claim, FigureText text) {
    if (claim.stance() == Stance.DENIED || !isTold(claim)) {
      return Optional.empty();
    }
    List<Part> of = new ArrayList<>();
    for (Part part : claim.of()) {
      Optional<Part> told = part(part);
      if (told.isPresent()) {
        of.add(told.get());
      } else if (!isAside(part, claim.property())) {
        return Optional.empty();
      }
    }
    Optional<Thing> entity = entity(claim, text);
    FigureClause clause = FigureClause.of(claim, text);
    if (entity.isEmpty() || clauses.narrow(clause, claim) || clause.isOfOtherTime(claim)) {
      return Optional.empty();
    }
    if (clauses.areAhead(clause) && of.stream().noneMatch(part -> Mood.isTold(part.id()))) {
      of.add(new Part(Facet.OTHER, Mood.PLANNED.id(), Mood.PLANNED.id()));
    }
    basis(claim, text).filter(part -> !of.contains(part)).ifPresent(of::add);
    return Optional.of(
        new Claim(
            entity.get(),
            claim.property(),
            of,
            clause.time(claim),
            claim.value(),
            claim.paragraph(),
            claim.sentence(),
            claim.speaker(),
            claim.stance(),
            claim.reading()));
  }

  /// Whether the claim says what its figure is of, as far as its property does not, and is of a
  /// kind that says something to a reader who sees one line.
  private static boolean isTold(Claim claim) {
    List<Part> of = claim.of();
    if (of.stream().anyMatch(part -> "before".equals(part.id()))) {
      return false;
    }
    return switch (claim.property()) {
      case SHARE, RANK, CAPACITY, IMPORT_RELIANCE -> of.stream().anyMatch(Telling::isOfWhat);
      case CHANGE ->
          of.stream().anyMatch(part -> part.facet() == Facet.MEASURE)
              && claim.quantity().filter(one -> !one.unit().equals(Units.TIMES)).isPresent();
      case TARIFF ->
          of.stream()
              .anyMatch(
                  part -> part.facet() == Facet.COUNTERPART || part.facet() == Facet.MATERIAL);
      case COUNT -> of.stream().anyMatch(Telling::isWhat);
      case PRICE -> claim.quantity().flatMap(Quantity::value).filter(Telling::isPrice).isPresent();
      case RESERVES,
          PRODUCTION,
          CONSUMPTION,
          EXPORTS,
          IMPORTS,
          INVESTMENT,
          REVENUE,
          PROFIT,
          QUOTA,
          PURITY,
          RATE,
          VOLUME ->
          true;
      case AMOUNT, DURATION, COST, DATE, ALIKE ->
          false; // of anything, and no one word says of what
    };
  }

  /// What costs more is no ware: a company is bought for it.
  private static boolean isPrice(BigDecimal value) {
    return value.compareTo(BigDecimal.valueOf(1_000_000)) < 0;
  }

  private static boolean isOfWhat(Part part) {
    return switch (part.facet()) {
      case MATERIAL, STAGE -> true;
      case MEASURE -> !"threshold".equals(part.id());
      case OTHER -> part.id() == null;
      case PLACE, COUNTERPART, PARTY -> false;
    };
  }

  private static boolean isWhat(Part part) {
    return part.facet() == Facet.OTHER && part.id() == null || part.facet() == Facet.MATERIAL;
  }

  /// What the source alone tells, one look away, where whose it is and how much it is are true
  /// without: what money is given for, what a price or an output is of beside what a pack knows.
  private static boolean isAside(Part part, Property property) {
    return part.facet() == Facet.OTHER
        && switch (property) {
          case INVESTMENT, RESERVES, PRODUCTION, CONSUMPTION, EXPORTS, IMPORTS -> true;
          case PRICE, REVENUE, PROFIT, QUOTA, PURITY, RATE, VOLUME -> true;
          case SHARE, CAPACITY, COST, CHANGE, TARIFF, COUNT, DURATION, RANK -> false;
          case IMPORT_RELIANCE, AMOUNT, DATE, ALIKE -> false;
        };
  }

  private Optional<Part> part(Part part) {
    return part.id() != null
        ? Optional.of(part)
        : phrases.translated(part.words()).map(words -> new Part(part.facet(), null, words));
  }

  /// The thing by its label, by its name as it is written, or by the words of this reader's
  /// language.
  private Optional<Thing> entity(Claim claim, FigureText text) {
    Thing thing = claim.entity();
    return thing.id() != null || text.isName(thing.words())
        ? Optional.of(thing)
        : Optional.of(thing.words())
            .filter(words -> !holdsForeignWords(words))
            .flatMap(phrases::translated)
            .map(words -> new Thing(null, words));
  }

  /// A name of the reader's script within a phrase that is described, not named.
  private boolean holdsForeignWords(String words) {
    return !reader.language().isChinese() && words.chars().anyMatch(Telling::isAsciiLetter);
  }

  private static boolean isAsciiLetter(int c) {
    return c < 128 && Character.isLetter(c);
  }

  /// Against what something rose or fell, or in how long so much is.
  private Optional<Part> basis(Claim claim, FigureText text) {
    OptionalInt number = text.number(claim.value().span());
    if (number.isEmpty()) {
      return Optional.empty();
    }
    Basis basis = bases.read(text.letters(), text.numbers(), number.getAsInt());
    String each = basis.each() == null || isPriced(claim) ? null : "each." + basis.each();
    String said = claim.property() == Property.CHANGE ? basis.againstId() : each;
    return Optional.ofNullable(said).map(id -> new Part(Facet.OTHER, id, id));
  }

  private static boolean isPriced(Claim claim) {
    return claim.quantity().filter(one -> one.unit().code().indexOf('/') >= 0).isPresent();
  }
}
