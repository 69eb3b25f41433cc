package dev.assay.clean;

import dev.assay.article.Paragraph;
import dev.assay.lexicon.Boilerplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chooses the blocks of a page that are its article.
///
/// First regions are left out that their markup names as furniture, unless they hold most of the
/// page's running text, and regions that are lists of links or of teasers. Then every block has a
/// worth: running text its size, links and scraps less than nothing. The article is the region
/// whose blocks are worth most together: a region grows while what it takes in is more text than
/// noise. Within it, linked scraps, boilerplate phrases, bylines and dates are left out, and what
/// stands before the first and after the last block that shares an element with running text. All
/// of it is sums over prefixes, so the work is linear in the page.
final class MainText {

  /// A block of this size is running text even without a full stop.
  private static final int LONG = 140;

  private static final int SHORT = 50;

  /// A sentence may hold links up to this share and still be running text.
  private static final double LINKED = 0.55;

  /// A block of more links than this is a link.
  private static final double LINK = 0.7;

  /// A region marked as furniture stays if it holds more than this share of the running text.
  private static final double MOST = 0.5;

  private static final double MOST_HIDDEN = 0.6;
  private static final double MOST_COMMENTS = 0.9;

  /// The child that holds this share of its parent's worth is the article in its parent's place.
  private static final double NEARLY_ALL = 0.9;

  /// A region that markup calls the article's text is believed if it holds this share of the worth.
  private static final double CALLED = 0.55;

  /// No block counts for more, so that one long comment is no article.
  private static final double MOST_WORTH = 1500;

  private static final int LONGEST_BYLINE = 120;

  private final Page page;
  private final List<Block> blocks;
  private final int[] running;
  private final int[] size;
  private final int[] linkSize;
  private final double[] worth;

  private MainText(Page page) {
    this.page = page;
    this.blocks = page.blocks();
    this.running = new int[blocks.size() + 1];
    this.size = new int[blocks.size() + 1];
    this.linkSize = new int[blocks.size() + 1];
    this.worth = new double[blocks.size() + 1];
  }

  /// The article's blocks in reading order; empty if there is no running text.
  static List<Block> of(Page page) {
    MainText main = new MainText(page);
    if (main.blocks.isEmpty()) {
      return List.of();
    }
    main.count();
    main.dropFurniture();
    main.weigh();
    return main.trim(main.choose());
  }

  static boolean isRunning(Block block) {
    if (block.kind() == Paragraph.Kind.CAPTION || block.isHeading()) {
      return false;
    }
    return block.size() >= LONG && block.linkShare() < LINKED
        || block.size() >= SHORT && block.endsSentence() && block.linkShare() < LINKED;
  }

