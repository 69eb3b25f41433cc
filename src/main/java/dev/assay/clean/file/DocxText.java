package dev.assay.clean.file;

import dev.assay.article.Paragraph;
import dev.assay.clean.text.Paragraphs;
import dev.assay.clean.text.TableReader;
import dev.assay.clean.text.VisibleText;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads the main part of a Word file event by event.
///
/// A paragraph's style and outline level make it a title or a heading, numbering a list item. A
/// table is one paragraph of rows and cells. Hidden runs (`w:vanish`), deleted text of tracked
/// changes and field codes are left out, inserted text is in. Footnotes follow the text.
public final class DocxText {

  /// What a document says of itself; a missing part is empty.
  public record Properties(String title, String author, String created) {}

  private static final int DEEPEST = 200;

  private final Paragraphs paragraphs = new Paragraphs();
  private final Map<String, String> styles;
  private String title = "";

  private final StringBuilder text = new StringBuilder();
  private String style = "";
  private boolean numbered;
  private boolean hidden;
  private int deleted;
  private int fieldCode;
  private final Deque<List<List<String>>> tables = new ArrayDeque<>();
  private final StringBuilder cell = new StringBuilder();

  private DocxText(Map<String, String> styles) {
    this.styles = styles;
  }

  public static DocxText read(byte[] main, byte @Nullable [] styles, byte @Nullable [] footnotes)
      throws XMLStreamException {
    DocxText reader = new DocxText(styles == null ? Map.of() : styleNames(styles));
    reader.readPart(main);
    if (footnotes != null) {
      reader.readPart(footnotes);
    }
    return reader;
  }

  public List<Paragraph> paragraphs() {
    return paragraphs.list();
  }

  public String title() {
    return title;
  }

  private static XMLStreamReader open(byte[] part) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory.createXMLStreamReader(new ByteArrayInputStream(part));
  }

  private void readPart(byte[] part) throws XMLStreamException {
    XMLStreamReader xml = open(part);
    int depth = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new XMLStreamException("elements are nested too deep");
          }
          start(xml);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          end(xml.getLocalName());
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (inText) {
            add(xml.getText());
          }
        }
        default -> {} // comments, processing instructions and the document type say nothing
      }
    }
  }

  private boolean inText;

  private void start(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "p" -> {
        text.setLength(0);
        style = "";
        numbered = false;
      }
      case "pStyle" -> style = value(xml);
      case "numPr" -> numbered = true;
      case "outlineLvl" -> style = style.isEmpty() ? "heading" : style;
      case "r" -> hidden = false;
      case "vanish", "webHidden" -> hidden = !value(xml).equals("0") && !value(xml).equals("false");
      case "t" -> inText = true;
      case "tab" -> add(" ");
      case "br", "cr" -> add(" ");
      case "noBreakHyphen" -> add("-");
      case "del", "moveFrom" -> deleted++;
      case "instrText", "delText" -> fieldCode++;
      case "tbl" -> tables.push(new ArrayList<>());
      case "tr" -> {
        if (!tables.isEmpty()) {
          tables.peek().add(new ArrayList<>());
        }
      }
      case "tc" -> cell.setLength(0);
      case String _ -> {}
    }
  }

  private static String value(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("val")) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private void add(String part) {
    if (!hidden && deleted == 0 && fieldCode == 0) {
      VisibleText.append(part, text);
    }
  }

  private void end(String name) {
    switch (name) {
      case "t" -> inText = false;
      case "p" -> endParagraph();
      case "del", "moveFrom" -> deleted = Math.max(0, deleted - 1);
      case "instrText", "delText" -> fieldCode = Math.max(0, fieldCode - 1);
      case "tc" -> endCell();
      case "tbl" -> endTable();
      case String _ -> {}
    }
  }

  private void endParagraph() {
    String said = text.toString().strip();
    text.setLength(0);
    if (said.isEmpty()) {
      return;
    }
    if (!tables.isEmpty()) {
      cell.append(cell.isEmpty() ? "" : " ").append(said);
      return;
    }
    String called = styles.getOrDefault(style, style).toLowerCase(Locale.ROOT);
    boolean heading =
        called.startsWith("heading")
            || called.startsWith("标题")
            || called.startsWith("標題")
            || called.startsWith("überschrift")
            || called.startsWith("titre");
    if (title.isEmpty()
        && paragraphs.isEmpty()
        && (called.equals("title") || isFirstHeading(called))) {
      title = said;
    } else if (heading || called.equals("title")) {
      paragraphs.add(Paragraph.Kind.HEADING, said);
    } else if (called.contains("quote") || called.equals("引用")) {
      paragraphs.add(Paragraph.Kind.QUOTE, said);
    } else if (called.startsWith("caption") || called.equals("题注")) {
      paragraphs.add(Paragraph.Kind.CAPTION, said);
    } else {
      paragraphs.add(
          numbered || called.startsWith("list") ? Paragraph.Kind.LIST : Paragraph.Kind.TEXT, said);
    }
  }

  private static boolean isFirstHeading(String called) {
    return called.equals("heading 1")
        || called.equals("heading1")
        || called.equals("标题 1")
        || called.equals("标题1")
        || called.equals("标题");
  }

  private void endCell() {
    if (!tables.isEmpty() && !tables.peek().isEmpty()) {
      tables.peek().getLast().add(cell.toString());
    }
    cell.setLength(0);
  }

  private void endTable() {
    if (tables.isEmpty()) {
      return;
    }
    List<List<String>> rows = tables.pop();
    if (tables.isEmpty()) {
      paragraphs.add(Paragraph.Kind.TABLE, TableReader.text(rows));
    } else {
      rows.forEach(row -> cell.append(cell.isEmpty() ? "" : " ").append(String.join(" ", row)));
    }
  }

  /// Names of the paragraph styles by id.
  private static Map<String, String> styleNames(byte[] part) throws XMLStreamException {
    Map<String, String> names = new HashMap<>();
    XMLStreamReader xml = open(part);
    String id = "";
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("style")) {
          id = attribute(xml, "styleId");
        } else if (xml.getLocalName().equals("name") && !id.isEmpty()) {
          names.putIfAbsent(id, value(xml));
        }
      }
    }
    return names;
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /// Title, author and time of creation from `docProps/core.xml`.
  public static Properties properties(byte @Nullable [] core) throws XMLStreamException {
    Map<String, String> values = new HashMap<>();
    if (core != null) {
      XMLStreamReader xml = open(core);
      String name = "";
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          name = xml.getLocalName();
        } else if (event == XMLStreamConstants.CHARACTERS && !name.isEmpty()) {
          values.merge(name, xml.getText(), String::concat);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          name = "";
        }
      }
    }
    return new Properties(
        VisibleText.of(values.getOrDefault("title", "")),
        VisibleText.of(values.getOrDefault("creator", "")),
        VisibleText.of(values.getOrDefault("created", "")));
  }
}
