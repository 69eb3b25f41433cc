package dev.assay.analyze.claim;

import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.cite.Span;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One figure that a text gives for a property of a thing: China | share | rare earth refining |
/// 2025 | nearly 90 %.
///
/// @param entity what the figure is about
/// @param of the parts of the scope that the text states, in the order of [Facet]; empty if none
/// @param time the time the figure holds for, null if the text states none
/// @param paragraph number of the paragraph, or [Tag#TITLE]
/// @param sentence the sentence in that paragraph: the quote
/// @param speaker who says so by the text's own words (美国地质调查局, "according to USGS"); null if the
///   text says it itself
/// @param reading how it was read, and how far that can be trusted
public record Claim(
    Thing entity,
    Property property,
    List<Part> of,
    @Nullable TimeExpression time,
    Value value,
    int paragraph,
    Span sentence,
    @Nullable Thing speaker,
    Stance stance,
    Reading reading) {

  /// The measure of an amount that is an age.
  public static final String AGE = "age";

  public Claim {
    of = List.copyOf(of);
  }

  /// A claim that is sure to be read as it is told.
  public Claim(
      Thing entity,
      Property property,
      List<Part> of,
      @Nullable TimeExpression time,
      Value value,
      int paragraph,
      Span sentence,
      @Nullable Thing speaker,
      Stance stance) {
    this(entity, property, of, time, value, paragraph, sentence, speaker, stance, Reading.SURE);
  }

  /// How the claim was read.
  ///
  /// @param trust the probability that entity and property are right, 0 to 1
  /// @param subject where the entity stands in the paragraph; null if that is not kept
  /// @param second what a language model made of the figure; null if none read it
  public record Reading(double trust, @Nullable Span subject, @Nullable Second second) {

    /// Of a claim that leaves nothing to weigh: a cell of a table, what a person told.
    public static final Reading SURE = new Reading(1, null);

    /// Read by words and weights alone.
    public Reading(double trust, @Nullable Span subject) {
      this(trust, subject, null);
    }

    public Reading {
      if (!(trust >= 0 && trust <= 1)) {
        throw new IllegalArgumentException("trust must be 0 to 1, got " + trust);
      }
    }
  }

  /// The word of a second reader on a figure.
  ///
  /// @param model the name of the language model
  public record Second(String model, Agreement agreement) {}

  /// How two readers of one figure stand to each other.
  public enum Agreement {
    /// Both read the claim.
    AGREES,
    /// The second read another one in the figure; this is the first's.
    DIFFERS,
    /// Only the second read one.
    ALONE;

    /// The word used in JSON and in the store.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Agreement of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// One stated part of a scope.
  ///
  /// @param id an entity id, a word of the lexicon (`refining`), or null if neither knows it
  /// @param words the source's words
  public record Part(Facet facet, @Nullable String id, String words) {}

  /// The side of a scope that a part describes. Two figures are comparable if no facet that both
  /// state differs.
  public enum Facet {
    /// What is counted: rare earths, neodymium, magnets, copper ore.
    MATERIAL,
    /// The step of the chain: mining, separation, refining, magnets making.
    STAGE,
    /// What of it is measured when the property alone leaves that open: capacity, output, imports.
    MEASURE,
    /// Where: the world, Europe, a mine.
    PLACE,
    /// The other side of a relation: the target of a tariff, the buyer, the partner.
    COUNTERPART,
    /// Which part of the sum of an agreement: the `whole`, what `each` side gives, or what one of
    /// them does.
    PARTY,
    /// Anything else that narrows the figure, in the source's words.
    OTHER;

    /// The word used in JSON and in the store.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it tells of what a figure is, by words that the lexicon knows.
    public boolean saysOfWhat() {
      return this == MATERIAL || this == STAGE || this == MEASURE;
    }

    public static Facet of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// How far the text stands behind the figure.
  public enum Stance {
    ASSERTED,
    /// Somebody else says so.
    REPORTED,
    /// The text says that it is not so.
    DENIED;

    /// The word used in JSON and in the store.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Stance of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// What is claimed: a quantity or a time.
  public sealed interface Value {

    /// The figure where it is written in the paragraph.
    Span span();

    /// A number with its unit. `change` is negative when it falls.
    record Figure(Quantity quantity) implements Value {
      @Override
      public Span span() {
        return quantity.span();
      }
    }

    /// A day, month or year; only with [Property#DATE].
    record Moment(TimeExpression time) implements Value {
      @Override
      public Span span() {
        return time.span();
      }
    }
  }

  /// Whether no reader found it in its text, but another text has such a figure among like words.
  public boolean isAlike() {
    return property == Property.ALIKE;
  }

  /// Whether its thing is what these words of the text name.
  public boolean isOf(String words) {
    return Naming.same(entity.words(), words);
  }

  /// Whether both read the same property of the same thing in a figure.
  public boolean isReadAs(Claim other) {
    return property == other.property
        && (entity.id() == null && other.entity.id() == null
            ? Naming.same(entity.words(), other.entity.words())
            : Objects.equals(entity.id(), other.entity.id()));
  }

  /// The name of the language model that alone read it; null if the weights did.
  public @Nullable String readAlone() {
    Second second = reading.second();
    return second != null && second.agreement() == Agreement.ALONE ? second.model() : null;
  }

  /// The same read otherwise.
  public Claim with(Reading other) {
    return new Claim(
        entity, property, of, time, value, paragraph, sentence, speaker, stance, other);
  }

  /// The same narrowed by `parts`.
  public Claim of(List<Part> parts) {
    return new Claim(
        entity, property, parts, time, value, paragraph, sentence, speaker, stance, reading);
  }

  /// The same as far as the text stands behind it.
  public Claim with(Stance other) {
    return new Claim(
        entity, property, of, time, value, paragraph, sentence, speaker, other, reading);
  }

  /// The same of another thing.
  public Claim with(Thing other) {
    return new Claim(
        other, property, of, time, value, paragraph, sentence, speaker, stance, reading);
  }

  /// The quantity, if the value is one.
  public Optional<Quantity> quantity() {
    return switch (value) {
      case Value.Figure figure -> Optional.of(figure.quantity());
      case Value.Moment _ -> Optional.empty();
    };
  }
}
