package dev.assay.export;

import dev.assay.export.Memo.By;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A memo as a Word document with real footnotes, written part by part as ECMA-376 has them.
final class MemoWord {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private static final String WORD =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private static final String TYPES =
      HEAD
          + """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Default Extension="xml" ContentType="application/xml"/>\
          <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
          <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
          <Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>\
          <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
          </Types>""";

  private static final String ROOT =
      HEAD
          + """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
          <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
          </Relationships>""";

  private static final String DOCUMENT_LINKS =
      HEAD
          + """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
          <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>\
          </Relationships>""";

  private static final String STYLES =
      HEAD
          + "<w:styles "
          + WORD
          + """
          ><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="SimSun" w:cs="Georgia"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>\
          <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
          <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr><w:spacing w:after="200"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>\
          <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>\
          <w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:pPr><w:ind w:left="400"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>\
          <w:style w:type="paragraph" w:styleId="Origin"><w:name w:val="Origin"/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:color w:val="595959"/><w:sz w:val="18"/></w:rPr></w:style>\
          <w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:pPr><w:spacing w:after="40" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>\
          <w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>\
          <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F4E79"/><w:u w:val="single"/></w:rPr></w:style>\
          </w:styles>""";

  private final PackWords words;

  /// A footnote for each mark: Word lets none be shared.
  private final List<Quote> marks = new ArrayList<>();

  private final List<URI> links = new ArrayList<>();

  private MemoWord(PackWords words) {
    this.words = words;
  }

  static byte[] of(Memo memo, Instant state, PackWords words) throws IOException {
    MemoWord word = new MemoWord(words);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PackZip zip = new PackZip(out, state)) {
      zip.put("[Content_Types].xml", TYPES);
      zip.put("_rels/.rels", ROOT);
      zip.put("docProps/core.xml", core(memo, state));
      zip.put("word/document.xml", word.document(memo));
      zip.put("word/_rels/document.xml.rels", DOCUMENT_LINKS);
      zip.put("word/styles.xml", STYLES);
      zip.put("word/footnotes.xml", word.footnotes());
      zip.put("word/_rels/footnotes.xml.rels", word.footnoteLinks());
    }
    return out.toByteArray();
  }

  private static String core(Memo memo, Instant state) {
    return HEAD
        + "<cp:coreProperties"
        + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:dcterms=\"http://purl.org/dc/terms/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        + "<dc:title>%s</dc:title>".formatted(Markup.xml(memo.title()))
        + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created></cp:coreProperties>"
            .formatted(PackWords.minute(state));
  }

  private String document(Memo memo) {
    StringBuilder out = new StringBuilder(HEAD + "<w:document " + WORD + "><w:body>");
    out.append(paragraph("Title", run(memo.title())));
    memo.lead().forEach(line -> out.append(paragraph("Normal", run(line))));
    for (Memo.Part part : memo.parts()) {
      out.append(paragraph("Heading1", run(part.heading())));
      if (part.of() != null) {
        out.append(paragraph("Origin", run(words.origin(part.of()))));
      }
      for (Memo.Line line : part.lines()) {
        String notes = line.quotes().stream().map(this::mark).collect(Collectors.joining());
        out.append(
            paragraph(line.by() == By.READER ? "Quote" : "Normal", run(line.text()) + notes));
      }
    }
    return out.append("<w:sectPr/></w:body></w:document>").toString();
  }

  private static String paragraph(String style, String runs) {
    return "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>%s</w:p>".formatted(style, runs);
  }

  private static String run(String text) {
    return "<w:r><w:t xml:space=\"preserve\">%s</w:t></w:r>".formatted(Markup.xml(text));
  }

  private String mark(Quote quote) {
    marks.add(quote);
    return "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"%d\"/></w:r>"
        .formatted(marks.size());
  }

  private String footnotes() {
    StringBuilder out = new StringBuilder(HEAD + "<w:footnotes " + WORD + ">");
    out.append(line(-1, "separator")).append(line(0, "continuationSeparator"));
    for (int i = 0; i < marks.size(); i++) {
      Quote quote = marks.get(i);
      out.append("<w:footnote w:id=\"%d\">".formatted(i + 1));
      out.append(
          paragraph(
              "FootnoteText",
              "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>"
                  + run(
                      " "
                          + words.say("quoted", quote.exact())
                          + String.join(words.say("comma"), words.place(quote))
                          + " ")
                  + link(quote.source().address())));
      out.append("</w:footnote>");
    }
    return out.append("</w:footnotes>").toString();
  }

  private static String line(int id, String type) {
    return "<w:footnote w:type=\"%1$s\" w:id=\"%2$d\"><w:p><w:r><w:%1$s/></w:r></w:p></w:footnote>"
        .formatted(type, id);
  }

  private String link(@Nullable URI address) {
    if (address == null) {
      return "";
    }
    links.add(address);
    return "<w:hyperlink r:id=\"rId%d\"><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr><w:t>%s</w:t></w:r></w:hyperlink>"
        .formatted(links.size(), Markup.xml(address.toString()));
  }

  private String footnoteLinks() {
    StringBuilder out =
        new StringBuilder(
            HEAD
                + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (int i = 0; i < links.size(); i++) {
      out.append(
          "<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"%s\" TargetMode=\"External\"/>"
              .formatted(i + 1, Markup.xml(links.get(i).toASCIIString())));
    }
    return out.append("</Relationships>").toString();
  }
}
