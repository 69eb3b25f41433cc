package dev.assay.brief.figure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.brief.figure.FigureReading.Outcome;
import dev.assay.brief.figure.FigureWords.Meaning;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the words beside a number add to the scope of its claim. Filled by [FigureReading]; used
/// once.
final class FigureScope {

  private static final String FUNDING = "word.funding";
  private static final String SHARE_PRICE = "word.share price";
  private static final String TODAY = "word.today";
  private static final String FORECAST = "word.forecast";
  private static final String PLANNED = "word.planned";
  private static final String ANNOUNCED = "word.announced";

  /// A thing, or a word that narrows it, where it stands.
  private record Thing(int start, int end, Part part) {
    Span span() {
      return new Span(start, end);
    }
  }

  private final FigureSetting setting;
  private final Claim claim;
  private final List<Part> notes = new ArrayList<>();
  private final List<Part> times = new ArrayList<>();
  private final List<Thing> things = new ArrayList<>();
  private @Nullable Part kind;
  private @Nullable Property verb;
  private @Nullable Part quote;
  private boolean owns;
  private boolean gives;
  private boolean hasState;
  private boolean moves;

  FigureScope(FigureSetting setting) {
    this.setting = setting;
    this.claim = setting.claim();
  }

  /// Takes a word with one of its meanings; false if it cannot have that one here.
  boolean take(Meaning meaning, Span word) {
    boolean before = word.start() < setting.number().start();
    return switch (meaning.kind()) {
      case LIGHT, STOP, FROM, PAST, REFUSE, SCENE -> false;
      case REPORT -> before && (claim.speaker() != null || is(Property.TARIFF));
      case OWN -> takeOwn(word);
      case GIVE -> before && takeGift();
      case ANAPHOR -> before && setting.isOwner("company:");
      case BASIS -> setting.isOfOther(word) || is(Property.CHANGE) && note(notes, meaning, word);
      case STATE -> setting.isOfOther(word) || takeState(meaning, word);
      case TIME -> setting.isBehindOther(word) || note(times, meaning, word);
      case TARIFF -> is(Property.TARIFF) && name(meaning, word);
      case FUND -> isPayment() && name(meaning, word);
      case PROFIT -> measures(Property.PROFIT) && name(meaning, word);
      case STOCK -> setting.isOwner("company:") && measures(Property.PRICE) && name(meaning, word);
      case THING -> !is(Property.RANK) && take(word, part(Facet.MATERIAL, meaning, word));
      case MOVE -> is(Property.CHANGE) && move(word);
      case MEASURE ->
          (is(Property.CHANGE) || is(Property.AMOUNT))
              && !hasMeasure()
              && !setting.isOfOther(word)
              && name(meaning, word);
      case ROLE -> is(Property.RANK) && name(meaning, word);
      case PROPERTY -> takeProperty(Property.of(meaning.id()), word);
    };
  }

  private boolean is(Property property) {
    return claim.property() == property;
  }

  /// Takes a thing that has a name.
  boolean take(Span word, Part thing) {
    return things.add(new Thing(word.start(), word.end(), thing));
  }

  /// Takes words that are told as they stand: a year, a quotation.
  void takeWords(Part part) {
    if (FigureQuote.is(part)) {
      quote = part;
    } else {
      times.add(part);
    }
  }

  /// Takes back what was noted since there were so many [#notes].
  void forget(int kept) {
    while (notes() > kept) {
      (times.isEmpty() ? notes : times).removeLast();
    }
  }

  int notes() {
    return notes.size() + times.size();
  }

  /// "has 54 smelters"; elsewhere it is an auxiliary.
  private boolean takeOwn(Span word) {
    owns |= word.start() < setting.number().start();
    return is(Property.COUNT) || setting.isOfOther(word);
  }

  private boolean takeGift() {
    gives = true;
    return isPayment();
  }

