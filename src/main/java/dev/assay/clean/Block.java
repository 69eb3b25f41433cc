package dev.assay.clean;

import dev.assay.article.Paragraph;

/// A run of text between two block-level borders of a page.
///
/// @param region the element it stands in
/// @param level 1 to 6 for a heading, else 0
/// @param text in the visible form; rows and cells as [Paragraph] says for a table
/// @param size of the text, ideographs weighted as in [VisibleText]
/// @param linkSize size of what stands in links
/// @param boldSize size of what stands in bold type
record Block(
    Region region,
    Paragraph.Kind kind,
    int level,
    String text,
    int size,
    int links,
    int linkSize,
    int boldSize) {

  private static final String ENDS = ".!?…。！？”\"»’」』;；:：";

  double linkShare() {
    return (double) linkSize / Math.max(1, size);
  }

  /// Whether the text ends as a sentence does.
  boolean endsSentence() {
    return ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  boolean isHeading() {
    return kind == Paragraph.Kind.HEADING;
  }
}
