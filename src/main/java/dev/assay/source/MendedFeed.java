package dev.assay.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import com.rometools.rome.io.FeedException;
import dev.assay.clean.text.ChineseBytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A second look at a feed in XML that could not be read: its charset is found out, what no XML may
/// hold is taken out, what is cut off is closed; if that is not enough, its entries are picked out
/// of whatever markup there is.
final class MendedFeed {

  private static final Pattern DECLARATION = Pattern.compile("(?s)^\\s*<\\?xml[^>]*>");
  private static final Pattern ENCODING =
      Pattern.compile("encoding\\s*=\\s*[\"']([^\"']+)[\"']", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOCTYPE =
      Pattern.compile("(?is)<!DOCTYPE[^>\\[]*(?:\\[.*?\\]\\s*)?>");
  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
  private static final Pattern ENTITY = Pattern.compile("&(#?\\w{1,32});");
  private static final Pattern BARE_AMPERSAND =
      Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#\\d{1,7}|#x[0-9a-fA-F]{1,6});)");
  private static final Pattern CLOSED_ENTRY =
      Pattern.compile("</(?:\\w+:)?(item|entry)\\s*>", Pattern.CASE_INSENSITIVE);

  /// What stands for bytes that are no character.
  static final char REPLACEMENT = '\uFFFD';

  private MendedFeed() {}

  /// Null if there is no feed in it.
  static @Nullable Feed read(byte[] bytes, Instant fetchedAt) {
    List<String> done = new ArrayList<>();
    String text = decoded(bytes, done);
    if (!looksLikeXmlFeed(text)) {
      return null;
    }
    String mended = mended(text, done);
    Feed feed = strictly(mended, fetchedAt);
    if (feed == null) {
      String closed = closed(mended);
      feed = closed.equals(mended) ? null : strictly(closed, fetchedAt);
      if (feed != null) {
        done.add("closed what was cut off");
      }
    }
    if (feed == null) {
      feed = loosely(mended, fetchedAt);
      done.add("picked the entries out of broken markup");
    }
    return feed == null ? null : feed.mendedBy(done);
  }

  private static boolean looksLikeXmlFeed(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("<rss")
        || lower.contains("<feed")
        || lower.contains(":feed")
        || lower.contains("rdf")
        || lower.contains("<channel")
        || lower.contains("<item");
  }

  private static @Nullable Feed strictly(String xml, Instant fetchedAt) {
    try {
      return RomeFeed.read(xml, fetchedAt);
    } catch (FeedException | RuntimeException e) {
      return null; // the caller tries the next means
    }
  }

  private static String decoded(byte[] bytes, List<String> done) {
    Charset named = declared(bytes);
    Charset declared = ChineseBytes.meant(named, bytes);
    if (!declared.equals(named)) {
      done.add("found out the charset");
    }
    for (Charset charset : List.of(declared, StandardCharsets.UTF_8)) {
      String text = decoded(bytes, charset);
      if (text != null) {
        return text;
      }
    }
    String nearly = new String(bytes, declared);
    if (isText(nearly)) {
      done.add("passed over stray bytes");
      return nearly;
    }
    done.add("found out the charset");
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true); // markup is Latin in every charset
    CharsetMatch match = detector.setText(bytes).detect();
    Charset found = match == null ? Charset.forName("windows-1252") : charset(match.getName());
    return new String(bytes, found);
  }

  /// Whether the charset is right for all but a few bytes: in a wrong one next to nothing but Latin
  /// can be read.
  private static boolean isText(String decoded) {
    long unread = decoded.chars().filter(c -> c == REPLACEMENT).count();
    long foreign = decoded.chars().filter(c -> c > 0x7f && c != REPLACEMENT).count();
    return 10 * unread <= foreign;
  }

