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

  /// A block of this size is running text even without a full stop.
  static final int LONG = 140;

  /// A block of this size that ends as a sentence does is running text.
  static final int SHORT = 50;

  /// A sentence may hold links up to this share and still be running text.
  static final double LINKED = 0.55;

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

  /// Whether it is a text that tells something, no heading, caption, scrap or list of links.
  boolean isRunning() {
    if (kind == Paragraph.Kind.CAPTION || isHeading()) {
      return false;
    }
    return linkShare() < LINKED && (size >= LONG || size >= SHORT && endsSentence());
  }

  /// The nearest element above that is more than a paragraph, item, list, quote or heading; at most
  /// `main`.
  Region container(Region main) {
    Region at = region;
    while (at != main && at.parent != null && at.isParagraphLike()) {
      at = at.parent;
    }
    return at;
  }
}
