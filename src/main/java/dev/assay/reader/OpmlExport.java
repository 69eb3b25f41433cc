package dev.assay.reader;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A desk's feeds as OPML 2.0, a folder an outline.
final class OpmlExport {

  private OpmlExport() {}

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
      for (String folder : folders(subscriptions)) {
        folder(xml, folder, subscriptions, server);
      }
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  /// In the order of their first feeds.
  static List<String> folders(List<Subscription> subscriptions) {
    return subscriptions.stream().map(Subscription::folder).distinct().toList();
  }

  private static void folder(
      XMLStreamWriter xml, String name, List<Subscription> subscriptions, String server)
      throws XMLStreamException {
    xml.writeStartElement("outline");
    xml.writeAttribute("text", name);
    for (Subscription subscription : subscriptions) {
      if (subscription.folder().equals(name)) {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("text", subscription.name());
        xml.writeAttribute("title", subscription.name());
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("xmlUrl", Addresses.feed(subscription, server));
        xml.writeAttribute("htmlUrl", Addresses.page(subscription, server));
      }
    }
    xml.writeEndElement();
  }
}
