package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Lists a page at a time, also lists that change between two pages.
final class ListPageTest {

  private static ListPage<String> page(List<String> all, @Nullable String token, int limit) {
    return ListPage.of(
        (behind, most) -> {
          int from = behind == null ? 0 : all.indexOf(behind) + 1;
          return behind != null && from == 0
              ? Optional.empty()
              : Optional.of(all.subList(from, Math.min(all.size(), from + most)));
        },
        Function.identity(),
        token,
        limit);
  }

  @Test
  void pagesOneAfterTheOtherAreTheList() {
    List<String> all = List.of("松岭早报", "Carrow", "Ellery", "Harbour", "Meridian");
    List<List<String>> pages = new ArrayList<>();
    ListPage<String> page = page(all, null, 2);
    pages.add(page.items());
    while (page.next() != null) {
      page = page(all, page.next(), 2);
      pages.add(page.items());
    }

    assertThat(pages)
        .containsExactly(
            List.of("松岭早报", "Carrow"), List.of("Ellery", "Harbour"), List.of("Meridian"));
    assertThat(page(all, null, 5).next()).as("a last page that is full").isNull();
    assertThat(page(List.of(), null, 5)).isEqualTo(new ListPage<>(List.of(), null));
  }

  @Test
  void aPageGoesOnBehindItsItemWhereverThatStands() {
    String token = page(List.of("a", "b", "c", "d"), null, 2).next();

    assertThat(page(List.of("new", "a", "b", "c", "d"), token, 2).items())
        .containsExactly("c", "d");
    assertThatThrownBy(() -> page(List.of("a", "c"), token, 2))
        .isInstanceOf(BadRequestResponse.class)
        .hasMessageContaining("begin anew without it");
    assertThatThrownBy(() -> page(List.of("a"), "no token!", 2))
        .isInstanceOf(BadRequestResponse.class);
  }
}
