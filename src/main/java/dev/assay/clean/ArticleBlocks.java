package dev.assay.clean;

import dev.assay.article.Paragraph;
import dev.assay.lexicon.Boilerplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes from the article's region the blocks that are its text: without scraps and repeated
/// labels, without what follows a heading that ends articles, and without what stands before the
/// first and after the last block that shares an element with running text; with the lead above.
final class ArticleBlocks {

  private static final double GATHERED = 0.8;

  /// A heading as long as this is a sentence.
  private static final int LONG_HEADING = 60;

  private static final int LEAD_WITHIN = 30;

  private static final int MOST_LEADS = 3;

  private static final int LISTS_WITHIN = 80;

  private static final int FEWEST_ITEMS = 3;

  /// Each box that a text may go on after costs a pass over the page.
  private static final int MOST_BOXES = 20;

  /// A short text that a page shows so often is a label.
  private static final int OFTEN = 3;

  private final Page page;
  private final List<Block> blocks;
  private final TextSums sums;
  private final ShownTitle title;
  private final Scraps scraps;

  ArticleBlocks(Page page, TextSums sums, ShownTitle title, Scraps scraps) {
    this.page = page;
    this.blocks = page.blocks();
    this.sums = sums;
    this.title = title;
    this.scraps = scraps;
  }

  /// The blocks of `region` that are the article, with its lead.
  List<Block> of(Region region) {
    List<Block> kept = new ArrayList<>();
    Map<String, Integer> times = times(region);
    Set<Region> core = core(blocks.subList(region.firstBlock, region.endBlock), region);
    Set<String> seen = new HashSet<>();
    int boxes = 0;
    for (int i = title.after(region); i < region.endBlock; i++) {
      Block block = blocks.get(i);
      if (Boilerplate.endsArticle(block.text())) {
        int boxEnd = boxEnd(region, i);
        if (boxEnd > i && boxes++ < MOST_BOXES && goesOnAfter(region, i, boxEnd)) {
          i = boxEnd - 1;
          continue;
        }
        if (endsHere(region, i)) {
          break;
        }
      }
      boolean repeated =
          block.size() >= Block.LONG
              ? !seen.add(block.text())
              : times.getOrDefault(block.text(), 0) >= OFTEN
                  && !core.contains(block.container(region));
      if (!block.region().dropped && !repeated && scraps.isText(block, region)) {
        kept.add(block);
      }
    }
    return withLead(trimEnds(kept, region), region);
  }

  /// Adds what stands between the title and the article's text and is running text: the lead.
  private List<Block> withLead(List<Block> kept, Region region) {
    int from = title.before(region.firstBlock);
    if (from < 0 || kept.isEmpty()) {
      return kept;
    }
    List<Block> whole = new ArrayList<>();
    for (int i = Math.max(from + 1, region.firstBlock - LEAD_WITHIN); i < region.firstBlock; i++) {
      Block block = blocks.get(i);
      boolean again =
          whole.stream().anyMatch(other -> other.text().equals(block.text()))
              || kept.getFirst().text().startsWith(block.text());
      if (!again
          && isLead(block)
          && scraps.isText(block, page.regions().getFirst())
          && whole.size() < MOST_LEADS) {
        whole.add(block);
      }
    }
    whole.addAll(listsBefore(region, from));
    whole.addAll(kept);
    return whole;
  }

  /// Lists under headings of their own between the title and the text, such as the ingredients of a
  /// recipe.
  private List<Block> listsBefore(Region region, int titleAt) {
    List<Block> lists = new ArrayList<>();
    int from = Math.max(titleAt + 1, region.firstBlock - LISTS_WITHIN);
    for (int i = from; i < region.firstBlock; i++) {
      Block heading = blocks.get(i);
      int end = i + 1;
      List<Block> list = new ArrayList<>(List.of(heading));
      while (end < region.firstBlock
          && (blocks.get(end).region().dropped || isPlainItem(blocks.get(end)))) {
        if (!blocks.get(end).region().dropped) {
          list.add(blocks.get(end));
        }
        end++;
      }
      boolean titled = heading.level() > 1 && heading.linkSize() == 0 && !heading.region().dropped;
      if (titled && list.size() > FEWEST_ITEMS && !Boilerplate.endsArticle(heading.text())) {
        lists.addAll(list);
        i = end - 1;
      }
    }
    return lists;
  }

  private boolean isPlainItem(Block block) {
    return block.kind() == Paragraph.Kind.LIST
        && block.linkSize() == 0
        && !block.region().dropped
        && scraps.isText(block, page.regions().getFirst());
  }

