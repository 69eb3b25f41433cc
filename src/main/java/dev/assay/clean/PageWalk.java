package dev.assay.clean;

import dev.assay.article.Paragraph;
import dev.assay.clean.text.TableReader;
import dev.assay.clean.text.Tags;
import dev.assay.clean.text.VisibleText;
import dev.assay.lexicon.Boilerplate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// One pass over a parsed page, without recursion: cuts its text into [Block]s, builds the
/// [Region]s, and collects [Signals].
final class PageWalk {

  private static final int LONGEST_HEADING = 120;

  /// A link that says "next page" says little else.
  private static final int LONGEST_NEXT = 24;

  /// What a browser without scripts shows: hidden, but where it is the page's text.
  static final String NOSCRIPT = "noscript";

  private static final int LONGEST_CAPTION = 300;
  private static final Pattern NOTE_MARK = Pattern.compile("\\s*[\\[(]?\\d{1,3}[\\])]?\\s*");
  private static final String SENTENCE_ENDS = ".!?;,:。！？；，：”\"»’」』)）";
  private static final int MOST_BLOCKS = 60_000;
  private static final int MOST_TEXT = 6_000_000;

  private final List<Block> blocks = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final Deque<Region> open = new ArrayDeque<>();

  /// What the elements are that the walk is in, outermost last.
  private final Deque<Tags.Role> entered = new ArrayDeque<>();

  private final Signals signals = new Signals();
  private final SignalReader reader = new SignalReader(signals);
  private final ClassWords words = new ClassWords();
  private final Hiding hiding = new Hiding();
  private final TableReader tables = new TableReader();

  private final StringBuilder text = new StringBuilder();
  private int size;
  private int linkSize;
  private int boldSize;
  private int links;
  private int linkDepth;
  private int boldDepth;
  private int totalText;

  /// Whether a picture stands between the last block and what follows.
  private boolean pictureBefore;

  /// Whether the last block was ended by a single line break, so that what follows may belong to
  /// it.
  private boolean brokenByLine;

  private PageWalk() {}

  static Page walk(Document document) {
    PageWalk walk = new PageWalk();
    walk.run(document);
    return new Page(walk.blocks, walk.regions, walk.signals);
  }

  private void run(Document document) {
    Node node = document;
    while (true) {
      Node next = enter(node) ? node.firstChild() : null;
      if (next == null) {
        leave(node);
        next = node.nextSibling();
        while (next == null) {
          node = node.parent();
          if (node == null || node.equals(document)) {
            flush();
            return;
          }
          leave(node);
          next = node.nextSibling();
        }
      }
      node = next;
      if (blocks.size() >= MOST_BLOCKS || totalText >= MOST_TEXT) {
        finish();
        return;
      }
    }
  }

  private void finish() {
    flush();
    while (!open.isEmpty()) {
      open.pop().endBlock = blocks.size();
    }
  }

  /// Whether the walk goes into the node's children.
  private boolean enter(Node node) {
    if (node instanceof TextNode textNode) {
      append(textNode);
      return false;
    }
    if (!(node instanceof Element element)) {
      return false;
    }
    String name = element.normalName();
    Tags.Role role = Tags.of(name);
    entered.push(role);
    return switch (role) {
      case SKIP -> enterSkipped(element, name);
      case META -> {
        reader.readHead(element, name);
        yield false;
      }
      case BREAK -> {
        lineBreak();
        yield false;
      }
      case RULE -> {
        flush();
        yield false;
      }
      case LINK -> {
        linkDepth += leadsAway(element) ? 1 : 0;
        links += leadsAway(element) ? 1 : 0;
        reader.read(element, words.marks(element, role), blocks.size());
        readNext(element);
        yield true;
      }
      case BOLD -> {
        boldDepth++;
        yield true;
      }
      case INLINE -> enterInline(element);
      case TABLE -> enterTable(element, name);
      case FURNITURE, BLOCK, PARAGRAPH, HEADING, ITEM, QUOTE, CAPTION, ROW, CELL ->
          enterBlock(element, name, role);
    };
  }

