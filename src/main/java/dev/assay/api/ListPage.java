package dev.assay.api;

import io.javalin.http.BadRequestResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Part of a list: as many as were asked for, from behind the one that the page before ended with.
/// No more is read of the list than that, and one more to know whether anything follows.
///
/// @param next token of the page that follows; null on the last
public record ListPage<T>(List<T> items, @Nullable String next) {

  /// As many as a page has if nobody says how many.
  public static final int DEFAULT = 200;

  /// Reads on in a list, whose order is the same for as long as its items are in it.
  public interface Reading<T> {

    /// At most so many behind an item; the first ones if there is no item.
    ///
    /// @return empty if nothing can be called so
    Optional<List<T>> behind(@Nullable String id, int limit);
  }

  /// A page of a list that gives what stands behind an item of it.
  ///
  /// @param id what an item is known by; the same as long as it is in the list
  /// @param token of a page; null for the first
  /// @throws BadRequestResponse if no item of the list is what the token names
  public static <T> ListPage<T> of(
      Reading<T> list, Function<T, String> id, @Nullable String token, int limit) {
    List<T> read =
        list.behind(token == null ? null : named(token), limit + 1).orElseThrow(ListPage::unknown);
    List<T> items = read.subList(0, Math.min(limit, read.size()));
    return new ListPage<>(
        List.copyOf(items), read.size() > limit ? token(id.apply(items.getLast())) : null);
  }

  /// A page of a list that is at hand whole.
  ///
  /// @param all in an order that stays
  /// @param asked names the page, and how many items it has
  public static <T> ListPage<T> within(List<T> all, Function<T, String> id, Parameters asked) {
    return within(all, id, asked, DEFAULT);
  }

  /// @param unasked how many items a page has if nobody says how many
  static <T> ListPage<T> within(
      List<T> all, Function<T, String> id, Parameters asked, int unasked) {
    return of(
        (last, limit) -> behind(all, id, last).map(rest -> rest.stream().limit(limit).toList()),
        id,
        asked.page(),
        asked.limit(unasked));
  }

  private static <T> Optional<List<T>> behind(
      List<T> all, Function<T, String> id, @Nullable String last) {
    if (last == null) {
      return Optional.of(all);
    }
    int at = all.stream().map(id).toList().indexOf(last);
    return at < 0 ? Optional.empty() : Optional.of(all.subList(at + 1, all.size()));
  }

  static BadRequestResponse unknown() {
    return new BadRequestResponse(
        "page is no token of this list, or what it stands for has gone; begin anew without it.");
  }

  private static String named(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static String token(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }
}
