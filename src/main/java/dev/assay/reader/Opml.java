package dev.assay.reader;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A desk's feeds as OPML 2.0, a folder an outline.
final class Opml {

  private Opml() {}

  static String of(List<Subscription> subscriptions, String server) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("opml");
      xml.writeAttribute("version", "2.0");
      xml.writeStartElement("head");
      xml.writeStartElement("title");
      xml.writeCharacters("Assay");
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeStartElement("body");
      for (Subscription.Kind kind : Subscription.Kind.values()) {
        folder(xml, kind, subscriptions, server);
      }
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  private static void folder(
      XMLStreamWriter xml, Subscription.Kind kind, List<Subscription> subscriptions, String server)
      throws XMLStreamException {
    xml.writeStartElement("outline");
    xml.writeAttribute("text", kind.folder());
    for (Subscription subscription : subscriptions) {
      if (subscription.kind() == kind) {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("text", subscription.name());
        xml.writeAttribute("title", subscription.name());
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("xmlUrl", server + Addresses.feed(subscription));
        xml.writeAttribute("htmlUrl", server + Addresses.page(subscription));
      }
    }
    xml.writeEndElement();
  }
}
