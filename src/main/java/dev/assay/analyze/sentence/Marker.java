package dev.assay.analyze.sentence;

import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.text.FoldedText;
import dev.assay.cite.Span;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Marks the sentences of one paragraph: names and numbers that were found before, words of the
/// lexicon, stops, and the words between them. One pass over the characters.
public final class Marker {

  private static final String STOPS = "，,、；;：:()（）—\"《》│|\n[]";

  /// The sign of a stop at which an item of a list, or a cell of a table, begins.
  public static final char ITEM = '│';

  private final ClaimWords words;
  private final SentenceLexicon lexicon;
  private final FoldedText text;
  private final List<Span> sentences;
  private final List<Mark> known;
  private int next;

  /// @param sentences of the text, in order
  /// @param known names, numbers and times in order, without overlaps
  public Marker(
      ClaimWords words,
      SentenceLexicon lexicon,
      FoldedText text,
      List<Span> sentences,
      List<Mark> known) {
    this.words = words;
    this.lexicon = lexicon;
    this.text = text;
    this.sentences = sentences;
    this.known = known;
  }

  /// The sentences that hold a number, and of the others those that can say what a pronoun stands
  /// for.
  public List<MarkedSentence> sentences() {
    List<MarkedSentence> marked = new ArrayList<>();
    for (Span sentence : sentences) {
      marked.add(new MarkedSentence(text, sentence, marks(sentence), lexicon));
    }
    return marked;
  }

  /// The marks of a stretch of the text; stretches are asked for in their order.
  public List<Mark> marks(Span sentence) {
    List<Mark> marks = new ArrayList<>();
    int i = sentence.start();
    int plain = -1;
    while (i < sentence.end()) {
      Mark mark = markAt(i, sentence.end());
      boolean ends = mark != null || !isWordPart(i);
      if (ends && plain >= 0) {
        marks.add(new Mark.Plain(plain, i));
        plain = -1;
      }
      if (mark != null) {
        marks.add(mark);
        i = mark.end();
      } else if (text.at(i) == '\'') {
        i += text.hasSuffix("s", i + 1) ? 2 : 1;
      } else if (text.isLatin(i)) {
        int end = latinEnd(i);
        marks.add(new Mark.Plain(i, end));
        i = end;
      } else {
        plain = plain < 0 && isWordPart(i) ? i : plain;
        i = Math.max(i + 1, plainWordEnd(i, sentence.end()));
      }
    }
    if (plain >= 0) {
      marks.add(new Mark.Plain(plain, sentence.end()));
    }
    return List.copyOf(marks);
  }

  private boolean isWordPart(int i) {
    return text.isHan(i) || text.isDigit(i);
  }

  /// The end of a Latin word with the digits right behind it (XC60) and the parts that a hyphen
  /// joins to it.
  private int latinEnd(int i) {
    int limit = next < known.size() ? known.get(next).start() : text.length;
    int end = text.wordEnd(i);
    while (end < limit && text.isDigit(end)) {
      end++;
    }
    while (text.at(end) == '-' && text.isLatin(end + 1) && end + 1 < limit) {
      end = text.wordEnd(end + 1);
    }
    return end;
  }

  /// The end of a word of the lexicon that only keeps others from being found in it.
  private int plainWordEnd(int i, int limit) {
    WordTable.Match<List<ClaimWord>> match = match(i, limit);
    return match == null ? i + 1 : match.end();
  }

  private @Nullable Mark markAt(int i, int limit) {
    while (next < known.size() && known.get(next).start() < i) {
      next++;
    }
    if (next < known.size() && known.get(next).start() == i) {
      return known.get(next++);
    }
    if (isStop(i)) {
      return new Mark.Stop(i, i + 1, opensItem(i) ? ITEM : text.at(i));
    }
    WordTable.Match<List<ClaimWord>> match = match(i, limit);
    if (match == null || isPlain(match.value())) {
      return null;
    }
    int end = text.at(match.end()) == '了' && match.end() < limit ? match.end() + 1 : match.end();
    return new Mark.Word(i, end, match.value());
  }

  private static boolean isPlain(List<ClaimWord> meanings) {
    return meanings.getFirst().role() == Role.PLAIN && meanings.size() == 1;
  }

  private boolean isStop(int i) {
    char c = text.at(i);
    if (c == '-') {
      return text.at(i - 1) == ' ' && text.at(i + 1) == ' ';
    }
    return STOPS.indexOf(c) >= 0;
  }

  /// A dash after a whole sentence opens an item of a list.
  private boolean opensItem(int i) {
    char before = text.at(text.skipSpacesBack(i) - 1);
    return text.at(i) == '|'
        || text.at(i) == '\n'
        || text.at(i) == '-' && ".!?;:\"\n".indexOf(before) >= 0;
  }

  private WordTable.@Nullable Match<List<ClaimWord>> match(int i, int limit) {
    if (text.isLatin(i) && (text.isLatin(i - 1) || text.at(i - 1) == '-')) {
      return null;
    }
    int end = next < known.size() ? Math.min(limit, known.get(next).start()) : limit;
    WordTable.Match<List<ClaimWord>> match = words.at(text.chars, i, end);
    boolean joined =
        match != null
            && text.isLatin(i)
            && text.at(match.end()) == '-'
            && text.isLatin(match.end() + 1);
    return joined ? null : match;
  }
}
