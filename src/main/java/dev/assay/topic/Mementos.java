package dev.assay.topic;

import dev.assay.article.ArticleId;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The texts that an article had, as archives tell of them (RFC 7089): each is a memento of the
/// source's page, the article's address is the gate that leads to that of a time.
///
/// @param original the source's page; null if none is known
/// @param fetched when each text was fetched, the first first; at least one
public record Mementos(ArticleId article, @Nullable URI original, List<Instant> fetched) {

  private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  public Mementos {
    fetched = List.copyOf(fetched);
  }

  /// Those of an article as it is today.
  public static Mementos of(ArticlePage page) {
    return new Mementos(
        page.article().id(),
        page.article().address(),
        Stream.concat(
                Stream.of(page.article().fetchedAt()),
                page.editions().revisions().stream().map(Version::fetchedAt))
            .sorted()
            .toList());
  }

  /// The moment that `Accept-Datetime` names; empty if it is no HTTP date.
  public static Optional<Instant> asked(String acceptDatetime) {
    try {
      return Optional.of(ZonedDateTime.parse(acceptDatetime.strip(), HTTP_DATE).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// A moment as HTTP writes it.
  public static String date(Instant moment) {
    return HTTP_DATE.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
  }

  /// The address of the text that there was at a moment; of the first if there was none yet.
  public String at(Instant moment) {
    return address(
        fetched.stream()
            .filter(one -> !one.truncatedTo(ChronoUnit.SECONDS).isAfter(moment))
            .reduce((_, later) -> later)
            .orElse(fetched.getFirst()));
  }

  /// The page as of the first whole second at which a text was there.
  private String address(Instant fetchedAt) {
    Instant whole = fetchedAt.truncatedTo(ChronoUnit.SECONDS);
    Instant moment = whole.equals(fetchedAt) ? whole : whole.plusSeconds(1);
    return gate() + "?as_of=" + moment;
  }

  private String gate() {
    return "/articles/" + article;
  }

  /// The value of the header `Link`: what belongs together.
  public String links() {
    return related().collect(Collectors.joining(", "));
  }

  private Stream<String> related() {
    return Stream.concat(
        Stream.ofNullable(original)
            .map(address -> "<%s>; rel=\"original\"".formatted(address.toASCIIString())),
        Stream.of(
            "<%s>; rel=\"timegate\"".formatted(gate()),
            "<%s/timemap>; rel=\"timemap\"; type=\"application/link-format\"".formatted(gate())));
  }

  /// All texts, as `application/link-format` (RFC 6690).
  public String timeMap() {
    return Stream.concat(related(), fetched.stream().map(this::memento))
        .collect(Collectors.joining(",\n", "", "\n"));
  }

  private String memento(Instant fetchedAt) {
    String first = fetchedAt.equals(fetched.getFirst()) ? "first " : "";
    String last = fetchedAt.equals(fetched.getLast()) ? "last " : "";
    return "<%s>; rel=\"%s%smemento\"; datetime=\"%s\""
        .formatted(address(fetchedAt), first, last, date(fetchedAt));
  }
}
