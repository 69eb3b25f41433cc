package dev.assay.clean;

import dev.assay.article.Paragraph;
import dev.assay.clean.text.Tags;
import dev.assay.lexicon.Boilerplate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the regions of a page that are furniture: what markup names so, unless it holds most of
/// the page's running text, lists of links, teasers and the articles of others.
final class PageFurniture {

  /// A region marked as furniture stays if it holds more than this share of the running text.
  private static final double MOST = 0.5;

  /// The same for a region that is marked by a word of several meanings.
  private static final double SOME = 0.2;

  /// The same for comments: a page of nothing else is a thread, and is its own article.
  private static final double MOST_COMMENTS = 0.9;

  /// Hidden text that is this share of what it stands in is shown by a script.
  private static final double MOST_HIDDEN = 0.6;

  /// A text hidden in so many pieces is hidden paragraph by paragraph.
  private static final int MANY_PIECES = 4;

  /// The body itself is no list of links, whatever stands in it.
  private static final int BODY_DEPTH = 1;

  private static final int LONGEST_TEASER = 900;
  private static final int FEWEST_TEASERS = 3;

  private static final String ARTICLE = "article";

  /// Running text in hidden regions within one region, and in how many of them.
  private record Hidden(int size, int pieces) {}

  private final Page page;
  private final List<Block> blocks;
  private final TextSums sums;
  private final IdentityHashMap<Region, Hidden> hidden = new IdentityHashMap<>();

  PageFurniture(Page page, TextSums sums) {
    this.page = page;
    this.blocks = page.blocks();
    this.sums = sums;
  }

  /// Marks as dropped what is no part of the article.
  ///
  /// @param strict whether words of markup are trusted; else nothing but the text is
  void drop(boolean strict) {
    for (Region region : page.regions()) {
      Region parent = region.parent;
      region.dropped =
          parent != null && parent.dropped || isFurniture(region, strict) || isLinkList(region);
    }
    if (strict) {
      dropTeasers();
    }
    dropArticlesWithin();
  }

  /// Drops the articles of others that stand after the text within one article's element.
  private void dropArticlesWithin() {
    for (Region region : page.regions()) {
      boolean other =
          region.tag.equals(ARTICLE) && follows(articleAbove(region), region.firstBlock);
      region.dropped |= other || region.parent != null && region.parent.dropped;
    }
  }

  /// Drops the articles that follow the page's own one, as on a page that goes on for ever: each
  /// stands in an element of its own, under a heading of the first level.
  ///
  /// @param title number of the block that shows the page's title; -1 if none does
  void dropFurther(int title) {
    Region own =
        title >= 0 && blocks.get(title).level() == 1
            ? articleAbove(blocks.get(title).region())
            : null;
    if (own == null || sums.running(own) < Block.LONG) {
      return;
    }
    for (Region region : page.regions()) {
      boolean further =
          region.tag.equals(ARTICLE) && region.firstBlock >= own.endBlock && hasTitle(region);
      region.dropped |= further || region.parent != null && region.parent.dropped;
    }
  }

  private boolean hasTitle(Region region) {
    return blocks.subList(region.firstBlock, region.endBlock).stream()
        .anyMatch(block -> block.level() == 1);
  }

  private static @Nullable Region articleAbove(Region region) {
    Region at = region.parent;
    while (at != null && !at.tag.equals(ARTICLE)) {
      at = at.parent;
    }
    return at;
  }

  /// Whether an article's text, and a heading that announces others, stand before a block.
  private boolean follows(@Nullable Region article, int block) {
    return article != null
        && sums.running(article.firstBlock, block) >= TextSums.LITTLE
        && isAnnounced(article, block);
  }

