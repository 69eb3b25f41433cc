package dev.assay.clean;

import dev.assay.article.Paragraph;
import dev.assay.lexicon.Boilerplate;
import java.util.regex.Pattern;

/// Tells the texts of an article from the scraps among them: linked lines, phrases of boilerplate,
/// bylines, times and short captions.
final class Scraps {

  /// A block of more links than this is a link.
  private static final double LINK = 0.7;

  private static final int LONGEST_BYLINE = 120;

  private static final int LONGEST_TIME = 16;

  private static final Pattern TIME_OF_DAY =
      Pattern.compile(
          "\\d{1,2}[:.h：]\\d{2}(:\\d{2})?( ?([ap]\\.?m\\.?|uhr|h))?( [a-z]{2,4})?",
          Pattern.CASE_INSENSITIVE);

  private final TextSums sums;

  Scraps(TextSums sums) {
    this.sums = sums;
  }

  /// Whether `block` is a text of the article `main`.
  boolean isText(Block block, Region main) {
    if (Boilerplate.isPhrase(block.text())
        || isMarkup(block.text())
        || isTimeOfDay(block.text())
        || isByline(block, main)
        || block.kind() == Paragraph.Kind.CAPTION
            && !block.region().tag.equals("table")
            && block.size() < Block.SHORT
            && !block.endsSentence()
            && !Boilerplate.namesFigure(block.text())) {
      return false;
    }
    return block.linkShare() <= LINK || block.size() > 2 * Block.LONG && block.endsSentence();
  }

  /// Whether a text is nothing but a time, as above a post of a live blog.
  private static boolean isTimeOfDay(String text) {
    return text.length() <= LONGEST_TIME
        && Character.isDigit(text.charAt(0))
        && TIME_OF_DAY.matcher(text).matches();
  }

  /// Whether the text is source code that a broken page shows.
  private static boolean isMarkup(String text) {
    return text.startsWith("<") && text.endsWith(">")
        || text.startsWith("<img ")
        || text.startsWith("<iframe ");
  }

  private boolean isByline(Block block, Region main) {
    if (block.size() > LONGEST_BYLINE) {
      return false;
    }
    if (block.kind() != Paragraph.Kind.HEADING && Bylines.isByline(block.text())) {
      return true;
    }
    Region at = block.region();
    while (at != null && at != main) {
      if (at.has(ClassWords.AUTHOR | ClassWords.DATE | ClassWords.UPDATED)
          && sums.running(at) < TextSums.LITTLE) {
        return true;
      }
      at = at.parent;
    }
    return false;
  }
}
