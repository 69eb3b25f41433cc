package dev.assay.search;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.index.IndexTerms;
import java.nio.charset.StandardCharsets;

/// Any text is a query, and any text has words. In a build on the kept inputs only; with
/// `JAZZER_FUZZ=1 mvn test -Dtest=QueryFuzzTest#query -Djazzer.max_duration=1h` one of them
/// searches for new ones.
class QueryFuzzTest {

  private static final int MOST = 64;

  @FuzzTest(maxDuration = "2m")
  void query(byte[] bytes) {
    String query = new String(bytes, StandardCharsets.UTF_8);
    if (QueryTokens.of(query, true, MOST).size() > MOST) {
      throw new AssertionError("more words than were asked for");
    }
    QueryTokens.of(query, false, MOST);
  }

  @FuzzTest(maxDuration = "2m")
  void words(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (IndexTerms.Word word : IndexTerms.of(text)) {
      if (word.term().isEmpty() || word.term().length() > 1_000) {
        throw new AssertionError("a word of %d characters".formatted(word.term().length()));
      }
    }
  }
}
