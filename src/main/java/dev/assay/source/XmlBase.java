package dev.assay.source;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Against which addresses the links of a feed in XML are read: `xml:base` of an entry and of what
/// it stands in.
final class XmlBase {

  static final String ENTRIES = "item, entry, *|item, *|entry";

  private static final String NAME = "xml:base";

  /// No feed has an entry so deep; one whose entries are never closed has thousands.
  private static final int MOST_OUTER = 40;

  private XmlBase() {}

  /// The base of each entry in the feed's order; none if the feed names no base at all.
  static List<String> ofEntries(String xml) {
    return xml.contains(NAME)
        ? Jsoup.parse(xml, "", Parser.xmlParser()).select(ENTRIES).stream()
            .map(XmlBase::of)
            .toList()
        : List.of();
  }

  /// The base of an element; empty if it has none.
  static String of(Element element) {
    String base = element.attr(NAME).strip();
    Element outer = element.parent();
    for (int i = 0; outer != null && i < MOST_OUTER; i++) {
      base = within(base, outer.attr(NAME).strip());
      outer = outer.parent();
    }
    return base;
  }

  /// A link as it is meant; itself where the base is none, and none where there is none.
  static String resolved(String link, String base) {
    return link.isEmpty() ? link : within(link, base);
  }

  private static String within(String link, String base) {
    try {
      return base.isEmpty() ? link : URI.create(base).resolve(link).toString();
    } catch (IllegalArgumentException e) {
      return link;
    }
  }
}
