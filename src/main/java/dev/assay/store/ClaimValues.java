package dev.assay.store;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Value;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.cite.Span;
import dev.assay.lexicon.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The parts of a claim that are one column each: their own parts stand apart by tabs, an empty
/// part is one that is not there.
///
/// A time is start, end, year, part, month, day, minute, grain, whether the year is stated, first
/// and last day. A value is `figure`, start, end, low, high, modifier, precision, and the unit's
/// code, kind and factor; or `moment` and a time. A scope is lines of facet, id and words.
final class ClaimValues {

  private static final String FIGURE = "figure";
  private static final String MOMENT = "moment";

  private ClaimValues() {}

  static String write(Value value) {
    return switch (value) {
      case Value.Figure(Quantity quantity) -> FIGURE + "\t" + write(quantity);
      case Value.Moment(TimeExpression time) -> MOMENT + "\t" + write(time);
    };
  }

  static Value readValue(String column) {
    String[] parts = column.split("\t", 2);
    return switch (parts[0]) {
      case FIGURE -> new Value.Figure(readQuantity(parts[1]));
      case MOMENT -> new Value.Moment(readTime(parts[1]));
      case String other ->
          throw new StoreException("a claim's value must be a figure or a moment, got " + other);
    };
  }

  private static String write(Quantity quantity) {
    return joined(
        quantity.span().start(),
        quantity.span().end(),
        plain(quantity.low()),
        plain(quantity.high()),
        quantity.modifier().name(),
        plain(quantity.precision()),
        quantity.unit().code(),
        quantity.unit().kind(),
        plain(quantity.unit().factor()));
  }

  private static Quantity readQuantity(String text) {
    String[] parts = text.split("\t", -1);
    return new Quantity(
        span(parts),
        decimal(parts[2]),
        decimal(parts[3]),
        new Unit(parts[6], parts[7], new BigDecimal(parts[8])),
        Modifier.valueOf(parts[4]),
        new BigDecimal(parts[5]));
  }

  static String write(TimeExpression time) {
    return joined(
        time.span().start(),
        time.span().end(),
        time.year(),
        time.part(),
        time.month(),
        time.day(),
        time.minute(),
        time.grain().name(),
        time.yearStated(),
        time.first() == null ? "" : time.first(),
        time.last() == null ? "" : time.last());
  }

  static TimeExpression readTime(String text) {
    String[] parts = text.split("\t", -1);
    return new TimeExpression(
        span(parts),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]),
        Integer.parseInt(parts[5]),
        Integer.parseInt(parts[6]),
        TimeExpression.Grain.valueOf(parts[7]),
        Boolean.parseBoolean(parts[8]),
        day(parts[9]),
        day(parts[10]));
  }

  static String write(List<Part> scope) {
    return scope.stream()
        .map(part -> joined(part.facet().word(), part.id() == null ? "" : part.id(), words(part)))
        .collect(Collectors.joining("\n"));
  }

  private static String words(Part part) {
    return part.words().replace('\t', ' ').replace('\n', ' ');
  }

  static List<Part> readScope(String column) {
    return column.lines().map(ClaimValues::readPart).toList();
  }

  private static Part readPart(String line) {
    String[] parts = line.split("\t", 3);
    return new Part(Facet.of(parts[0]), parts[1].isEmpty() ? null : parts[1], parts[2]);
  }

  static @Nullable Thing thing(@Nullable String id, @Nullable String words) {
    return words == null ? null : new Thing(id, words);
  }

  private static Span span(String[] parts) {
    return new Span(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  private static @Nullable BigDecimal decimal(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  private static String joined(Object... parts) {
    return Arrays.stream(parts).map(Object::toString).collect(Collectors.joining("\t"));
  }
}
