package dev.assay.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.search.SearchRequest.Copies;
import dev.assay.search.SearchRequest.Mode;
import dev.assay.search.SearchRequest.Sort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchFormTest {

  @Test
  void asksTheSameForEveryPageOfTheArticlesOfAWeek() {
    SearchForm form =
        new SearchForm(
            "neodymium",
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            SearchForm.Age.WEEK,
            null,
            null,
            ZoneOffset.UTC,
            Sort.RELEVANCE,
            Copies.FOLDED,
            Mode.SMART,
            null);

    Instant now = Instant.parse("2025-11-22T10:00:00Z");
    assertThat(form.request(now.plusSeconds(30)).filters()).isEqualTo(form.request(now).filters());
    assertThat(form.request(now).filters().from()).isEqualTo("2025-11-15T00:00:00Z");
  }
}
