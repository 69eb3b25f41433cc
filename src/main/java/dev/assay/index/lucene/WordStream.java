package dev.assay.index.lucene;

import dev.assay.index.Words.Word;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Words as Lucene wants them. Terms of one place do not add to the length of the text.
final class WordStream extends TokenStream {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final List<Word> words;
  private int next;
  private int position = -1;

  WordStream(List<Word> words) {
    this.words = words;
  }

  @Override
  public boolean incrementToken() {
    if (next == words.size()) {
      return false;
    }
    Word word = words.get(next++);
    clearAttributes();
    term.setEmpty().append(word.term());
    increment.setPositionIncrement(word.position() - position);
    position = word.position();
    return true;
  }

  @Override
  public void reset() {
    next = 0;
    position = -1;
  }
}
