package dev.assay.clean;

import dev.assay.article.Paragraph;
import dev.assay.lexicon.Boilerplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chooses the blocks of a page that are its article.
///
/// First furniture is left out ([PageFurniture]), then the region is chosen whose blocks are worth
/// most together ([ArticleRegion]), then the blocks of it that are text ([ArticleBlocks]). All of
/// it is sums over prefixes ([TextSums]), so the work is linear in the page.
final class MainText {

  /// A reading that finds so many times the text of the strict one is taken in its place.
  private static final double MUCH_MORE = 2.5;

  /// Lines that are an article hold so much unlinked text together.
  private static final int FEWEST_IN_LINES = 250;

  /// The structured data gives a page's text if the page shows this share of it, and if this share
  /// of the running text chosen stands in it: what is cut short or is another text decides nothing.
  private static final double WHOLE = 0.85;

  private static final double MOST_HELD = 0.65;

  /// Pictures of a page that tells by them.
  private static final int FEWEST_CAPTIONS = 3;

  /// Lines that are an article begin so many blocks below the title at most.
  private static final int LINES_WITHIN = 12;

  private final Page page;
  private final List<Block> blocks;
  private final TextSums sums;
  private final ShownTitle title;
  private final Scraps scraps;
  private final PageFurniture furniture;

  private MainText(Page page, String title) {
    this.page = page;
    this.blocks = page.blocks();
    this.sums = new TextSums(blocks);
    this.title = new ShownTitle(blocks, title, sums);
    this.scraps = new Scraps(sums);
    this.furniture = new PageFurniture(page, sums);
  }

  /// The article's blocks in reading order; empty if there is no running text.
  ///
  /// @param body the article's text as the structured data gives it
  static List<Block> of(Page page, String title, @Nullable String body) {
    List<Block> chosen = of(page, title);
    return body == null || body.length() < TextSums.LITTLE
        ? chosen
        : agreed(page, chosen, StructuredBody.of(body));
  }

  /// The chosen blocks put right by the structured data, where that gives the whole of a text that
  /// the page shows: without what follows its end, and with what was left out.
  @SuppressWarnings("ReferenceEquality") // two blocks of one element may read the same
  private static List<Block> agreed(Page page, List<Block> chosen, StructuredBody body) {
    List<Block> held =
        page.blocks().stream()
            .filter(block -> block.isRunning() && !block.region().isOfOthers() && body.holds(block))
            .toList();
    Set<Block> both = Collections.newSetFromMap(new IdentityHashMap<>());
    both.addAll(held);
    int ours = chosen.stream().filter(both::contains).mapToInt(Block::size).sum();
    if (body.shown(held) < WHOLE * body.size() || ours < MOST_HELD * TextSums.runningOf(chosen)) {
      return chosen;
    }
    both.addAll(chosen);
    List<Block> agreed = new ArrayList<>();
    for (Block block : page.blocks()) {
      if (both.contains(block)) {
        agreed.add(block);
      }
      if (block == held.getLast()) {
        break;
      }
    }
    return agreed;
  }

  /// With little running text the page is read again with trust in nothing but its text.
  private static List<Block> of(Page page, String title) {
    if (page.blocks().isEmpty()) {
      return List.of();
    }
    MainText main = new MainText(page, title);
    List<Block> strict = main.chosen(true);
    if (TextSums.runningOf(strict) >= TextSums.LITTLE) {
      return strict;
    }
    List<Block> gallery = main.gallery(strict);
    if (TextSums.sizeOf(gallery) > 0) {
      return gallery;
    }
    List<Block> lines = main.lines();
    double more = MUCH_MORE * TextSums.runningOf(strict);
    if (TextSums.sizeOf(lines) > Math.max(FEWEST_IN_LINES, more)) {
      return lines;
    }
    List<Block> lenient = main.chosen(false);
    return TextSums.runningOf(lenient) > more + Block.SHORT ? lenient : strict;
  }

  private List<Block> chosen(boolean strict) {
    furniture.drop(strict);
    furniture.dropFurther(title.heading());
    return new ArticleBlocks(page, sums, title, scraps).of(new ArticleRegion(page).choose());
  }

  /// A text with what stands under its pictures, where that is most of what the page tells; empty
  /// if it is not.
  private List<Block> gallery(List<Block> chosen) {
    int heading = title.heading();
    List<Block> captions =
        blocks.subList(heading + 1, blocks.size()).stream()
            .filter(block -> block.kind() == Paragraph.Kind.CAPTION && block.size() >= Block.SHORT)
            .filter(block -> block.linkShare() < Block.LINKED)
            .filter(block -> !block.region().dropped && !block.region().isOfOthers())
            .toList();
    boolean most =
        heading >= 0
            && captions.size() >= FEWEST_CAPTIONS
            && TextSums.sizeOf(captions) > TextSums.sizeOf(chosen);
    Set<Block> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(most ? chosen : List.of());
    all.addAll(most ? captions : List.of());
    return blocks.stream().filter(all::contains).toList();
  }

  /// What stands below the title in an element that markup calls the article's text, where that is
  /// no running text but lines, as a calendar or a poem is.
  private List<Block> lines() {
    int heading = title.heading();
    List<Block> best = List.of();
    for (Region region : page.regions()) {
      boolean near = region.firstBlock <= heading + LINES_WITHIN && region.endBlock > heading;
      if (near && region.has(ClassWords.CONTENT) && !region.dropped && !region.isParagraphLike()) {
        List<Block> lines = linesOf(region, heading);
        best = TextSums.sizeOf(lines) > TextSums.sizeOf(best) ? lines : best;
      }
    }
    return best;
  }

  private List<Block> linesOf(Region region, int heading) {
    List<Block> lines = new ArrayList<>();
    for (int i = Math.max(heading + 1, region.firstBlock); i < region.endBlock; i++) {
      Block block = blocks.get(i);
      if (Boilerplate.endsArticle(block.text())) {
        break;
      }
      if (!block.region().dropped
          && block.linkShare() < Block.LINKED
          && scraps.isText(block, region)) {
        lines.add(block);
      }
    }
    return lines;
  }
}
