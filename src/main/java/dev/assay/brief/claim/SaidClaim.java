package dev.assay.brief.claim;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Property;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A claim as a language model said it; nothing of it is checked.
///
/// Stored: a component may be added but never renamed.
///
/// @param paragraph the line it cites
/// @param quote the words of the line that say it
/// @param figure the words of the figure in the quote
/// @param low the least it can be; null if that is open
/// @param high the most it can be; null if that is open
/// @param unit the code of the unit of both
/// @param subject the words of the line for the thing that has it
/// @param of the words of the line that narrow it; null if none do
/// @param when the year, quarter, month or day it holds for, in ISO form; null if none is told
/// @param speaker the words of the line for who says so; null if the line itself does
/// @param denied whether the line says that it is not so
public record SaidClaim(
    int paragraph,
    String quote,
    String figure,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    String unit,
    Modifier bound,
    String subject,
    Property property,
    @Nullable String of,
    @Nullable String when,
    @Nullable String speaker,
    boolean denied) {

  /// No quotation of one sentence is longer.
  private static final int LONGEST = 600;

  /// Nor has a number more digits.
  private static final int MOST_DIGITS = 30;

  /// The claim in an element of an answer; empty if it has another form than was asked for.
  public static Optional<SaidClaim> read(JsonNode node) {
    Optional<String> quote = text(node, "quote");
    Optional<String> figure = text(node, "figure");
    Optional<String> unit = text(node, "unit");
    Optional<String> subject = text(node, "subject");
    Optional<Modifier> bound = word(node, "bound", Modifier.values(), Modifier::word);
    Optional<Property> property = word(node, "property", Property.values(), Property::word);
    Optional<String> stance = text(node, "stance");
    Optional<BigDecimal> low = number(node, "low");
    Optional<BigDecimal> high = number(node, "high");
    boolean whole =
        node.path("paragraph").isInt()
            && quote.isPresent()
            && figure.isPresent()
            && unit.isPresent()
            && subject.isPresent()
            && bound.isPresent()
            && property.isPresent()
            && stance.isPresent()
            && (low.isPresent() || high.isPresent());
    return whole
        ? Optional.of(
            new SaidClaim(
                node.path("paragraph").asInt(),
                quote.get(),
                figure.get(),
                low.orElse(null),
                high.orElse(null),
                unit.get(),
                bound.get(),
                subject.get(),
                property.get(),
                text(node, "of").orElse(null),
                text(node, "when").orElse(null),
                text(node, "speaker").orElse(null),
                stance.get().equals("denied")))
        : Optional.empty();
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.of(node.path(name))
        .filter(JsonNode::isString)
        .map(value -> value.asString().strip())
        .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
  }

  private static <T> Optional<T> word(
      JsonNode node, String name, T[] known, Function<T, String> word) {
    return text(node, name)
        .flatMap(
            value -> Arrays.stream(known).filter(one -> word.apply(one).equals(value)).findFirst());
  }

  /// Models write a number as one or as a string.
  private static Optional<BigDecimal> number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    Optional<String> written =
        value.isNumber()
            ? value.decimalValueOpt().map(BigDecimal::toPlainString) // 1e400 is none
            : Optional.of(value.asString("").replace(",", ""));
    return written
        .filter(
            digits ->
                digits.matches("-?\\d{1,%d}(?:\\.\\d{1,%d})?".formatted(MOST_DIGITS, MOST_DIGITS)))
        .map(BigDecimal::new);
  }
}