  private static boolean isLead(Block block) {
    if (block.region().dropped
        || block.linkShare() > 0.3
        || block.kind() == Paragraph.Kind.CAPTION) {
      return false;
    }
    boolean called =
        block.region().has(ClassWords.LEAD)
            || block.region().parent != null && block.region().parent.has(ClassWords.LEAD);
    return block.isRunning() || block.size() >= LONG_HEADING && (called || block.endsSentence());
  }

  /// How often each short text that is no list item stands in a region.
  private Map<String, Integer> times(Region region) {
    Map<String, Integer> times = new HashMap<>();
    for (int i = region.firstBlock; i < region.endBlock; i++) {
      Block block = blocks.get(i);
      if (block.size() < Block.LONG && block.kind() != Paragraph.Kind.LIST) {
        times.merge(block.text(), 1, Integer::sum);
      }
    }
    return times;
  }

  /// The end of the box that a heading opens: of the highest element above it that holds no running
  /// text before it. The heading's own place, if it stands among the text.
  private int boxEnd(Region main, int heading) {
    Region box = null;
    for (Region at = blocks.get(heading).region(); at != null && at != main; at = at.parent) {
      if (sums.running(at.firstBlock, heading) > 0) {
        break;
      }
      box = at.isParagraphLike() ? box : at;
    }
    return box == null ? heading : box.endBlock;
  }

  /// Whether text goes on after a box in an element that holds text before it.
  private boolean goesOnAfter(Region main, int box, int boxEnd) {
    Set<Region> before = new HashSet<>();
    for (int i = main.firstBlock; i < box; i++) {
      if (blocks.get(i).isRunning() && !blocks.get(i).region().dropped) {
        before.add(blocks.get(i).container(main));
      }
    }
    for (int i = boxEnd; i < main.endBlock; i++) {
      if (blocks.get(i).isRunning() && before.contains(blocks.get(i).container(main))) {
        return true;
      }
    }
    return false;
  }

  private boolean endsHere(Region region, int block) {
    int before = sums.running(region.firstBlock, block);
    int after = sums.running(block, region.endBlock);
    return after < before / 2 + Block.SHORT;
  }

  /// Cuts before the first and after the last block that is running text or stands among it, as a
  /// short sentence beside the only running text of an element does.
  private static List<Block> trimEnds(List<Block> kept, Region main) {
    Set<Region> core = core(kept, main);
    int within =
        kept.stream()
            .filter(block -> block.isRunning() && core.contains(block.container(main)))
            .mapToInt(Block::size)
            .sum();
    boolean gathered = within > GATHERED * TextSums.runningOf(kept);
    int last = kept.size();
    Set<Region> telling = core.isEmpty() ? telling(kept, main) : core;
    while (last > 0
        && !(isCore(kept.get(last - 1), core, main)
            && (!gathered
                || kept.get(last - 1).size() >= Block.LONG
                || core.contains(kept.get(last - 1).container(main))))
        && !isBeside(kept.get(last - 1), telling, main)) {
      last--;
    }
    while (last > 0 && kept.get(last - 1).isHeading()) {
      last--;
    }
    int first = 0;
    while (first < last
        && !isCore(kept.get(first), core, main)
        && !isBeside(kept.get(first), telling, main)) {
      first++;
    }
    while (first > 0 && isHeadingOf(kept.get(first - 1), kept.get(first), main)) {
      first--;
    }
    return last == 0 ? kept : kept.subList(first, last);
  }

  /// Whether a heading stands right above a text in one element with it.
  private static boolean isHeadingOf(Block heading, Block text, Region main) {
    Region shared = text.container(main);
    return heading.level() > 1
        && heading.linkSize() == 0
        && shared != main
        && heading.container(main) == shared;
  }

  private static boolean isCore(Block block, Set<Region> core, Region main) {
    return block.isRunning() || core.contains(block.container(main));
  }

  /// Whether a block is a sentence in one of the elements that hold running text.
  private static boolean isBeside(Block block, Set<Region> telling, Region main) {
    return block.kind() == Paragraph.Kind.TEXT
        && block.linkSize() == 0
        && block.endsSentence()
        && telling.contains(block.container(main));
  }

  /// The elements that hold running text.
  private static Set<Region> telling(List<Block> kept, Region main) {
    return kept.stream()
        .filter(Block::isRunning)
        .map(block -> block.container(main))
        .collect(Collectors.toSet());
  }

  /// The elements that hold two or more blocks of running text.
  private static Set<Region> core(List<Block> kept, Region main) {
    Set<Region> once = new HashSet<>();
    Set<Region> core = new HashSet<>();
    for (Block block : kept) {
      if (block.isRunning() && !once.add(block.container(main))) {
        core.add(block.container(main));
      }
    }
    return core;
  }
}
