package dev.assay.web.reading;

import dev.assay.access.ReachedAt;
import dev.assay.brief.BriefSentence;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Card;
import dev.assay.web.Links;
import dev.assay.web.Piece;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.json.JsonMapper;

/// A topic, a search or an alert as a feed that any reader can follow: Atom (RFC 4287), and JSON
/// Feed 1.1 at the address beside it.
///
/// @param title of the feed
/// @param page address of the page with the same articles
/// @param self address of the feed as Atom
/// @param entries newest first
public record WebFeed(String title, String page, String self, List<Entry> entries) {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  /// How the path of each form ends.
  public static final String ATOM = "/atom";

  public static final String JSON = "/feed.json";

  /// Where feeds are, as routes.
  public static final List<String> ROUTES =
      List.of(ATOM, JSON, "/alerts/{id}" + ATOM, "/alerts/{id}" + JSON);

  /// Of a feed that has no entry yet.
  private static final Instant NEVER = Instant.EPOCH;

  public WebFeed {
    entries = List.copyOf(entries);
  }

  /// One entry.
  ///
  /// @param id a URI that stays the same
  /// @param language a tag
  /// @param path of its page
  /// @param author may be empty
  /// @param summary one or two sentences; may be empty
  public record Entry(
      String id,
      String title,
      String language,
      Instant updated,
      String path,
      String author,
      String summary) {

    private static Entry of(ArticleLine article, String summary) {
      return new Entry(
          "urn:assay:article:" + article.id(),
          article.title(),
          article.language().tag(),
          article.orderedBy(),
          Links.article(article.id()),
          article.source(),
          summary);
    }

    /// The viewpoint of the card's brief as summary.
    static Entry of(Card card) {
      String summary =
          card.brief() == null
              ? ""
              : card.brief().viewpoint().stream()
                  .map(BriefSentence::text)
                  .collect(Collectors.joining(" "));
      return of(card.article(), summary);
    }

    /// The first passage of the hit as summary.
    static Entry of(Result result) {
      String summary =
          result.passages().stream()
              .limit(1)
              .flatMap(passage -> passage.text().stream())
              .map(Piece::text)
              .collect(Collectors.joining());
      return of(result.article(), summary);
    }
  }

  /// Answers with the form that the path asks for.
  public void answer(Context context) {
    boolean json = context.path().endsWith(JSON);
    String server = ReachedAt.of(context);
    context
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, max-age=300")
        .contentType((json ? "application/feed+json" : "application/atom+xml") + "; charset=utf-8")
        .result(json ? json(server) : xml(server));
  }

  /// The feed as JSON Feed 1.1, <https://www.jsonfeed.org/version/1.1/>.
  private String json(String server) {
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", title);
    feed.put("home_page_url", server + page);
    feed.put("feed_url", server + jsonAddress(self));
    feed.put("items", entries.stream().map(entry -> item(entry, server)).toList());
    return JsonMapper.shared().writeValueAsString(feed);
  }

  /// The address of a feed as JSON Feed.
  ///
  /// @param atom its address as Atom
  public static String jsonAddress(String atom) {
    return atom.replaceFirst(ATOM + "(?=\\?|$)", JSON);
  }

  private static Map<String, Object> item(Entry entry, String server) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", entry.id());
    item.put("url", server + entry.path());
    item.put("title", entry.title());
    item.put("content_text", entry.summary().isEmpty() ? entry.title() : entry.summary());
    item.put("date_published", entry.updated().toString());
    if (!entry.author().isEmpty()) {
      item.put("authors", List.of(Map.of("name", entry.author())));
    }
    item.put("language", entry.language());
    return item;
  }

  /// The feed as XML.
  ///
  /// @param server the address before every path, such as `http://127.0.0.1:8420`
  private String xml(String server) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(NAMESPACE);
      element(xml, "id", server + self);
      element(xml, "title", title);
      element(xml, "updated", updated().toString());
      link(xml, "self", server + self);
      link(xml, "alternate", server + page);
      for (Entry entry : entries) {
        write(xml, entry, server);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  private Instant updated() {
    return entries.isEmpty() ? NEVER : entries.getFirst().updated();
  }

  private static void write(XMLStreamWriter xml, Entry entry, String server)
      throws XMLStreamException {
    xml.writeStartElement("entry");
    xml.writeAttribute("xml:lang", entry.language());
    element(xml, "id", entry.id());
    element(xml, "title", entry.title());
    element(xml, "updated", entry.updated().toString());
    link(xml, "alternate", server + entry.path());
    xml.writeStartElement("author");
    element(xml, "name", entry.author().isEmpty() ? "-" : entry.author());
    xml.writeEndElement();
    if (!entry.summary().isEmpty()) {
      element(xml, "summary", entry.summary());
    }
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(allowed(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", allowed(address));
  }

  /// XML 1.0 has no way to write most control characters, nor half a surrogate pair.
  private static String allowed(String text) {
    return text.codePoints()
        .filter(c -> c >= ' ' && c != 0xfffe && c != 0xffff && !(c >= 0xd800 && c <= 0xdfff))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
