package dev.assay.clean;

import dev.assay.article.Paragraph;
import dev.assay.lexicon.Boilerplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

  /// The same for a region that is marked by a word of several meanings.
  private static final double SOME = 0.2;

  private static final double MOST_HIDDEN = 0.6;
  private static final int MANY_PIECES = 4;
  private static final double MOST_COMMENTS = 0.9;

  /// The child that holds this share of its parent's worth is the article in its parent's place.
  private static final double NEARLY_ALL = 0.9;

  /// A region that markup calls the article's text is believed if it holds this share of the worth.
  private static final double CALLED = 0.55;

  /// No block counts for more, so that one long comment is no article.
  private static final double MOST_WORTH = 1500;

  private static final double GATHERED = 0.8;
  private static final int LONGEST_BYLINE = 120;

  /// With less running text than this, the page is read again with trust in nothing but its text.
  private static final int LITTLE = 500;

  private static final double MUCH_MORE = 2.5;

  /// Lines that are an article hold so much unlinked text together.
  private static final int FEWEST_IN_LINES = 250;

  /// The structured data gives a page's text if the page shows this share of it, and if this share
  /// of the running text chosen stands in it: what is cut short or is another text decides nothing.
  private static final double WHOLE = 0.85;

  private static final double MOST_HELD = 0.65;

  /// A heading as long as this is a sentence.
  private static final int LONG_HEADING = 60;

  private static final int LEAD_WITHIN = 30;
  private static final int LINES_WITHIN = 12;
  private static final int MOST_LEADS = 3;

  /// Each box that a text may go on after costs a pass over the page.
  private static final int MOST_BOXES = 20;

  /// A short text that a page shows so often is a label.
  private static final int OFTEN = 3;

  private final Page page;
  private final String title;
  private final List<Block> blocks;
  private final int[] running;
  private final int[] size;
  private final int[] linkSize;
  private final double[] worth;

  private MainText(Page page, String title) {
    this.page = page;
    this.title = title;
    this.blocks = page.blocks();
    this.running = new int[blocks.size() + 1];
    this.size = new int[blocks.size() + 1];
    this.linkSize = new int[blocks.size() + 1];
    this.worth = new double[blocks.size() + 1];
  }

  /// The article's blocks in reading order; empty if there is no running text.
  ///
  /// @param body the article's text as the structured data gives it
  static List<Block> of(Page page, String title, @Nullable String body) {
    List<Block> chosen = of(page, title);
    return body == null || body.length() < LITTLE
        ? chosen
        : agreed(page, chosen, StructuredBody.of(body));
  }

  /// The chosen blocks put right by the structured data, where that gives the whole of a text that
  /// the page shows: without what follows its end, and with what was left out.
  @SuppressWarnings("ReferenceEquality") // two blocks of one element may read the same
  private static List<Block> agreed(Page page, List<Block> chosen, StructuredBody body) {
    List<Block> held =
        page.blocks().stream()
            .filter(block -> isRunning(block) && !isOfOthers(block.region()) && body.holds(block))
            .toList();
    Set<Block> both = Collections.newSetFromMap(new IdentityHashMap<>());
    both.addAll(held);
    int ours = chosen.stream().filter(both::contains).mapToInt(Block::size).sum();
    if (body.shown(held) < WHOLE * body.size() || ours < MOST_HELD * running(chosen)) {
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

  private static boolean isOfOthers(Region region) {
    for (Region at = region; at != null; at = at.parent) {
      if (at.has(ClassWords.HIDDEN | ClassWords.COMMENTS | ClassWords.NEVER)) {
        return true;
      }
    }
    return false;
  }

  private static List<Block> of(Page page, String title) {
    MainText main = new MainText(page, title);
    if (main.blocks.isEmpty()) {
      return List.of();
    }
    main.count();
    List<Block> strict = main.chosen(true);
    if (running(strict) >= LITTLE) {
      return strict;
    }
    List<Block> lines = main.lines();
    if (sizeOf(lines) > Math.max(FEWEST_IN_LINES, MUCH_MORE * running(strict))) {
      return lines;
    }
    List<Block> lenient = main.chosen(false);
    return running(lenient) > MUCH_MORE * running(strict) + SHORT ? lenient : strict;
  }

  private List<Block> chosen(boolean strict) {
    dropFurniture(strict);
    weigh();
    return trim(choose());
  }

  /// What stands below the title in an element that markup calls the article's text, where that is
  /// no running text but lines, as a calendar or a poem is.
  private List<Block> lines() {
    int heading = titleHeading();
    List<Block> best = List.of();
    for (Region region : page.regions()) {
      boolean near = region.firstBlock <= heading + LINES_WITHIN && region.endBlock > heading;
      if (near && region.has(ClassWords.CONTENT) && !region.dropped && !isParagraphLike(region)) {
        List<Block> lines = linesOf(region, heading);
        best = sizeOf(lines) > sizeOf(best) ? lines : best;
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
      if (!block.region().dropped && block.linkShare() < LINKED && isText(block, region)) {
        lines.add(block);
      }
    }
    return lines;
  }

  private static int sizeOf(List<Block> blocks) {
    return blocks.stream().mapToInt(Block::size).sum();
  }

  private static int running(List<Block> blocks) {
    return blocks.stream().filter(MainText::isRunning).mapToInt(Block::size).sum();
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

  private void dropFurniture(boolean strict) {
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
        && running[block] - running[article.firstBlock] >= LITTLE
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

  private static final String ARTICLE = "article";

  private boolean isFurniture(Region region, boolean strict) {
    if (region.has(ClassWords.HIDDEN)) {
      return !isRevealed(region) || isNotice(region);
    }
    if (region.has(ClassWords.EMBED)) {
      return share(region) < MOST && !isIntroduced(region);
    }
    if (region.has(ClassWords.COMMENTS | ClassWords.NEVER)) {
      return share(region) < MOST_COMMENTS;
    }
    if (region.has(ClassWords.DROP) && strict || Tags.of(region.tag) == Tags.Role.FURNITURE) {
      return share(region) < MOST;
    }
    boolean weak =
        region.has(ClassWords.WEAK_DROP) && !region.has(ClassWords.CONTENT | ClassWords.LEAD);
    return strict && weak && share(region) < SOME && !isOwnText(region);
  }

  /// Whether a region is one paragraph of running text without a link.
  private boolean isOwnText(Region region) {
    return Tags.of(region.tag) == Tags.Role.PARAGRAPH
        && region.endBlock == region.firstBlock + 1
        && isRunning(blocks.get(region.firstBlock))
        && blocks.get(region.firstBlock).linkSize() == 0;
  }

  /// Whether the text before a region ends in a colon, as one does that quotes it.
  private boolean isIntroduced(Region region) {
    String before = region.firstBlock == 0 ? "" : blocks.get(region.firstBlock - 1).text();
    return before.endsWith(":") || before.endsWith("：");
  }

  /// Whether a region is for browsers without scripts and too short for an article.
  private boolean isNotice(Region region) {
    return region.tag.equals(PageWalk.NOSCRIPT) && within(running, region) < LITTLE;
  }

  /// A hidden region that holds most of the page's running text, or most of what stands in the
  /// element that markup calls the article's text, is shown by a script.
  private boolean isRevealed(Region region) {
    Region called = region.parent;
    while (called != null && !called.has(ClassWords.CONTENT)) {
      called = called.parent;
    }
    int least = called == null ? running[blocks.size()] : within(running, called);
    double enough = MOST_HIDDEN * Math.max(1, least);
    return within(running, region) >= enough
        || called != null && isHiddenPiecemeal(called) && hiddenSize(called) >= enough;
  }

  /// Running text in hidden regions within one region, and in how many of them.
  private record Hidden(int size, int pieces) {}

  private final IdentityHashMap<Region, Hidden> hidden = new IdentityHashMap<>();

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
        int text = running[region.endBlock] - running[Math.max(counted, region.firstBlock)];
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
    int total = within(size, region);
    return count >= 3
        && region.depth > BODY_DEPTH
        && within(linkSize, region) > LINKED * total
        && within(running, region) < 0.3 * total
        && share(region) < 0.2;
  }

  private static final int BODY_DEPTH = 1;
  private static final int LONGEST_TEASER = 900;
  private static final int FEWEST_TEASERS = 3;

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
        || within(size, region) > LONGEST_TEASER
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
      texts += isRunning(block) ? 1 : 0;
      if (block.level() > 0) {
        titled = block.linkShare() < LINKED;
      }
    }
    return linked >= 1 && texts <= 2 && !titled;
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
          && !isParagraphLike(region)
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
    Map<String, Integer> times = times(region);
    Set<Region> core = core(blocks.subList(region.firstBlock, region.endBlock), region);
    Set<String> seen = new HashSet<>();
    int boxes = 0;
    for (int i = afterTitle(region); i < region.endBlock; i++) {
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
          block.size() >= LONG
              ? !seen.add(block.text())
              : times.getOrDefault(block.text(), 0) >= OFTEN
                  && !core.contains(container(block, region));
      if (!block.region().dropped && !repeated && isText(block, region)) {
        kept.add(block);
      }
    }
    return withLead(trimEnds(kept, region), region);
  }

  /// Adds what stands between the title and the article's text and is running text: the lead.
  private List<Block> withLead(List<Block> kept, Region region) {
    int from = titleBlock(region.firstBlock);
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
          && isText(block, page.regions().getFirst())
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
  private List<Block> listsBefore(Region region, int title) {
    List<Block> lists = new ArrayList<>();
    int from = Math.max(title + 1, region.firstBlock - LISTS_WITHIN);
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
        && isText(block, page.regions().getFirst());
  }

  private static final int LISTS_WITHIN = 80;
  private static final int FEWEST_ITEMS = 3;

  private static boolean isLead(Block block) {
    if (block.region().dropped
        || block.linkShare() > 0.3
        || block.kind() == Paragraph.Kind.CAPTION) {
      return false;
    }
    boolean called =
        block.region().has(ClassWords.LEAD)
            || block.region().parent != null && block.region().parent.has(ClassWords.LEAD);
    return isRunning(block) || block.size() >= LONG_HEADING && (called || block.endsSentence());
  }

  /// The block before `end` that shows the title: its heading, or the last that is no link, or the
  /// page's only main heading; -1 if none does.
  private int titleBlock(int end) {
    int heading = titleHeading();
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
  private int afterTitle(Region region) {
    int heading = titleHeading();
    boolean within = heading >= region.firstBlock && heading < region.endBlock;
    int after = within ? running[region.endBlock] - running[heading] : 0;
    return within && after > 0.3 * within(running, region) ? heading + 1 : region.firstBlock;
  }

  /// The first heading of the page that shows the title and is no link; -1 if none does.
  private int titleHeading() {
    for (int i = 0; i < blocks.size() && !title.isBlank(); i++) {
      Block block = blocks.get(i);
      if (block.isHeading()
          && (block.level() == 1 || block.linkShare() < LINKED)
          && block.text().equalsIgnoreCase(title)) {
        return i;
      }
    }
    return -1;
  }

  /// How often each short text that is no list item stands in a region.
  private Map<String, Integer> times(Region region) {
    Map<String, Integer> times = new HashMap<>();
    for (int i = region.firstBlock; i < region.endBlock; i++) {
      Block block = blocks.get(i);
      if (block.size() < LONG && block.kind() != Paragraph.Kind.LIST) {
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
      if (running[heading] - running[at.firstBlock] > 0) {
        break;
      }
      box = isParagraphLike(at) ? box : at;
    }
    return box == null ? heading : box.endBlock;
  }

  /// Whether text goes on after a box in an element that holds text before it.
  private boolean goesOnAfter(Region main, int box, int boxEnd) {
    Set<Region> before = new HashSet<>();
    for (int i = main.firstBlock; i < box; i++) {
      if (isRunning(blocks.get(i)) && !blocks.get(i).region().dropped) {
        before.add(container(blocks.get(i), main));
      }
    }
    for (int i = boxEnd; i < main.endBlock; i++) {
      if (isRunning(blocks.get(i)) && before.contains(container(blocks.get(i), main))) {
        return true;
      }
    }
    return false;
  }

  private boolean endsHere(Region region, int block) {
    int before = running[block] - running[region.firstBlock];
    int after = running[region.endBlock] - running[block];
    return after < before / 2 + SHORT;
  }

  private boolean isText(Block block, Region main) {
    if (Boilerplate.isPhrase(block.text())
        || isMarkup(block.text())
        || isTimeOfDay(block.text())
        || isByline(block, main)
        || block.kind() == Paragraph.Kind.CAPTION
            && !block.region().tag.equals("table")
            && block.size() < SHORT
            && !block.endsSentence()
            && !Boilerplate.namesFigure(block.text())) {
      return false;
    }
    return block.linkShare() <= LINK || block.size() > 2 * LONG && block.endsSentence();
  }

  /// Whether a text is nothing but a time, as above a post of a live blog.
  private static boolean isTimeOfDay(String text) {
    return text.length() <= LONGEST_TIME
        && Character.isDigit(text.charAt(0))
        && TIME_OF_DAY.matcher(text).matches();
  }

  private static final int LONGEST_TIME = 16;

  private static final Pattern TIME_OF_DAY =
      Pattern.compile(
          "\\d{1,2}[:.h：]\\d{2}(:\\d{2})?( ?([ap]\\.?m\\.?|uhr|h))?( [a-z]{2,4})?",
          Pattern.CASE_INSENSITIVE);

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
          && within(running, at) < LITTLE) {
        return true;
      }
      at = at.parent;
    }
    return false;
  }

  /// Cuts before the first and after the last block that is running text or stands among it.
  private static List<Block> trimEnds(List<Block> kept, Region main) {
    Set<Region> core = core(kept, main);
    int within =
        kept.stream()
            .filter(block -> isRunning(block) && core.contains(container(block, main)))
            .mapToInt(Block::size)
            .sum();
    boolean gathered = within > GATHERED * running(kept);
    int last = kept.size();
    while (last > 0
        && !(isCore(kept.get(last - 1), core, main)
            && (!gathered
                || kept.get(last - 1).size() >= LONG
                || core.contains(container(kept.get(last - 1), main))))) {
      last--;
    }
    while (last > 0 && kept.get(last - 1).isHeading()) {
      last--;
    }
    int first = 0;
    while (first < last && !isCore(kept.get(first), core, main)) {
      first++;
    }
    while (first > 0 && isHeadingOf(kept.get(first - 1), kept.get(first), main)) {
      first--;
    }
    return last == 0 ? kept : kept.subList(first, last);
  }

  /// Whether a heading stands right above a text in one element with it.
  private static boolean isHeadingOf(Block heading, Block text, Region main) {
    Region shared = container(text, main);
    return heading.level() > 1
        && heading.linkSize() == 0
        && shared != main
        && container(heading, main) == shared;
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