  /// Null if the bytes are not of that charset.
  private static @Nullable String decoded(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException | UnsupportedOperationException e) {
      return null;
    }
  }

  /// By its mark, by its zeros, or by what its first line says in whatever charset holds Latin
  /// letters.
  private static Charset declared(byte[] bytes) {
    int first = bytes.length > 0 ? bytes[0] & 0xff : 0;
    int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
    int third = bytes.length > 2 ? bytes[2] & 0xff : 0;
    int fourth = bytes.length > 3 ? bytes[3] & 0xff : 0;
    if (first == 0 && second == 0 && (third == 0xfe || fourth == '<')) {
      return Charset.forName("UTF-32BE");
    }
    if (third == 0 && fourth == 0 && (first == 0xff || first == '<')) {
      return Charset.forName("UTF-32LE");
    }
    if (first == 0xfe && second == 0xff || first == 0 && second == '<') {
      return StandardCharsets.UTF_16BE;
    }
    if (first == 0xff && second == 0xfe || first == '<' && second == 0) {
      return StandardCharsets.UTF_16LE;
    }
    if (first == 0x4c && second == 0x6f && third == 0xa7) {
      return said(bytes, Charset.forName("IBM037")).orElse(Charset.forName("IBM037")); // EBCDIC
    }
    return said(bytes, StandardCharsets.ISO_8859_1).orElse(StandardCharsets.UTF_8);
  }

  private static Optional<Charset> said(byte[] bytes, Charset asWritten) {
    String head = new String(bytes, 0, Math.min(200, bytes.length), asWritten);
    Matcher encoding = ENCODING.matcher(head);
    return encoding.find() ? Optional.of(charset(encoding.group(1).strip())) : Optional.empty();
  }

  private static Charset charset(String name) {
    try {
      Charset known = Charset.forName(name.equalsIgnoreCase("gb2312") ? "GB18030" : name);
      return known.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : known;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String mended(String text, List<String> done) {
    String xml = text.replace("\uFEFF", "");
    int start = xml.indexOf('<');
    if (start > 0 && !xml.substring(0, start).isBlank()) {
      done.add("cut what stood before the feed");
    }
    xml = start < 0 ? xml : xml.substring(start);
    xml = DECLARATION.matcher(xml).replaceFirst("");
    String plain = DOCTYPE.matcher(xml).replaceAll("");
    if (!plain.equals(xml)) {
      done.add("left its document type out");
    }
    String clean = CONTROL.matcher(plain).replaceAll("");
    if (!clean.equals(plain)) {
      done.add("took control characters out");
    }
    String spelled =
        BARE_AMPERSAND
            .matcher(ENTITY.matcher(clean).replaceAll(MendedFeed::spelled))
            .replaceAll("&amp;");
    if (!spelled.equals(clean)) {
      done.add("spelled entities out");
    }
    return spelled.strip();
  }

  /// An entity of HTML as its character; those of XML stay, and numbers that XML forbids go.
  private static String spelled(MatchResult entity) {
    String whole = entity.group();
    if (whole.matches("&(?:amp|lt|gt|quot|apos);")) {
      return whole;
    }
    String character = Parser.unescapeEntities(whole, true);
    if (character.equals(whole)) {
      return "&amp;" + entity.group(1) + ";";
    }
    String allowed = CONTROL.matcher(character).replaceAll("");
    String escaped = allowed.replace("&", "&amp;").replace("<", "&lt;");
    return Matcher.quoteReplacement(escaped);
  }

  /// Cut behind the last entry that is whole, with what is open closed.
  private static String closed(String xml) {
    Matcher end = CLOSED_ENTRY.matcher(xml);
    int cut = -1;
    String entry = "";
    while (end.find()) {
      cut = end.end();
      entry = end.group(1);
    }
    if (cut < 0) {
      return xml;
    }
    String close =
        entry.equalsIgnoreCase("entry")
            ? "</feed>"
            : xml.contains("<rdf:RDF") ? "</rdf:RDF>" : "</channel></rss>";
    return xml.substring(0, cut) + close;
  }

  private static @Nullable Feed loosely(String xml, Instant fetchedAt) {
    Document document = Jsoup.parse(xml, "", Parser.xmlParser());
    Element root =
        document.selectFirst("rss, feed, rdf|RDF, channel, *|rss, *|feed, *|channel, item, entry");
    if (root == null) {
      return null;
    }
    FeedTimes times = FeedTimes.of(xml, fetchedAt);
    List<FeedEntry> entries = entries(document, times);
    Feed.About about =
        new Feed.About(
            PlainWords.of(first(document, "title")),
            link(document),
            first(document, "description", "subtitle"),
            first(document, "language"),
            "",
            "");
    return new Feed(about, "XML", FeedHints.NONE, entries, List.of());
  }

  /// Takes the entries out of the document, the last first: one that is never closed holds all that
  /// come behind it.
  private static List<FeedEntry> entries(Document document, FeedTimes times) {
    List<FeedEntry> backwards = new ArrayList<>();
    for (Element item : document.select(XmlBase.ENTRIES).reversed()) {
      FeedEntry entry = entry(item, times, XmlBase.of(item));
      if (entry.isThere()) {
        backwards.add(entry);
      }
      item.remove();
    }
    return backwards.reversed().stream().limit(Feed.MAX_ENTRIES).toList();
  }

  private static FeedEntry entry(Element item, FeedTimes times, String base) {
    String date = first(item, "pubDate", "published", "updated", "date", "issued", "modified");
    String id = first(item, "guid", "id");
    String link = link(item);
    return new FeedEntry(
        link.isEmpty() && id.startsWith("http") ? id : XmlBase.resolved(link, base),
        PlainWords.of(first(item, "title")),
        times.read(date),
        id,
        first(item, "encoded", "content"),
        first(item, "description", "summary"));
  }

  private static String link(Element of) {
    String original = first(of, "origLink");
    if (!original.isEmpty()) {
      return original;
    }
    for (Element link : of.select("link, *|link")) {
      String rel = link.attr("rel");
      if (rel.isEmpty() || rel.equals("alternate")) {
        return link.hasAttr("href") ? link.attr("href").strip() : link.text().strip();
      }
    }
    return "";
  }

  private static String first(Element of, String... names) {
    for (String name : names) {
      Element found = of.selectFirst(name + ", *|" + name);
      if (found != null && !found.wholeText().isBlank()) {
        return found.wholeText().strip();
      }
    }
    return "";
  }
}
