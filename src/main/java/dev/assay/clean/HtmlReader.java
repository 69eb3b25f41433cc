package dev.assay.clean;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.CanonicalAddress;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.article.RawDocument;
import dev.assay.clean.text.Languages;
import dev.assay.clean.text.Paragraphs;
import dev.assay.clean.text.TextDecoder;
import dev.assay.clean.text.VisibleText;
import dev.assay.lexicon.Boilerplate;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads a web page.
final class HtmlReader {

  private static final Pattern GOOGLE = Pattern.compile("(www\\.)?google\\.[a-z.]+");

  /// Deeper elements are made siblings by the parser; pages seldom go beyond 60.
  private static final int DEEPEST = 400;

  private static final int MOST_BYTES = 16_000_000;

  /// Share of unreadable characters above which a page is not worth reading.
  private static final double BEYOND_REPAIR = 0.05;

  private static final int LEAST_BODY = 1_000;
  private static final int LONGEST_NAME = 80;
  private static final int MOST_AUTHORS = 8;
  private static final int MUCH_SHORTER = 4;

  private static final String NO_TEXT =
      "the page holds no article text; if a browser shows one, it is made by a script: save the page there and import the file";

  private HtmlReader() {}

  static CleanResult read(RawDocument document) {
    if (document.bytes().length > MOST_BYTES) {
      return new CleanResult.Refused(
          "the page is larger than 16 MB; save the article alone and import that");
    }
    if (TextDecoder.isPlainUtf8(document.bytes())) {
      return article(document, PageWalk.walk(own(document, parsed(document.bytes()))));
    }
    TextDecoder.Decoded decoded =
        TextDecoder.decode(document.bytes(), document.header("content-type").orElse(""));
    if (decoded.text().isBlank()) {
      return new CleanResult.Refused(
          "the page is empty; open it in a browser to see whether it loads");
    }
    if (decoded.damaged() > BEYOND_REPAIR) {
      return new CleanResult.Refused(
          "the page's characters could not be read in any encoding; save it as UTF-8 and import the file");
    }
    Document parsed = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(decoded.text(), "");
    return article(document, PageWalk.walk(own(document, parsed)));
  }

  /// Of a mail what its sender wrote, without what it answers and how to get no more.
  private static Document own(RawDocument document, Document page) {
    if (document.header(RawDocument.LETTER).isPresent()) {
      LetterFurniture.remove(page);
    }
    return page;
  }

