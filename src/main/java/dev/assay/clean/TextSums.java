package dev.assay.clean;

import java.util.List;

/// How much text stands in the elements of a page: sums over prefixes of its blocks, so that each
/// question costs the same whatever is asked about. Sizes are those of [Block].
final class TextSums {

  /// With less running text than this, a page has hardly an article.
  static final int LITTLE = 500;

  private final int[] running;
  private final int[] size;
  private final int[] linkSize;

  TextSums(List<Block> blocks) {
    this.running = new int[blocks.size() + 1];
    this.size = new int[blocks.size() + 1];
    this.linkSize = new int[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      running[i + 1] = running[i] + (block.isRunning() ? block.size() : 0);
      size[i + 1] = size[i] + block.size();
      linkSize[i + 1] = linkSize[i] + block.linkSize();
    }
  }

  static int sizeOf(List<Block> blocks) {
    return blocks.stream().mapToInt(Block::size).sum();
  }

  /// Size of the running text among `blocks`.
  static int runningOf(List<Block> blocks) {
    return blocks.stream().filter(Block::isRunning).mapToInt(Block::size).sum();
  }

  /// Running text of the whole page.
  int running() {
    return running[running.length - 1];
  }

  /// Running text in the blocks `[from, to)`.
  int running(int from, int to) {
    return running[to] - running[from];
  }

  int running(Region region) {
    return running(region.firstBlock, region.endBlock);
  }

  int size(Region region) {
    return size[region.endBlock] - size[region.firstBlock];
  }

  int linkSize(Region region) {
    return linkSize[region.endBlock] - linkSize[region.firstBlock];
  }

  /// The share of the page's running text that stands in `region`, 0 to 1.
  double share(Region region) {
    return (double) running(region) / Math.max(1, running());
  }
}