  private boolean isAnnounced(Region outer, int block) {
    for (int i = outer.firstBlock; i < block; i++) {
      if (!blocks.get(i).region().dropped && Boilerplate.endsArticle(blocks.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  private boolean isFurniture(Region region, boolean strict) {
    if (region.has(ClassWords.HIDDEN)) {
      return !isRevealed(region) || isNotice(region);
    }
    if (region.has(ClassWords.EMBED)) {
      return sums.share(region) < MOST && !isIntroduced(region);
    }
    if (region.has(ClassWords.COMMENTS | ClassWords.NEVER)) {
      return sums.share(region) < MOST_COMMENTS;
    }
    if (region.has(ClassWords.DROP) && strict || Tags.of(region.tag) == Tags.Role.FURNITURE) {
      return sums.share(region) < MOST;
    }
    boolean weak =
        region.has(ClassWords.WEAK_DROP) && !region.has(ClassWords.CONTENT | ClassWords.LEAD);
    return strict && weak && sums.share(region) < SOME && !isOwnText(region);
  }

  /// Whether a region is one paragraph of running text without a link.
  private boolean isOwnText(Region region) {
    return Tags.of(region.tag) == Tags.Role.PARAGRAPH
        && region.endBlock == region.firstBlock + 1
        && blocks.get(region.firstBlock).isRunning()
        && blocks.get(region.firstBlock).linkSize() == 0;
  }

  /// Whether the text before a region ends in a colon, as one does that quotes it.
  private boolean isIntroduced(Region region) {
    String before = region.firstBlock == 0 ? "" : blocks.get(region.firstBlock - 1).text();
    return before.endsWith(":") || before.endsWith("：");
  }

  /// Whether a region is for browsers without scripts and too short for an article.
  private boolean isNotice(Region region) {
    return region.tag.equals(PageWalk.NOSCRIPT) && sums.running(region) < TextSums.LITTLE;
  }

  /// A hidden region that holds most of the page's running text, or most of what stands in the
  /// element that markup calls the article's text, is shown by a script.
  private boolean isRevealed(Region region) {
    Region called = region.parent;
    while (called != null && !called.has(ClassWords.CONTENT)) {
      called = called.parent;
    }
    int least = called == null ? sums.running() : sums.running(called);
    double enough = MOST_HIDDEN * Math.max(1, least);
    return sums.running(region) >= enough
        || called != null && isHiddenPiecemeal(called) && hiddenSize(called) >= enough;
  }

  /// Whether a region hides its text paragraph by paragraph, as pages do that are read for money.
  private boolean isHiddenPiecemeal(Region called) {
    return hidden.computeIfAbsent(called, this::hiddenWithin).pieces >= MANY_PIECES;
  }

  private int hiddenSize(Region called) {
    return hidden.computeIfAbsent(called, this::hiddenWithin).size;
  }

  private Hidden hiddenWithin(Region called) {
    int sum = 0;
    int pieces = 0;
    int counted = called.firstBlock;
    for (Region region : page.regions()) {
      if (region.has(ClassWords.HIDDEN) && region.isWithin(called) && region.endBlock > counted) {
        int text = sums.running(Math.max(counted, region.firstBlock), region.endBlock);
        sum += text;
        pieces += text > 0 ? 1 : 0;
        counted = region.endBlock;
      }
    }
    return new Hidden(sum, pieces);
  }

  /// Whether a region of several blocks is nearly all links.
  private boolean isLinkList(Region region) {
    int count = region.endBlock - region.firstBlock;
    int total = sums.size(region);
    return count >= 3
        && region.depth > BODY_DEPTH
        && sums.linkSize(region) > Block.LINKED * total
        && sums.running(region) < 0.3 * total
        && sums.share(region) < 0.2;
  }

  /// Drops teasers: elements that hold a linked headline and little text, where there are three or
  /// more of a kind.
  private void dropTeasers() {
    IdentityHashMap<Region, List<Region>> byParent = new IdentityHashMap<>();
    for (Region region : page.regions()) {
      if (!region.dropped && isTeaser(region)) {
        byParent.computeIfAbsent(listOf(region), parent -> new ArrayList<>()).add(region);
      }
    }
    for (List<Region> teasers : byParent.values()) {
      if (teasers.size() >= FEWEST_TEASERS) {
        teasers.forEach(teaser -> teaser.dropped = true);
      }
    }
    for (Region region : page.regions()) {
      region.dropped |= region.parent != null && region.parent.dropped;
    }
  }

  /// The nearest element above that holds more blocks than a teaser does.
  private static Region listOf(Region teaser) {
    Region at = teaser;
    int own = teaser.endBlock - teaser.firstBlock;
    while (at.parent != null && at.endBlock - at.firstBlock == own) {
      at = at.parent;
    }
    return at;
  }

  private boolean isTeaser(Region region) {
    int count = region.endBlock - region.firstBlock;
    if (count < 2
        || count > 8
        || sums.size(region) > LONGEST_TEASER
        || Tags.of(region.tag) == Tags.Role.PARAGRAPH) {
      return false;
    }
    int linked = 0;
    int texts = 0;
    boolean titled = false;
    for (int i = region.firstBlock; i < region.endBlock; i++) {
      Block block = blocks.get(i);
      linked +=
          block.linkShare() > 0.9 && block.size() >= 15 && block.kind() != Paragraph.Kind.CAPTION
              ? 1
              : 0;
      texts += block.isRunning() ? 1 : 0;
      if (block.level() > 0) {
        titled = block.linkShare() < Block.LINKED;
      }
    }
    return linked >= 1 && texts <= 2 && !titled;
  }
}
