package dev.assay.export;

import dev.assay.export.FigureTable.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// A table as an Excel workbook of one sheet, with typed cells and links; written part by part as
/// ECMA-376 has them.
final class Spreadsheet {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String LINKS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PARTS = "http://schemas.openxmlformats.org/package/2006";

  private static final String TYPES =
      HEAD
          + """
          <Types xmlns="%s/content-types">\
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Default Extension="xml" ContentType="application/xml"/>\
          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
          <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
          <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
          </Types>"""
              .formatted(PARTS);

  private static final String ROOT =
      HEAD
          + """
          <Relationships xmlns="%s/relationships">\
          <Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
              .formatted(PARTS, LINKS);

  private static final String WORKBOOK_LINKS =
      HEAD
          + """
          <Relationships xmlns="%1$s/relationships">\
          <Relationship Id="rId1" Type="%2$s/worksheet" Target="worksheets/sheet1.xml"/>\
          <Relationship Id="rId2" Type="%2$s/styles" Target="styles.xml"/></Relationships>"""
              .formatted(PARTS, LINKS);

  /// Plain, and bold for the first line.
  private static final String STYLES =
      HEAD
          + """
          <styleSheet xmlns="%s"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
          <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
          <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
          <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
          <cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>"""
              .formatted(SHEETS);

  /// Letters that a cell of Excel holds.
  private static final int LONGEST_CELL = 32_767;

  private static final int LETTERS = 26;

  private Spreadsheet() {}

  static byte[] of(String name, List<String> columns, List<List<Cell>> rows, Instant time)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PackZip zip = new PackZip(out, time)) {
      zip.put("[Content_Types].xml", TYPES);
      zip.put("_rels/.rels", ROOT);
      zip.put("xl/workbook.xml", workbook(name));
      zip.put("xl/_rels/workbook.xml.rels", WORKBOOK_LINKS);
      zip.put("xl/styles.xml", STYLES);
      StringBuilder links = new StringBuilder();
      StringBuilder targets = new StringBuilder();
      zip.put("xl/worksheets/sheet1.xml", sheet(columns, rows, links, targets));
      zip.put(
          "xl/worksheets/_rels/sheet1.xml.rels",
          HEAD
              + "<Relationships xmlns=\"%s/relationships\">%s</Relationships>"
                  .formatted(PARTS, targets));
    }
    return out.toByteArray();
  }

  private static String workbook(String name) {
    return HEAD
        + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            .formatted(SHEETS, LINKS, Markup.xml(name));
  }

  /// @param links takes the cells that are links, `targets` where they lead
  private static String sheet(
      List<String> columns, List<List<Cell>> rows, StringBuilder links, StringBuilder targets) {
    String last = letters(columns.size() - 1) + (rows.size() + 1);
    StringBuilder out =
        new StringBuilder(HEAD)
            .append("<worksheet xmlns=\"%s\" xmlns:r=\"%s\">".formatted(SHEETS, LINKS))
            .append("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\"")
            .append(" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
            .append("</sheetView></sheetViews><sheetData><row r=\"1\">");
    for (int i = 0; i < columns.size(); i++) {
      out.append(text(letters(i) + 1, columns.get(i), " s=\"1\""));
    }
    out.append("</row>");
    int linked = 0;
    for (int r = 0; r < rows.size(); r++) {
      out.append("<row r=\"%d\">".formatted(r + 2));
      for (int c = 0; c < rows.get(r).size(); c++) {
        String at = letters(c) + (r + 2);
        switch (rows.get(r).get(c)) {
          case Cell.Text(String text) -> out.append(text.isEmpty() ? "" : text(at, text, ""));
          case Cell.Number(BigDecimal number) ->
              out.append(
                  "<c r=\"%s\"><v>%s</v></c>"
                      .formatted(at, number.stripTrailingZeros().toPlainString()));
          case Cell.Link(String address) -> {
            out.append(text(at, address, ""));
            linked++;
            links.append("<hyperlink ref=\"%s\" r:id=\"rId%d\"/>".formatted(at, linked));
            targets.append(
                "<Relationship Id=\"rId%d\" Type=\"%s/hyperlink\" Target=\"%s\" TargetMode=\"External\"/>"
                    .formatted(linked, LINKS, Markup.xml(address)));
          }
        }
      }
      out.append("</row>");
    }
    out.append("</sheetData><autoFilter ref=\"A1:%s\"/>".formatted(last));
    if (linked > 0) {
      out.append("<hyperlinks>").append(links).append("</hyperlinks>");
    }
    return out.append("</worksheet>").toString();
  }

  private static String text(String at, String text, String style) {
    String held = text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    return "<c r=\"%s\"%s t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
        .formatted(at, style, Markup.xml(held));
  }

  /// A, B ... Z, AA.
  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % LETTERS));
    return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
  }
}
