package dev.assay.web;

import dev.assay.article.AskedTime;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// As of which moment a page is, and the way to the same page of another.
///
/// @param moment null for today
/// @param asked the moment as it stands in the address; empty for today
/// @param path of the page
/// @param fields what else the address says
public record AsOf(
    @Nullable Instant moment, String asked, String path, List<Map.Entry<String, String>> fields) {

  /// What an address says of the place in a list, or once, and not of what is asked for.
  private static final Set<String> PASSING = Set.of(Links.AS_OF, "after", "before", "page", "lang");

  public AsOf {
    fields = List.copyOf(fields);
  }

  /// The moment that a request asks for; empty for today.
  public static Optional<Instant> moment(Context context) {
    return asked(context)
        .map(
            text ->
                AskedTime.moment(text)
                    .orElseThrow(
                        () ->
                            new BadRequestResponse(
                                Reader.words(context).text("past.no-moment", text))));
  }

  private static Optional<String> asked(Context context) {
    return Optional.ofNullable(context.queryParam(Links.AS_OF)).filter(text -> !text.isBlank());
  }

  static AsOf of(Context context) {
    return new AsOf(
        moment(context).orElse(null),
        asked(context).orElse(""),
        context.path(),
        context.queryParamMap().entrySet().stream()
            .filter(field -> !PASSING.contains(field.getKey()))
            .flatMap(
                field -> field.getValue().stream().map(value -> Map.entry(field.getKey(), value)))
            .toList());
  }

  /// The same page of today.
  public String today() {
    return fields.isEmpty()
        ? path
        : path
            + "?"
            + String.join(
                "&",
                fields.stream()
                    .map(
                        field ->
                            Links.escape(field.getKey()) + "=" + Links.escape(field.getValue()))
                    .toList());
  }

  /// The moment in a reader's words.
  public Moment shown(Messages say) {
    Instant at = moment == null ? Instant.EPOCH : moment;
    return Moment.at(at, say);
  }

  /// The day, for a field of a form; empty for today.
  public String day() {
    return moment == null ? "" : moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
