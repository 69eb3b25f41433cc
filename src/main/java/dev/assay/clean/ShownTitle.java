package dev.assay.clean;

import java.util.List;

/// Where a page shows its title.
final class ShownTitle {

  /// The text begins below a heading that has this share of the running text behind it.
  private static final double MUCH_BELOW = 0.3;

  private final List<Block> blocks;
  private final String title;
  private final TextSums sums;

  ShownTitle(List<Block> blocks, String title, TextSums sums) {
    this.blocks = blocks;
    this.title = title;
    this.sums = sums;
  }

  /// The first heading of the page that shows the title and is no link; -1 if none does.
  int heading() {
    for (int i = 0; i < blocks.size() && !title.isBlank(); i++) {
      Block block = blocks.get(i);
      if (block.isHeading()
          && (block.level() == 1 || block.linkShare() < Block.LINKED)
          && block.text().equalsIgnoreCase(title)) {
        return i;
      }
    }
    return -1;
  }

  /// The block before `end` that shows the title: its heading, or the last that is no link, or the
  /// page's only main heading; -1 if none does.
  int before(int end) {
    int heading = heading();
    if (heading >= 0 && heading < end) {
      return heading;
    }
    for (int i = end - 1; i >= 0 && !title.isBlank(); i--) {
      if (blocks.get(i).text().equalsIgnoreCase(title)) {
        return i;
      }
    }
    int main = mainHeading();
    return main < end ? main : -1;
  }

  /// The page's only heading of the first level; -1 if there are more, or none.
  private int mainHeading() {
    int found = -1;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).level() == 1) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  /// The first block of the region, or the one after the page's heading if that stands within it.
  int after(Region region) {
    int heading = heading();
    boolean within = heading >= region.firstBlock && heading < region.endBlock;
    int after = within ? sums.running(heading, region.endBlock) : 0;
    return within && after > MUCH_BELOW * sums.running(region) ? heading + 1 : region.firstBlock;
  }
}