  private boolean takeState(Meaning meaning, Span word) {
    hasState = true;
    boolean forecast = notes.stream().anyMatch(note -> FORECAST.equals(note.id()));
    return forecast && PLANNED.equals(meaning.id()) || note(notes, meaning, word);
  }

  private boolean note(List<Part> list, Meaning meaning, Span word) {
    boolean known = list.stream().anyMatch(note -> meaning.id().equals(note.id()));
    return known || list.add(part(Facet.OTHER, meaning, word));
  }

  /// The last one before the number counts: the figure before may have another.
  private boolean name(Meaning meaning, Span word) {
    if (kind == null || word.start() < setting.number().end()) {
      kind = part(Facet.MEASURE, meaning, word);
    }
    return true;
  }

  private Part part(Facet facet, Meaning meaning, Span word) {
    return new Part(facet, meaning.id(), setting.text().written(word.start(), word.end()));
  }

  /// 黄金上涨60%: the price of it, of a company that of its shares.
  private boolean move(Span word) {
    if (kind == null && claim.of().isEmpty()) {
      String id = setting.isOwner("company:") ? SHARE_PRICE : "price";
      moves = true;
      kind = new Part(Facet.MEASURE, id, setting.text().written(word.start(), word.end()));
    }
    return true;
  }

  /// A word of the property; or the verb by which a bare amount or number is one of trade or
  /// output: "imported $350 billion worth of", 出口了180万辆.
  private boolean takeProperty(Property property, Span word) {
    boolean bare = is(Property.AMOUNT) || is(Property.COUNT);
    if (isFlow(property) && bare && !hasMeasure() && word.start() < setting.number().start()) {
      boolean other = verb != null && verb != property;
      verb = property;
      return !other;
    }
    return measures(property);
  }

  private static boolean isFlow(Property property) {
    return switch (property) {
      case EXPORTS, IMPORTS, PRODUCTION, CONSUMPTION -> true;
      default -> false;
    };
  }

  private boolean hasMeasure() {
    return claim.of().stream().anyMatch(part -> part.facet() == Facet.MEASURE);
  }

  /// Whether `property` is the figure's, one that its scope names, or that of a figure before it.
  private boolean measures(Property property) {
    Set<Property> properties = EnumSet.of(claim.property());
    claim.of().stream()
        .filter(part -> part.facet() == Facet.MEASURE && property(part) != null)
        .forEach(part -> properties.add(property(part)));
    setting.others().stream()
        .filter(other -> setting.isBefore(other.value().span()))
        .forEach(other -> properties.add(other.property()));
    return properties.contains(property);
  }

