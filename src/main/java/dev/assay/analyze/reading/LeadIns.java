package dev.assay.analyze.reading;

import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.text.FoldedText;
import dev.assay.article.Paragraph;
import java.util.ArrayList;
import java.util.List;

/// What announces a table or the items of a list: the heading over them, and the line that ends in
/// a colon. It holds until other text follows.
final class LeadIns {

  /// A longer line is a paragraph of its own.
  private static final int LONGEST = 160;

  private HeadWords heading = HeadWords.NONE;
  private HeadWords lead = HeadWords.NONE;

  /// What stands above, the nearest first.
  List<HeadWords> above() {
    List<HeadWords> above = new ArrayList<>(2);
    for (HeadWords words : List.of(lead, heading)) {
      if (!words.isEmpty()) {
        above.add(words);
      }
    }
    return above;
  }

  /// Whether the text may announce what follows.
  boolean mayBe(TextReading text) {
    return text.text().length() <= LONGEST
        && switch (text.kind()) {
          case HEADING, CAPTION -> true;
          case TEXT, LIST, QUOTE -> endsInColon(text.text());
          case TABLE -> false;
        };
  }

  /// Takes a text that has been read.
  void take(TextReading text, FoldedText folded, List<MarkedSentence> sentences) {
    if (!mayBe(text) || sentences.isEmpty()) {
      return;
    }
    MarkedSentence last = sentences.getLast();
    HeadWords words = HeadWords.of(last.lexicon(), folded, last.marks());
    if (text.kind() == Paragraph.Kind.HEADING) {
      heading = words;
      lead = HeadWords.NONE;
    } else {
      lead = words;
    }
  }

  /// Forgets what announced the list or table that `text` ends.
  void end(TextReading text) {
    boolean goesOn =
        mayBe(text) || text.kind() == Paragraph.Kind.LIST || text.kind() == Paragraph.Kind.TABLE;
    if (text.kind() == Paragraph.Kind.TABLE) {
      lead = HeadWords.NONE;
    }
    if (!goesOn && !isLabelled(text.text())) {
      heading = HeadWords.NONE;
      lead = HeadWords.NONE;
    }
  }

  /// An item of a list that its page did not mark as one.
  private static boolean isLabelled(String text) {
    return text.length() <= LONGEST && text.matches("[^:：]{1,40}[:：].*[0-9].*");
  }

  private static boolean endsInColon(String text) {
    return text.endsWith(":") || text.endsWith("：");
  }
}