  private void count() {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      running[i + 1] = running[i] + (isRunning(block) ? block.size() : 0);
      size[i + 1] = size[i] + block.size();
      linkSize[i + 1] = linkSize[i] + block.linkSize();
    }
  }

  private static int within(int[] sums, Region region) {
    return sums[region.endBlock] - sums[region.firstBlock];
  }

  private double share(Region region) {
    return (double) within(running, region) / Math.max(1, running[blocks.size()]);
  }

  private void dropFurniture() {
    for (Region region : page.regions()) {
      Region parent = region.parent;
      region.dropped =
          parent != null && parent.dropped || isFurniture(region) || isLinkList(region);
    }
    dropTeasers();
  }

  private boolean isFurniture(Region region) {
    if (region.has(ClassWords.HIDDEN)) {
      return !isRevealed(region);
    }
    if (region.has(ClassWords.COMMENTS)) {
      return share(region) < MOST_COMMENTS;
    }
    if (region.has(ClassWords.DROP) || Tags.of(region.tag) == Tags.Role.FURNITURE) {
      return share(region) < MOST;
    }
    return false;
  }

  /// A hidden region that holds most of the page's running text, or most of what stands in the
  /// element that markup calls the article's text, is shown by a script.
  private boolean isRevealed(Region region) {
    Region called = region.parent;
    while (called != null && !called.has(ClassWords.CONTENT)) {
      called = called.parent;
    }
    int least = called == null ? running[blocks.size()] : within(running, called);
    return within(running, region) >= MOST_HIDDEN * Math.max(1, least);
  }

  /// Whether a region of several blocks is nearly all links.
  private boolean isLinkList(Region region) {
    int count = region.endBlock - region.firstBlock;
    int total = within(size, region);
    return count >= 3
        && within(linkSize, region) > LINKED * total
        && within(running, region) < 0.3 * total
        && share(region) < 0.2;
  }

  /// Drops regions whose parts are teasers: three or more children that each hold a linked headline
  /// and little else.
  private void dropTeasers() {
    int[] teasers = new int[page.regions().size()];
    int[] children = new int[page.regions().size()];
    IdentityHashMap<Region, Integer> numbers = new IdentityHashMap<>();
    for (int i = 0; i < page.regions().size(); i++) {
      Region region = page.regions().get(i);
      numbers.put(region, i);
      Integer parent = region.parent == null ? null : numbers.get(region.parent);
      if (parent != null && region.endBlock > region.firstBlock) {
        children[parent]++;
        teasers[parent] += isTeaser(region) ? 1 : 0;
      }
    }
    for (int i = 0; i < teasers.length; i++) {
      Region region = page.regions().get(i);
      boolean list = teasers[i] >= 3 && teasers[i] * 5 >= children[i] * 3 && share(region) < MOST;
      region.dropped |= list || region.parent != null && region.parent.dropped;
    }
  }

  private static final int LONGEST_TEASER = 700;

  private boolean isTeaser(Region region) {
    int count = region.endBlock - region.firstBlock;
    if (count > 8 || within(size, region) > LONGEST_TEASER) {
      return false;
    }
    for (int i = region.firstBlock; i < region.endBlock; i++) {
      Block block = blocks.get(i);
      if (block.linkShare() > 0.9 && block.size() >= 15) {
        return true;
      }
    }
    return false;
  }

  private void weigh() {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      worth[i + 1] = worth[i] + (block.region().dropped ? 0 : worthOf(block));
    }
  }

  private static double worthOf(Block block) {
    if (isRunning(block)) {
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

  private Region choose() {
    Region best = page.regions().getFirst();
    for (Region region : page.regions()) {
      if (!region.dropped && worth(region) >= worth(best)) {
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
      if (region.isWithin(chosen) && !region.dropped && worth(region) >= enough) {
        chosen = region;
      }
    }
    return chosen;
  }

  private List<Block> trim(Region region) {
    List<Block> kept = new ArrayList<>();
    for (int i = region.firstBlock; i < region.endBlock; i++) {
      Block block = blocks.get(i);
      if (Boilerplate.endsArticle(block.text()) && endsHere(region, i)) {
        break;
      }
      if (!block.region().dropped && isText(block, region)) {
        kept.add(block);
      }
    }
    return trimEnds(kept, region);
  }

  private boolean endsHere(Region region, int block) {
    int before = running[block] - running[region.firstBlock];
    int after = running[region.endBlock] - running[block];
    return after < before / 2 + SHORT;
  }

  private static boolean isText(Block block, Region main) {
    if (Boilerplate.isPhrase(block.text()) || isMarkup(block.text()) || isByline(block, main)) {
      return false;
    }
    return block.linkShare() <= LINK || block.size() > 2 * LONG && block.endsSentence();
  }

  /// Whether the text is source code that a broken page shows.
  private static boolean isMarkup(String text) {
    return text.startsWith("<") && text.endsWith(">")
        || text.startsWith("<img ")
        || text.startsWith("<iframe ");
  }

  private static boolean isByline(Block block, Region main) {
    if (block.size() > LONGEST_BYLINE) {
      return false;
    }
    Region at = block.region();
    while (at != null && at != main) {
      if (at.has(ClassWords.AUTHOR | ClassWords.DATE | ClassWords.UPDATED)) {
        return true;
      }
      at = at.parent;
    }
    return false;
  }

  /// Cuts before the first and after the last block that is running text or stands among it.
  private static List<Block> trimEnds(List<Block> kept, Region main) {
    Set<Region> core = core(kept, main);
    int last = kept.size();
    while (last > 0 && !isCore(kept.get(last - 1), core, main)) {
      last--;
    }
    while (last > 0 && kept.get(last - 1).isHeading()) {
      last--;
    }
    int first = 0;
    while (first < last && !isCore(kept.get(first), core, main)) {
      first++;
    }
    return last == 0 ? kept : kept.subList(first, last);
  }

  private static boolean isCore(Block block, Set<Region> core, Region main) {
    return isRunning(block) || core.contains(container(block, main));
  }

  /// The elements that hold two or more blocks of running text.
  private static Set<Region> core(List<Block> kept, Region main) {
    Set<Region> once = new HashSet<>();
    Set<Region> core = new HashSet<>();
    for (Block block : kept) {
      if (isRunning(block) && !once.add(container(block, main))) {
        core.add(container(block, main));
      }
    }
    return core;
  }

  /// The nearest element above a block that is more than a paragraph, item, list, quote or heading.
  private static Region container(Block block, Region main) {
    Region at = block.region();
    while (at != main && at.parent != null && isParagraphLike(at)) {
      at = at.parent;
    }
    return at;
  }

  private static boolean isParagraphLike(Region region) {
    return switch (Tags.of(region.tag)) {
      case PARAGRAPH, HEADING, ITEM, QUOTE, CAPTION, TABLE, ROW, CELL -> true;
      case BLOCK ->
          region.tag.equals("ul")
              || region.tag.equals("ol")
              || region.tag.equals("dl")
              || region.tag.equals("figure");
      case SKIP, FURNITURE, BREAK, RULE, LINK, BOLD, META, INLINE -> false;
    };
  }
}
