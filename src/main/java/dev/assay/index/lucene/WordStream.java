package dev.assay.index.lucene;

import dev.assay.index.IndexTerms.Word;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The words of one script of some texts, one after the other, as Lucene wants them. Terms of one
/// place do not add to the length of the text.
final class WordStream extends TokenStream {

  /// Between two texts, so that no phrase reaches across.
  private static final int GAP = 16;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final List<List<Word>> texts;
  private final boolean han;
  private int text;
  private int next;

  /// Position of the first word of the present text.
  private int first;

  private int position = -1;

  private WordStream(List<List<Word>> texts, boolean han) {
    this.texts = texts;
    this.han = han;
  }

  static WordStream ofSpaced(List<List<Word>> texts) {
    return new WordStream(texts, false);
  }

  static WordStream ofHan(List<List<Word>> texts) {
    return new WordStream(texts, true);
  }

  @Override
  public boolean incrementToken() {
    while (text < texts.size()) {
      List<Word> words = texts.get(text);
      while (next < words.size()) {
        Word word = words.get(next++);
        if (word.kind().isHan() == han) {
          say(word);
          return true;
        }
      }
      first += words.isEmpty() ? 0 : words.getLast().position() + GAP;
      next = 0;
      text++;
    }
    return false;
  }

  private void say(Word word) {
    clearAttributes();
    term.setEmpty().append(word.term());
    increment.setPositionIncrement(first + word.position() - position);
    position = first + word.position();
  }

  @Override
  public void reset() {
    text = 0;
    next = 0;
    first = 0;
    position = -1;
  }
}
