package dev.assay.analyze;

import dev.assay.cite.Span;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Marks the sentences of one paragraph: names and numbers that were found before, words of the
/// lexicon, and stops. One pass over the characters.
final class Marker {

  private static final String STOPS = "，,、；;：:()（）—–\"《》│\n";

  private final ClaimWords words;
  private final FoldedText text;
  private final List<Mark> known;
  private int next;

  /// @param known names, numbers and times in order, without overlaps
  Marker(ClaimWords words, FoldedText text, List<Mark> known) {
    this.words = words;
    this.text = text;
    this.known = known;
  }

  List<MarkedSentence> sentences() {
    List<MarkedSentence> sentences = new ArrayList<>();
    for (Span sentence : Sentences.of(text.original)) {
      sentences.add(new MarkedSentence(text, sentence, marks(sentence)));
    }
    return sentences;
  }

  private List<Mark> marks(Span sentence) {
    List<Mark> marks = new ArrayList<>();
    int i = sentence.start();
    while (i < sentence.end()) {
      Mark mark = markAt(i, sentence.end());
      if (mark == null) {
        i = text.isLatin(i) ? text.wordEnd(i) : i + 1;
      } else {
        marks.add(mark);
        i = mark.end();
      }
    }
    return List.copyOf(marks);
  }

  private @Nullable Mark markAt(int i, int limit) {
    while (next < known.size() && known.get(next).start() < i) {
      next++;
    }
    if (next < known.size() && known.get(next).start() == i) {
      return known.get(next++);
    }
    if (isStop(i)) {
      return new Mark.Stop(i, i + 1, text.at(i));
    }
    int end = next < known.size() ? Math.min(limit, known.get(next).start()) : limit;
    return wordAt(i, end);
  }

  private boolean isStop(int i) {
    char c = text.at(i);
    if (c == '-') {
      return text.at(i - 1) == ' ' && text.at(i + 1) == ' ';
    }
    return STOPS.indexOf(c) >= 0;
  }

  private Mark.@Nullable Word wordAt(int i, int limit) {
    if (text.isLatin(i) && text.isLatin(i - 1)) {
      return null;
    }
    WordTable.Match<List<ClaimWord>> match = words.at(text.chars, i, limit);
    return match == null ? null : new Mark.Word(i, match.end(), match.value());
  }
}
