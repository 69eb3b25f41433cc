package dev.assay.search;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.List;

/// Words of Chinese text as a dictionary cuts them. Only questions are cut: articles are indexed by
/// pairs of characters, so that a wrong cut never hides an article.
final class HanSegments {

  private HanSegments() {}

  /// The words of `text`, without gaps between characters of one run.
  static List<Span> of(String text) {
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.SIMPLIFIED_CHINESE);
    breaks.setText(text);
    List<Span> words = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      words.add(new Span(start, end));
      start = end;
    }
    return words;
  }
}