  /// A measure that the figure before it names, told by the word of the property.
  static boolean isInherited(Part part) {
    return part.facet() == Facet.MEASURE
        && property(part) != null
        && part.words().chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static @Nullable Property property(Part measure) {
    return switch (String.valueOf(measure.id())) {
      case "output", "production" -> Property.PRODUCTION;
      case "exports" -> Property.EXPORTS;
      case "imports" -> Property.IMPORTS;
      case "reserves" -> Property.RESERVES;
      case "capacity" -> Property.CAPACITY;
      case "consumption" -> Property.CONSUMPTION;
      case "price" -> Property.PRICE;
      case "revenue" -> Property.REVENUE;
      case "profit", "profit to shareholders", "profit without one-offs" -> Property.PROFIT;
      case "tariff" -> Property.TARIFF;
      default -> null;
    };
  }

  private boolean isPayment() {
    return is(Property.INVESTMENT) || is(Property.AMOUNT);
  }

  /// Whether the figure is money that somebody gives, or that an agency announces.
  boolean isGiven() {
    boolean announced = notes.stream().anyMatch(note -> ANNOUNCED.equals(note.id()));
    boolean gift = is(Property.AMOUNT) && (gives || announced && setting.isOwner("agency:"));
    return setting.isMoney() && (is(Property.INVESTMENT) || gift);
  }

  /// The claim with what the words add to its scope, told for `time`.
  Outcome told(@Nullable TimeExpression time) {
    boolean state =
        claim.of().stream().anyMatch(part -> part.facet() == Facet.OTHER && part.id() != null);
    if (state && !hasState) {
      return new Outcome.Untold("state");
    }
    if (is(Property.COUNT) && verb == null) {
      verb = flow(); // 120万辆 of 出口了120万辆
    }
    if (is(Property.COUNT) && verb == null && !owns) {
      return new Outcome.Untold("number of no owner");
    }
    if (moves && time == null && times.isEmpty()) {
      return new Outcome.Untold("move without a time");
    }
    List<Part> parts = new ArrayList<>(claim.of());
    parts.removeIf(part -> part.facet() == Facet.OTHER || quote != null && isQuoted(part));
    parts.removeIf(part -> verb != null && property(part) == verb);
    nameKind(parts);
    if (!addThings(parts)) {
      return new Outcome.Untold("things apart");
    }
    times.removeIf(note -> time != null && TODAY.equals(note.id()));
    parts.addAll(notes);
    parts.addAll(times);
    if (quote != null) {
      parts.add(quote);
    }
    return new Outcome.Told(
        new Claim(
            claim.entity(),
            property(),
            parts,
            time,
            claim.value(),
            claim.paragraph(),
            claim.sentence(),
            claim.speaker(),
            claim.stance(),
            claim.reading()));
  }

  private @Nullable Property flow() {
    return claim.of().stream()
        .filter(part -> part.facet() == Facet.MEASURE)
        .map(FigureScope::property)
        .filter(property -> property != null && isFlow(property))
        .findFirst()
        .orElse(null);
  }

  private Property property() {
    return isGiven() ? Property.INVESTMENT : verb == null ? claim.property() : verb;
  }

  /// What stands behind the number is quoted with all the rest there.
  private boolean isQuoted(Part part) {
    int end = claim.sentence().end();
    return part.facet() != Facet.MEASURE
        && setting.text().find(part.words(), setting.number().end(), end, end) >= 0;
  }

  /// Puts the kind that a word gives in the place of the measure that it is a kind of.
  private void nameKind(List<Part> parts) {
    boolean given = gives || setting.isOwner("agency:");
    Part named = kind == null && isGiven() && given ? new Part(Facet.MEASURE, FUNDING, "") : kind;
    boolean narrower =
        parts.stream()
            .anyMatch(part -> property(part) == Property.PROFIT && !"profit".equals(part.id()));
    if (named != null && !narrower) {
      parts.removeIf(part -> property(part) == Property.PROFIT || property(part) == Property.PRICE);
      parts.add(named);
    }
  }

  /// Puts each thing beside the one it stands beside; false if they do not make one phrase.
  private boolean addThings(List<Part> parts) {
    if (things.isEmpty()) {
      return true;
    }
    List<Thing> own = things.stream().filter(thing -> !setting.isOfOther(thing.span())).toList();
    if (own.isEmpty() && !is(Property.CHANGE)) {
      return false;
    }
    List<Thing> phrase = new ArrayList<>(own.isEmpty() ? things : own);
    parts.stream()
        .filter(part -> part.facet() == Facet.MATERIAL)
        .map(this::thing)
        .forEach(phrase::add);
    phrase.sort(Comparator.comparingInt(Thing::start));
    for (int i = 1; i < phrase.size(); i++) {
      String gap = setting.text().folded(phrase.get(i - 1).end(), phrase.get(i).start()).strip();
      if (!gap.isEmpty() && !gap.equals("的") && !gap.equals("-")) {
        return false;
      }
    }
    parts.removeIf(part -> part.facet() == Facet.MATERIAL);
    phrase.forEach(thing -> parts.add(thing.part()));
    return true;
  }

  private Thing thing(Part material) {
    Span sentence = claim.sentence();
    int at =
        setting
            .text()
            .find(material.words(), sentence.start(), sentence.end(), setting.number().start());
    return new Thing(at, at + material.words().length(), material);
  }
}