  private void leave(Node node) {
    if (!(node instanceof Element element) || entered.isEmpty()) {
      return;
    }
    switch (entered.pop()) {
      case LINK -> linkDepth -= leadsAway(element) ? 1 : 0;
      case BOLD -> boldDepth--;
      case FURNITURE, BLOCK, PARAGRAPH, HEADING, ITEM, QUOTE, CAPTION, TABLE, ROW, CELL ->
          leaveBlock();
      case SKIP, META, BREAK, RULE, INLINE -> {}
    }
  }

  private void readNext(Element link) {
    boolean named = link.attr("rel").equalsIgnoreCase("next");
    if (!named
        && link.childNodeSize() == 1
        && link.firstChild() instanceof TextNode only
        && only.getWholeText().length() <= LONGEST_NEXT) {
      named = Boilerplate.leadsOn(VisibleText.of(only.getWholeText()));
    }
    if (named) {
      signals.addNext(link.attr("href"));
    }
  }

  /// Whether a link in a heading leads anywhere but to a place on the page, such as the heading.
  private boolean leadsAway(Element link) {
    Region region = open.peek();
    boolean heading = region != null && Tags.of(region.tag) == Tags.Role.HEADING;
    return !heading || !link.attr("href").isEmpty() && !link.attr("href").startsWith("#");
  }

  private boolean enterSkipped(Element element, String name) {
    if (name.equals("style") && !isWithoutScripts(element)) {
      hiding.addSheet(data(element));
    }
    if (name.equals("script")
        && element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      signals.addJsonLd(data(element));
    }
    return name.equals("head");
  }

  /// What a script or style sheet holds; jsoup keeps it in one node, which needs no copy.
  private static String data(Element element) {
    return element.childNodeSize() == 1 && element.firstChild() instanceof DataNode only
        ? only.getWholeData()
        : element.data();
  }

  private static boolean isWithoutScripts(Element style) {
    return style.parent() != null && style.parent().normalName().equals(NOSCRIPT);
  }

  /// Whether raised digits are the mark of a note, which would make another number of the one
  /// before: they stand behind the end of a sentence, or lead to the note. Those of m² do neither.
  private boolean isNoteMark(Element element) {
    if (!element.normalName().equals("sup") || !NOTE_MARK.matcher(element.text()).matches()) {
      return false;
    }
    int end = text.length() - 1;
    return end >= 0 && SENTENCE_ENDS.indexOf(text.charAt(end)) >= 0
        || element.selectFirst("a[href^=#]") != null;
  }

  private boolean enterInline(Element element) {
    if (isNoteMark(element)) {
      return false;
    }
    if (element.attributesSize() == 0) {
      return true;
    }
    if (element.normalName().equals("img")) {
      pictureBefore = true;
      return false;
    }
    if (hiding.isHidden(element.attributes())) {
      return false;
    }
    int marks = words.marks(element, Tags.Role.INLINE);
    reader.read(element, marks, blocks.size());
    if ((marks & ClassWords.HIDDEN) != 0) {
      return false;
    }
    return true;
  }

  private boolean enterTable(Element table, String name) {
    List<List<String>> rows = tables.read(table);
    if (rows.isEmpty()) {
      return enterBlock(table, name, Tags.Role.TABLE);
    }
    enterBlock(table, name, Tags.Role.TABLE);
    if (!tables.caption().isBlank()) {
      String caption = tables.caption();
      add(Paragraph.Kind.CAPTION, 0, caption, VisibleText.size(caption), 0, 0, 0);
    }
    String cells = TableReader.text(rows);
    if (!cells.isBlank()) {
      add(
          Paragraph.Kind.TABLE,
          0,
          cells,
          VisibleText.size(cells),
          tables.links(),
          tables.linkSize(),
          0);
    }
    return false;
  }

  private boolean enterBlock(Element element, String name, Tags.Role role) {
    flush();
    int marks = words.marks(element, role);
    if (name.equals(NOSCRIPT) || hiding.isHidden(element.attributes())) {
      marks |= ClassWords.HIDDEN;
    }
    if (name.equals("html")) {
      signals.language(element.attr("lang"));
    }
    if (name.equals("html") || name.equals("body")) {
      marks = 0;
    }
    Region parent = open.peek();
    Region region = new Region(parent, name, marks, blocks.size());
    regions.add(region);
    open.push(region);
    reader.read(element, marks, blocks.size());
    return true;
  }

  private void leaveBlock() {
    flush();
    if (!open.isEmpty()) {
      open.pop().endBlock = blocks.size();
    }
  }

