package dev.assay.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/// A list of feeds as programs exchange it (OPML 2.0, opml.org/spec2.opml): outlines, and folders
/// of them to any depth.
public record Opml(List<Outline> outlines) {

  public Opml {
    outlines = List.copyOf(outlines);
  }

  /// One feed of the list.
  ///
  /// @param folder where it stands, parts apart by `/`; empty at the top
  /// @param kind of the source, see [SourceKind#word]; other programs know only feeds
  public record Outline(String title, String address, String site, String folder, String kind) {}

  /// Reads a list; doubles by address are read once. An empty list if the bytes are no OPML.
  public static Opml parse(byte[] bytes) {
    Document document =
        Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), "", Parser.xmlParser());
    Map<String, Outline> found = new LinkedHashMap<>();
    for (Element body : document.select("opml > body")) {
      collect(body, "", found);
    }
    return new Opml(new ArrayList<>(found.values()));
  }

  private static void collect(Element parent, String folder, Map<String, Outline> found) {
    for (Element outline : parent.children()) {
      String title = attribute(outline, "title");
      String name = title.isEmpty() ? attribute(outline, "text") : title;
      String address = attribute(outline, "xmlUrl");
      if (!address.isEmpty()) {
        String kind = attribute(outline, "assay:kind");
        found.putIfAbsent(
            address,
            new Outline(
                name,
                address,
                attribute(outline, "htmlUrl"),
                folder,
                kind.isEmpty() ? "feed" : kind));
      }
      // An outline with other outlines below it is a folder, whatever its type says.
      String part = name.replace('/', '-').strip();
      collect(
          outline, folder.isEmpty() || part.isEmpty() ? folder + part : folder + "/" + part, found);
    }
  }

  /// Programs write the names of attributes in any case.
  private static String attribute(Element element, String name) {
    return element.attributes().asList().stream()
        .filter(attribute -> attribute.getKey().equalsIgnoreCase(name))
        .map(attribute -> attribute.getValue().strip())
        .findFirst()
        .orElse("");
  }

  /// The list as a file.
  public String xml() {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0" xmlns:assay="urn:dev.assay:opml">
            <head><title>Assay</title></head>
            <body>
            """);
    write(xml, "", outlines);
    return xml.append("</body>\n</opml>\n").toString();
  }

  /// Outlines of one folder, then its folders, each once.
  private static void write(StringBuilder xml, String folder, List<Outline> outlines) {
    Map<String, List<Outline>> below = new LinkedHashMap<>();
    for (Outline outline : outlines) {
      String rest =
          outline.folder().substring(Math.min(folder.length(), outline.folder().length()));
      String part = rest.startsWith("/") ? rest.substring(1) : rest;
      if (part.isEmpty()) {
        xml.append("<outline type=\"rss\"")
            .append(attribute("text", outline.title()))
            .append(attribute("title", outline.title()))
            .append(attribute("xmlUrl", outline.address()))
            .append(attribute("htmlUrl", outline.site()))
            .append(outline.kind().equals("feed") ? "" : attribute("assay:kind", outline.kind()))
            .append("/>\n");
      } else {
        below.computeIfAbsent(part.split("/", 2)[0], _ -> new ArrayList<>()).add(outline);
      }
    }
    below.forEach(
        (name, inside) -> {
          xml.append("<outline")
              .append(attribute("text", name))
              .append(attribute("title", name))
              .append(">\n");
          write(xml, folder.isEmpty() ? name : folder + "/" + name, inside);
          xml.append("</outline>\n");
        });
  }

  private static String attribute(String name, String value) {
    return value.isEmpty() ? "" : " %s=\"%s\"".formatted(name, Entities.escape(value));
  }
}
