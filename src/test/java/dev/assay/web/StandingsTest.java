package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.store.StoreException;
import dev.assay.topic.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StandingsTest {

  private static final List<String> LISTS =
      List.of("/search", "/ask", "/ledger", "/events", "/rising", "/edits", "/unread", "/starred");

  private static final List<String> OTHERS = List.of("/", "/sources", "/names", "/models", "/none");

  @TempDir private Path folder;

  private static String line(RunningPages server, String path) throws IOException {
    return Jsoup.connect(server.address() + path)
        .ignoreHttpErrors(true)
        .get()
        .select(".standing")
        .text();
  }

  @Test
  void pagesThatListArticlesSayThatTheLibraryIsEmptyUntilItHasOne() throws IOException {
    try (Library library = new Library(folder);
        RunningPages server = RunningPages.of(library)) {
      for (String path : LISTS) {
        assertThat(line(server, path + "?lang=en"))
            .as(path)
            .isEqualTo("Your library is empty, so there is nothing to see here yet. How to begin");
        assertThat(line(server, path + "?lang=zh")).as(path).isEqualTo("库中还没有文章，所以这里还没有内容。 如何开始");
      }
      for (String path : OTHERS) {
        assertThat(line(server, path)).as(path).isEmpty();
      }

      library.add("1", Language.ZH_HANS, "北岸财经", "2025-11-20T04:00:00Z", "灯会开幕", "灯会周四开幕。");

      for (String path : LISTS) {
        assertThat(line(server, path)).as(path).isEmpty();
      }
    }
  }

  @Test
  void aStoreThatIsAwayIsToldByThePagesThatNeedIt() {
    Standings standings =
        new Standings(
            () -> 2,
            () -> {
              throw new StoreException("The database does not answer.");
            },
            Library.CLOCK);

    assertThat(standings.standing()).isEqualTo(new Standing(2, false));
  }
}
