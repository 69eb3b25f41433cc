package dev.assay.clean;

import dev.assay.clean.text.Tags;
import org.jspecify.annotations.Nullable;

/// One block-level element of a page, above the blocks `[firstBlock, endBlock)`.
final class Region {

  final @Nullable Region parent;
  final String tag;
  final int depth;

  /// What its class, id, role and style say: the bits of [ClassWords].
  final int marks;

  final int firstBlock;
  int endBlock;

  /// Whether it, or a region above it, is left out.
  boolean dropped;

  Region(@Nullable Region parent, String tag, int marks, int firstBlock) {
    this.parent = parent;
    this.tag = tag;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.marks = marks;
    this.firstBlock = firstBlock;
    this.endBlock = firstBlock;
  }

  boolean has(int mark) {
    return (marks & mark) != 0;
  }

  boolean isWithin(Region other) {
    return firstBlock >= other.firstBlock && endBlock <= other.endBlock && depth >= other.depth;
  }

  /// Whether it, or an element above it, is hidden, a comment or never an article.
  boolean isOfOthers() {
    for (Region at = this; at != null; at = at.parent) {
      if (at.has(ClassWords.HIDDEN | ClassWords.COMMENTS | ClassWords.NEVER)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it is one paragraph, item, list, quote, table or heading.
  boolean isParagraphLike() {
    return switch (Tags.of(tag)) {
      case PARAGRAPH, HEADING, ITEM, QUOTE, CAPTION, TABLE, ROW, CELL -> true;
      case BLOCK ->
          tag.equals("ul") || tag.equals("ol") || tag.equals("dl") || tag.equals("figure");
      case SKIP, FURNITURE, BREAK, RULE, LINK, BOLD, META, INLINE -> false;
    };
  }

  @Override
  public String toString() {
    return "<"
        + tag
        + " ["
        + firstBlock
        + ","
        + endBlock
        + ") "
        + Integer.toBinaryString(marks)
        + ">";
  }
}
