package dev.assay.event;

import dev.assay.analyze.name.Tag;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import java.util.ArrayList;
import java.util.List;

/// A text as it is read for what it speaks of: title and paragraphs in one, and the things it
/// names.
///
/// @param starts offset in `text` of the title, and of each paragraph
record Told(String text, List<Integer> starts, List<Tag> tags) {

  static Told of(Article article, List<Tag> tags) {
    StringBuilder text = new StringBuilder(article.title());
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (Paragraph paragraph : article.paragraphs()) {
      text.append('\n');
      starts.add(text.length());
      text.append(paragraph.text());
    }
    return new Told(text.toString(), starts, tags);
  }

  /// A text of one piece, its names found in paragraph 1.
  static Told of(String text, List<Tag> tags) {
    return new Told(text, List.of(0, 0), tags);
  }

  int start(int paragraph) {
    return starts.get(paragraph);
  }

  /// The number of the paragraph that holds an offset; 0 for the title.
  int paragraph(int offset) {
    int paragraph = 0;
    while (paragraph + 1 < starts.size() && starts.get(paragraph + 1) <= offset) {
      paragraph++;
    }
    return paragraph;
  }
}
