package dev.assay.clean;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.article.RawDocument;
import dev.assay.clean.text.Paragraphs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads an article that its site tells on several pages, kept as one document of the type
/// [RawDocument#PAGES].
///
/// Each page follows a line of its number of bytes and its content type. Title, authors and times
/// are those of the first page; a paragraph that an earlier page has shown is left out.
final class PagesReader {

  private PagesReader() {}

  /// The pages as one document; the first gives its identity, address and headers.
  static RawDocument joined(List<RawDocument> pages) {
    RawDocument first = pages.getFirst();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (RawDocument page : pages) {
      String type = page.header("content-type").orElse("").replace('\n', ' ');
      bytes.writeBytes(
          (page.bytes().length + " " + type + "\n").getBytes(StandardCharsets.ISO_8859_1));
      bytes.writeBytes(page.bytes());
    }
    return new RawDocument(
        first.identity(),
        first.address(),
        RawDocument.PAGES,
        bytes.toByteArray(),
        first.headers(),
        first.fetchedAt());
  }

  static CleanResult read(RawDocument document) {
    List<RawDocument> pages = pages(document);
    if (pages.isEmpty()) {
      return new CleanResult.Refused(
          "the pages of the document cannot be told apart; fetch it again");
    }
    CleanResult first = HtmlReader.read(pages.getFirst());
    if (!(first instanceof CleanResult.Cleaned(Article article, _))) {
      return first;
    }
    Paragraphs paragraphs = new Paragraphs();
    Set<String> seen = new HashSet<>();
    addNew(article, paragraphs, seen);
    for (RawDocument page : pages.subList(1, pages.size())) {
      if (HtmlReader.read(page) instanceof CleanResult.Cleaned(Article further, _)) {
        addNew(further, paragraphs, seen);
      }
    }
    return new CleanResult.Cleaned(article.withParagraphs(paragraphs.list()), null);
  }

  private static void addNew(Article article, Paragraphs paragraphs, Set<String> seen) {
    for (Paragraph paragraph : article.paragraphs()) {
      if (seen.add(paragraph.text()) && !paragraph.text().equals(article.title())) {
        paragraphs.add(paragraph.kind(), paragraph.text());
      }
    }
  }

  private static List<RawDocument> pages(RawDocument document) {
    List<RawDocument> pages = new ArrayList<>();
    byte[] bytes = document.bytes();
    int at = 0;
    while (at < bytes.length) {
      int line = at;
      while (line < bytes.length && bytes[line] != '\n') {
        line++;
      }
      String[] head = new String(bytes, at, line - at, StandardCharsets.ISO_8859_1).split(" ", 2);
      int size = head[0].matches("[0-9]{1,8}") ? Integer.parseInt(head[0]) : -1;
      if (size < 0 || line + 1 + size > bytes.length || pages.size() >= NextPage.MOST) {
        return List.of();
      }
      pages.add(
          page(
              document,
              head.length > 1 ? head[1] : "",
              Arrays.copyOfRange(bytes, line + 1, line + 1 + size)));
      at = line + 1 + size;
    }
    return pages;
  }

  private static RawDocument page(RawDocument whole, String type, byte[] bytes) {
    Map<String, String> headers = new HashMap<>(whole.headers());
    headers.put("content-type", type);
    return new RawDocument(
        whole.identity(), whole.address(), RawDocument.HTML, bytes, headers, whole.fetchedAt());
  }
}
