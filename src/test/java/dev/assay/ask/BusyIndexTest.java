package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.ask.Answer.Reason;
import dev.assay.ask.Answer.State;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexPage.Total;
import dev.assay.index.SearchIndex;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.topic.Library;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions to an index that is too busy to look through all.
final class BusyIndexTest {

  @TempDir Path folder;

  /// The index with this answer to every search.
  private static SearchIndex answering(LuceneIndex index, Total total) {
    IndexPage page = new IndexPage(List.of(), total, Map.of(), false);
    return (SearchIndex)
        Proxy.newProxyInstance(
            SearchIndex.class.getClassLoader(),
            new Class<?>[] {SearchIndex.class},
            (_, method, given) ->
                method.getName().equals("find") ? page : method.invoke(index, given));
  }

  private Answer answer(Total total) {
    try (Library library = new Library(folder);
        LuceneIndex index = LuceneIndex.openInMemory()) {
      return library
          .ask(answering(index, total))
          .answer("Who refines gallium?", AskScope.ALL, Language.EN);
    }
  }

  @Test
  void saysThatTheTimeEnded() {
    Answer answer = answer(new Total(0, false));

    assertThat(answer.state()).isEqualTo(State.REFUSED);
    assertThat(answer.reason()).isEqualTo(Reason.CUT_SHORT);
  }

  @Test
  void saysThatNoArticlePassesWhereAllWereLookedThrough() {
    assertThat(answer(new Total(0, true)).reason()).isEqualTo(Reason.NO_ARTICLES);
  }
}
