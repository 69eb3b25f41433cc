package dev.assay.clean;

import dev.assay.article.Paragraph;
import dev.assay.clean.text.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses the region of a page that is the article: the one whose blocks are worth most together.
/// Running text is worth its size, links and scraps less than nothing, so a region grows while what
/// it takes in is more text than noise.
final class ArticleRegion {

  /// The child that holds this share of its parent's worth is the article in its parent's place.
  private static final double NEARLY_ALL = 0.9;

  /// A region that markup calls the article's text is believed if it holds this share of the worth.
  private static final double CALLED = 0.55;

  /// No block counts for more, so that one long comment is no article.
  private static final double MOST_WORTH = 1500;

  private final Page page;
  private final double[] worth;

  /// @param page with its furniture dropped
  ArticleRegion(Page page) {
    this.page = page;
    List<Block> blocks = page.blocks();
    this.worth = new double[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      worth[i + 1] = worth[i] + (block.region().dropped ? 0 : worthOf(block));
    }
  }

  /// The region whose blocks are worth most together.
  Region choose() {
    Region best = page.regions().getFirst();
    for (Region region : page.regions()) {
      if (!region.dropped && !isParagraph(region) && worth(region) >= worth(best)) {
        best = region;
      }
    }
    Region called = called(best);
    return called != null ? called : narrow(best);
  }

  /// The outermost region within `best` that markup calls the article's text, if it holds enough.
  private @Nullable Region called(Region best) {
    Region chosen = null;
    double enough = CALLED * worth(best);
    for (Region region : page.regions()) {
      if (region.has(ClassWords.CONTENT)
          && !region.dropped
          && !region.isParagraphLike()
          && worth(region) >= enough
          && region.isWithin(best)) {
        chosen = chosen == null || worth(region) >= NEARLY_ALL * worth(chosen) ? region : chosen;
      }
    }
    return chosen;
  }

  /// Goes down to the smallest region that holds nearly all of the worth.
  private Region narrow(Region from) {
    Region chosen = from;
    double enough = NEARLY_ALL * worth(from);
    for (Region region : page.regions()) {
      if (region.isWithin(chosen)
          && !region.dropped
          && !isParagraph(region)
          && worth(region) >= enough) {
        chosen = region;
      }
    }
    return chosen;
  }

  /// Whether it is one paragraph or heading: even that which holds all of the running text may have
  /// short sentences beside it, and is not the article.
  private static boolean isParagraph(Region region) {
    Tags.Role role = Tags.of(region.tag);
    return role == Tags.Role.PARAGRAPH || role == Tags.Role.HEADING;
  }

  private static double worthOf(Block block) {
    if (block.isRunning()) {
      return Math.min(block.size() - block.linkSize() * 0.8, MOST_WORTH);
    }
    if (block.linkShare() > 0.4) {
      return -Math.min(60, block.size()) - 10;
    }
    boolean item =
        block.kind() == Paragraph.Kind.LIST && block.linkSize() == 0 && block.size() >= 20;
    return item
        ? 0.3 * block.size()
        : block.kind() == Paragraph.Kind.TABLE ? 0.3 * Math.min(block.size(), 500) : -5;
  }

  private double worth(Region region) {
    return worth[region.endBlock] - worth[region.firstBlock];
  }
}
