package dev.assay.api;

import io.javalin.http.BadRequestResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Part of a list: as many as were asked for, from behind the one that the page before ended with,
/// wherever that stands now.
///
/// @param next token of the page that follows; null on the last
record ListPage<T>(List<T> items, @Nullable String next) {

  /// As many as a page has if nobody says how many.
  static final int DEFAULT = 200;

  /// @param id what an item is known by; the same as long as it is in the list
  /// @param token of a page; null for the first
  /// @throws BadRequestResponse if no item of the list is what the token names
  static <T> ListPage<T> of(
      List<T> all, Function<T, String> id, @Nullable String token, int limit) {
    int from = token == null ? 0 : behind(all, id, token);
    int end = Math.min(all.size(), from + limit);
    List<T> items = all.subList(from, end);
    return new ListPage<>(
        items, end == all.size() || items.isEmpty() ? null : token(id.apply(items.getLast())));
  }

  private static <T> int behind(List<T> all, Function<T, String> id, String token) {
    for (int i = 0; i < all.size(); i++) {
      if (token(id.apply(all.get(i))).equals(token)) {
        return i + 1;
      }
    }
    throw new BadRequestResponse(
        "page is no token of this list, or what it stands for has gone; begin anew without it.");
  }

  private static String token(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }
}