  private static Document parsed(byte[] utf8) {
    return Parser.htmlParser()
        .setMaxDepth(DEEPEST)
        .parseInput(
            new InputStreamReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8), "");
  }

  private static CleanResult article(RawDocument document, Page page) {
    StructuredData data = StructuredData.of(page.signals().jsonLd());
    String title =
        document.header(RawDocument.STATED_TITLE).orElseGet(() -> Headline.of(page, data));
    URI address = address(document, page.signals());
    String site = site(document, page.signals(), data, address);
    List<String> authors = Bylines.of(page, data, site);
    List<Block> main =
        isConfirmation(document, page)
            ? page.blocks().stream().filter(block -> !block.region().isOfOthers()).toList()
            : Endings.cut(MainText.of(page, title, data.body()), authors);
    List<Paragraph> found = told(document, paragraphs(main, title), title);
    List<Paragraph> paragraphs =
        found.isEmpty() || isMuchShorter(found, data.body())
            ? described(page.signals(), data)
            : found;
    Signals signals = page.signals();
    Language language = Languages.of(paragraphs, declared(document, signals, data));
    PublishedDateFinder dates =
        new PublishedDateFinder(signals, data, address, language, document.fetchedAt());
    Optional<PublicationTime> published =
        surer(
            dates.published(address, page.blocks(), titleBlock(page, title)),
            dates.stated(document.header("feed-published").orElse(null), "feed"));
    if (paragraphs.isEmpty() && (title.isBlank() || published.isEmpty())) {
      return new CleanResult.Refused(NO_TEXT);
    }
    Article article =
        new Article(
            id(document),
            address,
            site,
            null,
            title.isBlank()
                ? document
                    .header("feed-title")
                    .filter(t -> !t.isBlank())
                    .orElseGet(() -> Paragraphs.firstWords(paragraphs, document.identity().shown()))
                : title,
            authors.isEmpty() ? feedAuthors(document) : authors,
            published.orElse(null),
            dates.updated(titleBlock(page, title)).orElse(null),
            document.fetchedAt(),
            language,
            ArticleKind.NEWS,
            section(document, signals, data),
            image(signals, data),
            paragraphs);
    return paragraphs.isEmpty()
        ? new CleanResult.Untold(article, NO_TEXT)
        : new CleanResult.Cleaned(article, next(document, article, signals));
  }

  /// Whether a page is a mail by which one confirms that one wants others: all of it is wanted.
  private static boolean isConfirmation(RawDocument document, Page page) {
    return document.header(RawDocument.LETTER).isPresent()
        && LetterFurniture.isConfirmation(page.blocks().stream().map(Block::text).toList());
  }

  private static List<Paragraph> told(
      RawDocument document, List<Paragraph> paragraphs, String title) {
    return document.header(RawDocument.LETTER).isPresent()
        ? LetterFurniture.without(paragraphs, title)
        : paragraphs;
  }

  /// What a page states goes before what its feed does, but a feed's statement before a guess, and
  /// before a day of which it knows the minute.
  private static Optional<PublicationTime> surer(
      Optional<PublicationTime> ofPage, Optional<PublicationTime> ofFeed) {
    if (ofPage.isEmpty() || ofFeed.isEmpty()) {
      return ofPage.or(() -> ofFeed);
    }
    PublicationTime page = ofPage.get();
    boolean sameDay =
        page.precision() == Precision.DAY
            && page.local()
                .toLocalDate()
                .equals(ofFeed.get().instant().atOffset(page.zone()).toLocalDate());
    return page.certainty() == Certainty.GUESSED || sameDay ? ofFeed : ofPage;
  }

  private static @Nullable URI next(RawDocument document, Article article, Signals signals) {
    return Optional.ofNullable(document.address())
        .or(() -> Optional.ofNullable(article.address()))
        .flatMap(own -> NextPage.of(signals.next(), own))
        .orElse(null);
  }

  private static ArticleId id(RawDocument document) {
    return document.identity().articleId();
  }

  private static List<Paragraph> paragraphs(List<Block> blocks, String title) {
    Paragraphs paragraphs = new Paragraphs();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (!((paragraphs.isEmpty() || block.isHeading()) && isTitle(block, title))) {
        paragraphs.add(isOfTable(blocks, i) ? Paragraph.Kind.CAPTION : block.kind(), block.text());
      }
    }
    return paragraphs.list();
  }

  /// Whether a text beside a table is the table's caption, such as "Table 2: output".
  private static boolean isOfTable(List<Block> blocks, int at) {
    boolean beside = isTable(blocks, at - 1) || isTable(blocks, at + 1);
    return beside
        && blocks.get(at).kind() != Paragraph.Kind.TABLE
        && Boilerplate.namesFigure(blocks.get(at).text());
  }

  private static boolean isTable(List<Block> blocks, int at) {
    return at >= 0 && at < blocks.size() && blocks.get(at).kind() == Paragraph.Kind.TABLE;
  }

  /// Whether a page shows so little beside the text in its structured data that it must be waiting
  /// for a script to show it.
  private static boolean isMuchShorter(List<Paragraph> found, @Nullable String body) {
    int shown = found.stream().mapToInt(paragraph -> paragraph.text().length()).sum();
    return body != null && body.length() > LEAST_BODY && body.length() > MUCH_SHORTER * shown;
  }

  /// What a page without text of its own says of its article: the body in its structured data, or
  /// its description.
  private static List<Paragraph> described(Signals signals, StructuredData data) {
    Paragraphs paragraphs = new Paragraphs();
    if (data.body() != null) {
      Jsoup.parseBodyFragment(data.body())
          .wholeText()
          .lines()
          .forEach(line -> paragraphs.add(Paragraph.Kind.TEXT, VisibleText.of(line)));
    }
    String description = signals.meta("og:description", "description", "twitter:description");
    if (paragraphs.isEmpty() && description != null && isArticle(signals, data)) {
      paragraphs.add(Paragraph.Kind.TEXT, VisibleText.of(description));
    }
    return paragraphs.list();
  }

  private static boolean isArticle(Signals signals, StructuredData data) {
    return data.headline() != null
        || "article".equals(signals.meta("og:type"))
        || signals.meta("article:published_time") != null;
  }

  private static boolean isTitle(Block block, String title) {
    return block.text().equalsIgnoreCase(title);
  }

  /// Number of the block that shows the title; 0 if none does.
  private static int titleBlock(Page page, String title) {
    for (int i = 0; i < page.blocks().size(); i++) {
      Block block = page.blocks().get(i);
      if (block.isHeading() && isTitle(block, title)) {
        return i;
      }
    }
    for (int i = 0; i < page.blocks().size(); i++) {
      if (isTitle(page.blocks().get(i), title)) {
        return i;
      }
    }
    return 0;
  }

  private static Language declared(RawDocument document, Signals signals, StructuredData data) {
    String tag = document.header("feed-language").orElseGet(signals::language);
    if (tag.isEmpty()) {
      tag =
          signals.meta("content-language", "og:locale", "language") == null
              ? ""
              : String.valueOf(signals.meta("content-language", "og:locale", "language"));
    }
    if (tag.isEmpty() && data.language() != null) {
      tag = data.language();
    }
    return Language.parse(tag);
  }

  private static @Nullable URI address(RawDocument document, Signals signals) {
    Optional<URI> own = Optional.ofNullable(document.address()).flatMap(CanonicalAddress::of);
    String graph = signals.meta("og:url");
    Optional<URI> said =
        CanonicalAddress.of(signals.canonical())
            .or(() -> graph == null ? Optional.empty() : CanonicalAddress.of(graph));
    return said.filter(
            uri ->
                own.isEmpty()
                    || (sameHost(uri, own.get()) || isAmpCache(own.get()))
                        && isPage(uri, own.get()))
        .or(() -> own)
        .orElse(null);
  }

  /// A canonical address that is the site's front page is a mistake, unless the page is it.
  private static boolean isPage(URI canonical, URI own) {
    return canonical.getPath().length() > 1 || own.getPath().length() <= 1;
  }

  /// Whether an address is that of a cache of AMP pages, which name the page they are made from.
  private static boolean isAmpCache(URI own) {
    return own.getHost().endsWith(".ampproject.org")
        || GOOGLE.matcher(own.getHost()).matches() && own.getPath().startsWith("/amp/");
  }

  private static boolean sameHost(URI one, URI other) {
    return withoutWww(one.getHost()).equals(withoutWww(other.getHost()));
  }

  private static String withoutWww(String host) {
    for (String device : List.of("www.", "m.", "amp.", "mobile.")) {
      if (host.startsWith(device)) {
        return host.substring(device.length());
      }
    }
    return host;
  }

  private static String site(
      RawDocument document, Signals signals, StructuredData data, @Nullable URI address) {
    String named = signals.meta("og:site_name", "application-name");
    if (document.header("feed-source").isPresent()) {
      return document.header("feed-source").get();
    }
    if (named != null && Bylines.isPlatform(named) && !signals.sources().isEmpty()) {
      return signals
          .sources()
          .getFirst()
          .text(); // the account, not the place where all of them are
    }
    if (named != null && named.length() < 80) {
      return VisibleText.of(named);
    }
    if (data.publisher() != null && data.publisher().length() < 80) {
      return VisibleText.of(data.publisher());
    }
    return address == null ? "" : withoutWww(address.getHost().toLowerCase(Locale.ROOT));
  }

  /// Those that the feed named, where the page names none.
  private static List<String> feedAuthors(RawDocument document) {
    return document
        .header("feed-authors")
        .orElse("")
        .lines()
        .map(VisibleText::of)
        .filter(name -> !name.isEmpty() && name.length() < LONGEST_NAME)
        .limit(MOST_AUTHORS)
        .toList();
  }

  private static @Nullable String section(
      RawDocument document, Signals signals, StructuredData data) {
    String named =
        data.section() != null
            ? data.section()
            : signals.meta("article:section", "section", "cxenseparse:category");
    String section = named == null ? document.header("feed-section").orElse(null) : named;
    return section == null || section.length() > 100 ? null : VisibleText.of(section);
  }

  private static @Nullable URI image(Signals signals, StructuredData data) {
    String image = signals.meta("og:image", "og:image:url", "twitter:image");
    String address = image != null ? image : data.image();
    return address == null ? null : CanonicalAddress.of(address).orElse(null);
  }
}
