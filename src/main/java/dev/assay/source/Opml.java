package dev.assay.source;

import dev.assay.article.CanonicalAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/// A list of feeds as programs exchange it (OPML 2.0, opml.org/spec2.opml): outlines, and folders
/// of them to any depth.
public record Opml(List<Outline> outlines) {

  /// What other programs do not know stands in a namespace of its own.
  private static final String PREFIX = "assay:";

  private static final int HEAD = 2_000;

  /// Folders within folders beyond this stand beside each other, in the deepest that is left.
  private static final int DEEPEST = 32;

  public Opml {
    outlines = List.copyOf(outlines);
  }

  /// One feed of the list.
  ///
  /// @param folder where it stands, parts apart by `/`; empty at the top
  /// @param kind of the source, see [SourceKind#word]; other programs know only feeds
  /// @param options as they are set, by their words; see [SourceOption#travels]
  public record Outline(
      String title,
      String address,
      String site,
      String description,
      String folder,
      String kind,
      Map<String, String> options) {

    public Outline {
      options = Map.copyOf(options);
    }

    /// A feed of which nothing is set.
    public Outline(String title, String address, String site, String folder, String kind) {
      this(title, address, site, "", folder, kind, Map.of());
    }

    /// What is followed, with all that is set otherwise than for a new source.
    public static Outline of(Source source) {
      Source fresh = source.with(SourceSettings.DEFAULTS);
      Map<String, String> options = new LinkedHashMap<>();
      for (SourceOption option : SourceOption.values()) {
        boolean isSet =
            option == SourceOption.SELECT
                ? !option.of(source).isEmpty()
                : !option.of(source).equals(option.of(fresh));
        if (option.travels() && isSet) {
          options.put(option.word(), option.of(source));
        }
      }
      return new Outline(
          source.title(),
          source.address(),
          source.site(),
          source.description(),
          source.folder(),
          source.kind().word(),
          options);
    }
  }

  /// Whether bytes begin as a list does.
  public static boolean looksLikeOne(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
        .toLowerCase(Locale.ROOT)
        .replace("\0", "")
        .contains("<opml");
  }

  /// Reads a list; doubles by address are read once. An empty list if the bytes are no OPML.
  public static Opml parse(byte[] bytes) {
    Document document = parsed(bytes);
    Map<String, Outline> found = new LinkedHashMap<>();
    for (Element body : document.select("opml > body")) {
      collect(body, "", found);
    }
    return new Opml(new ArrayList<>(found.values()));
  }

  private static Document parsed(byte[] bytes) {
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(bytes), null, "", Parser.xmlParser().setMaxDepth(DEEPEST));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // from memory
    }
  }

  private static void collect(Element parent, String folder, Map<String, Outline> found) {
    for (Element outline : parent.children()) {
      String title = attribute(outline, "title");
      String name = title.isEmpty() ? attribute(outline, "text") : title;
      String address = attribute(outline, "xmlUrl");
      if (!address.isEmpty()) {
        String kind = attribute(outline, PREFIX + "kind");
        found.putIfAbsent(
            CanonicalAddress.of(address).map(URI::toString).orElse(address),
            new Outline(
                name.equals(address) ? "" : name,
                address,
                attribute(outline, "htmlUrl"),
                attribute(outline, "description"),
                folder.isEmpty() ? category(outline) : folder,
                kind.isEmpty() ? "feed" : kind,
                options(outline)));
      }
      // An outline with other outlines below it is a folder, whatever its type says.
      String part = name.replace('/', '-').strip();
      collect(
          outline, folder.isEmpty() || part.isEmpty() ? folder + part : folder + "/" + part, found);
    }
  }

  /// Programs without folders write `category="/Metals/China,/Morning"`; the first is the folder.
  private static String category(Element outline) {
    return attribute(outline, "category")
        .replaceFirst(",.*", "")
        .replaceAll("^/+|(?<!/)/+$", "")
        .strip();
  }

  private static Map<String, String> options(Element outline) {
    Map<String, String> options = new LinkedHashMap<>();
    for (SourceOption option : SourceOption.values()) {
      String value = attribute(outline, PREFIX + option.word());
      if (option.travels() && !value.isEmpty()) {
        options.put(option.word(), value);
      }
    }
    return options;
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
            .append(
                attribute("text", outline.title().isEmpty() ? outline.address() : outline.title()))
            .append(attribute("title", outline.title()))
            .append(attribute("xmlUrl", outline.address()))
            .append(attribute("htmlUrl", outline.site()))
            .append(attribute("description", outline.description()))
            .append(
                outline.kind().equals("feed") ? "" : attribute(PREFIX + "kind", outline.kind()));
        outline.options().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(option -> xml.append(attribute(PREFIX + option.getKey(), option.getValue())));
        xml.append("/>\n");
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