  private void append(TextNode node) {
    int added = VisibleText.append(node.getWholeText(), text);
    size += added;
    if (linkDepth > 0) {
      linkSize += added;
    }
    if (boldDepth > 0) {
      boldSize += added;
    }
  }

  private void lineBreak() {
    boolean had = hasText();
    flush();
    brokenByLine = had;
  }

  private boolean hasText() {
    return text.length() > 1 || text.length() == 1 && text.charAt(0) != ' ';
  }

  private void flush() {
    if (hasText()) {
      Region region = open.peek();
      String said = text.toString().strip();
      if (region != null && !continuesLast(region, said)) {
        add(kind(region), headingLevel(region), said, size, links, linkSize, boldSize);
      }
      brokenByLine = false;
    } else {
      brokenByLine = false;
    }
    text.setLength(0);
    size = 0;
    linkSize = 0;
    boldSize = 0;
    links = 0;
  }

  /// Joins a line to the one before, if only a line break parts them and the sentence goes on.
  private boolean continuesLast(Region region, String said) {
    if (!brokenByLine || blocks.isEmpty()) {
      return false;
    }
    Block last = blocks.getLast();
    if (last.region() != region || last.endsSentence() || !Character.isLowerCase(said.charAt(0))) {
      return false;
    }
    blocks.removeLast();
    add(
        last.kind(),
        last.level(),
        last.text() + " " + said,
        last.size() + size + 1,
        last.links() + links,
        last.linkSize() + linkSize,
        last.boldSize() + boldSize);
    return true;
  }

  private void add(
      Paragraph.Kind kind,
      int level,
      String said,
      int size,
      int links,
      int linkSize,
      int boldSize) {
    Region region = open.peek();
    if (region != null) {
      boolean heading = kind == Paragraph.Kind.TEXT && isBoldLine(said, size, linkSize, boldSize);
      blocks.add(
          new Block(
              region,
              heading ? Paragraph.Kind.HEADING : pictured(kind, said, size),
              level,
              said,
              size,
              links,
              Math.min(linkSize, size),
              Math.min(boldSize, size)));
      totalText += said.length();
    }
  }

  /// Whether a line stands wholly in bold type and is no sentence.
  private static boolean isBoldLine(String said, int size, int linkSize, int boldSize) {
    return boldSize >= size - 1
        && size > 3
        && size <= LONGEST_HEADING
        && linkSize == 0
        && ".!?。！？：:，,；;".indexOf(said.charAt(said.length() - 1)) < 0;
  }

  /// A short text after a picture that credits one is its caption.
  private Paragraph.Kind pictured(Paragraph.Kind kind, String said, int size) {
    boolean caption =
        pictureBefore
            && kind == Paragraph.Kind.TEXT
            && size < LONGEST_CAPTION
            && Boilerplate.creditsPicture(said);
    pictureBefore = false;
    return caption ? Paragraph.Kind.CAPTION : kind;
  }

  private static Paragraph.Kind kind(Region region) {
    Region at = region;
    for (int i = 0; at != null && i < 5; i++) {
      Paragraph.Kind kind = ownKind(at);
      if (kind != null) {
        return kind;
      }
      at = at.parent;
    }
    return Paragraph.Kind.TEXT;
  }

  private static Paragraph.@Nullable Kind ownKind(Region region) {
    if (region.has(ClassWords.CAPTION)) {
      return Paragraph.Kind.CAPTION;
    }
    return switch (Tags.of(region.tag)) {
      case HEADING -> Paragraph.Kind.HEADING;
      case ITEM -> Paragraph.Kind.LIST;
      case QUOTE -> Paragraph.Kind.QUOTE;
      case CAPTION -> Paragraph.Kind.CAPTION;
      case BLOCK -> region.tag.equals("figure") ? Paragraph.Kind.CAPTION : null;
      case SKIP, FURNITURE, PARAGRAPH, TABLE, ROW, CELL, BREAK, RULE, LINK, BOLD, META, INLINE ->
          null;
    };
  }

  private static int headingLevel(Region region) {
    Region at = region;
    for (int i = 0; at != null && i < 5; i++) {
      if (Tags.of(at.tag) == Tags.Role.HEADING) {
        return at.tag.charAt(1) - '0';
      }
      at = at.parent;
    }
    return 0;
  }
}
